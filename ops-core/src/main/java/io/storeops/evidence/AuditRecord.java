package io.storeops.evidence;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The record of something that was done or tried: what a line of the audit trail tells, without its place in the chain (R12).
 *
 * @param command the command
 * @param at when, by the clock of the library
 * @param actor who
 * @param kind whether that is a service account (D82); a person, the host and the engine are not
 * @param onBehalfOf for whom, if as a deputy
 * @param act what, as in RELEASE
 * @param target on what
 * @param outcome how it ended
 * @param right the right that allowed it, the missing one, or SELF_DECISION
 * @param rules the rules that it was decided under
 * @param argumentsHash SHA-256 of the command's arguments, in hexadecimal
 * @param result what came of it: enough to give the first result again; no personal data
 */
public record AuditRecord(
        CommandId command,
        Instant at,
        ActorId actor,
        ActorKind kind,
        Optional<ActorId> onBehalfOf,
        String act,
        Target target,
        Outcome outcome,
        String right,
        Rules rules,
        String argumentsHash,
        Json result) {
    /** The member of a result that names the rows that were edited. */
    public static final String EDITED = "edited";

    /** The member of the result that tells of tables of which more rows were edited than are named: how many, and their hash. */
    public static final String ALSO_EDITED = "alsoEdited";

    /** How an attempt ended. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** A right was missing, or it was the person's own submission; nothing changed. */
        DENIED,
        /** A guard said no; nothing changed. */
        REFUSED
    }

    /**
     * The rules that something was decided under.
     *
     * @param position the version of the position description in force (R1), empty text where none is asked
     * @param charter the version of the store's rights, 0 where none is asked
     */
    public record Rules(String position, long charter) {
        /** No rules: the host's or the engine's own doing. */
        public static final Rules NONE = new Rules("", 0);

        /** Checks for null. */
        public Rules {
            requireNonNull(position, "position");
        }
    }

    /** Checks for null. */
    public AuditRecord {
        requireNonNull(command, "command");
        requireNonNull(at, "at");
        requireNonNull(actor, "actor");
        requireNonNull(kind, "kind");
        requireNonNull(onBehalfOf, "onBehalfOf");
        requireNonNull(act, "act");
        requireNonNull(target, "target");
        requireNonNull(outcome, "outcome");
        requireNonNull(right, "right");
        requireNonNull(rules, "rules");
        requireNonNull(argumentsHash, "argumentsHash");
        requireNonNull(result, "result");
    }

    /**
     * Whether the record's line tells of a row before or after: it edited it.
     *
     * @param row the row
     * @return true if the row is among those that the result names
     */
    public boolean tellsOf(Redaction row) {
        Json named = Json.object(Map.of(
                "table",
                Json.of(row.table()),
                "key",
                Json.array(row.key().stream().map(Json::of).toList())));
        return result instanceof Json.Obj told
                && told.members().get(EDITED) instanceof Json.Arr edited
                && edited.elements().contains(named);
    }
}
