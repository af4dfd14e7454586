package io.storeops.act;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import io.storeops.authority.DataClass;
import io.storeops.document.Document;
import io.storeops.id.StoreId;
import io.storeops.position.Channels;
import io.storeops.position.Roster;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.OutgoingMessage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A message that an act wants to send, with what it tells: each class of data goes to its own channels and nowhere else (R13).
 *
 * @param message the message
 * @param tells the classes of data in it
 * @param inPlace the channels that are tried in the place of its own when that does not accept, in order (D83)
 * @param byHand whether a person sends it, because its channel has no interface (D59)
 */
public record Outgoing(OutgoingMessage message, Set<DataClass> tells, List<String> inPlace, boolean byHand) {
    /** Copies the classes. */
    public Outgoing {
        requireNonNull(message, "message");
        tells = ImmutableSortedSet.copyOf(tells);
        inPlace = List.copyOf(inPlace);
    }

    /**
     * A message to one channel; the roster says which others are tried in its place, and whether a person sends it.
     *
     * @param message the message
     * @param tells the classes of data in it
     */
    public Outgoing(OutgoingMessage message, Set<DataClass> tells) {
        this(message, tells, List.of(), false);
    }

    /**
     * Tells people of the store something that is never held up because a roster names no channel for it: it goes to the first channel of
     * notices that may have it, if possible to one that needs no hand (D59).
     *
     * @param roster names the channels, and what may go there
     * @param store the store
     * @param id the message's id
     * @param document what it says; data of the store's operations
     * @return the message; none if no channel of notices may have it
     */
    public static List<Outgoing> telling(Roster roster, StoreId store, String id, Document document) {
        return roster.findNoticeChannels().map(Channels.Notices::channels).orElse(List.of()).stream()
                .filter(roster.confidentiality().channelsOf(DataClass.OPERATIONS)::contains)
                .sorted(Comparator.comparing(roster.channels()::isManual))
                .limit(1)
                .map(channel ->
                        new Outgoing(new OutgoingMessage(store, id, channel, document), Set.of(DataClass.OPERATIONS)))
                .toList();
    }

    /**
     * The same as the roster lets it go: with the channels that it names for the place of its own, as far as its data may go there and
     * the library can try them, or by hand.
     */
    Outgoing under(Roster roster) {
        boolean hand = roster.channels().isManual(message.channel());
        List<String> others = hand ? List.of() : roster.channels().fallbackOf(message.channel());
        return new Outgoing(
                message,
                tells,
                others.stream()
                        .filter(channel -> !roster.channels().isManual(channel))
                        .filter(channel -> tells.stream()
                                .allMatch(data -> roster.confidentiality()
                                        .channelsOf(data)
                                        .contains(channel)))
                        .toList(),
                hand);
    }

    /** As it is queued. */
    Delivery queued(long number, Instant at) {
        Delivery queued = Delivery.queued(message, tells, inPlace, number, at);
        return byHand ? queued.byHand() : queued;
    }
}
