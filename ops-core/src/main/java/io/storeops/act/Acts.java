package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.CharterVersion;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditEntry.Outcome;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.JsonReader;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Query;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one pattern of every duty: load what the decision needs, ask the authority, let a pure function decide, and commit
 * state, audit line and outgoing messages at once. A repeated command gives the first result; a denied or refused one leaves
 * its audit line and nothing else. Thread-safe.
 */
public final class Acts {
    /** How often a decision is made anew when somebody else was first, before the conflict reaches the caller (R9). */
    private static final int TRIES = 20;

    private final Storage storage;
    private final Contexts contexts;
    private final Supplier<String> salts;

    /**
     * The acts on a storage.
     *
     * @param storage where everything is kept
     * @param clock the library's time
     * @param salts gives a new text that nobody can guess at each call; thread-safe
     */
    public Acts(Storage storage, Clock clock, Supplier<String> salts) {
        this.storage = requireNonNull(storage, "storage");
        this.contexts = new Contexts(storage, clock);
        this.salts = requireNonNull(salts, "salts");
    }

    /**
     * Does something.
     *
     * @param <R> what it gives back
     * @param caller who, under which command id
     * @param store in which store
     * @param act what
     * @return the result; at a repeated command the first result
     * @throws DeniedException if a right is missing
     * @throws RefusedException if a guard says no
     * @throws CommandReusedException if the command id stands for something else
     * @throws NotEnrolledException if the store is not known
     * @throws StaleWriteException if others were first again and again
     */
    public <R> R perform(Caller caller, StoreId store, Act<R> act) {
        Optional<AuditEntry.Deed> first = findDeed(store, caller.command());
        for (int attempt = 1; first.isEmpty(); attempt++) {
            try {
                first = attempt(caller, store, act);
            } catch (DuplicateCommitException e) {
                first = Optional.of(findDeed(store, caller.command()).orElseThrow(() -> e));
            } catch (CommitUnknownException e) {
                first = findDeed(store, caller.command());
                if (first.isEmpty()) {
                    throw e;
                }
            } catch (StaleWriteException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
        return result(caller, store, act, first.get());
    }

    /**
     * Looks at something. Leaves no trace unless it is denied.
     *
     * @param <R> what it gives back
     * @param caller who; a denied look is recorded under the command id
     * @param store in which store
     * @param entry the door that it goes through
     * @param look reads what is wanted
     * @return what was read
     * @throws DeniedException if a right is missing
     * @throws NotEnrolledException if the store is not known
     */
    public <R> R look(Caller caller, StoreId store, EntryPoint entry, Function<Context, R> look) {
        return look(caller, store, entry, "", context -> context.ask(entry, entry.anyOf(), Set.of()), look);
    }

    /**
     * Looks at what an act needs before it is performed, under the act's own rights: a source is not read for somebody who may
     * not use it. A denial is recorded as that of the act.
     *
     * @param <R> what it gives back
     * @param caller who, under which command id
     * @param store in which store
     * @param act the act that is to follow
     * @param look reads what is wanted
     * @return what was read
     * @throws DeniedException if a right is missing
     * @throws NotEnrolledException if the store is not known
     */
    public <R> R before(Caller caller, StoreId store, Act<?> act, Function<Context, R> look) {
        return look(
                caller,
                store,
                act.entry(),
                act.arguments(),
                context -> Answer.to(act, context).decision(),
                look);
    }

    private <R> R look(
            Caller caller,
            StoreId store,
            EntryPoint entry,
            String arguments,
            Function<Context, Decision> ask,
            Function<Context, R> look) {
        Context context = contexts.at(store, caller.actor());
        Decision decision = ask.apply(context);
        if (!(decision instanceof Decision.Allowed allowed)) {
            AuditEntry.Deed denied = AuditLines.denied(caller, context, entry, arguments, decision);
            record(caller, store, denied);
            throw denied(entry.name(), store, denied);
        }
        return look.apply(context.under(allowed));
    }

    /** Records a denied look, once a command; an id that stands for something else cannot hide one. */
    private void record(Caller caller, StoreId store, AuditEntry.Deed denied) {
        try {
            storage.commit(audited(changes(caller, store), denied, Optional.empty()));
        } catch (DuplicateCommitException e) {
            AuditEntry.Deed first = findDeed(store, caller.command()).orElseThrow(() -> e);
            if (!first.act().equals(denied.act())
                    || !first.actor().equals(denied.actor())
                    || first.outcome() != Outcome.DENIED) {
                throw new CommandReusedException(store, first, denied.act());
            }
        }
    }

    /**
     * What a command came to the first time.
     *
     * @param store in which store
     * @param command the command
     * @return what its line of the trail tells, empty if it is new
     */
    public Optional<AuditEntry.Deed> findDeed(StoreId store, CommandId command) {
        return storage
                .select(Query.of(AuditEntry.TABLE, store, AuditEntry.BY_COMMAND).where(command.value()))
                .items()
                .stream()
                .findFirst()
                .map(entry -> entry.value().deed());
    }

    /**
     * What the engine itself sees when it looks at a store: not a door for persons, whose looks go through {@link #look}.
     *
     * @param store the store
     * @return the context, in which the engine acts
     * @throws NotEnrolledException if the store is not known, or has no roster in force
     */
    public Context engineContext(StoreId store) {
        return contexts.at(store, ActorId.SYSTEM);
    }

    /** Empty if the submitters changed while it was decided, so that it must be decided anew. */
    private Optional<AuditEntry.Deed> attempt(Caller caller, StoreId store, Act<?> act) {
        Context asking = contexts.at(store, caller.actor());
        Answer answer = Answer.to(act, asking);
        if (!(answer.decision() instanceof Decision.Allowed allowed)) {
            AuditEntry.Deed denied = AuditLines.denied(caller, asking, act.entry(), act.arguments(), answer.decision());
            storage.commit(audited(guarded(caller, asking), denied, Optional.empty()));
            return Optional.of(denied);
        }
        Context context = asking.under(allowed);
        Verdict verdict = act.decide(context);
        return act.submitters(context).equals(answer.submitters())
                        && act.anyOf(context).contains(allowed.right())
                ? Optional.of(committed(caller, context, act, allowed, verdict))
                : Optional.empty();
    }

    /** What the authority says to an act, and who had submitted what the act decides on when it said so. */
    private record Answer(Decision decision, Set<ActorId> submitters) {
        /** Looks up the submitters only for somebody who has the right: what exists is nobody else's business. */
        static Answer to(Act<?> act, Context context) {
            List<Right> anyOf = act.anyOf(context);
            Decision decision = context.ask(act.entry(), anyOf, Set.of());
            Set<ActorId> submitters = decision instanceof Decision.Allowed ? act.submitters(context) : Set.of();
            return new Answer(
                    submitters.isEmpty() ? decision : context.ask(act.entry(), anyOf, submitters), submitters);
        }
    }

    private AuditEntry.Deed committed(
            Caller caller, Context context, Act<?> act, Decision.Allowed allowed, Verdict verdict) {
        Changes changes = guarded(caller, context);
        Optional<Refusal> refusal = verdict instanceof Verdict.Done done
                ? new Guards(context, done).refusal(act.entry().name(), changes)
                : Optional.of(((Verdict.Refused) verdict).refusal());
        if (refusal.isPresent()) {
            AuditEntry.Deed refused = AuditLines.refused(
                    caller, context, act.entry(), act.arguments(), allowed, verdict.subject(), refusal.get());
            storage.commit(audited(guarded(caller, context), refused, Optional.empty()));
            return refused;
        }
        Verdict.Done done = (Verdict.Done) verdict;
        done.state().accept(changes);
        for (Outgoing outgoing : done.messages()) {
            changes.insert(Delivery.TABLE, Delivery.queued(outgoing.message(), context.now()));
        }
        AuditEntry.Deed deed = AuditLines.done(caller, context, act.entry(), act.arguments(), allowed, done);
        storage.commit(audited(changes, deed, contents(done)));
        return deed;
    }

    /** A commit that only holds under the rules that the decision was made under (R88). */
    private static Changes guarded(Caller caller, Context context) {
        StoreId store = context.store().id();
        return changes(caller, store)
                .unchanged(
                        CharterVersion.TABLE,
                        CharterVersion.key(store),
                        context.charter().version());
    }

    private Optional<AuditEntry.Contents> contents(Verdict.Done done) {
        return done.change().map(change -> new AuditEntry.Contents(salts.get(), change.before(), change.after()));
    }

    private static Changes changes(Caller caller, StoreId store) {
        return Changes.of(store, CommitId.of(caller.command().value()));
    }

    private static Changes audited(Changes changes, AuditEntry.Deed deed, Optional<AuditEntry.Contents> contents) {
        return changes.link(AuditEntry.TABLE, last -> AuditEntry.after(changes.store(), last, deed, contents));
    }

    private <R> R result(Caller caller, StoreId store, Act<R> act, AuditEntry.Deed deed) {
        String name = act.entry().name();
        if (!deed.act().equals(name)
                || !deed.actor().equals(caller.actor())
                || !deed.argumentsHash().equals(Sha256.of(act.arguments()).hex())) {
            throw new CommandReusedException(store, deed, name);
        }
        return switch (deed.outcome()) {
            case DONE -> act.recall(contexts.at(store, caller.actor()), deed.result());
            case DENIED -> throw denied(name, store, deed);
            case REFUSED -> {
                JsonReader why = resultOf(deed);
                throw new RefusedException(name, store, new Refusal(why.text("code"), why.text("detail")));
            }
        };
    }

    private static DeniedException denied(String act, StoreId store, AuditEntry.Deed deed) {
        List<ActorId> holders = resultOf(deed).elements("holders").stream()
                .map(holder -> ActorId.of(holder.text()))
                .toList();
        return new DeniedException(act, deed.actor(), store, deed.right(), holders);
    }

    private static JsonReader resultOf(AuditEntry.Deed deed) {
        return JsonReader.root("audit line of " + deed.command(), deed.result());
    }
}
