package io.storeops.examples.cli;

import io.storeops.examples.replay.AnomalyTable;
import io.storeops.examples.replay.CsvTable;
import io.storeops.maintenance.Anomaly;
import io.storeops.maintenance.Maintenance;
import io.storeops.spi.Adapters;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "anomalies",
        header = "Lists what was found wrong in a store: since when, by when it is due, what was done about it.",
        description = {
            "Opens the store as its host does, and shows a row for each anomaly in the order in which they were found, ended ones too. The "
                    + "file has every column; instants are the store's. Who looks needs a right to see anomalies."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is open", "1:there are open anomalies", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops anomalies storeops.json --as mgr-1",
            "  storeops anomalies storeops.json --as mgr-1 --store S1 --open --out anomalies.csv"
        })
final class AnomaliesCommand implements Callable<Integer> {
    private static final List<String> SHOWN = List.of(
            "id", "category", "subject", "title", "state", "found_at", "due_at", "first_act", "in_time", "closed_at");

    private final Terminal terminal;
    private final Adapters adapters;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Mixin
    private final ListFile list = new ListFile();

    @Option(names = "--open", description = "Only those that are not ended.")
    private boolean open;

    AnomaliesCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() throws IOException {
        try (OpenedStore opened = options.open(adapters)) {
            Maintenance duty = opened.desk().maintenance();
            List<Anomaly> all = duty.anomalies(opened.id());
            long left =
                    all.stream().filter(anomaly -> anomaly.ended().isEmpty()).count();
            CsvTable table = AnomalyTable.of(
                    opened.store().zone(),
                    all.stream()
                            .filter(anomaly -> !open || anomaly.ended().isEmpty())
                            .toList(),
                    anomaly -> duty.episodes(opened.id(), anomaly.id()),
                    opened::findWords);
            list.show(terminal, table, SHOWN);
            terminal.out().println(all.size() + " anomalies, " + left + " open.");
            return left == 0 ? 0 : 1;
        }
    }
}
