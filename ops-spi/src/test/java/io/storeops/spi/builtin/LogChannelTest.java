package io.storeops.spi.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.calendar.SettableClock;
import io.storeops.document.Block;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.id.StoreId;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import io.storeops.spi.tck.ChannelContract;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class LogChannelTest extends ChannelContract {
    private static final OutgoingMessage MESSAGE = new OutgoingMessage(
            StoreId.of("S1"),
            "release/1",
            "DATA_GROUP",
            Document.of(Line.of("Title"), List.of(new Block.Text(Line.of("Body")))));

    private CapturingLogger logger = new CapturingLogger(Level.INFO);

    @Override
    protected Channel open(Clock clock) {
        logger = new CapturingLogger(Level.INFO);
        return new LogChannel(logger, clock);
    }

    @Override
    protected Channel unreachable(Clock clock) {
        return new LogChannel(new CapturingLogger(Level.WARN), clock);
    }

    @Override
    protected List<String> received() {
        return logger.lines();
    }

    @Test
    void writesTheReceiptInFrontOfTheMessage() {
        SettableClock clock = SettableClock.at(Instant.parse("2024-06-16T01:30:00Z"));
        SendResult result = new LogChannel(logger, clock).send(MESSAGE);
        assertEquals(new SendResult.Accepted(MESSAGE.idempotencyKey(), clock.instant()), result);
        assertEquals(List.of(MESSAGE.idempotencyKey() + " [S1 DATA_GROUP] Title\n\nBody"), logger.lines());
    }

    @Test
    void refusesWhenNobodyWouldSeeIt() {
        CapturingLogger silent = new CapturingLogger(Level.WARN);
        SendResult result = new LogChannel(silent, SettableClock.at(Instant.EPOCH)).send(MESSAGE);
        assertEquals(
                new SendResult.Refused(
                        "The logger shop.messages does not log at INFO, so nobody would see the message. Set its level to"
                                + " INFO",
                        Optional.empty()),
                result);
        assertEquals(List.of(), silent.lines());
    }
}
