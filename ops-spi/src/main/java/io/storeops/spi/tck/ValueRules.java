package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.spi.tck.Parcel.State;
import io.storeops.spi.tck.Specimen.Always;
import io.storeops.spi.tck.Specimen.Sometimes;
import io.storeops.storage.Changes;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules S01 to S11: what goes in comes out. */
abstract class ValueRules extends StorageRules {
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "  two spaces at both ends  ",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "three\nlines\r\nof text\r",
            "网店运营岗位职责",
            "𠮷野家 🛒👩‍👧‍👦",
            "e\u0301 is not é",
            "Ａ A a ａ İ ı ß ẞ",
            "\u202Eright to left\u202C",
            "\uFEFFa byte order mark",
            "line\u2028paragraph\u2029next\u0085",
            "bell\u0007 escape\u001B delete\u007F",
            "null",
            "NULL",
            "\\N",
            "\\",
            "\\u0041 \\n",
            "\"quoted\", with, commas; and 'more'",
            "\"",
            "\"\"",
            "'; DROP TABLE kit_specimen; --",
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "'=1+1",
            "000123",
            "1e5",
            "true",
            "2024-06-16",
            "${jndi:ldap://x}",
            "%s %d {0} ? :name",
            "<script>&amp;</script>");

    private void comesBack(List<Specimen> specimens) {
        Changes changes = changes().append(Specimen.TABLE, specimens);
        commit(changes);
        for (Specimen specimen : specimens) {
            assertEquals(
                    Optional.of(new Versioned<>(specimen, 1)),
                    storage().find(Specimen.TABLE, Key.of(STORE, specimen.id())));
        }
        List<Specimen> inOrder =
                specimens.stream().sorted(Comparator.comparing(Specimen::id)).toList();
        assertEquals(inOrder, all(Query.of(Specimen.TABLE, STORE)));
    }

    private <T> void comeBack(Stream<T> values, Function<T, Always> column) {
        List<Specimen> specimens = new ArrayList<>();
        values.forEach(value -> specimens.add(Specimen.of("specimen-" + specimens.size(), column.apply(value))));
        comesBack(specimens);
    }

    @Test
    @DisplayName("S01 whole numbers come back, the least and the greatest too")
    void wholeNumbers() {
        comeBack(
                Stream.of(0L, 1L, -1L, 9_007_199_254_740_993L, Long.MIN_VALUE, Long.MAX_VALUE),
                Always.plain()::withNumber);
    }

    @Test
    @DisplayName("S02 decimal numbers come back exactly, with their scale")
    void decimals() {
        comeBack(
                Stream.of(
                                "0",
                                "0.00",
                                "1.1",
                                "1.10",
                                "-1.10",
                                "100",
                                "0.1",
                                "0.000000000000000001",
                                "12345678901234567890.123456789012345678",
                                "-99999999999999999999.999999999999999999")
                        .map(BigDecimal::new),
                Always.plain()::withDecimal);
    }

    @Test
    @DisplayName("S03 instants come back to the microsecond, whatever zones and calendars do")
    void instants() {
        comeBack(
                Stream.of(
                                "1970-01-01T00:00:00Z",
                                "1969-12-31T23:59:59.999999Z",
                                "1900-12-31T15:54:17.000001Z",
                                "2024-06-16T01:00:00.123456Z",
                                "2024-06-16T01:00:00.100000Z",
                                "2024-03-31T01:30:00Z",
                                "2024-11-03T05:30:00Z",
                                "2024-11-03T06:30:00Z",
                                "9999-12-31T23:59:59.999999Z")
                        .map(Instant::parse),
                Always.plain()::withInstant);
    }

    @Test
    @DisplayName("S04 dates come back, before the Gregorian calendar too")
    void dates() {
        comeBack(
                Stream.of("0001-01-01", "1582-10-04", "1582-10-10", "1970-01-01", "2024-02-29", "9999-12-31")
                        .map(LocalDate::parse),
                Always.plain()::withDate);
    }

    @Test
    @DisplayName("S05 truth values come back")
    void flags() {
        comeBack(Stream.of(true, false), Always.plain()::withFlag);
    }

    @Test
    @DisplayName("S06 texts come back character by character: empty, blank, Chinese, emoji, quoted, naughty")
    void texts() {
        comeBack(TEXTS.stream(), Always.plain()::withText);
    }

    @Test
    @DisplayName("S07 a long text comes back whole")
    void longTexts() {
        comeBack(
                Stream.of("运".repeat(100_000), "a, \"b\"\n".repeat(30_000), "🛒".repeat(50_000)),
                Always.plain()::withText);
    }

    @Test
    @DisplayName("S08 nested values come back, the JSON null too")
    void nested() {
        Json everything = Json.object(Map.of(
                "text", Json.of("网店 \"x\" \\ \n 🛒"),
                "empty", Json.of(""),
                "number", new Json.Num(new BigDecimal("12345678901234567890.5")),
                "flag", Json.of(false),
                "nothing", Json.ofNull(),
                "", Json.array(List.of(Json.of(1), Json.ofNull(), Json.array(List.of()))),
                "object", Json.object(Map.of("deeper", Json.object(Map.of())))));
        comeBack(
                Stream.of(
                        everything,
                        Json.object(Map.of()),
                        Json.array(List.of()),
                        Json.ofNull(),
                        Json.of(""),
                        Json.of(0),
                        Json.of(true)),
                Always.plain()::withJson);
    }

    @Test
    @DisplayName(
            "S13 a value that is nested as deeply as may be, and names as long, come back; more is refused and harms nothing")
    void outermostJson() {
        comeBack(Stream.of(within(Json.MOST_DEPTH), named(Json.MOST_NAME)), Always.plain()::withJson);
        for (Json more : List.of(within(Json.MOST_DEPTH + 1), named(Json.MOST_NAME + 1))) {
            Specimen beyond = Specimen.of("beyond", Always.plain().withJson(more));
            assertThrows(IllegalArgumentException.class, () -> commit(changes().insert(Specimen.TABLE, beyond)));
        }
        if (bench().closeAndReopen()) {
            assertEquals(2, all(Query.of(Specimen.TABLE, STORE)).size());
        }
    }

    @Test
    @DisplayName("S14 a text with NUL or half a character is refused with its column and position, whatever writes it")
    void unkeptTexts() {
        Map<String, Integer> positions = Map.of("\0", 1, "ab\0", 3, "a\uD83D", 2, "\uDE00b", 1, "\uDE00\uD83D", 1);
        positions.forEach((text, position) -> {
            for (Always always : List.of(
                    Always.plain().withText(text),
                    Always.plain().withJson(Json.of(text)),
                    Always.plain().withJson(Json.object(Map.of(text, Json.of(true)))))) {
                IllegalArgumentException refused = assertThrows(
                        IllegalArgumentException.class,
                        () -> commit(changes().insert(Specimen.TABLE, Specimen.of("unkept", always))));
                String told = String.valueOf(refused.getMessage());
                assertTrue(told.matches("Column \\S+ cannot keep U\\+\\S+ \\(position " + position + "\\)"), told);
            }
        });
        assertEquals(0, all(Query.of(Specimen.TABLE, STORE)).size());
    }

    private static Json named(int length) {
        return Json.object(Map.of("n".repeat(length), Json.of(true)));
    }

    private static Json within(int levels) {
        Json value = Json.of(1);
        for (int level = 0; level < levels; level++) {
            value = level % 2 == 0 ? Json.array(List.of(value)) : Json.object(Map.of("a", value));
        }
        return value;
    }

    @Test
    @DisplayName("S09 each optional column is absent or present by itself, and an absent value is not an empty one")
    void absence() {
        Always empty = Always.plain()
                .withNumber(0)
                .withDecimal(new BigDecimal("0"))
                .withFlag(false)
                .withText("")
                .withJson(Json.ofNull());
        comesBack(IntStream.range(0, 128)
                .mapToObj(bits -> Specimen.of("bits-" + bits, Sometimes.some(empty, bits)))
                .toList());
    }

    @Test
    @DisplayName("S10 keys that differ in case, width or accent are different rows")
    void exactKeys() {
        comesBack(Stream.of("a", "A", "ａ", "à", "ä", "ß", "ss", "店", "店铺", "a.b", "a/b", "a b", "a%", "a_")
                .map(id -> Specimen.of(id, Always.plain().withText(id)))
                .toList());
    }

    @Test
    @DisplayName("S11 a replaced row has the new values, absent ones too, and nothing of the old")
    void replacedValues() {
        Specimen full = Specimen.of("one", Always.plain());
        Specimen bare = Specimen.of("one", Sometimes.some(Always.plain(), 0));
        commit(changes().insert(Specimen.TABLE, full));
        commit(changes().replace(Specimen.TABLE, bare, 1));
        assertEquals(Optional.of(new Versioned<>(bare, 2)), storage().find(Specimen.TABLE, Key.of(STORE, "one")));
        commit(changes().replace(Specimen.TABLE, full, 2));
        assertEquals(Optional.of(new Versioned<>(full, 3)), storage().find(Specimen.TABLE, Key.of(STORE, "one")));
    }

    @Test
    @DisplayName("S12 values that columns map are found and come back, groups of columns as a whole")
    void mappedValues() {
        Parcel lost = Parcel.of(State.LOST, Integer.MIN_VALUE, "op-1");
        Parcel alone = Parcel.of(State.RECEIVED, 2, "op-1").takenBy("李", Optional.empty());
        Parcel next = Parcel.of(State.RECEIVED, 10, "op-1").takenBy("李", Optional.of(ActorId.of("店铺")));
        Parcel sent = Parcel.of(State.SENT, Integer.MAX_VALUE, "op-2");
        commit(changes().append(Parcel.TABLE, List.of(sent, next, alone, lost)));
        assertEquals(List.of(lost, alone, next, sent), all(Query.of(Parcel.TABLE, STORE)));
        assertEquals(List.of(alone, next), all(Query.of(Parcel.TABLE, STORE).where(State.RECEIVED)));
        Query<Parcel> ofOne = Query.of(Parcel.TABLE, STORE, Parcel.BY_SENDER).where(ActorId.of("op-1"));
        assertEquals(List.of(lost, alone), all(ofOne.to(10)));
        assertEquals(Optional.of(new Versioned<>(next, 1)), storage().find(Parcel.TABLE, next.key()));
        commit(changes().redact(Parcel.TABLE, next.key(), List.of(Parcel.NEIGHBOUR)));
        Parcel redacted = Parcel.of(State.RECEIVED, 10, "op-1").takenBy("李", Optional.empty());
        assertEquals(Optional.of(new Versioned<>(redacted, 2)), storage().find(Parcel.TABLE, next.key()));
    }
}
