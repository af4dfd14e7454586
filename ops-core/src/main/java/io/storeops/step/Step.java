package io.storeops.step;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing to be done, or looked at, in a run of an activity or in a task: a line of a checklist of duty three. Its screenshots are
 * evidence of {@code step/RUN:NAME}; what was answered is a {@link CheckRecord}. Immutable.
 *
 * @param store the store
 * @param of what it is a step of, an activity or a task
 * @param group the kind of that, a word as in DAILY or NEW_LISTING
 * @param duty the roster's duty on whose agenda it stands; empty if the roster had none
 * @param place where it stands among the steps of the same thing, 0 or more
 * @param selfCheck whether it looks at the holder's own work, so that FAIL is an execution error (D32) and is put right at once
 * @param plan what is to be done by when
 * @param state where it stands
 * @param planned who planned it, when, under which rules (R1)
 * @param course how far it is
 */
public record Step(
        StoreId store,
        Target of,
        String group,
        Optional<String> duty,
        int place,
        boolean selfCheck,
        PlannedStep plan,
        StepState state,
        Stamp planned,
        StepCourse course) {
    /** Whether somebody still has to do it, as an access path tells it. */
    enum Standing {
        /** It is to be done. */
        OPEN,
        /** It is done, or counts nowhere. */
        ENDED
    }

    private static final Column<String> ID = Column.text("step_id", "run and step");
    private static final Column<Target> OF = Column.text("step_of", "what it is a step of: kind and id")
            .as(Target.class, Target::parse, Target::toString);
    private static final Column<String> GROUP = Column.text("step_group", "the kind of that, as in DAILY");
    private static final Column<String> DUTY = Column.text("duty", "the duty on whose agenda it stands");
    private static final Column<Integer> PLACE = Column.count("place", "where it stands among its like");
    private static final Column<Boolean> SELF_CHECK = Column.flag("self_check", "whether FAIL is an execution error");
    private static final Column<StepState> STATE = Column.constant("state", "where it stands", StepState.class);
    private static final Column<Standing> STANDING =
            Column.constant("standing", "whether somebody has to do it", Standing.class);
    private static final Column<Instant> TURN =
            Column.instant("turn_at", "when an open one is due; when an ended one ended");
    private static final ColumnGroup<Stamp> PLANNED =
            Stamp.columns(Column.instant("planned_at", "when it was planned"), Column.actor("planned_by", "by whom"));

    /** The access path by what a step is of, in their order. */
    static final String BY_OF = "by_of";

    /** The access path by due instant. */
    static final String BY_DUE = "by_due";

    /** The access path by whether it is to be done: open ones by due instant, ended ones by when they ended. */
    static final String BY_STANDING = "by_standing";

    /** The table of steps. */
    public static final Table<Step> TABLE = Table.of("step", Step::store)
            .column(ID, Step::id)
            .column(OF, Step::of)
            .column(GROUP, Step::group)
            .optional(DUTY, Step::duty)
            .column(PLACE, Step::place)
            .column(SELF_CHECK, Step::selfCheck)
            .group(PlannedStep.COLUMNS, Step::plan)
            .column(STATE, Step::state)
            .column(STANDING, Step::standing)
            .column(TURN, Step::turn)
            .group(PLANNED, Step::planned)
            .group(StepCourse.COLUMNS, Step::course)
            .key(ID)
            .path(BY_OF, OF, PLACE)
            .path(BY_DUE, PlannedStep.DUE)
            .path(BY_STANDING, STANDING, TURN)
            .reads(Step::read);

    /** Checks for null. */
    public Step {
        requireNonNull(store, "store");
        requireNonNull(of, "of");
        requireNonNull(group, "group");
        requireNonNull(duty, "duty");
        requireNonNull(plan, "plan");
        requireNonNull(state, "state");
        requireNonNull(planned, "planned");
        requireNonNull(course, "course");
    }

    private static Step read(Row row) {
        return new Step(
                row.store(),
                row.get(OF),
                row.get(GROUP),
                row.find(DUTY),
                row.get(PLACE),
                row.get(SELF_CHECK),
                row.get(PlannedStep.COLUMNS),
                row.get(STATE),
                row.get(PLANNED),
                row.get(StepCourse.COLUMNS));
    }

    /**
     * The id of a step.
     *
     * @param run its run
     * @param name its name
     * @return both with a colon between them
     */
    public static String idOf(String run, String name) {
        return run + ":" + name;
    }

    /**
     * Its id, unique in the store.
     *
     * @return run and name with a colon between them
     */
    public String id() {
        return plan.id();
    }

    /**
     * The run that it is part of.
     *
     * @return the run's id
     */
    public String run() {
        return plan.run();
    }

    /**
     * What is to be done.
     *
     * @return a word, as in PAGE_PRICE
     */
    public String name() {
        return plan.name();
    }

    /**
     * When in the course of its activity it is done.
     *
     * @return the phase; empty if it is of none
     */
    public Optional<Phase> phase() {
        return plan.phase();
    }

    /**
     * By when it is to be done.
     *
     * @return the instant, included
     */
    public Instant due() {
        return plan.due();
    }

    /**
     * Who owns it.
     *
     * @return the owner; empty if it is anybody's who may do it (D91)
     */
    public Optional<StepOwner> owner() {
        return plan.owner();
    }

    /**
     * Whether it is done.
     *
     * @return true if it was answered OK last
     */
    public boolean done() {
        return state == StepState.OK;
    }

    /**
     * Whether it counts in the KPIs.
     *
     * @return false if its activity or task was cancelled while it was not done, also if it is done later (D43)
     */
    public boolean counted() {
        return course.uncountedAt().isEmpty();
    }

    /**
     * Whether it was done after its due instant.
     *
     * @return false while it is not done
     */
    public boolean late() {
        return course.doneAt().filter(at -> at.isAfter(due())).isPresent();
    }

    /**
     * How many execution errors were recorded of it.
     *
     * @return 0 or more; several count once (D32)
     */
    public int errors() {
        return course.errors();
    }

    private Standing standing() {
        return done() || !counted() ? Standing.ENDED : Standing.OPEN;
    }

    private Instant turn() {
        return standing() == Standing.OPEN
                ? due()
                : course.uncountedAt().or(course::doneAt).orElseThrow();
    }

    /** When it ended: done, or counting nowhere; empty while somebody has to do it. */
    Optional<Instant> ended() {
        return standing() == Standing.OPEN ? Optional.empty() : Optional.of(turn());
    }

    Step becoming(StepState next, StepCourse then) {
        return new Step(store, of, group, duty, place, selfCheck, plan, next, planned, then);
    }

    Step planned(PlannedStep other) {
        return new Step(store, of, group, duty, place, selfCheck, other, state, planned, course);
    }
}
