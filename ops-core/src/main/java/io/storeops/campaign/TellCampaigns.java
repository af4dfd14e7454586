package io.storeops.campaign;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Stamp;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.storage.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** TELL_CAMPAIGN: what the host knows of approved activities is written down, all of it or nothing. */
record TellCampaigns(List<CampaignPlan> plans) implements Act<Boolean> {
    @Override
    public EntryPoint entry() {
        return CampaignEntries.TELL;
    }

    @Override
    public String arguments() {
        return plans.toString();
    }

    @Override
    public Verdict decide(Context context) {
        List<Edit<?>> edits = new ArrayList<>();
        List<Campaign> told = new ArrayList<>();
        for (CampaignPlan plan : plans) {
            Optional<Refusal> unknown = plan.unknown(context);
            if (unknown.isPresent()) {
                return new Verdict.Refused(unknown.get());
            }
            Optional<Versioned<Campaign>> known = CampaignEntries.row(context, plan.id());
            Stamp stamp = known.map(row -> row.value().told()).orElseGet(context::stamp);
            Campaign campaign = plan.of(context, Course.BY_CLOCK, stamp);
            if (known.isPresent() && !known.get().value().equals(campaign)) {
                return Verdict.refused(
                        "KNOWN_ALREADY",
                        "campaign " + plan.id() + " is known already and differs: it is "
                                + known.get().value() + "; only an approved extension changes it");
            }
            if (known.isEmpty()) {
                edits.add(Edit.insert(Campaign.TABLE, campaign));
                told.add(campaign);
            }
        }
        return Verdict.done(edits.toArray(Edit<?>[]::new))
                .telling("campaigns", Json.of(plans.size()))
                .stating(new CampaignsTold(told));
    }

    @Override
    public Boolean recall(Context context, Written written) {
        return written.first();
    }
}
