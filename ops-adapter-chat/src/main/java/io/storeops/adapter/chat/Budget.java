package io.storeops.adapter.chat;

import io.storeops.publishing.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time for one message with all of its parts, measured from when it is made. Of one thread. */
final class Budget {
    /** Of the two minutes within which a channel answers. */
    private static final Duration ALL = Duration.ofSeconds(100);

    private final long begin = System.nanoTime();
    private Duration paused = Duration.ZERO;

    /** Whether there is time for something that may take so long. */
    boolean allows(Duration time) {
        Duration gone = Duration.ofNanos(System.nanoTime() - begin);
        Duration left = ALL.minus(gone.compareTo(paused) > 0 ? gone : paused);
        return left.compareTo(time) >= 0;
    }

    /** That it is spent on waiting, whatever the clock of the machine says. */
    void pausing(Duration time) {
        paused = paused.plus(time);
    }

    /** That what there was no time for was not sent. */
    SendResult spent(Instant now) {
        return new SendResult.Refused("There was no time left for it", Optional.of(now.plus(Proof.USUAL_WAIT)));
    }
}
