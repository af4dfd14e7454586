package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.catalog.Money;
import io.storeops.catalog.Store;
import io.storeops.inspection.InspectionVerdict;
import io.storeops.inspection.PriceRule;
import io.storeops.inspection.StockRule;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ShownListing;
import io.storeops.position.MaintenanceRules;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Listings of a product file")
class ProductFilesTest {
    private static final Store STORE = Exports.SHANGHAI;
    private static final Instant WRITTEN = Instant.parse("2024-06-16T01:30:00Z");

    @TempDir
    private Path folder;

    private Exports.State<ShownListing> read(String profile, String text) {
        return new Exports(folder)
                .file("products.csv", text)
                .written("products.csv", WRITTEN.toString())
                .listings("products.csv", profile, STORE);
    }

    private static ShownListing sku(String item, String sku, boolean tracked, ListingValue... values) {
        return new ShownListing(item, Optional.of(sku), List.of(values), tracked);
    }

    private static ShownListing item(String item, boolean tracked, ListingValue... values) {
        return new ShownListing(item, Optional.empty(), List.of(values), tracked);
    }

    private static ListingValue title(String text) {
        return new ListingValue(ListingField.TITLE, text);
    }

    private static ListingValue page(String text) {
        return new ListingValue(ListingField.PAGE, text);
    }

    private static ListingValue price(long minor) {
        return ListingValue.price(minor);
    }

    private static ListingValue stock(long units) {
        return ListingValue.stock(units);
    }

    @Nested
    class OfShopify {
        private static final String HEADER = "Handle,Title,Body (HTML),Vendor,Option1 Name,Option1 Value,Option2 Value,"
                + "Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src,Status\r\n";

        @Test
        void haveARowForEachVariantAndTheItemsValuesOnItsFirst() {
            Exports.State<ShownListing> read = read(
                    "shopify-products",
                    HEADER
                            + "mug,Mug,<p>Mug</p>,Kiln,Colour,Red,Large,MUG-RL,shopify,5,12.50,https://a/1.jpg,active\r\n"
                            + "mug,,,,,Blue,Large,,shopify,0,13,,\r\n"
                            + "mug,,,,,,,,,,,https://a/2.jpg,\r\n"
                            + "bowl,Bowl,,Kiln,Title,Default Title,,,,0,20,,active\r\n"
                            + "vase,Vase,,,Title,Default Title,,,shopify,,,,active");
            assertEquals(List.of(), read.told());
            ListingValue kiln = ListingValue.attributes(Map.of("Vendor", "Kiln"));
            assertEquals(
                    List.of(
                            sku("mug", "MUG-RL", true, price(1_250), stock(5), title("Mug"), page("<p>Mug</p>"), kiln),
                            sku("mug", "mug/Blue/Large", true, price(1_300), stock(0)),
                            item("bowl", false, price(2_000), title("Bowl"), kiln),
                            item("vase", true, title("Vase"))),
                    read.rows());
            assertEquals(Optional.of(WRITTEN), read.asOf());
        }

        @Test
        void leaveOutWhatIsShownToNobodyWithItsVariants() {
            Exports.State<ShownListing> read = read(
                    "shopify-products",
                    HEADER + "mug,Mug,,Kiln,Colour,Red,,,shopify,5,12.50,,draft\r\nmug,,,,,Blue,,,shopify,5,0,,\r\n"
                            + "bowl,Bowl,,,Title,Default Title,,,shopify,1,20,,active\r\n");
            assertEquals(List.of(), read.told());
            assertEquals(
                    List.of("bowl"),
                    read.rows().stream().map(ShownListing::itemId).toList());
        }

        @Test
        void areReadUnderTheNewerHeaderToo() {
            Exports.State<ShownListing> read = read(
                    "shopify-products-2024",
                    "Title,URL handle,Description,SKU,Option1 name,Option1 value,Price,Inventory tracker,Inventory quantity\n"
                            + "Mug,mug,Good,,Colour,Red,12.50,shopify,5\n,mug,,,,Blue,13,,0\n");
            assertEquals(List.of(), read.told());
            assertEquals(
                    List.of(
                            sku("mug", "mug/Red", true, price(1_250), stock(5), title("Mug"), page("Good")),
                            sku("mug", "mug/Blue", false, price(1_300))),
                    read.rows());
        }

        @Test
        void oneWrongVariantIsOneFindingThatNamesItemAndSku() {
            Exports.State<ShownListing> read = read(
                    "shopify-products",
                    HEADER + "mug,Mug,,,Colour,Red,,,shopify,5,12.50,,\r\nmug,,,,,Blue,,,shopify,5,31,,\r\n"
                            + "mug,,,,,Green,,,,0,13,,\r\n");
            Map<String, Long> approved = Map.of("mug/Red", 1_250L, "mug/Blue", 1_300L, "mug/Green", 1_300L);
            PriceRule rule = new PriceRule();
            List<String> wrong = read.rows().stream()
                    .filter(row -> rule.judge(
                                            read.asOf().orElseThrow(),
                                            PriceRule.Price.of(
                                                    money(minor(row)),
                                                    money(approved.getOrDefault(
                                                            row.skuId().orElseThrow(), 0L))))
                                    .verdict()
                            == InspectionVerdict.ANOMALY)
                    .map(row -> row.itemId() + " " + row.skuId().orElseThrow())
                    .toList();
            assertEquals(List.of("mug mug/Blue"), wrong);
        }

        @ParameterizedTest
        @CsvSource({"apparel,22,20,22", "jewelery,23,20,23", "home-and-garden,21,20,20"})
        void areThoseOfRealFiles(String name, int rows, int titles, int untracked) {
            Path file = Exports.shared("data/catalog/" + name + ".csv");
            Exports.State<ShownListing> read = new Exports(folder).listings(file.toString(), "shopify-products", STORE);
            assertEquals(List.of(), read.told());
            assertEquals(rows, read.rows().size());
            assertEquals(
                    titles,
                    read.rows().stream()
                            .filter(row -> row.find(ListingField.TITLE).isPresent())
                            .count());
            assertEquals(
                    untracked,
                    read.rows().stream().filter(row -> !row.stockTracked()).count());
            assertTrue(read.rows().stream()
                    .allMatch(row -> row.find(ListingField.PRICE_MINOR).isPresent()));
            StockRule rule = new StockRule(MaintenanceRules.Stock.DEFAULT);
            for (ShownListing row : read.rows()) {
                Optional<ListingValue> stock = row.find(ListingField.STOCK);
                assertFalse(stock.filter(value -> value.text().equals("0")).isPresent(), row::toString);
                OptionalLong units = stock.map(value -> OptionalLong.of(Long.parseLong(value.text())))
                        .orElse(OptionalLong.empty());
                assertEquals(
                        InspectionVerdict.OK,
                        rule.judge(WRITTEN, new StockRule.Stock(row.stockTracked(), units, units, 0, Optional.empty()))
                                .verdict());
            }
        }
    }

    private static Money money(long minor) {
        return Money.ofMinor(minor, STORE.currency());
    }

    private static long minor(ShownListing row) {
        return Long.parseLong(row.find(ListingField.PRICE_MINOR).orElseThrow().text());
    }

    @Nested
    class OfWooCommerce {
        private static final String HEADER = "ID,Type,SKU,Name,Published,In stock?,Stock,Date sale price starts,"
                + "Date sale price ends,Sale price,Regular price,Parent,Attribute 1 name,Attribute 1 value(s)\n";

        private Exports.State<ShownListing> woo(String rows) {
            return read("woocommerce-products", HEADER + rows);
        }

        @Test
        void haveTheItemsValuesOnTheParentAndThePricesOnItsVariations() {
            Exports.State<ShownListing> read = woo("""
                    1,variable,tee,T-Shirt,1,1,,,,,99,,Colour,"Red, Blue"
                    2,variation,tee-red,T-Shirt - Red,1,1,4,,,18,20,tee,Colour,Red
                    3,variation,,T-Shirt - Blue,1,1,,,,,20,tee,Colour,Blue
                    4,"simple, downloadable",album,Album,1,1,,,,,15,,,
                    5,variable,,Cup,1,1,,,,,,,,
                    6,variation,cup-1,Cup - 1,1,0,,,,,9,id:5,,
                    """);
            assertEquals(List.of(), read.told());
            assertEquals(
                    List.of(
                            item("tee", true, title("T-Shirt"), ListingValue.attributes(Map.of("Colour", "Red, Blue"))),
                            sku("tee", "tee-red", true, price(1_800), stock(4)),
                            sku("tee", "id:3", false, price(2_000)),
                            item("album", false, price(1_500), title("Album")),
                            item("id:5", true, title("Cup")),
                            sku("id:5", "cup-1", true, price(900), stock(0))),
                    read.rows());
        }

        /** The file was written on 2024-06-16 at 09:30 of the store. */
        @ParameterizedTest
        @CsvSource({
            ",,1800",
            "2024-06-16,,1800",
            "2024-06-17,,2000",
            ",2024-06-16,1800",
            ",2024-06-15,2000",
            "2024-06-16 09:30:00,,1800",
            "2024-06-16 09:30:01,,2000",
            ",2024-06-16 09:30:00,2000"
        })
        void showTheSalePriceInItsTimeOnly(String from, String to, long minor) {
            Exports.State<ShownListing> read = woo(
                    "1,simple,cup,Cup,1,1,,%s,%s,18,20,,,\n".formatted(from == null ? "" : from, to == null ? "" : to));
            assertEquals(List.of(), read.told());
            assertEquals(minor, minor(read.rows().get(0)));
        }

        @Test
        void leaveOutDraftsAndTheVariationsOfDrafts() {
            assertEquals(
                    List.of(),
                    woo("1,variable,tee,T-Shirt,-1,1,,,,,,,,\n2,variation,tee-red,Red,1,1,,,,,20,tee,,\n")
                            .rows());
        }

        @Test
        void ofAnUnknownTypeAreAProblem() {
            assertEquals(
                    List.of(
                            "products.csv:2 column Type: 'bundle' begins with none of [external, grouped, simple, variable,"
                                    + " variation] (listings.kinds)"),
                    woo("1,bundle,tee,T-Shirt,1,1,,,,,,,,\n").told());
        }

        @Test
        void areThoseOfARealFile() {
            Path file = Exports.shared("data/catalog/sample_products.csv");
            Exports.State<ShownListing> read =
                    new Exports(folder).listings(file.toString(), "woocommerce-products", STORE);
            assertEquals(List.of(), read.told());
            assertEquals(24, read.rows().size());
            Map<String, Long> skus = new TreeMap<>();
            read.rows().forEach(row -> row.skuId().ifPresent(sku -> skus.merge(row.itemId(), 1L, Long::sum)));
            assertEquals(Map.of("cc-hoodie", 6L, "cc-tee", 3L), skus);
            assertEquals(
                    List.of("cc-hoodie", "cc-logo-collection", "cc-tee"),
                    read.rows().stream()
                            .filter(row -> row.find(ListingField.PRICE_MINOR).isEmpty())
                            .map(ShownListing::itemId)
                            .sorted()
                            .toList());
            assertTrue(read.rows().stream()
                    .allMatch(row -> row.find(ListingField.STOCK).isEmpty()));
            // Of a hoodie on sale the sale price is shown, of another the regular one.
            assertEquals(4_200, minor(find(read, "cc-hoodie-red")));
            assertEquals(4_500, minor(find(read, "cc-hoodie-green")));
        }

        private ShownListing find(Exports.State<ShownListing> read, String sku) {
            return read.rows().stream()
                    .filter(row -> row.skuId().equals(Optional.of(sku)))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
