package io.storeops.health;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.feed.RowProblem;
import java.util.List;

/**
 * What became of readings of indicators. What is neither taken nor refused was known already.
 *
 * @param rows how many there were
 * @param taken how many were taken
 * @param refused why each of the others was refused, copied
 * @param problems the rows of the source that could not be read, copied; none at a repetition, when the source is not read again
 */
public record HealthIntake(long rows, long taken, List<Refused> refused, List<RowProblem> problems) {
    /** Copies the lists. */
    public HealthIntake {
        refused = ImmutableList.copyOf(refused);
        problems = ImmutableList.copyOf(problems);
    }

    /**
     * A reading that was refused.
     *
     * @param indicator of which indicator, as in DSR:DESCRIPTION
     * @param subject of whom
     * @param code the guard that refused it
     * @param detail what stands there and what was expected
     */
    public record Refused(String indicator, String subject, String code, String detail) {
        /** Checks for null. */
        public Refused {
            requireNonNull(indicator, "indicator");
            requireNonNull(subject, "subject");
            requireNonNull(code, "code");
            requireNonNull(detail, "detail");
        }
    }
}
