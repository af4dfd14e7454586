package io.storeops.source;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.feed.RowProblem;
import java.util.List;

/**
 * What became of what a look at a source gave. What is neither taken nor refused nor stray was known already. Immutable.
 *
 * @param look the look
 * @param taken how many values were taken, 0 or more
 * @param refused why each of the others was refused, copied
 * @param strays the rows of what the catalogue does not have, copied
 * @param problems the rows that could not be read, copied; none at a repetition, when the source is not read again
 */
public record SourceIntake(
        SourceLook look, long taken, List<Refused> refused, List<StrayRow> strays, List<RowProblem> problems) {
    /** Copies the lists. */
    public SourceIntake {
        requireNonNull(look, "look");
        refused = ImmutableList.copyOf(refused);
        strays = ImmutableList.copyOf(strays);
        problems = ImmutableList.copyOf(problems);
    }

    /**
     * Something that was refused.
     *
     * @param subject of what it speaks: a SKU, an item, or the store if all that the source gave is refused
     * @param what which value of it, as in PRICE_MINOR
     * @param code the guard that refused it
     * @param detail what stands there and what was expected
     */
    public record Refused(String subject, String what, String code, String detail) {
        /** Checks for null. */
        public Refused {
            requireNonNull(subject, "subject");
            requireNonNull(what, "what");
            requireNonNull(code, "code");
            requireNonNull(detail, "detail");
        }
    }
}
