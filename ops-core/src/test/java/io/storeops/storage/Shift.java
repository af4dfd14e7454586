package io.storeops.storage;

import io.storeops.calendar.SlotId;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A record of which no column is kept as the record has it. */
record Shift(
        StoreId store,
        SlotId slot,
        DayOfWeek day,
        int people,
        List<SlotId> breaks,
        Optional<DayOfWeek> restDay,
        Sign planned,
        Optional<Sign> approved) {
    static final StoreId STORE = StoreId.of("S1");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static final Column<LocalDate> DATE = Column.date("data_date", "the date");
    static final Column<Integer> NUMBER = Column.count("slot", "the slot's number");
    static final Column<DayOfWeek> DAY = Column.constant("week_day", "the day of the week", DayOfWeek.class);
    static final Column<Integer> PEOPLE = Column.count("people", "how many people");
    private static final Column<List<SlotId>> BREAKS = Column.list(
            "breaks", "pauses", place -> place.as("is not a slot", SlotId::parse), slot -> Json.of(slot.toString()));
    private static final Column<DayOfWeek> REST = Column.constant("rest_day", "the day off", DayOfWeek.class);
    static final Column<ActorId> PLANNED_BY = Column.actor("planned_by", "who planned it");
    private static final Column<ActorId> APPROVED_BY = Column.actor("approved_by", "who approved it");
    static final ColumnGroup<SlotId> SLOT = ColumnGroup.of(SlotId.class)
            .column(DATE, SlotId::date)
            .column(NUMBER, SlotId::number)
            .reads(row -> SlotId.of(row.get(DATE), row.get(NUMBER)));
    static final ColumnGroup<Sign> PLANNED = sign("planned", PLANNED_BY);
    static final ColumnGroup<Sign> APPROVED = sign("approved", APPROVED_BY);

    static final Table<Shift> TABLE = Table.of("shift", Shift::store)
            .group(SLOT, Shift::slot)
            .column(DAY, Shift::day)
            .column(PEOPLE, Shift::people)
            .column(BREAKS, Shift::breaks)
            .optional(REST, Shift::restDay)
            .group(PLANNED, Shift::planned)
            .optional(APPROVED, Shift::approved)
            .key(DATE, NUMBER)
            .path("by_day", DAY, PEOPLE)
            .path("by_planner", PLANNED_BY)
            .reads(row -> new Shift(
                    row.store(),
                    row.get(SLOT),
                    row.get(DAY),
                    row.get(PEOPLE),
                    row.get(BREAKS),
                    row.find(REST),
                    row.get(PLANNED),
                    row.find(APPROVED)));

    private static ColumnGroup<Sign> sign(String verb, Column<ActorId> by) {
        Column<Instant> at = Column.instant(verb + "_at", "when");
        Column<CommandId> command =
                Column.text(verb + "_in", "in which command").as(CommandId.class, CommandId::of, CommandId::value);
        return ColumnGroup.of(Sign.class)
                .column(by, Sign::by)
                .column(at, Sign::at)
                .personal(command, Sign::command)
                .reads(row -> new Sign(row.get(by), row.get(at), row.find(command)));
    }

    /** Who did something, and when. */
    record Sign(ActorId by, Instant at, Optional<CommandId> command) {}

    static Shift at(int number) {
        return new Shift(
                STORE,
                SlotId.of(LocalDate.of(2026, 3, 2), number),
                DayOfWeek.MONDAY,
                3,
                List.of(),
                Optional.empty(),
                new Sign(ActorId.of("op-1"), NOON, Optional.empty()),
                Optional.empty());
    }
}
