package io.storeops.reporting;

import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.authority.Right;
import io.storeops.calendar.SlotId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The releases that were due of a day, each with what became of it and whom it is charged to: what K1.4 counts. */
final class DueReleases {
    private DueReleases() {}

    /** Those whose due instant has passed, in order. One that was decided in time and held up is explained by its channel (D66). */
    static Charged of(DayBook book, Charges charges) {
        List<Charged.Item> all = new ArrayList<>();
        for (int number = 1; number <= book.day().plan().boundaries().size(); number++) {
            Instant at = book.day().releaseDue(number);
            if (!book.knownAt().isBefore(at)) {
                int slot = number;
                Optional<ReleaseEntry> entry = DataQuality.firstVersions(book).stream()
                        .filter(made -> made.slot().number() == slot)
                        .findFirst();
                all.add(Charged.Item.of(
                        ReleaseEntry.message(SlotId.of(book.day().date(), slot), 1),
                        DataQuality.inTime(entry.flatMap(book::acceptedAt), at),
                        entry.filter(made -> !made.composedAt().isAfter(at)).isPresent(),
                        charges.of(entry.map(ReleaseEntry::author), Right.COLLECT_AND_RELEASE, at),
                        at));
            }
        }
        return new Charged(all, charges);
    }
}
