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
     * No message has files.
     *
     * @return such enclosures
     */
    static Enclosures none() {
        return message -> List.of();
    }
}
