package io.storeops;

import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.authority.Assignment;
import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.catalog.Language;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.RefusedException;
import io.storeops.figures.Figures;
import io.storeops.figures.Intake;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.figures.SubjectDay;
import io.storeops.json.Json;
import io.storeops.position.RosterDocument;
import io.storeops.publishing.UnknownPolicy;
import io.storeops.reporting.DayState;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A1, R17, R24: boundary hours and deadlines are not in the position description, so they are data. */
class EditedRosterTest {
    private static final ZoneId ZONE = ZoneId.of("America/St_Johns");
    private static final LocalDate DATE = LocalDate.of(2024, 7, 1);
    private static final int BOUNDARIES = 10;

    private final SettableClock clock = SettableClock.at(local(DATE, 0, 0));
    private final StoreOps ops = StoreOps.builder()
            .storage(MemoryStorage.empty(clock))
            .clock(clock)
            .channel("DATA_GROUP", new FakeChannel(clock), UnknownPolicy.HOLD)
            .build();
    private final SlotReporting reporting = ops.deskOf(OPERATOR).reporting();

    private static Instant local(LocalDate date, int hour, int minute) {
        return date.atTime(hour, minute).atZone(ZONE).toInstant();
    }

    /** Ten boundaries, 10:00 to 19:00; 20 minutes to collect, 45 to release, missed at 08:00. */
    private static Json edited() {
        List<LocalTime> hours = IntStream.rangeClosed(10, 19)
                .mapToObj(hour -> LocalTime.of(hour, 0))
                .toList();
        Json document = StoreFixture.rosterDocument(DATE, "edited", hours);
        Map<String, Json> members = new TreeMap<>(((Json.Obj) document).members());
        Map<String, Json> plan = new TreeMap<>(((Json.Obj) members.get("slotPlan")).members());
        plan.put("collectBy", Json.of("PT20M"));
        plan.put("releaseBy", Json.of("PT45M"));
        plan.put("missedAt", Json.of("NEXT_DAY 08:00"));
        members.put("slotPlan", Json.object(plan));
        return Json.object(members);
    }

    private void enrol() {
        ops.enrol(new Enrolment(
                new Store(STORE, "Shop", ZONE, Currency.getInstance("CAD"), Language.ENGLISH),
                List.of(),
                List.of(),
                List.of(new Assignment(STORE, OPERATOR, Role.OPERATOR, DATE, Optional.empty(), Optional.empty())),
                List.of(),
                List.of(),
                RosterDocument.read("roster.json", edited(), STORE)));
    }

    private void collect(SlotId slot, Instant observed, long amount) {
        Reading reading = new Reading(
                StoreFixture.ITSELF,
                slot,
                observed,
                Figures.of(amount, amount, amount),
                Semantics.CUMULATIVE_DAY,
                Quality.ACTUAL,
                "hand",
                Optional.empty());
        assertEquals(
                List.of(Intake.Taking.ACCEPTED),
                reporting.record(STORE, List.of(reading)).stream()
                        .map(Intake::taking)
                        .toList());
    }

    @Test
    void runsAWholeDayOfTenBoundariesInItsOwnZoneAndByItsOwnDeadlines() {
        enrol();
        List<Instant> due = new ArrayList<>();
        for (int number = 1; number <= BOUNDARIES; number++) {
            Instant boundary = local(DATE, 9 + number, 0);
            // Later than the default roster's deadlines, within these.
            clock.set(boundary.plus(Duration.ofMinutes(19)));
            collect(SlotId.of(DATE, number), clock.instant(), 100L * number);
            clock.set(boundary.plus(Duration.ofMinutes(44)));
            Release release = reporting.release(STORE, SlotId.of(DATE, number));
            due.add(release.dueAt());
            assertEquals(Release.Timeliness.ON_TIME, release.timeliness());
        }
        assertEquals(
                IntStream.rangeClosed(10, 19)
                        .mapToObj(hour -> local(DATE, hour, 45))
                        .toList(),
                due);

        LocalDate next = DATE.plusDays(1);
        clock.set(local(next, 10, 0));
        collect(SlotId.of(DATE, BOUNDARIES + 1), clock.instant(), 1100);
        collect(SlotId.of(next, 1), clock.instant(), 100);
        reporting.release(STORE, SlotId.of(next, 1));
        SubjectDay day = reporting.dayBook(STORE, DATE).subjectDays().get(0);
        assertEquals(
                BOUNDARIES + 1, reporting.dayBook(STORE, DATE).day().slots().size());
        assertEquals(
                DayState.Phase.FINAL, reporting.dayBook(STORE, DATE).state().phase());
        for (int number = 1; number <= BOUNDARIES + 1; number++) {
            assertEquals(Figures.of(100, 100, 100), day.slot(number), "slot " + number);
        }
    }

    @Test
    void hasNoEleventhBoundary() {
        enrol();
        clock.set(local(DATE, 20, 0));
        RefusedException refused =
                assertThrows(RefusedException.class, () -> reporting.release(STORE, SlotId.of(DATE, BOUNDARIES + 1)));
        assertEquals(
                "RELEASE in store S1 refused, NO_SUCH_BOUNDARY: the plan has boundaries 1 to 10; the last slot is released"
                        + " with the next day's first boundary",
                refused.getMessage());
    }
}
