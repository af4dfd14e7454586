package io.storeops.examples.bench;

import io.storeops.StoreOps;
import io.storeops.authority.Assignment;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Item;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.figures.Figures;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.position.Roster;
import io.storeops.position.RosterDocument;
import io.storeops.reporting.DayBook;
import io.storeops.storage.MemoryStorage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A chain of stores with one day of readings each, made through the public API and read back as day books. */
final class Chain {
    static final LocalDate DATE = LocalDate.of(2024, 6, 16);

    static final ActorId OPERATOR = ActorId.of("op-1");
    private static final SlotPlan PLAN = SlotPlan.ofHours(9, 21);

    private Chain() {}

    /** The day books of so many stores, each with so many items; every item and no store has 14 readings. */
    static List<DayBook> books(int stores, int items) {
        SettableClock clock = SettableClock.at(Instant.parse("2024-06-17T12:00:00Z"));
        List<DayBook> books = new ArrayList<>();
        for (int store = 0; store < stores; store++) {
            StoreId id = StoreId.of("S" + store);
            // One storage a store: what is measured is deriving, and the storage's copy of the rows can go.
            try (StoreOps ops = StoreOps.builder()
                    .storage(MemoryStorage.empty(clock))
                    .clock(clock)
                    .build()) {
                ops.enrol(enrolment(id, items));
                ops.deskOf(OPERATOR).reporting().record(id, readings(items));
                books.add(ops.deskOf(OPERATOR).reporting().dayBook(id, DATE));
            }
        }
        return books;
    }

    static Enrolment enrolment(StoreId id, int items) {
        Role role = Role.OPERATOR;
        return new Enrolment(
                new Store(id, "bench", ZoneOffset.UTC, Currency.getInstance("CNY")),
                IntStream.range(0, items)
                        .mapToObj(item -> new Item(id, "I" + item, DATE, Optional.empty()))
                        .toList(),
                List.of(),
                List.of(new Assignment(id, OPERATOR, role, DATE, Optional.empty(), Optional.empty())),
                List.of(),
                List.of(),
                roster(id, role));
    }

    private static Roster roster(StoreId id, Role role) {
        Json boundaries = Json.array(PLAN.boundaries().stream()
                .map(boundary -> Json.of(boundary.toString()))
                .toList());
        Json document = Json.object(Map.of(
                "position", Json.object(Map.of("effectiveFrom", Json.of(DATE.toString()), "version", Json.of("1"))),
                "slotPlan",
                        Json.object(Map.of(
                                "boundaries", boundaries,
                                "collectBy", Json.of("PT10M"),
                                "releaseBy", Json.of("PT15M"),
                                "missedAt", Json.of("NEXT_DAY 09:00"))),
                "roles",
                        Json.object(Map.of(
                                role.name(), Json.array(List.of(Json.of(Right.COLLECT_AND_RELEASE.toString())))))));
        return RosterDocument.read("roster", document, id);
    }

    private static List<Reading> readings(int items) {
        List<Reading> readings = new ArrayList<>();
        for (int slot = 1; slot <= PLAN.slots(); slot++) {
            SlotId id = SlotId.of(DATE, slot);
            Instant boundary = PLAN.boundaryOf(id).atZone(ZoneOffset.UTC).toInstant();
            for (int item = 0; item < items; item++) {
                readings.add(new Reading(
                        Subject.ofItem("I" + item),
                        id,
                        boundary,
                        Figures.of(slot * 1000L + item, slot * 10L, slot),
                        Semantics.CUMULATIVE_DAY,
                        Quality.ACTUAL,
                        "bench",
                        Optional.empty()));
            }
        }
        return readings;
    }
}
