package io.storeops;

import static io.storeops.StoreFixture.ITSELF;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.agenda.Agenda;
import io.storeops.agenda.OccurrenceId;
import io.storeops.agenda.Tick;
import io.storeops.authority.Role;
import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.figures.Figures;
import io.storeops.figures.Intake;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.json.Json;
import io.storeops.kpi.Kpi;
import io.storeops.publishing.UnknownPolicy;
import io.storeops.reporting.DayState;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.MemoryStorage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zones that crossed the date line left out a date: a day without an instant expects nothing (D80). */
class SkippedDateTest {
    private static final String APIA = "Pacific/Apia, 2011-12-30";
    private static final String KWAJALEIN = "Pacific/Kwajalein, 1993-08-21";

    /** A store with the duties of a day in a zone, whose clock stands at the beginning of the day before a date. */
    private static final class Shop {
        private final ZoneId zone;
        private final LocalDate skipped;
        private final LocalDate before;
        private final LocalDate after;
        private final SettableClock clock;
        private final StoreOps ops;

        Shop(String zone, LocalDate skipped) {
            this(zone, skipped, skipped.minusDays(1), DayDuties.document());
        }

        Shop(String zone, LocalDate skipped, LocalDate since, Json duties) {
            this.zone = ZoneId.of(zone);
            this.skipped = skipped;
            this.before = skipped.minusDays(1);
            this.after = skipped.plusDays(1);
            this.clock = SettableClock.at(at(before, "00:00"));
            this.ops = StoreOps.builder()
                    .storage(MemoryStorage.empty(clock))
                    .clock(clock)
                    .channel("DATA_GROUP", new FakeChannel(clock), UnknownPolicy.HOLD)
                    .build();
            ops.enrol(Enrolment.builder(Store.of(STORE.value(), zone, "USD"), since)
                    .person(OPERATOR.value(), Role.OPERATOR)
                    .roster(RosterDraft.of(since)
                            .with("duties", duties)
                            .role("OPERATOR", "EXECUTE:X1", "EXECUTE:X2", "EXECUTE:X5")
                            .read(STORE))
                    .build());
        }

        private Instant at(LocalDate date, String time) {
            return date.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
        }

        private BusinessDay day(LocalDate date) {
            return SlotPlan.ofHours(9, 21).day(date, zone);
        }

        SlotReporting reporting() {
            return ops.deskOf(OPERATOR).reporting();
        }

        List<String> measured(LocalDate from, LocalDate to, Instant asOf) {
            return ops
                    .deskOf(OPERATOR)
                    .scorecards()
                    .of(STORE, from, to, asOf)
                    .scores(Kpi.K1_1, Kpi.K1_2, Kpi.K1_3, Kpi.K1_4)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }

        Agenda agenda(LocalDate date) {
            return ops.deskOf(OPERATOR).agenda().on(STORE, date);
        }

        Intake read(LocalDate date, int slot, long amount) {
            Reading reading = new Reading(
                    ITSELF,
                    SlotId.of(date, slot),
                    day(date).closes(slot),
                    Figures.of(amount, amount, amount),
                    Semantics.CUMULATIVE_DAY,
                    Quality.ACTUAL,
                    "hand",
                    Optional.empty());
            return reporting().record(STORE, List.of(reading)).get(0);
        }

        /** All thirteen boundaries of the day before, collected and released. */
        Shop workTheDayBefore() {
            for (int k = 1; k <= 13; k++) {
                clock.set(day(before).closes(k));
                read(before, k, 10L * k);
                reporting().release(STORE, SlotId.of(before, k));
            }
            return this;
        }

        /** The morning after: the last slot of the day before, the first of the new day, and its release. */
        Release workTheMorningAfter() {
            clock.set(at(after, "09:00"));
            read(before, 14, 140);
            read(after, 1, 5);
            return reporting().release(STORE, SlotId.of(after, 1));
        }

        List<String> raised() {
            return ops.tick(STORE).raised().stream()
                    .map(item -> item.occurrence().id().toString())
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({APIA, KWAJALEIN})
    void theAgendaExpectsNothingOfItAndTheNextDayClosesTheDayBefore(String zone, LocalDate skipped) {
        Shop shop = new Shop(zone, skipped);
        assertEquals(Map.of(), shop.agenda(skipped).counts());
        assertEquals(13, shop.agenda(shop.before).counts().get("1.1"));
        Agenda next = shop.agenda(shop.after);
        assertEquals(14, next.counts().get("1.1"));
        assertEquals(
                List.of("1.1/" + shop.before + "#14", "1.1/" + shop.after + "#01"),
                next.items().stream()
                        .map(item -> item.occurrence().id().toString())
                        .filter(id -> id.startsWith("1.1/"))
                        .limit(2)
                        .toList());
    }

    @Test
    void aReportThatWouldBeDueOnItIsDueOnTheNextDay() {
        LocalDate friday = LocalDate.of(2011, 12, 30);
        Shop shop = new Shop("Pacific/Apia", friday, friday.minusDays(7), DayDuties.weekly("NEXT_FRIDAY 12:00"));
        assertEquals(Map.of(), shop.agenda(friday).counts());
        Agenda saturday = shop.agenda(friday.plusDays(1));
        assertEquals(
                Optional.of(shop.at(friday.plusDays(1), "12:00")),
                saturday.find(OccurrenceId.parse("5.1/2011-W51:op-1"))
                        .map(item -> item.occurrence().dueAt()));
    }

    @ParameterizedTest
    @CsvSource({APIA, KWAJALEIN})
    void theTickRaisesNothingOfItAndLooksAgainAtTheNextDay(String zone, LocalDate skipped) {
        Shop shop = new Shop(zone, skipped).workTheDayBefore();
        shop.clock.set(shop.at(shop.before, "23:00"));
        Tick evening = shop.ops.tick(STORE);
        assertEquals(shop.day(shop.before).end(), evening.nextWakeUp());
        assertEquals(shop.at(shop.after, "00:00"), evening.nextWakeUp());
        shop.clock.set(evening.nextWakeUp());
        assertEquals(List.of(), shop.raised());
        shop.clock.set(shop.at(shop.after, "09:15"));
        assertEquals(
                List.of("1.1/" + shop.before + "#14", "1.1/" + shop.after + "#01", "1.2/" + shop.after + "#01"),
                shop.raised());
    }

    @ParameterizedTest
    @CsvSource({APIA, KWAJALEIN})
    void noMeasureCountsIt(String zone, LocalDate skipped) {
        Shop shop = new Shop(zone, skipped).workTheDayBefore();
        shop.workTheMorningAfter();
        Instant now = shop.at(shop.after, "09:15");
        shop.clock.set(now);
        assertEquals(
                List.of("K1.1 0/0 N/A", "K1.2 0/0 N/A", "K1.3 0/0 N/A", "K1.4 0/0 N/A"),
                shop.measured(skipped, skipped, now));
        assertEquals(
                List.of("K1.1 45/45 100.00%", "K1.2 45/45 100.00%", "K1.3 14/14 100.00%", "K1.4 14/14 100.00%"),
                shop.measured(shop.before, shop.after, now));
    }

    @ParameterizedTest
    @CsvSource({APIA, KWAJALEIN})
    void itsDayHasNoSubjectAndTakesNoReading(String zone, LocalDate skipped) {
        Shop shop = new Shop(zone, skipped).workTheDayBefore();
        shop.workTheMorningAfter();
        assertEquals(List.of(), shop.reporting().dayBook(STORE, skipped).required());
        Intake refused = shop.read(skipped, 1, 1);
        assertEquals(Intake.Taking.REFUSED, refused.taking(), refused.toString());
    }

    @ParameterizedTest
    @CsvSource({APIA, KWAJALEIN})
    void theFirstReleaseOfTheNextDayClosesTheDayBefore(String zone, LocalDate skipped) {
        Shop shop = new Shop(zone, skipped).workTheDayBefore();
        assertEquals(
                DayState.Phase.PROVISIONAL,
                shop.reporting().dayBook(STORE, shop.before).state().phase());
        Release first = shop.workTheMorningAfter();
        assertTrue(first.complete());
        assertEquals(
                DayState.Phase.FINAL,
                shop.reporting().dayBook(STORE, shop.before).state().phase());
    }
}
