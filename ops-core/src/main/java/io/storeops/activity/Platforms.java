package io.storeops.activity;

import io.storeops.act.Act;
import io.storeops.act.Acts;
import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.activity.ActivityEditor.Wish;
import io.storeops.catalog.Store;
import io.storeops.evidence.Target;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.Feeds;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrdersRequest;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.listing.ListedField;
import io.storeops.storage.Versioned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What marketplaces do with activities by themselves and tell of them, outside of any commit: the starts of blocked ones are taken back once
 * (D35), prices are read wherever they are shown, and orders of the time in which one ran (D41). Thread-safe.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class Platforms {
    private static final Logger LOG = LoggerFactory.getLogger(Platforms.class);

    /** After these nobody can know whether a start was taken back. */
    private static final Set<FaultKind> UNKNOWING = Set.of(FaultKind.TRANSIENT, FaultKind.UNKNOWN_OUTCOME);

    private final Acts acts;
    private final Feeds<ActivityEditor> editors;
    private final Feeds<OrderFeed> orders;

    /**
     * What marketplaces do.
     *
     * @param acts the pattern of every act
     * @param editors the editors by store; a store without one leaves it to people
     * @param orders the orders by store; of a store without them slots tell
     */
    public Platforms(Acts acts, Feeds<ActivityEditor> editors, Feeds<OrderFeed> orders) {
        this.acts = acts;
        this.editors = editors;
        this.orders = orders;
    }

    /**
     * Takes back the platform's own start of every activity of a store that could not start and of which that was not tried. The key of a
     * wish is the same whoever makes it, so that two that make it at once do it once.
     *
     * @param store the store
     */
    public void withdraw(StoreId store) {
        List<Activity> blocked = blocked(acts.engineContext(store));
        for (Activity activity : blocked) {
            String key = Sha256.of(store + "\n" + activity.id() + "\n" + activity.start())
                    .hex();
            WithdrawnStart outcome = ask(new Wish(store, activity.id(), key));
            acts.perform(
                    new Caller(ActorId.SYSTEM, CommandId.of("withdrawal/" + key)),
                    store,
                    new Withdrawn(activity.id(), outcome));
        }
    }

    private static List<Activity> blocked(Context context) {
        return ActivityState.COMING.stream()
                .flatMap(state -> ActivityEntries.ACTIVITIES.all(context, Activity.BY_STATE, state).stream())
                .filter(activity -> activity.startBlocked()
                        && activity.course().withdrawal().isEmpty())
                .toList();
    }

    private WithdrawnStart ask(Wish wish) {
        Optional<ActivityEditor> editor = editors.find(wish.store());
        if (editor.isEmpty()) {
            return WithdrawnStart.MANUAL_REQUIRED;
        }
        try {
            return switch (editor.get().withdrawStart(wish)) {
                case WITHDRAWN, NOT_PLANNED -> WithdrawnStart.WITHDRAWN;
                case BY_HAND -> WithdrawnStart.MANUAL_REQUIRED;
            };
        } catch (AdapterException e) {
            LOG.warn("The start of activity {} in store {} was not taken back", wish.activity(), wish.store(), e);
            return UNKNOWING.contains(e.kind()) ? WithdrawnStart.UNKNOWN : WithdrawnStart.REJECTED;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Nobody knows whether the start of activity {} in store {} was taken back",
                    wish.activity(),
                    wish.store(),
                    e);
            return WithdrawnStart.UNKNOWN;
        }
    }

    /** What orders tell of the time in which an activity ran; empty if the store has none that tell. */
    Optional<ActivityEffect.Span> ordered(Store store, ActivityWindow ran, List<String> items) {
        return orders.find(store.id())
                .flatMap(feed -> new OrderedEffect(ran)
                        .of(
                                OrderedEffect.pages(
                                        after -> feed.read(new OrdersRequest(store, ran.start(), ran.end()), after)),
                                items));
    }

    /** What the platform shows of prices, as far as it tells. */
    Prices read(StoreId store, List<ListedField> fields) {
        Map<String, ActivityEditor.ShownPrices> read = new LinkedHashMap<>();
        editors.find(store)
                .ifPresent(editor -> fields.forEach(
                        field -> editor.prices(field).ifPresent(prices -> read.put(field.subject(), prices))));
        return new Prices(read);
    }

    /**
     * WITHDRAWAL_OF_START, by the engine: what came of it is written down.
     *
     * @param id the activity
     * @param outcome what came of it
     */
    private record Withdrawn(String id, WithdrawnStart outcome) implements Act<Boolean> {
        @Override
        public EntryPoint entry() {
            return ActivityEntries.WITHDRAWAL;
        }

        @Override
        public Target target() {
            return Activity.target(id);
        }

        /** The same whatever came of it: it is done once. */
        @Override
        public String arguments() {
            return id;
        }

        @Override
        public Verdict decide(Context context) {
            Versioned<Activity> known =
                    ActivityEntries.ACTIVITIES.row(context, id).orElseThrow();
            Activity activity = known.value();
            return activity.course().withdrawal().isPresent()
                    ? Verdict.done().quietly()
                    : ActivityAct.becoming(
                            known,
                            activity.becoming(
                                    activity.state(), activity.course().withdrawn(outcome)));
        }

        @Override
        public Boolean recall(Context context, Written written) {
            return true;
        }
    }
}
