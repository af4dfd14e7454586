package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.calendar.SettableClock;
import io.storeops.id.StoreId;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link Channel} does. Extend it in the adapter's test and say how the channel is opened, what the other side
 * received, and how a channel is opened whose other side takes nothing.
 */
@SuppressWarnings("exports") // JUnit is there for those who extend the kit, and for nobody else
@DisplayName("A channel")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class ChannelContract {
    private static final StoreId STORE = StoreId.of("S1");

    private final SettableClock clock = SettableClock.at(Instant.parse("2024-06-16T01:30:00Z"));
    private Channel channel;

    /** For the adapter's test. */
    protected ChannelContract() {}

    /**
     * Opens a channel whose other side has received nothing yet. Called once before each rule.
     *
     * @param clock the clock to give to the channel
     * @return the channel
     * @throws Exception if the other side cannot be made ready
     */
    protected abstract Channel open(Clock clock) throws Exception;

    /**
     * Opens a channel whose other side takes nothing: switched off, unreachable, refusing.
     *
     * @param clock the clock to give to the channel
     * @return the channel
     * @throws Exception if such another side cannot be made
     */
    protected abstract Channel unreachable(Clock clock) throws Exception;

    /**
     * What the other side of the channel opened last received.
     *
     * @return the text of each message as it arrived
     * @throws Exception if the other side cannot be asked
     */
    protected abstract List<String> received() throws Exception;

    @BeforeEach
    final void openChannel() throws Exception {
        channel = open(clock);
    }

    @AfterEach
    final void closeChannel() {
        channel.close();
    }

    private static OutgoingMessage message(StoreId store, int number) {
        return new OutgoingMessage(
                store,
                "release/2024-06-16#" + number + "/v1/DATA_GROUP",
                "DATA_GROUP",
                "数据播报 " + number,
                "- 支付金额: 12,345.67 元 🛒\n- \"quoted\" <b>&amp;</b> \\ %s {}\n- " + store + " body " + number);
    }

    private SendResult.Accepted accepted(OutgoingMessage message) {
        return assertInstanceOf(SendResult.Accepted.class, channel.send(message));
    }

    @Test
    @DisplayName("C01 a message arrives whole, title and body, and its receipt says so")
    void arrives() throws Exception {
        OutgoingMessage message = message(STORE, 9);
        assertFalse(accepted(message).receipt().isBlank());
        List<String> received = received();
        assertEquals(1, received.size());
        assertTrue(received.get(0).contains(message.title()), received.get(0));
        assertTrue(received.get(0).contains(message.body()), received.get(0));
    }

    @Test
    @DisplayName("C02 different messages arrive apart, with different receipts")
    void apart() throws Exception {
        String first = accepted(message(STORE, 9)).receipt();
        String second = accepted(message(STORE, 12)).receipt();
        assertNotEquals(first, second);
        assertEquals(2, received().size());
    }

    @Test
    @DisplayName("C03 messages of two stores with the same id are two messages")
    void stores() throws Exception {
        String here = accepted(message(STORE, 9)).receipt();
        String there = accepted(message(StoreId.of("店铺-2"), 9)).receipt();
        assertNotEquals(here, there);
        assertEquals(2, received().size());
    }

    @Test
    @DisplayName("C04 a repeat is removed by a channel that says so, and arrives again on every other")
    void repeats() throws Exception {
        SendResult.Accepted first = accepted(message(STORE, 9));
        clock.advance(Duration.ofMinutes(1));
        SendResult.Accepted second = accepted(message(STORE, 9));
        if (channel.removesRepeatsFor().isPresent()) {
            assertEquals(first.receipt(), second.receipt());
            assertEquals(1, received().size());
        } else {
            assertEquals(2, received().size());
        }
    }

    @Test
    @DisplayName("C05 the window in which repeats are removed is positive, and always the same")
    void window() {
        assertEquals(channel.removesRepeatsFor(), channel.removesRepeatsFor());
        channel.removesRepeatsFor()
                .ifPresent(window -> assertTrue(window.compareTo(Duration.ZERO) > 0, window + " is not positive"));
    }

    @Test
    @DisplayName("C06 a very long message arrives whole or is refused, never cut")
    void longMessages() throws Exception {
        String body = "运营".repeat(100_000);
        SendResult result = channel.send(new OutgoingMessage(STORE, "long", "DATA_GROUP", "long", body));
        if (result instanceof SendResult.Accepted) {
            assertTrue(received().get(0).contains(body), "the message was cut");
        } else {
            assertInstanceOf(SendResult.Refused.class, result);
            assertEquals(List.of(), received());
        }
    }

    @Test
    @DisplayName("C07 an odd id, of another script or with signs of paths, is no obstacle")
    void oddIds() throws Exception {
        List<String> ids = List.of("../../etc/passwd", "a\\b:c*d?\"e<f>g|h", "CON", "..", "运营/日报", "x".repeat(128));
        for (String id : ids) {
            accepted(new OutgoingMessage(STORE, id, "DATA_GROUP", "title", "body of " + id));
        }
        assertEquals(ids.size(), received().size());
    }

    @Test
    @DisplayName("C08 a failure of the other side is answered, not thrown, and never taken for success")
    void failures() throws Exception {
        try (Channel broken = unreachable(clock)) {
            SendResult result = broken.send(message(STORE, 9));
            assertFalse(result instanceof SendResult.Accepted, "success was reported: " + result);
        }
    }

    @Test
    @DisplayName("C09 messages of several stores are sent at the same time")
    void manyThreads() throws Exception {
        List<StoreId> stores =
                IntStream.range(0, 8).mapToObj(i -> StoreId.of("store-" + i)).toList();
        Set<String> receipts = Threads.together(stores.stream()
                        .map(store -> Threads.work(() -> IntStream.range(0, 10)
                                .mapToObj(i -> accepted(message(store, i)).receipt())
                                .toList()))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        assertEquals(80, receipts.size());
        assertEquals(80, received().size());
    }
}
