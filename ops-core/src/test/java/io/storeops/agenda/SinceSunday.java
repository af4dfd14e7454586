package io.storeops.agenda;

import static io.storeops.StoreFixture.SHANGHAI;
import static io.storeops.StoreFixture.STORE;

import io.storeops.position.RosterFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What a roster expects that is in force from a Sunday on, as in the scenario. */
final class SinceSunday {
    static final LocalDate SUNDAY = LocalDate.of(2024, 6, 16);

    private SinceSunday() {}

    static List<Occurrence> on(LocalDate date) {
        return Agenda.occurrences(
                STORE,
                SHANGHAI,
                date,
                asked -> Optional.of(RosterFixture.whole()).filter(roster -> !asked.isBefore(SUNDAY)));
    }

    static Occurrence on(LocalDate date, String id) {
        return on(date).stream()
                .filter(occurrence -> occurrence.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Agenda agenda(LocalDate date, String at) {
        return Agenda.of(STORE, date, at(at), on(date), occurrence -> Optional.empty());
    }

    static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
