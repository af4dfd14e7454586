package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.Target;
import io.storeops.id.ActorKind;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.StoreView;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The one way into the storage: edits, messages and the line of the trail that tells of them are one commit. Acts of persons go
 * through {@link Acts}, which asks for their rights first; what the host and the engine do outside of any roster (enrolling,
 * redacting, delivering) comes here directly, under an entry point of theirs. Thread-safe.
 */
public final class Commits {
    /** The role under which the engine acts. */
    static final Role SYSTEM = Role.of("SYSTEM");

    private final Storage storage;
    private final Clock clock;
    private final Supplier<String> salts;

    /**
     * The commits of a storage.
     *
     * @param storage where everything is kept
     * @param clock the library's time
     * @param salts gives a new text that nobody can guess at each call; thread-safe
     */
    public Commits(Storage storage, Clock clock, Supplier<String> salts) {
        this.storage = requireNonNull(storage, "storage");
        this.clock = requireNonNull(clock, "clock");
        this.salts = requireNonNull(salts, "salts");
    }

    /**
     * Now, as it is written down.
     *
     * @return the instant in whole microseconds
     */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Commits what the host or the engine does outside of any roster.
     *
     * @param caller who, under which command id
     * @param store in which store
     * @param entry the entry point, of the host or the engine
     * @param target on what
     * @param rules the rules that it was decided under
     * @param arguments what was asked
     * @param done what to do
     * @return the receipt
     * @throws IllegalArgumentException if the entry point is for persons
     */
    public Committed commit(
            Caller caller,
            StoreId store,
            EntryPoint entry,
            Target target,
            AuditRecord.Rules rules,
            String arguments,
            Verdict.Done done) {
        if (!entry.unasked()) {
            throw new IllegalArgumentException(entry.name() + " is for persons, whose rights are asked for first");
        }
        Work work = Work.of(done);
        AuditRecord record = new AuditRecord(
                caller.command(),
                now(),
                caller.actor(),
                ActorKind.PERSON,
                Optional.empty(),
                entry.name(),
                target,
                AuditRecord.Outcome.DONE,
                entry.anyOf().get(0).toString(),
                rules,
                Sha256.of(arguments).hex(),
                work.result());
        return commit(store, List.of(), record, work);
    }

    /** Something that is to be done, with what the trail tells of its edits. */
    record Work(Verdict.Done done, Told told) {
        static Work of(Verdict.Done done) {
            return new Work(done, Told.of(done.edits()));
        }

        /** What the act told, and the names of the rows. */
        Json result() {
            SortedMap<String, Json> members = new TreeMap<>(done.told());
            if (!told.nothing()) {
                members.put(AuditRecord.EDITED, told.edited());
            }
            if (!told.rests().isEmpty()) {
                members.put(AuditRecord.ALSO_EDITED, Json.array(told.rests()));
            }
            return Json.object(members);
        }
    }

    /** Commits a record of something that was not done. */
    Committed commit(StoreId store, List<? extends Edit<?>> guards, AuditRecord record) {
        Changes changes = changes(store, guards, record);
        return storage.commit(
                changes.link(AuditEntry.TABLE, last -> AuditEntry.after(store, last, record, Optional.empty())));
    }

    /** Commits a record with what was done. */
    Committed commit(StoreId store, List<? extends Edit<?>> guards, AuditRecord record, Work work) {
        Changes changes = changes(store, guards, record);
        Verdict.Done done = work.done();
        done.edits().forEach(edit -> edit.addTo(changes));
        if (done.quiet() && done.messages().isEmpty()) {
            return storage.commit(changes);
        }
        // The trail is numbered in the order of the commits, whatever a clock says; so are the messages (D78).
        AtomicLong number = new AtomicLong();
        Optional<AuditEntry.Contents> contents = contents(work.told());
        changes.link(AuditEntry.TABLE, last -> {
            AuditEntry line = AuditEntry.after(store, last, record, contents);
            number.set(line.number());
            return line;
        });
        done.messages()
                .forEach(outgoing ->
                        changes.insertMade(Delivery.TABLE, () -> outgoing.queued(number.get(), record.at())));
        return storage.commit(changes);
    }

    private static Changes changes(StoreId store, List<? extends Edit<?>> guards, AuditRecord record) {
        Changes changes = Changes.of(store, commitOf(new Caller(record.actor(), record.command())));
        guards.forEach(guard -> guard.addTo(changes));
        return changes;
    }

    /** A command's commit is its actor's own, so that nobody uses up the id of another's command by guessing it. */
    private static CommitId commitOf(Caller caller) {
        return CommitId.of(Sha256.of(caller.actor() + "\n" + caller.command()).hex());
    }

    private Optional<AuditEntry.Contents> contents(Told told) {
        return told.nothing()
                ? Optional.empty()
                : Optional.of(new AuditEntry.Contents(salts.get(), told.before(), told.after()));
    }

    /** The line of a command of somebody's, empty if it is new. */
    Optional<AuditEntry> findLine(StoreId store, Caller caller) {
        return StoreView.of(storage, store)
                .all(Query.of(AuditEntry.TABLE, store, AuditEntry.BY_COMMAND)
                        .where(caller.command().value()))
                .stream()
                .filter(line -> line.record().actor().equals(caller.actor()))
                .findFirst();
    }

    /** The engine's own right to its entry points, which no roster gives or takes. */
    static Decision.Allowed ofTheEngine(EntryPoint entry, long version) {
        Right right = entry.anyOf().get(0);
        return new Decision.Allowed(right, SYSTEM, Optional.empty(), version);
    }
}
