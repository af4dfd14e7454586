package io.storeops.examples.cli;

import io.storeops.StoreOps;
import io.storeops.adapter.csv.storage.CsvStore;
import io.storeops.evidence.Anchor;
import io.storeops.evidence.AuditChain;
import io.storeops.id.StoreId;
import io.storeops.spi.Adapters;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        header = "Checks the folder of a CSV store and its audit trails, whether or not a process has it open.",
        description = {
            "Reads every file, changes none, and lists what is not as the store left it. Then checks the audit chain of each "
                    + "store line by line. Lines cut off at the end of a trail are found only against an anchor: the head of "
                    + "the chain as it was printed by an earlier check, a release or a report, and kept elsewhere."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the store is sound",
            "1:there are findings",
            "2:wrong use or failure, or the store is busy: try again"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops verify storeops-demo/store",
            "  storeops verify storeops-demo/store --anchor S1#120:9f86d081884c7d65...",
        })
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Adapters adapters;

    @Parameters(paramLabel = "PATH", description = "The folder of the store.")
    private Path folder = Path.of("");

    @Option(
            names = "--anchor",
            paramLabel = "STORE#N:HASH",
            description =
                    "A head that the chain had earlier: line N of the store's trail had this hash. May be repeated.")
    private List<String> anchors = List.of();

    VerifyCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new WrongUse("There is no folder " + folder + ". Name the folder of a CSV store");
        }
        List<Anchor> kept = anchors.stream().map(Anchor::parse).toList();
        long findings = files();
        if (findings == 0) {
            findings = trails(new TrailCheck(adapters, kept).check(folder));
        } else {
            terminal.out().println("The audit trails are checked when the files are sound.");
        }
        terminal.out()
                .println(
                        findings == 0
                                ? "The store is sound."
                                : findings + " findings. Restore the folder from its last good copy.");
        return findings == 0 ? 0 : 1;
    }

    private long files() {
        CsvStore.Report report = CsvStore.verify(folder, StoreOps.tables());
        PrintStream out = terminal.out();
        report.tables().forEach(table -> out.println("  " + table.table() + " " + table.rows()));
        out.println("  commits " + report.commits());
        report.unfinished()
                .ifPresent(frame -> out.println(
                        "A commit was under way when the process ended; it is undone at the next opening: " + frame));
        report.strays().forEach(stray -> out.println("not counted: " + stray));
        report.problems().forEach(problem -> out.println("finding: " + problem));
        return report.problems().size();
    }

    private long trails(SortedMap<StoreId, AuditChain.Result> results) {
        results.forEach((store, result) -> terminal.out().println(told(store, result)));
        return results.values().stream()
                .filter(AuditChain.Broken.class::isInstance)
                .count();
    }

    private static String told(StoreId store, AuditChain.Result result) {
        if (result instanceof AuditChain.Broken broken) {
            return "finding: audit trail of " + store + ", line " + broken.number() + ": " + broken.reason();
        }
        AuditChain.Intact intact = (AuditChain.Intact) result;
        return "  audit trail of " + store + ": " + intact.lines() + " lines"
                + intact.head().map(head -> ", head " + head).orElse("")
                + (intact.redacted().isEmpty()
                        ? ""
                        : ", contents redacted in "
                                + intact.redacted().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")));
    }
}
