package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.AmountUnit;
import io.storeops.adapter.csv.file.NamedPeriod;
import io.storeops.figures.Metric;
import io.storeops.figures.Quality;
import io.storeops.figures.Semantics;
import io.storeops.figures.SubjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a row of a file is a reading.
 *
 * @param semantics what the values count
 * @param unit whether amounts are in major or minor units
 * @param kind the kind of all subjects; empty if a column says it
 * @param quality the quality of all values; empty if a column says it
 * @param columns the header of each role
 * @param days the patterns of names that state the day whose last slot the rows of a file close, where no column says it
 * @param figures the header of each metric
 */
record ReadingLayout(
        Semantics semantics,
        AmountUnit unit,
        Optional<SubjectKind> kind,
        Optional<Quality> quality,
        Map<Role, String> columns,
        List<NamedPeriod> days,
        Map<Metric, String> figures) {
    /** What a column can be for a reading, beside its figures. */
    enum Role {
        /** The boundary as local date and time. */
        BOUNDARY,
        /** The date whose last slot the row closes, in a file of whole days. */
        DAY,
        /** When the figures were read; without this column, the instant of the boundary. */
        OBSERVED_AT,
        /** STORE, ITEM or COMPETITOR. */
        SUBJECT_KIND,
        /** The subject's id; without this column, the store itself. */
        SUBJECT,
        /** ACTUAL or ESTIMATED. */
        QUALITY,
        /** Why the figures are given anew; missing for a first reading. */
        REASON
    }

    ReadingLayout {
        columns = Map.copyOf(columns);
        days = List.copyOf(days);
        figures = Map.copyOf(figures);
    }

    /** Whether a column says a time. */
    boolean timed() {
        return columns.containsKey(Role.BOUNDARY)
                || columns.containsKey(Role.DAY)
                || columns.containsKey(Role.OBSERVED_AT);
    }
}
