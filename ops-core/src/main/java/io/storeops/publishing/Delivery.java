package io.storeops.publishing;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.DataClass;
import io.storeops.document.Document;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message on its way to a channel: {@code PENDING -> CLAIMED -> SENDING -> SENT | REJECTED | UNKNOWN}, or, where a person sends it,
 * {@code BY_HAND -> SENT} (D59). The transitions
 * are methods that return the next value and refuse what the machine does not list. A provable refusal that ends by itself
 * (throttled) goes back to PENDING: nothing was delivered, so a repeat cannot double.
 *
 * <p>The document is kept as it stands in the row: an agenda or a day looks at thousands of deliveries and reads none of
 * them. {@link #message()} reads it.
 *
 * @param store the store the message speaks of
 * @param messageId the message, unique in the store
 * @param channel the channel's name in the roster
 * @param inPlace the channels that are tried in its place when it does not accept, in order, copied (D83)
 * @param tells the classes of data in it, copied: who may not see them does not see it (R13)
 * @param title the document's title, for people who look at the table
 * @param document what the message says, without its files, which are made when it is sent
 * @param number the number of the line of the trail that tells of it: the order of sending, which no clock changes (D78)
 * @param queuedAt when it was queued, by the clock of the library
 * @param state where it is
 * @param attempts how often sending began, 0 or more
 * @param token who has it claimed, if somebody has
 * @param leaseUntil until when, in the storage's time
 * @param notBefore the earliest next attempt, by the clock of the library
 * @param acceptedAt from when on it counts as accepted: when the channel took it, as the channel said or a person proved
 * @param confirmation the word of a person, if it was a person who said that the channel took it
 * @param detail the channel's receipt, or why it did not take it; empty text before
 */
public record Delivery(
        StoreId store,
        String messageId,
        String channel,
        List<String> inPlace,
        List<DataClass> tells,
        String title,
        Json document,
        long number,
        Instant queuedAt,
        DeliveryState state,
        int attempts,
        Optional<String> token,
        Optional<Instant> leaseUntil,
        Optional<Instant> notBefore,
        Optional<Instant> acceptedAt,
        Optional<Confirmation> confirmation,
        String detail) {
    private static final Column<String> MESSAGE = Column.text("message_id", "the message, unique in the store");
    private static final Column<String> CHANNEL = Column.text("channel", "the channel's name in the roster");
    private static final Column<List<String>> IN_PLACE =
            Column.list("in_place", "the channels that are tried in its place, in order", JsonReader::text, Json::of);
    private static final Column<List<DataClass>> TELLS = Column.list(
            "tells",
            "the classes of data in it",
            data -> data.as("is not a class of data", DataClass::valueOf),
            data -> Json.of(data.name()));
    private static final Column<Boolean> SETTLED = Column.flag("settled", "whether the outbox has nothing more to do");
    private static final Column<Long> NUMBER =
            Column.number("number", "the line of the trail that queued it; the order of sending");
    private static final Column<Instant> QUEUED_AT = Column.instant("queued_at", "when it was queued");
    private static final Column<DeliveryState> STATE = Column.constant(
            "state", "PENDING, BY_HAND, CLAIMED, SENDING, SENT, REJECTED, UNKNOWN", DeliveryState.class);
    private static final Column<Integer> ATTEMPTS = Column.count("attempts", "how often sending began");
    private static final Column<String> TOKEN = Column.text("token", "who has it claimed");
    private static final Column<Instant> LEASE = Column.instant("lease_until", "until when, in the storage's time");
    private static final Column<Instant> NOT_BEFORE = Column.instant("not_before", "earliest next attempt");
    private static final Column<Instant> ACCEPTED_AT =
            Column.instant("accepted_at", "from when on it counts as accepted");
    private static final Column<String> DETAIL =
            Column.text("detail", "the channel's receipt, or why it did not take it");
    private static final Column<String> TITLE = Column.text("title", "the document's title, for people who look here");
    private static final Column<Json> DOCUMENT = Column.json("document", "what the message says");

    /** The access path of what is still to be sent, channel by channel, in order. */
    public static final String BY_CHANNEL = "by_channel";

    /** The access path of what stands somewhere, in the order of queueing. */
    public static final String BY_STATE = "by_state";

    /** The outbox. */
    public static final Table<Delivery> TABLE = Table.of("delivery", Delivery::store)
            .column(MESSAGE, Delivery::messageId)
            .column(CHANNEL, Delivery::channel)
            .column(IN_PLACE, Delivery::inPlace)
            .column(TELLS, Delivery::tells)
            .column(SETTLED, delivery -> delivery.state().settled())
            .column(NUMBER, Delivery::number)
            .column(QUEUED_AT, Delivery::queuedAt)
            .column(STATE, Delivery::state)
            .column(ATTEMPTS, Delivery::attempts)
            .optional(TOKEN, Delivery::token)
            .optional(LEASE, Delivery::leaseUntil)
            .optional(NOT_BEFORE, Delivery::notBefore)
            .optional(ACCEPTED_AT, Delivery::acceptedAt)
            .optional(Confirmation.COLUMNS, Delivery::confirmation)
            .column(DETAIL, Delivery::detail)
            .column(TITLE, Delivery::title)
            .column(DOCUMENT, Delivery::document)
            .key(MESSAGE)
            .path(BY_CHANNEL, CHANNEL, SETTLED, NUMBER)
            .path(BY_STATE, STATE, NUMBER)
            .reads(row -> new Delivery(
                    row.store(),
                    row.get(MESSAGE),
                    row.get(CHANNEL),
                    row.get(IN_PLACE),
                    row.get(TELLS),
                    row.get(TITLE),
                    row.get(DOCUMENT),
                    row.get(NUMBER),
                    row.get(QUEUED_AT),
                    row.get(STATE),
                    row.get(ATTEMPTS),
                    row.find(TOKEN),
                    row.find(LEASE),
                    row.find(NOT_BEFORE),
                    row.find(ACCEPTED_AT),
                    row.find(Confirmation.COLUMNS),
                    row.get(DETAIL)));

    /** Checks for null. */
    public Delivery {
        requireNonNull(store, "store");
        requireNonNull(messageId, "messageId");
        requireNonNull(channel, "channel");
        inPlace = List.copyOf(inPlace);
        tells = List.copyOf(tells);
        requireNonNull(title, "title");
        requireNonNull(document, "document");
        requireNonNull(queuedAt, "queuedAt");
        requireNonNull(state, "state");
        requireNonNull(token, "token");
        requireNonNull(leaseUntil, "leaseUntil");
        requireNonNull(notBefore, "notBefore");
        requireNonNull(acceptedAt, "acceptedAt");
        requireNonNull(confirmation, "confirmation");
        requireNonNull(detail, "detail");
    }

    /**
     * A message that was just queued.
     *
     * @param message the message
     * @param tells the classes of data in it
     * @param inPlace the channels that are tried in the place of its own
     * @param number the number of the line of the trail that tells of it
     * @param at when, by the clock of the library
     * @return PENDING
     */
    public static Delivery queued(
            OutgoingMessage message, Set<DataClass> tells, List<String> inPlace, long number, Instant at) {
        return new Delivery(
                message.store(),
                message.id(),
                message.channel(),
                inPlace,
                tells.stream().sorted().toList(),
                message.document().title().text(),
                message.document().toJson(),
                number,
                at,
                DeliveryState.PENDING,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /**
     * The same for a channel without an interface: a person sends it, and says so (D59).
     *
     * @return BY_HAND
     * @throws IllegalStateException unless PENDING
     */
    public Delivery byHand() {
        require(DeliveryState.PENDING, "left to a person");
        return next(DeliveryState.BY_HAND, attempts, Optional.empty(), Optional.empty(), detail);
    }

    /**
     * Deliveries for somebody who reads no message: of each everything but what it says, which is most of a row.
     *
     * @param store the store
     * @return the query of all, in the order of the messages' ids
     */
    public static Query<Delivery> unread(StoreId store) {
        return Query.of(TABLE, store).without(DOCUMENT);
    }

    /**
     * The message, without its files.
     *
     * @return the message
     * @throws io.storeops.json.DocumentException if the row holds no document
     */
    public OutgoingMessage message() {
        return new OutgoingMessage(store, messageId, channel, Document.fromJson(JsonReader.root("document", document)));
    }

    /**
     * The key of its row.
     *
     * @return the key
     */
    public Key key() {
        return key(store, messageId);
    }

    /**
     * The key of a message's row.
     *
     * @param store the store
     * @param messageId the message
     * @return the key
     */
    public static Key key(StoreId store, String messageId) {
        return Key.of(store, messageId);
    }

    /**
     * A worker takes it.
     *
     * @param worker the worker's token
     * @param until the end of the lease, in the storage's time
     * @return CLAIMED
     * @throws IllegalStateException unless PENDING
     */
    public Delivery claim(String worker, Instant until) {
        require(DeliveryState.PENDING, "claimed");
        return next(DeliveryState.CLAIMED, attempts, Optional.of(worker), Optional.of(until), detail);
    }

    /**
     * The worker is about to send.
     *
     * @return SENDING
     * @throws IllegalStateException unless CLAIMED
     */
    public Delivery sending() {
        require(DeliveryState.CLAIMED, "sent");
        return next(DeliveryState.SENDING, attempts + 1, token, leaseUntil, detail);
    }

    /**
     * The worker's lease ran out: a claim is given back, a running send became unknowable.
     *
     * @return PENDING or UNKNOWN
     * @throws IllegalStateException unless CLAIMED or SENDING
     */
    public Delivery expire() {
        if (state == DeliveryState.CLAIMED) {
            return next(DeliveryState.PENDING, attempts, Optional.empty(), Optional.empty(), detail);
        }
        require(DeliveryState.SENDING, "expired");
        return next(
                DeliveryState.UNKNOWN,
                attempts,
                token,
                Optional.empty(),
                "The sender disappeared in the middle of the call");
    }

    /**
     * The channel answered.
     *
     * @param result the answer
     * @return SENT, PENDING (refused for now), REJECTED or UNKNOWN
     * @throws IllegalStateException unless SENDING, or UNKNOWN and the answer is a late acceptance
     */
    public Delivery answered(SendResult result) {
        if (!(state == DeliveryState.UNKNOWN && result instanceof SendResult.Accepted)) {
            require(DeliveryState.SENDING, "answered");
        }
        if (result instanceof SendResult.Accepted accepted) {
            return settled(DeliveryState.SENT, Optional.of(accepted.at()), accepted.receipt());
        }
        if (result instanceof SendResult.Refused refused) {
            return refused.retryAt().isPresent()
                    ? again(refused.retryAt(), refused.reason())
                    : settled(DeliveryState.REJECTED, Optional.empty(), refused.reason());
        }
        return settled(DeliveryState.UNKNOWN, Optional.empty(), ((SendResult.Unknown) result).detail());
    }

    /**
     * A person says that the channel took it: one that they sent themself, or of which the channel said nothing.
     *
     * @param word who says so, when, and whether it is proven
     * @param receipt the channel's id of the message
     * @return SENT
     * @throws IllegalStateException unless BY_HAND or UNKNOWN
     */
    public Delivery confirmed(Confirmation word, String receipt) {
        if (state != DeliveryState.BY_HAND && state != DeliveryState.UNKNOWN) {
            throw refused("confirmed");
        }
        return with(
                DeliveryState.SENT,
                attempts,
                token,
                Optional.empty(),
                Optional.empty(),
                Optional.of(word.counts()),
                Optional.of(word),
                receipt);
    }

    /**
     * Whether it was known at an instant that the channel took it: nobody knew of a person's word before it was given.
     *
     * @param then the instant
     * @return true from when it was known on
     */
    public boolean acceptedBy(Instant then) {
        return acceptedAt
                .map(at -> confirmation.map(Confirmation::at).orElse(at))
                .filter(known -> !known.isAfter(then))
                .isPresent();
    }

    /**
     * A person, or a channel that removes repeats, allows another attempt.
     *
     * @param reason why
     * @param earliest the earliest next attempt, by the clock of the library; empty for at once
     * @return PENDING
     * @throws IllegalStateException unless UNKNOWN or REJECTED
     */
    public Delivery resend(String reason, Optional<Instant> earliest) {
        if (state != DeliveryState.UNKNOWN && state != DeliveryState.REJECTED) {
            throw refused("sent again");
        }
        return again(earliest, reason);
    }

    private Delivery again(Optional<Instant> earliest, String why) {
        return with(
                DeliveryState.PENDING,
                attempts,
                Optional.empty(),
                Optional.empty(),
                earliest,
                Optional.empty(),
                Optional.empty(),
                why);
    }

    private Delivery settled(DeliveryState end, Optional<Instant> at, String why) {
        return with(end, attempts, token, Optional.empty(), Optional.empty(), at, Optional.empty(), why);
    }

    private Delivery next(DeliveryState to, int tried, Optional<String> worker, Optional<Instant> until, String why) {
        return with(to, tried, worker, until, notBefore, acceptedAt, confirmation, why);
    }

    private Delivery with(
            DeliveryState to,
            int tried,
            Optional<String> worker,
            Optional<Instant> until,
            Optional<Instant> earliest,
            Optional<Instant> accepted,
            Optional<Confirmation> word,
            String why) {
        return new Delivery(
                store, messageId, channel, inPlace, tells, title, document, number, queuedAt, to, tried, worker, until,
                earliest, accepted, word, why);
    }

    private void require(DeliveryState expected, String verb) {
        if (state != expected) {
            throw refused(verb);
        }
    }

    private IllegalStateException refused(String verb) {
        return new IllegalStateException("Message " + messageId + " is " + state + " and cannot be " + verb);
    }
}
