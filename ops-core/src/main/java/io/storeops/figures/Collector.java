package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Acts;
import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.SlotId;
import io.storeops.failure.AdapterException;
import io.storeops.feed.FeedRead;
import io.storeops.feed.Feeds;
import io.storeops.feed.Period;
import io.storeops.feed.RowProblem;
import io.storeops.id.StoreId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the stores' feeds, after asking for the right, and hands what they give to the act of taking readings. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class Collector {
    private final Acts acts;
    private final Feeds<MetricsFeed> metrics;
    private final Feeds<OrderFeed> orders;

    /**
     * A collector.
     *
     * @param acts the pattern of every act
     * @param metrics where each store's figures come from; a store without one records by hand
     * @param orders where each store's orders come from
     */
    public Collector(Acts acts, Feeds<MetricsFeed> metrics, Feeds<OrderFeed> orders) {
        this.acts = acts;
        this.metrics = metrics;
        this.orders = orders;
    }

    /**
     * Takes readings that the caller has in hand. Each is accepted, ignored or refused by itself, all that are accepted are one
     * commit.
     *
     * @param caller who, under which command id
     * @param store the store
     * @param readings the readings in order of arrival
     * @return what became of each, in the same order
     */
    public List<Intake> record(Caller caller, StoreId store, List<Reading> readings) {
        return acts.perform(caller, store, RecordReadings.of(readings)).intakes();
    }

    /**
     * Collects what the store's metrics feed has for a boundary and takes it.
     *
     * @param caller who, under which command id
     * @param store the store
     * @param slot the slot that the boundary closes
     * @return what became of each reading, and what could not be read
     * @throws AdapterException if the store has no metrics feed, or the feed fails
     */
    public Collected collect(Caller caller, StoreId store, SlotId slot) {
        return collect(caller, store, slot, List.of()).collected();
    }

    /**
     * Collects a boundary and gives the figures of its date as they are afterwards, for whoever goes on at once.
     *
     * @param caller who, under which command id
     * @param store the store
     * @param slot the slot that the boundary closes
     * @param hints the figures of dates as they were a moment ago; used where nothing changed them since
     * @return what was collected
     * @throws AdapterException if the store has no metrics feed, or the feed fails
     */
    public Result collect(Caller caller, StoreId store, SlotId slot, List<DayFigures> hints) {
        List<Reading> rows = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        String wish = "COLLECT " + slot;
        if (isNew(caller, store)) {
            MetricsRequest request = before(
                    caller,
                    store,
                    wish,
                    context -> new MetricsRequest(
                            context.store(),
                            context.rosterOn(slot.date()).slotPlan(),
                            slot,
                            DayFigures.required(context, slot.date())));
            MetricsFeed feed = metrics.of(store);
            FeedRead.eachPage(after -> feed.read(request, after), page -> {
                rows.addAll(page.rows());
                problems.addAll(page.problems());
            });
        }
        RecordReadings.Recorded recorded = acts.perform(caller, store, RecordReadings.collected(wish, rows, hints));
        return new Result(
                new Collected(recorded.rows(), recorded.accepted(), recorded.intakes(), problems), recorded.days());
    }

    /**
     * What a collection brought, and what is known after it.
     *
     * @param collected what it brought
     * @param days the figures of the dates that it changed, copied
     */
    public record Result(Collected collected, List<DayFigures> days) {
        /** Copies the days. */
        public Result {
            requireNonNull(collected, "collected");
            days = List.copyOf(days);
        }
    }

    /**
     * Collects a day's orders from the store's order feed and takes them as direct slot values.
     *
     * @param caller who, under which command id
     * @param store the store
     * @param date the date in the store's zone
     * @return every row accounted for, and what became of the slots
     * @throws AdapterException if the store has no order feed, or the feed fails
     */
    public OrderIntake collectOrders(Caller caller, StoreId store, LocalDate date) {
        return collectOrders(caller, store, date, Optional.empty());
    }

    /**
     * Collects a day's orders from the store's order feed, of which the caller may say what it covers, and takes them as direct
     * slot values.
     *
     * @param caller who, under which command id
     * @param store the store
     * @param date the date in the store's zone
     * @param stated the period of which the feed has every order, as the caller vouches; empty to go by what the feed says
     * @return every row accounted for, what became of the slots and what the feed covers
     * @throws AdapterException if the store has no order feed, or the feed fails
     */
    public OrderIntake collectOrders(Caller caller, StoreId store, LocalDate date, Optional<Period> stated) {
        List<Reading> rows = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        List<OrderIntake.Covered> covered = new ArrayList<>();
        OrderIntake.Count count = OrderIntake.Count.NONE;
        String wish = "COLLECT_ORDERS " + date
                + stated.map(period -> " stated " + period.from() + "/" + period.to())
                        .orElse("");
        if (isNew(caller, store)) {
            Context context = before(caller, store, wish, Function.identity());
            OrderFeed feed = orders.of(store);
            BusinessDay day =
                    context.rosterOn(date).slotPlan().day(date, context.store().zone());
            OrdersRequest request = new OrdersRequest(context.store(), day.start(), day.end());
            OrderRollup rollup = new OrderRollup(day, feed, context.now());
            FeedRead.eachPage(after -> feed.read(request, after), rollup::add);
            rows.addAll(rollup.readings(Subject.ofStore(store), stated, "orders"));
            problems.addAll(rollup.problems());
            covered.addAll(rollup.covered());
            count = rollup.count();
        }
        RecordReadings.Recorded recorded = acts.perform(caller, store, RecordReadings.derived(wish, rows));
        return new OrderIntake(count, problems, recorded.intakes(), covered);
    }

    /** Whether the command was never heard of; the source of a repeated one is not read again (R10). */
    private boolean isNew(Caller caller, StoreId store) {
        return acts.findRecord(caller, store).isEmpty();
    }

    private <R> R before(Caller caller, StoreId store, String wish, Function<Context, R> look) {
        return acts.before(caller, store, RecordReadings.collected(wish, List.of(), List.of()), look);
    }
}
