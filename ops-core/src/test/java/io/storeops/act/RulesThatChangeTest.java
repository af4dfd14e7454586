package io.storeops.act;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.authority.Assignment;
import io.storeops.authority.CharterVersion;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.DeniedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.position.Roster;
import io.storeops.reporting.SlotReporting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules count from the instant and from the commit on at which they change (R88), whoever changed them. */
class RulesThatChangeTest {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    private final StoreFixture shop = StoreFixture.open();
    private final StoreOps otherProcess = shop.opened(shop.storage);
    private final Roster usual =
            StoreFixture.roster(SINCE, "1", SlotPlan.ofHours(9, 21).boundaries());

    private Enrolment saying(List<Assignment> assignments, List<Deputyship> deputies, Roster roster) {
        Enrolment now = shop.enrolment(usual);
        return new Enrolment(now.store(), List.of(), List.of(), assignments, deputies, List.of(), roster);
    }

    private static Deputyship standsIn(ActorId deputy, ActorId principal, LocalDate from, LocalDate to) {
        return new Deputyship(STORE, deputy, principal, Role.OPERATOR, from, Optional.of(to));
    }

    private static Roster withoutReporting(LocalDate from) {
        return RosterDraft.of(from)
                .role("OPERATOR", "EXECUTE:X2")
                .role("STORE_MANAGER", "INSTRUCT")
                .read(STORE);
    }

    private void maySee(ActorId actor) {
        assertEquals(
                DAY,
                shop.ops.deskOf(actor).reporting().dayBook(STORE, DAY).day().date());
    }

    private void mayNotSee(ActorId actor) {
        assertThrows(
                DeniedException.class, () -> shop.ops.deskOf(actor).reporting().dayBook(STORE, DAY));
    }

    /** The last microsecond of the first day, and the first of the next. */
    private void aroundMidnight(Runnable before, Runnable after) {
        Instant midnight = shop.day(NEXT).start();
        shop.clock.set(midnight.minusNanos(1_000));
        before.run();
        shop.clock.set(midnight);
        after.run();
    }

    @Nested
    class AtTheirInstant {
        @Test
        void anAssignmentEnds() {
            shop.assign(StoreFixture.leaves(DAY));
            aroundMidnight(() -> maySee(OPERATOR), () -> mayNotSee(OPERATOR));
        }

        @Test
        void aNewRosterTakesARightAway() {
            otherProcess.enrol(saying(List.of(), List.of(), withoutReporting(NEXT)));
            aroundMidnight(() -> maySee(OPERATOR), () -> mayNotSee(OPERATOR));
        }

        @Test
        void aDeputyshipBegins() {
            otherProcess.enrol(saying(List.of(), List.of(standsIn(STRANGER, OPERATOR, NEXT, NEXT)), usual));
            aroundMidnight(() -> mayNotSee(STRANGER), () -> maySee(STRANGER));
        }

        @Test
        void aDeputyshipEnds() {
            otherProcess.enrol(saying(List.of(), List.of(standsIn(STRANGER, OPERATOR, DAY, DAY)), usual));
            aroundMidnight(() -> maySee(STRANGER), () -> mayNotSee(STRANGER));
        }

        @Test
        void aDeputyLosesWhatThePrincipalLoses() {
            otherProcess.enrol(
                    saying(List.of(StoreFixture.leaves(DAY)), List.of(standsIn(STRANGER, OPERATOR, DAY, NEXT)), usual));
            aroundMidnight(() -> maySee(STRANGER), () -> mayNotSee(STRANGER));
        }

        @Test
        void aDayBeginsWhereMidnightDoesNotExist() {
            StoreFixture beirut = new StoreFixture.Setup().zone("Asia/Beirut").open();
            beirut.assign(StoreFixture.leaves(LocalDate.of(2024, 3, 30)));
            // The clocks went from 24:00 on 30 March 2024 to 01:00 on the 31st: 22:00 UTC.
            Instant change = Instant.parse("2024-03-30T22:00:00Z");
            beirut.clock.set(change.minusNanos(1_000));
            assertEquals(DAY, beirut.operator().dayBook(STORE, DAY).day().date());
            beirut.clock.set(change);
            assertThrows(DeniedException.class, () -> beirut.operator().dayBook(STORE, DAY));
        }
    }

    @Nested
    class FromTheirCommitOn {
        @Test
        void anotherProcessEndsAnAssignment() {
            maySee(OPERATOR);
            otherProcess.enrol(saying(List.of(StoreFixture.leaves(DAY.minusDays(1))), List.of(), usual));
            mayNotSee(OPERATOR);
        }

        @Test
        void anotherProcessBringsARoster() {
            maySee(OPERATOR);
            otherProcess.enrol(saying(List.of(), List.of(), withoutReporting(DAY)));
            mayNotSee(OPERATOR);
        }

        @Test
        void anotherProcessNamesADeputy() {
            mayNotSee(STRANGER);
            otherProcess.enrol(saying(List.of(), List.of(standsIn(STRANGER, OPERATOR, DAY, DAY)), usual));
            maySee(STRANGER);
        }

        @Test
        void theAuditLineTellsForWhomADeputyActed() {
            otherProcess.enrol(saying(List.of(), List.of(standsIn(STRANGER, OPERATOR, DAY, DAY)), usual));
            shop.collect(1, 100, 10, 1);
            shop.ops.deskOf(STRANGER).reporting().release(STORE, slot(1));
            assertEquals(
                    Optional.of(OPERATOR),
                    shop.records().get(shop.records().size() - 1).record().onBehalfOf());
        }
    }

    @Nested
    class BetweenDecisionAndCommit {
        private void undoesTheRelease(Enrolment change) {
            shop.collect(1, 100, 10, 1);
            shop.storage.beforeNextCommit(() -> otherProcess.enrol(change));
            assertThrows(DeniedException.class, () -> shop.release(1));
            assertEquals(List.of(), shop.deliveries());
            assertEquals(List.of(), shop.channel.attempts());
        }

        @Test
        void aNewRosterUndoesTheAct() {
            undoesTheRelease(saying(List.of(), List.of(), withoutReporting(DAY)));
        }

        @Test
        void anotherZoneInWhichTheAssignmentIsOverUndoesTheAct() {
            shop.assign(StoreFixture.leaves(DAY));
            shop.collect(13, 100, 10, 1);
            shop.storage.beforeNextCommit(() -> otherProcess.enrol(inKiribati()));
            assertThrows(DeniedException.class, () -> shop.release(13));
            assertEquals(List.of(), shop.deliveries());
        }

        @Test
        void aDeputyshipThatEndsUndoesTheAct() {
            otherProcess.enrol(saying(List.of(), List.of(standsIn(STRANGER, OPERATOR, DAY.minusDays(1), DAY)), usual));
            shop.collect(1, 100, 10, 1);
            LocalDate yesterday = DAY.minusDays(1);
            shop.storage.beforeNextCommit(() -> otherProcess.enrol(
                    saying(List.of(), List.of(standsIn(STRANGER, OPERATOR, yesterday, yesterday)), usual)));
            assertThrows(
                    DeniedException.class,
                    () -> shop.ops.deskOf(STRANGER).reporting().release(STORE, slot(1)));
            assertEquals(List.of(), shop.deliveries());
        }

        @Test
        void somebodyWhoComesToBeAllowedMeanwhileIsAllowed() {
            otherProcess.enrol(saying(List.of(StoreFixture.leaves(DAY.minusDays(1))), List.of(), usual));
            shop.storage.beforeNextCommit(() ->
                    otherProcess.enrol(saying(List.of(StoreFixture.works(OPERATOR, "OPERATOR")), List.of(), usual)));
            shop.clock.set(shop.at("09:01"));
            shop.accept(shop.reading(1, 100, 10, 1));
        }
    }

    /** It is the next day in Kiribati from 18:00 in Shanghai on. */
    private Enrolment inKiribati() {
        Store store = shop.enrolment(usual).store();
        return new Enrolment(
                new Store(STORE, store.name(), ZoneId.of("Pacific/Kiritimati"), store.currency()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                usual);
    }

    @Nested
    class WhileTheyAreBeingRead {
        @Test
        void aZoneOfAnEarlierVersionIsNotTakenForThatOfALaterOne() {
            shop.assign(StoreFixture.leaves(DAY));
            shop.clock.set(shop.at("20:00"));
            StoreOps freshlyOpened = shop.opened(shop.storage);
            shop.storage.duringNextFind(Store.TABLE, () -> otherProcess.enrol(inKiribati()));
            assertThrows(
                    DeniedException.class,
                    () -> freshlyOpened.deskOf(OPERATOR).reporting().dayBook(STORE, DAY));
        }

        @Test
        void anActIsNotDecidedInAZoneThatIsOlderThanItsVersion() {
            shop.assign(StoreFixture.leaves(DAY));
            shop.clock.set(shop.at("20:00"));
            SlotReporting freshlyOpened =
                    shop.opened(shop.storage).deskOf(OPERATOR).reporting();
            shop.storage.duringNextFind(Store.TABLE, () -> otherProcess.enrol(inKiribati()));
            assertThrows(
                    DeniedException.class, () -> freshlyOpened.record(STORE, List.of(shop.reading(12, 100, 10, 1))));
        }

        @Test
        void rowsOfALaterVersionAreNotTakenForThoseOfAnEarlierOne() {
            StoreOps freshlyOpened = shop.opened(shop.storage);
            shop.storage.duringNextFind(
                    CharterVersion.TABLE,
                    () -> otherProcess.enrol(saying(List.of(StoreFixture.leaves(DAY.minusDays(1))), List.of(), usual)));
            DeniedException denied = assertThrows(
                    DeniedException.class,
                    () -> freshlyOpened.deskOf(OPERATOR).reporting().release(STORE, slot(1)));
            assertEquals("EXECUTE:X1", denied.code());
            assertEquals(
                    2,
                    shop.records()
                            .get(shop.records().size() - 1)
                            .record()
                            .rules()
                            .charter());
        }
    }

    @Nested
    class WhoSubmittedIt {
        private final Acts acts = shop.acts(EntryPoint.act("DECIDE_SUGGESTION", List.of(Right.DECIDE_ANOMALY)));

        private void decide(ActorId actor, HandMadeAct act) {
            acts.perform(new Caller(actor, CommandId.of("decide/" + actor)), STORE, act);
        }

        @Test
        void isNotLookedUpForSomebodyWithoutTheRight() {
            HandMadeAct act = HandMadeAct.of("DECIDE_SUGGESTION", Right.DECIDE_ANOMALY, "SG1")
                    .submittedBy(context -> {
                        throw new IllegalArgumentException("There is no suggestion SG1");
                    });
            assertThrows(DeniedException.class, () -> decide(STRANGER, act));
            assertThrows(IllegalArgumentException.class, () -> decide(MANAGER, act));
        }

        @Test
        void doesNotDecideOnIt() {
            HandMadeAct act = HandMadeAct.of("DECIDE_SUGGESTION", Right.DECIDE_ANOMALY, "SG1")
                    .submittedBy(context -> Set.of(MANAGER));
            DeniedException denied = assertThrows(DeniedException.class, () -> decide(MANAGER, act));
            assertEquals(
                    "mgr-1 may not DECIDE_SUGGESTION in store S1: nobody decides what they submitted, in person or through"
                            + " a deputy. Nobody else may decide it now",
                    denied.getMessage());
            assertEquals(DeniedException.SELF_DECISION, denied.code());
        }

        @Test
        void doesNotDecideOnItAsTheDeputyOfSomebodyWhoMight() {
            Deputyship deputyship = new Deputyship(STORE, OPERATOR, MANAGER, Role.STORE_MANAGER, DAY, Optional.of(DAY));
            otherProcess.enrol(saying(List.of(), List.of(deputyship), usual));
            HandMadeAct act = HandMadeAct.of("DECIDE_SUGGESTION", Right.DECIDE_ANOMALY, "SG1");
            decide(OPERATOR, act.submittedBy(context -> Set.of(STRANGER)));
            HandMadeAct own = HandMadeAct.of("DECIDE_SUGGESTION", Right.DECIDE_ANOMALY, "SG2")
                    .submittedBy(context -> Set.of(OPERATOR));
            DeniedException denied = assertThrows(
                    DeniedException.class, () -> acts.perform(new Caller(OPERATOR, CommandId.of("c-2")), STORE, own));
            assertEquals(DeniedException.SELF_DECISION, denied.code());
        }
    }

    @Nested
    class IdsThatLookAlike {
        @Test
        void areDifferentPeople() {
            maySee(OPERATOR);
            mayNotSee(ActorId.of("\u043e\u0440-1")); // Cyrillic o and er, which look like op
            mayNotSee(ActorId.of("OP-1"));
        }

        @Test
        void areRefusedWithSpaceAtTheEnd() {
            Map<String, String> shown = Map.of(
                    " ", " ",
                    "\t", "\\u0009",
                    "\n", "\\u000A",
                    "\u00a0", "\\u00A0",
                    "\u2007", "\\u2007",
                    "\u202f", "\\u202F",
                    "\u3000", "\\u3000");
            shown.forEach((end, seen) -> assertEquals(
                    "The actor id 'op-1" + seen + "' must not begin or end with white space",
                    assertThrows(IllegalArgumentException.class, () -> ActorId.of("op-1" + end))
                            .getMessage()));
        }

        @Test
        void areRefusedWithWhatNobodySees() {
            assertThrows(IllegalArgumentException.class, () -> ActorId.of("op-1\u200b"));
            assertThrows(IllegalArgumentException.class, () -> ActorId.of("\uff4fp-1")); // full-width o
            assertThrows(IllegalArgumentException.class, () -> ActorId.of("\u043ep-1")); // Cyrillic o before a Latin p
            assertThrows(IllegalArgumentException.class, () -> ActorId.of("op\u00ad-1"));
            assertThrows(IllegalArgumentException.class, () -> ActorId.of("zoe\u0308"));
        }
    }
}
