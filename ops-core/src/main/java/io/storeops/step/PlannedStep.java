package io.storeops.step;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Target;
import io.storeops.id.IdText;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A step as a duty plans it. Immutable.
 *
 * @param run the run that it is part of, unique in the store; a task or a third-party activity is its own run
 * @param name what is to be done, a word as in PAGE_PRICE; once a run
 * @param phase when in the course of its activity; empty for a step that is of no phase
 * @param due by when, in whole microseconds
 * @param owner who owns it; empty if it is anybody's who may do it (D91)
 */
public record PlannedStep(String run, String name, Optional<Phase> phase, Instant due, Optional<StepOwner> owner) {
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,40}");
    private static final Column<String> RUN = Column.text("run_id", "the run that it is part of");
    private static final Column<String> NAME = Column.text("step", "what is to be done, as in PAGE_PRICE");
    private static final Column<Phase> PHASE =
            Column.constant("phase", "when in the course of its activity", Phase.class);
    static final Column<Instant> DUE = Column.instant("due_at", "by when");
    static final ColumnGroup<PlannedStep> COLUMNS = ColumnGroup.of(PlannedStep.class)
            .column(RUN, PlannedStep::run)
            .column(NAME, PlannedStep::name)
            .optional(PHASE, PlannedStep::phase)
            .column(DUE, PlannedStep::due)
            .optional(StepOwner.COLUMN, PlannedStep::owner)
            .reads(row -> new PlannedStep(
                    row.get(RUN), row.get(NAME), row.find(PHASE), row.get(DUE), row.find(StepOwner.COLUMN)));

    /**
     * Checks run, name and instant.
     *
     * @throws IllegalArgumentException if the run, or run and name together, break the rule of {@link IdText}, the name is not a word of
     *     capital letters, digits and underscores, or the instant is finer than microseconds
     */
    public PlannedStep {
        IdText.checked("run", run);
        if (!WORD.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not a step (expected a word such as PAGE_PRICE)");
        }
        Target.of("step", Step.idOf(run, name));
        requireNonNull(phase, "phase");
        requireNonNull(owner, "owner");
        if (!due.equals(due.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("A step is due at a whole microsecond, not at " + due);
        }
    }

    /**
     * The id of the step.
     *
     * @return run and name with a colon between them
     */
    public String id() {
        return Step.idOf(run, name);
    }

    PlannedStep due(Instant at) {
        return new PlannedStep(run, name, phase, at, owner);
    }

    PlannedStep ownedBy(StepOwner other) {
        return new PlannedStep(run, name, phase, due, Optional.of(other));
    }
}
