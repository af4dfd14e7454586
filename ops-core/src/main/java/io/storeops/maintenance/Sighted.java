package io.storeops.maintenance;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What became of a look at a source. Each anomaly stands in one list at most.
 *
 * @param found the ids of those that were found or reopened, copied
 * @param observed the ids of those that were known, copied
 * @param covered the ids of those for which one of the whole store stands (D24), copied
 * @param recovered the ids of those that went away by themselves (D87), copied
 * @param couldNotCheck whether the source could not be judged by (D5): then nothing came of it
 */
public record Sighted(
        List<String> found,
        List<String> observed,
        List<String> covered,
        List<String> recovered,
        boolean couldNotCheck) {
    /** Copies the lists. */
    public Sighted {
        found = ImmutableList.copyOf(found);
        observed = ImmutableList.copyOf(observed);
        covered = ImmutableList.copyOf(covered);
        recovered = ImmutableList.copyOf(recovered);
    }
}
