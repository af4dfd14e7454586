package io.storeops.listing;

import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.feed.Coverage;
import io.storeops.source.Source;
import io.storeops.source.SourceIntake;
import io.storeops.source.StrayRow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectStockTest {
    private final ShopWithFeeds shop = new ShopWithFeeds();

    private static List<String> codes(SourceIntake intake) {
        return intake.refused().stream()
                .map(each -> each.subject() + " " + each.what() + " " + each.code())
                .toList();
    }

    private SourceIntake stock(String asOf, StockLevel... levels) {
        shop.stock.gives(shop.at(asOf), levels);
        return shop.keeper().collectStock(STORE);
    }

    private Optional<Long> units(String sku) {
        return shop.keeper().sellable(STORE, sku).map(SellableStock::units);
    }

    @Test
    void isWhatMayBeShown() {
        assertEquals(
                2,
                stock("08:50", new StockLevel("A", 30), new StockLevel("B-red", 0))
                        .taken());
        assertEquals(Optional.of(30L), units("A"));
        assertEquals(Optional.of(0L), units("B-red"));
        assertEquals(Optional.empty(), units("B-blue"));
        assertEquals(
                Optional.of(ListingValue.stock(0)),
                shop.keeper().approval(STORE, "B-red", ListingField.STOCK).approved());
    }

    @Test
    void isTheLatestInstantsWhateverArrivedLast() {
        stock("08:50", new StockLevel("A", 30));
        assertEquals(1, stock("08:40", new StockLevel("A", 40)).taken());
        assertEquals(Optional.of(30L), units("A"));
        assertEquals(0, stock("08:50", new StockLevel("A", 30)).taken());
        assertEquals(1, stock("08:50", new StockLevel("A", 29)).taken());
        assertEquals(2, shop.keeper().sellable(STORE, "A").orElseThrow().version());
        assertEquals(Optional.of(29L), units("A"));
    }

    @Test
    void isRefusedWhereItCannotBeTrusted() {
        SourceIntake twice = stock("08:50", new StockLevel("A", 30), new StockLevel("A", 31), new StockLevel("Q", 1));
        assertEquals(List.of("A STOCK CONTRADICTORY"), codes(twice));
        assertEquals(
                List.of(new StrayRow(STORE, Source.STOCK, 1, 1, Optional.empty(), Optional.of("Q"), "STOCK 1")),
                twice.strays());
        shop.stock.clear();
        shop.stock.adds(Optional.empty(), Coverage.COMPLETE, List.of(), List.of(new StockLevel("A", 30)));
        assertEquals(List.of("S1 STOCK WITHOUT_INSTANT"), codes(shop.keeper().collectStock(STORE)));
        assertEquals(List.of("S1 STOCK FROM_THE_FUTURE"), codes(stock("11:01", new StockLevel("A", 30))));
        assertEquals(Optional.empty(), units("A"));
    }
}
