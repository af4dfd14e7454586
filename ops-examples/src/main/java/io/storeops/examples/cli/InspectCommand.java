package io.storeops.examples.cli;

import io.storeops.Marketplace;
import io.storeops.StoreOps;
import io.storeops.adapter.html.HtmlRenderer;
import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Language;
import io.storeops.catalog.Store;
import io.storeops.feed.RowProblem;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.maintenance.LineState;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.Adapters;
import io.storeops.spi.MarketplaceProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "inspect",
        header = "Fills the daily checklist from a store's files: what its listings show against what is approved.",
        description = {
            "Nothing is kept: the store lives in memory for the moment. The price book says which SKUs there are, and what "
                    + "each is to cost; a row of anything else is a finding.",
            "A file speaks of the instant in its name or of when it was written. One that is too old, or cut off, judges "
                    + "nothing; --at tells of which instant the look is. Stock is not judged by one look alone.",
            "What the rules propose is for a person to confirm; a line that no file tells of is left open."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was found",
            "1:something is wrong or could not be checked, or some rows were rejected",
            "2:wrong use or failure"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  storeops inspect --file shopify-products=products.csv --file price-book=prices.csv \\",
            "      --store S1 --zone Asia/Shanghai --currency CNY --out checklist",
            "  storeops inspect --file woocommerce-products=shop.csv --file price-book=prices.csv \\",
            "      --file erp-stock=stock.csv --store UK1 --zone Europe/London --currency GBP --language en --out checklist"
        })
final class InspectCommand implements Callable<Integer> {
    private static final String SHIPPED_FILES = "as in price-book=prices.csv";

    private final Terminal terminal;
    private final Adapters adapters;

    @Option(
            names = "--file",
            paramLabel = "PROFILE=PATH",
            required = true,
            description =
                    "A file, or a folder of *.csv files, and how it is to be read: a shipped profile's name or the "
                            + "path of a profile document. Once for each; one has the listings, one the price book.")
    private Map<String, Path> files = new LinkedHashMap<>();

    @Option(names = "--store", paramLabel = "ID", required = true, description = "What to call the store.")
    private String store = "";

    @Option(
            names = "--zone",
            paramLabel = "Z",
            required = true,
            description = "The zone of the store's days, as in Asia/Shanghai.")
    private String zone = "";

    @Option(
            names = "--currency",
            paramLabel = "C",
            required = true,
            description = "The currency of the prices, as in CNY.")
    private String currency = "";

    @Option(
            names = "--language",
            paramLabel = "L",
            defaultValue = "zh",
            description = "The language of the checklist: zh or en. Default: zh.")
    private String language = "";

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "The instant of the look, as in 2024-06-16T09:05:00+08:00. Default: now.")
    private @Nullable String at;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder that gets checklist.csv, checklist.html, anomalies.csv and rejected.csv.")
    private Path out = Path.of("");

    InspectCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() throws IOException {
        Store shop = new Store(
                StoreId.of(store),
                store,
                read(zone, "is not a time zone (expected something like Asia/Shanghai)", ZoneId::of),
                read(currency, "is not a currency (expected ISO 4217, as in CNY)", Currency::getInstance),
                read(language, "is not a language of checklists (expected zh or en)", InspectCommand::languageOf));
        Instant now = at == null
                ? Instant.now()
                : read(
                        at,
                        "is not an instant (expected as in 2024-06-16T09:05:00+08:00)",
                        text -> OffsetDateTime.parse(text).toInstant());
        Folders.writable(out);
        for (Path file : files.values()) {
            Folders.requireOther(out, file);
        }
        SettableClock clock = SettableClock.at(now);
        try (FileInspection inspection = FileInspection.of(shop, clock, marketplace(clock))) {
            return told(inspection);
        }
    }

    private Marketplace marketplace(SettableClock clock) {
        MarketplaceProvider provider = adapters.marketplace("csv");
        List<Map<String, Json>> sources = files.entrySet().stream()
                .map(file -> Map.of(
                        "profile", Json.of(file.getKey()),
                        "path", Json.of(file.getValue().toString())))
                .toList();
        Map<String, Json> settings = new LinkedHashMap<>(sources.get(0));
        if (sources.size() > 1) {
            settings.put(
                    "more",
                    Json.array(sources.stream().skip(1).map(Json::object).toList()));
        }
        Marketplace marketplace = provider.create(
                AdapterConfig.of("csv", provider.configKeys(), Json.object(settings)),
                AdapterContext.of(clock, StoreOps.tables(), Path.of("")));
        if (marketplace.listings().isEmpty() || marketplace.priceBook().isEmpty()) {
            marketplace.close();
            throw new WrongUse("None of the files " + files.keySet() + " is "
                    + (marketplace.listings().isEmpty() ? "of listings" : "a price book")
                    + ". Give one of each with --file, " + SHIPPED_FILES);
        }
        return marketplace;
    }

    private int told(FileInspection inspection) throws IOException {
        PeoplesTable.write(out.resolve("checklist.csv"), inspection.checklist());
        PeoplesTable.write(out.resolve("anomalies.csv"), inspection.anomalies());
        PeoplesTable.write(out.resolve("rejected.csv"), inspection.rejectedRows());
        Files.write(
                out.resolve("checklist.html"),
                inspection.rendered(new HtmlRenderer()).content());
        PeoplesTable.print(terminal, inspection.checklist(), FileInspection.SHOWN);
        List<RowProblem> rejected = inspection.rejected();
        rejected.stream().limit(10).forEach(problem -> terminal.out().println("rejected: " + problem));
        terminal.out()
                .println(inspection.anomalies().rows().size() + " anomalies, "
                        + inspection.proposed(LineState.COULD_NOT_CHECK) + " lines that could not be checked, "
                        + inspection.proposed(LineState.PENDING) + " that no file tells of, " + rejected.size()
                        + " rows rejected; see " + out.resolve("checklist.html"));
        boolean found = !inspection.anomalies().rows().isEmpty()
                || inspection.proposed(LineState.COULD_NOT_CHECK) > 0
                || !rejected.isEmpty();
        return found ? 1 : 0;
    }

    private static Language languageOf(String tag) {
        return Stream.of(Language.values())
                .filter(known -> known.locale().getLanguage().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T read(String text, String rule, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException | NoSuchElementException e) {
            throw new WrongUse("'" + text + "' " + rule, e);
        }
    }
}
