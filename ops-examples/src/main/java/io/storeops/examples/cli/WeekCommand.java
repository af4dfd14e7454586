package io.storeops.examples.cli;

import io.storeops.calendar.IsoWeek;
import io.storeops.examples.replay.WeeklyReportJson;
import io.storeops.id.ActorId;
import io.storeops.report.ReportSection;
import io.storeops.spi.Adapters;
import io.storeops.weeklyreport.OwedReport;
import io.storeops.weeklyreport.ReportPreview;
import io.storeops.weeklyreport.WeeklyReport;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "week",
        header = "Shows what a week's report says, section by section, as counted from the records.",
        description = {
            "Opens the store as its host does. Without --person it counts what a report of the week would say now, and writes "
                    + "nothing; with it, it shows that person's report as it stands: a draft, or as it was submitted and frozen.",
            "PROVISIONAL says that slots are still to come. A section without records needs a word of its author's before the "
                    + "report can be submitted. The file has amounts in minor units."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the figures are whole, and every section is filled",
            "1:figures are still to come, or a section has nothing in it",
            "2:wrong use or failure"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops week storeops.json --as op-1 --week 2024-W24",
            "  storeops week storeops.json --as mgr-1 --week 2024-W24 --person op-1 --out weekly-report.json"
        })
final class WeekCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Adapters adapters;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Mixin
    private final FiguresFile file = new FiguresFile();

    @Option(names = "--week", paramLabel = "W", required = true, description = "The ISO week, as in 2024-W24.")
    private String week = "";

    @Option(names = "--person", paramLabel = "ID", description = "Whose report. Default: what anybody's would say now.")
    private @Nullable String person;

    WeekCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() throws IOException {
        IsoWeek asked = Given.week(week);
        try (OpenedStore opened = options.open(adapters)) {
            return person == null ? preview(opened, asked) : report(opened, asked, ActorId.of(person));
        }
    }

    private int preview(OpenedStore opened, IsoWeek asked) throws IOException {
        ReportPreview preview = opened.desk().weeklyReports().preview(opened.id(), asked);
        List<OwedReport> owed = opened.desk().weeklyReports().owed(opened.id(), asked);
        if (preview.sections().isEmpty()) {
            throw new WrongUse("The roster of store " + opened.id() + " asks for no report of " + asked);
        }
        WeekTable table = new WeekTable(opened.store(), asked, preview.sections());
        file.write(table.csv(), new WeeklyReportJson(opened.store().zone()).of(opened.id(), preview));
        PrintStream out = terminal.out();
        out.println(table.title());
        out.println("not written down; as known at " + table.written(preview.asOf()));
        out.println(
                owed.isEmpty()
                        ? "owed by nobody"
                        : "owed by "
                                + String.join(
                                        ", ",
                                        owed.stream()
                                                .map(each -> each.person().value())
                                                .toList())
                                + ", due " + table.written(owed.get(0).dueAt()));
        return show(table, preview.provisional(), preview.slots().toString(), preview.missing());
    }

    private int report(OpenedStore opened, IsoWeek asked, ActorId whose) throws IOException {
        List<WeeklyReport> versions = opened.desk().weeklyReports().versions(opened.id(), asked, whose);
        if (versions.isEmpty()) {
            throw notDrafted(opened, asked, whose);
        }
        WeeklyReport last = versions.get(versions.size() - 1);
        WeekTable table = new WeekTable(opened.store(), asked, last.sections());
        file.write(table.csv(), new WeeklyReportJson(opened.store().zone()).of(asked + "-" + whose, versions));
        terminal.out()
                .println(table.title() + System.lineSeparator() + "of " + whose + ", version " + last.version() + ", "
                        + last.state()
                        + last.submittedAt()
                                .map(at -> ", submitted " + table.written(at) + (last.late() ? ", LATE" : ""))
                                .orElse("")
                        + ", due " + table.written(last.dueAt()));
        boolean open = last.queued().isEmpty();
        return show(
                table,
                open && last.provisional(),
                last.slots().toString(),
                last.sections().stream()
                        .filter(section -> !section.filled())
                        .map(ReportSection::id)
                        .toList());
    }

    static WrongUse notDrafted(OpenedStore opened, IsoWeek week, ActorId person) {
        return new WrongUse(person + " has drafted no report of " + week + " in store " + opened.id()
                + ". What it would say, 'storeops week' shows without --person");
    }

    private int show(WeekTable table, boolean provisional, String slots, List<String> missing) {
        PrintStream out = terminal.out();
        if (provisional) {
            out.println("PROVISIONAL: " + slots + " slots have figures; a submission counts anew");
        }
        table.print(out);
        if (!missing.isEmpty()) {
            out.println();
            out.println("Sections without a record, which need a word of the author's: " + missing);
        }
        return provisional || !missing.isEmpty() ? 1 : 0;
    }
}
