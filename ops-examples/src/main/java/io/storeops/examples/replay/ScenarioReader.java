package io.storeops.examples.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.enrolment.Enrolment;
import io.storeops.enrolment.EnrolmentDocument;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Restatement;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectKind;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.spi.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads a scenario's folder: catalog.json, roster.json, readings.csv and events.jsonl. */
public final class ScenarioReader {
    private static final String CATALOG = "catalog.json";
    private static final String ROSTER = "roster.json";
    private static final String READINGS = "readings.csv";
    private static final String EVENTS = "events.jsonl";
    private static final String INSTANT_RULE = "is not an instant (expected ISO 8601 with offset)";

    private final Path folder;

    private ScenarioReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a scenario.
     *
     * @param folder the folder
     * @return the scenario
     * @throws AdapterException if a file is not there or a row breaks a rule, with file, line and column
     * @throws io.storeops.json.DocumentException if a document breaks a rule, with file, JSON path, value and rule
     */
    public static Scenario read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AdapterException(
                    FaultKind.NOT_FOUND,
                    "There is no folder " + folder + ". Name a folder with " + CATALOG + ", " + ROSTER + ", " + READINGS
                            + " and " + EVENTS);
        }
        return new ScenarioReader(folder).read();
    }

    private Scenario read() {
        Json catalog = JsonCodec.read(folder.resolve(CATALOG));
        Enrolment enrolment = EnrolmentDocument.read(
                CATALOG,
                SourceAccount.inCatalog(ScenarioMembers.without(catalog)),
                ROSTER,
                SourceAccount.inRoster(JsonCodec.read(folder.resolve(ROSTER))));
        SlotPlan plan = enrolment.roster().slotPlan();
        JsonReader document = JsonReader.root(CATALOG, catalog);
        Optional<JsonReader> period = document.findMember("kpi_period");
        LocalDate from = period.map(place -> date(place, "from")).orElseGet(() -> date(document, "data_date"));
        LocalDate to = period.map(place -> date(place, "to")).orElse(from);
        if (from.isAfter(to)) {
            throw period.orElse(document).refusal("ends before it begins");
        }
        List<Arrival> arrivals = CsvTable.read(folder.resolve(READINGS)).rows().stream()
                .map(row -> arrival(row, plan))
                .sorted(Comparator.comparing(Arrival::at))
                .toList();
        List<Command> commands = commands();
        return new Scenario(
                enrolment,
                ScenarioMembers.facts(document, Scenario.begin(arrivals, commands)),
                ScenarioMembers.readable(document),
                PlannedActivity.told(document),
                ScenarioMembers.references(document),
                from,
                to,
                arrivals,
                commands);
    }

    private static LocalDate date(JsonReader place, String member) {
        return place.member(member).as("is not a date (expected yyyy-MM-dd)", LocalDate::parse);
    }

    private static Arrival arrival(CsvTable.Row row, SlotPlan plan) {
        Subject subject = new Subject(
                row.as("subject_kind", "is none of STORE, ITEM, COMPETITOR", SubjectKind::valueOf),
                row.text("subject_id"));
        Figures.Builder figures = Figures.builder();
        for (Metric metric : Metric.keyMetrics()) {
            figures.setIfPresent(metric, row.find(metric.column(), "is not a whole number", Long::valueOf));
        }
        SlotId slot = row.as(
                "boundary",
                "is not a boundary of the roster's slot plan (expected something like 2024-06-16T09:00)",
                text -> plan.slotClosedAt(LocalDateTime.parse(text)).orElseThrow());
        return new Arrival(
                row.text("seq"),
                instant(row, "arrived_at"),
                new Reading(
                        subject,
                        slot,
                        instant(row, "observed_at"),
                        figures.build(),
                        Semantics.CUMULATIVE_DAY,
                        row.as("quality", "is none of ACTUAL, ESTIMATED", Quality::valueOf),
                        row.columns().contains("source") ? row.text("source") : READINGS,
                        row.find("reason", "is none of OPERATOR_ERROR, PLATFORM", Restatement::valueOf)));
    }

    private static Instant instant(CsvTable.Row row, String column) {
        return row.as(column, INSTANT_RULE, text -> OffsetDateTime.parse(text).toInstant());
    }

    private List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        int number = 0;
        for (String line : lines(folder.resolve(EVENTS))) {
            number++;
            if (!line.isBlank()) {
                String name = EVENTS + ":" + number;
                commands.add(Command.read(JsonReader.root(name, JsonCodec.parse(name, line))));
            }
        }
        commands.sort(Comparator.comparing(Command::at));
        return commands;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, UTF_8);
        } catch (IOException e) {
            throw new AdapterException(FaultKind.NOT_FOUND, file + " cannot be read as UTF-8 text: " + e, e);
        }
    }
}
