package io.storeops.examples.replay;

import io.storeops.calendar.SlotId;
import io.storeops.reporting.Attainment;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.Release;
import io.storeops.reporting.ReleaseState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the library knows of the scenario's dates when it is asked.
 *
 * @param days the dates in order
 */
record Books(List<Day> days) {
    /**
     * A date.
     *
     * @param book everything known of it
     * @param closedIn what is known of the date in whose morning it is closed
     * @param target the target of the date, if it has one
     */
    record Day(DayBook book, DayBook closedIn, Optional<Attainment> target) {
        /** When a channel accepted something that may change how settled the day is, in order. */
        List<Instant> acceptances() {
            return Stream.concat(book.releases().stream(), closedIn.releases().stream())
                    .flatMap(release -> release.acceptedAt().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    static Books read(Stage stage) {
        return new Books(stage.scenario().dates().stream()
                .map(date -> new Day(
                        of(stage, date),
                        of(stage, date.plusDays(1)),
                        stage.source().reporting().attainment(stage.store(), date)))
                .toList());
    }

    static DayBook of(Stage stage, LocalDate date) {
        return stage.source().reporting().dayBook(stage.store(), date);
    }

    /** Where the publication of a boundary stands; nothing for the last slot, which no boundary of its day closes. */
    static Optional<ReleaseState> stateOf(Stage stage, SlotId slot) {
        return slot.number() < stage.plan().slots()
                ? Optional.of(of(stage, slot.date()).stateOf(slot.number()))
                : Optional.empty();
    }

    Stream<Release> releases() {
        return days.stream().flatMap(day -> day.book().releases().stream());
    }
}
