package io.storeops.adapter.csv.marketplace;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.feed.RowProblem;
import io.storeops.id.StoreId;
import io.storeops.spi.AdapterContext;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The profiles of the marketplace {@code csv}: shows those that ship with the library, and looks at a file to tell which of them reads it. Nothing that
 * stands in a file below its header is shown, but the cells of columns that a profile reads and refuses. Thread-safe.
 */
public final class FileProfiles {
    /** The longest list of problems of a file that is kept. */
    public static final int MOST_PROBLEMS = 10;

    private FileProfiles() {}

    /**
     * What a look at a file showed.
     *
     * @param sheet whether it is a workbook, of which the first sheet with a header was looked at; then a draft has an encoding and a delimiter,
     *     which mean nothing
     * @param encoding the encoding in which all of it can be read
     * @param delimiter the character that stands between fields
     * @param headerLine the line of the header, from 1; 0 if no line near the beginning looks like one
     * @param header the names of the columns; none if there is no header
     * @param records how many records stand below the header
     * @param fits the shipped profiles that declare this header, those that refuse fewest records first
     * @param nearest what the shipped profile lacks that declares the most columns of this header, where none declares it
     * @param draft a profile to begin with
     * @param missing what a person has to write into the draft before it can be read; nothing if it can be
     * @param fit what the draft makes of the file, if it can be read
     */
    public record Look(
            boolean sheet,
            String encoding,
            char delimiter,
            long headerLine,
            List<String> header,
            long records,
            List<Fit> fits,
            Optional<String> nearest,
            String draft,
            List<String> missing,
            Optional<Fit> fit) {
        /** Copies the lists. */
        public Look {
            requireNonNull(encoding, "encoding");
            header = List.copyOf(header);
            fits = List.copyOf(fits);
            requireNonNull(nearest, "nearest");
            requireNonNull(draft, "draft");
            missing = List.copyOf(missing);
            requireNonNull(fit, "fit");
        }
    }

    /**
     * What a profile makes of a file.
     *
     * @param profile its name
     * @param taken how many records are rows
     * @param leftOut how many are none of the store's, repeat another or only add to one
     * @param passedOver how many are no rows: totals, footers, blank ones
     * @param refused how many cannot be taken
     * @param problems the first of those
     * @param fault why the file is refused as a whole, if it is; then nothing was counted
     */
    public record Fit(
            String profile,
            long taken,
            long leftOut,
            long passedOver,
            long refused,
            List<RowProblem> problems,
            Optional<String> fault) {
        /** Copies the list. */
        public Fit {
            requireNonNull(profile, "profile");
            problems = List.copyOf(problems);
            requireNonNull(fault, "fault");
        }
    }

    /**
     * The names of the profiles that ship with the library.
     *
     * @return in the order of the alphabet
     */
    public static List<String> shipped() {
        return Profiles.SHIPPED;
    }

    /**
     * The document of a profile, as one may copy and change it.
     *
     * @param nameOrPath a shipped name, or the path of a document
     * @param context where a relative path begins
     * @return the JSON text
     * @throws AdapterException if there is no such profile, or it breaks a rule, with its JSON path
     */
    public static String document(String nameOrPath, AdapterContext context) {
        CsvMarketplaceProvider.read(nameOrPath, context);
        return Profiles.text(nameOrPath, context);
    }

    /**
     * The JSON Schema (2020-12) of profiles, for editors. It says what form a document has; the reader says what it means.
     *
     * @return the JSON text
     */
    public static String schema() {
        return Profiles.resource("file-profile.schema.json");
    }

    /**
     * Looks at a file and tries the shipped profiles on it.
     *
     * @param file the file
     * @param zone the zone of local times where a profile leaves it to the store
     * @param currency the currency of amounts where a profile leaves it to the store
     * @param context where a relative path begins
     * @return what was seen
     * @throws AdapterException if there is no such file, or it is no text: a workbook, a web page, other bytes
     */
    public static Look look(Path file, ZoneId zone, Currency currency, AdapterContext context) {
        Path at = context.resolve(file);
        Glance glance = Glance.of(at);
        List<Fit> fits = new ArrayList<>();
        for (String name : Profiles.SHIPPED) {
            Profile profile = Profiles.get(name, context);
            if (profile.header().isOf(glance.header())) {
                fits.add(fit(at, profile, glance, zone, currency));
            }
        }
        fits.sort(Comparator.comparing((Fit fit) -> fit.fault().isPresent()).thenComparing(Fit::refused));
        Draft draft = Draft.of(glance, zone, currency);
        return new Look(
                glance.sheet(),
                glance.encoding().name(),
                glance.delimiter(),
                glance.headerLine(),
                glance.header(),
                glance.records(),
                fits,
                fits.isEmpty() ? nearest(glance, context) : Optional.empty(),
                draft.text(),
                draft.missing(),
                draft.profile().map(profile -> fit(at, profile, glance, zone, currency)));
    }

    private static Fit fit(Path file, Profile profile, Glance glance, ZoneId zone, Currency currency) {
        Store store = new Store(
                StoreId.of("S1"),
                "S1",
                profile.zone().orElse(zone),
                profile.currency().orElse(currency));
        try {
            Trial trial = Trial.of(file, profile, store, MOST_PROBLEMS);
            return new Fit(
                    profile.name(),
                    trial.taken(),
                    trial.leftOut(),
                    trial.passedOver(),
                    trial.refused(),
                    trial.problems(),
                    Optional.empty());
        } catch (AdapterException e) {
            return new Fit(profile.name(), 0, 0, 0, 0, List.of(), Optional.of(fault(e, profile, glance)));
        }
    }

    private static String fault(AdapterException e, Profile profile, Glance glance) {
        boolean otherEncoding = !glance.sheet() && !profile.encoding().equals(glance.encoding());
        boolean otherDelimiter = !glance.sheet() && profile.delimiter() != glance.delimiter();
        return otherEncoding || otherDelimiter
                ? "the file is in " + glance.encoding() + " with '" + glance.delimiter()
                        + "' between fields, the profile reads " + profile.encoding() + " with '" + profile.delimiter()
                        + "'; copy the profile and change that"
                : String.valueOf(e.getMessage());
    }

    private static Optional<String> nearest(Glance glance, AdapterContext context) {
        Optional<Profile> nearest = Profiles.SHIPPED.stream()
                .map(name -> Profiles.get(name, context))
                .filter(profile -> profile.header().shares(glance.header()) > 1)
                .max(Comparator.comparing(profile -> profile.header().shares(glance.header())));
        return nearest.map(profile -> {
            List<String> lacking = profile.header().columns().stream()
                    .filter(column -> !glance.header().contains(column))
                    .toList();
            return profile.name()
                    + (lacking.isEmpty() ? ", which has other columns or another order" : " lacks " + lacking);
        });
    }
}
