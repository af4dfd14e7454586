package io.storeops.act;

import static io.storeops.AtOnce.atOnce;
import static io.storeops.RosterDraft.limit;
import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.authority.Right;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.figures.Intake;
import io.storeops.figures.Reading;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often an act may be done on a date: limits accumulate over people and commands. */
class LimitsTest {
    private static final ActorId SECOND = ActorId.of("op-2");

    private StoreFixture shop = StoreFixture.open();
    private final AtomicInteger commands = new AtomicInteger();

    private void limited(LocalDate from, Json... limits) {
        shop.ops.enrol(withLimits(from, limits));
    }

    private Enrolment withLimits(LocalDate from, Json... limits) {
        return shop.enrolment(RosterDraft.usual(from)
                .with("limits", Json.array(List.of(limits)))
                .read(STORE));
    }

    /** An act like recording, on a subject such as an SKU. */
    private void act(ActorId actor, String subject) {
        Acts acts = shop.acts();
        Caller caller = new Caller(actor, CommandId.of("act-" + commands.incrementAndGet()));
        acts.perform(caller, STORE, HandMadeAct.of("RECORD_READINGS", Right.COLLECT_AND_RELEASE, subject));
    }

    private void reached(Runnable act) {
        assertEquals(
                "LIMIT_REACHED",
                assertThrows(RefusedException.class, act::run).refusal().code());
    }

    private List<Long> used() {
        return shop.storage.select(Query.of(LimitUse.TABLE, STORE)).items().stream()
                .map(use -> use.value().used())
                .toList();
    }

    @Test
    void countsEachSubjectOfReadingsApart() {
        shop = new StoreFixture.Setup().itemAndRival().open();
        limited(DAY, limit("readings", "RECORD_READINGS", 1, "SUBJECT"));
        shop.clock.set(shop.at("09:01"));
        Reading ofStore = shop.reading(1, 100, 10, 1);
        Reading ofItem = ofItem(ofStore);
        assertEquals(
                List.of(Intake.Taking.ACCEPTED, Intake.Taking.ACCEPTED),
                shop.operator().record(STORE, List.of(ofStore, ofItem)).stream()
                        .map(Intake::taking)
                        .toList());
        assertEquals(List.of(1L, 1L), used());
        shop.clock.set(shop.at("10:01"));
        RefusedException refused = assertThrows(RefusedException.class, () -> shop.take(shop.reading(2, 200, 20, 2)));
        assertEquals(
                "RECORD_READINGS in store S1 refused, LIMIT_REACHED: the limit 'readings' allows 1 RECORD_READINGS a day, all"
                        + " of them used on 2024-06-16 (actor *, subject store/S1)",
                refused.getMessage());
    }

    private static Reading ofItem(Reading reading) {
        return new Reading(
                StoreFixture.ITEM,
                reading.slot(),
                reading.observedAt(),
                reading.figures(),
                reading.semantics(),
                reading.quality(),
                reading.source(),
                reading.reason());
    }

    @Test
    void refusesWhatGoesBeyondTheLimitAndNamesIt() {
        limited(DAY, limit("readings", "RECORD_READINGS", 2, "ACTOR"));
        shop.collect(1, 100, 10, 1);
        shop.collect(2, 200, 20, 2);
        shop.clock.set(shop.at("11:01"));
        RefusedException refused = assertThrows(RefusedException.class, () -> shop.take(shop.reading(3, 300, 30, 3)));
        assertEquals(
                "RECORD_READINGS in store S1 refused, LIMIT_REACHED: the limit 'readings' allows 2 RECORD_READINGS a day, all"
                        + " of them used on 2024-06-16 (actor op-1, subject *)",
                refused.getMessage());
        assertEquals(2, shop.book().readings().size());
    }

    @Test
    void countsEachPersonApartIfToldTo() {
        limited(DAY, limit("readings", "RECORD_READINGS", 1, "ACTOR"));
        shop.assign(StoreFixture.works(SECOND, "OPERATOR"));
        act(OPERATOR, "A");
        act(SECOND, "A");
        reached(() -> act(OPERATOR, "B"));
        reached(() -> act(SECOND, "B"));
    }

    @Test
    void countsEachSubjectApartIfToldTo() {
        limited(DAY, limit("prices", "RECORD_READINGS", 1, "SUBJECT"));
        shop.assign(StoreFixture.works(SECOND, "OPERATOR"));
        act(OPERATOR, "A");
        act(SECOND, "B");
        reached(() -> act(SECOND, "A"));
        reached(() -> act(OPERATOR, "B"));
    }

    @Test
    void countsTheStoreAsAWholeIfToldNothing() {
        limited(DAY, limit("all", "RECORD_READINGS", 2));
        shop.assign(StoreFixture.works(SECOND, "OPERATOR"));
        act(OPERATOR, "A");
        act(SECOND, "B");
        reached(() -> act(OPERATOR, "C"));
    }

    @Test
    void doesNotCountWhatIsRefusedOrDeniedOrRepeated() {
        limited(DAY, limit("releases", "RELEASE", 2));
        assertThrows(RefusedException.class, () -> shop.release(1));
        assertThrows(DeniedException.class, () -> shop.manager().release(STORE, slot(1)));
        shop.collect(1, 100, 10, 1);
        for (int i = 0; i < 3; i++) {
            shop.ops.deskOf(OPERATOR).under(CommandId.of("first")).reporting().release(STORE, slot(1));
        }
        assertEquals(List.of(1L), used());
        shop.collect(2, 200, 20, 2);
        shop.release(2);
        shop.collect(3, 300, 30, 3);
        reached(() -> shop.release(3));
        assertEquals(List.of(2L), used());
        assertEquals(2, shop.deliveries().size());
    }

    @Test
    void countsForNoLimitIfAnotherOneRefuses() {
        limited(DAY, limit("all", "RECORD_READINGS", 5), limit("of a person", "RECORD_READINGS", 1, "ACTOR"));
        act(OPERATOR, "A");
        reached(() -> act(OPERATOR, "A"));
        assertEquals(List.of(1L, 1L), used());
    }

    @Test
    void givesTheLastUseToOneOfThoseWhoWantItAtOnce() throws Exception {
        limited(DAY, limit("all", "RECORD_READINGS", 3));
        act(OPERATOR, "A");
        act(OPERATOR, "A");
        List<String> answers = atOnce(6, () -> {
            try {
                act(OPERATOR, "A");
                return "done";
            } catch (RefusedException e) {
                return e.refusal().code();
            }
        });
        assertEquals(
                List.of("LIMIT_REACHED", "LIMIT_REACHED", "LIMIT_REACHED", "LIMIT_REACHED", "LIMIT_REACHED", "done"),
                answers.stream().sorted().toList());
        assertEquals(List.of(3L), used());
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 2024-06-16, 24",
        "Europe/Berlin, 2024-03-31, 23",
        "Europe/Berlin, 2024-10-27, 25",
        "Asia/Beirut, 2024-03-31, 23"
    })
    void beginsAnewWithTheStoresNextDateHoweverLongTheDateIs(String zone, LocalDate date, long hours) {
        shop = new StoreFixture.Setup().zone(zone).open();
        LocalDate from = LocalDate.of(2024, 1, 2);
        ZoneId place = ZoneId.of(zone);
        shop.clock.set(from.atStartOfDay(place).toInstant());
        limited(from, limit("all", "RECORD_READINGS", 1));
        Instant first = date.atStartOfDay(place).toInstant();
        shop.clock.set(first);
        act(OPERATOR, "A");
        Instant end = first.plusSeconds(hours * 3600);
        shop.clock.set(end.minusNanos(1_000));
        reached(() -> act(OPERATOR, "A"));
        shop.clock.set(end);
        act(OPERATOR, "A");
        reached(() -> act(OPERATOR, "A"));
    }

    @Test
    void ofAnActThatDoesNotExistIsRefusedWithTheRoster() {
        Enrolment enrolment = withLimits(DAY, limit("looks", "READ_DAY", 1));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> shop.ops.enrol(enrolment));
        assertEquals(
                "The limit 'looks' counts READ_DAY, which is not an act. There are ",
                refused.getMessage().substring(0, refused.getMessage().indexOf('[')));
    }

    @Test
    void isNoMatterOfWhoeverMayNotAnyway() {
        limited(DAY, limit("all", "RECORD_READINGS", 1));
        act(OPERATOR, "A");
        assertThrows(DeniedException.class, () -> act(MANAGER, "A"));
    }
}
