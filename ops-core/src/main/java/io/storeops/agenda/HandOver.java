package io.storeops.agenda;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Reaction;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Decision;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.storage.Key;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The act of handing all one's open items over to another person (R15). A refused one moves nothing.
 *
 * @param duties those that may have open items
 * @param id the hand-over
 * @param to who has the items from then on
 * @param note what that person should know
 */
record HandOver(List<DutyModule> duties, String id, ActorId to, String note) implements Act<Handover> {
    HandOver {
        Target.of(Handover.TABLE.name(), id);
    }

    /** What a duty does when a person hands over: its items of that person go to the other. */
    static Reaction<HandedOver> reactionOf(DutyModule duty) {
        return new Reaction<>(
                HandedOver.class,
                (context, fact) -> new Reaction.Effect(
                        fact.itemsOf(duty).stream()
                                .<Edit<?>>map(item -> item.handOver().apply(fact.to()))
                                .toList(),
                        List.of()));
    }

    @Override
    public EntryPoint entry() {
        return AgendaModule.HAND_OVER;
    }

    @Override
    public Target target() {
        return Target.of(Handover.TABLE.name(), id);
    }

    @Override
    public String arguments() {
        return Json.array(List.of(Json.of(id), Json.of(to.value()), Json.of(note)))
                .canonical();
    }

    @Override
    public Verdict decide(Context context) {
        if (context.rows()
                .find(Handover.TABLE, Key.of(context.store().id(), id))
                .isPresent()) {
            return Verdict.refused(
                    "EXISTS",
                    "store " + context.store().id() + " has a hand-over " + id + " already; choose another id");
        }
        if (to.equals(context.actor())) {
            return Verdict.refused("SAME_PERSON", to + " has the items already; hand them over to somebody else");
        }
        Map<String, List<OpenItem>> ofModules = new LinkedHashMap<>();
        duties.forEach(duty -> ofModules.put(duty.name(), duty.openItems(context, context.actor())));
        List<OpenItem> items = ofModules.values().stream().flatMap(List::stream).toList();
        Optional<Refusal> refusal = items.stream()
                .flatMap(item -> lacking(context, item).stream())
                .min(Comparator.comparing(each -> each.missing().get(0)));
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        Handover handover = new Handover(
                context.store().id(),
                id,
                to,
                Optional.of(note),
                items.stream()
                        .map(item -> new Handover.Item(item.target(), item.state()))
                        .toList(),
                context.stamp());
        return Verdict.done(Edit.insert(Handover.TABLE, handover))
                .stating(new HandedOver(context.actor(), to, ofModules));
    }

    /** Why the other person could not go on with an item. */
    private Optional<Refusal> lacking(Context context, OpenItem item) {
        return context.charter().decide(to, context.now(), item.right()) instanceof Decision.Denied denied
                ? Optional.of(new Refusal(
                        "ASSIGNEE_CANNOT_ACT",
                        to + " does not hold " + denied.missing() + ", which " + item.target()
                                + " takes; it is held by " + denied.holders(),
                        List.of(denied.missing().toString())))
                : Optional.empty();
    }

    @Override
    public Handover recall(Context context, Written written) {
        return written.get(Handover.TABLE);
    }
}
