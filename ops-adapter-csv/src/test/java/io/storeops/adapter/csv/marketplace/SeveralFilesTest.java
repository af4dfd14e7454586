package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.competitor.CompetitorRequest;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.health.HealthRequest;
import io.storeops.listing.ListingsRequest;
import io.storeops.listing.PriceBookRequest;
import io.storeops.listing.StockRequest;
import io.storeops.spi.tck.MarketplaceContract.Sample;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A marketplace of several files")
class SeveralFilesTest {
    @TempDir
    private Path folder;

    @Test
    void hasAPortForEachKindOfRows() {
        try (Marketplace marketplace = StoreOfFiles.open(folder)) {
            for (Sample<?> sample : StoreOfFiles.SAMPLES) {
                Exports.Read<?> read = Exports.all(feed(marketplace, sample.request()));
                assertEquals(sample.rows(), read.rows().size(), read::toString);
                assertEquals(sample.problems(), read.problems().size(), read::toString);
                assertEquals(read, Exports.all(feed(marketplace, sample.request())));
            }
            assertTrue(marketplace.listingEditor().isPresent());
            assertFalse(marketplace.orders().isPresent());
            assertFalse(marketplace.metrics().isPresent());
        }
    }

    private static Function<Optional<FeedCursor>, FeedPage<Object>> feed(Marketplace marketplace, Object question) {
        return after -> widened(
                question instanceof ListingsRequest listings
                        ? marketplace.listings().orElseThrow().read(listings, after)
                        : question instanceof StockRequest stock
                                ? marketplace.stock().orElseThrow().read(stock, after)
                                : question instanceof PriceBookRequest book
                                        ? marketplace.priceBook().orElseThrow().read(book, after)
                                        : question instanceof CompetitorRequest rivals
                                                ? marketplace
                                                        .competitors()
                                                        .orElseThrow()
                                                        .read(rivals, after)
                                                : marketplace
                                                        .health()
                                                        .orElseThrow()
                                                        .read((HealthRequest) question, after));
    }

    private static FeedPage<Object> widened(FeedPage<?> page) {
        return new FeedPage<>(
                page.rows().stream().<Object>map(row -> row).toList(),
                page.problems(),
                page.next(),
                page.sourceAsOf(),
                page.coverage(),
                page.extract());
    }

    @Test
    void hasOnlyThePortsOfItsProfile() {
        try (Marketplace marketplace = new Exports(folder).marketplace("stock.csv", "erp-stock")) {
            assertTrue(marketplace.stock().isPresent());
            assertFalse(marketplace.listings().isPresent());
            assertFalse(marketplace.priceBook().isPresent());
            assertFalse(marketplace.competitors().isPresent());
            assertFalse(marketplace.health().isPresent());
            assertFalse(marketplace.listingEditor().isPresent());
        }
    }

    @Test
    void writesNoChangesWhereItReads() {
        Exports exports = new Exports(folder);
        AdapterException fault = assertThrows(
                AdapterException.class,
                () -> exports.marketplace(
                        Map.of("path", "shown", "profile", "shopify-products", "changes", "./shown")));
        assertEquals(
                "The key 'changes' names the folder that is read as shown (shopify-products); a file of changes would be taken"
                        + " for one of it. Name another folder",
                fault.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "more|[{\"path\": \"b.csv\", \"profile\": \"erp-stock\"}]|Both a.csv (erp-stock) and b.csv (erp-stock) have stock;",
                "more|[{\"path\": \"b.csv\"}]|the key 'more' $[0]: the member 'profile' is missing; present: [path]",
                "more|[{\"path\": \"b.csv\", \"profile\": \"none\"}]|There is no profile 'none'. Shipped: [ad-spend, amazon-asin-day,",
                "more|{\"path\": \"b.csv\"}|the key 'more' $: {\"path\":\"b.csv\"} is not an array",
                "more|[{\"file\": \"b.csv\"}]|the key 'more' $[0]: the member 'file' is unknown; known: [path, profile]",
                "changes|../x|With the key 'changes' a profile must read listings, from which a change is read back; add their"
            })
    void isRefusedWhereItsSettingsDoNotFit(String key, String value, String expected) {
        Exports exports = new Exports(folder);
        AdapterException fault = assertThrows(
                AdapterException.class,
                () -> exports.marketplace(Map.of("path", "a.csv", "profile", "erp-stock", key, value)));
        assertTrue(String.valueOf(fault.getMessage()).startsWith(expected), fault.getMessage());
        assertTrue(fault.kind() == FaultKind.INVALID || fault.kind() == FaultKind.NOT_FOUND);
    }
}
