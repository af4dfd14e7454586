package io.storeops.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.calendar.SlotId;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MappedColumnTest {
    private static Row changed(String column, @Nullable Object value) {
        List<@Nullable Object> values =
                new ArrayList<>(Shift.TABLE.write(Shift.at(9)).values());
        List<String> names = Shift.TABLE.columns().stream().map(Column::name).toList();
        values.set(names.indexOf(column), value);
        return Row.of(Shift.TABLE, values);
    }

    private static String refusal(Class<? extends RuntimeException> type, Runnable work) {
        return String.valueOf(assertThrows(type, work::run).getMessage());
    }

    @Nested
    class Rows {
        @Test
        void rowsHoldRawValuesOfTheColumnsInOrder() {
            Shift.Sign boss = new Shift.Sign(ActorId.of("boss"), Shift.NOON, Optional.of(CommandId.of("c7")));
            Shift shift = new Shift(
                    Shift.STORE,
                    SlotId.of(LocalDate.of(2026, 3, 2), 9),
                    DayOfWeek.MONDAY,
                    3,
                    List.of(SlotId.of(LocalDate.of(2026, 3, 2), 10)),
                    Optional.of(DayOfWeek.SUNDAY),
                    boss,
                    Optional.empty());
            assertEquals(
                    Arrays.asList(
                            "S1",
                            LocalDate.of(2026, 3, 2),
                            9L,
                            "MONDAY",
                            3L,
                            Json.array(List.of(Json.of("2026-03-02#10"))),
                            "SUNDAY",
                            "boss",
                            Shift.NOON,
                            "c7",
                            null,
                            null,
                            null),
                    Shift.TABLE.write(shift).values());
        }
    }

    @Nested
    class Groups {
        @Test
        void theColumnsOfAGroupThatMayBeAbsentAreOptional() {
            assertEquals(
                    List.of("rest_day", "planned_in", "approved_by", "approved_at", "approved_in"),
                    Shift.TABLE.columns().stream()
                            .filter(Shift.TABLE::optional)
                            .map(Column::name)
                            .toList());
            assertEquals(
                    List.of("planned_in", "approved_in"),
                    Shift.TABLE.columns().stream()
                            .filter(Shift.TABLE::personal)
                            .map(Column::name)
                            .toList());
            assertEquals(List.of(Shift.DATE, Shift.NUMBER), Shift.SLOT.columns());
        }

        @Test
        void aPartOfAGroupIsRefused() {
            assertEquals(
                    "The row [S1, 2026-03-02, 9] of table shift has only a part of the Sign: [approved_by] without"
                            + " [approved_at]",
                    refusal(IllegalStateException.class, () -> Shift.TABLE.read(changed("approved_by", "boss"))));
            assertEquals(
                    "The row [S1, 2026-03-02, 9] of table shift has only a part of the Sign: [approved_in] without"
                            + " [approved_by, approved_at]",
                    refusal(IllegalStateException.class, () -> Shift.TABLE.read(changed("approved_in", "c1"))));
        }

        @Test
        void aGroupThatIsAlwaysThereIsNotReadWithoutAColumn() {
            assertEquals(
                    "Column shift.approved_by is absent",
                    refusal(
                            IllegalStateException.class,
                            () -> Shift.TABLE.write(Shift.at(9)).get(Shift.APPROVED)));
        }

        @Test
        void aGroupReadsItsColumnsWhereverTheyStand() {
            Table<Shift.Sign> scattered = Table.<Shift.Sign>of("scattered", sign -> Shift.STORE)
                    .column(Shift.PLANNED_BY, Shift.Sign::by)
                    .column(Shift.PEOPLE, sign -> 1)
                    .column(Shift.DATE, sign -> LocalDate.EPOCH)
                    .column(Shift.NUMBER, sign -> 4)
                    .key(Shift.NUMBER)
                    .reads(row -> new Shift.Sign(row.get(Shift.PLANNED_BY), Shift.NOON, Optional.empty()));
            Row row = scattered.write(new Shift.Sign(ActorId.of("op-1"), Shift.NOON, Optional.empty()));
            assertEquals(SlotId.of(LocalDate.EPOCH, 4), row.get(Shift.SLOT));
        }

        @Test
        void aGroupThatNothingTellsToBeThereCannotBeOptional() {
            Column<DayOfWeek> column = Column.constant("mood", "what day it feels like", DayOfWeek.class);
            ColumnGroup<Shift> group =
                    ColumnGroup.of(Shift.class).optional(column, Shift::restDay).reads(row -> Shift.at(1));
            assertEquals(
                    "Table t could not tell whether Shift is there, since all of its columns are optional: [mood TEXT]",
                    refusal(
                            IllegalArgumentException.class,
                            () -> Table.of("t", Shift::store).optional(group, Optional::of)));
        }

        @Test
        void aGroupHasColumns() {
            assertEquals(
                    "The Sign of a table has at least one column",
                    refusal(
                            IllegalArgumentException.class,
                            () -> ColumnGroup.of(Shift.Sign.class).reads(row -> row.get(Shift.PLANNED))));
        }

        @Test
        void aGroupOfAnotherTableIsRefused() {
            Row row = Row.of(OTHER, List.of("S1", "x"));
            assertEquals(
                    "Table other has no column data_date DATE; it has [store_id TEXT, id TEXT]",
                    refusal(IllegalArgumentException.class, () -> row.get(Shift.SLOT)));
        }

        private static final Column<String> ID = Column.text("id", "its id");
        private static final Table<Row> OTHER = Table.of("other", Row::store)
                .column(ID, row -> row.get(ID))
                .key(ID)
                .reads(row -> row);
    }

    @Nested
    class WhatCannotBeRead {
        @Test
        void anUnknownConstantIsRefusedWithTheKnownOnes() {
            assertEquals(
                    "Column shift.week_day cannot be read in the row [S1, 2026-03-02, 9]: 'monday' is not one of [MONDAY,"
                            + " TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]",
                    refusal(IllegalArgumentException.class, () -> Shift.TABLE.read(changed("week_day", "monday"))));
        }

        @Test
        void aNumberThatIsTooLargeIsRefused() {
            assertEquals(
                    "Column shift.people cannot be read in the row [S1, 2026-03-02, 9]: 2147483648 is not a whole number"
                            + " of 32 bits",
                    refusal(IllegalArgumentException.class, () -> Shift.TABLE.read(changed("people", 1L << 31))));
        }

        @Test
        void anIdIsRefusedAsTheIdRefusesIt() {
            assertEquals(
                    "Column shift.planned_by cannot be read in the row [S1, 2026-03-02, 9]: The actor id '' needs 1 to 128"
                            + " characters, has 0",
                    refusal(IllegalArgumentException.class, () -> Shift.TABLE.read(changed("planned_by", ""))));
        }

        @Test
        void aZoneIsRefusedAsTimeRefusesIt() {
            Column<ZoneId> zone = Column.text("zone", "the zone").as(ZoneId.class, ZoneId::of, ZoneId::getId);
            Table<ZoneId> table = Table.<ZoneId>of("zones", any -> Shift.STORE)
                    .column(zone, any -> any)
                    .key()
                    .reads(row -> row.get(zone));
            assertEquals(
                    "Column zones.zone cannot be read in the row [S1]: Unknown time-zone ID: Mars",
                    refusal(IllegalArgumentException.class, () -> table.read(Row.of(table, List.of("S1", "Mars")))));
        }

        @Test
        void anElementOfAListIsRefusedWithItsPlace() {
            assertEquals(
                    "breaks $[0]: \"noon\" is not a slot",
                    refusal(
                            RuntimeException.class,
                            () -> Shift.TABLE.read(changed("breaks", Json.array(List.of(Json.of("noon")))))));
        }
    }

    @Nested
    class Questions {
        private final Query<Shift> byDay = Query.of(Shift.TABLE, Shift.STORE, "by_day");

        @Test
        void takeValuesAndRawValues() {
            assertEquals(
                    List.of("S1", "FRIDAY", 3L),
                    byDay.where(DayOfWeek.FRIDAY, 3).equal());
            assertEquals(List.of("S1", "FRIDAY", 3L), byDay.where("FRIDAY", 3L).equal());
            assertEquals(Optional.of(2L), byDay.where(DayOfWeek.FRIDAY).from(2).from());
            assertEquals(Optional.of(2L), byDay.where(DayOfWeek.FRIDAY).from(2L).from());
            assertEquals(Optional.of(5L), byDay.where(DayOfWeek.FRIDAY).to(5).to());
            Query<Shift> byPlanner = Query.of(Shift.TABLE, Shift.STORE, "by_planner");
            assertEquals(
                    List.of("S1", "op-1"), byPlanner.where(ActorId.of("op-1")).equal());
        }

        @Test
        void refuseWhatIsNeither() {
            assertEquals(
                    "Column shift.week_day is TEXT and takes DayOfWeek or String, not the Long 5",
                    refusal(IllegalArgumentException.class, () -> byDay.where(5L)));
            assertEquals(
                    "Column shift.people is LONG and takes Integer or Long, not the String 5",
                    refusal(IllegalArgumentException.class, () -> byDay.where(DayOfWeek.FRIDAY, "5")));
            assertEquals(
                    "Column shift.planned_by is TEXT and takes ActorId or String, not the CommandId c1",
                    refusal(
                            IllegalArgumentException.class,
                            () -> Query.of(Shift.TABLE, Shift.STORE, "by_planner")
                                    .from(CommandId.of("c1"))));
        }

        @Test
        void comeInTheOrderOfTheRawValues() {
            Storage storage = MemoryStorage.empty(Clock.systemUTC());
            Changes changes = Changes.of(Shift.STORE, CommitId.of("1"));
            for (DayOfWeek day : DayOfWeek.values()) {
                Shift plain = Shift.at(day.getValue());
                changes.insert(
                        Shift.TABLE,
                        new Shift(
                                Shift.STORE,
                                plain.slot(),
                                day,
                                1,
                                List.of(),
                                Optional.empty(),
                                plain.planned(),
                                Optional.empty()));
            }
            storage.commit(changes);
            assertEquals(
                    Stream.of(DayOfWeek.values()).map(Enum::name).sorted().toList(),
                    storage.select(byDay).items().stream()
                            .map(row -> row.value().day().name())
                            .toList());
        }

        @Test
        void aKeyOfTheTableTakesValuesAndRawValues() {
            LocalDate date = LocalDate.of(2026, 3, 2);
            assertEquals(Key.of(Shift.STORE, date, 9L), Shift.TABLE.keyOf(Shift.STORE, date, 9));
            assertEquals(Key.of(Shift.STORE, date, 9L), Shift.TABLE.keyOf(Shift.STORE, date, 9L));
            assertEquals(
                    "The key of table shift is a store and [data_date DATE, slot LONG], not [2026-03-02]",
                    refusal(IllegalArgumentException.class, () -> Shift.TABLE.keyOf(Shift.STORE, date)));
            assertEquals(
                    "Column shift.slot is LONG and takes Integer or Long, not the String 9",
                    refusal(IllegalArgumentException.class, () -> Shift.TABLE.keyOf(Shift.STORE, date, "9")));
        }
    }

    @Nested
    class Mapping {
        @Test
        void aColumnMappedTwiceReadsBothWays() {
            Column<SlotId> slot = Column.count("slot", "of one date")
                    .as(SlotId.class, number -> SlotId.of(LocalDate.EPOCH, number), SlotId::number);
            Table<SlotId> table = Table.<SlotId>of("slots", id -> Shift.STORE)
                    .column(slot, id -> id)
                    .key(slot)
                    .reads(row -> row.get(slot));
            Row row = table.write(SlotId.of(LocalDate.EPOCH, 7));
            assertEquals(List.of("S1", 7L), row.values());
            assertEquals(SlotId.of(LocalDate.EPOCH, 7), table.read(row));
        }

        @Test
        void toATypeThatRawValuesHaveIsRefused() {
            assertEquals(
                    "Column name keeps String and cannot map it to String: a query could not tell the two apart",
                    refusal(
                            IllegalArgumentException.class,
                            () -> Column.text("name", "who").as(String.class, String::strip, text -> text)));
            assertEquals(
                    "Column name keeps String and cannot map it to Object: a query could not tell the two apart",
                    refusal(
                            IllegalArgumentException.class,
                            () -> Column.text("name", "who").as(Object.class, ActorId::of, ActorId::value)));
        }

        @Test
        void theUnmappedColumnIsTheSameButForItsValues() {
            Column<?> raw = Shift.DAY.unmapped();
            assertEquals("week_day TEXT the day of the week", raw + " " + raw.comment());
            assertSame(raw, raw.unmapped());
            assertSame(Shift.DATE, Shift.DATE.unmapped());
        }

        @Test
        void aMappingThatGivesNothingIsRefused() {
            Map<String, String> none = Map.of();
            Column<ActorId> lost = Column.text("who", "who").as(ActorId.class, ActorId::of, id -> none.get(id.value()));
            Table<ActorId> table = Table.<ActorId>of("lost", id -> Shift.STORE)
                    .optional(lost, Optional::of)
                    .key()
                    .reads(row -> row.get(lost));
            assertEquals("who", refusal(NullPointerException.class, () -> table.write(ActorId.of("op-1"))));
        }

        @Test
        void theReaderOfAListIsToldThePlaceOfEveryElement() {
            Column<List<String>> words = Column.list("words", "some", JsonReader::path, Json::of);
            Table<List<String>> table = Table.<List<String>>of("words", list -> Shift.STORE)
                    .column(words, list -> list)
                    .key()
                    .reads(row -> row.get(words));
            assertEquals(List.of("$[0]", "$[1]"), table.read(table.write(List.of("a", "b"))));
        }
    }
}
