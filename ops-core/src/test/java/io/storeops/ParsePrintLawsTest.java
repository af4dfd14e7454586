package io.storeops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.calendar.SlotId;
import io.storeops.catalog.Money;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectKind;
import io.storeops.id.CommandId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ParsePrintLawsTest {
    private static final Column<String> TEXT = Column.text("text", "");
    private static final Column<Long> NUMBER = Column.number("number", "");
    private static final Column<Instant> AT = Column.instant("at", "");
    private static final Column<LocalDate> DATE = Column.date("date", "");
    private static final Column<Boolean> FLAG = Column.flag("flag", "");
    private static final Column<BigDecimal> DECIMAL = Column.decimal("decimal", "");

    private record Thing(StoreId store, List<Object> values) {}

    private static final Table<Thing> THINGS = Table.<Thing>of("thing", Thing::store)
            .column(TEXT, thing -> (String) thing.values().get(0))
            .column(NUMBER, thing -> (Long) thing.values().get(1))
            .column(AT, thing -> (Instant) thing.values().get(2))
            .column(DATE, thing -> (LocalDate) thing.values().get(3))
            .column(FLAG, thing -> (Boolean) thing.values().get(4))
            .column(DECIMAL, thing -> (BigDecimal) thing.values().get(5))
            .key(TEXT, NUMBER)
            .path("by_all", FLAG, DATE, AT, DECIMAL)
            .reads(row -> new Thing(row.store(), List.of()));

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("aZ09:#,;|\"\\ '%\u00e9\u5e97\n").ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withChars("aZ09:#,;|'%\u5e97")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs().between(-800_000, 4_000_000).map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(-100_000_000_000L, 300_000_000_000L),
                        Arbitraries.integers().between(0, 999_999))
                .as((seconds, micros) -> Instant.ofEpochSecond(seconds, micros * 1000L));
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 12))
                .as(BigDecimal::valueOf);
    }

    @Property
    void slotIds(@ForAll("dates") LocalDate date, @ForAll @IntRange(min = 1) int number) {
        SlotId slot = SlotId.of(date, number);
        assertEquals(slot, SlotId.parse(slot.toString()));
    }

    @Example
    void refusesWhatIsNoSlot() {
        for (String text : List.of("", "#", "2024-06-16", "2024-06-16#", "2024-06-16#0", "2024-6-16#01", "x#01")) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> SlotId.parse(text), text);
            assertEquals("'" + text + "' is not a slot (expected something like 2024-06-16#09)", refused.getMessage());
        }
    }

    @Property
    void subjects(@ForAll SubjectKind kind, @ForAll("ids") String id) {
        Subject subject = new Subject(kind, id);
        assertEquals(subject, Subject.parse(subject.toString()));
    }

    @Example
    void refusesWhatIsNoSubject() {
        for (String text : List.of("A", "FOO:A", ":A", "item:A")) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> Subject.parse(text), text);
            assertEquals(
                    "'" + text
                            + "' is not a subject (expected something like ITEM:A; kinds: [STORE, ITEM, COMPETITOR])",
                    refused.getMessage());
        }
    }

    @Property
    void columnValues(
            @ForAll("texts") String text,
            @ForAll long number,
            @ForAll("instants") Instant at,
            @ForAll("dates") LocalDate date,
            @ForAll boolean flag,
            @ForAll("decimals") BigDecimal decimal) {
        Map<ColumnType, Object> values = Map.of(
                ColumnType.TEXT, text,
                ColumnType.LONG, number,
                ColumnType.INSTANT, at,
                ColumnType.DATE, date,
                ColumnType.BOOL, flag,
                ColumnType.DECIMAL, decimal);
        values.forEach((type, value) -> assertEquals(value, type.parse(type.format(value))));
    }

    @Example
    void refusesWhatIsNotOfAType() {
        assertThrows(IllegalArgumentException.class, () -> ColumnType.LONG.parse("1.0"));
        assertThrows(IllegalArgumentException.class, () -> ColumnType.BOOL.parse("TRUE"));
        assertThrows(IllegalArgumentException.class, () -> ColumnType.INSTANT.parse("2024-06-16"));
        assertThrows(IllegalArgumentException.class, () -> ColumnType.DATE.parse("2024-13-40"));
        assertThrows(IllegalArgumentException.class, () -> ColumnType.JSON.parse("{}"));
    }

    @Property
    void cursors(
            @ForAll("texts") String text,
            @ForAll long number,
            @ForAll("instants") Instant at,
            @ForAll("dates") LocalDate date,
            @ForAll boolean flag,
            @ForAll("decimals") BigDecimal decimal) {
        Row row = THINGS.write(new Thing(StoreId.of("S1"), List.of(text, number, at, date, flag, decimal)));
        for (String path : THINGS.paths().keySet()) {
            Query<Thing> query = Query.of(THINGS, StoreId.of("S1"), path);
            assertEquals(
                    Optional.of(query.positionOf(row)),
                    query.after(query.cursorAfter(row)).position());
        }
    }

    @Property
    void foreignCursorsAreRefused(@ForAll("texts") String text) {
        Query<Thing> query = Query.of(THINGS, StoreId.of("S1"), "by_all");
        assertThrows(
                IllegalArgumentException.class,
                () -> query.after(new io.storeops.storage.Cursor(text)).position());
    }

    @Property
    void moneyInMajorUnits(@ForAll long minor) {
        for (String code : List.of("CNY", "JPY", "KWD")) {
            Money money = Money.ofMinor(minor, Currency.getInstance(code));
            assertEquals(money, Money.of(money.major(), Currency.getInstance(code)));
        }
    }

    @Property
    void canonicalJsonDoesNotDependOnTheOrderOfMembers(
            @ForAll Random random, @ForAll @LongRange(min = 0, max = 50) long size) {
        List<Map.Entry<String, Json>> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            members.add(Map.entry("m" + i, i % 3 == 0 ? Json.of(random.nextLong()) : Json.of("t\"\\\n\u0001" + i)));
        }
        Json first = object(members);
        Collections.shuffle(members, random);
        Json second = object(members);
        assertEquals(first.canonical(), second.canonical());
        assertEquals(first, second);
    }

    private static Json object(List<Map.Entry<String, Json>> members) {
        Map<String, Json> inOrder = new LinkedHashMap<>();
        members.forEach(member -> inOrder.put(member.getKey(), member.getValue()));
        return Json.object(Map.of("nested", Json.array(List.of(Json.object(inOrder)))));
    }

    @Example
    void canonicalJsonIsWhatTheStandardAllows() {
        Json json = Json.object(Map.of(
                "b", Json.array(List.of(Json.of(true), Json.ofNull(), Json.array(List.of()), Json.object(Map.of()))),
                "a", new Json.Num(new BigDecimal("1.500")),
                "c", Json.of("\u0001\t\"\\/店")));
        assertEquals("{\"a\":1.5,\"b\":[true,null,[],{}],\"c\":\"\\u0001\\t\\\"\\\\/店\"}", json.canonical());
        assertEquals(new Json.Num(new BigDecimal("0.00")), Json.of(0));
        assertNotEquals(Json.of("1"), Json.of(1));
    }

    @Example
    void idsFollowOneRule() {
        assertEquals(
                "The store id '' needs 1 to 128 characters, has 0",
                assertThrows(IllegalArgumentException.class, () -> StoreId.of(""))
                        .getMessage());
        assertEquals(
                "The store id ' a' must not begin or end with white space",
                assertThrows(IllegalArgumentException.class, () -> StoreId.of(" a"))
                        .getMessage());
        assertEquals(
                "The command id 'e\u0301' must be in Unicode's composed form (NFC)",
                assertThrows(IllegalArgumentException.class, () -> CommandId.of("e\u0301"))
                        .getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> StoreId.of("a\u200bb"))
                .getMessage()
                .contains("must not contain U+200B (position 2), which Unicode does not allow in identifiers"));
        assertEquals("店铺一", StoreId.of("店铺一").value());
    }
}
