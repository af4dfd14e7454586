package io.storeops.absence;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Assignment;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** RECORD_ABSENCE: the manager says that somebody was, or will be, away. Nobody excuses themself (R89). */
record RecordAbsence(ActorId person, Instant from, Instant to, String reason) implements Act<Absence> {
    @Override
    public EntryPoint entry() {
        return AbsenceModule.RECORD;
    }

    @Override
    public Target target() {
        return Target.of(Absence.TABLE.name(), person + "/" + from);
    }

    @Override
    public String arguments() {
        return Json.array(List.of(
                        Json.of(person.value()), Json.of(from.toString()), Json.of(to.toString()), Json.of(reason)))
                .canonical();
    }

    @Override
    public Set<ActorId> submitters(Context context) {
        return Set.of(person);
    }

    @Override
    public Verdict decide(Context context) {
        if (reason.isBlank()) {
            return Verdict.refused("REASON_MISSING", "an absence needs a reason; say why " + person + " is away");
        }
        if (!to.isAfter(from)) {
            return Verdict.refused(
                    "NOT_LATER",
                    "the absence begins at " + from + " and would end at " + to + "; it ends after it begins");
        }
        boolean known = !context.rows()
                .all(Query.of(Assignment.TABLE, context.store().id())
                        .where(person)
                        .limit(1))
                .isEmpty();
        if (!known) {
            return Verdict.refused(
                    "NO_SUCH_PERSON",
                    person + " was never assigned to store " + context.store().id());
        }
        Optional<Versioned<Absence>> first =
                context.rows().find(Absence.TABLE, Key.of(context.store().id(), person.value(), from));
        if (first.isPresent()) {
            return Verdict.refused(
                    "EXISTS",
                    "an absence of " + person + " from " + from + " is recorded already, until "
                            + first.get().value().to() + "; what goes on begins then");
        }
        return Verdict.done(Edit.insert(
                Absence.TABLE,
                new Absence(context.store().id(), person, from, to, Optional.of(reason), context.stamp())));
    }

    @Override
    public Absence recall(Context context, Written written) {
        return written.get(Absence.TABLE);
    }
}
