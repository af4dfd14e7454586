package io.storeops.reporting;

import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.authority.Charter;
import io.storeops.kpi.Score;
import java.util.List;

/** All scores of a day book that a test put together itself; nobody holds any right. */
final class Scores {
    private Scores() {}

    static List<Score> of(DayBook book) {
        Charges nobody = Charges.of(Charter.of(0, book.day().zone(), List.of(), List.of(), List.of()), List.of());
        return DataQuality.MEASURES.stream()
                .map(measure -> new Score(
                        measure.kpi(),
                        new Charged(DataQuality.items(measure.kpi(), book, nobody, List.of()), nobody).raw()))
                .toList();
    }
}
