package io.storeops.adapter.csv.marketplace;

import static java.util.Objects.requireNonNull;

import io.storeops.Marketplace;
import io.storeops.fault.AdapterException;
import io.storeops.fault.FaultKind;
import io.storeops.json.DocumentException;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.MarketplaceProvider;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The marketplace {@code csv}: orders or readings from exported files, as a profile declares them. {@code path} is a file, or a
 * folder whose *.csv files are read in the order of their names; {@code profile} is the name of a shipped profile
 * ({@code tmall-orders}, {@code online-retail}, {@code storeops-readings}) or the path of a profile document.
 *
 * <p><b>What is promised.</b> Every record is in the rows or in the problems of exactly one page, with file, line, column and
 * reason; a reading of another boundary or subject belongs to another request. A file that is not what the profile declares
 * (encoding, header, quoting, width of a record) is an {@link AdapterException} of kind INVALID with file and line, at the page
 * that reaches the fault. Pages have up to 5,000 records and memory is bounded by a page. Columns that no role uses, personal
 * ones among them, never become a value or part of a message. Coverage is always UNKNOWN: a file does not say what it lacks.
 *
 * <p>The file is read by the given encoding, strictly; nothing is guessed. What is declared wrongly and happens to be valid all
 * the same cannot be found: the bytes of 平台 in GBK are also valid UTF-8.
 */
public final class CsvMarketplaceProvider implements MarketplaceProvider {
    private static final ConfigKey<Path> PATH = ConfigKey.path(
            "path", "the exported file, or the folder whose *.csv files are read in the order of their names");
    private static final ConfigKey<String> PROFILE = ConfigKey.text(
            "profile", "the shipped profile " + Profiles.SHIPPED + ", or the path of a profile document");

    private static final int PAGE = 5_000;

    /** Creates the provider, as ServiceLoader does. */
    public CsvMarketplaceProvider() {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return List.of(PATH, PROFILE);
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
        SourceFiles source = new SourceFiles(context.resolve(config.get(PATH)));
        return new CsvMarketplace(source, read(config.get(PROFILE), context), PAGE);
    }

    private static Profile read(String profile, AdapterContext context) {
        try {
            return Profiles.get(profile, context);
        } catch (DocumentException e) {
            throw new AdapterException(FaultKind.INVALID, String.valueOf(e.getMessage()), e);
        }
    }
}
