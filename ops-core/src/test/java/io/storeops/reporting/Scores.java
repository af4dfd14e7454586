package io.storeops.reporting;

import io.storeops.kpi.Score;
import java.util.List;
import java.util.stream.Stream;

/** All scores of a day book that a test put together itself. */
final class Scores {
    private Scores() {}

    static List<Score> of(DayBook book) {
        return DataQuality.MEASURES.stream()
                .map(measure -> DataQuality.score(measure.kpi(), Stream.of(book)))
                .toList();
    }
}
