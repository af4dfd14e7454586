package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.competitor.ShownCompetitor;
import io.storeops.feed.FeedPage;
import io.storeops.health.HealthReading;
import io.storeops.health.HealthRequest;
import io.storeops.health.HealthValue;
import io.storeops.inspection.PenaltyRule;
import io.storeops.inspection.RuleKey;
import io.storeops.listing.BookPrice;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ShownListing;
import io.storeops.listing.StockLevel;
import io.storeops.position.HealthRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What holds of the rows of each feed; a source that breaks it has problems to tell instead of rows. */
final class FeedRules {
    private FeedRules() {}

    static void health(HealthRequest request, List<HealthReading> rows) {
        for (HealthReading reading : rows) {
            Class<? extends HealthValue> kind = kind(request, reading.indicator());
            assertTrue(
                    kind.isInstance(reading.value()),
                    () -> reading.indicator() + " takes a value " + kind.getSimpleName() + ": " + reading);
        }
    }

    private static Class<? extends HealthValue> kind(HealthRequest request, RuleKey given) {
        if (given.equals(PenaltyRule.KEY)) {
            return HealthValue.InForce.class;
        }
        HealthRules.Indicator indicator = request.indicators().stream()
                .filter(each -> new RuleKey(each.category(), each.metric()).equals(given))
                .findFirst()
                .orElseThrow(() -> new AssertionError(given + " was not asked for"));
        return indicator.kind() == HealthRules.Kind.SPEND ? HealthValue.Spent.class : HealthValue.Counted.class;
    }

    /** A SKU is one of one item, and whoever has a field shows one value of it, or is counted or not, in whatever row. */
    static void listings(List<ShownListing> rows) {
        once(rows.stream().filter(row -> row.skuId().isPresent()).toList(), ShownListing::skuId, ShownListing::itemId);
        once(rows, row -> List.of(row.itemId(), row.skuId()), ShownListing::stockTracked);
        for (ShownListing row : rows) {
            assertFalse(
                    row.values().isEmpty() && row.stockTracked(),
                    () -> "a row that shows nothing: " + row + "; it is a problem, or none of the rows");
        }
        Map<List<Object>, ListingValue> shown = new HashMap<>();
        for (ShownListing row : rows) {
            for (ListingValue value : row.values()) {
                Optional<String> sku = value.field().ofSku() ? row.skuId() : Optional.empty();
                ListingValue before = shown.putIfAbsent(List.of(row.itemId(), sku, value.field()), value);
                assertTrue(
                        before == null || before.equals(value),
                        () -> sku.orElse(row.itemId()) + " shows " + before + " and " + value);
            }
        }
    }

    static void stock(List<StockLevel> rows) {
        once(rows, StockLevel::skuId, StockLevel::units);
    }

    static void prices(List<BookPrice> rows) {
        once(rows, row -> List.of(row.skuId(), row.effectiveFrom()), BookPrice::priceMinor);
    }

    /** Nobody can have observed at a later instant than the source speaks of. */
    static void competitors(List<FeedPage<ShownCompetitor>> pages) {
        for (FeedPage<ShownCompetitor> page : pages) {
            for (ShownCompetitor row : page.rows()) {
                assertFalse(
                        page.sourceAsOf()
                                .filter(asOf -> row.observedAt().isAfter(asOf))
                                .isPresent(),
                        () -> row + " was observed after the instant of its source, "
                                + page.sourceAsOf().orElseThrow());
            }
        }
    }

    private static <R> void once(List<R> rows, Function<R, Object> about, Function<R, Object> says) {
        Map<Object, R> known = new HashMap<>();
        for (R row : rows) {
            R before = known.putIfAbsent(about.apply(row), row);
            if (before != null) {
                assertEquals(
                        says.apply(before), says.apply(row), () -> before + " and " + row + " contradict each other");
            }
        }
    }
}
