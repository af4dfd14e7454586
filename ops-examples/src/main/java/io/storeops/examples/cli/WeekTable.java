package io.storeops.examples.cli;

import io.storeops.calendar.IsoWeek;
import io.storeops.catalog.Store;
import io.storeops.document.Cell;
import io.storeops.examples.replay.CsvTable;
import io.storeops.kpi.Ratio;
import io.storeops.report.ReportFigure;
import io.storeops.report.ReportSection;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The figures of a week's report, a row each.
 *
 * @param store whose zone and words they are in
 * @param week the week
 * @param sections the sections in order
 */
record WeekTable(Store store, IsoWeek week, List<ReportSection> sections) {
    private static final List<String> COLUMNS =
            List.of("section", "figure", "of", "value", "n", "d", "percent", "label");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    WeekTable {
        sections = List.copyOf(sections);
    }

    String title() {
        return "Weekly report " + week + " of store " + store.id() + ", " + week.monday() + " to " + week.sunday() + " "
                + store.zone() + ", amounts in " + store.currency();
    }

    String written(Instant instant) {
        return MINUTE.format(instant.atZone(store.zone()));
    }

    /** Amounts in minor units; of a share its whole numbers. A section with nothing to report has why, or nothing at all. */
    CsvTable csv() {
        List<List<String>> rows = new ArrayList<>();
        for (ReportSection section : sections) {
            section.none().ifPresent(reason -> rows.add(row(section, "none", reason)));
            if (!section.filled()) {
                rows.add(row(section, "", ""));
            }
            section.figures().forEach(figure -> rows.add(row(section, figure)));
        }
        return CsvTable.of("week.csv", COLUMNS, rows);
    }

    private static List<String> row(ReportSection section, String figure, String value) {
        return List.of(section.id(), figure, "", value, "", "", "", "");
    }

    private static List<String> row(ReportSection section, ReportFigure figure) {
        boolean share = figure.value() instanceof Cell.Share;
        Ratio ratio = figure.value() instanceof Cell.Share of ? of.ratio() : Ratio.of(0, 0);
        return List.of(
                section.id(),
                figure.key(),
                figure.of().orElse(""),
                share ? "" : value(figure.value()),
                share ? Long.toString(ratio.n()) : "",
                share ? Long.toString(ratio.d()) : "",
                share ? ratio.text("N/A") : "",
                figure.label().text());
    }

    private static String value(Cell cell) {
        return cell instanceof Cell.Amount amount
                ? Long.toString(amount.money().minor())
                : cell.shown().text();
    }

    /** For people: a table for each section, amounts in major units. */
    void print(PrintStream out) {
        for (ReportSection section : sections) {
            out.println();
            out.println(section.id()
                    + (section.filled() ? "" : ": no record")
                    + section.none().map(reason -> ": none, " + reason).orElse(""));
            TextTable table = new TextTable().row("figure", "value");
            section.figures().forEach(figure -> table.row(figure.label().text(), shown(figure.value())));
            if (!section.figures().isEmpty()) {
                table.print(out);
            }
        }
    }

    private static String shown(Cell cell) {
        return cell instanceof Cell.Share share
                ? share.ratio().n() + "/" + share.ratio().d() + " "
                        + share.ratio().text("N/A")
                : cell.shown().text();
    }
}
