package io.storeops.examples.replay;

import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** A channel that answers as the scenario says: accepts at an instant, or refuses for now. Used by one thread. */
final class ScriptedChannel implements Channel {
    private final Clock clock;
    private Optional<Instant> acceptedAt = Optional.empty();

    ScriptedChannel(Clock clock) {
        this.clock = clock;
    }

    /** From now on: accept at this instant; empty to refuse. */
    void answer(Optional<Instant> instant) {
        acceptedAt = instant;
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        return acceptedAt
                .<SendResult>map(at -> new SendResult.Accepted("receipt/" + message.id(), at))
                .orElseGet(() -> new SendResult.Refused("The channel is down", Optional.of(clock.instant())));
    }
}
