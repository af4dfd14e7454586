package io.storeops.adapter.csv.storage;

import java.util.List;
import java.util.Optional;

/**
 * What a journal file holds.
 *
 * @param base the number of the last frame before this journal
 * @param frames the whole frames, numbered from {@code base + 1} without gaps
 * @param torn the unfinished frame at the end, if there is one
 */
record JournalContent(long base, List<Frame> frames, Optional<TornTail> torn) {
    static final String FILE = "_journal.csv";

    /**
     * A frame that was not written to its end. Its commit was never acknowledged.
     *
     * @param number the number it would have had
     * @param offset where it begins in the journal
     * @param line the line where it begins
     * @param length how many bytes there are of it
     */
    record TornTail(long number, int offset, long line, int length) {}

    /** Whether it has nothing that the tables lack: so a store that was closed leaves it. */
    boolean empty() {
        return frames.isEmpty() && torn.isEmpty();
    }

    /** The number of the last frame. */
    long last() {
        return base + frames.size();
    }

    /** The first line of a journal. */
    static byte[] header(long base) {
        return Frame.checked(new byte[0], CsvText.BOM + "J," + base + ",");
    }
}
