package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.failure.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * SILENCE (D27).
 *
 * @param category the category
 * @param subject whose; all if empty
 * @param until until when, excluded
 * @param reason why
 */
record SaySilence(String category, Optional<String> subject, Instant until, String reason) implements Act<Silence> {
    @Override
    public EntryPoint entry() {
        return MaintenanceEntries.SILENCE;
    }

    @Override
    public String arguments() {
        return String.join("\n", category, subject.orElse(""), until.toString(), reason);
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Refusal> unknown = Categories.in(context).unknown(category);
        if (unknown.isPresent()) {
            return new Verdict.Refused(unknown.get());
        }
        if (reason.isBlank()) {
            return Verdict.refused("REASON_MISSING", "a silence needs a reason, which tells the others why");
        }
        if (!until.isAfter(context.now())) {
            return Verdict.refused(
                    "UNTIL_PASSED",
                    "it would be silent until " + until + ", and now is " + context.now() + "; give a later instant");
        }
        Silence silence = new Silence(
                context.store().id(),
                category,
                subject.map(whose -> Subjects.of(context, whose)),
                until,
                Optional.of(reason),
                context.stamp());
        return Verdict.done(context.rows()
                .find(Silence.TABLE, Silence.TABLE.keyOf(context.store().id(), silence.id(), context.now()))
                .map(known -> Edit.replace(Silence.TABLE, known, silence))
                .orElseGet(() -> Edit.insert(Silence.TABLE, silence)));
    }

    @Override
    public Silence recall(Context context, Written written) {
        return written.get(Silence.TABLE);
    }
}
