package io.storeops.listingtask;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.failure.Refusal;
import io.storeops.listing.ApprovedContent;
import io.storeops.listing.ListedNow;
import io.storeops.listing.ListingValue;
import io.storeops.step.PlannedSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people do with a listing beside its task and its steps: waiting for an instruction, confirming. */
final class ListingActs {
    private ListingActs() {}

    /** BLOCK_TASK: the steps of which nobody says what they are to show, and who has to. */
    static Act<ListingTask> block(String id, List<String> missing, String needs) {
        return ListingEntries.LISTINGS
                .move(ListingEvent.BLOCK, id, missing, needs)
                .unless((context, listing) -> unblockable(context, listing, missing, needs))
                .becoming((context, listing, to) -> listing.blocked(
                        to,
                        new ListingBlock(
                                context.now(),
                                needs,
                                missing,
                                listing.phase() == ListingPhase.IN_PROGRESS,
                                Optional.empty())));
    }

    private static Optional<Refusal> unblockable(
            Context context, ListingTask listing, List<String> missing, String needs) {
        if (missing.isEmpty() || needs.isBlank()) {
            return Optional.of(new Refusal(
                    "REASON_MISSING",
                    "task " + listing.task()
                            + " is blocked with the steps of which nothing is said, and who has to say it"));
        }
        List<String> unknown =
                missing.stream().filter(step -> !listing.steps().contains(step)).toList();
        if (!unknown.isEmpty()) {
            return Optional.of(new Refusal(
                    "NO_SUCH_STEP",
                    "task " + listing.task() + " has no step " + unknown + "; it consists of " + listing.steps()));
        }
        List<String> said = missing.stream()
                .filter(ListingContent.of(context, listing.task())::containsKey)
                .toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "NOT_MISSING", "what " + said + " of task " + listing.task() + " is to show is said already"));
    }

    /** CONFIRM_LISTING: never by who found it live (R89); what it shows is the approved content from now on (D9). */
    static Act<ListingTask> confirm(String id) {
        return ListingEntries.LISTINGS
                .move(ListingEvent.CONFIRM, id)
                .submittedBy(listing -> listing.course().liveBy().map(Set::of).orElse(Set.of()))
                .becoming((context, listing, to) ->
                        listing.becoming(to, listing.course().confirmed(context.now())))
                .also((context, done) -> done.with(approving(
                        context, ListingEntries.LISTINGS.find(context, id).orElseThrow())));
    }

    /** Pages, images, titles and attributes of an item; prices are the price book's (R86). */
    private static List<Edit<?>> approving(Context context, ListingTask listing) {
        Map<String, String> shown = GoLive.wanted(context, listing, PlannedSteps.of(context, listing.target()));
        List<Edit<?>> edits = new ArrayList<>();
        listing.subject()
                .ifPresent(item -> shown.forEach((step, text) -> StepValue.field(step)
                        .filter(field -> !field.ofSku())
                        .flatMap(field -> ListedNow.find(context, item, field))
                        .ifPresent(known -> edits.add(ApprovedContent.approving(
                                context,
                                known.at().subject(),
                                new ListingValue(known.at().field(), text))))));
        return edits;
    }
}
