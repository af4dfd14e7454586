package io.storeops.spi.builtin;

import static java.util.Objects.requireNonNull;

import io.storeops.document.PlainText;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;

/** Writes messages to a logger, as plain text and without files. The receipt stands at the beginning of the message's line, so the line can be found. */
final class LogChannel implements Channel {
    private final Logger logger;
    private final Clock clock;

    LogChannel(Logger logger, Clock clock) {
        this.logger = requireNonNull(logger, "logger");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        if (!logger.isInfoEnabled()) {
            return new SendResult.Refused(
                    "The logger " + logger.getName() + " does not log at INFO, so nobody would see the message."
                            + " Set its level to INFO",
                    Optional.empty());
        }
        String receipt = message.idempotencyKey();
        logger.info(
                "{} [{} {}] {}",
                receipt,
                message.store(),
                message.channel(),
                PlainText.of(message.document()).stripTrailing());
        return new SendResult.Accepted(receipt, clock.instant());
    }
}
