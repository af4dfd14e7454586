package io.storeops.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.calendar.SlotId;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MappedColumnLawsTest {
    @Provide
    static Arbitrary<Shift> shifts() {
        Arbitrary<SlotId> slots = Combinators.combine(
                        Arbitraries.integers().between(0, 40_000).map(LocalDate::ofEpochDay),
                        Arbitraries.integers().between(1, 25))
                .as(SlotId::of);
        Arbitrary<Shift.Sign> signs = Combinators.combine(
                        Arbitraries.of("op-1", "店长").map(ActorId::of),
                        Arbitraries.longs().between(0, 2_000_000_000).map(Instant::ofEpochSecond),
                        Arbitraries.of("c1", "c2").map(CommandId::of).optional())
                .as(Shift.Sign::new);
        Arbitrary<DayOfWeek> days = Arbitraries.of(DayOfWeek.class);
        return Combinators.combine(
                        slots,
                        days,
                        Arbitraries.integers(),
                        slots.list().ofMaxSize(3),
                        days.optional(),
                        signs,
                        signs.optional())
                .as((slot, day, people, breaks, rest, planned, approved) ->
                        new Shift(Shift.STORE, slot, day, people, breaks, rest, planned, approved));
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll("shifts") Shift shift) {
        assertEquals(shift, Shift.TABLE.read(Shift.TABLE.write(shift)));
        assertEquals(shift, RowJson.read(Shift.TABLE, Shift.STORE, RowJson.write(Shift.TABLE, shift)));
    }

    @Property
    void theMemoryGivesBackWhatItWasGiven(@ForAll("shifts") Shift shift) {
        Storage storage = MemoryStorage.empty(Clock.systemUTC());
        storage.commit(Changes.of(Shift.STORE, CommitId.of("1")).insert(Shift.TABLE, shift));
        Key key =
                Shift.TABLE.keyOf(Shift.STORE, shift.slot().date(), shift.slot().number());
        assertEquals(Optional.of(new Versioned<>(shift, 1)), storage.find(Shift.TABLE, key));
        Query<Shift> byDay = Query.of(Shift.TABLE, Shift.STORE, "by_day");
        assertEquals(
                List.of(new Versioned<>(shift, 1)),
                storage.select(byDay.where(shift.day(), shift.people())).items());
    }

    @Property
    void aRowOfRawValuesThatCanBeReadIsWrittenAsItWas(@ForAll("shifts") Shift shift) {
        Row row = Shift.TABLE.write(shift);
        assertEquals(row, Shift.TABLE.write(Shift.TABLE.read(Row.of(Shift.TABLE, row.values()))));
    }
}
