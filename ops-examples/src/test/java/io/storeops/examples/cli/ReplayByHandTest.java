package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.storeops.examples.replay.CsvTable;
import io.storeops.examples.replay.Replay;
import io.storeops.examples.replay.ResultTable;
import io.storeops.examples.replay.ScenarioReader;
import io.storeops.storage.MemoryStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store whose marketplace the library does not reach: people edit by hand and tell what they see. */
class ReplayByHandTest {
    private static List<List<String>> cells(CsvTable table) {
        return table.rows().stream().map(CsvTable.Row::cells).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anomalies.csv", "inspections.csv", "sweeps.csv", "readings.csv", "releases.csv"})
    void threeBadDaysGiveTheSame(String file) throws IOException {
        Path scenario = Ran.shared("scenario-c");
        Replay.Outcome outcome =
                Replay.byHand(ScenarioReader.read(scenario), (done, all) -> {}).on(MemoryStorage::empty);
        ResultTable found = outcome.tables().stream()
                .filter(table -> table.file().equals(file))
                .findFirst()
                .orElseThrow();
        CsvTable expected = CsvTable.read(scenario.resolve("expected").resolve(file));
        assertFalse(expected.rows().isEmpty());
        assertEquals(cells(expected), cells(found.asked(expected)));
    }
}
