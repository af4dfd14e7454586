package io.storeops.adapter.html;

import io.storeops.StoreOps;
import io.storeops.authority.Assignment;
import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.catalog.SalesTarget;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.evidence.EvidenceKind;
import io.storeops.figures.Figures;
import io.storeops.figures.Intake;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Restatement;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectKind;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.kpi.Kpi;
import io.storeops.position.RosterDocument;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.Gaps;
import io.storeops.reporting.Release;
import io.storeops.reporting.Resolution;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.MemoryStorage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store at work for a test: its clock is set by the test, its channel takes everything at once. */
final class ShopDay implements AutoCloseable {
    static final LocalDate DATE = LocalDate.of(2024, 6, 16);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Store store;
    private final SettableClock clock = SettableClock.at(Instant.parse("2024-06-15T16:00:00Z"));
    private final StoreOps ops;
    private final AtomicInteger commands = new AtomicInteger();
    private boolean answers = true;

    ShopDay(String name, Currency currency, long targetMinor, List<Subject> watched, String... boundaries) {
        store = new Store(StoreId.of("S1"), name, ZONE, currency);
        AtomicInteger receipts = new AtomicInteger();
        ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .commandIds(() -> CommandId.of("c" + commands.incrementAndGet()))
                .channel(
                        "DATA_GROUP",
                        message -> answers
                                ? new SendResult.Accepted("m" + receipts.incrementAndGet(), clock.instant())
                                : new SendResult.Unknown("the answer was lost"))
                .build();
        ops.enrol(new Enrolment(
                store,
                watched.stream()
                        .filter(subject -> subject.kind() == SubjectKind.ITEM)
                        .map(subject -> new Item(store.id(), subject.id(), DATE, Optional.of(DATE)))
                        .toList(),
                watched.stream()
                        .filter(subject -> subject.kind() == SubjectKind.COMPETITOR)
                        .map(subject -> new CompetitorItem(store.id(), subject.id(), DATE, Optional.of(DATE)))
                        .toList(),
                List.of(new Assignment(
                        store.id(), ActorId.of("op-1"), Role.OPERATOR, DATE, Optional.empty(), Optional.empty())),
                List.of(),
                targetMinor < 0 ? List.of() : List.of(new SalesTarget(store.id(), DATE, DATE, targetMinor)),
                RosterDocument.read("roster", roster(List.of(boundaries)), store.id())));
    }

    private static Json roster(List<String> boundaries) {
        return Json.object(Map.of(
                "position",
                Json.object(Map.of("effectiveFrom", Json.of("2024-06-16"), "version", Json.of("1"))),
                "slotPlan",
                Json.object(Map.of(
                        "boundaries",
                                Json.array(boundaries.stream().map(Json::of).toList()),
                        "collectBy", Json.of("PT10M"),
                        "releaseBy", Json.of("PT15M"),
                        "missedAt", Json.of("NEXT_DAY 09:00"))),
                "duties",
                Json.array(List.of(Json.object(Map.of(
                        "id", Json.of("1.2"),
                        "module", Json.of(1),
                        "name", Json.of("发布"),
                        "en", Json.of("Release"),
                        "cadence", Json.object(Map.of("kind", Json.of("EACH_BOUNDARY"))),
                        "urgency", Json.of("PROMPT"),
                        "evidence", Json.array(List.of(Json.of("CHANNEL_RECEIPT:DATA_GROUP"))),
                        "permission", Json.of("EXECUTE:X1"))))),
                "roles",
                Json.object(Map.of("OPERATOR", Json.array(List.of(Json.of("EXECUTE:X1")))))));
    }

    Subject self() {
        return Subject.ofStore(store.id());
    }

    private SlotReporting desk() {
        return ops.deskOf(ActorId.of("op-1")).reporting();
    }

    /** Sets the clock to a local time of the day, as in 09:08, or of another date with the date in front. */
    void at(String time) {
        clock.set(instant(time));
    }

    private static Instant instant(String time) {
        LocalDateTime local = LocalDateTime.parse(time.contains("T") ? time : DATE + "T" + time);
        return local.atZone(ZONE).toInstant();
    }

    /** Reads cumulative figures of a slot's boundary at the time of the clock. */
    void read(Subject subject, int slot, Figures figures) {
        read(subject, SlotId.of(DATE, slot), clock.instant(), figures, Optional.empty());
    }

    void read(Subject subject, SlotId slot, Instant observedAt, Figures figures, Optional<Restatement> reason) {
        List<Intake> intakes = desk().record(
                        store.id(),
                        List.of(new Reading(
                                subject,
                                slot,
                                observedAt,
                                figures,
                                Semantics.CUMULATIVE_DAY,
                                subject.kind() == SubjectKind.COMPETITOR ? Quality.ESTIMATED : Quality.ACTUAL,
                                "test",
                                reason)));
        if (intakes.get(0).taking() != Intake.Taking.ACCEPTED) {
            throw new IllegalArgumentException("Not accepted: " + intakes.get(0));
        }
    }

    void restate(Subject subject, int slot, String observedAt, Figures figures) {
        read(subject, SlotId.of(DATE, slot), instant(observedAt), figures, Optional.of(Restatement.OPERATOR_ERROR));
    }

    void release(int slot) {
        desk().release(store.id(), SlotId.of(DATE, slot), Gaps.CONFIRM);
    }

    /** Releases a slot whose channel gives no answer, and says at the time of the clock when it arrived. */
    void releaseAndConfirm(int slot, String arrived, boolean proof) {
        answers = false;
        release(slot);
        answers = true;
        Release release = desk().dayBook(store.id(), DATE).releases().get(slot - 1);
        if (proof) {
            ops.deskOf(ActorId.of("op-1"))
                    .archive()
                    .attach(
                            store.id(),
                            release.message(),
                            EvidenceKind.parse("SCREENSHOT"),
                            clock.instant(),
                            "https://example.org/group");
        }
        desk().resolve(store.id(), release.slot(), 1, new Resolution.Arrived("m-" + slot, instant(arrived)));
    }

    /** Reads the first boundary of the next day and releases it, and with it the last slot of the day. */
    void releaseNextDay() {
        SlotId first = SlotId.of(DATE.plusDays(1), 1);
        read(self(), first, clock.instant(), Figures.of(0, 0, 0), Optional.empty());
        desk().release(store.id(), first, Gaps.CONFIRM);
    }

    void correct(int slot) {
        desk().correct(store.id(), SlotId.of(DATE, slot));
    }

    Board board() {
        return new Board(
                store,
                desk().dayBook(store.id(), DATE),
                desk().attainment(store.id(), DATE),
                ops.deskOf(ActorId.of("op-1"))
                        .scorecards()
                        .of(store.id(), DATE, DATE, clock.instant())
                        .scores(Kpi.K1_1, Kpi.K1_2, Kpi.K1_3, Kpi.K1_4));
    }

    @Override
    public void close() {
        ops.close();
    }
}
