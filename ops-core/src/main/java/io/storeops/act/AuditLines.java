package io.storeops.act;

import io.storeops.authority.Decision;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditEntry.Outcome;
import io.storeops.id.ActorId;
import io.storeops.id.Sha256;
import io.storeops.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words what was done or tried as lines of the audit trail. */
final class AuditLines {
    private AuditLines() {}

    static AuditEntry.Deed done(
            Caller caller,
            Context context,
            EntryPoint entry,
            String arguments,
            Decision.Allowed by,
            Verdict.Done done) {
        return deed(caller, context, entry, arguments, by, done.subject(), Outcome.DONE, done.result());
    }

    static AuditEntry.Deed refused(
            Caller caller,
            Context context,
            EntryPoint entry,
            String arguments,
            Decision.Allowed by,
            String subject,
            Refusal refusal) {
        Json why = Json.object(Map.of("code", Json.of(refusal.code()), "detail", Json.of(refusal.detail())));
        return deed(caller, context, entry, arguments, by, subject, Outcome.REFUSED, why);
    }

    private static AuditEntry.Deed deed(
            Caller caller,
            Context context,
            EntryPoint entry,
            String arguments,
            Decision.Allowed by,
            String subject,
            Outcome outcome,
            Json result) {
        return new AuditEntry.Deed(
                caller.command(),
                context.now(),
                caller.actor(),
                by.onBehalfOf(),
                entry.name(),
                subject,
                outcome,
                by.right().toString(),
                new AuditEntry.Rules(context.roster().version(), by.version()),
                Sha256.of(arguments).hex(),
                result);
    }

    static AuditEntry.Deed denied(Caller caller, Context context, EntryPoint entry, String arguments, Decision denial) {
        List<Json> holders =
                holders(denial).stream().map(holder -> Json.of(holder.value())).toList();
        return new AuditEntry.Deed(
                caller.command(),
                context.now(),
                caller.actor(),
                Optional.empty(),
                entry.name(),
                context.store().id().value(),
                Outcome.DENIED,
                code(denial),
                new AuditEntry.Rules(context.roster().version(), denial.version()),
                Sha256.of(arguments).hex(),
                Json.object(Map.of("holders", Json.array(holders))));
    }

    private static String code(Decision denial) {
        return denial instanceof Decision.Denied denied ? denied.missing().toString() : DeniedException.SELF_DECISION;
    }

    private static List<ActorId> holders(Decision denial) {
        return denial instanceof Decision.Denied denied ? denied.holders() : ((Decision.SelfDecision) denial).holders();
    }
}
