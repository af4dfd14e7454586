package io.storeops.catalog;

import java.time.LocalDate;
import java.util.Optional;

/** The dates on which something of a catalogue is active: from the first to the last, both included. */
final class ActiveDates {
    private ActiveDates() {}

    static boolean hold(LocalDate date, LocalDate from, Optional<LocalDate> to) {
        return !date.isBefore(from) && to.map(last -> !date.isAfter(last)).orElse(true);
    }
}
