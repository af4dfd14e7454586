package io.storeops.adapter.csv.changes;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.storeops.catalog.Store;
import io.storeops.document.Formulas;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.id.Sha256;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingEditor.Wish;
import io.storeops.listing.ListingField;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The files of changes in a folder, one for each wish: whoever has imported one moves it away, and of two wishes neither can damage the
 * other's file. The name has the key, so that one wish is one file however often it comes. A file is written beside its place and then
 * renamed, so it is whole or not there. Thread-safe.
 */
final class ChangeFolder {
    private static final String MARK = "\uFEFF";
    private static final String KEY = "[0-9a-f]{64}";
    private static final String UNFIT = "[^A-Za-z0-9.-]";
    private static final int LONGEST_PART = 40;

    private static final List<String> HEADER = List.of("store", "item", "sku", "field", "value", "currency");

    private final Path folder;

    ChangeFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the file of a wish, unless it is there.
     *
     * @return its path
     * @throws AdapterException of kind INVALID if it cannot be written; it is not there then
     */
    Path write(Wish wish) {
        Path file = folder.resolve(name(wish));
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                put(file, text(wish));
            }
            return file;
        } catch (IOException | UncheckedIOException e) {
            throw new AdapterException(
                    FaultKind.INVALID,
                    "The file of changes " + file + " cannot be written: " + e
                            + ". Check that the folder of the key 'changes'" + " may be written",
                    e);
        }
    }

    private static void put(Path file, String text) throws IOException {
        Path staged = Files.createTempFile(file.getParent(), "change", ".new");
        try {
            try (OutputStream out = Files.newOutputStream(staged)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    private static String name(Wish wish) {
        ListedField at = wish.at();
        String key =
                wish.key().matches(KEY) ? wish.key() : Sha256.of(wish.key()).hex();
        return part(at.store().id().value()) + "_" + part(at.subject()) + "_"
                + at.field().fileName() + "_" + key + ".csv";
    }

    /** What of an id every file system can have in a name; the key tells two apart that are alike in it. */
    private static String part(String id) {
        String fit = id.replaceAll(UNFIT, "-");
        return fit.substring(0, Math.min(fit.length(), LONGEST_PART));
    }

    private static String text(Wish wish) {
        ListedField at = wish.at();
        StringWriter text = new StringWriter();
        text.write(MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            csv.writeRecord(List.of(
                    safe(at.store().id().value()),
                    safe(at.itemId()),
                    safe(at.skuId().orElse("")),
                    at.field().name(),
                    at.field() == ListingField.PRICE_MINOR
                            ? major(wish.value().text(), at.store())
                            : safe(wish.value().text()),
                    at.field() == ListingField.PRICE_MINOR
                            ? at.store().currency().getCurrencyCode()
                            : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String major(String minor, Store store) {
        return new BigDecimal(minor)
                .movePointLeft(Math.max(0, store.currency().getDefaultFractionDigits()))
                .toPlainString();
    }

    /** What a spreadsheet could take for a formula has an apostrophe in front, as has what begins with one. */
    private static String safe(String text) {
        return needsApostrophe(text) ? "'" + text : text;
    }

    /** Whether a text is written with an apostrophe in front. */
    static boolean needsApostrophe(String text) {
        return Formulas.begin(text) || text.startsWith("'");
    }
}
