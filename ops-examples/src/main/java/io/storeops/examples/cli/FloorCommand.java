package io.storeops.examples.cli;

import io.storeops.examples.floor.FloorCase;
import io.storeops.examples.floor.FloorFile;
import io.storeops.examples.floor.FloorResult;
import io.storeops.promotion.FloorDecision;
import io.storeops.promotion.FloorDecision.Verdict;
import io.storeops.promotion.Fraction;
import io.storeops.promotion.WorstIncome.Reached;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "floor",
        header = "Tells whether promotions that stack can sell below a floor, and with which cart.",
        description = {
            "Reads one case a line: what is sold at which prices, under which promotions and rules of the platform, and whose floor is "
                    + "asked. Writes one object a line: the worst cart of few units (exact), an income that no cart falls below (bound), "
                    + "and what each says of the floor.",
            "The bound decides; it holds only under the rules that the platform really has. What cannot be proved is UNPROVEN, which "
                    + "counts as below the floor."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every case was judged, whatever the verdicts", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops floor cases.jsonl --out results.jsonl",
            "  storeops floor cases.jsonl --out results.jsonl --explain"
        })
final class FloorCommand implements Callable<Integer> {
    /** More rows than fit on a screen are not read there. */
    private static final int MOST_ROWS = 40;

    private final Terminal terminal;

    @Parameters(paramLabel = "CASES", description = "The file with a case a line, JSON in UTF-8.")
    private Path cases = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file that gets the results.")
    private Path out = Path.of("");

    @Option(names = "--explain", description = "Also tells every refusal in a sentence.")
    private boolean explain;

    FloorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(cases)) {
            throw new WrongUse("There is no file " + cases + ". Name the file that has a case a line");
        }
        if (Files.exists(out) && Files.isSameFile(cases, out)) {
            throw new WrongUse("The results would overwrite the cases in " + cases + ". Name another file after --out");
        }
        List<FloorCase> asked = FloorFile.read(cases);
        List<FloorResult> results = new ArrayList<>();
        FloorFile.write(out, asked, result -> {
            results.add(result);
            terminal.progress(results.size() + " of " + asked.size() + " cases");
        });
        terminal.endProgress();
        table(results);
        if (explain) {
            results.stream()
                    .filter(result -> result.bound().isRefused())
                    .forEach(result -> terminal.out()
                            .println(result.asked().id() + ": "
                                    + result.bound().sentence(result.asked().minorDigits())));
        }
        terminal.out().println(summary(results));
        return 0;
    }

    private void table(List<FloorResult> results) {
        TextTable table =
                new TextTable().row("case", "SKU", "floor", "bound", "by the bound", "exact", "by exact", "cart");
        for (FloorResult result : results.subList(0, Math.min(MOST_ROWS, results.size()))) {
            table.row(
                    result.asked().id(),
                    result.asked().subject(),
                    result.asked().floor().isEmpty()
                            ? "-"
                            : shown(Fraction.of(result.asked().floor().getAsLong(), 1), result),
                    income(result.bound(), result),
                    result.bound().verdict().name(),
                    income(result.exact(), result),
                    result.exact().verdict().name(),
                    result.exact().worst() instanceof Reached reached
                            ? reached.cart().toString()
                            : "-");
        }
        table.print(terminal.out());
        if (results.size() > MOST_ROWS) {
            terminal.out().println("  and " + (results.size() - MOST_ROWS) + " more in " + out);
        }
    }

    private static String income(FloorDecision decision, FloorResult result) {
        return decision.worst().found().map(income -> shown(income, result)).orElse("-");
    }

    private static String shown(Fraction income, FloorResult result) {
        return income.shown(result.asked().minorDigits());
    }

    private String summary(List<FloorResult> results) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        results.forEach(result -> counts.merge(result.bound().verdict(), 1, Integer::sum));
        return results.size() + " cases in " + out
                + counts.entrySet().stream()
                        .map(count -> "; " + count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining())
                + (results.isEmpty() ? "" : " by the bound");
    }
}
