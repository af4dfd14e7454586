package io.storeops.act;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import io.storeops.authority.DataClass;
import io.storeops.position.Roster;
import io.storeops.publishing.OutgoingMessage;
import java.util.List;
import java.util.Set;

/**
 * A message that an act wants to send, with what it tells: each class of data goes to its own channels and nowhere else (R13).
 *
 * @param message the message
 * @param tells the classes of data in it
 * @param inPlace the channels that are tried in the place of its own when that does not accept, in order (D83)
 */
public record Outgoing(OutgoingMessage message, Set<DataClass> tells, List<String> inPlace) {
    /** Copies the classes. */
    public Outgoing {
        requireNonNull(message, "message");
        tells = ImmutableSortedSet.copyOf(tells);
        inPlace = List.copyOf(inPlace);
    }

    /**
     * A message to one channel; the roster says which others are tried in its place.
     *
     * @param message the message
     * @param tells the classes of data in it
     */
    public Outgoing(OutgoingMessage message, Set<DataClass> tells) {
        this(message, tells, List.of());
    }

    /** The same with the channels that the roster names for the place of its own, as far as its data may go there. */
    Outgoing under(Roster roster) {
        return new Outgoing(
                message,
                tells,
                roster.channels().fallbackOf(message.channel()).stream()
                        .filter(channel -> tells.stream()
                                .allMatch(data -> roster.confidentiality()
                                        .channelsOf(data)
                                        .contains(channel)))
                        .toList());
    }
}
