package io.storeops.publishing;

import static io.storeops.AtOnce.atOnce;
import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.failure.RefusedException;
import io.storeops.outbox.Enclosures;
import io.storeops.outbox.Outbox;
import io.storeops.reporting.Release;
import io.storeops.reporting.ReleaseState;
import io.storeops.reporting.Resolution;
import io.storeops.storage.Versioned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final StoreFixture shop = StoreFixture.open();

    private static Delivery last(StoreFixture store) {
        return store.deliveries().get(store.deliveries().size() - 1);
    }

    private void queue(int boundary) {
        shop.collect(boundary, 100L * boundary, 10L * boundary, boundary);
        shop.release(boundary);
    }

    @Nested
    class AnAcceptedMessage {
        @Test
        void isSentWithItsReceiptAndInstant() {
            shop.work(DAY, 1);
            Delivery delivery = last(shop);
            assertEquals(DeliveryState.SENT, delivery.state());
            assertEquals("receipt of release/2024-06-16#01/v1", delivery.detail());
            assertEquals(shop.at("09:01"), delivery.acceptedAt().orElseThrow());
            assertEquals(1, delivery.attempts());
        }

        @Test
        void isSentAlthoughTheChannelCountsInNanoseconds() {
            shop.channel.nextAcceptsAt(shop.at("09:01").plusNanos(1_234_567));
            shop.collect(1, 100, 10, 1);
            Release release = shop.release(1);
            assertEquals(
                    shop.at("09:01").plusNanos(1_234_000), release.acceptedAt().orElseThrow());
        }

        @Test
        void hasALineInTheTrail() {
            shop.work(DAY, 1);
            assertEquals(
                    "DELIVER",
                    shop.trail().get(shop.trail().size() - 1).record().act());
        }

        @Test
        void isNeverSentAgain() {
            shop.work(DAY, 1);
            shop.clock.advance(Duration.ofDays(1));
            assertEquals(List.of(), shop.ops.deliverDue(STORE));
            assertEquals(1, shop.channel.attempts().size());
        }
    }

    @Nested
    class RefusedForNow {
        @Test
        void keepsTheOrderAndHoldsUpThoseBehind() {
            shop.channel.nextRefusesUntil(shop.at("10:30"));
            queue(1);
            queue(2);
            assertEquals(List.of("release/2024-06-16#01/v1"), shop.channel.ids());
            shop.clock.set(shop.at("10:30"));
            assertEquals(2, shop.ops.deliverDue(STORE).size());
            assertEquals(
                    List.of("release/2024-06-16#01/v1", "release/2024-06-16#01/v1", "release/2024-06-16#02/v1"),
                    shop.channel.ids());
        }

        @Test
        void isNotTriedBeforeTheNamedInstant() {
            shop.channel.nextRefusesUntil(shop.at("10:30"));
            queue(1);
            shop.clock.set(shop.at("10:30").minusNanos(1000));
            shop.ops.deliverDue(STORE);
            assertEquals(1, shop.channel.attempts().size());
        }

        @Test
        void isTriedAgainWithTheSameKeyAndText() {
            shop.channel.nextRefusesUntil(shop.at("09:05"));
            queue(1);
            shop.clock.set(shop.at("09:05"));
            shop.ops.deliverDue(STORE);
            assertEquals(shop.channel.attempts().get(0), shop.channel.attempts().get(1));
            assertEquals(2, last(shop).attempts());
        }
    }

    @Nested
    class RefusedForGood {
        @Test
        void isRejectedAndHoldsUpNobody() {
            shop.channel.nextRefusesForGood();
            queue(1);
            assertEquals(DeliveryState.REJECTED, last(shop).state());
            assertEquals("the robot was removed", last(shop).detail());
            queue(2);
            assertEquals(DeliveryState.SENT, last(shop).state());
        }

        @Test
        void isSentAgainOnlyWhenAPersonSaysSo() {
            shop.channel.nextRefusesForGood();
            queue(1);
            shop.clock.advance(Duration.ofDays(1));
            shop.ops.deliverDue(STORE);
            assertEquals(1, shop.channel.attempts().size());
            shop.operator().resolve(STORE, slot(1), 1, new Resolution.NotArrived("the robot is back"));
            assertEquals(DeliveryState.SENT, last(shop).state());
        }
    }

    @Nested
    class ALostAnswer {
        @Test
        void isHeldAndNeverSentAgainByItself() {
            shop.channel.nextLosesTheAnswer();
            queue(1);
            shop.clock.advance(Duration.ofDays(2));
            shop.ops.deliverDue(STORE);
            assertEquals(DeliveryState.UNKNOWN, last(shop).state());
            assertEquals(1, shop.channel.attempts().size());
        }

        @Test
        void holdsUpNobody() {
            shop.channel.nextLosesTheAnswer();
            queue(1);
            queue(2);
            assertEquals(DeliveryState.SENT, last(shop).state());
        }

        @Test
        void isAChannelThatThrows() {
            shop.channel.next(message -> {
                throw new IllegalArgumentException("secret token 123");
            });
            queue(1);
            assertEquals(DeliveryState.UNKNOWN, last(shop).state());
            assertEquals(
                    "The channel failed: java.lang.IllegalArgumentException",
                    last(shop).detail());
        }

        @Test
        void isSentOnceAPersonSawIt() {
            shop.channel.nextLosesTheAnswer();
            queue(1);
            shop.clock.set(shop.at("09:20"));
            shop.operator().resolve(STORE, slot(1), 1, new Resolution.Arrived("screenshot 7", shop.at("09:02")));
            assertEquals(DeliveryState.SENT, last(shop).state());
            assertEquals("screenshot 7", last(shop).detail());
            assertEquals(1, shop.channel.attempts().size());
        }

        @Test
        void cannotHaveArrivedBeforeItWasQueuedOrLaterThanNow() {
            shop.channel.nextLosesTheAnswer();
            queue(1);
            shop.clock.set(shop.at("09:20"));
            for (String time : List.of("08:59", "09:21")) {
                RefusedException refused = assertThrows(
                        RefusedException.class,
                        () -> shop.operator()
                                .resolve(STORE, slot(1), 1, new Resolution.Arrived("screenshot 7", shop.at(time))));
                assertEquals("IMPLAUSIBLE_INSTANT", refused.refusal().code());
            }
            assertEquals(DeliveryState.UNKNOWN, last(shop).state());
        }

        @Test
        void isSentAgainOnceAPersonSawThatItIsNotThere() {
            shop.channel.nextLosesTheAnswer();
            queue(1);
            shop.clock.set(shop.at("09:20"));
            Release release = shop.operator().resolve(STORE, slot(1), 1, new Resolution.NotArrived("not in the group"));
            assertEquals(Release.Timeliness.LATE, release.timeliness());
            assertEquals(2, shop.channel.attempts().size());
        }

        @Test
        void isRepeatedAfterAMinuteWhereTheRouteAllowsIt() {
            StoreFixture eager =
                    new StoreFixture.Setup().policy(UnknownPolicy.REPEAT).open();
            eager.channel.nextLosesTheAnswer();
            eager.work(DAY, 1);
            assertEquals(DeliveryState.PENDING, last(eager).state());
            eager.clock.advance(Duration.ofSeconds(59));
            eager.ops.deliverDue(STORE);
            assertEquals(1, eager.channel.attempts().size());
            eager.clock.advance(Duration.ofSeconds(1));
            eager.ops.deliverDue(STORE);
            assertEquals(2, eager.channel.attempts().size());
            assertEquals(DeliveryState.SENT, last(eager).state());
        }

        @Test
        void isHeldAfterFiveAttemptsEvenWhereTheRouteAllowsRepeats() {
            StoreFixture eager =
                    new StoreFixture.Setup().policy(UnknownPolicy.REPEAT).open();
            for (int attempt = 1; attempt <= 6; attempt++) {
                eager.channel.nextLosesTheAnswer();
            }
            eager.work(DAY, 1);
            for (int minute = 1; minute <= 10; minute++) {
                eager.clock.advance(Duration.ofMinutes(1));
                eager.ops.deliverDue(STORE);
            }
            assertEquals(5, eager.channel.attempts().size());
            assertEquals(DeliveryState.UNKNOWN, last(eager).state());
        }

        @Test
        void isRepeatedWithTheSameKeyWhileTheChannelRemovesRepeats() {
            StoreFixture keyed =
                    new StoreFixture.Setup().window(Duration.ofMinutes(10)).open();
            keyed.channel.nextLosesTheAnswer();
            keyed.work(DAY, 1);
            keyed.clock.advance(Duration.ofMinutes(1));
            keyed.ops.deliverDue(STORE);
            assertEquals(DeliveryState.SENT, last(keyed).state());
            assertEquals(
                    keyed.channel.attempts().get(0).idempotencyKey(),
                    keyed.channel.attempts().get(1).idempotencyKey());
        }

        @Test
        void isHeldOnceTheChannelNoLongerRemovesRepeats() {
            StoreFixture keyed =
                    new StoreFixture.Setup().window(Duration.ofMinutes(10)).open();
            keyed.channel.nextRefusesUntil(keyed.at("09:11"));
            keyed.work(DAY, 1);
            keyed.clock.set(keyed.at("09:11"));
            keyed.channel.nextLosesTheAnswer();
            keyed.ops.deliverDue(STORE);
            assertEquals(DeliveryState.UNKNOWN, last(keyed).state());
        }
    }

    @Nested
    class AWorkerThatDisappeared {
        private void stopAfterCommits(int commits) {
            AtomicInteger count = new AtomicInteger();
            shop.storage.beforeEachCommit(() -> {
                if (count.getAndIncrement() == commits) {
                    throw new IllegalStateException("the process was killed");
                }
            });
            shop.collect(1, 100, 10, 1);
        }

        private void comesBack() {
            shop.storage.beforeNextCommit(() -> {});
        }

        @Test
        void afterItsClaimGivesTheMessageBackWhenTheLeaseEnds() {
            stopAfterCommits(3);
            assertThrows(IllegalStateException.class, () -> shop.release(1));
            comesBack();
            assertEquals(DeliveryState.CLAIMED, last(shop).state());
            shop.clock.advance(Duration.ofMinutes(2).minusNanos(1000));
            shop.ops.deliverDue(STORE);
            assertEquals(List.of(), shop.channel.attempts());
            shop.clock.advance(Duration.ofNanos(1000));
            shop.ops.deliverDue(STORE);
            assertEquals(DeliveryState.SENT, last(shop).state());
            assertEquals(1, shop.channel.attempts().size());
        }

        @Test
        void inTheMiddleOfSendingLeavesADoubt() {
            stopAfterCommits(4);
            assertThrows(IllegalStateException.class, () -> shop.release(1));
            comesBack();
            assertEquals(DeliveryState.SENDING, last(shop).state());
            shop.clock.advance(Duration.ofMinutes(2));
            shop.ops.deliverDue(STORE);
            assertEquals(DeliveryState.UNKNOWN, last(shop).state());
            assertEquals(
                    "The sender disappeared in the middle of the call",
                    last(shop).detail());
            assertEquals(1, shop.channel.attempts().size());
        }

        @Test
        void andComesBackWithAnAcceptanceEndsTheDoubt() {
            StoreOps other = shop.opened(shop.storage);
            shop.channel.next(message -> {
                shop.clock.advance(Duration.ofMinutes(3));
                other.deliverDue(STORE);
                assertEquals(DeliveryState.UNKNOWN, last(shop).state());
                return new SendResult.Accepted("late receipt", shop.clock.instant());
            });
            queue(1);
            assertEquals(DeliveryState.SENT, last(shop).state());
            assertEquals("late receipt", last(shop).detail());
            assertEquals(1, shop.channel.attempts().size());
        }

        @Test
        void andComesBackWithoutAnAcceptanceLeavesTheDoubt() {
            StoreOps other = shop.opened(shop.storage);
            shop.channel.next(message -> {
                shop.clock.advance(Duration.ofMinutes(3));
                other.deliverDue(STORE);
                return new SendResult.Refused("busy", java.util.Optional.of(shop.clock.instant()));
            });
            queue(1);
            assertEquals(DeliveryState.UNKNOWN, last(shop).state());
            assertEquals(1, shop.channel.attempts().size());
        }
    }

    @Nested
    class SeveralWorkers {
        @Test
        void neverSendOneMessageTwice() throws Exception {
            shop.channel.nextRefusesUntil(shop.at("22:00"));
            for (int k = 1; k <= 13; k++) {
                queue(k);
            }
            assertEquals(1, shop.channel.attempts().size());
            shop.clock.set(shop.at("22:00"));
            List<StoreOps> processes = List.of(shop.ops, shop.opened(shop.storage));
            List<Callable<Boolean>> workers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                StoreOps process = processes.get(i % 2);
                workers.add(() -> {
                    for (int round = 0; round < 20; round++) {
                        process.deliverDue(STORE);
                    }
                    return true;
                });
            }
            atOnce(workers);
            List<String> sent = shop.channel.ids().subList(1, shop.channel.ids().size());
            assertEquals(13, sent.size());
            assertEquals(13, new HashSet<>(sent).size());
            assertTrue(shop.deliveries().stream().allMatch(delivery -> delivery.state() == DeliveryState.SENT));
            for (int k = 1; k <= 13; k++) {
                assertEquals("release/" + slot(k) + "/v1", sent.get(k - 1));
            }
        }
    }

    @Test
    void anAcceptanceByAClockAheadOfOursCountsNowAndNotEarlier() {
        shop.channel.next(message ->
                new SendResult.Accepted("receipt", shop.clock.instant().plusSeconds(5)));
        shop.collect(1, 100, 10, 1);
        Release release = shop.release(1);
        assertEquals(ReleaseState.PUBLISHED, release.state());
        assertEquals(Release.Timeliness.ON_TIME, release.timeliness());
        shop.clock.set(shop.at("10:00"));
        Release then = shop.book().asOf(release.composedAt()).releases().get(0);
        assertEquals(ReleaseState.QUEUED, then.state());
        assertEquals(DeliveryState.PENDING, then.delivery());
    }

    @Test
    void tellsWhatIsWaitingInOrder() {
        shop.channel.nextRefusesUntil(shop.at("22:00"));
        queue(1);
        queue(2);
        Outbox outbox = new Outbox(
                shop.storage,
                shop.commits(),
                java.util.Map.of(),
                () -> io.storeops.id.CommandId.of("unused"),
                Enclosures.none());
        assertEquals(
                List.of("release/2024-06-16#01/v1", "release/2024-06-16#02/v1"),
                outbox.waiting(STORE, "DATA_GROUP").stream()
                        .map(delivery -> delivery.messageId())
                        .toList());
    }

    @Test
    void revisionsOfADeliveryCountItsSteps() {
        shop.work(DAY, 1);
        Versioned<Delivery> delivery = shop.storage
                .find(Delivery.TABLE, Delivery.key(STORE, "release/2024-06-16#01/v1"))
                .orElseThrow();
        assertEquals(4, delivery.revision());
    }
}
