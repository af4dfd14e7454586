package io.storeops.examples.cli;

import io.storeops.StoreOps;
import io.storeops.examples.copy.Comparison;
import io.storeops.examples.copy.StorageCopy;
import io.storeops.spi.Adapters;
import io.storeops.storage.Storage;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "copy",
        header = "Copies everything from one storage to another and compares the two.",
        description = {
            "Rows of every table and store with their revisions, and the contents of evidence; what was redacted stays "
                    + "redacted. Both storages should be at rest. If it is cut short, run it again: what is there is not "
                    + "copied again. At the end both sides are compared by counts and SHA-256 of each table and store, and "
                    + "the audit trails are checked on the target.",
            "What is not copied: the numbers, ids and times of commits, which begin anew. A program that still waits for "
                    + "the answer to a commit must ask the old storage."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:both are equal", "1:they differ, or rows are left to copy", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops copy --from csv:./day --to jdbc:h2:./database",
            "  storeops copy --from jdbc:h2:./database --to csv:./files",
        })
final class CopyCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Adapters adapters;

    @Option(
            names = "--from",
            paramLabel = "STORAGE",
            required = true,
            description = "The source: csv:PATH, jdbc:URL or json:FILE.")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "STORAGE",
            required = true,
            description = "The target: csv:PATH, jdbc:URL or json:FILE, without the stores of the source.")
    private String to = "";

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Stops after about N rows, at the end of a commit; the next run goes on.")
    private long rows = Long.MAX_VALUE;

    CopyCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() {
        StorageChoice source = kept(from);
        StorageChoice target = kept(to);
        if (source.equals(target)) {
            throw new WrongUse("The source and the target are both " + from + ". Name another with --to");
        }
        if (rows < 1) {
            throw new WrongUse("--rows takes 1 or more, not " + rows);
        }
        // The program begins here: the target's commits are made now.
        Clock clock = Clock.systemUTC();
        int code;
        try (Storage read = source.existing().open(adapters, clock);
                Storage written = target.open(adapters, clock)) {
            code = copy(new StorageCopy(read, written, StoreOps.tables(), rows, terminal::progress));
        }
        // Said when the target is closed: a CSV store writes its tables then.
        terminal.out().println(code == 0 ? "Both are equal." : "They are not equal yet.");
        return code;
    }

    private static StorageChoice kept(String text) {
        StorageChoice choice = StorageChoice.parse(text);
        if (choice.adapter().equals("memory")) {
            throw new WrongUse(
                    "Memory is empty at the beginning and gone at the end. Expected csv:PATH, jdbc:URL or json:FILE");
        }
        return choice;
    }

    private int copy(StorageCopy copy) {
        StorageCopy.Done done = copy.run();
        terminal.endProgress();
        PrintStream out = terminal.out();
        out.println("Rows copied: " + done.copied() + ", there already: " + done.present());
        if (!done.finished()) {
            out.println("Stopped after " + done.copied() + " rows, as asked. Run it again to go on.");
            return 1;
        }
        Comparison comparison = copy.compare();
        terminal.endProgress();
        comparison.equal().forEach(line -> out.println("  equal: " + line));
        out.println("  equal: contents of evidence " + comparison.contents());
        comparison.differences().forEach(line -> out.println("difference: " + line));
        if (!comparison.differences().isEmpty()) {
            out.println("One of the two was changed since. If it was the source, copy to another target.");
        }
        return comparison.differences().isEmpty() ? 0 : 1;
    }
}
