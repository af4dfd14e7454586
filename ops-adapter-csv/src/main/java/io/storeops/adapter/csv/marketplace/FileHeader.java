package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.FileFaults;
import io.storeops.adapter.csv.file.Header;
import io.storeops.adapter.csv.file.Records;
import io.storeops.failure.AdapterException;
import io.storeops.spi.ShownText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The header of one file, which may stand below titles and below the line {@code sep=,} that some programs write for spreadsheets.
 */
final class FileHeader {
    private static final String SEPARATOR = "sep=";

    private FileHeader() {}

    /** A record that may be the header. */
    private record Candidate(long line, List<String> cells) {}

    /**
     * Goes to the header.
     *
     * @return where each name stands, to which joined columns may be added
     * @throws AdapterException if there is none, with what is wrong with the record that is most like one
     */
    static Map<String, Integer> places(Records records, Profile profile, Path file) {
        Header header = profile.header();
        Candidate best = null;
        for (int tried = 0; tried < header.within() && records.next(); tried++) {
            if (records.line() == 1 && isSeparator(records, profile.delimiter(), file) && !records.next()) {
                break;
            }
            Candidate candidate = new Candidate(records.line(), records.texts());
            if (header.isOf(candidate.cells())) {
                best = candidate;
                break;
            }
            if (best == null || header.shares(candidate.cells()) > header.shares(best.cells())) {
                best = candidate;
            }
        }
        if (best == null) {
            throw FileFaults.invalid(
                    file, 1, "the file is empty, expected the header '" + String.join(",", header.columns()) + "'");
        }
        return header.places(file, best.line(), best.cells(), profile.personal().isEmpty());
    }

    /** Whether the first record says which character stands between fields. */
    private static boolean isSeparator(Records records, char declared, Path file) {
        List<String> cells = records.texts();
        if (!cells.get(0).startsWith(SEPARATOR)) {
            return false;
        }
        boolean agrees = cells.size() == 2
                && cells.get(0).equals(SEPARATOR)
                && cells.get(1).isEmpty();
        if (!agrees && cells.size() == 1 && cells.get(0).length() == SEPARATOR.length() + 1) {
            throw FileFaults.invalid(
                    file,
                    1,
                    "the file says " + ShownText.of(cells.get(0)) + ", but the profile declares the delimiter "
                            + ShownText.of(String.valueOf(declared)) + "; declare the file's own");
        }
        return agrees;
    }
}
