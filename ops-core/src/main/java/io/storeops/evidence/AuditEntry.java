package io.storeops.evidence;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A line of the audit trail: who did, or tried to do, what, when, under which right and which rules, and what came of it
 * (R12). Denied and refused attempts have their line too (R7). The lines of a store form one chain: each carries the hash
 * of the one before. The line is also what makes a repeated command give its first result (R10).
 *
 * @param store the store
 * @param number 1, 2, 3 ... in the order of the chain
 * @param deed what was done or tried, by whom and how it ended
 * @param previousHash the hash of the line before, empty for the first
 * @param hash SHA-256, in hexadecimal, of the previous hash and the canonical text of this line
 */
public record AuditEntry(StoreId store, long number, Deed deed, String previousHash, String hash) {
    private static final Column<Long> NUMBER = Column.number("number", "place in the chain, from 1");
    private static final Column<String> COMMAND = Column.text("command_id", "the command, chosen by the caller");
    private static final Column<Instant> AT = Column.instant("at", "when, by the clock of the library");
    private static final Column<String> ACTOR = Column.text("actor_id", "who");
    private static final Column<String> ACT = Column.text("act", "what");
    private static final Column<String> SUBJECT = Column.text("subject", "on what");
    private static final Column<String> OUTCOME = Column.text("outcome", "DONE, DENIED or REFUSED");
    private static final Column<String> RIGHT =
            Column.text("right_used", "the right that allowed it, or the missing one");
    private static final Column<String> RULES = Column.text("rules_version", "the version of the roster in force");
    private static final Column<String> ARGUMENTS = Column.text("arguments_sha256", "hash of the command's arguments");
    private static final Column<Json> RESULT = Column.json("result", "what came of it");
    private static final Column<String> PREVIOUS = Column.text("previous_hash", "hash of the line before");
    private static final Column<String> HASH = Column.text("hash", "SHA-256 of the previous hash and this line");

    /** The access path by command id. */
    public static final String BY_COMMAND = "by_command";

    /** The table of the trail, one chain a store. */
    public static final Table<AuditEntry> TABLE = Table.of("audit", AuditEntry::store)
            .column(NUMBER, AuditEntry::number)
            .column(COMMAND, entry -> entry.deed().command().value())
            .column(AT, entry -> entry.deed().at())
            .column(ACTOR, entry -> entry.deed().actor().value())
            .column(ACT, entry -> entry.deed().act())
            .column(SUBJECT, entry -> entry.deed().subject())
            .column(OUTCOME, entry -> entry.deed().outcome().name())
            .column(RIGHT, entry -> entry.deed().right())
            .column(RULES, entry -> entry.deed().rulesVersion())
            .column(ARGUMENTS, entry -> entry.deed().argumentsHash())
            .column(RESULT, entry -> entry.deed().result())
            .column(PREVIOUS, AuditEntry::previousHash)
            .column(HASH, AuditEntry::hash)
            .key(NUMBER)
            .path(BY_COMMAND, COMMAND)
            .appendOnly()
            .reads(row -> new AuditEntry(
                    row.store(),
                    row.get(NUMBER),
                    new Deed(
                            CommandId.of(row.get(COMMAND)),
                            row.get(AT),
                            ActorId.of(row.get(ACTOR)),
                            row.get(ACT),
                            row.get(SUBJECT),
                            Outcome.valueOf(row.get(OUTCOME)),
                            row.get(RIGHT),
                            row.get(RULES),
                            row.get(ARGUMENTS),
                            row.get(RESULT)),
                    row.get(PREVIOUS),
                    row.get(HASH)));

    /** How an attempt ended. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** A right was missing; nothing changed. */
        DENIED,
        /** A guard said no; nothing changed. */
        REFUSED
    }

    /**
     * What a line tells, without its place in the chain.
     *
     * @param command the command
     * @param at when, by the clock of the library
     * @param actor who
     * @param act what, as in RELEASE
     * @param subject on what
     * @param outcome how it ended
     * @param right the right that allowed it, or the missing one
     * @param rulesVersion the version of the roster in force
     * @param argumentsHash SHA-256 of the command's arguments, in hexadecimal
     * @param result what came of it: enough to give the first result again
     */
    public record Deed(
            CommandId command,
            Instant at,
            ActorId actor,
            String act,
            String subject,
            Outcome outcome,
            String right,
            String rulesVersion,
            String argumentsHash,
            Json result) {
        /** Checks for null. */
        public Deed {
            requireNonNull(command, "command");
            requireNonNull(at, "at");
            requireNonNull(actor, "actor");
            requireNonNull(act, "act");
            requireNonNull(subject, "subject");
            requireNonNull(outcome, "outcome");
            requireNonNull(right, "right");
            requireNonNull(rulesVersion, "rulesVersion");
            requireNonNull(argumentsHash, "argumentsHash");
            requireNonNull(result, "result");
        }
    }

    /** Checks for null. */
    public AuditEntry {
        requireNonNull(store, "store");
        requireNonNull(deed, "deed");
        requireNonNull(previousHash, "previousHash");
        requireNonNull(hash, "hash");
    }

    /**
     * The line that follows another.
     *
     * @param store the store
     * @param last the last line of the chain, empty at its beginning
     * @param deed what the new line tells
     * @return the new line
     */
    public static AuditEntry after(StoreId store, Optional<AuditEntry> last, Deed deed) {
        long number = last.map(AuditEntry::number).orElse(0L) + 1;
        String previous = last.map(AuditEntry::hash).orElse("");
        return new AuditEntry(store, number, deed, previous, hashOf(store, number, deed, previous));
    }

    /**
     * Whether the line is what its hash says.
     *
     * @return false if anything in it was changed
     */
    public boolean intact() {
        return hash.equals(hashOf(store, number, deed, previousHash));
    }

    private static String hashOf(StoreId store, long number, Deed deed, String previous) {
        TreeMap<String, Json> line = new TreeMap<>();
        line.put("store", Json.of(store.value()));
        line.put("number", Json.of(number));
        line.put("command", Json.of(deed.command().value()));
        line.put("at", Json.of(deed.at().toString()));
        line.put("actor", Json.of(deed.actor().value()));
        line.put("act", Json.of(deed.act()));
        line.put("subject", Json.of(deed.subject()));
        line.put("outcome", Json.of(deed.outcome().name()));
        line.put("right", Json.of(deed.right()));
        line.put("rules", Json.of(deed.rulesVersion()));
        line.put("arguments", Json.of(deed.argumentsHash()));
        line.put("result", deed.result());
        return Sha256.of(previous + "\n" + Json.object(line).canonical()).hex();
    }
}
