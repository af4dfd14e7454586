package io.storeops.publishing;

import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.failure.FaultKind;
import io.storeops.reporting.ReleaseState;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D79: what the channel said is known, whatever the storage does just then. */
@DisplayName("An answer in hand, whose commit fails,")
class AnswerInHandTest {
    private final StoreFixture shop = StoreFixture.open();

    private Delivery last() {
        return shop.deliveries().get(shop.deliveries().size() - 1);
    }

    /** Lets a storage fail at the commit of a state of a delivery, so many times. */
    private void failsAt(DeliveryState state, int times, boolean committed) {
        AtomicInteger left = new AtomicInteger(times);
        shop.storage.atEachCommit(
                changes -> {
                    boolean fails = changes.list().stream().anyMatch(change -> writes(change, state))
                            && left.getAndDecrement() > 0;
                    if (fails && committed) {
                        throw new CommitUnknownException(STORE, changes.id(), new IOException("answer lost"));
                    }
                    if (fails) {
                        throw new StorageException(FaultKind.TRANSIENT, "The database is away. Repeat it later");
                    }
                },
                committed);
    }

    private static boolean writes(Changes.Change<?> change, DeliveryState state) {
        return change instanceof Changes.Replace<?> replace
                && replace.row().table() == Delivery.TABLE
                && Delivery.TABLE.read(replace.row()).state() == state;
    }

    private void assertSentOnce() {
        assertEquals(DeliveryState.SENT, last().state());
        assertEquals("receipt of release/2024-06-16#01/v1", last().detail());
        assertEquals(shop.at("09:01"), last().acceptedAt().orElseThrow());
        assertEquals(1, shop.channel.attempts().size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isWrittenByTheSecondTry(boolean committed) {
        failsAt(DeliveryState.SENT, 1, committed);
        shop.collect(1, 100, 10, 1);
        assertEquals(ReleaseState.PUBLISHED, shop.release(1).state());
        assertSentOnce();
    }

    @Test
    void isWrittenByALaterLookWithinTheLease() {
        failsAt(DeliveryState.SENT, 2, false);
        shop.collect(1, 100, 10, 1);
        assertEquals(ReleaseState.QUEUED, shop.release(1).state());
        assertEquals(DeliveryState.SENDING, last().state());
        failsAt(DeliveryState.SENT, 2, false);
        shop.clock.advance(Duration.ofSeconds(30));
        assertThrows(StorageException.class, () -> shop.ops.deliverDue(STORE));
        assertEquals(DeliveryState.SENDING, last().state());
        shop.clock.advance(Duration.ofSeconds(30));
        assertEquals(1, shop.ops.deliverDue(STORE).size());
        assertSentOnce();
    }

    @Test
    void isWrittenAfterTheLeaseToo() {
        failsAt(DeliveryState.SENT, 2, false);
        shop.collect(1, 100, 10, 1);
        assertEquals(ReleaseState.QUEUED, shop.release(1).state());
        shop.clock.advance(Duration.ofMinutes(5));
        shop.ops.deliverDue(STORE);
        assertSentOnce();
    }

    @Test
    void endsTheDoubtThatAnotherWorkerLeftAfterTheLease() {
        failsAt(DeliveryState.SENT, 2, false);
        shop.collect(1, 100, 10, 1);
        assertEquals(ReleaseState.QUEUED, shop.release(1).state());
        shop.clock.advance(Duration.ofMinutes(3));
        shop.opened(shop.storage).deliverDue(STORE);
        assertEquals(DeliveryState.UNKNOWN, last().state());
        shop.ops.deliverDue(STORE);
        assertSentOnce();
    }

    @Test
    void isARefusalAsWell() {
        shop.channel.nextRefusesForGood();
        failsAt(DeliveryState.REJECTED, 2, false);
        shop.collect(1, 100, 10, 1);
        assertEquals(ReleaseState.QUEUED, shop.release(1).state());
        shop.ops.deliverDue(STORE);
        assertEquals(DeliveryState.REJECTED, last().state());
        assertEquals(1, shop.channel.attempts().size());
    }

    @Test
    void isThatNothingWasSentIfItIsUnknownWhetherSendingBegan() {
        failsAt(DeliveryState.SENDING, 1, true);
        shop.collect(1, 100, 10, 1);
        assertEquals(ReleaseState.QUEUED, shop.release(1).state());
        assertEquals(DeliveryState.SENDING, last().state());
        assertEquals(0, shop.channel.attempts().size());
        shop.ops.deliverDue(STORE);
        assertSentOnce();
    }
}
