package io.storeops.vetting;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Fact;
import io.storeops.act.OpsModule;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Right;
import io.storeops.campaign.Campaign;
import io.storeops.campaign.CampaignModule;
import io.storeops.campaign.CampaignPlan;
import io.storeops.failure.Refusal;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A duty of the tests that does nothing but approve, start and leave campaigns. */
final class ApprovalModule implements OpsModule {
    static final ApprovalModule MODULE = new ApprovalModule();

    private static final EntryPoint ENTRY = EntryPoint.act("STEER_CAMPAIGN", List.of(Right.APPROVE_ACTIVITY));

    private ApprovalModule() {}

    @Override
    public String name() {
        return "approval";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of();
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(ENTRY);
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(CampaignModule.MODULE, VettingModule.MODULE);
    }

    static Act<Boolean> approve(CampaignPlan plan, Allowances allowed) {
        return new Steer("approve " + plan + allowed, context -> {
            Optional<Refusal> unknown = plan.unknown(context);
            if (unknown.isPresent()) {
                return new Verdict.Refused(unknown.get());
            }
            Vetting.Outcome outcome = Vetting.approval(context, Campaign.planned(context, plan), allowed);
            if (outcome instanceof Vetting.Refused refused) {
                return new Verdict.Refused(refused.refusal());
            }
            Vetting.Cleared cleared = (Vetting.Cleared) outcome;
            return done(cleared.edits()).stating(cleared.facts().toArray(Fact[]::new));
        });
    }

    static Act<Boolean> start(String id) {
        return new Steer(
                "start " + id,
                context -> Vetting.atStart(context, Campaign.find(context, id).orElseThrow()).stream()
                        .findFirst()
                        .<Verdict>map(Verdict.Refused::new)
                        .orElseGet(() -> done(Vetting.started(context, id, context.now()))));
    }

    static Act<Boolean> leave(String id, Released why) {
        return new Steer("leave " + id, context -> done(Vetting.left(context, id, context.now(), why)));
    }

    private static Verdict.Done done(List<Edit<?>> edits) {
        return Verdict.done(edits.toArray(Edit<?>[]::new));
    }

    private record Steer(String arguments, Function<Context, Verdict> deciding) implements Act<Boolean> {
        @Override
        public EntryPoint entry() {
            return ENTRY;
        }

        @Override
        public Verdict decide(Context context) {
            return deciding.apply(context);
        }

        @Override
        public Boolean recall(Context context, Written written) {
            return true;
        }
    }
}
