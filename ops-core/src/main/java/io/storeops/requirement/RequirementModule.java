package io.storeops.requirement;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.PersonalActs;
import io.storeops.act.Reaction;
import io.storeops.act.Things;
import io.storeops.act.Timer;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Measure;
import io.storeops.agenda.OpenItem;
import io.storeops.authority.Right;
import io.storeops.delivery.DeliveryConfirmed;
import io.storeops.id.ActorId;
import io.storeops.outbox.Outbox;
import io.storeops.storage.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Requirements as knowledge of the duties that ask for something. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class RequirementModule implements DutyModule {
    /** The module. */
    public static final RequirementModule MODULE = new RequirementModule();

    private static final RequirementProgress PROGRESS = new RequirementProgress();

    private RequirementModule() {}

    @Override
    public String name() {
        return "requirement";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Requirement.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ImmutableList.<EntryPoint>builder()
                .addAll(RequirementEntries.REQUIREMENTS.entries())
                .add(RequirementEntries.READ)
                .build();
    }

    @Override
    public List<Things<?, ?, ?>> things() {
        return List.of(RequirementEntries.REQUIREMENTS);
    }

    @Override
    public Optional<DutyProgress> progress() {
        return Optional.of(PROGRESS);
    }

    /** What a person said that they sent is SENT in the same commit. */
    @Override
    public List<Reaction<?>> reactions() {
        return List.of(new Reaction<>(
                DeliveryConfirmed.class,
                (context, fact) ->
                        new Reaction.Effect(RequirementActs.sentByHand(context, fact.delivery()), List.of())));
    }

    @Override
    public List<Timer> timers(Context context) {
        return RequirementTimers.all(context);
    }

    @Override
    public List<Measure> measures() {
        return RequirementKpis.MEASURES;
    }

    /** What a person asked for, or was handed, and has not accepted, in the order in which it was asked for. */
    @Override
    public List<OpenItem> openItems(Context context, ActorId person) {
        return RequirementEntries.REQUIREMENTS.all(context, Requirement.BY_OWNER, person, true).stream()
                .sorted(Comparator.comparing(known -> known.opened().at()))
                .map(known -> new OpenItem(
                        Requirement.target(known.id()),
                        known.state().name(),
                        Right.LIAISE,
                        to -> Edit.replace(
                                Requirement.TABLE,
                                RequirementEntries.REQUIREMENTS
                                        .row(context, known.id())
                                        .orElseThrow(),
                                known.heldBy(to))))
                .toList();
    }

    /**
     * What gives persons the requirements of stores.
     *
     * @param outbox sends what acts queued
     * @return gives the requirements in a person's hands
     */
    public Function<PersonalActs, Requirements> service(Outbox outbox) {
        return acts -> new Requirements(acts, outbox);
    }
}
