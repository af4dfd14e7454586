package io.storeops.adapter.jdbc.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.adapter.jdbc.TestServer;
import io.storeops.calendar.SettableClock;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
    private static final String TABLE = """
            CREATE TABLE orders (no VARCHAR(20), "paidAt" TIME0, amount DECIMAL(12, 2), about DOUBLE PRECISION, on_day DATE,
              phone VARCHAR(20), state VARCHAR(9));
            """;

    /** A document of orders with this zone, statement, columns and status. */
    private static final String DOCUMENT = """
            {%s "orders": {"select": "%s", "grain": "ORDER", "basis": "PAID", "amounts": "MAJOR", "covers": "%s",
             "columns": {"order": "no", "paidAt": "%s", "gross": "%s"}, "status": %s}}
            """;

    private static final String ZONE = "\"zone\": \"Asia/Shanghai\",";

    @TempDir
    private Path folder;

    static Stream<TestServer> servers() {
        return TestServer.all();
    }

    private AdapterException refused(Erp erp, String document, Map<String, String> more) {
        return assertThrows(AdapterException.class, () -> erp.open(folder, document, more, SettableClock.at(Erp.NOW)));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everythingThatIsWrongIsToldAtOnce(TestServer server) {
        try (Erp erp = Erp.on(server).run(table(server))) {
            AdapterException refusal = refused(erp, """
                    {"parameters": ["tenant"],
                     "orders": {"select": "SELECT no, on_day, about, phone FROM orders WHERE on_day >= :from AND on_day < :to",
                       "grain": "ORDER", "basis": "PAID", "amounts": "MAJOR", "covers": "REQUEST",
                       "columns": {"order": "no", "paidAt": "on_day", "gross": "about", "buyer": "customer"}},
                     "readings": {"select": "SELECT amount FROM nowhere WHERE 1 = :hour", "semantics": "DELTA", "basis": "PAID",
                       "quality": "ACTUAL", "amounts": "MAJOR", "columns": {"day": "on_day"}, "figures": {"amount_minor": "amount"}},
                     "stock": {"select": "DELETE FROM orders", "columns": {"sku": "no", "units": "pieces"}},
                     "priceBook": {"select": "SELECT no, amount FROM missing", "amounts": "MINOR",
                       "columns": {"sku": "no", "price": "amount"}}}
                    """, Map.of("parameters", "{\"shop\": 1}"));
            String text = refusal.getMessage();
            assertEquals(FaultKind.INVALID, refusal.kind());
            assertTrue(text.startsWith("9 problems with erp.json:\n- "), text);
            has(
                    text,
                    "has the parameters [tenant], and the key 'parameters' gives [shop]; give a value to [tenant]; take out [shop]");
            has(
                    text,
                    "- orders: the statement compares times with [from, to], and no zone is configured; say under 'zone'");
            has(text, "- orders: the column 'on_day' (paidAt) is a date (");
            has(
                    text,
                    "; accepted is a timestamp without zone or a timestamp with time zone. A date has no time of day");
            has(text, "- orders: the column 'about' (gross) is a floating-point number (");
            has(text, "; accepted is a whole number or a decimal. CAST it to DECIMAL in the SELECT");
            has(text, "- orders: the column 'customer' (buyer) is not in the result; it has [");
            has(
                    text.toLowerCase(Locale.ROOT),
                    "- orders: the column 'phone' of the result has no role. what nobody reads is not selected");
            has(
                    text,
                    "- readings: the statement has the parameters [hour], which nobody knows; known: [store, from, to,");
            has(text, "- stock: the statement has the word DELETE (position 1)");
            has(text, "- priceBook: the database does not take the statement: ");
        }
    }

    private static String table(TestServer server) {
        return server == TestServer.MARIADB ? TABLE.replace('"', '`') : TABLE;
    }

    private static void has(String text, String part) {
        assertTrue(text.contains(part), () -> part + "\nis not in\n" + text);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aTimeWithoutZoneIsReadInNoZoneThatNobodyNamed(TestServer server) {
        try (Erp erp = Erp.on(server).run(table(server))) {
            String quote = server == TestServer.MARIADB ? "`" : "\\\"";
            String select = "SELECT no, " + quote + "paidAt" + quote + ", amount FROM orders";
            String without = DOCUMENT.formatted("", select, "PAYMENTS", "paidAt", "amount", "null");
            AdapterException refusal = refused(erp, without, Map.of());
            has(refusal.getMessage(), "erp.json orders: the column 'paidAt' (paidAt) is a timestamp without zone (");
            has(
                    refusal.getMessage(),
                    "), and no zone is configured; say under 'zone', as a key or in the document, in which zone the ERP writes times"
                            + " that say none");
            erp.open(folder, DOCUMENT.formatted(ZONE, select, "PAYMENTS", "paidAt", "amount", "null"))
                    .close();
            erp.open(folder, without, Map.of("zone", "Asia/Shanghai"), SettableClock.at(Erp.NOW))
                    .close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'x'",
                "jdbc:postgresql://db/erp?socketFactory=evil",
                "jdbc:postgresql://sa:secret@db/erp",
                "jdbc:oracle:thin:@db"
            })
    void theUrlIsOneThatTheStorageTakesToo(String url) {
        try (Erp erp = Erp.on(TestServer.H2)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> erp.open(
                            folder,
                            Map.of("url", url, "feeds", "plain-orders", "zone", "UTC"),
                            SettableClock.at(Erp.NOW)));
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNotMade() {
        try (Erp erp = Erp.on(TestServer.H2)) {
            assertThrows(
                    AdapterException.class,
                    () -> erp.open(
                            folder,
                            Map.of("url", "jdbc:h2:./erp", "feeds", "plain-orders", "zone", "UTC"),
                            SettableClock.at(Erp.NOW)));
            assertFalse(folder.resolve("erp.mv.db").toFile().exists());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aPasswordIsToldInNoFailure(TestServer server) {
        String canary = String.join("-", "erp", "canary", "77e1");
        try (Erp erp = Erp.on(server)) {
            AdapterException failure = assertThrows(
                    AdapterException.class,
                    () -> erp.open(
                            folder,
                            Map.of("feeds", "plain-orders", "zone", "UTC", "user", "nobody", "password", canary),
                            SettableClock.at(Erp.NOW)));
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text, true));
            assertFalse(text.toString().contains(canary), text.toString());
            has(failure.getMessage(), "The ERP's database could not be opened (SQLState ");
        }
    }

    @Test
    void aConfigurationThatIsNotThereIsNamedWithThoseThatAre() {
        try (Erp erp = Erp.on(TestServer.H2)) {
            AdapterException refusal = assertThrows(
                    AdapterException.class, () -> erp.open(folder, Map.of("feeds", "sap"), SettableClock.at(Erp.NOW)));
            assertEquals(FaultKind.NOT_FOUND, refusal.kind());
            has(
                    refusal.getMessage(),
                    "There is no configuration 'sap'. Shipped: [jsherp, plain-orders]; or give the path of a document");
        }
    }
}
