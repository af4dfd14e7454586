package io.storeops.adapter.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.storeops.adapter.chat.FakeServer.Behaviour;
import io.storeops.calendar.SettableClock;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.evidence.Attachment;
import io.storeops.id.StoreId;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import io.storeops.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message of several parts, of which not all arrive. */
class HalfwayTest {
    private static final Behaviour TAKES = Service.WECOM.takes;
    private static final Behaviour THROTTLES = Service.WECOM.throttles;
    private static final Behaviour REFUSES = Service.WECOM.refuses;

    private final SettableClock clock = SettableClock.at(Instant.parse("2024-06-16T01:30:00Z"));
    private final List<Duration> pauses = new ArrayList<>();
    private boolean interrupted;
    private Group group;
    private Robot robot;

    @BeforeEach
    void open() throws Exception {
        group = new Group(Service.WECOM);
        Webhook webhook =
                new Webhook(Secret.of("http://127.0.0.1:" + group.port() + "/cgi-bin/webhook/send?key=abcdefgh-1234"));
        robot = new Robot(
                new WeCom(webhook, WeCom.Form.MARKDOWN_V2, true), new Post(Duration.ofSeconds(10)), clock, time -> {
                    pauses.add(time);
                    clock.advance(time);
                    return !interrupted;
                });
    }

    @AfterEach
    void close() throws Exception {
        group.close();
    }

    /** Three parts: 100 rows of 100 bytes. */
    private static OutgoingMessage message() {
        List<Block.Row> rows = IntStream.range(0, 100)
                .mapToObj(i -> Block.Row.of(List.of(Cell.of("x".repeat(95)))))
                .toList();
        return new OutgoingMessage(
                StoreId.of("S1"),
                "m-1",
                "DATA_GROUP",
                Document.of(Line.of("title"), List.of(new Block.Table(List.of(Block.Column.text("Item")), rows))));
    }

    private static String detail(SendResult result) {
        return assertInstanceOf(SendResult.Unknown.class, result).detail();
    }

    @Test
    void allOfThemAreAcceptedOrNothingIs() {
        assertEquals(
                new SendResult.Accepted("WeCom " + message().idempotencyKey() + " in 3 messages", clock.instant()),
                robot.send(message()));
        assertEquals(3, group.taken().size());
    }

    @Test
    void ifTheFirstIsRefusedNothingWasSent() {
        group.next(THROTTLES);
        SendResult.Refused refused = assertInstanceOf(SendResult.Refused.class, robot.send(message()));
        assertEquals(Optional.of(clock.instant().plusSeconds(60)), refused.retryAt());
        assertEquals(1, group.requests().size());
        assertEquals(List.of(), pauses);
    }

    @Test
    void aLaterOneThatIsRefusedForNowIsSentWhenThePlatformSaid() {
        group.next(TAKES, THROTTLES);
        assertInstanceOf(SendResult.Accepted.class, robot.send(message()));
        assertEquals(List.of(Duration.ofSeconds(60)), pauses);
        assertEquals(4, group.requests().size());
        assertEquals(3, group.taken().size());
    }

    @Test
    void notLongerThanTheCallMayTake() {
        group.next(TAKES, THROTTLES, THROTTLES);
        assertEquals(
                "Part 1 of 3 arrived; part 2 did not, and nothing after it was sent: WeCom answered HTTP 200 errcode 45009:"
                        + " api freq out of limit",
                detail(robot.send(message())));
        assertEquals(List.of(Duration.ofSeconds(60)), pauses);
        assertEquals(1, group.taken().size());
    }

    @Test
    void norAfterAnInterruption() {
        interrupted = true;
        group.next(TAKES, THROTTLES);
        detail(robot.send(message()));
        assertEquals(2, group.requests().size());
    }

    @Test
    void aWaitThatIsOverIsASecond() {
        group.next(
                TAKES,
                Behaviour.answers(429, "Retry-After: 0\r\n", ""),
                Behaviour.answers(429, "Retry-After: 30\r\n", ""));
        assertInstanceOf(SendResult.Accepted.class, robot.send(message()));
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(30)), pauses);
    }

    @Test
    void aLaterOneThatIsRefusedForGoodLeavesHalfAMessage() {
        group.next(TAKES, TAKES, REFUSES);
        assertEquals(
                "Parts 1 to 2 of 3 arrived; part 3 did not, and nothing after it was sent: WeCom answered HTTP 200"
                        + " errcode 93000: invalid webhook url",
                detail(robot.send(message())));
    }

    @Test
    void aLaterOneWithoutAnAnswerTooAndNothingGoesAfterIt() {
        group.next(TAKES, group.takenBut(Behaviour.resets()));
        assertEquals(
                "Part 1 of 3 arrived; of part 2 nobody knows, and nothing after it was sent: WeCom was sent the message and"
                        + " gave no answer: SocketException",
                detail(robot.send(message())).replaceAll("IOException|ConnectionExpiredException", "SocketException"));
        assertEquals(2, group.requests().size());
    }

    private static OutgoingMessage filed() {
        return message().enclosing(List.of(new OutgoingMessage.File("items.csv", Attachment.of("text/csv", new byte[] {
            'a', ',', 'b'
        }))));
    }

    @Test
    void aFileThatIsNotHandedInIsNoMessageAndNothingIsSent() {
        group.next(REFUSES);
        assertEquals(
                new SendResult.Refused(
                        "The file items.csv was not handed in, so no message was sent: WeCom answered HTTP 200 errcode"
                                + " 93000: invalid webhook url",
                        Optional.empty()),
                robot.send(filed()));
        assertEquals(1, group.requests().size());
    }

    @Test
    void evenIfItsAnswerIsLost() {
        group.next(Behaviour.saysNothing());
        SendResult.Refused refused = assertInstanceOf(SendResult.Refused.class, robot.send(filed()));
        assertEquals(Optional.of(clock.instant().plusSeconds(60)), refused.retryAt());
        assertEquals(0, group.taken().size());
    }

    @Test
    void anAnswerWithoutTheNameOfTheFileIsNone() {
        group.next(TAKES);
        assertInstanceOf(SendResult.Refused.class, robot.send(filed()));
        assertEquals(0, group.taken().size());
    }

    @Test
    void aRowLongerThanAMessageIsRefusedNotCut() {
        OutgoingMessage long4096 = new OutgoingMessage(
                StoreId.of("S1"),
                "m-1",
                "DATA_GROUP",
                Document.of(
                        Line.of("title"),
                        List.of(new Block.Table(
                                List.of(Block.Column.text("Item")),
                                List.of(Block.Row.of(List.of(Cell.of("x".repeat(4_096)))))))));
        assertEquals(
                new SendResult.Refused(
                        "The message does not fit WeCom: a row of 4101 characters is longer than one of its messages may be",
                        Optional.empty()),
                robot.send(long4096));
        assertEquals(List.of(), group.requests());
    }
}
