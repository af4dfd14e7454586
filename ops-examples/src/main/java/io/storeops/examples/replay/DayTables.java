package io.storeops.examples.replay;

import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.SubjectDay;
import io.storeops.figures.SubjectKind;
import io.storeops.reporting.Attainment;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.DayState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The slots of the date, and its totals when it became provisional and final. */
final class DayTables {
    private static final List<String> SLOT_COLUMNS = List.of(
            "data_date",
            "subject_kind",
            "subject_id",
            "slot",
            "amount_minor",
            "visitors",
            "buyers",
            "conversion",
            "status");
    private static final List<String> DAY_COLUMNS = List.of(
            "data_date",
            "subject_id",
            "slots",
            "day_state",
            "state_since",
            "amount_minor",
            "visitors",
            "buyers",
            "conversion",
            "target_attainment");

    private final DayBook book;
    private final Optional<Attainment> target;
    private final Notation notation;

    DayTables(DayBook book, Optional<Attainment> target, Notation notation) {
        this.book = book;
        this.target = target;
        this.notation = notation;
    }

    CsvTable slots() {
        List<List<String>> rows = new ArrayList<>();
        for (SubjectDay day : book.subjectDays()) {
            for (int slot = 1; slot <= day.slots().size(); slot++) {
                rows.add(row(day, slot));
            }
        }
        return CsvTable.of("slots.csv", SLOT_COLUMNS, rows);
    }

    private static List<String> row(SubjectDay day, int slot) {
        Figures figures = day.slot(slot);
        List<String> row = new ArrayList<>(List.of(
                day.date().toString(),
                day.subject().kind().name(),
                day.subject().id(),
                Integer.toString(slot)));
        row.addAll(Notation.line(figures));
        row.add(Metric.keyMetrics().stream().allMatch(figures::has) ? "PRESENT" : "MISSING");
        return row;
    }

    CsvTable day() {
        List<List<String>> rows = new ArrayList<>();
        int boundaries = book.day().plan().boundaries().size();
        book.releases().stream()
                .filter(release -> release.slot().number() == boundaries && release.version() == 1)
                .flatMap(release -> release.acceptedAt().stream())
                .forEach(since -> state(book.asOf(since), boundaries, DayState.Phase.PROVISIONAL, since, rows));
        if (book.state().phase() == DayState.Phase.FINAL) {
            book.state().since().ifPresent(since -> state(book, boundaries + 1, DayState.Phase.FINAL, since, rows));
        }
        return CsvTable.of("day.csv", DAY_COLUMNS, rows);
    }

    private void state(DayBook then, int slots, DayState.Phase phase, Instant since, List<List<String>> rows) {
        for (SubjectDay day : then.figures().subjectDays(slots)) {
            List<String> row = new ArrayList<>(List.of(
                    day.date().toString(),
                    day.subject().id(),
                    Integer.toString(slots),
                    phase.name(),
                    notation.instant(since)));
            row.addAll(Notation.line(day.totals()));
            row.add(day.subject().kind() == SubjectKind.STORE ? attainment(day) : "");
            rows.add(row);
        }
    }

    /** A target may cover more than the day; what the other days brought counts with it. */
    private String attainment(SubjectDay shown) {
        return target.map(known -> known.target()
                        .attainment(known.actualMinor() - paidInAll() + paid(shown))
                        .ratio()
                        .text("N/A"))
                .orElse("N/A");
    }

    private long paidInAll() {
        return book.subjectDays().stream()
                .filter(day -> day.subject().kind() == SubjectKind.STORE)
                .mapToLong(DayTables::paid)
                .sum();
    }

    private static long paid(SubjectDay day) {
        return day.totals().find(Metric.AMOUNT).orElse(0);
    }
}
