package io.storeops.act;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much of very many edits a line of the trail tells. */
class ToldTest {
    private static List<Edit<?>> items(int number, String last) {
        List<Edit<?>> edits = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            String title = i == number ? last : "item " + i;
            edits.add(Edit.insert(Item.TABLE, new Item(STORE, "A" + i, Optional.of(title), DAY, Optional.empty())));
        }
        return edits;
    }

    private static List<JsonReader> elements(Json array) {
        return JsonReader.root("told", array).elements();
    }

    private static String hash(List<Edit<?>> edits) {
        return JsonReader.root("rest", Told.of(edits).rests().get(0)).text("sha256");
    }

    @Test
    void aThousandRowsOfATableAreToldWhole() {
        Told told = Told.of(items(1_000, "last"));
        assertEquals(1_000, elements(told.edited()).size());
        assertEquals(1_000, elements(told.after()).size());
        assertEquals(List.of(), told.rests());
    }

    @Test
    void ofMoreTheNumberAndAHashThatBindsEachOfThem() {
        Told told = Told.of(items(1_003, "last"));
        assertEquals(1_000, elements(told.edited()).size());
        assertEquals(1_000, elements(told.after()).size());
        assertEquals(1, told.rests().size());
        JsonReader rest = JsonReader.root("rest", told.rests().get(0));
        assertEquals("item", rest.text("table"));
        assertEquals(3, rest.number("rows"));
        assertEquals(hash(items(1_003, "last")), rest.text("sha256"));
        assertNotEquals(hash(items(1_003, "another")), rest.text("sha256"));
        assertNotEquals(hash(items(1_002, "last")), rest.text("sha256"));
    }

    @Test
    void eachTableHasItsOwnThousand() {
        List<Edit<?>> edits = new ArrayList<>(items(1_001, "last"));
        edits.add(Edit.insert(CompetitorItem.TABLE, new CompetitorItem(STORE, "X", DAY, Optional.empty())));
        Told told = Told.of(edits);
        assertTrue(elements(told.edited()).stream()
                .anyMatch(row -> row.text("table").equals("competitor")));
        assertEquals(1, told.rests().size());
    }
}
