package io.storeops.adapter.jdbc.marketplace;

import io.storeops.figures.Metric;
import io.storeops.figures.Quality;
import io.storeops.figures.Semantics;
import io.storeops.figures.SubjectKind;
import java.util.Map;
import java.util.Optional;

/**
 * How a row is a reading.
 *
 * @param layout the statement and its columns beside the figures
 * @param semantics what the values count
 * @param kind the kind of all subjects; empty if a column says it
 * @param quality the quality of all values; empty if a column says it
 * @param figures the column of each metric
 */
record ReadingLayout(
        Layout layout,
        Semantics semantics,
        Optional<SubjectKind> kind,
        Optional<Quality> quality,
        Map<Metric, String> figures) {
    ReadingLayout {
        figures = Map.copyOf(figures);
    }
}
