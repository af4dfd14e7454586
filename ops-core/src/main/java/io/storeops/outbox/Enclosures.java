package io.storeops.outbox;

import io.storeops.publishing.OutgoingMessage;
import java.util.List;

/**
 * What makes the files that go with messages. Asked by the outbox before each attempt, and only for a channel that takes
 * files: what can be derived is not kept in the outbox. Thread-safe.
 */
@FunctionalInterface
public interface Enclosures {
    /**
     * The files of a message.
     *
     * @param message the message, without files
     * @return its files; none if it has none
     * @throws io.storeops.storage.StorageException if the storage fails; the message goes on waiting
     */
    List<OutgoingMessage.File> of(OutgoingMessage message);

    /**
     * What several make.
     *
     * @param parts each makes the files of its own messages
     * @return the files of all, in order
     */
    static Enclosures all(List<? extends Enclosures> parts) {
        List<Enclosures> known = List.copyOf(parts);
        return message ->
                known.stream().flatMap(part -> part.of(message).stream()).toList();
    }

    /**
     * No message has files.
     *
     * @return such enclosures
     */
    static Enclosures none() {
        return message -> List.of();
    }
}
