package io.storeops.examples.cli;

import io.storeops.StoreOps;
import io.storeops.adapter.csv.storage.CsvStore;
import io.storeops.adapter.csv.storage.RowEdit;
import io.storeops.id.ActorId;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "adopt",
        header = "Takes over what was edited in the files of a closed CSV store, under a person's name.",
        description = {
            "Shows every edited row cell by cell and makes it a commit, with a line of the audit trail that names the person "
                    + "and tells the rows before and after. Only the lists of items, SKUs, competitors and sales targets are "
                    + "kept by hand; what acts alone may change, who may do what, and evidence are refused. Rows may be changed "
                    + "and added, not removed, and what a spreadsheet made of cells that nobody touched is refused.",
            "The person holds a role in the store today, or stands in for somebody who does. Whoever has the folder could "
                    + "write any name: let only those at the folder who may answer for it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the edits were adopted, or shown", "2:nothing was edited, wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops adopt storeops-demo/store --show",
            "  storeops adopt storeops-demo/store --by mgr-1",
        })
final class AdoptCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "PATH", description = "The folder of the store, which no process has open.")
    private Path folder = Path.of("");

    @Option(names = "--by", paramLabel = "PERSON", description = "Who answers for the edits.")
    private @Nullable String person;

    @Option(names = "--show", description = "Only shows the edits and changes nothing.")
    private boolean show;

    AdoptCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (show == (person != null)) {
            throw new WrongUse("Give either --by PERSON, who answers for the edits, or --show to look at them first");
        }
        if (!Files.isDirectory(folder)) {
            throw new WrongUse("There is no folder " + folder + ". Name the folder of a CSV store");
        }
        return person == null ? shown() : adopted(ActorId.of(person));
    }

    private int shown() {
        boolean untouched = untouched();
        List<RowEdit> edits = CsvStore.edits(folder, StoreOps.tables());
        tell(edits, untouched);
        terminal.out().println(rows(edits) + " edited. Nothing was changed; --by PERSON adopts them.");
        return 0;
    }

    private int adopted(ActorId by) {
        boolean untouched = untouched();
        // The program begins here: an edit has no time of its own, so the trail tells when it was adopted.
        // It keeps whole microseconds, and adopt takes the clock's instants as they are.
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
        List<RowEdit> edits = CsvStore.adopt(folder, StoreOps.tables(), by, clock);
        tell(edits, untouched);
        terminal.out().println(rows(edits) + " adopted, by " + by + ".");
        return 0;
    }

    /** Asked without the lock and before anything is written: a folder without a store must stay without one. */
    private boolean untouched() {
        CsvStore.Report report = CsvStore.verify(folder, StoreOps.tables());
        if (report.commits() == 0 && report.problems().stream().anyMatch(this::absent)) {
            throw new WrongUse("There is no CSV store in the folder " + folder);
        }
        return report.sound();
    }

    private boolean absent(CsvStore.Problem problem) {
        return !Files.exists(folder.resolve(problem.file()));
    }

    private void tell(List<RowEdit> edits, boolean untouched) {
        if (edits.isEmpty() && untouched) {
            throw new WrongUse("Nothing was edited in the CSV store " + folder);
        }
        PrintStream out = terminal.out();
        for (RowEdit edit : edits) {
            out.println(edit.file() + ":" + edit.line() + (edit.added() ? " new row " : " row ")
                    + edit.key().values().stream().map(Object::toString).collect(Collectors.joining(", ")));
            edit.cells().forEach(cell -> out.println("    " + cell));
        }
        if (edits.isEmpty()) {
            out.println("Only the form of the files is another: order, line ends, or how numbers are written.");
        }
    }

    private static String rows(List<RowEdit> edits) {
        return edits.size() + (edits.size() == 1 ? " row" : " rows");
    }
}
