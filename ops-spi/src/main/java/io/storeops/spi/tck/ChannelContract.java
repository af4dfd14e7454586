package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Money;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.document.Markdown;
import io.storeops.evidence.Attachment;
import io.storeops.id.StoreId;
import io.storeops.kpi.Ratio;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
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
 * received, and how a channel is opened whose other side takes nothing; of a channel that takes files, which files it received too.
 */
@SuppressWarnings("exports") // JUnit is there for those who extend the kit, and for nobody else
@DisplayName("A channel")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class ChannelContract {
    private static final StoreId STORE = StoreId.of("S1");
    private static final int SMALL = 100;

    /** Limits beyond are not tried out. */
    private static final int LARGE = 32 << 20;

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
     * @return the text of each message as people read it there
     * @throws Exception if the other side cannot be asked
     */
    protected abstract List<String> received() throws Exception;

    /**
     * The files that the other side of the channel opened last received, of whatever message. To be overridden for a channel
     * that takes files.
     *
     * @return the bytes of each file as it arrived; none unless overridden
     * @throws Exception if the other side cannot be asked
     */
    protected List<byte[]> receivedFiles() throws Exception {
        return List.of();
    }

    @BeforeEach
    final void openChannel() throws Exception {
        channel = open(clock);
    }

    @AfterEach
    final void closeChannel() {
        channel.close();
    }

    private static OutgoingMessage message(StoreId store, int number) {
        Currency currency = Currency.getInstance("CNY");
        return new OutgoingMessage(
                store,
                "release/2024-06-16#" + number + "/v1/DATA_GROUP",
                "DATA_GROUP",
                Document.of(
                        Line.of("数据播报 " + number),
                        List.of(
                                new Block.Text(Line.of("支付金额: 12,345.67 元 🛒 \"quoted\" %s {} of ")
                                        .andName(store.value())),
                                new Block.Heading(Line.of("单品")),
                                new Block.Table(
                                        List.of(Block.Column.text("名称"), Block.Column.number("Value")),
                                        List.of(
                                                Block.Row.of(List.of(
                                                        Cell.of(Line.ofName("连衣裙")),
                                                        new Cell.Amount(Money.ofMinor(98_765, currency)))),
                                                new Block.Row(List.of(Cell.of("visitors"), Cell.of(4_321)), true),
                                                Block.Row.of(List.of(Cell.of("share"), new Cell.Share(Ratio.of(1, 8)))),
                                                Block.Row.of(List.of(Cell.of("buyers"), new Cell.Missing("缺"))))),
                                new Block.Fields(List.of(new Block.Field(Line.of("label"), Cell.of("value")))))));
    }

    private static OutgoingMessage message(String id, String text) {
        return new OutgoingMessage(
                STORE, id, "DATA_GROUP", Document.of(Line.of("title"), List.of(new Block.Text(Line.of(text)))));
    }

    private static OutgoingMessage.File file(int size) {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) ('a' + i % 26);
        }
        return new OutgoingMessage.File("table.csv", Attachment.of("text/csv", content));
    }

    /** Every text that people are to read in a document. */
    private static List<String> texts(Document document) {
        List<Line> lines = new ArrayList<>(List.of(document.title()));
        for (Block block : document.blocks()) {
            if (block instanceof Block.Text text) {
                lines.add(text.line());
            } else if (block instanceof Block.Heading heading) {
                lines.add(heading.line());
            } else if (block instanceof Block.Table table) {
                table.columns().forEach(column -> lines.add(column.name()));
                table.rows().forEach(row -> row.cells().forEach(cell -> lines.add(cell.shown())));
            } else if (block instanceof Block.Fields fields) {
                fields.fields()
                        .forEach(field -> lines.addAll(
                                List.of(field.label(), field.value().shown())));
            }
        }
        return lines.stream()
                .flatMap(line -> line.parts().stream())
                .map(part -> part.text().strip())
                .toList();
    }

    private static void assertWhole(OutgoingMessage message, String received) {
        for (String text : texts(message.document())) {
            assertTrue(received.contains(text), () -> "'" + text + "' did not arrive in " + received);
        }
    }

    /** The message with a file, on a channel that takes files. */
    private OutgoingMessage filed(OutgoingMessage message, int size) {
        return channel.largestFile().isPresent() ? message.enclosing(List.of(file(size))) : message;
    }

    private SendResult.Accepted accepted(OutgoingMessage message) {
        return assertInstanceOf(SendResult.Accepted.class, channel.send(message));
    }

    @Test
    @DisplayName("C01 a message arrives whole, title, texts, tables and fields, and its receipt says so")
    void arrives() throws Exception {
        OutgoingMessage message = message(STORE, 9);
        assertFalse(accepted(message).receipt().isBlank());
        List<String> received = received();
        assertEquals(1, received.size());
        assertWhole(message, received.get(0));
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
        SendResult.Accepted first = accepted(filed(message(STORE, 9), SMALL));
        clock.advance(Duration.ofMinutes(1));
        SendResult.Accepted second = accepted(filed(message(STORE, 9), SMALL));
        int times = channel.removesRepeatsFor().isPresent() ? 1 : 2;
        if (times == 1) {
            assertEquals(first.receipt(), second.receipt());
        }
        assertEquals(times, received().size());
        assertEquals(
                channel.largestFile().isPresent() ? times : 0, receivedFiles().size());
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
        SendResult result = channel.send(message("long", body));
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
            accepted(message(id, "body"));
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

    @Test
    @DisplayName("C10 a file arrives whole with its message on a channel that takes files; no other claims one")
    void files() throws Exception {
        OutgoingMessage message = filed(message(STORE, 9), SMALL);
        accepted(message);
        assertEquals(1, received().size());
        assertWhole(message, received().get(0));
        List<byte[]> files = receivedFiles();
        assertEquals(message.files().size(), files.size());
        for (int i = 0; i < files.size(); i++) {
            assertArrayEquals(message.files().get(i).content().content(), files.get(i));
        }
    }

    @Test
    @DisplayName("C11 how large a file and how long a text may be is positive, and always the same")
    void limits() {
        assertEquals(channel.largestFile(), channel.largestFile());
        assertEquals(channel.longestText(), channel.longestText());
        channel.largestFile().ifPresent(size -> assertTrue(size > 0, size + " is not positive"));
        channel.longestText().ifPresent(size -> assertTrue(size > 0, size + " is not positive"));
    }

    @Test
    @DisplayName("C12 a message as long as the channel says arrives whole, and a longer one is refused")
    void longestText() throws Exception {
        long longest = channel.longestText().orElse(Long.MAX_VALUE);
        if (longest > LARGE) {
            return;
        }
        int room =
                (int) longest - Markdown.of(message("longest", "").document()).length() - 1;
        OutgoingMessage longestMessage = message("longest", "x".repeat(room));
        assertEquals(longest, Markdown.of(longestMessage.document()).length());
        accepted(longestMessage);
        assertWhole(longestMessage, received().get(0));
        assertInstanceOf(SendResult.Refused.class, channel.send(message("longer", "x".repeat(room + 1))));
        assertEquals(1, received().size());
    }

    @Test
    @DisplayName("C13 a file as large as the channel says arrives whole, and a message with a larger one is refused")
    void largestFile() throws Exception {
        long largest = channel.largestFile().orElse(Long.MAX_VALUE);
        if (largest > LARGE) {
            return;
        }
        accepted(filed(message(STORE, 9), (int) largest));
        assertEquals(largest, receivedFiles().get(0).length);
        assertInstanceOf(SendResult.Refused.class, channel.send(filed(message(STORE, 10), (int) largest + 1)));
        assertEquals(1, received().size());
        assertEquals(1, receivedFiles().size());
    }
}
