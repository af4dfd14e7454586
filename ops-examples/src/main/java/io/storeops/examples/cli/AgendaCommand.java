package io.storeops.examples.cli;

import io.storeops.agenda.Agenda;
import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.AgendaItem.State;
import io.storeops.examples.replay.CsvTable;
import io.storeops.spi.Adapters;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "agenda",
        header = "Lists what a store's roster expects of a date: what is ahead, due, overdue, done.",
        description = {
            "Opens the store as its host does, and shows a row for each thing to do, in the order in which they are due, as it "
                    + "stands now. What is MISSED can still be done, and is late then."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is overdue", "1:something is overdue or missed", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops agenda storeops.json --as op-1",
            "  storeops agenda storeops.json --as op-1 --store S1 --date 2024-06-16 --out agenda.csv"
        })
final class AgendaCommand implements Callable<Integer> {
    private static final List<String> SHOWN = List.of("id", "name", "opens_at", "due_at", "state", "ended_at");
    private static final Set<State> FINDINGS = Set.of(State.OVERDUE, State.MISSED);

    private final Terminal terminal;
    private final Adapters adapters;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Mixin
    private final ListFile list = new ListFile();

    @Option(
            names = "--date",
            paramLabel = "D",
            description = "The date, as in 2024-06-16. Default: today, in the store's zone.")
    private @Nullable String date;

    AgendaCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() throws IOException {
        Optional<LocalDate> day = Optional.ofNullable(date).map(Given::date);
        try (OpenedStore opened = options.open(adapters)) {
            Agenda agenda = day.map(on -> opened.desk().agenda().on(opened.id(), on))
                    .orElseGet(() -> opened.desk().agenda().today(opened.id()));
            CsvTable table = new AgendaTable(opened.store(), opened.roster()).of(agenda);
            list.show(terminal, table, SHOWN);
            terminal.out().println(summary(agenda));
            return FINDINGS.stream().allMatch(state -> agenda.in(state).isEmpty()) ? 0 : 1;
        }
    }

    /** How many there are, and in which states. */
    private static String summary(Agenda agenda) {
        List<AgendaItem> items = agenda.items();
        String states = Arrays.stream(State.values())
                .filter(state -> !agenda.in(state).isEmpty())
                .map(state -> agenda.in(state).size() + " " + state.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return agenda.date() + ": " + items.size() + (items.size() == 1 ? " thing to do" : " things to do")
                + (states.isEmpty() ? "." : ": " + states + ".");
    }
}
