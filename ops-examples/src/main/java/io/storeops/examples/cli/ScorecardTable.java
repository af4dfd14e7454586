package io.storeops.examples.cli;

import io.storeops.examples.replay.CsvTable;
import io.storeops.json.Json;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.scorecard.CountedRecord;
import io.storeops.scorecard.ScoreLine;
import io.storeops.scorecard.Scorecard;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Key figures and what they count, for people and for files.
 *
 * @param zone the store's
 * @param out where people read
 */
record ScorecardTable(ZoneId zone, PrintStream out) {
    private static final String EXCUSED = "EXCUSED:";
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    /** As the scenarios' kpi.csv and kpi-person.csv have it; the target is nobody's fault, so nothing of it is excused. */
    CsvTable csv(Scorecard scorecard) {
        List<String> columns = Stream.concat(
                        scorecard.person().map(person -> "person").stream(), Stream.of("id", "n", "d", "percent"))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        scorecard.lines().forEach(line -> rows.add(row(scorecard, line.kpi().id(), line.raw())));
        excusable(scorecard)
                .forEach(line -> rows.add(row(scorecard, EXCUSED + line.kpi().id(), line.excused())));
        return CsvTable.of("scorecard.csv", columns, rows);
    }

    private static Stream<ScoreLine> excusable(Scorecard scorecard) {
        return scorecard.lines().stream().filter(line -> line.kpi() != Kpi.TARGET);
    }

    private static List<String> row(Scorecard scorecard, String id, Ratio ratio) {
        return Stream.concat(
                        scorecard.person().stream().map(person -> person.value()),
                        Stream.of(id, Long.toString(ratio.n()), Long.toString(ratio.d()), ratio.text("N/A")))
                .toList();
    }

    Json json(Scorecard scorecard) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("store", Json.of(scorecard.store().value()));
        scorecard.person().ifPresent(person -> members.put("person", Json.of(person.value())));
        members.put("from", Json.of(scorecard.from().toString()));
        members.put("to", Json.of(scorecard.to().toString()));
        members.put("as_of", Json.of(written(scorecard.asOf())));
        members.put("kpi", figures(scorecard.lines().stream(), ScoreLine::raw));
        members.put("excused", figures(excusable(scorecard), ScoreLine::excused));
        return Json.object(members);
    }

    private static Json figures(Stream<ScoreLine> lines, Function<ScoreLine, Ratio> figure) {
        Map<String, Json> figures = new LinkedHashMap<>();
        lines.forEach(line -> figures.put(line.kpi().id(), ratio(figure.apply(line))));
        return Json.object(figures);
    }

    private static Json ratio(Ratio ratio) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("n", Json.of(ratio.n()));
        members.put("d", Json.of(ratio.d()));
        members.put("percent", Json.of(ratio.text("N/A")));
        return Json.object(members);
    }

    void print(Scorecard scorecard) {
        out.println("Scorecard of "
                + scorecard.person().map(person -> person + " in store ").orElse("store ") + scorecard.store() + ", "
                + scorecard.from() + " to " + scorecard.to() + " " + zone + ", as of " + written(scorecard.asOf()));
        TextTable table = new TextTable().row("kpi", "n/d", "percent", "excused n/d", "excused percent");
        scorecard
                .lines()
                .forEach(line -> table.row(
                        line.kpi().id() + " " + line.kpi().english(),
                        whole(line.raw()),
                        line.raw().text("N/A"),
                        line.kpi() == Kpi.TARGET ? "" : whole(line.excused()),
                        line.kpi() == Kpi.TARGET ? "" : line.excused().text("N/A")));
        table.print(out);
    }

    private static String whole(Ratio ratio) {
        return ratio.n() + "/" + ratio.d();
    }

    CsvTable csv(Kpi kpi, List<CountedRecord> records) {
        return CsvTable.of(
                "records.csv",
                List.of("id", "record", "due_at", "n", "d", "excused", "counted"),
                records.stream()
                        .map(each -> List.of(
                                kpi.id(),
                                each.target().toString(),
                                written(each.due()),
                                Long.toString(each.counted().n()),
                                Long.toString(each.counted().d()),
                                Long.toString(each.excused()),
                                counted(each)))
                        .toList());
    }

    private static String counted(CountedRecord each) {
        if (each.in()) {
            return "in";
        }
        return each.counted().n() == 0 ? "out" : "in part";
    }

    Json json(Kpi kpi, List<CountedRecord> records) {
        CsvTable table = csv(kpi, records);
        return Json.array(table.rows().stream().map(row -> object(table, row)).toList());
    }

    private static Json object(CsvTable table, CsvTable.Row row) {
        Map<String, Json> members = new LinkedHashMap<>();
        table.columns().forEach(column -> members.put(column, Json.of(row.text(column))));
        return Json.object(members);
    }

    void print(Kpi kpi, List<CountedRecord> records) {
        CsvTable table = csv(kpi, records);
        TextTable shown = new TextTable().row("record", "due_at", "n", "d", "excused", "counted");
        table.rows().forEach(row -> shown.row(row.cells().subList(1, row.cells().size())));
        shown.print(out);
        Ratio sum = records.stream().map(CountedRecord::counted).reduce(Ratio.of(0, 0), Ratio::and);
        out.println(kpi.id() + " " + kpi.english() + ": " + whole(sum) + " " + sum.text("N/A") + " of " + records.size()
                + (records.size() == 1 ? " record." : " records."));
    }

    private String written(Instant instant) {
        return INSTANT.format(instant.atZone(zone));
    }
}
