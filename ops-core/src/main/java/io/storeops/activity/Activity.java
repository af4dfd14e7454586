package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.position.ActivityRules;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;

/**
 * An activity (活动) of a store: what it is to be, through whose hands it went, and how it went (4.5). Immutable.
 *
 * @param store the store
 * @param id its id, unique in the store
 * @param plan what it is to be; its end is the later one after an extension
 * @param state where it stands
 * @param drafted who wrote it first, when, and under which rules (R1)
 * @param hands who submitted and approved it
 * @param course how it went since
 */
public record Activity(
        StoreId store,
        String id,
        ActivityPlan plan,
        ActivityState state,
        Stamp drafted,
        Hands hands,
        ActivityCourse course) {
    private static final Column<String> ID = Column.text("activity_id", "the activity");
    private static final Column<ActivityState> STATE = Column.constant("state", "where it stands", ActivityState.class);
    private static final ColumnGroup<Stamp> DRAFTED = Stamp.columns(
            Column.instant("drafted_at", "when it was written"), Column.actor("drafted_by", "who wrote it first"));

    /** The access path by where an activity stands, in the order of the ends. */
    static final String BY_STATE = "by_state";

    /** The columns that a redaction removes. */
    public static final List<Column<?>> PERSONAL = List.of(Hands.REMARKS, ActivityCourse.WORDS);

    /** The table of activities. */
    public static final Table<Activity> TABLE = Table.of("activity", Activity::store)
            .column(ID, Activity::id)
            .group(ActivityPlan.COLUMNS, Activity::plan)
            .column(STATE, Activity::state)
            .group(DRAFTED, Activity::drafted)
            .group(Hands.COLUMNS, Activity::hands)
            .group(ActivityCourse.COLUMNS, Activity::course)
            .key(ID)
            .path(BY_STATE, STATE, ActivityPlan.END)
            .reads(Activity::read);

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}
     */
    public Activity {
        requireNonNull(store, "store");
        IdText.checked("activity id", id);
        requireNonNull(plan, "plan");
        requireNonNull(state, "state");
        requireNonNull(drafted, "drafted");
        requireNonNull(hands, "hands");
        requireNonNull(course, "course");
    }

    private static Activity read(Row row) {
        return new Activity(
                row.store(),
                row.get(ID),
                row.get(ActivityPlan.COLUMNS),
                row.get(STATE),
                row.get(DRAFTED),
                row.get(Hands.COLUMNS),
                row.get(ActivityCourse.COLUMNS));
    }

    /**
     * What evidence and steps of an activity are about.
     *
     * @param id the activity
     * @return the target
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}
     */
    public static Target target(String id) {
        return Target.of("activity", id);
    }

    /**
     * What kind of activity it is.
     *
     * @return as planned
     */
    public ActivityRules.Kind kind() {
        return plan.kind();
    }

    /**
     * From when on it is to run.
     *
     * @return the instant, included
     */
    public Instant start() {
        return plan.window().start();
    }

    /**
     * Until when it is to run.
     *
     * @return the instant, excluded
     */
    public Instant end() {
        return plan.window().end();
    }

    /**
     * Whether it could not start at its start instant, and has not started since (D35).
     *
     * @return true while that hinders it
     */
    public boolean startBlocked() {
        return course.blockedAt().isPresent() && ActivityState.COMING.contains(state);
    }

    /**
     * Whether it started after its start instant.
     *
     * @return false while it has not started
     */
    public boolean startedLate() {
        return course.startedAt().filter(at -> at.isAfter(start())).isPresent();
    }

    /** Whether it ended otherwise than by its end or quota. */
    boolean brokenOff() {
        return course.reason().isPresent();
    }

    /** The same, planned otherwise. */
    Activity as(ActivityPlan other) {
        return new Activity(store, id, other, state, drafted, hands, course);
    }

    Activity becoming(ActivityState next) {
        return new Activity(store, id, plan, next, drafted, hands, course);
    }

    Activity becoming(ActivityState next, Hands passed) {
        return new Activity(store, id, plan, next, drafted, passed, course);
    }

    Activity becoming(ActivityState next, ActivityCourse then) {
        return new Activity(store, id, plan, next, drafted, hands, then);
    }
}
