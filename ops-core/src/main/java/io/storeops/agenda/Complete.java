package io.storeops.agenda;

import io.storeops.act.Act;
import io.storeops.act.EntryPoint;
import io.storeops.act.Proof;
import io.storeops.act.Scene;
import io.storeops.act.Verdict;
import io.storeops.authority.Right;
import io.storeops.json.Json;
import io.storeops.position.AgendaItem;
import io.storeops.position.Occurrence;
import io.storeops.position.OccurrenceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The act of completing an occurrence by hand (R3). */
final class Complete implements Act<AgendaItem> {
    private final Expected expected;
    private final OccurrenceId id;

    Complete(Expected expected, OccurrenceId id) {
        this.expected = expected;
        this.id = id;
    }

    @Override
    public EntryPoint entry() {
        return AgendaEntries.COMPLETE;
    }

    /** The right that the duty names; that an occurrence does not exist is told to whoever executes, and to nobody else. */
    @Override
    public List<Right> anyOf(Scene scene) {
        return expected.find(scene, id)
                .map(item -> List.of(item.occurrence().permission()))
                .orElse(AgendaEntries.EXECUTING);
    }

    @Override
    public String arguments() {
        return id.toString();
    }

    @Override
    public Verdict decide(Scene scene) {
        Optional<AgendaItem> found = expected.find(scene, id);
        if (found.isEmpty()) {
            return refused("NO_SUCH_OCCURRENCE", "nothing of that name is expected; look at the agenda of its date");
        }
        Occurrence occurrence = found.get().occurrence();
        if (expected.teller(occurrence).isPresent()) {
            return refused("TOLD_BY_RECORDS", "the records of duty " + occurrence.duty() + " tell when it is done");
        }
        if (found.get().progress().isPresent()) {
            return refused("ALREADY_DONE", "it is " + found.get().stateAt(scene.now()) + " already");
        }
        if (scene.now().isBefore(occurrence.opensAt())) {
            return refused("NOT_OPEN", "it opens at " + occurrence.opensAt() + ", now is " + scene.now());
        }
        Completion completion = new Completion(
                scene.store().id(),
                id,
                occurrence.dueAt(),
                scene.now(),
                scene.actor(),
                scene.roster().version());
        return Verdict.done(id.toString(), state("DONE"), changes -> changes.insert(Completion.TABLE, completion))
                .changing(state(found.get().stateAt(scene.now()).name()), state("DONE"))
                .proving(new Proof(Expected.target(id), occurrence.evidence()));
    }

    private static Json state(String name) {
        return Json.object(Map.of("state", Json.of(name)));
    }

    private Verdict refused(String code, String detail) {
        return Verdict.refused(id.toString(), code, detail);
    }

    @Override
    public AgendaItem recall(Scene scene, Json result) {
        return expected.find(scene, id).orElseThrow();
    }
}
