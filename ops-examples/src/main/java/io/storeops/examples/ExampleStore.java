package io.storeops.examples;

import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.figures.Figures;
import io.storeops.figures.Reading;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.spi.DefaultRoster;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The small store of the examples: one item, one operator, one manager, in Shanghai. */
final class ExampleStore {
    static final StoreId ID = StoreId.of("S1");
    static final LocalDate DATE = LocalDate.of(2024, 6, 16);
    static final ActorId OPERATOR = ActorId.of("op-1");
    static final ActorId MANAGER = ActorId.of("mgr-1");
    static final Subject WHOLE = Subject.ofStore(ID);
    static final Subject ITEM = Subject.ofItem("A");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ExampleStore() {}

    static Enrolment enrolment() {
        return Enrolment.builder(Store.of("S1", ZONE.getId(), "CNY"), DATE)
                .item("A", "Red mug")
                .person("op-1", Role.OPERATOR)
                .person("mgr-1", Role.STORE_MANAGER)
                .roster(DefaultRoster.of(ID, DATE))
                .build();
    }

    /** A local time of the day. */
    static Instant at(int hour, int minute) {
        return DATE.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
    }

    static SettableClock clockAt(int hour, int minute) {
        return SettableClock.at(at(hour, minute));
    }

    /** What a subject had sold by the boundary that closes a slot; slot 1 closes at 09:00, slot 2 at 10:00. */
    static Reading reading(Subject subject, int slot, long amountMinor, long visitors, long buyers) {
        return Reading.of(
                subject, SlotId.of(DATE, slot), at(8 + slot, 0), Figures.of(amountMinor, visitors, buyers), "by hand");
    }
}
