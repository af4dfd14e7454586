package io.storeops.examples.replay;

import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A channel that answers as the scenario says: it accepts while a command lets it, at the command's instant, and refuses for now
 * at any other time, and while it is down. Used by one thread.
 */
final class ScriptedChannel implements Channel {
    private final Clock clock;
    private final Map<String, Integer> accepted = new HashMap<>();
    private Optional<Instant> acceptedAt = Optional.empty();
    private boolean down;

    ScriptedChannel(Clock clock) {
        this.clock = clock;
    }

    void setDown(boolean isDown) {
        down = isDown;
    }

    boolean isDown() {
        return down;
    }

    /** Does something during which the channel accepts at an instant; empty to refuse. */
    <T> T accepting(Optional<Instant> at, Supplier<T> act) {
        acceptedAt = at;
        try {
            return act.get();
        } finally {
            acceptedAt = Optional.empty();
        }
    }

    /** How often it accepted a message. */
    int accepted(String messageId) {
        return accepted.getOrDefault(messageId, 0);
    }

    /** How often it accepted each message, for whoever carries that to a channel of the same name elsewhere. */
    Map<String, Integer> accepted() {
        return accepted;
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        if (down || acceptedAt.isEmpty()) {
            return new SendResult.Refused("The channel is down", Optional.of(clock.instant()));
        }
        accepted.merge(message.id(), 1, Integer::sum);
        return new SendResult.Accepted("receipt/" + message.id(), acceptedAt.get());
    }
}
