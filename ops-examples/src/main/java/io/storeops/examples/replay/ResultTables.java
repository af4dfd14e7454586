package io.storeops.examples.replay;

import io.storeops.kpi.Ratio;
import io.storeops.kpi.Score;
import io.storeops.reporting.Attainment;
import io.storeops.reporting.DataReporting;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.DayState;
import io.storeops.reporting.Figures;
import io.storeops.reporting.Intake;
import io.storeops.reporting.Metric;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotChange;
import io.storeops.reporting.SubjectDay;
import io.storeops.reporting.SubjectKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes down what the library knows at the end of a replay, in the tables of the scenario. */
final class ResultTables {
    private static final DateTimeFormatter BOUNDARY = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final Scenario scenario;
    private final DataReporting reporting;
    private final DayBook book;
    private final ZoneId zone;

    /**
     * The tables as of now.
     *
     * @param scenario the scenario
     * @param reporting the desk that looks
     */
    ResultTables(Scenario scenario, DataReporting reporting) {
        this.scenario = scenario;
        this.reporting = reporting;
        this.book = reporting.dayBook(scenario.store(), scenario.dataDate());
        this.zone = scenario.zone();
    }

    List<CsvTable> all(List<CsvTable.Row> intakes) {
        return List.of(
                new CsvTable("readings.csv", INTAKE_COLUMNS, intakes),
                slots(),
                releases(),
                restatements(),
                day(),
                kpi());
    }

    private static final List<String> INTAKE_COLUMNS = List.of("seq", "outcome", "code");

    static CsvTable.Row intake(Arrival arrival, Intake intake) {
        return new CsvTable.Row(
                "readings.csv",
                0,
                INTAKE_COLUMNS,
                List.of(
                        arrival.seq(),
                        intake.taking().name(),
                        intake.code() == Intake.Code.NONE ? "" : intake.code().name()));
    }

    private CsvTable slots() {
        List<List<String>> rows = new ArrayList<>();
        for (SubjectDay day : book.subjectDays()) {
            for (int slot = 1; slot <= day.slots().size(); slot++) {
                Figures figures = day.slot(slot);
                boolean present = Metric.keyMetrics().stream().allMatch(figures::has);
                List<String> row = new ArrayList<>(List.of(
                        scenario.dataDate().toString(),
                        day.subject().kind().name(),
                        day.subject().id(),
                        Integer.toString(slot)));
                row.addAll(line(figures));
                row.add(present ? "PRESENT" : "MISSING");
                rows.add(row);
            }
        }
        return CsvTable.of(
                "slots.csv",
                List.of(
                        "data_date",
                        "subject_kind",
                        "subject_id",
                        "slot",
                        "amount_minor",
                        "visitors",
                        "buyers",
                        "conversion",
                        "status"),
                rows);
    }

    private CsvTable releases() {
        List<List<String>> rows = new ArrayList<>();
        for (Release release : bySlot()) {
            boolean first = release.version() == 1;
            List<String> row = new ArrayList<>(List.of(
                    name(release),
                    Integer.toString(release.version()),
                    boundary(release.boundary()),
                    first ? instant(release.dueAt()) : "",
                    release.acceptedAt().map(this::instant).orElse(""),
                    release.timeliness().name(),
                    Integer.toString(release.slot().number()),
                    release.complete() ? "yes" : "no",
                    String.join(
                            ";",
                            release.missing().stream()
                                    .map(missing -> missing.subject().id())
                                    .distinct()
                                    .toList())));
            row.addAll(line(release.storeDay().totals()));
            rows.add(row);
        }
        return CsvTable.of(
                "releases.csv",
                List.of(
                        "release",
                        "version",
                        "boundary",
                        "due_at",
                        "accepted_at",
                        "timeliness",
                        "slot_closed",
                        "complete",
                        "missing",
                        "amount_minor",
                        "visitors",
                        "buyers",
                        "conversion"),
                rows);
    }

    private CsvTable restatements() {
        List<List<String>> rows = new ArrayList<>();
        for (Release release : bySlot()) {
            for (SlotChange change : release.changes()) {
                rows.add(List.of(
                        name(release),
                        Integer.toString(release.version()),
                        change.reason().map(Enum::name).orElse(""),
                        change.subject().id(),
                        Integer.toString(change.slot().number()),
                        change.metric().column(),
                        change.before().map(value -> Long.toString(value)).orElse(""),
                        change.now().map(value -> Long.toString(value)).orElse(""),
                        conversion(change.beforeConversion()),
                        conversion(change.nowConversion())));
            }
        }
        return CsvTable.of(
                "restatements.csv",
                List.of(
                        "release",
                        "version",
                        "reason",
                        "subject_id",
                        "slot",
                        "field",
                        "old",
                        "new",
                        "old_conversion",
                        "new_conversion"),
                rows);
    }

    /** The totals when the day became PROVISIONAL, and those of the FINAL day. */
    private CsvTable day() {
        List<List<String>> rows = new ArrayList<>();
        int boundaries = book.day().plan().boundaries().size();
        bySlot().stream()
                .filter(release -> release.slot().number() == boundaries && release.version() == 1)
                .flatMap(release -> release.acceptedAt().stream())
                .findFirst()
                .ifPresent(since -> state(book.asOf(since), boundaries, DayState.Phase.PROVISIONAL, since, rows));
        if (book.state().phase() == DayState.Phase.FINAL) {
            book.state().since().ifPresent(since -> state(book, boundaries + 1, DayState.Phase.FINAL, since, rows));
        }
        return CsvTable.of(
                "day.csv",
                List.of(
                        "data_date",
                        "subject_id",
                        "slots",
                        "day_state",
                        "state_since",
                        "amount_minor",
                        "visitors",
                        "buyers",
                        "conversion",
                        "target_attainment"),
                rows);
    }

    private void state(DayBook then, int slots, DayState.Phase phase, Instant since, List<List<String>> rows) {
        for (SubjectDay day : then.subjectDays(slots)) {
            List<String> row = new ArrayList<>(List.of(
                    scenario.dataDate().toString(),
                    day.subject().id(),
                    Integer.toString(slots),
                    phase.name(),
                    instant(since)));
            row.addAll(line(day.totals()));
            row.add(day.subject().kind() == SubjectKind.STORE ? attainment(day) : "");
            rows.add(row);
        }
    }

    /** A target may cover more than the day; what the other days brought counts with it. */
    private String attainment(SubjectDay shown) {
        return target().map(known -> {
                    long otherDays = known.actualMinor() - paid(storeDay());
                    return known.target()
                            .attainment(otherDays + paid(shown))
                            .ratio()
                            .text("N/A");
                })
                .orElse("N/A");
    }

    private SubjectDay storeDay() {
        return book.subjectDays().stream()
                .filter(day -> day.subject().kind() == SubjectKind.STORE)
                .findFirst()
                .orElseThrow();
    }

    private static long paid(SubjectDay day) {
        return day.totals().find(Metric.AMOUNT).orElse(0);
    }

    private Optional<Attainment> target() {
        return reporting.attainment(scenario.store(), scenario.dataDate());
    }

    private CsvTable kpi() {
        List<Score> scores = new ArrayList<>(
                reporting.quality(scenario.store(), scenario.dataDate(), scenario.dataDate(), book.knownAt()));
        target().ifPresent(target -> scores.add(target.score()));
        return CsvTable.of(
                "kpi.csv",
                List.of("id", "n", "d", "percent"),
                scores.stream()
                        .map(score -> List.of(
                                score.kpi().id(),
                                Long.toString(score.ratio().n()),
                                Long.toString(score.ratio().d()),
                                score.ratio().text("N/A")))
                        .toList());
    }

    private List<Release> bySlot() {
        return book.releases().stream()
                .sorted(Comparator.comparing(Release::slot).thenComparing(Release::version))
                .toList();
    }

    /** Amount, visitors, buyers and conversion; an empty cell is a missing value. */
    private static List<String> line(Figures figures) {
        List<String> cells = new ArrayList<>();
        for (Metric metric : Metric.keyMetrics()) {
            cells.add(figures.has(metric) ? Long.toString(figures.get(metric)) : "");
        }
        cells.add(conversion(figures.conversion()));
        return cells;
    }

    private static String conversion(Optional<Ratio> ratio) {
        return ratio.map(known -> known.text("-")).orElse("");
    }

    private static String name(Release release) {
        return String.format(Locale.ROOT, "P%02d", release.slot().number());
    }

    private static String boundary(LocalDateTime boundary) {
        return BOUNDARY.format(boundary);
    }

    private String instant(Instant instant) {
        return INSTANT.format(instant.atZone(zone));
    }
}
