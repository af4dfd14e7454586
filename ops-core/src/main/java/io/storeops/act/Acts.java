package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.Assignment;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditEntry.Outcome;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Query;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one pattern of every duty: load what the decision needs, ask the authority, let a pure function decide, and commit
 * state, audit line and outgoing messages at once. A repeated command gives the first result; a denied or refused one leaves
 * its audit line and nothing else. Thread-safe.
 */
public final class Acts {
    /** How often a decision is made anew when somebody else was first, before the conflict reaches the caller (R9). */
    private static final int TRIES = 20;

    private final Storage storage;
    private final Scenes scenes;

    /**
     * The acts on a storage.
     *
     * @param storage where everything is kept
     * @param clock the library's time
     */
    public Acts(Storage storage, Clock clock) {
        this.storage = requireNonNull(storage, "storage");
        this.scenes = new Scenes(storage, clock);
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
                first = Optional.of(attempt(caller, store, act));
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
     * @param name what, for the refusal
     * @param anyOf the rights of which one is needed
     * @param look reads what is wanted
     * @return what was read
     * @throws DeniedException if a right is missing
     * @throws NotEnrolledException if the store is not known
     */
    public <R> R look(Caller caller, StoreId store, String name, List<Right> anyOf, Function<Scene, R> look) {
        return look(caller, store, name, "", anyOf, look);
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
    public <R> R before(Caller caller, StoreId store, Act<?> act, Function<Scene, R> look) {
        return look(caller, store, act.name(), act.arguments(), act.anyOf(), look);
    }

    private <R> R look(
            Caller caller, StoreId store, String name, String arguments, List<Right> anyOf, Function<Scene, R> look) {
        Scene scene = scenes.at(store, caller.actor());
        Decision decision = scenes.charter(scene).decide(caller.actor(), scene.today(), anyOf);
        if (decision instanceof Decision.Denied denied) {
            record(caller, store, denied(caller, scene, name, arguments, denied));
            throw new DeniedException(name, caller.actor(), store, denied);
        }
        return look.apply(scene);
    }

    /** Records a denied look, once a command; an id that stands for something else cannot hide one. */
    private void record(Caller caller, StoreId store, AuditEntry.Deed denied) {
        try {
            storage.commit(audited(changes(caller, store), denied));
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

    private AuditEntry.Deed attempt(Caller caller, StoreId store, Act<?> act) {
        Scene scene = scenes.at(store, caller.actor());
        Decision decision = scenes.charter(scene).decide(caller.actor(), scene.today(), act.anyOf());
        Changes changes = changes(caller, store);
        AuditEntry.Deed deed;
        if (decision instanceof Decision.Allowed allowed) {
            changes.unchanged(
                    Assignment.TABLE, allowed.by().value().key(), allowed.by().revision());
            deed = decided(caller, scene, act, allowed.right(), changes);
        } else {
            deed = denied(caller, scene, act.name(), act.arguments(), (Decision.Denied) decision);
        }
        storage.commit(audited(changes, deed));
        return deed;
    }

    private static AuditEntry.Deed decided(Caller caller, Scene scene, Act<?> act, Right right, Changes changes) {
        Verdict verdict = act.decide(scene);
        if (verdict instanceof Verdict.Done done) {
            done.state().accept(changes);
            for (OutgoingMessage message : done.messages()) {
                changes.insert(Delivery.TABLE, Delivery.queued(message, scene.now()));
            }
            return deed(caller, scene, act.name(), done.subject(), Outcome.DONE, right, act.arguments(), done.result());
        }
        Verdict.Refused refused = (Verdict.Refused) verdict;
        Json why = Json.object(Map.of(
                "code", Json.of(refused.refusal().code()),
                "detail", Json.of(refused.refusal().detail())));
        return deed(caller, scene, act.name(), refused.subject(), Outcome.REFUSED, right, act.arguments(), why);
    }

    private static AuditEntry.Deed denied(
            Caller caller, Scene scene, String act, String arguments, Decision.Denied denied) {
        Json holders = Json.array(
                denied.holders().stream().map(holder -> Json.of(holder.value())).toList());
        return deed(
                caller,
                scene,
                act,
                scene.store().id().value(),
                Outcome.DENIED,
                denied.missing(),
                arguments,
                Json.object(Map.of("holders", holders)));
    }

    private static AuditEntry.Deed deed(
            Caller caller,
            Scene scene,
            String act,
            String subject,
            Outcome outcome,
            Right right,
            String arguments,
            Json result) {
        return new AuditEntry.Deed(
                caller.command(),
                scene.now(),
                caller.actor(),
                act,
                subject,
                outcome,
                right.toString(),
                scene.roster().version(),
                Sha256.of(arguments).hex(),
                result);
    }

    private static Changes changes(Caller caller, StoreId store) {
        return Changes.of(store, CommitId.of(caller.command().value()));
    }

    private static Changes audited(Changes changes, AuditEntry.Deed deed) {
        return changes.link(AuditEntry.TABLE, last -> AuditEntry.after(changes.store(), last, deed));
    }

    private <R> R result(Caller caller, StoreId store, Act<R> act, AuditEntry.Deed deed) {
        if (!deed.act().equals(act.name())
                || !deed.actor().equals(caller.actor())
                || !deed.argumentsHash().equals(Sha256.of(act.arguments()).hex())) {
            throw new CommandReusedException(store, deed, act.name());
        }
        JsonReader result = JsonReader.root("audit line of " + deed.command(), deed.result());
        return switch (deed.outcome()) {
            case DONE -> act.recall(scenes.at(store, caller.actor()), deed.result());
            case DENIED ->
                throw new DeniedException(
                        act.name(),
                        caller.actor(),
                        store,
                        new Decision.Denied(
                                Right.parse(deed.right()),
                                result.elements("holders").stream()
                                        .map(holder -> ActorId.of(holder.text()))
                                        .toList()));
            case REFUSED ->
                throw new RefusedException(act.name(), store, new Refusal(result.text("code"), result.text("detail")));
        };
    }
}
