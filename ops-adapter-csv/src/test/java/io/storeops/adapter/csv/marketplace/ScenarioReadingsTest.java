package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.Marketplace;
import io.storeops.calendar.SlotId;
import io.storeops.figures.Figures;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Restatement;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The readings of the acceptance scenario. */
class ScenarioReadingsTest {
    private static final LocalDate SUNDAY = LocalDate.of(2024, 6, 16);
    private static final List<Subject> SUBJECTS = List.of(
            Subject.ofStore(Exports.SHANGHAI.id()),
            Subject.ofItem("A"),
            Subject.ofItem("B"),
            Subject.ofItem("C"),
            Subject.ofItem("D"),
            Subject.ofCompetitor("K1"),
            Subject.ofCompetitor("K2"));

    private Path folder;

    @BeforeEach
    void findTheFile() {
        folder = Exports.shared("scenario-a/readings.csv").getParent();
    }

    @Test
    void givesEveryRowToTheBoundaryItStandsFor() {
        int rows = 0;
        try (Marketplace marketplace = new Exports(folder).marketplace("readings.csv", "storeops-readings")) {
            for (LocalDate date : List.of(SUNDAY, SUNDAY.plusDays(1))) {
                for (int number = 1; number <= Exports.PLAN.slots(); number++) {
                    MetricsRequest request =
                            new MetricsRequest(Exports.SHANGHAI, Exports.PLAN, SlotId.of(date, number), SUBJECTS);
                    Exports.Read<Reading> read = Exports.all(
                            after -> marketplace.metrics().orElseThrow().read(request, after));
                    assertEquals(List.of(), read.problems());
                    rows += read.rows().size();
                }
            }
        }
        assertEquals(92, rows);
    }

    @Test
    void closesSlot14OfTheDayBeforeAtMidnight() {
        Exports.Read<Reading> last = read(SlotId.of(SUNDAY, 14));
        List<Subject> subjects = new ArrayList<>(SUBJECTS);
        subjects.remove(Subject.ofItem("D"));
        assertEquals(subjects, last.rows().stream().map(Reading::subject).toList());
    }

    @Test
    void readsFiguresInstantAndQuality() {
        Reading store = read(SlotId.of(SUNDAY, 1)).rows().get(0);
        assertEquals(
                new Reading(
                        Subject.ofStore(Exports.SHANGHAI.id()),
                        SlotId.of(SUNDAY, 1),
                        Instant.parse("2024-06-16T01:00:10Z"),
                        Figures.of(135_170, 230, 19),
                        Semantics.CUMULATIVE_DAY,
                        Quality.ACTUAL,
                        "readings.csv",
                        Optional.empty()),
                store);
        assertEquals(Quality.ESTIMATED, read(SlotId.of(SUNDAY, 1)).rows().get(4).quality());
    }

    @Test
    void keepsTheReasonOfARestatement() {
        long restated = 0;
        for (int number = 1; number <= 14; number++) {
            restated += read(SlotId.of(SUNDAY, number)).rows().stream()
                    .filter(reading -> reading.reason().equals(Optional.of(Restatement.OPERATOR_ERROR)))
                    .count();
        }
        assertEquals(1, restated);
    }

    private Exports.Read<Reading> read(SlotId slot) {
        return new Exports(folder)
                .readings("readings.csv", "storeops-readings", slot, SUBJECTS.toArray(Subject[]::new));
    }
}
