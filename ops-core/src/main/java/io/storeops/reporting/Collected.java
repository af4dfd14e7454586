package io.storeops.reporting;

import com.google.common.collect.ImmutableList;
import io.storeops.feed.RowProblem;
import java.util.List;

/**
 * What a collection brought (基础数据收集).
 *
 * @param intakes what became of each reading
 * @param problems what the source gave and could not be read, with its place
 */
public record Collected(List<Intake> intakes, List<RowProblem> problems) {
    /** Copies the lists. */
    public Collected {
        intakes = ImmutableList.copyOf(intakes);
        problems = ImmutableList.copyOf(problems);
    }

    /**
     * How many readings were accepted.
     *
     * @return the number
     */
    public long accepted() {
        return intakes.stream()
                .filter(intake -> intake.taking() == Intake.Taking.ACCEPTED)
                .count();
    }
}
