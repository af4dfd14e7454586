package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.AdapterException;
import io.storeops.health.HealthReading;
import io.storeops.health.HealthValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Amounts that are added up")
class AddedAmountsTest {
    private static final String PROFILE = """
            {"encoding": "UTF-8",
             "header": {"columns": ["day", "plan", "item", "spent"], "match": "AT_LEAST"},
             "times": {"patterns": ["yyyy-MM-dd"]},
             "health": {"columns": {"subject": "item"}, "added": ["plan"], "asOf": {"column": "day"}, "files": "PARTS",
                        "indicators": [{"category": "ADS", "columns": {"spent": "spent"}}]}}
            """;

    @TempDir
    private Path folder;

    private Exports exports;

    @BeforeEach
    void begin() {
        exports = new Exports(folder).file("p.json", PROFILE);
    }

    /** As in "2: I1 1250", and the problems after them. */
    private List<String> read(String rows) {
        exports.file("a.csv", "day,plan,item,spent\n" + rows);
        List<String> read = new ArrayList<>();
        Trial trial = Trial.of(
                folder.resolve("a.csv"),
                Profiles.get("p.json", exports.context()),
                Exports.SHANGHAI,
                Exports.PLAN,
                (row, line) -> read.add(line + ": " + shown((HealthReading) row)),
                100);
        trial.problems()
                .forEach(problem ->
                        read.add(problem.line() + "! " + problem.column().orElse("row")));
        return read;
    }

    private static String shown(HealthReading reading) {
        return reading.subject() + " "
                + ((HealthValue.Spent) reading.value())
                        .spend()
                        .spent()
                        .orElseThrow()
                        .minor();
    }

    @Test
    void areOfOneSubjectAndInstant() {
        assertEquals(
                List.of("2: I1 375", "4: I2 500", "5: I1 700"),
                read("2024-06-01,1,I1,1.25\n2024-06-01,2,I1,2.50\n2024-06-01,1,I2,5\n2024-06-02,1,I1,7\n"));
    }

    @Test
    void countARowThatStandsTwiceOnce() {
        assertEquals(List.of("2: I1 200"), read("2024-06-01,1,I1,2\n2024-06-01,1,I1,2\n"));
    }

    @Test
    void areNotKnownWhereTwoRowsContradictEachOther() {
        assertEquals(
                List.of("5: I2 100", "2! row", "3! row", "4! row"),
                read("2024-06-01,1,I1,2\n2024-06-01,1,I1,3\n2024-06-01,2,I1,1\n2024-06-01,2,I2,1\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-06-01,2,I1,x    | 4: I2 100, 5: I1 100, 2! row, 3! spent",
                "2024-06-01,2,I1,-1   | 4: I2 100, 5: I1 100, 2! row, 3! spent",
                "2024-06-01,,I1,1     | 4: I2 100, 5: I1 100, 2! row, 3! plan",
                "2024-06-01,2,,1      | 5: I1 100, 2! row, 3! item, 4! row",
                "yesterday,2,I1,1     | 2! row, 3! day, 4! row, 5! row"
            })
    void areNotKnownWhereARowIsRefusedThatMayBelongToThem(String row, String expected) {
        assertEquals(
                List.of(expected.split(", ")),
                read("2024-06-01,1,I1,2\n" + row + "\n2024-06-01,1,I2,1\n2024-06-02,1,I1,1\n"));
    }

    @Test
    void areNotKnownInAFileThatIsCutOff() {
        assertEquals(List.of("2! row", "3! row"), read("2024-06-01,1,I1,2\n2024-06-01,2,I2,1"));
    }

    @Test
    void leaveARowWithoutAnAmountOut() {
        assertEquals(List.of("2: I1 200"), read("2024-06-01,1,I1,2\n2024-06-01,2,I1,\n2024-06-01,1,I2,\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"added\": [], ",
                "\"added\": [\"plan\"], \"asOf\": {\"fileTime\": true}, ",
                "\"added\": [\"plan\"], \"budget\": 1, "
            })
    void needColumnsAnInstantAndNothingButSpend(String members) {
        String broken = PROFILE.replace("\"added\": [\"plan\"], \"asOf\": {\"column\": \"day\"}, ", members);
        if (members.contains("budget")) {
            broken = PROFILE.replace("{\"spent\": \"spent\"}", "{\"spent\": \"spent\", \"budget\": \"plan\"}");
        }
        exports.file("q.json", broken);
        AdapterException fault = assertThrows(AdapterException.class, () -> exports.marketplace("a.csv", "q.json"));
        assertTrue(
                String.valueOf(fault.getMessage()).contains("cannot be added up (expected columns that tell rows"),
                fault.getMessage());
    }
}
