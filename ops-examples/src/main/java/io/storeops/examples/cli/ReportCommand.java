package io.storeops.examples.cli;

import io.storeops.StoreOps;
import io.storeops.calendar.IsoWeek;
import io.storeops.document.Document;
import io.storeops.document.DocumentRenderer;
import io.storeops.id.ActorId;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.Adapters;
import io.storeops.spi.RendererProvider;
import io.storeops.weeklyreport.WeeklyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        header = "Writes a report as a file: a week's, a scorecard, an activity's, or a day's checklist.",
        description = {
            "Opens the store as its host does. The ending of the file says what it becomes: .html, .xlsx or .txt, in the store's "
                    + "language. A weekly report is written as it stands: a draft, or as it was submitted and frozen; what is not "
                    + "drafted yet 'storeops week' shows."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the file is written", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops report storeops.json --as mgr-1 --week 2024-W24 --person op-1 --out week.xlsx",
            "  storeops report storeops.json --as mgr-1 --period 2024-06-01/2024-06-30 --out june.html",
            "  storeops report storeops.json --as op-1 --activity FS --out activity.html"
        })
final class ReportCommand implements Callable<Integer> {
    private static final Map<String, String> RENDERERS = new TreeMap<>(Map.of("html", "html", "xlsx", "excel"));
    private static final String TEXT = "txt";

    private final Terminal terminal;
    private final Adapters adapters;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file, whose name ends in .html, .xlsx or .txt.")
    private Path out = Path.of("");

    @ArgGroup(multiplicity = "1")
    private About about = new About();

    @Option(
            names = "--person",
            paramLabel = "ID",
            description = "Whose weekly report (default: of whoever looks) or whose scorecard (default: the store's).")
    private @Nullable String person;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            description = "The instant of knowing of a scorecard, as in 2024-06-17T12:00:00+08:00. Default: now.")
    private @Nullable String asOf;

    /** What the report is about: one of these. */
    private static final class About {
        @Option(
                names = "--week",
                paramLabel = "W",
                required = true,
                description = "The report of an ISO week, as in 2024-W24.")
        private @Nullable String week;

        @Option(
                names = "--period",
                paramLabel = "P",
                required = true,
                description = "The scorecard of a week, a date, or two dates as in 2024-06-01/2024-06-30.")
        private @Nullable String period;

        @Option(names = "--activity", paramLabel = "ID", required = true, description = "The report of an activity.")
        private @Nullable String activity;

        @Option(
                names = "--checklist",
                paramLabel = "D",
                required = true,
                description = "The inspection's checklist of a date, as in 2024-06-16.")
        private @Nullable String checklist;
    }

    ReportCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() throws IOException {
        if (person != null && about.week == null && about.period == null) {
            throw new WrongUse("--person goes with --week or --period");
        }
        if (asOf != null && about.period == null) {
            throw new WrongUse("--as-of goes with --period: a weekly report stands as it was written down");
        }
        Optional<ActorId> whose = Optional.ofNullable(person).map(ActorId::of);
        Optional<Instant> known = Optional.ofNullable(asOf).map(Given::instant);
        try (DocumentRenderer renderer = renderer();
                OpenedStore opened = options.open(adapters)) {
            Document document = document(opened, whose, known);
            byte[] file = renderer.render(document, opened.store().language().locale(), picture -> Optional.empty())
                    .content();
            Files.write(out, file);
            terminal.out().println(document.title().text() + ": " + out);
        }
        return 0;
    }

    private DocumentRenderer renderer() {
        String name = String.valueOf(out.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (ending.equals(TEXT)) {
            return DocumentRenderer.plainText();
        }
        String renderer = RENDERERS.get(ending);
        if (renderer == null) {
            throw new WrongUse("'" + name + "' does not say what it is to be: its name ends in ." + TEXT + ", ."
                    + String.join(", .", RENDERERS.keySet()));
        }
        RendererProvider provider = adapters.renderer(renderer);
        return provider.create(
                AdapterConfig.of(renderer, provider.configKeys(), Map.of()),
                AdapterContext.of(OpenedStore.CLOCK, StoreOps.tables(), Path.of("")));
    }

    private Document document(OpenedStore opened, Optional<ActorId> whose, Optional<Instant> known) {
        if (about.week != null) {
            return week(opened, Given.week(about.week), whose);
        }
        if (about.period != null) {
            ScoredPeriod.Asked asked = new ScoredPeriod.Asked(Dates.parse(about.period), whose, known);
            return opened.desk().scorecards().document(asked.scorecard(opened));
        }
        if (about.activity != null) {
            return opened.desk()
                    .activities()
                    .report(opened.id(), about.activity)
                    .orElseThrow(() -> new WrongUse("Store " + opened.id() + " has no activity " + about.activity));
        }
        return checklist(opened, Given.date(String.valueOf(about.checklist)));
    }

    private static Document checklist(OpenedStore opened, LocalDate date) {
        return opened.desk()
                .inspections()
                .document(opened.id(), date)
                .orElseThrow(() -> new WrongUse("Store " + opened.id() + " has no checklist of " + date));
    }

    private static Document week(OpenedStore opened, IsoWeek week, Optional<ActorId> whose) {
        ActorId author = whose.orElse(opened.desk().actor());
        WeeklyReport report = opened.desk()
                .weeklyReports()
                .find(opened.id(), week, author)
                .orElseThrow(() -> WeekCommand.notDrafted(opened, week, author));
        return opened.desk().weeklyReports().document(report);
    }
}
