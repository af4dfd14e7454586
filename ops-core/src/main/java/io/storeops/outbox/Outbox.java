package io.storeops.outbox;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.act.Caller;
import io.storeops.act.Commits;
import io.storeops.act.Edit;
import io.storeops.act.Verdict;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.publishing.Channel;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.DeliveryState;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import io.storeops.publishing.UnknownPolicy;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Page;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Versioned;
import java.time.Duration;
import java.time.Instant;
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
 * <p>Where the roster names channels in the place of one that does not accept, they are tried in order within the same attempt; what
 * one of them left in doubt is held. A message that is refused for now, or that may be repeated, keeps its place and holds up those behind it; one that is SENT,
 * REJECTED or held as UNKNOWN holds up nobody. A lost answer is repeated five times at most, even where repeats are allowed. Leases are in the storage's time; everything else is in the library's.
 *
 * <p>An answer in hand is written down (D79): if the storage fails at that, it is tried once more at once, and then with each
 * further call of {@link #deliverDue} of this outbox.
 */
public final class Outbox {
    /** How often a call tries to write an answer down. */
    private static final int ANSWER_TRIES = 2;

    /** How long a worker may hold a message. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** How long to wait before a message with a lost answer is sent again, where that is allowed. */
    private static final Duration REPEAT_AFTER = Duration.ofMinutes(1);

    /** After so many attempts without an answer even a repeatable message is held for a person. */
    private static final int MOST_ATTEMPTS = 5;

    /** How many waiting messages are read at once. */
    private static final int PAGE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final Storage storage;
    private final Commits commits;
    private final SortedMap<String, Route> routes;
    private final Supplier<CommandId> ids;
    private final Enclosures enclosures;
    private final AnswersInHand inHand = new AnswersInHand();

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
     * @param commits the way into the storage, and the library's time
     * @param routes the channels by their names in the roster
     * @param ids makes unique ids, for workers and commits
     * @param enclosures makes the files that go with messages
     */
    public Outbox(
            Storage storage,
            Commits commits,
            Map<String, Route> routes,
            Supplier<CommandId> ids,
            Enclosures enclosures) {
        this.storage = requireNonNull(storage, "storage");
        this.commits = requireNonNull(commits, "commits");
        this.routes = ImmutableSortedMap.copyOf(routes);
        this.ids = requireNonNull(ids, "ids");
        this.enclosures = requireNonNull(enclosures, "enclosures");
    }

    /**
     * Sends what a store has waiting, as far as order, leases and the channels allow. Called after each act, and by the
     * host's scheduler for retries. The channels are called on the caller's thread.
     *
     * @param store the store
     * @return the deliveries that this call brought to an end, in order; none in a transaction of the host's, after whose
     *     commit they are sent
     * @throws io.storeops.storage.StorageException if the storage fails; the answer to what was sent by then is kept in memory
     *     and written by the next call, and only if this process ends before does the message become UNKNOWN
     */
    public List<Delivery> deliverDue(StoreId store) {
        List<Delivery> settled = new ArrayList<>();
        storage.afterCommit(() -> routes.forEach((name, route) -> deliver(store, name, route, settled)));
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
        Instant soon = commits.now().plus(REPEAT_AFTER);
        return routes.keySet().stream()
                .flatMap(name -> storage.select(open(store, name).limit(1)).items().stream())
                .map(first -> first.value()
                        .notBefore()
                        .filter(at -> at.isAfter(commits.now()))
                        .orElse(soon))
                .min(Instant::compareTo);
    }

    private static Query<Delivery> open(StoreId store, String channel) {
        return Query.of(Delivery.TABLE, store, Delivery.BY_CHANNEL).where(channel, false);
    }

    private void deliver(StoreId store, String name, Route route, List<Delivery> settled) {
        inHand.of(store, name).stream().filter(inHand::take).forEach(answer -> writeDown(answer, route, settled));
        String worker = ids.get().value();
        Optional<Query<Delivery>> next = Optional.of(open(store, name).limit(PAGE));
        while (next.isPresent()) {
            Page<Versioned<Delivery>> page = storage.select(next.get());
            boolean goOn = true;
            for (Versioned<Delivery> first : page.items()) {
                goOn = goOn && advance(first, route, worker, settled);
            }
            next = goOn ? page.next().map(open(store, name).limit(PAGE)::after) : Optional.empty();
        }
    }

    /** Moves the first message on; false if the channel has to wait. */
    private boolean advance(Versioned<Delivery> first, Route route, String worker, List<Delivery> settled) {
        Delivery delivery = first.value();
        try {
            if (delivery.state() == DeliveryState.PENDING
                    && delivery.notBefore().map(commits.now()::isBefore).orElse(false)) {
                return false;
            }
            Instant leaseTime = storage.now(delivery.store());
            if (delivery.state() != DeliveryState.PENDING) {
                return !delivery.leaseUntil().map(leaseTime::isBefore).orElse(false)
                        && expired(commit(first, delivery.expire(), worker), route, worker, settled);
            }
            // Before the claim: if the files cannot be made now, nothing has begun.
            OutgoingMessage message = enclosed(delivery.message(), route.channel());
            Versioned<Delivery> claimed = commit(first, delivery.claim(worker, leaseTime.plus(LEASE)), worker);
            Versioned<Delivery> sending = sending(claimed, worker);
            SendResult result = send(message, route);
            boolean own = !(result instanceof SendResult.Refused)
                    || delivery.inPlace().isEmpty();
            SendResult answer = own ? result : elsewhere(delivery, result);
            return writeDown(
                    new AnswersInHand.Answer(sending, answer, worker, own || answer == result), route, settled);
        } catch (StaleWriteException | DuplicateCommitException e) {
            LOG.debug("Another worker has message {}", delivery.messageId());
            return false;
        }
    }

    /** One that was only claimed is sent now; of one that was being sent nobody knows. */
    private boolean expired(Versioned<Delivery> ended, Route route, String worker, List<Delivery> settled) {
        return ended.value().state() == DeliveryState.PENDING
                ? advance(ended, route, worker, settled)
                : settle(ended, route, worker, settled, true);
    }

    /** About to send. If nobody knows whether that was written, it is known at least that nothing was sent. */
    private Versioned<Delivery> sending(Versioned<Delivery> claimed, String worker) {
        Delivery sending = claimed.value().sending();
        try {
            return commit(claimed, sending, worker);
        } catch (CommitUnknownException e) {
            SendResult nothing = new SendResult.Refused(
                    "Nothing was sent, because the storage failed before", Optional.of(commits.now()));
            inHand.keep(
                    new AnswersInHand.Answer(new Versioned<>(sending, claimed.revision() + 1), nothing, worker, true));
            throw e;
        }
    }

    /**
     * Writes an answer down, if need be with a second try; if that fails too, it stays in hand. False if the message, or what
     * another worker made of it, keeps its place before those behind it.
     */
    private boolean writeDown(AnswersInHand.Answer answer, Route route, List<Delivery> settled) {
        try {
            return settle(answeredAtLast(answer), route, answer.worker(), settled, answer.own());
        } catch (StaleWriteException | DuplicateCommitException e) {
            LOG.debug("Another worker has message {}", answer.sending().value().messageId());
            return false;
        }
    }

    private Versioned<Delivery> answeredAtLast(AnswersInHand.Answer answer) {
        for (int attempt = 1; ; attempt++) {
            try {
                return answered(answer);
            } catch (StaleWriteException | DuplicateCommitException e) {
                throw e;
            } catch (StorageException e) {
                if (attempt == ANSWER_TRIES) {
                    inHand.keep(answer);
                    throw e;
                }
                LOG.warn(
                        "The answer to {} could not be written down; it is tried again",
                        answer.sending().value().messageId(),
                        e);
            }
        }
    }

    /** Keeps the answer, a late acceptance too: one that comes after the lease, when another worker wrote UNKNOWN. */
    private Versioned<Delivery> answered(AnswersInHand.Answer answer) {
        Versioned<Delivery> sending = answer.sending();
        SendResult result = answer.result();
        String worker = answer.worker();
        Delivery told = sending.value().answered(result);
        try {
            return commit(sending, told, worker);
        } catch (DuplicateCommitException e) {
            // An earlier try of which nobody knew had succeeded.
            return new Versioned<>(told, sending.revision() + 1);
        } catch (StaleWriteException e) {
            Versioned<Delivery> now =
                    storage.find(Delivery.TABLE, sending.value().key()).orElseThrow(() -> e);
            if (!(result instanceof SendResult.Accepted accepted)) {
                throw e;
            }
            if (now.value().state() != DeliveryState.UNKNOWN) {
                LOG.warn(
                        "The channel accepted {} as {}, after its lease ended and it became {}: it may be sent twice",
                        now.value().messageId(),
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

    /** What the first channel says that does not refuse the message in the place of its own (D83); else its own's refusal. */
    private SendResult elsewhere(Delivery delivery, SendResult refused) {
        for (String name : delivery.inPlace()) {
            Route route = routes.get(name);
            if (route != null) {
                OutgoingMessage message = delivery.message();
                SendResult result = send(
                        enclosed(
                                new OutgoingMessage(message.store(), message.id(), name, message.document()),
                                route.channel()),
                        route);
                if (result instanceof SendResult.Accepted accepted) {
                    return new SendResult.Accepted(name + ": " + accepted.receipt(), accepted.at());
                }
                if (!(result instanceof SendResult.Refused)) {
                    return result;
                }
            }
        }
        return refused;
    }

    private SendResult send(OutgoingMessage message, Route route) {
        try {
            return route.channel().send(message);
        } catch (RuntimeException e) {
            LOG.warn("Channel {} threw while sending {}", message.channel(), message.id(), e);
            return new SendResult.Unknown("The channel failed: " + e.getClass().getName());
        }
    }

    /**
     * Counts an end, or turns an UNKNOWN that may be repeated back into a waiting message; false if the message still keeps its
     * place before those behind it.
     */
    private boolean settle(Versioned<Delivery> ended, Route route, String worker, List<Delivery> settled, boolean own) {
        Delivery delivery = ended.value();
        if (delivery.state() == DeliveryState.UNKNOWN && own && mayRepeat(delivery, route)) {
            commit(
                    ended,
                    delivery.resend(delivery.detail(), Optional.of(commits.now().plus(REPEAT_AFTER))),
                    worker);
            return false;
        }
        if (delivery.state().settled()) {
            settled.add(delivery);
        }
        return delivery.state().settled();
    }

    private boolean mayRepeat(Delivery delivery, Route route) {
        if (delivery.attempts() >= MOST_ATTEMPTS) {
            return false;
        }
        Duration age = Duration.between(delivery.queuedAt(), commits.now());
        return route.unknown() == UnknownPolicy.REPEAT
                || route.channel()
                        .removesRepeatsFor()
                        .map(window -> age.compareTo(window) < 0)
                        .orElse(false);
    }

    private Versioned<Delivery> commit(Versioned<Delivery> from, Delivery to, String worker) {
        long revision = from.revision() + 1;
        CommandId id = CommandId.of(
                "deliver/" + revision + "/" + Sha256.of(worker + to.messageId()).hex());
        Verdict.Done done = Verdict.done(Edit.touch(Delivery.TABLE, Optional.of(from), to));
        commits.commit(
                new Caller(ActorId.SYSTEM, id),
                to.store(),
                OutboxModule.DELIVER,
                Target.of(Delivery.TABLE.name(), to.messageId()),
                AuditRecord.Rules.NONE,
                "",
                to.state().settled() ? told(done, to) : done.quietly());
        return new Versioned<>(to, revision);
    }

    private static Verdict.Done told(Verdict.Done done, Delivery to) {
        return done.telling("state", Json.of(to.state().name()))
                .telling(
                        "acceptedAt",
                        to.acceptedAt().map(at -> Json.of(at.toString())).orElseGet(Json::ofNull))
                .telling("detail", Json.of(to.detail()));
    }
}
