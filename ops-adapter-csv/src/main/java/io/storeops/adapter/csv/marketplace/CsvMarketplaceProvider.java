package io.storeops.adapter.csv.marketplace;

import static java.util.Objects.requireNonNull;

import io.storeops.Marketplace;
import io.storeops.adapter.csv.file.SourceFiles;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.MarketplaceProvider;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The marketplace {@code csv}: orders, readings and states from exported files, as profiles declare them. {@code path} is a file, or a
 * folder whose *.csv, *.xlsx and *.xls files are read in the order of their names; {@code profile} is the name of a shipped profile (as in
 * {@code tmall-orders} or {@code shopify-products}) or the path of a profile document; {@code more} are further files of the same store,
 * as in {@code [{"path": "book.csv", "profile": "price-book"}]}. A kind of rows stands in one of them only.
 *
 * <p><b>What is promised.</b> Every record is in the rows or in the problems of exactly one page, with file, line, column and
 * reason; a reading of another boundary or subject belongs to another request. A file that is not what the profile declares
 * (encoding, header, quoting, width of a record) is an {@link AdapterException} of kind INVALID with file and line, at the page
 * that reaches the fault. A page has up to 5,000 records and memory is bounded by it; following the cursors reads every file
 * once. A file that changes between two pages is a CONFLICT. Columns that no role uses, personal ones among them, never become a
 * value or part of a message. All orders of the files are given, whatever period is asked for; which of them repeat or contradict each other,
 * who collects them decides.
 *
 * <p><b>What a file covers.</b> A page is of one file. The file states the period of which it has every order by its name or by the dates of a column, as
 * {@code orders.period} says; a file that states none proves what lies between its payments, and no hour without a payment unless its payments stand in the
 * order of time. A file that was written within the period that it states has no more than up to then. A file whose last line has no line end, or whose first
 * record is too narrow, shows that it was cut off: that row is a problem, and the file states nothing. A cut exactly between two lines cannot be seen in a file
 * that states its period. Coverage is UNKNOWN: a folder does not say which files it lacks.
 *
 * <p><b>A profile</b> is a JSON object; an unknown member is refused with its path. What each member does, what can be expressed and what cannot stands in
 * {@code docs/profiles.md}, its form in a JSON Schema ({@link FileProfiles#schema()}). {@link FileProfiles} shows the shipped ones and tells which of them reads
 * a file.
 *
 * <p>A line of an order may have {@code quantity} and {@code price} in place of {@code gross}; their product must be whole in
 * minor units, the price alone need not. A total below 0 is given back; {@code cancellationPrefix} marks the orders that only
 * take back. Two patterns of times that read one text as two times are refused when the profile is read.
 *
 * <p><b>What is refused row by row.</b> An id that a spreadsheet has shortened to a number with an exponent, whatever its style, or that is a label of totals; a
 * first group of thousands that begins with 0. Columns whose names speak of a currency, a status or a shop and of which the profile says nothing: paid rows must
 * agree in them, the currency must be the store's, and no status may read as if nothing was paid. Percentages are not read: a ratio is computed from its counts. A local time that the clocks skip is a problem; of
 * one that they show twice the earlier is meant. Without {@code observedAt} a reading was observed at its boundary.
 *
 * <p><b>States.</b> {@code listings}, {@code stock}, {@code priceBook}, {@code competitors} and {@code health} say how things are at an
 * instant, which {@code asOf} tells. Every such file is read twice, so that a fault anywhere is told at the first page, and two rows that
 * contradict each other are both problems; of a row about 50 bytes are kept meanwhile. A file that shows that it was cut off is PARTIAL. A web
 * page is refused as one. The members, the shipped profiles and their files stand in {@code docs/csv-profiles.md}.
 *
 * <p><b>Writing.</b> With {@code changes}, a change to a listing is a file in that folder for a person to import (MANUAL_REQUIRED), and what
 * came of it is what the newest snapshot of the listings shows.
 *
 * <p>What is declared wrongly and happens to be valid all the same cannot be found: the bytes of 平台 in GBK are also valid UTF-8.
 */
public final class CsvMarketplaceProvider implements MarketplaceProvider {
    private static final ConfigKey<Path> PATH = ConfigKey.path(
            "path",
            "the exported file, or the folder whose *.csv, *.xlsx and *.xls files are read in the order of their"
                    + " names");
    private static final ConfigKey<String> PROFILE = ConfigKey.text(
            "profile", "the shipped profile " + Profiles.SHIPPED + ", or the path of a profile document");

    private static final ConfigKey<Json> MORE = ConfigKey.json(
                    "more",
                    "further files of the store, each with its profile, as in [{\"path\": \"book.csv\", \"profile\":"
                            + " \"price-book\"}]")
            .optional();
    private static final ConfigKey<Path> CHANGES = ConfigKey.path(
                    "changes",
                    "the folder of the files of changes to listings, for a person to import; without it nobody writes")
            .optional();

    private static final int PAGE = 5_000;

    /** Creates the provider, as ServiceLoader does. */
    public CsvMarketplaceProvider() {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return List.of(PATH, PROFILE, MORE, CHANGES);
    }

    /**
     * What a profile says of the shop whose files it reads. Immutable.
     *
     * @param zone the zone of the files' local times; empty if the profile leaves it to the store
     * @param currency the currency of the files' amounts; empty if the profile leaves it to the store
     */
    public record Locality(Optional<ZoneId> zone, Optional<Currency> currency) {
        /** Checks for null. */
        public Locality {
            requireNonNull(zone, "zone");
            requireNonNull(currency, "currency");
        }
    }

    /**
     * The zone and the currency that a profile names, for hosts that make a store out of an exported file alone.
     *
     * @param profile a shipped profile's name, or the path of a profile document
     * @param context where a relative path begins
     * @return what the profile says
     * @throws AdapterException if the profile is not there or breaks a rule, with its JSON path
     */
    public static Locality localityOf(String profile, AdapterContext context) {
        Profile read = read(profile, context);
        return new Locality(read.zone(), read.currency());
    }

    /**
     * Makes the marketplace. The files need not be there yet: they are looked for when a feed is read.
     *
     * @throws AdapterException if the profile is not there or breaks a rule, with its JSON path
     */
    @Override
    public Marketplace create(AdapterConfig config, AdapterContext context) {
        List<FileFeeds> sources = new ArrayList<>();
        sources.add(feeds(config.get(PATH), config.get(PROFILE), context));
        config.find(MORE).ifPresent(more -> {
            try {
                for (JsonReader place : JsonReader.root("the key 'more'", more).elements()) {
                    place.onlyMembers(Set.of(PATH.name(), PROFILE.name()));
                    sources.add(feeds(
                            place.member(PATH.name()).as("is not a path", Path::of),
                            place.text(PROFILE.name()),
                            context));
                }
            } catch (DocumentException e) {
                throw new AdapterException(FaultKind.INVALID, String.valueOf(e.getMessage()), e);
            }
        });
        return new CsvMarketplace(sources, config.find(CHANGES).map(context::resolve));
    }

    private static FileFeeds feeds(Path path, String profile, AdapterContext context) {
        return new FileFeeds(new SourceFiles(context.resolve(path)), read(profile, context), PAGE);
    }

    /** A profile, whose broken rules are faults of the configuration. */
    static Profile read(String profile, AdapterContext context) {
        try {
            return Profiles.get(profile, context);
        } catch (DocumentException e) {
            throw new AdapterException(FaultKind.INVALID, String.valueOf(e.getMessage()), e);
        }
    }
}
