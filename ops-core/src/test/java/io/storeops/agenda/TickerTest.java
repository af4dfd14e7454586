package io.storeops.agenda;

import static io.storeops.AtOnce.atOnce;
import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Scored;
import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.evidence.AuditRecord;
import io.storeops.failure.NotEnrolledException;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.kpi.Kpi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class TickerTest {
    private final StoreFixture shop = new StoreFixture.Setup().duties().open();

    private List<String> raised(StoreOps ops) {
        Tick tick = ops.tick(STORE);
        return tick.raised().stream()
                .map(item -> item.occurrence().id() + " " + item.stateAt(tick.at()))
                .toList();
    }

    private List<String> raisedAt(String time) {
        shop.clock.set(shop.at(time));
        return raised(shop.ops);
    }

    @Test
    void reportsAReleaseFromItsDueInstantOn() {
        assertEquals(List.of("1.1/2024-06-16#01 OVERDUE"), raisedAt("09:14:59.999999"));
        assertEquals(List.of("1.2/2024-06-16#01 OVERDUE"), raisedAt("09:15:00"));
    }

    @Test
    void reportsNothingThatWasDoneByThen() {
        shop.work(DAY, 1);
        assertEquals(List.of(), raisedAt("09:20:00"));
    }

    @Test
    void reportsACollectionAtItsOwnDueInstant() {
        assertEquals(List.of(), raisedAt("09:09:59"));
        assertEquals(List.of("1.1/2024-06-16#01 OVERDUE"), raisedAt("09:10:00"));
        assertEquals(List.of("1.2/2024-06-16#01 OVERDUE"), raisedAt("09:15:00"));
    }

    @Test
    void reportsNothingOfADutyThatNoModuleCarriesOut() {
        assertEquals(List.of("1.1/2024-06-16#01 OVERDUE", "1.2/2024-06-16#01 OVERDUE"), raisedAt("09:30:00"));
    }

    @Test
    void reportsOnce() {
        assertEquals(2, raisedAt("09:16:00").size());
        assertEquals(List.of(), raised(shop.ops));
        assertEquals(List.of(), raisedAt("09:17:00"));
    }

    @Test
    void catchesUpOnceAfterAPause() {
        raisedAt("08:00:00");
        shop.clock.set(shop.at(NEXT, "08:59:00"));
        List<String> found = raised(shop.ops);
        assertEquals(13, found.stream().filter(name -> name.startsWith("1.2/")).count());
        // thirteen collections and releases, the sweep, and the summary of the tasks
        assertEquals(2 * 13 + 2, found.size(), found.toString());
        assertEquals(List.of(), raised(shop.ops));
    }

    @Test
    void doesNotReportAgainWhatIsMissed() {
        raisedAt("23:00:00");
        shop.clock.set(shop.at(NEXT, "09:00:00"));
        assertEquals(List.of(), raised(shop.ops));
    }

    @Test
    void isNotSilencedByALookWhoseClockWasAYearAhead() {
        raisedAt("08:00:00");
        shop.clock.set(shop.at(DAY.plusYears(1), "09:00:00"));
        shop.ops.tick(STORE);
        shop.clock.set(shop.at("09:11:00"));
        Tick tick = shop.ops.tick(STORE);
        assertEquals(Optional.of(shop.at(DAY.plusYears(1), "09:00:00")), tick.ahead());
        assertEquals(1, tick.raised().size());
        assertTrue(shop.trail()
                .get(shop.trail().size() - 1)
                .record()
                .result()
                .canonical()
                .contains("\"ahead\""));
        assertEquals(List.of("1.2/2024-06-16#01 OVERDUE"), raisedAt("09:15:00"));
        assertEquals(Optional.empty(), shop.ops.tick(STORE).ahead());
    }

    /** UTC for the time in Shanghai is the wrong clock that is met most. */
    @Test
    void repeatsNothingThatItRaisedBeforeALookWhoseClockWasEightHoursAhead() {
        assertEquals(List.of("1.1/2024-06-16#01 OVERDUE"), raisedAt("09:12:00"));
        assertEquals(List.of("1.2/2024-06-16#01 OVERDUE"), raisedAt("09:20:00"));
        assertEquals(16, raisedAt("17:21:00").size());
        assertEquals(List.of(), raisedAt("09:22:00"));
        assertEquals(List.of("1.1/2024-06-16#02 OVERDUE", "1.2/2024-06-16#02 OVERDUE"), raisedAt("10:20:00"));
    }

    @Test
    void repeatsNothingAtALookWhoseClockFellBack() {
        assertEquals(2, raisedAt("09:20:00").size());
        shop.clock.set(shop.at(NEXT, "09:20:00"));
        // twelve boundaries of yesterday, its last collection, its sweep, its summary, and this day's first boundary
        assertEquals(12 * 2 + 1 + 2 + 2, raised(shop.ops).size());
        assertEquals(List.of(), raisedAt("09:30:00"));
        shop.clock.set(shop.at(NEXT, "09:21:00"));
        assertEquals(List.of(), raised(shop.ops));
    }

    @Test
    void reportsWhatWasPassedOverYesterday() {
        raisedAt("23:00:00");
        shop.clock.set(shop.at(DAY.plusDays(40), "00:00:00"));
        shop.ops.tick(STORE);
        shop.clock.set(shop.at(NEXT, "09:12:00"));
        assertEquals(List.of("1.1/2024-06-16#14 OVERDUE", "1.1/2024-06-17#01 OVERDUE"), raised(shop.ops));
    }

    @Test
    void reportsAfterAFirstLookInTheNightWhatBecomesDueOfYesterday() {
        StoreFixture late =
                new StoreFixture.Setup().boundaries("09:00", "23:50").duties().open();
        late.clock.set(late.at(NEXT, "00:02:00"));
        assertEquals(List.of(), raised(late.ops));
        late.clock.set(late.at(NEXT, "00:05:00"));
        assertEquals(List.of("1.2/2024-06-16#02 OVERDUE"), raised(late.ops));
    }

    @Test
    void takesNoOffenceAtClocksThatDifferALittle() {
        raisedAt("09:15:30");
        shop.clock.set(shop.at("09:15:00"));
        Tick tick = shop.ops.tick(STORE);
        assertEquals(Optional.empty(), tick.ahead());
        assertEquals(List.of(), tick.raised());
    }

    @Test
    void reportsNothingFromBeforeTheFirstRoster() {
        StoreFixture fresh = new StoreFixture.Setup().duties().open();
        StoreOps ops = fresh.opened(io.storeops.storage.MemoryStorage.empty(fresh.clock));
        ops.enrol(fresh.enrolment(
                fresh.rosterFrom(NEXT, "1", fresh.day(DAY).plan().boundaries())));
        fresh.clock.set(fresh.at(NEXT, "09:20:00"));
        assertEquals(List.of("1.1/2024-06-17#01 OVERDUE", "1.2/2024-06-17#01 OVERDUE"), raised(ops));
        assertEquals(
                List.of("1.1/2024-06-17#01", "1.2/2024-06-17#01"),
                ops.deskOf(OPERATOR).agenda().today(STORE).overdue().stream()
                        .map(item -> item.occurrence().id().toString())
                        .toList());
        assertEquals(
                "K1.4 0/1 0.00%",
                new Scored(ops, fresh.clock, NEXT.minusDays(30), NEXT, List.of(Kpi.K1_4))
                        .raw()
                        .get(0));
    }

    @Test
    void leavesALineOfTheTrailForWhatItReports() {
        raisedAt("08:00:00");
        assertTrue(shop.trail().stream().noneMatch(line -> line.record().act().equals("FLAG")));
        raisedAt("09:15:00");
        AuditRecord flag = shop.trail().get(shop.trail().size() - 1).record();
        assertEquals("FLAG", flag.act());
        assertEquals(ActorId.SYSTEM, flag.actor());
        assertEquals(
                "{\"raised\":[\"1.1/2024-06-16#01 OVERDUE\",\"1.2/2024-06-16#01 OVERDUE\"]}",
                flag.result().canonical());
    }

    @Test
    void saysWhenToLookAgain() {
        shop.clock.set(shop.at("08:00:00"));
        List<Instant> looks = new ArrayList<>();
        while (looks.size() < 5) {
            looks.add(shop.ops.tick(STORE).nextWakeUp());
            shop.clock.set(looks.get(looks.size() - 1));
        }
        assertEquals(
                List.of(
                        // the inspection opens with the first boundary
                        shop.at("09:00:00"),
                        shop.at("09:10:00"),
                        shop.at("09:15:00"),
                        shop.at("09:30:00"),
                        shop.at("10:00:00")),
                looks);
    }

    @Test
    void looksAgainForWhatIsStillOpenFromYesterday() {
        StoreFixture late =
                new StoreFixture.Setup().boundaries("09:00", "23:50").duties().open();
        late.clock.set(late.at("23:59:00"));
        assertEquals(late.at(NEXT, "00:00:00"), late.ops.tick(STORE).nextWakeUp());
        late.clock.set(late.at(NEXT, "00:00:00"));
        assertEquals(late.at(NEXT, "00:05:00"), late.ops.tick(STORE).nextWakeUp());
        late.clock.set(late.at(NEXT, "00:05:00"));
        assertEquals(List.of("1.2/2024-06-16#02 OVERDUE"), raised(late.ops));
    }

    @Test
    void reportsTheLastSlotThatNobodyCollected() {
        shop.clock.set(shop.at(NEXT, "09:09:00"));
        shop.ops.tick(STORE);
        shop.clock.set(shop.at(NEXT, "09:10:00"));
        assertEquals(List.of("1.1/2024-06-16#14 OVERDUE", "1.1/2024-06-17#01 OVERDUE"), raised(shop.ops));
    }

    @Test
    void looksAgainAtMidnightAtTheLatest() {
        shop.clock.set(shop.at("23:30:00"));
        assertEquals(shop.at(NEXT, "00:00:00"), shop.ops.tick(STORE).nextWakeUp());
    }

    @Test
    void looksAgainWhenAMessageMayBeTriedAgain() {
        shop.collect(1, 100, 10, 1);
        shop.channel.nextRefusesUntil(shop.at("09:03:00"));
        shop.release(1);
        assertEquals(shop.at("09:03:00"), shop.ops.tick(STORE).nextWakeUp());
        shop.clock.set(shop.at("09:03:00"));
        Tick tick = shop.ops.tick(STORE);
        assertEquals("release/2024-06-16#01/v1", tick.settled().get(0).messageId());
        assertEquals(shop.at("09:30:00"), tick.nextWakeUp());
    }

    @Test
    void isReportedByOneOfSeveralProcesses() throws Exception {
        shop.clock.set(shop.at("23:00:00"));
        List<Callable<List<String>>> ticks = new ArrayList<>();
        for (int process = 0; process < 8; process++) {
            StoreOps other = shop.opened(shop.storage);
            ticks.add(() -> raised(other));
        }
        List<String> all = atOnce(ticks).stream().flatMap(List::stream).toList();
        assertEquals(2 * 13 + 2, all.size(), all.toString());
        assertEquals(all.size(), all.stream().distinct().count());
    }

    @Test
    void refusesAStoreThatIsNotKnown() {
        assertThrows(NotEnrolledException.class, () -> shop.ops.tick(StoreId.of("S2")));
    }

    @Test
    void judgesADayByTheRosterThenInForce() {
        shop.enrolRoster(NEXT, "2", 10, 19);
        shop.clock.set(shop.at(NEXT, "23:59:00"));
        AgendaItem first = shop.ops.deskOf(OPERATOR).agenda().on(STORE, DAY).items().stream()
                .filter(item -> item.occurrence().duty().equals("1.2"))
                .findFirst()
                .orElseThrow();
        assertEquals(shop.at("09:15:00"), first.occurrence().dueAt());
        assertEquals(
                10, shop.ops.deskOf(OPERATOR).agenda().on(STORE, NEXT).counts().get("1.2"));
        assertEquals(
                13, shop.ops.deskOf(OPERATOR).agenda().on(STORE, DAY).counts().get("1.2"));
    }
}
