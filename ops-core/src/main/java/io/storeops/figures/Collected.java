package io.storeops.figures;

import com.google.common.collect.ImmutableList;
import io.storeops.feed.RowProblem;
import java.util.List;

/**
 * What a collection brought (基础数据收集). At a repetition of its command the source is not read again: the numbers are those of
 * the first time, the intakes are those with a remark, and the problems, which were told the first time, are empty.
 *
 * @param rows how many readings the source gave
 * @param accepted how many of them were accepted
 * @param intakes what became of each reading, copied
 * @param problems what the source gave and could not be read, with its place, copied
 */
public record Collected(long rows, long accepted, List<Intake> intakes, List<RowProblem> problems) {
    /** Copies the lists. */
    public Collected {
        intakes = ImmutableList.copyOf(intakes);
        problems = ImmutableList.copyOf(problems);
    }
}
