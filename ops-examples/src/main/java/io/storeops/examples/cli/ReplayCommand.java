package io.storeops.examples.cli;

import io.storeops.examples.replay.CsvTable;
import io.storeops.examples.replay.Difference;
import io.storeops.examples.replay.ExpectedTables;
import io.storeops.examples.replay.Replay;
import io.storeops.examples.replay.Scenario;
import io.storeops.examples.replay.ScenarioReader;
import io.storeops.spi.Adapters;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        header = "Acts days out from files and compares what comes of it with what is expected.",
        description = {
            "DIR has catalog.json, roster.json, readings.csv and events.jsonl, and a folder expected if there is "
                    + "something to compare with: the headers of its files say which columns are written. "
                    + "The clock is set from the data; zone and clock of the machine play no part. "
                    + "Commands, tables, columns and measures of duties that this version does not have are listed as "
                    + "not built."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything that is built is as expected", "1:something differs", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops replay scenario-a --out results",
            "  storeops replay scenario-a --storage csv:./day --out results",
            "  storeops replay scenario-a --storage jdbc:h2:./day --out results",
            "  storeops replay scenario-a --storage json:database.json --out results"
        })
final class ReplayCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Adapters adapters;

    @Parameters(paramLabel = "DIR", description = "The folder of the day.")
    private Path folder = Path.of("");

    @Option(
            names = "--storage",
            paramLabel = "STORAGE",
            defaultValue = "memory",
            description =
                    "Where the library keeps everything, empty before: memory, csv:PATH, jdbc:URL, or json:FILE with an "
                            + "adapter and its settings, user and password too. Default: memory.")
    private String storage = "memory";

    @Option(names = "--out", paramLabel = "OUT", required = true, description = "The folder that gets the results.")
    private Path out = Path.of("");

    ReplayCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() throws IOException {
        StorageChoice choice = StorageChoice.parse(storage);
        Scenario scenario = ScenarioReader.read(folder);
        Folders.writable(out);
        Folders.requireOther(out, folder);
        Folders.requireOther(out, folder.resolve("expected"));
        Replay.Outcome outcome = new Replay(
                        scenario, (done, all) -> terminal.progress("Replaying " + done + " of " + all))
                .on(clock -> choice.open(adapters, clock));
        terminal.endProgress();
        Path expected = folder.resolve("expected");
        List<CsvTable> written = outcome.tables().stream()
                .map(table -> ExpectedTables.asked(expected, table))
                .toList();
        for (CsvTable table : written) {
            table.write(out);
        }
        tell(scenario, outcome, written);
        List<Difference> differences = new ArrayList<>(outcome.differences());
        if (Files.isDirectory(expected)) {
            ExpectedTables.Comparison comparison = ExpectedTables.compare(expected, outcome.tables());
            tell(comparison);
            differences.addAll(comparison.differences());
        } else {
            terminal.out().println("Nothing to compare the files with: there is no folder " + expected);
        }
        return conclude(differences);
    }

    private void tell(Scenario scenario, Replay.Outcome outcome, List<CsvTable> written) {
        PrintStream print = terminal.out();
        print.println("Replay of store " + scenario.enrolment().store().id() + ", " + scenario.from()
                + (scenario.from().equals(scenario.to()) ? "" : " to " + scenario.to()));
        print.println("  readings delivered: " + scenario.arrivals().size());
        print.println("  commands carried out: " + outcome.carriedOut() + ", as expected: " + outcome.asExpected());
        int notBuilt =
                outcome.notBuilt().values().stream().mapToInt(Integer::intValue).sum();
        print.println("  commands not built: " + notBuilt
                + outcome.notBuilt().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ", notBuilt == 0 ? "" : " (", notBuilt == 0 ? "" : ")")));
        print.println("  written: "
                + written.stream()
                        .map(table -> table.file() + " " + table.rows().size())
                        .collect(Collectors.joining(", ")));
    }

    private void tell(ExpectedTables.Comparison comparison) {
        comparison.equal().forEach(file -> terminal.out().println("  equal: " + file));
        comparison.notBuilt().forEach(file -> terminal.out().println("  not built: " + file));
    }

    private int conclude(List<Difference> differences) {
        differences.forEach(terminal.out()::println);
        terminal.out()
                .println(
                        differences.isEmpty()
                                ? "No difference in what is built."
                                : differences.size() + " differences in what is built.");
        return differences.isEmpty() ? 0 : 1;
    }
}
