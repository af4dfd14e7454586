package io.storeops.act;

import com.google.common.collect.Maps;
import io.storeops.authority.Decision;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.AuditRecord.Outcome;
import io.storeops.failure.DeniedException;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.id.Sha256;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Words what an act did or tried as records of the audit trail. */
final class AuditLines {
    private static final String VALUES = "values";

    private final Caller caller;
    private final Context context;
    private final EntryPoint entry;
    private final Act<?> act;

    AuditLines(Caller caller, Context context, Act<?> act) {
        this.caller = caller;
        this.context = context;
        this.entry = act.entry();
        this.act = act;
    }

    AuditRecord done(Decision.Allowed by, Json result) {
        return allowed(by, Outcome.DONE, result);
    }

    AuditRecord refused(Decision.Allowed by, Refusal refusal) {
        return allowed(by, Outcome.REFUSED, told(refusal));
    }

    private static Json told(Refusal refusal) {
        SortedMap<String, Json> members =
                new TreeMap<>(Map.of("code", Json.of(refusal.code()), "detail", Json.of(refusal.detail())));
        if (!refusal.values().isEmpty()) {
            members.put(VALUES, Json.object(Maps.transformValues(refusal.values(), AuditLines::texts)));
        }
        return Json.object(members);
    }

    private static Json texts(List<String> values) {
        return Json.array(values.stream().map(Json::of).toList());
    }

    /** The refusal that a line tells of. */
    static Refusal refusal(JsonReader result) {
        Refusal refusal = new Refusal(result.text("code"), result.text("detail"));
        for (JsonReader values : result.findMember(VALUES).stream().toList()) {
            for (String name : values.names()) {
                refusal = refusal.naming(
                        name,
                        values.elements(name).stream().map(JsonReader::text).toList());
            }
        }
        return refusal;
    }

    AuditRecord denied(Decision denial) {
        List<Json> holders =
                holders(denial).stream().map(holder -> Json.of(holder.value())).toList();
        return record(
                Optional.empty(),
                Outcome.DENIED,
                code(denial),
                denial.version(),
                Json.object(Map.of("holders", Json.array(holders))));
    }

    private AuditRecord allowed(Decision.Allowed by, Outcome outcome, Json result) {
        return record(by.onBehalfOf(), outcome, by.right().toString(), by.version(), result);
    }

    private AuditRecord record(Optional<ActorId> onBehalfOf, Outcome outcome, String right, long charter, Json result) {
        return new AuditRecord(
                caller.command(),
                context.now(),
                caller.actor(),
                context.charter().kindOf(caller.actor()),
                onBehalfOf,
                entry.name(),
                act.target(),
                outcome,
                right,
                new AuditRecord.Rules(context.roster().version(), charter),
                Sha256.of(act.arguments()).hex(),
                result);
    }

    private static String code(Decision denial) {
        return denial instanceof Decision.Denied denied ? denied.missing().toString() : DeniedException.SELF_DECISION;
    }

    private static List<ActorId> holders(Decision denial) {
        return denial instanceof Decision.Denied denied ? denied.holders() : ((Decision.SelfDecision) denial).holders();
    }
}
