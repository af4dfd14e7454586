package io.storeops.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.id.StoreId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueWordsTest {
    private static final StoreId STORE = StoreId.of("S1");
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 1);

    private static Item item(String id, String title) {
        return new Item(STORE, id, Optional.ofNullable(title), JUNE, Optional.empty());
    }

    private static Catalogue catalogue() {
        Item mug = item("M", "Mug");
        Item bowl = item("B", "Bowl");
        Item nameless = item("N", null);
        List<Sku> skus = List.of(
                Sku.of(mug, "M-red").option("colour", "red").option("size", "M"),
                Sku.of(mug, "M-plain"),
                Sku.of(nameless, "N-red").option("colour", "red"),
                Sku.of(nameless, "N-blue").option("colour", "blue"));
        return new Catalogue(
                List.of(bowl, mug, nameless),
                Skus.of(List.of(bowl, mug, nameless), skus),
                List.of(new CompetitorItem(STORE, "R", Optional.of("Rival"), JUNE, Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "M, Mug", // an item with several SKUs
        "M-red, 'Mug (red, M)'",
        "M-plain, Mug", // a SKU without options
        "B, Bowl", // an item that is its only SKU
        "N,", // nobody told a title
        "N-red,", // options alone tell nothing
        "R, Rival",
        "X," // nothing of the id
    })
    void areTitleAndOptions(String subject, String words) {
        assertEquals(Optional.ofNullable(words), catalogue().findWords(subject));
    }
}
