package io.storeops.act;

import static io.storeops.AtOnce.atOnce;
import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.storeops.Desk;
import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.failure.CommandReusedException;
import io.storeops.failure.DeniedException;
import io.storeops.failure.NotEnrolledException;
import io.storeops.failure.RefusedException;
import io.storeops.figures.Figures;
import io.storeops.figures.Intake;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.StoreId;
import io.storeops.publishing.Channel;
import io.storeops.reporting.Gaps;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.StaleWriteException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ActsTest {
    private final StoreFixture shop = StoreFixture.open();

    private SlotReporting under(String command) {
        return shop.ops.deskOf(OPERATOR).under(CommandId.of(command)).reporting();
    }

    @Nested
    class ADeniedAct {
        @Test
        void namesActorRightStoreAndHolders() {
            DeniedException denied =
                    assertThrows(DeniedException.class, () -> shop.manager().release(STORE, slot(1)));
            assertEquals(
                    "mgr-1 may not RELEASE in store S1: the right EXECUTE:X1 is missing. It is held by [op-1]",
                    denied.getMessage());
            assertEquals(MANAGER, denied.actor());
        }

        @Test
        void saysThatNobodyHoldsTheRight() {
            shop.assign(StoreFixture.leaves(DAY.minusDays(1)));
            DeniedException denied =
                    assertThrows(DeniedException.class, () -> shop.operator().release(STORE, slot(1)));
            assertEquals(
                    "op-1 may not RELEASE in store S1: the right EXECUTE:X1 is missing. Nobody holds it now",
                    denied.getMessage());
        }

        @Test
        void leavesOneAuditLineAndNothingElse() {
            shop.collect(1, 100, 10, 1);
            int before = shop.records().size();
            assertThrows(DeniedException.class, () -> shop.manager().release(STORE, slot(1)));
            List<AuditEntry> deeds = shop.records();
            assertEquals(before + 1, deeds.size());
            AuditRecord record = deeds.get(before).record();
            assertEquals(AuditRecord.Outcome.DENIED, record.outcome());
            assertEquals(MANAGER, record.actor());
            assertEquals("EXECUTE:X1", record.right());
            assertEquals(new AuditRecord.Rules("1", 1), record.rules());
            assertEquals(List.of(), shop.deliveries());
            assertEquals(List.of(), shop.book().releases());
        }

        @Test
        void neverReachesTheChannel() {
            Channel channel = mock(Channel.class);
            StoreOps other = StoreOps.builder()
                    .storage(shop.storage)
                    .clock(shop.clock)
                    .channel("DATA_GROUP", channel)
                    .build();
            shop.collect(1, 100, 10, 1);
            SlotReporting manager = other.deskOf(MANAGER).reporting();
            assertThrows(DeniedException.class, () -> manager.release(STORE, slot(1)));
            verify(channel, never()).send(any());
        }

        @Test
        void isALookToo() {
            SlotReporting stranger = shop.ops.deskOf(STRANGER).reporting();
            DeniedException denied = assertThrows(DeniedException.class, () -> stranger.dayBook(STORE, DAY));
            assertEquals(
                    "guest-1 may not READ_DAY in store S1: the right EXECUTE:X1 is missing. It is held by [op-1]",
                    denied.getMessage());
            assertEquals("READ_DAY", shop.records().get(0).record().act());
        }

        @Test
        void isNotTheManagersLook() {
            assertEquals(DAY, shop.manager().dayBook(STORE, DAY).day().date());
            assertEquals(List.of(), shop.records());
        }
    }

    @Nested
    class ARefusedAct {
        @Test
        void leavesOneAuditLineAndNothingElse() {
            shop.collect(1, 100, 10, 1);
            int before = shop.records().size();
            assertThrows(RefusedException.class, () -> shop.release(2));
            AuditRecord record = shop.records().get(before).record();
            assertEquals(before + 1, shop.records().size());
            assertEquals(AuditRecord.Outcome.REFUSED, record.outcome());
            assertEquals(List.of(), shop.deliveries());
            assertEquals(List.of(), shop.channel.attempts());
        }
    }

    @Nested
    class ARepeatedCommand {
        @Test
        void givesTheFirstResultOnceDone() {
            shop.collect(1, 100, 10, 1);
            Release first = under("c-1").release(STORE, slot(1));
            shop.clock.set(shop.at("09:30"));
            int lines = shop.trail().size();
            assertEquals(first, under("c-1").release(STORE, slot(1)));
            assertEquals(1, shop.channel.attempts().size());
            assertEquals(lines, shop.trail().size());
        }

        @Test
        void givesTheFirstResultAfterTheAssignmentEnded() {
            shop.collect(1, 100, 10, 1);
            Release first = under("c-1").release(STORE, slot(1));
            shop.assign(StoreFixture.leaves(DAY.minusDays(1)));
            assertEquals(first, under("c-1").release(STORE, slot(1)));
        }

        @Test
        void givesTheFirstIntakes() {
            shop.clock.set(shop.at("09:00"));
            List<Intake> first = under("c-1").record(STORE, List.of(shop.reading(1, 100, 10, 1)));
            shop.accept(shop.restated(slot(1), io.storeops.figures.Restatement.PLATFORM, Figures.of(90, 10, 1)));
            assertEquals(first, under("c-1").record(STORE, List.of(shop.reading(1, 100, 10, 1))));
            assertEquals(2, shop.book().readings().size());
        }

        @Test
        void isRefusedAgainAlthoughItWouldBePossibleNow() {
            assertThrows(RefusedException.class, () -> under("c-1").release(STORE, slot(1)));
            shop.collect(1, 100, 10, 1);
            RefusedException again =
                    assertThrows(RefusedException.class, () -> under("c-1").release(STORE, slot(1)));
            assertEquals("NOT_DUE", again.refusal().code());
            assertEquals(List.of(), shop.deliveries());
        }

        @Test
        void isDeniedAgainWithTheSameWordsAlthoughItWouldBeAllowedNow() {
            shop.collect(1, 100, 10, 1);
            SlotReporting manager =
                    shop.ops.deskOf(MANAGER).under(CommandId.of("c-1")).reporting();
            DeniedException first = assertThrows(DeniedException.class, () -> manager.release(STORE, slot(1)));
            shop.assign(StoreFixture.works(MANAGER, "OPERATOR"));
            DeniedException again = assertThrows(DeniedException.class, () -> manager.release(STORE, slot(1)));
            assertEquals(first.getMessage(), again.getMessage());
            assertEquals(List.of(), shop.deliveries());
        }

        @Test
        void isADeniedLookOnceRecorded() {
            SlotReporting stranger =
                    shop.ops.deskOf(STRANGER).under(CommandId.of("c-1")).reporting();
            assertThrows(DeniedException.class, () -> stranger.dayBook(STORE, DAY));
            assertThrows(DeniedException.class, () -> stranger.dayBook(STORE, DAY));
            assertEquals(1, shop.records().size());
        }

        @Test
        void isRefusedForAnotherWish() {
            shop.collect(1, 100, 10, 1);
            under("c-1").release(STORE, slot(1));
            CommandReusedException reused = assertThrows(
                    CommandReusedException.class, () -> under("c-1").release(STORE, slot(2)));
            assertEquals(
                    "Command id c-1 in store S1 stands for RELEASE by op-1 at 2024-06-16T01:01:00Z; it cannot be used"
                            + " for another RELEASE. Use a new id for a new wish",
                    reused.getMessage());
        }

        @Test
        void isAnotherPersonsOwnUnderTheSameId() {
            shop.collect(1, 100, 10, 1);
            under("c-1").release(STORE, slot(1));
            shop.assign(StoreFixture.works(MANAGER, "OPERATOR"));
            shop.collect(2, 200, 20, 2);
            SlotReporting manager =
                    shop.ops.deskOf(MANAGER).under(CommandId.of("c-1")).reporting();
            assertEquals(slot(2), manager.release(STORE, slot(2)).slot());
            assertEquals(slot(2), manager.release(STORE, slot(2)).slot());
            assertEquals(slot(1), under("c-1").release(STORE, slot(1)).slot());
            assertEquals(2, shop.channel.attempts().size());
        }

        @Test
        void tellsAStrangerNothingOfWhoUsedTheId() {
            shop.collect(1, 100, 10, 1);
            under("c-1").release(STORE, slot(1));
            SlotReporting stranger =
                    shop.ops.deskOf(STRANGER).under(CommandId.of("c-1")).reporting();
            assertThrows(DeniedException.class, () -> stranger.dayBook(STORE, DAY));
            AuditRecord last = shop.records().get(shop.records().size() - 1).record();
            assertEquals(STRANGER, last.actor());
            assertEquals(AuditRecord.Outcome.DENIED, last.outcome());
        }

        @Test
        void cannotBeUsedUpByAStranger() {
            shop.collect(1, 100, 10, 1);
            Desk stranger = shop.ops.deskOf(STRANGER).under(CommandId.of("c-1"));
            assertThrows(DeniedException.class, () -> stranger.reporting().release(STORE, slot(1)));
            Desk other = shop.ops.deskOf(ActorId.of("guest-2")).under(CommandId.of("c-1"));
            assertThrows(DeniedException.class, () -> other.reporting().dayBook(STORE, DAY));
            assertEquals(1, under("c-1").release(STORE, slot(1)).version());
            assertEquals(1, under("c-1").release(STORE, slot(1)).version());
            assertEquals(1, shop.channel.attempts().size());
        }

        @Test
        void isFoundAgainWhenTheAnswerOfTheCommitWasLost() {
            shop.collect(1, 100, 10, 1);
            shop.storage.afterNextCommit(changes -> {
                throw new CommitUnknownException(STORE, changes.id(), new IllegalStateException("reset"));
            });
            assertEquals(1, under("c-1").release(STORE, slot(1)).version());
            assertEquals(1, shop.channel.attempts().size());
        }
    }

    @Nested
    class TwoAtATime {
        @Test
        void oneReleasesABoundaryAndTheOthersAreGivenItsRelease() throws Exception {
            shop.collect(1, 100, 10, 1);
            List<Release> releases = atOnce(4, () -> shop.release(1));
            assertEquals(
                    1,
                    releases.stream()
                            .filter(release -> release.remark() == Release.Remark.NONE)
                            .count());
            assertEquals(List.of("release/2024-06-16#01/v1"), shop.channel.ids());
            assertEquals(1, shop.book().releases().size());
        }

        @Test
        void sameCommandsHaveOneEffect() throws Exception {
            shop.collect(1, 100, 10, 1);
            List<Release> releases = atOnce(4, () -> under("c-1").release(STORE, slot(1)));
            assertEquals(4, releases.size());
            assertEquals(1, shop.channel.attempts().size());
            assertEquals(
                    1,
                    shop.records().stream()
                            .filter(entry -> entry.record().act().equals("RELEASE"))
                            .count());
        }
    }

    @Nested
    class BetweenLoadAndCommit {
        @Test
        void anAssignmentThatEndsUndoesTheAct() {
            shop.collect(1, 100, 10, 1);
            shop.storage.beforeNextCommit(() -> shop.assign(StoreFixture.leaves(DAY.minusDays(1))));
            assertThrows(DeniedException.class, () -> shop.release(1));
            assertEquals(List.of(), shop.deliveries());
        }

        @Test
        void changesThatNeverEndReachTheCaller() {
            shop.collect(1, 100, 10, 1);
            AtomicInteger rounds = new AtomicInteger();
            LocalDate far = DAY.plusYears(1);
            shop.storage.beforeEachCommit(
                    () -> shop.assign(StoreFixture.leaves(far.plusDays(rounds.incrementAndGet()))));
            StaleWriteException stale = assertThrows(StaleWriteException.class, () -> shop.release(1));
            assertEquals("charter", stale.table());
            assertEquals(20, rounds.get());
            shop.storage.beforeNextCommit(() -> {});
            assertEquals(List.of(), shop.deliveries());
        }
    }

    @Nested
    class AnUnknownStore {
        @Test
        void isToldWithoutThoseThatExist() {
            NotEnrolledException unknown = assertThrows(
                    NotEnrolledException.class, () -> shop.operator().release(StoreId.of("S9"), slot(1), Gaps.REFUSE));
            assertEquals(
                    "Store S9 is not enrolled: the storage has no such store. Check the id, or call StoreOps.enrol(...) with its"
                            + " catalogue and a roster that is in force",
                    unknown.getMessage());
        }

        @Test
        void isOneWhoseRosterIsNotInForceYet() {
            shop.clock.set(shop.at(LocalDate.of(2023, 12, 31), "12:00"));
            NotEnrolledException early = assertThrows(
                    NotEnrolledException.class, () -> shop.operator().dayBook(STORE, DAY));
            assertTrue(
                    early.getMessage().contains("no roster is in force at 2023-12-31T12:00+08:00"), early.getMessage());
        }
    }

    @Nested
    class Enrolling {
        @Test
        void theSameAgainCommitsNothing() {
            int lines = shop.trail().size();
            shop.ops.enrol(shop.enrolment(StoreFixture.roster(
                    LocalDate.of(2024, 1, 1), "1", shop.day(DAY).plan().boundaries())));
            assertEquals(lines, shop.trail().size());
        }

        @Test
        void somethingNewIsToldInTheTrail() {
            shop.assign(StoreFixture.works(ActorId.of("op-2"), "OPERATOR"));
            AuditRecord record = shop.trail().get(shop.trail().size() - 1).record();
            assertEquals("ENROL", record.act());
            assertEquals("HOST", record.right());
            assertEquals(
                    "{\"edited\":[{\"key\":[\"op-2\",\"OPERATOR\",\"2024-01-01\"],\"table\":\"assignment\"}],\"rows\":1}",
                    record.result().canonical());
        }
    }

    @Test
    void theTrailIsOneUnbrokenChain() {
        shop.work(DAY, 3);
        String previous = "";
        long number = 0;
        for (AuditEntry entry : shop.trail()) {
            assertTrue(entry.intact());
            assertEquals(previous, entry.previousHash());
            assertEquals(++number, entry.number());
            previous = entry.hash();
        }
    }
}
