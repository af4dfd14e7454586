package io.storeops.listingtask;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.json.Json;
import io.storeops.lifecycle.Transition;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AMEND_INSTRUCTION: what a blocked task waits for is said. It goes on once all of it is.
 *
 * @param id the task
 * @param values what its steps are to show, by step
 */
record AmendInstruction(String id, Map<String, String> values) implements Act<ListingTask> {
    AmendInstruction {
        values = ImmutableSortedMap.copyOf(values);
    }

    @Override
    public EntryPoint entry() {
        return ListingEntries.LISTINGS.entry(ListingEvent.AMEND_IN_PART);
    }

    @Override
    public Target target() {
        return Target.of(ListingTask.TABLE.name(), id);
    }

    @Override
    public String arguments() {
        return Json.array(List.of(Json.of(id), Json.of(values.toString()))).canonical();
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<ListingTask>> row = ListingEntries.LISTINGS.row(context, id);
        if (row.isEmpty()) {
            return new Verdict.Refused(ListingEntries.LISTINGS.unknown(context, id));
        }
        ListingTask listing = row.get().value();
        Map<String, ListingContent> known = ListingContent.of(context, id);
        ListingEvent event = event(listing, known);
        Optional<Transition<ListingPhase, ListingEvent>> transition =
                ListingPhase.MACHINE.find(Optional.of(listing.phase()), event);
        if (transition.isEmpty()) {
            return new Verdict.Refused(ListingEntries.LISTINGS.wrongState(context, id, listing, event));
        }
        if (values.isEmpty()) {
            return Verdict.refused("NOTHING_ADDED", "say what a step of task " + id + " is to show");
        }
        ListingContent.Added added = ListingContent.Added.of(context, id, listing.steps(), values);
        if (added.refusal().isPresent()) {
            return new Verdict.Refused(added.refusal().get());
        }
        List<String> again = values.keySet().stream().filter(known::containsKey).toList();
        if (!again.isEmpty()) {
            return Verdict.refused(
                    "INSTRUCTED_ALREADY",
                    "what " + again + " of task " + id + " is to show is said already; what is missing is added");
        }
        ListingBlock block = listing.block().orElseThrow();
        ListingTask next = listing.blocked(
                transition.get().to(), event == ListingEvent.AMEND_IN_PART ? block : block.back(context.now()));
        return Verdict.done(Edit.replace(ListingTask.TABLE, row.get(), next))
                .with(added.rows().stream()
                        .map(content -> Edit.insert(ListingContent.TABLE, content))
                        .toList());
    }

    private ListingEvent event(ListingTask listing, Map<String, ListingContent> known) {
        boolean whole = listing.block().stream()
                .flatMap(block -> block.missing().stream())
                .allMatch(step -> known.containsKey(step) || values.containsKey(step));
        if (!whole) {
            return ListingEvent.AMEND_IN_PART;
        }
        return listing.block().filter(ListingBlock::begun).isPresent()
                ? ListingEvent.AMEND_BEGUN
                : ListingEvent.AMEND_ACCEPTED;
    }

    @Override
    public ListingTask recall(Context context, Written written) {
        return written.get(ListingTask.TABLE);
    }
}
