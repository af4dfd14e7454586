package io.storeops.listingtask;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.lifecycle.Transition;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListedNow;
import io.storeops.step.CheckRecord;
import io.storeops.step.PlannedSteps;
import io.storeops.step.Step;
import io.storeops.step.StepAnswer;
import io.storeops.storage.Versioned;
import io.storeops.task.GivenTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * GO_LIVE: what is shown is read back, and compared step by step with what it should be (R54). Whatever differs is an execution error of
 * its step, which is to be done again (D32).
 *
 * @param id the task
 * @param byHand what a person reads, by step; empty if the marketplace is read
 * @param read what the marketplace shows, by step
 */
record GoLive(String id, Map<String, String> byHand, Map<String, String> read) implements Act<WentLive> {
    private static final String DIFFERENCE = "difference";

    GoLive {
        byHand = ImmutableSortedMap.copyOf(byHand);
        read = ImmutableSortedMap.copyOf(read);
    }

    @Override
    public EntryPoint entry() {
        return ListingEntries.LISTINGS.entry(ListingEvent.GO_LIVE);
    }

    @Override
    public Target target() {
        return Target.of(ListingTask.TABLE.name(), id);
    }

    @Override
    public String arguments() {
        return Json.array(List.of(Json.of(id), Json.of(byHand.toString()))).canonical();
    }

    /** The fields of a listing whose values can be read from the marketplace, by step. */
    static Map<String, ListedField> readable(Context context, String id) {
        Map<String, ListedField> fields = new TreeMap<>();
        ListingEntries.LISTINGS
                .find(context, id)
                .ifPresent(listing -> listing.subject()
                        .ifPresent(subject -> ListingChecks.readable(context, listing)
                                .forEach(step -> ListedNow.find(
                                                context,
                                                subject,
                                                StepValue.field(step).orElseThrow())
                                        .ifPresent(known -> fields.put(step, known.at())))));
        return fields;
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<ListingTask>> row = ListingEntries.LISTINGS.row(context, id);
        if (row.isEmpty()) {
            return new Verdict.Refused(ListingEntries.LISTINGS.unknown(context, id));
        }
        ListingTask listing = row.get().value();
        if (to(listing, ListingEvent.GO_LIVE).isEmpty()) {
            return new Verdict.Refused(ListingEntries.LISTINGS.wrongState(context, id, listing, ListingEvent.GO_LIVE));
        }
        Map<String, String> values = new TreeMap<>(read);
        values.putAll(byHand);
        Map<String, String> texts = new TreeMap<>();
        Optional<Refusal> refusal = unusable(context, listing, values, texts);
        return refusal.<Verdict>map(Verdict.Refused::new).orElseGet(() -> compared(context, row.get(), texts));
    }

    private static Optional<ListingPhase> to(ListingTask listing, ListingEvent event) {
        return ListingPhase.MACHINE.find(Optional.of(listing.phase()), event).map(Transition::to);
    }

    /** Everything that can be read back has to be; where nothing can, the evidence of the duty takes its place (D31). */
    private Optional<Refusal> unusable(
            Context context, ListingTask listing, Map<String, String> values, Map<String, String> texts) {
        Set<String> needed = ListingChecks.readable(context, listing).collect(Collectors.toSet());
        List<String> missing = needed.stream()
                .filter(step -> !values.containsKey(step))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            return refused(
                    "READ_BACK_MISSING",
                    "nothing is read of " + missing + " of task " + id
                            + "; look again later, or look by eye and tell what is shown");
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!listing.steps().contains(value.getKey())) {
                return refused(
                        "NO_SUCH_STEP",
                        "task " + id + " has no step " + value.getKey() + "; it consists of " + listing.steps());
            }
            try {
                texts.put(value.getKey(), StepValue.text(value.getKey(), value.getValue()));
            } catch (IllegalArgumentException e) {
                return refused("VALUE_UNREADABLE", "step " + value.getKey() + " of task " + id + ": " + e.getMessage());
            }
        }
        boolean proven = !needed.isEmpty()
                || ListingChecks.lacking(
                                context, listing, GivenTasks.find(context, id).orElseThrow())
                        .isEmpty();
        return proven
                ? Optional.empty()
                : refused(
                        "EVIDENCE_MISSING",
                        "nothing of task " + id + " can be read back; attach the evidence of its duty to "
                                + listing.target() + " first");
    }

    private static Optional<Refusal> refused(String code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }

    private static Verdict compared(Context context, Versioned<ListingTask> row, Map<String, String> texts) {
        ListingTask listing = row.value();
        List<Versioned<Step>> steps = PlannedSteps.of(context, listing.target());
        Map<String, String> wanted = wanted(context, listing, steps);
        List<Versioned<Step>> differing = steps.stream()
                .filter(step -> Optional.ofNullable(texts.get(step.value().name()))
                        .filter(text ->
                                !text.equals(wanted.getOrDefault(step.value().name(), text)))
                        .isPresent())
                .toList();
        boolean live = differing.isEmpty();
        ListingTask next = listing.becoming(
                to(listing, live ? ListingEvent.GO_LIVE : ListingEvent.DIFFER).orElseThrow(),
                live ? listing.course().live(context.now(), context.actor()) : listing.course());
        List<Edit<?>> edits = new ArrayList<>();
        differing.forEach(step -> edits.addAll(PlannedSteps.differed(
                        context, step, texts.getOrDefault(step.value().name(), ""))
                .orElseThrow()));
        return Verdict.done(Edit.replace(ListingTask.TABLE, row, next))
                .with(edits)
                .telling(
                        DIFFERENCE,
                        Json.array(differing.stream()
                                .map(step -> Json.of(step.value().name()))
                                .toList()));
    }

    /** What each step should show: as instructed, else as it was answered last; a step of which neither is known is not there. */
    static Map<String, String> wanted(Context context, ListingTask listing, List<Versioned<Step>> steps) {
        Map<String, String> wanted = new TreeMap<>();
        steps.forEach(step -> PlannedSteps.records(context, step.value().id()).stream()
                .filter(record -> record.kind() == CheckRecord.Kind.OK)
                .flatMap(record -> record.change().flatMap(StepAnswer.Change::after).or(record::value).stream())
                .forEach(text -> wanted.put(
                        step.value().name(), StepValue.text(step.value().name(), text))));
        ListingContent.of(context, listing.task()).forEach((step, content) -> wanted.put(step, content.text()));
        return wanted;
    }

    @Override
    public WentLive recall(Context context, Written written) {
        return new WentLive(
                written.get(ListingTask.TABLE),
                written.told().elements(DIFFERENCE).stream()
                        .map(JsonReader::text)
                        .toList());
    }
}
