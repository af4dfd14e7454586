package io.storeops.figures;

import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.Slot;
import io.storeops.feed.Coverage;
import io.storeops.feed.Extract;
import io.storeops.feed.FeedPage;
import io.storeops.feed.Period;
import io.storeops.feed.RowProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns orders into a store's direct slot values: basis PAID by payment time; gross, refunds and orders apart. Buyers, where the
 * source tells them apart, are a counter of the day. Orders have no traffic, so visitors stay missing and conversion undefined. The rows of the day are kept, and of every other order 16
 * bytes. Not thread-safe.
 *
 * <p>A slot is ACTUAL only where the source proves that it speaks of the whole of it (D74): it lies in what one {@link OrderCover} proves,
 * or in periods that are stated without a gap, and no row that may belong to it was rejected. Elsewhere a slot with orders is
 * ESTIMATED, and one without stays missing.
 *
 * <p>An order that comes again with the same content is a repeat. With other content it is a contradiction, and no row of it is added, unless the
 * later extract rules (D76). The lines of an order are compared as a whole, once their extract ends.
 */
final class OrderRollup {
    private final BusinessDay day;
    private final OrderFeed feed;
    private final Instant now;
    private final boolean lines;
    private final OrderMarks marks = new OrderMarks();
    private final OrderDay sums;
    private final List<OrderCover> covers = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final Map<String, List<OrderLine>> again = new LinkedHashMap<>();
    private final Map<String, List<OrderLine>> unpaidLines = new LinkedHashMap<>();
    private @Nullable OrderCover current;
    private Coverage coverage = Coverage.UNKNOWN;
    private long paidElsewhere;
    private long unpaid;
    private long repeated;
    private boolean unitsUnknown;

    OrderRollup(BusinessDay day, OrderFeed feed, Instant now) {
        this.day = day;
        this.feed = feed;
        this.now = now;
        this.lines = feed.grain() == OrderFeed.Grain.LINE;
        this.sums = new OrderDay(day, feed.carries());
    }

    void add(FeedPage<OrderLine> page) {
        OrderCover cover = cover(page.extract());
        cover.states(page.extract());
        coverage = page.coverage();
        for (RowProblem problem : page.problems()) {
            problem(cover, problem);
        }
        for (OrderLine line : page.rows()) {
            line.paidAt().ifPresent(cover::saw);
            unitsUnknown |= line.units().isEmpty();
            take(cover, line);
        }
        if (page.next().isEmpty()) {
            end(cover);
        }
    }

    private OrderCover cover(Optional<Extract> extract) {
        OrderCover before = current;
        if (before != null && before.isOf(extract)) {
            return before;
        }
        if (before != null) {
            end(before);
        }
        OrderCover next = new OrderCover(covers.size(), extract, now);
        covers.add(next);
        current = next;
        return next;
    }

    private void take(OrderCover cover, OrderLine line) {
        long id = OrderMarks.hash(line.orderId());
        long content = content(line);
        int at = marks.find(id);
        if (at < 0) {
            at = marks.put(id, cover.number());
            enter(cover, line, at, content);
        } else if (lines && marks.extract(at) == cover.number()) {
            enter(cover, line, at, content);
        } else if (lines) {
            again.computeIfAbsent(line.orderId(), order -> new ArrayList<>()).add(line);
        } else if (marks.same(at, content)) {
            repeated++;
            marks.move(at, cover.number());
        } else if (feed.newestRules() && marks.extract(at) < cover.number()) {
            repeated += sums.remove(line.orderId());
            marks.begin(at, cover.number());
            enter(cover, line, at, content);
        } else {
            contradict(cover, line, at);
        }
    }

    /** The lines of orders that an earlier extract has too, now that all of this one are there. */
    private void end(OrderCover cover) {
        for (Map.Entry<String, List<OrderLine>> order : again.entrySet()) {
            int at = marks.find(OrderMarks.hash(order.getKey()));
            long content =
                    order.getValue().stream().mapToLong(OrderRollup::content).sum();
            if (marks.same(at, content)) {
                repeated += order.getValue().size();
                marks.move(at, cover.number());
            } else if (feed.newestRules()) {
                repeated += sums.remove(order.getKey());
                marks.begin(at, cover.number());
                order.getValue().forEach(line -> enter(cover, line, at, content(line)));
            } else {
                order.getValue().forEach(line -> contradict(cover, line, at));
            }
        }
        again.clear();
        unpaidLines.clear();
        current = null;
    }

    private void enter(OrderCover cover, OrderLine line, int at, long content) {
        boolean paidBefore = marks.paid(at);
        marks.add(at, content, line.paidAt().isPresent());
        if (line.paidAt().isEmpty()) {
            if (paidBefore) {
                unpaidBesidePaid(cover, line, Optional.empty());
            } else {
                unpaid++;
                if (lines) {
                    unpaidLines
                            .computeIfAbsent(line.orderId(), order -> new ArrayList<>())
                            .add(line);
                }
            }
            return;
        }
        Instant paidAt = line.paidAt().get();
        List<OrderLine> wronged = paidBefore ? null : unpaidLines.remove(line.orderId());
        if (wronged != null) {
            unpaid -= wronged.size();
            wronged.forEach(other -> unpaidBesidePaid(cover, other, Optional.of(Period.at(paidAt))));
        }
        if (paidAt.isBefore(day.start()) || !paidAt.isBefore(day.end())) {
            paidElsewhere++;
        } else if (!sums.add(line, paidAt)) {
            problem(
                    cover,
                    refused(
                            cover,
                            line,
                            "with it the day's sum would exceed 64 bits; check the amounts and units of the file",
                            Optional.of(Period.at(paidAt))));
        }
    }

    /** A line without a time of payment in an order that has a paid line would vanish among the unpaid ones. */
    private void unpaidBesidePaid(OrderCover cover, OrderLine line, Optional<Period> when) {
        sums.doubt(line.orderId());
        problem(
                cover,
                refused(
                        cover,
                        line,
                        "no time of payment, while another line of order " + shown(line.orderId())
                                + " has one; if it stands on an order's first line only, declare that it is carried down"
                                + " (orders.carriedDown in a profile)",
                        when));
    }

    private void contradict(OrderCover cover, OrderLine line, int at) {
        sums.doubt(line.orderId());
        OrderCover before = covers.get(marks.extract(at));
        problem(
                cover,
                refused(
                        cover,
                        line,
                        "order " + shown(line.orderId()) + " came before"
                                + (before.equals(cover) ? "" : " in " + before.name())
                                + " with other content, and nothing says which is right; export both anew, or declare the files"
                                + " snapshots in the order of time, so that the later rules (orders.files in a profile)",
                        line.paidAt().map(Period::at)));
    }

    private static RowProblem refused(OrderCover cover, OrderLine line, String reason, Optional<Period> when) {
        return new RowProblem(cover.name(), line.line(), Optional.empty(), reason, when);
    }

    private void problem(OrderCover cover, RowProblem problem) {
        problems.add(problem);
        problem.when().ifPresent(when -> {
            if (when.equals(Period.ALWAYS)) {
                cover.doubt();
            } else {
                sums.doubt(when);
            }
        });
    }

    /** An id as a message may show it. */
    private static String shown(String id) {
        StringBuilder shown = new StringBuilder("'");
        id.codePoints()
                .limit(60)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xFFFD : c)
                .forEach(shown::appendCodePoint);
        return shown.append('\'').toString();
    }

    private static long content(OrderLine line) {
        long hash = OrderMarks.hash(line.grossMinor(), line.refundedMinor());
        hash = OrderMarks.hash(hash, line.units().orElse(-1));
        hash = OrderMarks.hash(hash, line.cancels() ? 1 : 0);
        hash = OrderMarks.hash(hash, line.itemId().map(OrderMarks::hash).orElse(0L));
        hash = OrderMarks.hash(hash, line.buyer().map(OrderMarks::hash).orElse(0L));
        return OrderMarks.hash(
                hash,
                line.paidAt()
                        .map(at -> OrderMarks.hash(at.getEpochSecond(), at.getNano()))
                        .orElse(1L));
    }

    /**
     * The readings of the slots that are closed and that the source proves or has orders of.
     *
     * @param stated the period of which the caller says that the source has everything
     */
    List<Reading> readings(Subject subject, Optional<Period> stated, String source) {
        boolean doubted = covers.stream().anyMatch(OrderCover::doubted);
        boolean complete = coverage == Coverage.COMPLETE && !doubted;
        List<Period> periods = Period.joined(Stream.concat(
                        doubted ? Stream.empty() : stated.stream(),
                        covers.stream().flatMap(cover -> cover.stated().stream()))
                .toList());
        OrderDay.Sums totals = sums.sums(!unitsUnknown);
        List<Reading> readings = new ArrayList<>();
        boolean provenSoFar = true;
        for (Slot slot : day.slots()) {
            int number = slot.id().number();
            boolean sold = totals.sold(number);
            Period span = new Period(slot.from(), slot.to());
            boolean proven = coverage != Coverage.PARTIAL
                    && !sums.doubted(number)
                    && (complete
                            || periods.stream().anyMatch(period -> period.covers(span))
                            || covers.stream().anyMatch(cover -> cover.spans(span, sold)));
            provenSoFar &= proven;
            if (!slot.to().isAfter(now) && (proven || sold)) {
                Reading sums = Reading.of(subject, slot.id(), now, totals.figures(number), source)
                        .direct();
                readings.add(proven ? sums : sums.estimated());
                OptionalLong buyers = totals.buyersUpTo(number);
                if (buyers.isPresent()) {
                    Figures counter = Figures.builder()
                            .set(Metric.BUYERS, buyers.getAsLong())
                            .build();
                    // It counts the payments up to the boundary, whenever the file is read.
                    Reading soFar = Reading.of(subject, slot.id(), slot.to(), counter, source);
                    readings.add(provenSoFar ? soFar : soFar.estimated());
                }
            }
        }
        return readings;
    }

    OrderIntake.Count count() {
        return new OrderIntake.Count(sums.rows(), paidElsewhere, unpaid, repeated);
    }

    List<RowProblem> problems() {
        return problems;
    }

    List<OrderIntake.Covered> covered() {
        return covers.stream().map(OrderCover::covered).toList();
    }
}
