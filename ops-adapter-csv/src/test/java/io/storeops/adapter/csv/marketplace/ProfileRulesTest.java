package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A profile")
class ProfileRulesTest {
    private static final String PROFILE = """
            {"encoding": "UTF-8",
             "header": {"columns": ["id", "item", "paid", "gross", "buyer"], "match": "EXACT"},
             "personal": ["buyer"],
             "numbers": {"thousands": ","},
             "times": {"patterns": ["yyyy-MM-dd HH:mm"], "zone": "Asia/Shanghai"},
             "orders": {"grain": "LINE", "basis": "PAID",
                        "columns": {"order": "id", "item": "item", "paidAt": "paid", "gross": "gross"}}}
            """;

    @TempDir
    private Path folder;

    private Exports exports;

    @BeforeEach
    void openTheFolder() {
        exports = new Exports(folder);
    }

    @Test
    void isShippedOrAFileOfTheUsers() {
        for (String name : Profiles.SHIPPED) {
            exports.marketplace("orders.csv", name).close();
        }
        exports.file("mine.json", PROFILE)
                .marketplace("orders.csv", "mine.json")
                .close();
    }

    @Test
    void thatIsNowhereIsRefusedWithTheShippedOnes() {
        AdapterException fault = assertThrows(AdapterException.class, () -> exports.marketplace("o.csv", "tmall"));
        assertEquals(
                "There is no profile 'tmall'. Shipped: " + Profiles.SHIPPED + "; or give the path of a"
                        + " profile document, seen from " + folder,
                fault.getMessage());
        assertEquals(FaultKind.NOT_FOUND, fault.kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"encoding\"|\"encodings\": [], \"encoding\"|$: the member 'encodings' is unknown; known: [competitors, currency,",
                "\"zone\"|\"offset\": 8, \"zone\"|$.times: the member 'offset' is unknown; known: [patterns, zone]",
                "\"grain\"|\"grains\": 8, \"grain\"|$.orders: the member 'grains' is unknown; known: [accepted, amounts, basis,",
                "\"paidAt\"|\"payedAt\": \"paid\", \"paidAt\"|$.orders.columns: the member 'payedAt' is unknown; known:",
                "\"thousands\": \",\"|\"thousands\": \".\"|$.numbers.thousands: \".\" cannot stand between groups of digits",
                "\"encoding\"|\"delimiter\": \"\\n\", \"encoding\"|$.delimiter: \"\\n\" cannot stand between fields (expected",
                "UTF-8|UTF-9|$.encoding: \"UTF-9\" is not an encoding (expected something like UTF-8 or GB18030)",
                "EXACT|SOME|$.header.match: \"SOME\" is none of [EXACT, ANY_ORDER, AT_LEAST]",
                "\"PAID\"|\"ORDERED\"|$.orders.basis: \"ORDERED\" cannot be read: figures here are paid figures",
                "\"gross\": \"gross\"|\"gross\": \"buyer\"|$.orders.columns.gross: \"buyer\" is a personal column, which no role",
                "\"gross\": \"gross\"|\"gross\": \"total\"|$.orders.columns.gross: \"total\" is not a column of the header; columns",
                "[\"buyer\"]|[\"address\"]|$.personal[0]: \"address\" is not a column of the header; columns: [id, item,",
                "\"item\": \"item\",||$.orders.columns: {\"gross\":\"gross\",\"order\":\"id\",\"paidAt\":\"paid\"} has an item exactly",
                "\"gross\": \"gross\"|\"price\": \"gross\"|is not an order (expected order and paidAt, and either gross, with",
                "HH:mm|hh:mm|$.times.patterns[0]: \"yyyy-MM-dd hh:mm\" is not a pattern: The pattern 'yyyy-MM-dd hh:mm' has one",
                "yyyy-MM-dd HH:mm|yyyy-MM-dd|has a pattern without an hour, but needs the time of day",
                "Asia/Shanghai|Asia/Nowhere|$.times.zone: \"Asia/Nowhere\" is not a time zone (expected something like Asia/Shanghai)",
                "\"yyyy-MM-dd HH:mm\"|\"d/M/yyyy H:mm\", \"M/d/yyyy H:mm\"|$.times.patterns[1]: \"M/d/yyyy H:mm\" and 'd/M/yyyy H:mm' read",
                "\"grain\"|\"files\": \"NEWEST\", \"grain\"|$.orders.files: \"NEWEST\" is none of [PARTS, SNAPSHOTS]",
                "\"grain\"|\"carriedDown\": [\"gross\"], \"grain\"|$.orders.carriedDown[0]: \"gross\" cannot be carried down (expected,",
                "\"grain\"|\"accepted\": {\"state\": [\"paid\"]}, \"grain\"|$.orders.accepted.state: [\"paid\"] is not a column of the header",
                "\"grain\"|\"accepted\": {\"item\": []}, \"grain\"|$.orders.accepted.item: [] names no word with which a row counts",
                "\"grain\"|\"accepted\": {\"buyer\": [\"x\"]}, \"grain\"|$.orders.accepted.buyer: [\"x\"] is a personal column, which no role",
                "\"grain\"|\"period\": {}, \"grain\"|$.orders.period: {} states no period (expected names, or a column with dates",
                "\"grain\"|\"period\": {\"column\": \"item\"}, \"grain\"|states no period (expected names, or a column with dates",
                "\"grain\"|\"period\": {\"names\": [\"{MMdd}.csv\"]}, \"grain\"|$.orders.period.names[0]: \"{MMdd}.csv\" is not a name with a period",
                "\"thousands\"|\"decimal\": \",\", \"thousands\"|$.numbers.thousands: \",\" cannot stand between groups of digits",
                "\"thousands\"|\"decimal\": \";\", \"thousands\"|$.numbers.decimal: \";\" is not a decimal mark (expected . or ,)",
                "\"encoding\"|\"lastLineEnd\": \"NONE\", \"encoding\"|$.lastLineEnd: \"NONE\" is none of [REQUIRED, OPTIONAL]",
                "\"encoding\"|\"longIds\": \"yes\", \"encoding\"|$.longIds: \"yes\" is not true or false",
                "\"gross\", \"buyer\"]|\"gross\", \"id\"]|$.header.columns: [\"id\",\"item\",\"paid\",\"gross\",\"id\"] is not a header"
            })
    void thatBreaksARuleIsRefusedWithItsJsonPath(String from, String to, String expected) {
        assertTrue(PROFILE.contains(from), from);
        exports.file("mine.json", PROFILE.replace(from, to == null ? "" : to));
        AdapterException fault = assertThrows(AdapterException.class, () -> exports.marketplace("o.csv", "mine.json"));
        assertEquals(FaultKind.INVALID, fault.kind());
        String message = String.valueOf(fault.getMessage());
        assertTrue(message.startsWith("profile mine.json $"), message);
        assertTrue(message.contains(expected), message);
    }
}
