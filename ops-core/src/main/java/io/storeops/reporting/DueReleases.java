package io.storeops.reporting;

import io.storeops.absence.Charges;
import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import io.storeops.kpi.Ratio;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The releases that were due of a day, each with what became of it and whom it is charged to: K1.4 of the store, of a person (D65),
 * and without what is excused (D66).
 *
 * @param all those whose due instant has passed, in order
 * @param charges whom they are charged to, and who was absent
 */
record DueReleases(List<Due> all, Charges charges) {
    /**
     * A release that was due.
     *
     * @param at when
     * @param entry its first version; empty if nobody made one
     * @param inTime whether the channel had accepted it by then
     * @param charged to whom it is charged
     */
    record Due(Instant at, Optional<ReleaseEntry> entry, boolean inTime, List<ActorId> charged) {
        /** Decided by its due instant, and not accepted by then. */
        boolean heldUp() {
            return !inTime
                    && entry.filter(made -> !made.composedAt().isAfter(at)).isPresent();
        }
    }

    DueReleases {
        all = List.copyOf(all);
    }

    static DueReleases of(DayBook book, Charges charges) {
        List<Due> all = new ArrayList<>();
        for (int number = 1; number <= book.day().plan().boundaries().size(); number++) {
            Instant at = book.day().releaseDue(number);
            if (!book.knownAt().isBefore(at)) {
                int slot = number;
                Optional<ReleaseEntry> entry = DataQuality.firstVersions(book).stream()
                        .filter(made -> made.slot().number() == slot)
                        .findFirst();
                all.add(new Due(
                        at,
                        entry,
                        DataQuality.inTime(entry.flatMap(book::acceptedAt), at),
                        charges.of(entry.map(ReleaseEntry::author), Right.COLLECT_AND_RELEASE, at)));
            }
        }
        return new DueReleases(all, charges);
    }

    /** What an outage of the channel explains, or the absence of everybody who could have made it. */
    long excused() {
        return all.stream()
                .filter(due -> due.heldUp() || (!due.inTime() && charges.excused(due.charged(), due.at())))
                .count();
    }

    /** In time / due, of what is charged to a person. */
    Ratio of(ActorId person) {
        return ratio(due -> due.charged().contains(person));
    }

    /** The same without what was due while the person was absent, and was not in time. */
    Ratio excusedOf(ActorId person) {
        return ratio(due -> due.charged().contains(person) && (due.inTime() || !charges.absent(person, due.at())));
    }

    private Ratio ratio(Predicate<Due> counted) {
        List<Due> those = all.stream().filter(counted).toList();
        return Ratio.of(those.stream().filter(Due::inTime).count(), those.size());
    }
}
