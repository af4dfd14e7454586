package io.storeops.agenda;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Proof;
import io.storeops.act.Verdict;
import io.storeops.authority.Right;
import io.storeops.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The act of completing an occurrence by hand (R3). */
final class Complete implements Act<AgendaItem> {
    private final AgendaBuilder expected;
    private final OccurrenceId id;

    Complete(AgendaBuilder expected, OccurrenceId id) {
        this.expected = expected;
        this.id = id;
    }

    @Override
    public EntryPoint entry() {
        return AgendaEntries.COMPLETE;
    }

    /** The right that the duty names; that an occurrence does not exist is told to whoever executes, and to nobody else. */
    @Override
    public List<Right> anyOf(Context context) {
        return expected.find(context, id)
                .map(item -> List.of(item.occurrence().permission()))
                .orElse(AgendaEntries.EXECUTING);
    }

    @Override
    public String arguments() {
        return id.toString();
    }

    @Override
    public Verdict decide(Context context) {
        Optional<AgendaItem> found = expected.find(context, id);
        if (found.isEmpty()) {
            return refused("NO_SUCH_OCCURRENCE", "nothing of that name is expected; look at the agenda of its date");
        }
        Occurrence occurrence = found.get().occurrence();
        if (expected.teller(occurrence).isPresent()) {
            return refused("TOLD_BY_RECORDS", "the records of duty " + occurrence.duty() + " tell when it is done");
        }
        if (found.get().progress().isPresent()) {
            return refused("ALREADY_DONE", "it is " + found.get().stateAt(context.now()) + " already");
        }
        if (context.now().isBefore(occurrence.opensAt())) {
            return refused("NOT_OPEN", "it opens at " + occurrence.opensAt() + ", now is " + context.now());
        }
        Completion completion = new Completion(
                context.store().id(),
                id,
                occurrence.dueAt(),
                context.now(),
                context.actor(),
                context.roster().version());
        return Verdict.done(id.toString(), state("DONE"), changes -> changes.insert(Completion.TABLE, completion))
                .changing(state(found.get().stateAt(context.now()).name()), state("DONE"))
                .proving(new Proof(AgendaBuilder.target(id), occurrence.evidence()));
    }

    private static Json state(String name) {
        return Json.object(Map.of("state", Json.of(name)));
    }

    private Verdict refused(String code, String detail) {
        return Verdict.refused(id.toString(), code, detail);
    }

    @Override
    public AgendaItem recall(Context context, Json result) {
        return expected.find(context, id).orElseThrow();
    }
}
