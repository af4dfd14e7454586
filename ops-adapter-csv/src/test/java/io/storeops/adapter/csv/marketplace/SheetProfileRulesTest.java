package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A profile of states")
class SheetProfileRulesTest {
    private static final String PROFILE = """
            {"encoding": "UTF-8",
             "header": {"columns": ["item", "sku", "kind", "parent", "price", "day", "buyer"], "optional": ["stock", "colour"],
                        "match": "AT_LEAST"},
             "personal": ["buyer"],
             "numbers": {"suffixes": ["元"]},
             "times": {"patterns": ["yyyy-MM-dd"]},
             "listings": {"columns": {"item": "item", "kind": "kind", "parent": "parent", "price": "price", "stock": "stock"},
                          "kinds": {"ITEM": ["parent"], "SKU": ["variant"]},
                          "options": {"columns": ["colour"], "none": ["-"]},
                          "attributes": {"columns": ["colour"], "pairs": {"kind": "colour"}},
                          "hidden": {"kind": ["draft"]}, "soldOut": {"stock": ["none"]}, "emptyStock": "UNTRACKED",
                          "asOf": {"names": ["{yyyy-MM-dd}.csv"], "column": "day", "fileTime": true},
                          "files": "PARTS", "amounts": "MINOR"},
             "priceBook": {"columns": {"sku": "sku", "price": "price"}},
             "stock": {"columns": {"sku": "sku", "units": "price"}},
             "competitors": {"columns": {"item": "item", "price": "price"}},
             "health": {"indicators": [{"category": "DSR", "metric": "SERVICE", "columns": {"value": "price"}, "scale": "PERCENT",
                                        "definition": "MEAN", "window": "P6M"},
                                       {"category": "ADS", "columns": {"spent": "price"}}]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void mayHaveEveryMember() {
        new Exports(folder)
                .file("mine.json", PROFILE)
                .marketplace("any.csv", "mine.json")
                .close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"price\": \"price\", \"stock\"|\"cost\": \"price\", \"stock\"|$.listings.columns: the member 'cost' is unknown; known: [",
                "\"item\": \"item\", \"kind\"|\"kind\"|$.listings.columns: the member 'item' is missing; present: [kind, parent,",
                "\"item\": \"item\", \"kind\"|\"item\": \"colour\", \"kind\"|$.listings.columns.item: \"colour\" is an optional column,",
                "\"item\": \"item\", \"kind\"|\"item\": \"buyer\", \"kind\"|$.listings.columns.item: \"buyer\" is a personal column, which",
                "\"price\": \"price\", \"stock\"|\"price\": \"total\", \"stock\"|$.listings.columns.price: \"total\" is not a column of the header;",
                "\"kind\": \"kind\", ||has kinds, the words of a column, exactly if there is columns.kind",
                "\"parent\": \"parent\", ||has columns.parent, the item of a row of the kind SKU, exactly if there is such a kind",
                "[\"variant\"]|[\"parent\"]|$.listings.kinds.SKU[0]: \"parent\" is the word of two kinds",
                "\"SKU\": [|\"PART\": [|$.listings.kinds: the member 'PART' is unknown; known: [ITEM, ITEM_AND_SKU, SKU]",
                "\"none\": [|\"no\": [|$.listings.options: the member 'no' is unknown; known: [columns, none]",
                "{\"kind\": \"colour\"}|{\"kinds\": \"colour\"}|$.listings.attributes.pairs.kinds: \"colour\" is not a column of the",
                "\"hidden\": {\"kind\"|\"hidden\": {\"buyer\"|$.listings.hidden.buyer: [\"draft\"] is a personal column, which no role",
                "\"UNTRACKED\"|\"ZERO\"|$.listings.emptyStock: \"ZERO\" is none of [MISSING, UNTRACKED]",
                "{yyyy-MM-dd}.csv|{MM-dd}.csv|$.listings.asOf.names[0]: \"{MM-dd}.csv\" is not a name with a period",
                "\"column\": \"day\"|\"column\": \"stock\"|$.listings.asOf.column: \"stock\" is an optional column, but is always needed",
                "{\"names\": [\"{yyyy-MM-dd}.csv\"], \"column\": \"day\", \"fileTime\": true}|{}|$.listings.asOf: {} says no instant (expected names,",
                "\"PARTS\"|\"NEWEST\"|$.listings.files: \"NEWEST\" is none of [PARTS, SNAPSHOTS]",
                "\"MINOR\"|\"CENTS\"|$.listings.amounts: \"CENTS\" is none of [MAJOR, MINOR]",
                "\"times\": {\"patterns\": [\"yyyy-MM-dd\"]},||needs times.patterns: how dates and times are written",
                "[\"元\"]|[\"%\"]|$.numbers.suffixes[0]: \"%\" is a percent sign, which changes what a number says; a rate is read",
                "\"sku\": \"sku\", \"price\"|\"price\"|$.priceBook.columns: the member 'sku' is missing; present: [price]",
                "\"units\": \"price\"|\"unit\": \"price\"|$.stock.columns: the member 'unit' is unknown; known: [sku, units]",
                "\"competitors\": {|\"competitors\": {\"basis\": \"PAID\", |$.competitors: the member 'basis' is unknown; known: [amounts, asOf,",
                "\"value\": \"price\"|\"sample\": \"price\"|$.health.indicators[0].columns: {\"sample\":\"price\"} is no figure (expected value,",
                "{\"spent\": \"price\"}|{\"spent\": \"price\"}, \"scale\": \"PLAIN\"|$.health.indicators[1].scale: \"PLAIN\" is how a value is",
                "\"category\": \"ADS\"|\"category\": \"ads\"|$.health.indicators[1]: {\"category\":\"ads\",\"columns\":{\"spent\":\"price\"}} is not an",
                "\"ADS\"|\"DSR\", \"metric\": \"SERVICE\"|is a second place of DSR:SERVICE",
                "P6M|6M|$.health.indicators[0].window: \"6M\" is not a window (expected something like P30D)",
                "\"AT_LEAST\"|\"ANY_ORDER\"|$.header.optional: [\"stock\",\"colour\"] are not further columns (expected, with the match",
                "[\"stock\", \"colour\"]|[\"item\"]|$.header.optional: [\"item\"] are not further columns (expected, with the match AT_LEAST"
            })
    void thatBreaksARuleIsRefusedWithItsJsonPath(String from, String to, String expected) {
        assertTrue(PROFILE.contains(from), from);
        Exports exports = new Exports(folder).file("mine.json", PROFILE.replace(from, to == null ? "" : to));
        AdapterException fault =
                assertThrows(AdapterException.class, () -> exports.marketplace("any.csv", "mine.json"));
        assertEquals(FaultKind.INVALID, fault.kind());
        String message = String.valueOf(fault.getMessage());
        assertTrue(message.startsWith("profile mine.json $"), message);
        assertTrue(message.contains(expected), message);
    }
}
