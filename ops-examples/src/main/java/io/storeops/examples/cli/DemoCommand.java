package io.storeops.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.StoreOps;
import io.storeops.adapter.html.Board;
import io.storeops.examples.demo.Demo;
import io.storeops.publishing.Channel;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.Adapters;
import io.storeops.spi.ChannelProvider;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        header = "Shows one day of one store: readings, releases, a correction, the final figures.",
        description = {
            "The day is invented. Each release is printed as it happens. DIR gets the store as CSV files, the releases as "
                    + "Markdown files, and board.html, which needs nothing but a browser. Run again on the same folder it "
                    + "repeats the same commands, which change nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  storeops demo", "  storeops demo --out my-demo", "  storeops verify storeops-demo/store"})
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Adapters adapters;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "storeops-demo",
            description = "The folder that gets everything. Default: ./storeops-demo.")
    private Path out = Path.of("");

    DemoCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() throws IOException {
        Folders.writable(out);
        Demo demo = new Demo();
        PrintStream print = terminal.out();
        print.println("Store " + demo.store().id() + ", " + demo.store().zone() + ", amounts in "
                + demo.store().currency());
        ReleasePrint releases = new ReleasePrint(print, new Shown(demo.store(), demo::findTitle));
        StorageChoice storage = StorageChoice.parse("csv:" + out.resolve("store"));
        Demo.Ending ending = demo.run(clock -> storage.open(adapters, clock), this::dataGroup, releases::print);
        Path board = out.resolve("board.html");
        Files.writeString(
                board, new Board(ending.store(), ending.book(), ending.target(), ending.scores()).page(), UTF_8);
        conclude(ending, board);
        return 0;
    }

    private Channel dataGroup(Clock clock) {
        ChannelProvider provider = adapters.channel("file");
        return provider.create(
                AdapterConfig.of("file", provider.configKeys(), Map.of("directory", "releases")),
                AdapterContext.of(clock, StoreOps.tables(), out));
    }

    private void conclude(Demo.Ending ending, Path board) {
        PrintStream print = terminal.out();
        print.println();
        print.println("The day in measures");
        TextTable table = new TextTable();
        ending.target()
                .ifPresent(target -> table.row(
                        "T target",
                        new Shown(ending.store()).amount(target.actualMinor()) + " of "
                                + new Shown(ending.store())
                                        .amount(target.target().amountMinor()),
                        target.score().ratio().text("N/A")));
        ending.scores()
                .forEach(score -> table.row(
                        score.kpi().id() + " " + score.kpi().english(),
                        score.ratio().n() + " of " + score.ratio().d(),
                        score.ratio().text("N/A")));
        table.print(print);
        print.println();
        print.println("The store as CSV files:   " + out.resolve("store"));
        print.println("The releases as Markdown: " + out.resolve("releases"));
        print.println("The board, for a browser: " + board);
    }
}
