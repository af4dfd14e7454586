package io.storeops.examples.cli;

import io.storeops.kpi.Kpi;
import io.storeops.scorecard.CountedRecord;
import io.storeops.scorecard.Scorecard;
import io.storeops.spi.Adapters;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "scorecard",
        header = "Shows the key figures of a store or of a person in a period, as known at an instant.",
        description = {
            "Opens the store as its host does. Every figure is whole numbers n/d, raw and without what is excused; with d = 0 it is "
                    + "N/A, neither 0 nor 100. There is no total. Other people's figures are for those who lead or may read.",
            "--records lists what one figure counts, in and out: its n and d are the sums of theirs."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops scorecard storeops.json --as mgr-1 --period 2024-W24",
            "  storeops scorecard storeops.json --as op-1 --period 2024-06-01/2024-06-30 --person op-1 --out kpi-person.csv",
            "  storeops scorecard storeops.json --as mgr-1 --period 2024-W24 --as-of 2024-06-17T12:00:00+08:00 --records K4.2"
        })
final class ScorecardCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Adapters adapters;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Mixin
    private final FiguresFile file = new FiguresFile();

    @Mixin
    private final ScoredPeriod period = new ScoredPeriod();

    @Option(
            names = "--records",
            paramLabel = "KPI",
            description = "Lists the records that a figure counts, as in K4.2, instead of the figures.")
    private @Nullable String records;

    ScorecardCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Kpi> kpi = Optional.ofNullable(records).map(Given::kpi);
        ScoredPeriod.Asked asked = period.asked();
        try (OpenedStore opened = options.open(adapters)) {
            ScorecardTable table = new ScorecardTable(opened.store().zone(), terminal.out());
            if (kpi.isPresent()) {
                List<CountedRecord> counted = asked.records(opened, kpi.get());
                file.write(table.csv(kpi.get(), counted), table.json(kpi.get(), counted));
                table.print(kpi.get(), counted);
            } else {
                Scorecard scorecard = asked.scorecard(opened);
                file.write(table.csv(scorecard), table.json(scorecard));
                table.print(scorecard);
            }
        }
        return 0;
    }
}
