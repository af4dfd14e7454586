package io.storeops.examples.cli;

import io.storeops.StoreOps;
import io.storeops.adapter.csv.storage.CsvStore;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        header = "Checks the folder of a CSV store, whether or not a process has it open.",
        description = "Reads every file, changes none, and lists what is not as the store left it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the store is sound", "1:there are findings", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {"  storeops verify storeops-demo/store"})
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "PATH", description = "The folder of the store.")
    private Path folder = Path.of("");

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new WrongUse("There is no folder " + folder + ". Name the folder of a CSV store");
        }
        CsvStore.Report report = CsvStore.verify(folder, StoreOps.tables());
        PrintStream out = terminal.out();
        report.tables().forEach(table -> out.println("  " + table.table() + " " + table.rows()));
        out.println("  commits " + report.commits());
        report.unfinished()
                .ifPresent(frame -> out.println(
                        "A commit was under way when the process ended; it is undone at the next opening: " + frame));
        report.problems().forEach(problem -> out.println("finding: " + problem));
        out.println(
                report.sound()
                        ? "The store is sound."
                        : report.problems().size() + " findings. Restore the folder from its last good copy.");
        return report.sound() ? 0 : 1;
    }
}
