package io.storeops.activity;

import io.storeops.activity.ActivityEffect.ItemFigures;
import io.storeops.activity.ActivityEffect.Span;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.FeedRead;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What orders tell of the time in which an activity ran (D41): as far as the source tells of items, has no problem rows and does not say that
 * something lacks. A row that stands on two pages alike counts as often as it stands on one of them. Pure.
 */
final class OrderedEffect {
    private final ActivityWindow ran;

    OrderedEffect(ActivityWindow ran) {
        this.ran = ran;
    }

    /** What orders tell of items; empty if they cannot. */
    Optional<Span> of(List<FeedPage<OrderLine>> pages, List<String> items) {
        boolean whole =
                pages.stream().allMatch(page -> page.problems().isEmpty() && page.coverage() != Coverage.PARTIAL);
        List<OrderLine> paid = distinct(pages).stream()
                .filter(line -> line.paidAt().filter(ran::contains).isPresent() && !line.cancels())
                .toList();
        return whole && paid.stream().allMatch(line -> line.itemId().isPresent())
                ? Optional.of(new Span(
                        ran.start(),
                        ran.end(),
                        items.stream()
                                .map(item -> new ItemFigures(item, figures(paid, item)))
                                .toList()))
                : Optional.empty();
    }

    private static List<OrderLine> distinct(List<FeedPage<OrderLine>> pages) {
        Map<Row, List<OrderLine>> most = new HashMap<>();
        for (FeedPage<OrderLine> page : pages) {
            Map<Row, List<OrderLine>> here = new HashMap<>();
            page.rows()
                    .forEach(line -> here.computeIfAbsent(Row.of(line), row -> new ArrayList<>())
                            .add(line));
            here.forEach(
                    (row, lines) -> most.merge(row, lines, (one, other) -> one.size() >= other.size() ? one : other));
        }
        return most.values().stream().flatMap(List::stream).toList();
    }

    /** What a row says, wherever it stands. */
    private record Row(String order, Optional<String> item, Optional<Instant> paidAt, long minor, long units) {
        static Row of(OrderLine line) {
            return new Row(
                    line.orderId(),
                    line.itemId(),
                    line.paidAt(),
                    line.grossMinor(),
                    line.units().orElse(-1));
        }
    }

    private static Figures figures(List<OrderLine> paid, String item) {
        List<OrderLine> lines = paid.stream()
                .filter(line -> line.itemId().filter(item::equals).isPresent())
                .toList();
        Figures.Builder figures = Figures.builder()
                .set(
                        Metric.AMOUNT,
                        lines.stream().mapToLong(OrderLine::grossMinor).reduce(0, Math::addExact))
                .set(
                        Metric.ORDERS,
                        lines.stream().map(OrderLine::orderId).distinct().count());
        if (lines.stream().allMatch(line -> line.units().isPresent())) {
            figures.set(
                    Metric.UNITS,
                    lines.stream().mapToLong(line -> line.units().orElseThrow()).reduce(0, Math::addExact));
        }
        if (lines.stream().allMatch(line -> line.buyer().isPresent())) {
            figures.set(
                    Metric.BUYERS,
                    lines.stream()
                            .map(line -> line.buyer().orElseThrow())
                            .distinct()
                            .count());
        }
        return figures.build();
    }

    /** All pages of a source. */
    static List<FeedPage<OrderLine>> pages(Function<Optional<FeedCursor>, FeedPage<OrderLine>> read) {
        List<FeedPage<OrderLine>> pages = new ArrayList<>();
        FeedRead.eachPage(read, pages::add);
        return pages;
    }
}
