package io.storeops.evidence;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.StoreView;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A line of the audit trail: who did, or tried to do, what, when, under which right and which rules, what it was before and
 * after, and what came of it (R12). Denied and refused attempts have their line too (R7). The lines of a store form one chain:
 * each carries the hash of the one before. The line is also what makes a repeated command give its first result (R10).
 *
 * <p>What it was before and after may be personal data. The chain carries only its salted hash, so it can be redacted and the
 * chain stays valid; the salt goes with it, so that the hash cannot be guessed.
 *
 * @param store the store
 * @param number 1, 2, 3 ... in the order of the chain
 * @param record what was done or tried, by whom and how it ended
 * @param contentsHash SHA-256, in hexadecimal, of the contents; empty if the line never had any
 * @param contents what it was before and after; empty if the line never had any, or they were redacted
 * @param previousHash the hash of the line before, empty for the first
 * @param hash SHA-256, in hexadecimal, of the previous hash and the canonical text of this line
 */
public record AuditEntry(
        StoreId store,
        long number,
        AuditRecord record,
        String contentsHash,
        Optional<Contents> contents,
        String previousHash,
        String hash) {
    private static final Column<Long> NUMBER = Column.number("number", "place in the chain, from 1");
    private static final Column<String> COMMAND = Column.text("command_id", "the command, chosen by the caller");
    private static final Column<Instant> AT = Column.instant("at", "when, by the clock of the library");
    private static final Column<String> ACTOR = Column.text("actor_id", "who");
    private static final Column<ActorKind> KIND =
            Column.constant("actor_kind", "SERVICE, or PERSON: also the host and the engine", ActorKind.class);
    private static final Column<String> ON_BEHALF = Column.text("on_behalf_of", "for whom, if as a deputy");
    private static final Column<String> ACT = Column.text("act", "what");
    private static final Column<String> TARGET = Column.text("target", "on what: its kind and its id");
    private static final Column<String> OUTCOME = Column.text("outcome", "DONE, DENIED or REFUSED");
    private static final Column<String> RIGHT =
            Column.text("right_used", "the right that allowed it, or the missing one");
    private static final Column<String> RULES = Column.text("rules_version", "the version of the roster in force");
    private static final Column<Long> CHARTER = Column.number("charter_version", "the version of the store's rights");
    private static final Column<String> ARGUMENTS = Column.text("arguments_sha256", "hash of the command's arguments");
    private static final Column<Json> RESULT = Column.json("result", "what came of it");
    private static final Column<Json> BEFORE = Column.json("before", "what it was before");
    private static final Column<Json> AFTER = Column.json("after", "what it is after");
    private static final Column<String> SALT = Column.text("salt", "makes the hash of before and after unguessable");
    private static final Column<String> CONTENTS =
            Column.text("contents_sha256", "hash of salt, before and after; empty if there were none");
    private static final Column<String> PREVIOUS = Column.text("previous_hash", "hash of the line before");
    private static final Column<String> HASH = Column.text("hash", "SHA-256 of the previous hash and this line");

    /** The access path by command id. */
    public static final String BY_COMMAND = "by_command";

    /** The access path by what a line is about, in the order of the chain. */
    public static final String BY_TARGET = "by_target";

    /** The access path by how it ended, in order of the instants. */
    public static final String BY_OUTCOME = "by_outcome";

    /** The columns that a redaction of a line removes, together. */
    public static final List<Column<?>> PERSONAL = List.of(BEFORE, AFTER, SALT);

    /** The table of the trail, one chain a store. */
    public static final Table<AuditEntry> TABLE = Table.of("audit", AuditEntry::store)
            .column(NUMBER, AuditEntry::number)
            .column(COMMAND, entry -> entry.record().command().value())
            .column(AT, entry -> entry.record().at())
            .column(ACTOR, entry -> entry.record().actor().value())
            .column(KIND, entry -> entry.record().kind())
            .optional(ON_BEHALF, entry -> entry.record().onBehalfOf().map(ActorId::value))
            .column(ACT, entry -> entry.record().act())
            .column(TARGET, entry -> entry.record().target().toString())
            .column(OUTCOME, entry -> entry.record().outcome().name())
            .column(RIGHT, entry -> entry.record().right())
            .column(RULES, entry -> entry.record().rules().position())
            .column(CHARTER, entry -> entry.record().rules().charter())
            .column(ARGUMENTS, entry -> entry.record().argumentsHash())
            .column(RESULT, entry -> entry.record().result())
            .personal(BEFORE, entry -> entry.contents().map(Contents::before))
            .personal(AFTER, entry -> entry.contents().map(Contents::after))
            .personal(SALT, entry -> entry.contents().map(Contents::salt))
            .column(CONTENTS, AuditEntry::contentsHash)
            .column(PREVIOUS, AuditEntry::previousHash)
            .column(HASH, AuditEntry::hash)
            .key(NUMBER)
            .path(BY_COMMAND, COMMAND)
            .path(BY_TARGET, TARGET)
            .path(BY_OUTCOME, OUTCOME, AT)
            .appendOnlyByMonth(AT)
            .reads(AuditEntry::read);

    /**
     * What something was before a record and is after it.
     *
     * @param salt a text that nobody can guess
     * @param before what it was; JSON null if it did not exist
     * @param after what it is; JSON null if it no longer exists
     */
    public record Contents(String salt, Json before, Json after) {
        /** Checks for null. */
        public Contents {
            requireNonNull(salt, "salt");
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }

        private String hash() {
            return Sha256.of(salt + "\n" + before.canonical() + "\n" + after.canonical())
                    .hex();
        }
    }

    /** Checks for null. */
    public AuditEntry {
        requireNonNull(store, "store");
        requireNonNull(record, "record");
        requireNonNull(contentsHash, "contentsHash");
        requireNonNull(contents, "contents");
        requireNonNull(previousHash, "previousHash");
        requireNonNull(hash, "hash");
    }

    private static AuditEntry read(Row row) {
        return new AuditEntry(
                row.store(),
                row.get(NUMBER),
                new AuditRecord(
                        CommandId.of(row.get(COMMAND)),
                        row.get(AT),
                        ActorId.of(row.get(ACTOR)),
                        row.get(KIND),
                        row.find(ON_BEHALF).map(ActorId::of),
                        row.get(ACT),
                        Target.parse(row.get(TARGET)),
                        AuditRecord.Outcome.valueOf(row.get(OUTCOME)),
                        row.get(RIGHT),
                        new AuditRecord.Rules(row.get(RULES), row.get(CHARTER)),
                        row.get(ARGUMENTS),
                        row.get(RESULT)),
                row.get(CONTENTS),
                contents(row.find(SALT), row.find(BEFORE), row.find(AFTER)),
                row.get(PREVIOUS),
                row.get(HASH));
    }

    /** Contents of which a part is there count as there, so that a part put in or taken out shows in their hash. */
    private static Optional<Contents> contents(Optional<String> salt, Optional<Json> before, Optional<Json> after) {
        return salt.isEmpty() && before.isEmpty() && after.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Contents(salt.orElse(""), before.orElseGet(Json::ofNull), after.orElseGet(Json::ofNull)));
    }

    /**
     * The line that follows another.
     *
     * @param store the store
     * @param last the last line of the chain, empty at its beginning
     * @param record what the new line tells
     * @param contents what it was before and after, if the line tells it
     * @return the new line
     */
    public static AuditEntry after(
            StoreId store, Optional<AuditEntry> last, AuditRecord record, Optional<Contents> contents) {
        long number = last.map(AuditEntry::number).orElse(0L) + 1;
        String previous = last.map(AuditEntry::hash).orElse("");
        String contentsHash = contents.map(Contents::hash).orElse("");
        return new AuditEntry(
                store,
                number,
                record,
                contentsHash,
                contents,
                previous,
                hashOf(store, number, record, contentsHash, previous));
    }

    /**
     * The head of a store's chain.
     *
     * @param rows the rows of the store
     * @return the last line as an anchor, empty if there is none
     */
    public static Optional<Anchor> head(StoreView rows) {
        return rows.last(Query.of(TABLE, rows.store())).map(AuditEntry::anchor);
    }

    /**
     * The key of its row.
     *
     * @param store the store
     * @param number the line's number
     * @return the key
     */
    public static Key key(StoreId store, long number) {
        return Key.of(store, number);
    }

    /**
     * Whether the line is what its hash says.
     *
     * @return false if anything in it was changed; contents that are gone count as unchanged, see {@link #redacted}
     */
    public boolean intact() {
        return lineIntact() && contentsIntact();
    }

    boolean lineIntact() {
        return hash.equals(hashOf(store, number, record, contentsHash, previousHash));
    }

    boolean contentsIntact() {
        return contents.map(known -> known.hash().equals(contentsHash)).orElse(true);
    }

    /**
     * Whether the line had contents that are gone.
     *
     * @return true if they were redacted, or taken away
     */
    public boolean redacted() {
        return contents.isEmpty() && !contentsHash.isEmpty();
    }

    /**
     * This line as the head of its chain.
     *
     * @return the anchor
     */
    public Anchor anchor() {
        return new Anchor(store, number, Sha256.parse(hash));
    }

    private static String hashOf(StoreId store, long number, AuditRecord record, String contentsHash, String previous) {
        TreeMap<String, Json> line = new TreeMap<>();
        line.put("store", Json.of(store.value()));
        line.put("number", Json.of(number));
        line.put("command", Json.of(record.command().value()));
        line.put("at", Json.of(record.at().toString()));
        line.put("actor", Json.of(record.actor().value()));
        line.put("kind", Json.of(record.kind().name()));
        line.put(
                "onBehalfOf",
                record.onBehalfOf().map(actor -> Json.of(actor.value())).orElseGet(Json::ofNull));
        line.put("act", Json.of(record.act()));
        line.put("target", Json.of(record.target().toString()));
        line.put("outcome", Json.of(record.outcome().name()));
        line.put("right", Json.of(record.right()));
        line.put("rules", Json.of(record.rules().position()));
        line.put("charter", Json.of(record.rules().charter()));
        line.put("arguments", Json.of(record.argumentsHash()));
        line.put("result", record.result());
        line.put("contents", Json.of(contentsHash));
        return Sha256.of(previous + "\n" + Json.object(line).canonical()).hex();
    }
}
