package io.storeops.publishing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.evidence.AuditEntry;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was queued: channel by channel in the order of queueing, each message by one worker at a time, never twice
 * unless the channel removes repeats or the route allows it. Thread-safe; several processes may work on one storage.
 *
 * <p>A message that is refused for now, or that may be repeated, keeps its place and holds up those behind it; one that is SENT,
 * REJECTED or held as UNKNOWN holds up nobody. A lost answer is repeated five times at most, even where repeats are allowed. Leases are in the storage's time; everything else is in the library's.
 */
public final class Outbox {
    /** How long a worker may hold a message. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** How long to wait before a message with a lost answer is sent again, where that is allowed. */
    private static final Duration REPEAT_AFTER = Duration.ofMinutes(1);

    /** After so many attempts without an answer even a repeatable message is held for a person. */
    private static final int MOST_ATTEMPTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final Storage storage;
    private final Clock clock;
    private final SortedMap<String, Route> routes;
    private final Supplier<CommandId> ids;
    private final Enclosures enclosures;

    /**
     * A channel with its rule for lost answers.
     *
     * @param channel the channel
     * @param unknown what to do when an answer is lost
     */
    public record Route(Channel channel, UnknownPolicy unknown) {
        /** Checks for null. */
        public Route {
            requireNonNull(channel, "channel");
            requireNonNull(unknown, "unknown");
        }
    }

    /**
     * An outbox.
     *
     * @param storage where deliveries are kept
     * @param clock the library's time
     * @param routes the channels by their names in the roster
     * @param ids makes unique ids, for workers and commits
     * @param enclosures makes the files that go with messages
     */
    public Outbox(
            Storage storage, Clock clock, Map<String, Route> routes, Supplier<CommandId> ids, Enclosures enclosures) {
        this.storage = requireNonNull(storage, "storage");
        this.clock = requireNonNull(clock, "clock");
        this.routes = ImmutableSortedMap.copyOf(routes);
        this.ids = requireNonNull(ids, "ids");
        this.enclosures = requireNonNull(enclosures, "enclosures");
    }

    /**
     * Sends what a store has waiting, as far as order, leases and the channels allow. Called after each act, and by the
     * host's scheduler for retries. The channels are called on the caller's thread.
     *
     * @param store the store
     * @return the deliveries that this call brought to an end, in order
     * @throws io.storeops.storage.StorageException if the storage fails; what was sent by then stays SENDING and becomes UNKNOWN
     */
    public List<Delivery> deliverDue(StoreId store) {
        List<Delivery> settled = new ArrayList<>();
        routes.forEach((name, route) -> deliver(store, name, route, settled));
        return settled;
    }

    /**
     * The channels that messages can be sent to.
     *
     * @return their names in the roster, sorted
     */
    public Set<String> channels() {
        return routes.keySet();
    }

    /**
     * A channel that messages can be sent to.
     *
     * @param name its name in the roster
     * @return the channel, empty if the library was given none of that name
     */
    public Optional<Channel> findChannel(String name) {
        return Optional.ofNullable(routes.get(name)).map(Route::channel);
    }

    /**
     * What a store has waiting for a channel.
     *
     * @param store the store
     * @param channel the channel's name
     * @return the unsettled deliveries in order
     */
    public List<Delivery> waiting(StoreId store, String channel) {
        List<Delivery> waiting = new ArrayList<>();
        try (Scan<Versioned<Delivery>> scan = storage.scan(open(store, channel))) {
            scan.forEachRemaining(delivery -> waiting.add(delivery.value()));
        }
        return List.copyOf(waiting);
    }

    /**
     * When to call {@link #deliverDue} again for the sake of what a store has waiting.
     *
     * @param store the store
     * @return the earliest instant at which a channel's first message may be tried, in the library's time; empty if nothing
     *     waits
     */
    public Optional<Instant> nextAttempt(StoreId store) {
        Instant soon = now().plus(REPEAT_AFTER);
        return routes.keySet().stream()
                .flatMap(name -> storage.select(open(store, name).limit(1)).items().stream())
                .map(first -> first.value()
                        .notBefore()
                        .filter(at -> at.isAfter(now()))
                        .orElse(soon))
                .min(Instant::compareTo);
    }

    private static Query<Delivery> open(StoreId store, String channel) {
        return Query.of(Delivery.TABLE, store, Delivery.BY_CHANNEL).where(channel, false);
    }

    private void deliver(StoreId store, String name, Route route, List<Delivery> settled) {
        String worker = ids.get().value();
        boolean goOn = true;
        while (goOn) {
            List<Versioned<Delivery>> first =
                    storage.select(open(store, name).limit(1)).items();
            goOn = !first.isEmpty() && advance(first.get(0), route, worker, settled);
        }
    }

    /** Moves the first message on; false if the channel has to wait. */
    private boolean advance(Versioned<Delivery> first, Route route, String worker, List<Delivery> settled) {
        Delivery delivery = first.value();
        Instant leaseTime = storage.now(delivery.store());
        try {
            if (delivery.state() != DeliveryState.PENDING) {
                if (delivery.leaseUntil().map(leaseTime::isBefore).orElse(false)) {
                    return false;
                }
                settle(commit(first, delivery.expire(), worker), route, worker, settled);
                return true;
            }
            if (delivery.notBefore().map(clock.instant()::isBefore).orElse(false)) {
                return false;
            }
            // Before the claim: if the files cannot be made now, nothing has begun.
            OutgoingMessage message = enclosed(delivery.message(), route.channel());
            Versioned<Delivery> claimed = commit(first, delivery.claim(worker, leaseTime.plus(LEASE)), worker);
            Versioned<Delivery> sending = commit(claimed, claimed.value().sending(), worker);
            Versioned<Delivery> answered = answered(sending, send(message, route), worker);
            settle(answered, route, worker, settled);
            return answered.value().state().settled();
        } catch (StaleWriteException | DuplicateCommitException e) {
            LOG.debug("Another worker has message {}", delivery.message().id());
            return false;
        }
    }

    /** Keeps the answer, a late acceptance too: one that comes after the lease, when another worker wrote UNKNOWN. */
    private Versioned<Delivery> answered(Versioned<Delivery> sending, SendResult result, String worker) {
        try {
            return commit(sending, sending.value().answered(result), worker);
        } catch (StaleWriteException e) {
            Versioned<Delivery> now =
                    storage.find(Delivery.TABLE, sending.value().key()).orElseThrow(() -> e);
            if (!(result instanceof SendResult.Accepted accepted)) {
                throw e;
            }
            if (now.value().state() != DeliveryState.UNKNOWN) {
                LOG.warn(
                        "The channel accepted {} as {}, after its lease ended and it became {}: it may be sent twice",
                        now.value().message().id(),
                        accepted.receipt(),
                        now.value().state());
                throw e;
            }
            return commit(now, now.value().answered(result), worker);
        }
    }

    /** The message with its files, as far as the channel takes them. */
    private OutgoingMessage enclosed(OutgoingMessage message, Channel channel) {
        OptionalLong largest = channel.largestFile();
        return largest.isEmpty()
                ? message
                : message.enclosing(enclosures.of(message).stream()
                        .filter(file -> file.content().size() <= largest.getAsLong())
                        .toList());
    }

    private SendResult send(OutgoingMessage message, Route route) {
        try {
            return route.channel().send(message);
        } catch (RuntimeException e) {
            LOG.warn("Channel {} threw while sending {}", message.channel(), message.id(), e);
            return new SendResult.Unknown("The channel failed: " + e.getClass().getName());
        }
    }

    /** Counts an end, or turns an UNKNOWN that may be repeated back into a waiting message. */
    private void settle(Versioned<Delivery> ended, Route route, String worker, List<Delivery> settled) {
        Delivery delivery = ended.value();
        if (delivery.state() == DeliveryState.UNKNOWN && mayRepeat(delivery, route)) {
            commit(ended, delivery.resend(delivery.detail(), Optional.of(now().plus(REPEAT_AFTER))), worker);
        } else if (delivery.state().settled()) {
            settled.add(delivery);
        }
    }

    private boolean mayRepeat(Delivery delivery, Route route) {
        if (delivery.attempts() >= MOST_ATTEMPTS) {
            return false;
        }
        Duration age = Duration.between(delivery.queuedAt(), clock.instant());
        return route.unknown() == UnknownPolicy.REPEAT
                || route.channel()
                        .removesRepeatsFor()
                        .map(window -> age.compareTo(window) < 0)
                        .orElse(false);
    }

    private Versioned<Delivery> commit(Versioned<Delivery> from, Delivery to, String worker) {
        long revision = from.revision() + 1;
        CommitId id = CommitId.of("deliver/" + revision + "/"
                + Sha256.of(worker + to.message().id()).hex());
        Changes changes = Changes.of(to.store(), id).replace(Delivery.TABLE, to, from.revision());
        if (to.state().settled()) {
            changes.link(AuditEntry.TABLE, last -> AuditEntry.after(to.store(), last, deed(to, id), Optional.empty()));
        }
        storage.commit(changes);
        return new Versioned<>(to, revision);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private AuditEntry.Deed deed(Delivery to, CommitId id) {
        return new AuditEntry.Deed(
                CommandId.of(id.value()),
                now(),
                ActorId.SYSTEM,
                Optional.empty(),
                "DELIVER",
                to.message().id(),
                AuditEntry.Outcome.DONE,
                "SYSTEM",
                AuditEntry.Rules.NONE,
                Sha256.of("").hex(),
                Json.object(Map.of(
                        "state", Json.of(to.state().name()),
                        "acceptedAt",
                                to.acceptedAt()
                                        .map(at -> Json.of(at.toString()))
                                        .orElseGet(Json::ofNull),
                        "detail", Json.of(to.detail()))));
    }
}
