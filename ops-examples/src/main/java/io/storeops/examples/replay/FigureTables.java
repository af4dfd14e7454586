package io.storeops.examples.replay;

import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.Slot;
import io.storeops.figures.Figures;
import io.storeops.figures.MergedSpan;
import io.storeops.figures.Metric;
import io.storeops.figures.SubjectDay;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code slots.csv}, {@code merged.csv} and {@code spans.csv}: what the readings came to.
 *
 * @param books what is known of its dates
 * @param notation how values are written
 */
record FigureTables(Books books, Notation notation) {
    private record SlotRow(SubjectDay day, int slot) {
        Figures figures() {
            return day.slot(slot);
        }

        String status() {
            long present = Metric.keyMetrics().stream().filter(figures()::has).count();
            if (present == 0) {
                return "MISSING";
            }
            return present == Metric.keyMetrics().size() ? "PRESENT" : "PARTIAL";
        }
    }

    private record SpanRow(BusinessDay day, SubjectDay subjectDay, int first, int last, Figures figures) {
        LocalDateTime from() {
            return first == 1
                    ? day.date().atStartOfDay()
                    : day.plan().boundaryOf(day.slot(first - 1).id());
        }

        LocalDateTime to() {
            return day.plan().boundaryOf(day.slot(last).id());
        }
    }

    ResultTable slots() {
        Stream<SlotRow> rows = books.days().stream()
                .flatMap(day -> day.book().subjectDays().stream())
                .flatMap(day -> IntStream.rangeClosed(1, day.slots().size()).mapToObj(slot -> new SlotRow(day, slot)));
        return new TableLayout<SlotRow>("slots.csv", notation)
                .key("data_date", row -> row.day().date())
                .column("subject_kind", row -> row.day().subject().kind())
                .key("subject_id", row -> row.day().subject().id())
                .key("slot", SlotRow::slot)
                .figures(SlotRow::figures)
                .column("status", SlotRow::status)
                .table(rows.toList());
    }

    /** Spans over boundaries without a reading: only what is merged has a value. */
    ResultTable merged() {
        List<SpanRow> rows = new ArrayList<>();
        for (Books.Day day : books.days()) {
            day.book()
                    .subjectDays()
                    .forEach(subjectDay -> rows.addAll(spans(day.book().day(), subjectDay)));
        }
        return new TableLayout<SpanRow>("merged.csv", notation)
                .key("data_date", row -> row.day().date())
                .key("subject_id", row -> row.subjectDay().subject().id())
                .key("from_slot", SpanRow::first)
                .key("to_slot", SpanRow::last)
                .column("from_boundary", SpanRow::from)
                .column("to_boundary", SpanRow::to)
                .figures(SpanRow::figures)
                .table(rows);
    }

    private static List<SpanRow> spans(BusinessDay day, SubjectDay subjectDay) {
        Map<List<Integer>, Figures.Builder> spans = new TreeMap<>(
                Comparator.<List<Integer>>comparingInt(ends -> ends.get(0)).thenComparingInt(ends -> ends.get(1)));
        for (MergedSpan span : subjectDay.merged()) {
            spans.computeIfAbsent(List.of(span.first(), span.last()), ends -> Figures.builder())
                    .set(span.metric(), span.value());
        }
        List<SpanRow> rows = new ArrayList<>();
        spans.forEach(
                (ends, figures) -> rows.add(new SpanRow(day, subjectDay, ends.get(0), ends.get(1), figures.build())));
        return rows;
    }

    /** Where the slots of each date lie on the time line. */
    ResultTable spans() {
        Stream<Slot> slots = books.days().stream().flatMap(day -> day.book().day().slots().stream());
        return new TableLayout<Slot>("spans.csv", notation)
                .key("data_date", slot -> slot.id().date())
                .key("slot", slot -> slot.id().number())
                .column("from_utc", slot -> slot.from().toString())
                .column("to_utc", slot -> slot.to().toString())
                .column("seconds", slot -> slot.length().toSeconds())
                .table(slots.toList());
    }
}
