package io.storeops.examples.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.calendar.SlotId;
import io.storeops.catalog.Money;
import io.storeops.enrolment.Enrolment;
import io.storeops.enrolment.EnrolmentDocument;
import io.storeops.examples.replay.CsvTable;
import io.storeops.figures.Figures;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Restatement;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectKind;
import io.storeops.spi.DefaultRoster;
import io.storeops.spi.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The day that the demonstration shows, read from the resources. Local times are the store's, amounts in major units. */
final class DemoDay {
    static final LocalDate DATE = LocalDate.of(2024, 6, 16);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]", Locale.ROOT);
    private static final String TIME_RULE = "is not a local time (expected something like 2024-06-16 09:00)";

    private final Enrolment enrolment;

    private DemoDay(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    static DemoDay load() {
        return new DemoDay(EnrolmentDocument.read(
                "catalog.json",
                JsonCodec.parse("catalog.json", resource("catalog.json")),
                DefaultRoster.NAME,
                DefaultRoster.effectiveFrom(DATE)));
    }

    Enrolment enrolment() {
        return enrolment;
    }

    /** Everything that happens, in order; at the same instant figures come in first. */
    List<DemoStep> steps() {
        List<DemoStep> steps = new ArrayList<>();
        table("readings.csv").rows().forEach(row -> steps.add(arrives(row)));
        table("releases.csv").rows().forEach(row -> steps.add(releases(row)));
        steps.sort(Comparator.comparing(DemoStep::at));
        return steps;
    }

    private DemoStep arrives(CsvTable.Row row) {
        Subject subject = row.as("subject", "is not a subject (expected something like ITEM:A)", Subject::parse);
        return new DemoStep.Arrives(
                instant(row, "arrived"),
                new Reading(
                        subject,
                        slot(row),
                        instant(row, "read"),
                        Figures.of(
                                row.as("amount", "is not an amount", this::minor),
                                row.as("visitors", "is not a whole number", Long::valueOf),
                                row.as("buyers", "is not a whole number", Long::valueOf)),
                        Semantics.CUMULATIVE_DAY,
                        subject.kind() == SubjectKind.COMPETITOR ? Quality.ESTIMATED : Quality.ACTUAL,
                        "demo",
                        row.find("restates", "is not a reason", Restatement::valueOf)));
    }

    private DemoStep releases(CsvTable.Row row) {
        return new DemoStep.Releases(
                instant(row, "at"), slot(row), row.text("act").equals("CORRECT"));
    }

    private long minor(String amount) {
        return Money.of(new BigDecimal(amount), enrolment.store().currency()).minor();
    }

    private SlotId slot(CsvTable.Row row) {
        return row.as(
                "boundary",
                TIME_RULE,
                text -> enrolment
                        .roster()
                        .slotPlan()
                        .slotClosedAt(LocalDateTime.parse(text, TIME))
                        .orElseThrow());
    }

    private Instant instant(CsvTable.Row row, String column) {
        return row.as(
                column,
                TIME_RULE,
                text -> LocalDateTime.parse(text, TIME)
                        .atZone(enrolment.store().zone())
                        .toInstant());
    }

    private static CsvTable table(String name) {
        return CsvTable.parse(name, resource(name));
    }

    private static String resource(String name) {
        try (InputStream resource = DemoDay.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the jar", e);
        }
    }
}
