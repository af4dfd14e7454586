package io.storeops.step;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a step is. Immutable.
 *
 * @param records how many records of it there are, 0 or more
 * @param errors how many execution errors were recorded of it, 0 or more; several count once (D32)
 * @param changedAt when something was recorded of it last; empty if nothing was
 * @param doneAt when it was answered OK last; empty while it is not done
 * @param doneBy who answered it so; there if it is done
 * @param uncountedAt from when on it counts in no KPI: its activity or task was cancelled while it was not done (D43)
 * @param remindedAt when its owner was reminded; empty if that never was
 */
public record StepCourse(
        int records,
        int errors,
        Optional<Instant> changedAt,
        Optional<Instant> doneAt,
        Optional<ActorId> doneBy,
        Optional<Instant> uncountedAt,
        Optional<Instant> remindedAt) {
    private static final Column<Integer> RECORDS = Column.count("records", "how many records of it there are");
    private static final Column<Integer> ERRORS = Column.count("errors", "how many execution errors were recorded");
    private static final Column<Instant> CHANGED = Column.instant("changed_at", "when something was recorded last");
    private static final Column<Instant> DONE = Column.instant("done_at", "when it was answered OK last");
    private static final Column<ActorId> DONE_BY = Column.actor("done_by", "who answered it so");
    private static final Column<Instant> UNCOUNTED = Column.instant("uncounted_at", "from when on it counts nowhere");
    private static final Column<Instant> REMINDED = Column.instant("reminded_at", "when its owner was reminded");
    static final ColumnGroup<StepCourse> COLUMNS = ColumnGroup.of(StepCourse.class)
            .column(RECORDS, StepCourse::records)
            .column(ERRORS, StepCourse::errors)
            .optional(CHANGED, StepCourse::changedAt)
            .optional(DONE, StepCourse::doneAt)
            .optional(DONE_BY, StepCourse::doneBy)
            .optional(UNCOUNTED, StepCourse::uncountedAt)
            .optional(REMINDED, StepCourse::remindedAt)
            .reads(row -> new StepCourse(
                    row.get(RECORDS),
                    row.get(ERRORS),
                    row.find(CHANGED),
                    row.find(DONE),
                    row.find(DONE_BY),
                    row.find(UNCOUNTED),
                    row.find(REMINDED)));

    static final StepCourse BEGUN = new StepCourse(
            0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Checks that it is known who did it.
     *
     * @throws IllegalArgumentException if only one of when it was done and who did it is known
     */
    public StepCourse {
        requireNonNull(changedAt, "changedAt");
        requireNonNull(uncountedAt, "uncountedAt");
        requireNonNull(remindedAt, "remindedAt");
        if (doneAt.isPresent() != doneBy.isPresent()) {
            throw new IllegalArgumentException(
                    "A step is done at an instant by somebody, or not done; not done at " + doneAt + " by " + doneBy);
        }
    }

    /** With one record more, and with an error more if it is one. */
    StepCourse recorded(Instant at, boolean error) {
        return new StepCourse(
                records + 1, errors + (error ? 1 : 0), Optional.of(at), doneAt, doneBy, uncountedAt, remindedAt);
    }

    StepCourse done(Instant at, ActorId by) {
        return new StepCourse(records, errors, changedAt, Optional.of(at), Optional.of(by), uncountedAt, remindedAt);
    }

    StepCourse undone() {
        return new StepCourse(records, errors, changedAt, Optional.empty(), Optional.empty(), uncountedAt, remindedAt);
    }

    StepCourse uncounted(Instant at) {
        return new StepCourse(records, errors, changedAt, doneAt, doneBy, Optional.of(at), remindedAt);
    }

    StepCourse reminded(Instant at) {
        return new StepCourse(records, errors, changedAt, doneAt, doneBy, uncountedAt, Optional.of(at));
    }
}
