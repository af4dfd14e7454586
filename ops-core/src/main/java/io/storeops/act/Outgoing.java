package io.storeops.act;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import io.storeops.authority.DataClass;
import io.storeops.publishing.OutgoingMessage;
import java.util.Set;

/**
 * A message that an act wants to send, with what it tells: each class of data goes to its own channels and nowhere else (R13).
 *
 * @param message the message
 * @param tells the classes of data in it
 */
public record Outgoing(OutgoingMessage message, Set<DataClass> tells) {
    /** Copies the classes. */
    public Outgoing {
        requireNonNull(message, "message");
        tells = ImmutableSortedSet.copyOf(tells);
    }
}
