package io.storeops.step;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.PersonalActs;
import io.storeops.act.Things;
import io.storeops.act.Timer;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Measure;
import io.storeops.agenda.OpenItem;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;

/** Steps as knowledge of the duties that plan them. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class StepModule implements DutyModule {
    /** The module. */
    public static final StepModule MODULE = new StepModule();

    private static final StepProgress PROGRESS = new StepProgress();

    private StepModule() {}

    @Override
    public String name() {
        return "step";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Step.TABLE, CheckRecord.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ImmutableList.<EntryPoint>builder()
                .addAll(StepEntries.STEPS.entries())
                .add(StepEntries.RECORD_ERROR)
                .add(StepEntries.REMIND)
                .add(StepEntries.READ_STEPS)
                .build();
    }

    @Override
    public List<Things<?, ?, ?>> things() {
        return List.of(StepEntries.STEPS);
    }

    @Override
    public Optional<DutyProgress> progress() {
        return Optional.of(PROGRESS);
    }

    @Override
    public List<Timer> timers(Context context) {
        return RemindOwner.timers(context);
    }

    @Override
    public List<Measure> measures() {
        return StepKpis.MEASURES;
    }

    /** The open steps that a person owns; those of a task go with the task. */
    @Override
    public List<OpenItem> openItems(Context context, ActorId person) {
        return context
                .rows()
                .all(Query.of(Step.TABLE, context.store().id(), Step.BY_STANDING)
                        .where(Step.Standing.OPEN))
                .stream()
                .filter(step -> !step.selfCheck())
                .filter(step -> step.owner().equals(Optional.of(StepOwner.person(person))))
                .map(step -> new OpenItem(
                        Target.of(Step.TABLE.name(), step.id()),
                        step.state().name(),
                        Right.RUN_ACTIVITIES,
                        to -> Edit.replace(
                                Step.TABLE,
                                StepEntries.STEPS.row(context, step.id()).orElseThrow(),
                                PlannedSteps.ownedBy(step, to))))
                .toList();
    }

    /**
     * Steps in the hands of a person.
     *
     * @param acts the person's acts
     * @return the steps
     */
    public Steps of(PersonalActs acts) {
        return new Steps(acts);
    }
}
