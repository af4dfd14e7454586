package io.storeops.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.id.StoreId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SkusTest {
    private static final StoreId STORE = StoreId.of("S1");
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 1);
    private static final Item MUG = new Item(STORE, "M", JUNE, Optional.of(JUNE.plusDays(29)));
    private static final Item CUP = new Item(STORE, "C", JUNE, Optional.empty());
    private static final Sku RED =
            Sku.of(MUG, "M-red").coded("0001").option("colour", "red").option("size", "M");
    private static final Sku BLUE = Sku.of(MUG, "M-blue");

    private static List<String> ids(List<Sku> skus) {
        return skus.stream().map(Sku::id).toList();
    }

    @Test
    void anItemWithoutSkusIsItsOnlyOne() {
        Skus skus = Skus.of(List.of(CUP), List.of());
        Sku itself = skus.find("C").orElseThrow();
        assertEquals(new Sku(STORE, "C", "C", Optional.empty(), new TreeMap<>(), JUNE, Optional.empty()), itself);
        assertEquals(List.of(itself), skus.ofItem("C"));
    }

    @Test
    void anItemWithOneSkuStandsForIt() {
        Skus skus = Skus.of(List.of(MUG), List.of(RED));
        assertEquals(Optional.of(RED), skus.find("M-red"));
        assertEquals(Optional.of(RED), skus.find("M"));
        assertEquals(List.of(RED), skus.all());
    }

    @Test
    void anItemWithSeveralStandsForNone() {
        Skus skus = Skus.of(List.of(MUG, CUP), List.of(RED, BLUE));
        assertEquals(Optional.empty(), skus.find("M"));
        assertEquals(List.of("M-blue", "M-red"), ids(skus.ofItem("M")));
        assertEquals(List.of("C", "M-blue", "M-red"), ids(skus.all()));
        assertEquals(List.of(), skus.ofItem("X"));
    }

    @Test
    void aSkuIsSoldFromItsFirstDateToItsLast() {
        Skus skus = Skus.of(List.of(MUG, CUP), List.of(RED));
        assertEquals(List.of(), ids(skus.on(JUNE.minusDays(1))));
        assertEquals(List.of("C", "M-red"), ids(skus.on(JUNE)));
        assertEquals(List.of("C", "M-red"), ids(skus.on(JUNE.plusDays(29))));
        assertEquals(List.of("C"), ids(skus.on(JUNE.plusDays(30))));
    }

    @Test
    void aSkuIsOneOfAnItemThatIsThereAndHasNoOtherItemsId() {
        assertEquals(
                "SKU M-red is one of item M, which store S1 does not have. Enrol the item with it",
                refusal(() -> Skus.of(List.of(CUP), List.of(RED))));
        assertEquals(
                "SKU C of item M has the id of another item of store S1, so nobody could tell the two apart",
                refusal(() -> Skus.of(List.of(CUP, MUG), List.of(Sku.of(MUG, "C")))));
    }

    @Test
    void refusesBlankOptionsOneNameTwiceAndAnEndBeforeTheBeginning() {
        assertEquals(
                "SKU M-red has a blank option: {colour=red, fit= , size=M}", refusal(() -> RED.option("fit", " ")));
        assertEquals("SKU M-red has two options 'size'", refusal(() -> RED.option("size", "L")));
        assertEquals(
                "SKU X is active from 2024-06-01 to 2024-05-31, which is earlier",
                refusal(() -> new Sku(
                        STORE, "M", "X", Optional.empty(), new TreeMap<>(), JUNE, Optional.of(JUNE.minusDays(1)))));
    }

    @Test
    void isTheSameAfterItWasStored() {
        assertEquals(RED, Sku.TABLE.read(Sku.TABLE.write(RED)));
        assertEquals(Map.of("colour", "red", "size", "M"), RED.options());
    }

    private static String refusal(Executable made) {
        return assertThrows(IllegalArgumentException.class, made).getMessage();
    }
}
