package io.storeops.agenda;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Proof;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * The act of completing an occurrence by hand (R3).
 *
 * @param builder what is expected
 * @param id the occurrence
 */
record Complete(AgendaBuilder builder, OccurrenceId id) implements Act<AgendaItem> {
    @Override
    public EntryPoint entry() {
        return AgendaModule.COMPLETE;
    }

    /** The right that the duty names; that an occurrence does not exist is told to whoever executes, and to nobody else. */
    @Override
    public List<Right> anyOf(Context context) {
        return builder.find(context, id)
                .map(item -> List.of(item.occurrence().permission()))
                .orElse(AgendaModule.EXECUTING);
    }

    @Override
    public Target target() {
        return AgendaBuilder.target(id);
    }

    @Override
    public String arguments() {
        return id.toString();
    }

    @Override
    public Verdict decide(Context context) {
        Optional<AgendaItem> found = builder.find(context, id);
        if (found.isEmpty()) {
            return Verdict.refused(
                    "NO_SUCH_OCCURRENCE", "nothing of that name is expected; look at the agenda of its date");
        }
        Occurrence occurrence = found.get().occurrence();
        if (builder.teller(occurrence).isPresent()) {
            return Verdict.refused(
                    "TOLD_BY_RECORDS", "the records of duty " + occurrence.duty() + " tell when it is done");
        }
        if (found.get().progress().isPresent()) {
            return Verdict.refused("ALREADY_DONE", "it is " + found.get().stateAt(context.now()) + " already");
        }
        if (context.now().isBefore(occurrence.opensAt())) {
            return Verdict.refused("NOT_OPEN", "it opens at " + occurrence.opensAt() + ", now is " + context.now());
        }
        Completion completion = new Completion(context.store().id(), id, occurrence.dueAt(), context.stamp());
        return Verdict.done(Edit.insert(Completion.TABLE, completion))
                .telling("before", Json.of(found.get().stateAt(context.now()).name()))
                .proving(new Proof(AgendaBuilder.target(id), occurrence.evidence()));
    }

    @Override
    public AgendaItem recall(Context context, Written written) {
        Completion done = written.get(Completion.TABLE);
        AgendaItem item = builder.find(context, id).orElseThrow();
        return new AgendaItem(
                item.occurrence(), Optional.of(new Progress.Done(done.done().at())));
    }
}
