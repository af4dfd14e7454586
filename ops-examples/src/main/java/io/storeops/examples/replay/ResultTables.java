package io.storeops.examples.replay;

import io.storeops.figures.Intake;
import io.storeops.kpi.Score;
import io.storeops.reporting.Attainment;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.SlotReporting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what the library knows at the end of a replay, in the tables of the scenario. */
final class ResultTables {
    private static final String READINGS = "readings.csv";
    private static final List<String> INTAKE_COLUMNS = List.of("seq", "outcome", "code");

    private final Scenario scenario;
    private final SlotReporting reporting;

    /**
     * The tables as of now.
     *
     * @param scenario the scenario
     * @param reporting the desk that looks
     */
    ResultTables(Scenario scenario, SlotReporting reporting) {
        this.scenario = scenario;
        this.reporting = reporting;
    }

    List<CsvTable> all(List<CsvTable.Row> intakes) {
        DayBook book = reporting.dayBook(scenario.store(), scenario.dataDate());
        Optional<Attainment> target = reporting.attainment(scenario.store(), scenario.dataDate());
        Notation notation = new Notation(scenario.zone());
        DayTables day = new DayTables(book, target, notation);
        ReleaseTables releases = new ReleaseTables(book.releases(), notation);
        return List.of(
                new CsvTable(READINGS, INTAKE_COLUMNS, intakes),
                day.slots(),
                releases.releases(),
                releases.restatements(),
                day.day(),
                kpi(book, target));
    }

    static CsvTable.Row intake(Arrival arrival, Intake intake) {
        String code = intake.code() == Intake.Code.NONE ? "" : intake.code().name();
        return new CsvTable.Row(
                READINGS,
                0,
                INTAKE_COLUMNS,
                List.of(arrival.seq(), intake.taking().name(), code));
    }

    private CsvTable kpi(DayBook book, Optional<Attainment> target) {
        List<Score> scores = new ArrayList<>(
                reporting.quality(scenario.store(), scenario.dataDate(), scenario.dataDate(), book.knownAt()));
        target.ifPresent(known -> scores.add(known.score()));
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
}
