package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.FileFaults;
import io.storeops.adapter.csv.file.Records;
import io.storeops.adapter.csv.file.SheetSources;
import io.storeops.failure.AdapterException;
import io.storeops.spi.sheet.SheetFile;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of a file from its header on: of a text, or of the first sheet that has the header. Not thread-safe. */
final class HeadedRecords implements Closeable {
    private final Records records;
    private final Map<String, Integer> places;
    private final Optional<SheetFile> sheets;

    private HeadedRecords(Records records, Map<String, Integer> places, Optional<SheetFile> sheets) {
        this.records = records;
        this.places = places;
        this.sheets = sheets;
    }

    /**
     * Opens a file and goes to its header.
     *
     * @throws AdapterException if it is not what the profile declares, or has no such header
     */
    static HeadedRecords open(Path file, Profile profile) {
        Optional<SheetFile> sheets = SheetSources.open(file);
        if (sheets.isEmpty()) {
            return headed(Records.open(file, profile.encoding(), profile.dialect()), profile, file, sheets);
        }
        try {
            return ofFirst(sheets.get(), profile, file);
        } catch (RuntimeException e) {
            sheets.get().close();
            throw e;
        }
    }

    private static HeadedRecords ofFirst(SheetFile sheets, Profile profile, Path file) {
        List<AdapterException> faults = new ArrayList<>();
        for (String sheet : sheets.sheets()) {
            try {
                return headed(
                        Records.of(file, profile.dialect(), sheets.rows(sheet)), profile, file, Optional.of(sheets));
            } catch (AdapterException e) {
                // Beside the sheet with the data there may be others, as with notes.
                faults.add(e);
            }
        }
        throw faults.isEmpty() ? FileFaults.invalid(file, 1, "the file has no sheet; export it anew") : faults.get(0);
    }

    private static HeadedRecords headed(Records records, Profile profile, Path file, Optional<SheetFile> sheets) {
        try {
            return new HeadedRecords(records, FileHeader.places(records, profile, file), sheets);
        } catch (RuntimeException e) {
            records.close();
            throw e;
        }
    }

    /** The records, of which the header is the current one. */
    Records records() {
        return records;
    }

    /** Where each name stands, to which joined columns may be added. */
    Map<String, Integer> places() {
        return places;
    }

    @Override
    public void close() {
        records.close();
        sheets.ifPresent(SheetFile::close);
    }
}
