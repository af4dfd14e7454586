package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.SlotId;
import io.storeops.json.Json;
import io.storeops.reporting.Attainment;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.Release;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the library knows of the scenario's dates when it is asked.
 *
 * @param days the dates in order
 */
record Books(List<Day> days) {
    Books {
        days = List.copyOf(days);
    }

    /**
     * A date.
     *
     * @param book everything known of it
     * @param closedIn what is known of the date in whose morning it is closed
     * @param target the target of the date, if it has one
     */
    record Day(DayBook book, DayBook closedIn, Optional<Attainment> target) {
        Day {
            requireNonNull(book, "book");
            requireNonNull(closedIn, "closedIn");
            requireNonNull(target, "target");
        }

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
        List<Day> days = new ArrayList<>();
        for (LocalDate date : stage.scenario().dates()) {
            days.add(new Day(
                    of(stage, date),
                    of(stage, date.plusDays(1)),
                    stage.source().reporting().attainment(stage.store(), date)));
        }
        return new Books(days);
    }

    static DayBook of(Stage stage, LocalDate date) {
        return stage.source().reporting().dayBook(stage.store(), date);
    }

    /** Where the publication of a boundary stands; null for the last slot, which no boundary of its day closes. */
    static Json stateOf(Stage stage, SlotId slot) {
        return slot.number() < stage.plan().slots()
                ? Json.of(of(stage, slot.date()).stateOf(slot.number()).name())
                : Json.ofNull();
    }

    Stream<Release> releases() {
        return days.stream().flatMap(day -> day.book().releases().stream());
    }
}
