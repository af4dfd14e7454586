package io.storeops.publishing;

import io.storeops.document.Markdown;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The port to a chat group, a mailbox, a folder. Called by the outbox, one message of a store at a time, in order,
 * but for several stores at the same time: thread-safe. {@link #close} is called once; nothing is called afterwards.
 *
 * <p><b>Exceptions.</b> {@link #send} answers; it does not throw for what the other side did. Whatever it throws all the
 * same is taken as {@link SendResult.Unknown}.
 */
public interface Channel extends AutoCloseable {
    /**
     * Sends a message, once. Hidden repeats are forbidden. Answers within two minutes, the length of the outbox's lease:
     * after that another worker may take the answer for lost.
     *
     * @param message the message
     * @return what the channel answered
     */
    SendResult send(OutgoingMessage message);

    /**
     * A channel that prints Markdown, for a first look and for tests: it accepts everything, at once.
     *
     * @param out where to, for instance {@code System.out::print}
     * @param clock the library's clock
     * @return the channel; as thread-safe as what it prints to
     */
    static Channel printing(Consumer<String> out, Clock clock) {
        return message -> {
            out.accept(Markdown.of(message.document()));
            return new SendResult.Accepted(message.idempotencyKey(), clock.instant());
        };
    }

    /**
     * For how long the channel itself removes repeats by {@link OutgoingMessage#idempotencyKey()}.
     *
     * @return the window; empty if it does not, as no chat robot does
     */
    default Optional<Duration> removesRepeatsFor() {
        return Optional.empty();
    }

    /**
     * Whether files may go with a message, and how large each may be. Only a channel that says so is given files.
     *
     * @return the size of the largest file in bytes; empty if the channel takes no files, as most chat robots do not
     */
    default OptionalLong largestFile() {
        return OptionalLong.empty();
    }

    /**
     * How long a message may be. One that is longer is refused, never cut.
     *
     * @return the longest message as Markdown, title and body, in bytes of UTF-8; empty if there is no such limit
     */
    default OptionalLong longestText() {
        return OptionalLong.empty();
    }

    /** Releases what the channel holds. */
    @Override
    default void close() {}
}
