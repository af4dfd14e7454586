package io.storeops.adapter.jdbc.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.adapter.jdbc.marketplace.SelectText.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            SELECT a FROM t WHERE b = :store | SELECT a FROM t WHERE b = ?
            select a::text from t where b >= :from and b < :to | select a::text from t where b >= ? and b < ?
            WITH x AS (SELECT 1 AS a) SELECT a FROM x | WITH x AS (SELECT 1 AS a) SELECT a FROM x
            SELECT ':store' AS a, "b:from" FROM "order" | SELECT ':store' AS a, "b:from" FROM "order"
            SELECT 'it''s' AS a, "say ""x"" now" FROM t | SELECT 'it''s' AS a, "say ""x"" now" FROM t
            SELECT "update", update_time FROM t | SELECT "update", update_time FROM t
            SELECT TRUNCATE(a, 2), REPLACE(b, 'x', 'y') FROM t | SELECT TRUNCATE(a, 2), REPLACE(b, 'x', 'y') FROM t
            SELECT a FROM t FETCH NEXT 10 ROWS ONLY | SELECT a FROM t FETCH NEXT 10 ROWS ONLY
            SELECT SUBSTRING(a FROM 1 FOR 2) FROM t | SELECT SUBSTRING(a FROM 1 FOR 2) FROM t
            SELECT '合计#$@?' AS a FROM 订单 | SELECT '合计#$@?' AS a FROM 订单
            """)
    void takesOneSelectAndReplacesNothingButItsParameters(String text, String jdbc) throws Refused {
        assertEquals(jdbc, SelectText.parse(text, false).jdbc());
    }

    @Test
    void aParameterThatStandsTwiceIsBoundTwice() throws Refused {
        assertEquals(
                List.of("store", "localFrom", "store"),
                SelectText.parse("SELECT 1 WHERE :store = a AND b > :localFrom AND c = :store", false)
                        .parameters());
    }

    @Test
    void backticksQuoteNamesWhereTheDatabaseReadsThemSo() throws Refused {
        assertEquals(
                "SELECT `order` FROM `a``b`",
                SelectText.parse("SELECT `order` FROM `a``b`", true).jdbc());
        // In PostgreSQL a backtick is an operator, and what follows would be read as a statement.
        assertThrows(Refused.class, () -> SelectText.parse("SELECT ` x `", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DELETE FROM orders",
                "UPDATE orders SET amount = 0",
                "INSERT INTO orders VALUES (1)",
                "DROP TABLE orders",
                "CREATE TABLE x AS SELECT 1",
                "TRUNCATE TABLE orders",
                "CALL stop()",
                "EXPLAIN SELECT 1",
                "VALUES (1)",
                "SELECT 1; DROP TABLE orders",
                "SELECT 1;",
                "SELECT ';' AS a",
                "SELECT 1 -- ; DROP TABLE orders",
                "SELECT 1 /* x */",
                "SELECT /*!50000 1 */",
                "SELECT 1 # x",
                "SELECT 1 // x",
                "SELECT 'a\\' OR 1=1",
                "SELECT $$a$$",
                "SELECT $1",
                "SELECT ?",
                "SELECT @x := 1",
                "SELECT 1 := 2",
                "SELECT a[1:2] FROM t",
                "SELECT {fn now()}",
                "SELECT a INTO b FROM t",
                "SELECT a FROM t INTO OUTFILE 'x'",
                "WITH x AS (DELETE FROM t RETURNING a) SELECT a FROM x",
                "WITH x AS (INSERT INTO t VALUES (1) RETURNING a) SELECT a FROM x",
                "WITH x AS (UPDATE t SET a = 1 RETURNING a) SELECT a FROM x",
                "WITH x AS (MERGE INTO t USING u ON a = b WHEN MATCHED THEN DELETE) SELECT 1",
                "SELECT a FROM FINAL TABLE (INSERT INTO t VALUES (1))",
                "SELECT a FROM t FOR UPDATE",
                "SELECT a FROM t FOR SHARE",
                "SELECT a FROM t FOR NO KEY UPDATE",
                "SELECT a FROM t FOR KEY SHARE",
                "SELECT a FROM t LOCK IN SHARE MODE",
                "SELECT NEXT VALUE FOR s",
                "SELECT nextval('s')",
                "SELECT pg_sleep(10)",
                "SELECT \"pg_sleep\"(10)",
                "SELECT pg_read_file ('/etc/passwd')",
                "SELECT lo_export(1, '/tmp/x')",
                "SELECT set_config('transaction_read_only', 'off', false)",
                "SELECT * FROM dblink('x', 'y')",
                "SELECT CSVWRITE('/tmp/x', 'SELECT 1')",
                "SELECT FILE_READ('/etc/passwd')",
                "SELECT LOAD_FILE('/etc/passwd')",
                "SELECT SLEEP(10)",
                "SELECT GET_LOCK('x', 10)",
                "SELECT 'open",
                "SELECT \"open",
                "SELECT (1",
                "SELECT 1)",
                "SELECT 1\u0000"
            })
    void refusesWhatIsNoSingleSelect(String text) {
        assertThrows(Refused.class, () -> SelectText.parse(text, true), text);
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        Refused comment = assertThrows(Refused.class, () -> SelectText.parse("SELECT 1 -- all", false));
        assertEquals(
                "has '--', which stands nowhere in it, not even in quotes: one SELECT without an end and without comments."
                        + " Write remarks under 'doc', and such a text as a parameter",
                comment.reason());
        Refused word = assertThrows(Refused.class, () -> SelectText.parse("SELECT a FROM t FOR UPDATE", false));
        assertTrue(word.reason().startsWith("has the word UPDATE (position 21)"), word.reason());
    }
}
