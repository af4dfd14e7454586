package io.storeops.feed;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * One file, or one answer, of a source: what its rows stand in, and the periods of which it says that it has everything.
 * Immutable.
 *
 * @param name the file's name, as {@link RowProblem#source} says it
 * @param states the periods that it states, by its name, by a cell or by the source's own word; empty if it states none
 */
public record Extract(String name, List<Period> states) {
    /** Copies the periods. */
    public Extract {
        requireNonNull(name, "name");
        states = ImmutableList.copyOf(states);
    }

    /**
     * An extract that states no period.
     *
     * @param name the file's name
     * @return the extract
     */
    public static Extract of(String name) {
        return new Extract(name, List.of());
    }
}
