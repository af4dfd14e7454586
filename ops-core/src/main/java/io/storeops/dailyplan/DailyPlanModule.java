package io.storeops.dailyplan;

import com.google.common.collect.ImmutableList;
import io.storeops.act.EntryPoint;
import io.storeops.act.PersonalActs;
import io.storeops.act.Things;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.DutyProgress;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;

/** The daily plan as a module. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class DailyPlanModule implements DutyModule {
    /** The module. */
    public static final DailyPlanModule MODULE = new DailyPlanModule();

    private static final PlanLines LINES = new PlanLines();

    private DailyPlanModule() {}

    @Override
    public String name() {
        return "dailyplan";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(DailyPlan.TABLE, PlanNote.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ImmutableList.<EntryPoint>builder()
                .addAll(PlanEntries.PLANS.entries())
                .add(PlanEntries.READ)
                .build();
    }

    @Override
    public List<Things<?, ?, ?>> things() {
        return List.of(PlanEntries.PLANS);
    }

    @Override
    public Optional<DutyProgress> progress() {
        return Optional.of(LINES);
    }

    /**
     * Daily plans in the hands of a person.
     *
     * @param acts the person's acts
     * @return the plans
     */
    public DailyPlans of(PersonalActs acts) {
        return new DailyPlans(acts);
    }
}
