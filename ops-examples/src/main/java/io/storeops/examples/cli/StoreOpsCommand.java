package io.storeops.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.spi.Adapters;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code storeops}: knows its commands, and how to say that something went wrong. */
@Command(
        name = "storeops",
        header = "StoreOps: the duties of an online-store operator, carried out, checked and measured.",
        description = "%nNew here? Run 'storeops demo' and open storeops-demo/board.html.%n",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "1:differences or findings", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops demo",
            "  storeops day --orders orders.csv --profile tmall-orders --store S1 --date 2020-02-25",
            "  storeops profile check orders.csv",
            "  storeops detect stores --out detections.csv",
            "  storeops inspect --file shopify-products=products.csv --file price-book=prices.csv --store S1 \\",
            "      --zone Asia/Shanghai --currency CNY --out checklist",
            "  storeops agenda storeops.json --as op-1",
            "  storeops anomalies storeops.json --as mgr-1",
            "  storeops deliveries storeops.json --as op-1",
            "  storeops week storeops.json --as op-1 --week 2024-W24",
            "  storeops scorecard storeops.json --as mgr-1 --period 2024-W24",
            "  storeops report storeops.json --as op-1 --week 2024-W24 --out week.html",
            "  storeops floor cases.jsonl --out results.jsonl",
            "  storeops replay scenario-a --out results",
            "  storeops adapters",
            "  storeops verify storeops-demo/store",
            "  storeops adopt storeops-demo/store --show",
            "  storeops migrate --product postgresql --print-sql",
            "  storeops copy --from csv:storeops-demo/store --to jdbc:h2:./database",
            "  storeops COMMAND --help"
        })
@SuppressWarnings("UnusedVariable") // The options are read by picocli, from their annotations.
public final class StoreOpsCommand implements Runnable {
    private static final int WIDTH = 100;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    private boolean version;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Shows the whole trace of a failure.")
    private boolean debug;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private StoreOpsCommand() {}

    /**
     * Runs the command line.
     *
     * @param args the arguments
     * @param terminal where to write
     * @return 0 for fine, 1 for differences or findings, 2 for wrong use or failure
     */
    public static int run(String[] args, Terminal terminal) {
        Failures failures = new Failures(terminal.err());
        try {
            Adapters adapters =
                    Adapters.discover(Objects.requireNonNull(StoreOpsCommand.class.getClassLoader(), "class loader"));
            return commandLine(terminal, adapters, failures).execute(args);
        } catch (RuntimeException e) {
            return failures.failed(e, List.of(args).contains("--debug"));
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private static CommandLine commandLine(Terminal terminal, Adapters adapters, Failures failures) {
        CommandLine line = new CommandLine(new StoreOpsCommand())
                .addSubcommand(new DemoCommand(terminal, adapters))
                .addSubcommand(new DayCommand(terminal, adapters))
                .addSubcommand(new ProfileCommand(terminal))
                .addSubcommand(new DetectCommand(terminal))
                .addSubcommand(new InspectCommand(terminal, adapters))
                .addSubcommand(new AgendaCommand(terminal, adapters))
                .addSubcommand(new AnomaliesCommand(terminal, adapters))
                .addSubcommand(new DeliveriesCommand(terminal, adapters))
                .addSubcommand(new WeekCommand(terminal, adapters))
                .addSubcommand(new ScorecardCommand(terminal, adapters))
                .addSubcommand(new ReportCommand(terminal, adapters))
                .addSubcommand(new FloorCommand(terminal))
                .addSubcommand(new ReplayCommand(terminal, adapters))
                .addSubcommand(new AdaptersCommand(terminal, adapters))
                .addSubcommand(new VerifyCommand(terminal, adapters))
                .addSubcommand(new AdoptCommand(terminal))
                .addSubcommand(new MigrateCommand(terminal, adapters))
                .addSubcommand(new CopyCommand(terminal, adapters));
        line.getCommandSpec().version("storeops " + version());
        return line.setOut(new PrintWriter(terminal.out(), true, UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(WIDTH)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler((failure, args) -> failures.wrongUse(failure, List.of(args)))
                .setExecutionExceptionHandler((failure, command, result) -> {
                    terminal.endProgress();
                    return failures.failed(failure, result.expandedArgs().contains("--debug"));
                });
    }

    private static String version() {
        return Objects.requireNonNullElse(
                StoreOpsCommand.class.getPackage().getImplementationVersion(), "(not packaged)");
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Name a command: " + spec.subcommands().keySet());
    }
}
