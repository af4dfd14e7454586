package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.CharterVersion;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.AuditRecord.Outcome;
import io.storeops.failure.CommandReusedException;
import io.storeops.failure.DeniedException;
import io.storeops.failure.NotEnrolledException;
import io.storeops.failure.Refusal;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.JsonReader;
import io.storeops.storage.Blobs;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The one pattern of every duty: load what the decision needs, ask the authority, let a pure function decide, and commit
 * state, audit line and outgoing messages at once. A repeated command gives the first result; a denied or refused one leaves
 * its audit line and nothing else. Thread-safe.
 */
public final class Acts {
    /** How often a decision is made anew when somebody else was first, before the conflict reaches the caller (R9). */
    private static final int TRIES = 20;

    private final Commits commits;
    private final Contexts contexts;
    private final Effects effects;
    private final Optional<Blobs> blobs;

    /**
     * The acts on a storage.
     *
     * @param commits the way into the storage
     * @param storage where everything is kept
     * @param clock the library's time
     * @param effects what the modules are to each other's acts
     * @param stated what the marketplace of a store states of itself
     */
    public Acts(Commits commits, Storage storage, Clock clock, Effects effects, Function<StoreId, Stated> stated) {
        this.commits = requireNonNull(commits, "commits");
        this.contexts = new Contexts(storage, clock, stated);
        this.effects = requireNonNull(effects, "effects");
        this.blobs = storage.blobs();
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
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(caller, contexts.at(store, caller.actor()), act);
            } catch (RefusedException | DeniedException e) {
                throw e;
            } catch (StaleWriteException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            } catch (DuplicateCommitException | CommitUnknownException e) {
                // The commit's id is the command's, so a repeated command is noticed at its commit, however it was
                // decided now.
                return repeated(caller, store, act, e);
            } catch (StorageException e) {
                throw e;
            } catch (RuntimeException e) {
                // A decision may fail over what the command itself did the first time.
                return repeated(caller, store, act, e);
            }
        }
    }

    /** The first result of a command; whatever failed now if it is new. */
    private <R> R repeated(Caller caller, StoreId store, Act<R> act, RuntimeException failed) {
        return repeated(caller, store, act, commits.findLine(store, caller).orElseThrow(() -> failed));
    }

    private <R> R attempt(Caller caller, Context context, Act<R> act) {
        AuditLines lines = new AuditLines(caller, context, act);
        StoreId store = context.store().id();
        List<Edit<?>> guards = new ArrayList<>(List.of(rulesOf(context)));
        Decision decision = ask(context, act);
        if (!(decision instanceof Decision.Allowed allowed)) {
            AuditRecord denied = lines.denied(decision);
            commits.commit(store, guards, denied);
            throw denied(store, denied);
        }
        Context asked = context.under(allowed);
        Verdict verdict = act.decide(asked);
        Optional<Refusal> refusal;
        if (verdict instanceof Verdict.Done done) {
            effects.requireOwn(act.entry(), done.edits());
            Guards asking = new Guards(asked, act, done);
            refusal = asking.refusal(guards)
                    .or(() -> effects.checked(asked, done.facts(), guards))
                    .or(() -> done.exhibit().flatMap(made -> made.refusal(asked, caller)));
            if (refusal.isEmpty()) {
                Verdict.Done all = effects.reactedTo(asked, done)
                        .with(done.exhibit().stream()
                                .map(made -> made.item(asked, caller, blobs))
                                .toList());
                Commits.Work work = Commits.Work.of(all.under(asked.roster()));
                // Before the commit, so that evidence always finds its bytes; once more after it, because somebody may
                // have redacted
                // other evidence with the same bytes meanwhile, and erased them.
                keep(store, done.exhibit());
                commits.commit(store, guards, lines.done(allowed, work.result()), work);
                keep(store, done.exhibit());
                return act.recall(
                        asked,
                        Written.now(asked.rows(), work.result(), work.done().edits()));
            }
        } else {
            refusal = Optional.of(((Verdict.Refused) verdict).refusal());
        }
        AuditRecord refused = lines.refused(allowed, refusal.get());
        commits.commit(store, List.of(rulesOf(context)), refused);
        throw new RefusedException(act.entry().name(), store, refusal.get());
    }

    private void keep(StoreId store, Optional<Exhibit> exhibit) {
        blobs.ifPresent(
                kept -> exhibit.ifPresent(made -> kept.put(store, made.content().content())));
    }

    /**
     * Looks at something. Leaves no trace unless it is denied.
     *
     * @param <R> what it gives back
     * @param caller who; a denied look is recorded under the command id
     * @param store in which store
     * @param entry the entry point that it goes through
     * @param look reads what is wanted
     * @return what was read
     * @throws DeniedException if a right is missing
     * @throws NotEnrolledException if the store is not known
     */
    public <R> R look(Caller caller, StoreId store, EntryPoint entry, Function<Context, R> look) {
        return before(caller, store, new Looking(entry), look);
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
        Context context = contexts.at(store, caller.actor());
        Decision decision = ask(context, act);
        if (!(decision instanceof Decision.Allowed allowed)) {
            AuditRecord denied = new AuditLines(caller, context, act).denied(decision);
            record(caller, store, denied);
            throw denied(store, denied);
        }
        return look.apply(context.under(allowed));
    }

    /**
     * Looks at what an act needs before it is performed for the first time: for a repeated command no source is read again (R10).
     *
     * @param <R> what it gives back
     * @param caller who, under which command id
     * @param store in which store
     * @param act the act that is to follow
     * @param look reads what is wanted
     * @return what was read; empty if the command was heard of before
     * @throws DeniedException if a right is missing
     * @throws NotEnrolledException if the store is not known
     */
    public <R> Optional<R> beforeFirst(Caller caller, StoreId store, Act<?> act, Function<Context, R> look) {
        return findRecord(caller, store).isPresent() ? Optional.empty() : Optional.of(before(caller, store, act, look));
    }

    /** Records a denied look, once a command; an id that stands for something else cannot hide one. */
    private void record(Caller caller, StoreId store, AuditRecord denied) {
        try {
            commits.commit(store, List.of(), denied);
        } catch (DuplicateCommitException e) {
            AuditRecord first = findRecord(caller, store).orElseThrow(() -> e);
            if (!first.act().equals(denied.act()) || first.outcome() != Outcome.DENIED) {
                throw reused(store, first, denied.act());
            }
        }
    }

    /**
     * What a command came to the first time. Commands are each actor's own: the same id of somebody else is another command.
     *
     * @param caller whose command, under which id
     * @param store in which store
     * @return what its line of the trail tells, empty if it is new
     */
    public Optional<AuditRecord> findRecord(Caller caller, StoreId store) {
        return commits.findLine(store, caller).map(AuditEntry::record);
    }

    /**
     * What the engine itself sees when it looks at a store: not for persons, whose looks go through {@link #look}.
     *
     * @param store the store
     * @return the context, in which the engine acts
     * @throws NotEnrolledException if the store is not known, or has no roster in force
     */
    public Context engineContext(StoreId store) {
        return contexts.at(store, ActorId.SYSTEM);
    }

    /** Asks who submitted only for somebody who has the right: what exists is nobody else's business. */
    private static Decision ask(Context context, Act<?> act) {
        EntryPoint entry = act.entry();
        if (entry.unasked()) {
            if (!context.actor().equals(ActorId.SYSTEM)) {
                throw new IllegalStateException(entry.name() + " is not for persons; " + context.actor() + " is one");
            }
            return Commits.ofTheEngine(entry, context.charter().version());
        }
        List<Right> anyOf = act.anyOf(context);
        Decision decision = context.ask(entry, anyOf, Set.of());
        Set<ActorId> submitters = decision instanceof Decision.Allowed ? act.submitters(context) : Set.of();
        Decision own = submitters.isEmpty() ? decision : context.ask(entry, anyOf, submitters);
        return own instanceof Decision.Allowed allowed
                ? act.beyond(context.under(allowed))
                        .<Decision>map(others -> new Decision.Denied(allowed.right(), others, allowed.version()))
                        .orElse(own)
                : own;
    }

    /** The rules that a decision was made under must still stand when it is committed (R88). */
    private static Edit<?> rulesOf(Context context) {
        return new Edit.Unchanged<>(
                CharterVersion.TABLE,
                CharterVersion.key(context.store().id()),
                context.charter().version());
    }

    private <R> R repeated(Caller caller, StoreId store, Act<R> act, AuditEntry line) {
        AuditRecord record = line.record();
        String name = act.entry().name();
        if (!record.act().equals(name)
                || !record.argumentsHash().equals(Sha256.of(act.arguments()).hex())) {
            throw reused(store, record, name);
        }
        return switch (record.outcome()) {
            case DONE -> {
                Context context = contexts.at(store, caller.actor());
                yield act.recall(context, Written.then(context.rows(), line));
            }
            case DENIED -> throw denied(store, record);
            case REFUSED -> {
                throw new RefusedException(name, store, AuditLines.refusal(resultOf(record)));
            }
        };
    }

    private static DeniedException denied(StoreId store, AuditRecord record) {
        List<ActorId> holders = resultOf(record).elements("holders").stream()
                .map(holder -> ActorId.of(holder.text()))
                .toList();
        return new DeniedException(record.act(), record.actor(), store, record.right(), holders);
    }

    private static JsonReader resultOf(AuditRecord record) {
        return JsonReader.root("audit line of " + record.command(), record.result());
    }

    /** A look as something whose rights can be asked for. */
    private record Looking(EntryPoint entry) implements Act<Void> {
        @Override
        public String arguments() {
            return "";
        }

        @Override
        public Verdict decide(Context context) {
            throw new IllegalStateException(entry.name() + " is looked at, not performed");
        }

        @Override
        public Void recall(Context context, Written written) {
            throw new IllegalStateException(entry.name() + " is looked at, not performed");
        }
    }

    private static CommandReusedException reused(StoreId store, AuditRecord first, String act) {
        return new CommandReusedException(
                store, first.command(), first.act() + " by " + first.actor() + " at " + first.at(), act);
    }
}
