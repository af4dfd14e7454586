package io.storeops;

import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.agenda.Agenda;
import io.storeops.authority.Bound;
import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.enrolment.Enrolments.RosterInForceException;
import io.storeops.failure.DeniedException;
import io.storeops.failure.NotEnrolledException;
import io.storeops.figures.Figures;
import io.storeops.figures.Intake;
import io.storeops.figures.Reading;
import io.storeops.publishing.UnknownPolicy;
import io.storeops.storage.MemoryStorage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A roster begins at a local date, or at an instant (D81). */
class RosterFromInstantTest {
    private static final LocalDate SUNDAY = LocalDate.of(2024, 6, 16);
    private static final LocalDate MONDAY = SUNDAY.plusDays(1);

    private final SettableClock clock = SettableClock.at(at("2024-06-16T08:00:00+08:00"));
    private final StoreOps ops = StoreOps.builder()
            .storage(MemoryStorage.empty(clock))
            .clock(clock)
            .channel("DATA_GROUP", new FakeChannel(clock), UnknownPolicy.HOLD)
            .build();

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static RosterDraft roster(String from) {
        return RosterDraft.of(Bound.parse(from)).with("duties", DayDuties.document());
    }

    private void enrol(RosterDraft draft) {
        ops.enrol(Enrolment.builder(Store.of(STORE.value(), "Asia/Shanghai", "CNY"), SUNDAY)
                .person(OPERATOR.value(), Role.OPERATOR)
                .roster(draft.read(STORE))
                .build());
    }

    private static RosterDraft mayReport(String from) {
        return roster(from).role("OPERATOR", "EXECUTE:X1", "EXECUTE:X2", "EXECUTE:X5");
    }

    private static RosterDraft mayNotReport(String from) {
        return roster(from).role("OPERATOR", "EXECUTE:X2", "EXECUTE:X5");
    }

    private List<Intake> record() {
        Reading reading = Reading.of(
                StoreFixture.ITSELF,
                SlotId.of(SUNDAY, 3),
                at("2024-06-16T11:00:00+08:00"),
                Figures.of(100, 10, 1),
                "hand");
        return ops.deskOf(OPERATOR).reporting().record(STORE, List.of(reading));
    }

    private Agenda agenda(LocalDate date) {
        return ops.deskOf(OPERATOR).agenda().on(STORE, date);
    }

    @Test
    void givesAndTakesRightsAtItsInstant() {
        enrol(mayReport("2024-06-16"));
        enrol(mayNotReport("2024-06-16T11:30:00+08:00"));
        clock.set(at("2024-06-16T11:29:59.999999+08:00"));
        assertEquals(1, record().size());
        clock.set(at("2024-06-16T11:30:00+08:00"));
        assertThrows(DeniedException.class, this::record);
    }

    @Test
    void leavesTheDateThatHasBegunWithWhatItExpectsAndPlansTheNext() {
        enrol(mayReport("2024-06-16"));
        Agenda before = agenda(SUNDAY);
        enrol(mayReport("2024-06-16T11:30:00+08:00").with("duties", DayDuties.weekly("NEXT_MONDAY 12:00")));
        clock.set(at("2024-06-16T12:00:00+08:00"));
        assertEquals(before.counts(), agenda(SUNDAY).counts());
        // Sunday's last slot and Sunday's week are Sunday's; of Monday itself, only the report of its own week.
        assertEquals(new TreeMap<>(Map.of("1.1", 1, "5.1", 2)), agenda(MONDAY).counts());
    }

    @Test
    void isTheFirstAndExpectsNothingThatCouldBeDoneBefore() {
        clock.set(at("2024-06-16T11:30:00+08:00"));
        enrol(mayReport("2024-06-16T11:30:00+08:00"));
        assertEquals(
                new TreeMap<>(Map.of("1.1", 10, "1.2", 10, "5.1", 1)),
                agenda(SUNDAY).counts());
        assertEquals(
                SlotId.of(SUNDAY, 4),
                agenda(SUNDAY).items().get(0).occurrence().slot().orElseThrow());
        assertEquals(14, agenda(MONDAY).counts().get("1.1"));
        assertTrue(ops.tick(STORE).raised().isEmpty());
    }

    @Test
    void doesNotRuleBefore() {
        enrol(mayReport("2024-06-16T11:30:00+08:00"));
        NotEnrolledException early = assertThrows(NotEnrolledException.class, () -> agenda(SUNDAY));
        assertTrue(early.getMessage().contains("no roster is in force at 2024-06-16T08:00+08:00"), early::getMessage);
    }

    @Test
    void neverChangesWhatIsPast() {
        enrol(mayReport("2024-06-16"));
        clock.set(at("2024-06-16T12:00:00+08:00"));
        RosterInForceException late =
                assertThrows(RosterInForceException.class, () -> enrol(mayNotReport("2024-06-16T11:59:59+08:00")));
        assertTrue(
                late.getMessage().endsWith("Let the changed roster begin at 2024-06-16T04:00:00Z or later"),
                late::getMessage);
        enrol(mayNotReport("2024-06-16T12:00:00+08:00"));
        assertThrows(RosterInForceException.class, () -> enrol(mayReport("2024-06-16T12:00:00+08:00")));
    }

    @Test
    void isReplacedWhileItLiesAheadButOnlyUnderTheNameThatItHas() {
        enrol(mayReport("2024-06-16"));
        enrol(mayReport("2024-06-16T11:30:00+08:00"));
        enrol(mayNotReport("2024-06-16T11:30:00+08:00"));
        enrol(mayReport("2024-06-17"));
        IllegalArgumentException twice =
                assertThrows(IllegalArgumentException.class, () -> enrol(mayReport("2024-06-17T00:00:00+08:00")));
        assertTrue(twice.getMessage().endsWith("Write 2024-06-17 to replace that one"), twice::getMessage);
        clock.set(at("2024-06-16T11:30:00+08:00"));
        assertThrows(DeniedException.class, this::record);
    }
}
