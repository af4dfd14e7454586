package io.storeops.campaign;

import static java.util.Objects.requireNonNull;

import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.Optional;

/**
 * How a campaign goes: by the clock, if the host told of it, or as the activity tells that steers it. Immutable.
 *
 * @param state where it stands
 * @param startedAt when the activity started it, at its start or later; empty if it has not, or nobody steers it
 * @param leftAt when it was over: ended, cancelled, or given up before it started; empty if it is not
 */
public record Course(State state, Optional<Instant> startedAt, Optional<Instant> leftAt) {
    /** Where a campaign stands. */
    public enum State {
        /** From its start until before its end, whoever looks. */
        BY_CLOCK,
        /** An activity steers it and has not started it. */
        PLANNED,
        /** An activity started it; it runs until before its end at the latest. */
        RUNNING,
        /** The activity has left it. */
        OVER
    }

    /** The course of a campaign that nobody steers. */
    public static final Course BY_CLOCK = new Course(State.BY_CLOCK, Optional.empty(), Optional.empty());

    /** The course of a campaign that an activity is to start. */
    public static final Course PLANNED = new Course(State.PLANNED, Optional.empty(), Optional.empty());

    private static final Column<State> STATE =
            Column.constant("course", "by the clock, or how far its activity is with it", State.class);
    private static final Column<Instant> STARTED =
            Column.instant("started_at", "when its activity started it; absent if it did not, or none steers it");
    private static final Column<Instant> LEFT = Column.instant("left_at", "when its activity left it; absent until then");

    static final ColumnGroup<Course> COLUMNS = ColumnGroup.of(Course.class)
            .column(STATE, Course::state)
            .optional(STARTED, Course::startedAt)
            .optional(LEFT, Course::leftAt)
            .reads(row -> new Course(row.get(STATE), row.find(STARTED), row.find(LEFT)));

    /**
     * Checks that the instants fit the state.
     *
     * @throws IllegalArgumentException if one is there that cannot be, or lacks
     */
    public Course {
        requireNonNull(state, "state");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(leftAt, "leftAt");
        boolean mayHaveStarted = state == State.OVER || state == State.RUNNING;
        if ((startedAt.isPresent() && !mayHaveStarted)
                || (startedAt.isEmpty() && state == State.RUNNING)
                || leftAt.isPresent() != (state == State.OVER)) {
            throw new IllegalArgumentException("A campaign that is " + state + " was not started at "
                    + startedAt.map(Instant::toString).orElse("no instant") + " and left at "
                    + leftAt.map(Instant::toString).orElse("no instant"));
        }
    }

    /** The same, started. */
    Course started(Instant at) {
        return new Course(State.RUNNING, Optional.of(at), Optional.empty());
    }

    /** The same, left. */
    Course left(Instant at) {
        return new Course(State.OVER, startedAt, Optional.of(at));
    }
}
