package io.storeops.examples.cli;

import io.storeops.Marketplace;
import io.storeops.StoreOps;
import io.storeops.adapter.csv.marketplace.CsvMarketplaceProvider;
import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.feed.Period;
import io.storeops.figures.OrderIntake;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.SlotReporting;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.Adapters;
import io.storeops.spi.DefaultRoster;
import io.storeops.spi.MarketplaceProvider;
import io.storeops.storage.MemoryStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "day",
        header = "Shows one day of a real order file, slot by slot, with every row of the file accounted for.",
        description = {
            "Nothing is kept: the store lives in memory for the moment. Orders count by the time of their payment; what was "
                    + "given back stands apart. Orders tell nothing of visitors, so visitors and conversion are missing, not 0.",
            "A slot is actual only if a file covers it: the period that the file states, as the profile says how, or that "
                    + "--period states; else the span from the file's earliest to its latest payment. What is not covered "
                    + "is an estimate, or missing where there is no order; never 0."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every row could be read", "1:some rows were rejected", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops day --orders orders.csv --profile tmall-orders --store S1 --date 2020-02-25",
            "  storeops day --orders exports --profile my-profile.json --store UK1 --date 2010-12-17 \\",
            "      --zone Europe/London --currency GBP --out rejected",
            "  storeops day --orders june.csv --profile tmall-orders --store S1 --date 2024-06-02 \\",
            "      --period 2024-06-01/2024-06-30"
        })
final class DayCommand implements Callable<Integer> {
    private static final ActorId OPERATOR = ActorId.of("operator");

    private final Terminal terminal;
    private final Adapters adapters;

    @Option(
            names = "--orders",
            paramLabel = "PATH",
            required = true,
            description =
                    "The order file, or a folder whose *.csv, *.xlsx and *.xls files are read in the order of their names.")
    private Path orders = Path.of("");

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            required = true,
            description = "How the file is to be read: a shipped profile's name, or the path of a profile document.")
    private String profile = "";

    @Option(names = "--store", paramLabel = "ID", required = true, description = "What to call the store.")
    private String store = "";

    @Option(names = "--date", paramLabel = "D", required = true, description = "The date, as in 2020-02-25.")
    private String date = "";

    @Option(
            names = "--period",
            paramLabel = "FROM/TO",
            description = "The period of which the files have every order, as you vouch: a date, two dates (both "
                    + "included), or two local date-times (the second excluded). Default: what the files say.")
    private @Nullable String period;

    @Option(
            names = "--zone",
            paramLabel = "Z",
            description = "The zone of the store's days, as in Asia/Shanghai. Default: the profile's.")
    private @Nullable String zone;

    @Option(
            names = "--currency",
            paramLabel = "C",
            description = "The currency of the amounts, as in CNY. Default: the profile's.")
    private @Nullable String currency;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder that gets every rejected row, in rejected.csv.")
    private @Nullable Path out;

    DayCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() throws IOException {
        LocalDate day = read(date, "is not a date (expected yyyy-MM-dd)", LocalDate::parse);
        if (out != null) {
            Folders.writable(out);
            Folders.requireOther(out, orders);
        }
        AdapterContext files = AdapterContext.of(SettableClock.at(Instant.EPOCH), StoreOps.tables(), Path.of(""));
        CsvMarketplaceProvider.Locality locality = CsvMarketplaceProvider.localityOf(profile, files);
        Store shop = new Store(
                StoreId.of(store),
                store,
                chosen(
                        "--zone, as in Asia/Shanghai",
                        zone,
                        "is not a time zone (expected something like Asia/Shanghai)",
                        ZoneId::of,
                        locality.zone()),
                chosen(
                        "--currency, as in CNY",
                        currency,
                        "is not a currency (expected ISO 4217, as in CNY)",
                        Currency::getInstance,
                        locality.currency()));
        Optional<Period> stated = Optional.ofNullable(period)
                .map(text -> read(
                        text,
                        "is not a period (expected as in 2024-06-01, 2024-06-01/2024-06-30 or"
                                + " 2024-06-01T00:00/2024-06-01T10:00)",
                        given -> StatedPeriod.parse(given, shop.zone())));
        // The program begins here: what the file says of later than now proves nothing.
        Clock clock = Clock.systemUTC();
        try (StoreOps ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .marketplace(shop.id(), marketplace(files))
                .build()) {
            ops.enrol(Enrolment.builder(shop, day)
                    .person(OPERATOR.value(), Role.OPERATOR)
                    .roster(DefaultRoster.of(shop.id(), day))
                    .build());
            return show(shop, ops.deskOf(OPERATOR).reporting(), day, stated);
        }
    }

    private Marketplace marketplace(AdapterContext files) {
        MarketplaceProvider provider = adapters.marketplace("csv");
        Map<String, String> settings = Map.of("path", orders.toString(), "profile", profile);
        return new WatchedOrders(
                provider.create(AdapterConfig.of("csv", provider.configKeys(), settings), files),
                rows -> terminal.progress("Reading orders: " + rows));
    }

    private int show(Store shop, SlotReporting reporting, LocalDate day, Optional<Period> stated) throws IOException {
        OrderIntake intake = stated.isPresent()
                ? reporting.collectOrders(shop.id(), day, stated.get())
                : reporting.collectOrders(shop.id(), day);
        terminal.endProgress();
        DayPrint print = new DayPrint(terminal.out(), new Shown(shop));
        DayBook book = reporting.dayBook(shop.id(), day);
        print.slots(book);
        print.coverage(book, intake, stated);
        print.accounting(intake, Optional.ofNullable(out));
        return intake.problems().isEmpty() ? 0 : 1;
    }

    private <T> T chosen(
            String option, @Nullable String given, String rule, Function<String, T> parser, Optional<T> fallback) {
        return Optional.ofNullable(given)
                .map(text -> read(text, rule, parser))
                .or(() -> fallback)
                .orElseThrow(() -> new WrongUse("The profile '" + profile + "' does not say it; give " + option));
    }

    private static <T> T read(String text, String rule, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new WrongUse("'" + text + "' " + rule, e);
        }
    }
}
