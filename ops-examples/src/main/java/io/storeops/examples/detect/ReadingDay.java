package io.storeops.examples.detect;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.detection.Counts;
import io.storeops.examples.replay.CsvTable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The readings of one open day: cumulative figures by boundary, of which slots are the differences. A boundary that was not read, or
 * read too late to be known when its slot was judged, leaves both slots that touch it missing; so does a counter that falls.
 *
 * @param date the date
 * @param slots how many slots the plan has
 * @param read by the number of the slot that it closes, the reading of each boundary
 */
record ReadingDay(LocalDate date, int slots, SortedMap<Integer, CsvTable.Row> read) {
    ReadingDay {
        requireNonNull(date, "date");
        requireNonNull(read, "read");
    }

    /** The open days from the first reading to the last; a day without any reading is open and missing, unless it was closed. */
    static List<ReadingDay> of(List<CsvTable.Row> rows, SlotPlan plan, ZoneId zone, Set<LocalDate> closed) {
        NavigableMap<LocalDate, SortedMap<Integer, CsvTable.Row>> read = new TreeMap<>();
        for (CsvTable.Row row : rows) {
            LocalDateTime boundary =
                    row.as("boundary", "is not a local date and time (as in 2024-06-16T09:00)", LocalDateTime::parse);
            SlotId slot = plan.slotClosedAt(boundary)
                    .orElseThrow(() -> new IllegalArgumentException(row.file() + ", line " + row.line() + ": "
                            + boundary + " is not a boundary of the slot plan " + plan.boundaries()));
            SortedMap<Integer, CsvTable.Row> day = read.computeIfAbsent(slot.date(), date -> new TreeMap<>());
            if (arrivedInTime(row, slot, plan, zone)) {
                day.put(slot.number(), row);
            }
        }
        List<ReadingDay> days = new ArrayList<>();
        if (!read.isEmpty()) {
            read.firstKey().datesUntil(read.lastKey().plusDays(1)).forEach(date -> {
                if (read.containsKey(date) || !closed.contains(date)) {
                    days.add(new ReadingDay(date, plan.slots(), read.getOrDefault(date, new TreeMap<>())));
                }
            });
        }
        return days;
    }

    /** The last slot's reading comes the next morning, with the first boundary's; every other within the time to collect. */
    private static boolean arrivedInTime(CsvTable.Row row, SlotId slot, SlotPlan plan, ZoneId zone) {
        LocalDateTime known = slot.number() == plan.slots()
                ? slot.date().plusDays(1).atTime(plan.boundaries().get(0))
                : plan.boundaryOf(slot);
        OffsetDateTime arrived = row.as(
                "arrived_at", "is not a time with its offset (as in 2024-06-16T09:01:00+08:00)", OffsetDateTime::parse);
        return !arrived.toInstant().isAfter(known.atZone(zone).toInstant().plus(plan.collectBy()));
    }

    /** A figure slot by slot. */
    Counts counts(String column) {
        List<OptionalLong> counts = new ArrayList<>();
        OptionalLong before = OptionalLong.of(0);
        for (int number = 1; number <= slots; number++) {
            OptionalLong now = cumulative(column, number);
            boolean known = before.isPresent() && now.isPresent() && now.getAsLong() >= before.getAsLong();
            counts.add(known ? OptionalLong.of(now.getAsLong() - before.getAsLong()) : OptionalLong.empty());
            before = now;
        }
        return Counts.of(counts);
    }

    /** The figure of the whole day. */
    OptionalLong total(String column) {
        return cumulative(column, slots);
    }

    /** Whether a figure was measured on this day at all. */
    boolean has(String column) {
        return read.values().stream().anyMatch(row -> !row.text(column).isEmpty());
    }

    private OptionalLong cumulative(String column, int number) {
        CsvTable.Row row = read.get(number);
        return row == null
                ? OptionalLong.empty()
                : row.find(column, "is not a whole number", Long::parseLong)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty());
    }
}
