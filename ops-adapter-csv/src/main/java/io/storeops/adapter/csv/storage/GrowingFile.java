package io.storeops.adapter.csv.storage;

import static java.util.Objects.requireNonNull;

import io.storeops.storage.CommitLog.Written;
import io.storeops.storage.Key;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file of a table that only grows: rows in the order in which they were committed. A checkpoint adds the new ones at its
 * end. It is written anew only to make it, to take personal data away, or if something stands behind its end. Thread-safe.
 */
final class GrowingFile {
    private final TableFile file;
    private final List<Written> added = new ArrayList<>();
    private final Map<Key, Written> redacted = new LinkedHashMap<>();
    private Manifest.Entry entry = Manifest.Entry.NONE;
    private CRC32C crc = new CRC32C();
    private long through;
    private boolean tail;
    private @Nullable Next next;

    /** How many rows the file has, if it was read since it was last written. */
    private OptionalInt inFile = OptionalInt.empty();

    /** What a checkpoint has written and not yet announced, or not yet put in its place. */
    private record Next(Manifest.Entry entry, CRC32C crc, boolean staged) {}

    /** A file that is not there yet. */
    GrowingFile(TableFile file) {
        this.file = file;
    }

    String name() {
        return file.name();
    }

    TableFile file() {
        return file;
    }

    /**
     * Takes the file as it was found.
     *
     * @param state its announced state
     * @param last the last frame whose rows are in it
     * @param sum the running checksum of the state
     * @param behind whether something stands behind the state
     */
    synchronized void found(Manifest.Entry state, long last, CRC32C sum, boolean behind) {
        entry = state;
        through = last;
        crc = sum;
        tail = behind;
    }

    /** Adds what a frame of the journal has for the file, unless the file has it. */
    synchronized void apply(long frame, Written written) {
        if (frame <= through) {
            return;
        }
        if (written.revision() == 1) {
            added.add(written);
            return;
        }
        Key key = file.table().keyOf(written.row());
        // Nothing but a redaction changes a row of such a table, perhaps in the commit that inserts it.
        for (int i = added.size() - 1; i >= 0; i--) {
            if (file.table().keyOf(added.get(i).row()).equals(key)) {
                added.set(i, written);
                return;
            }
        }
        redacted.put(key, written);
    }

    synchronized Manifest.Entry entry() {
        return entry;
    }

    /** Whether the next checkpoint has anything to write. */
    synchronized boolean changed() {
        return !added.isEmpty() || !redacted.isEmpty();
    }

    /** The bytes that a checkpoint would add. */
    synchronized byte[] extension() {
        return file.renderRows(added);
    }

    /**
     * Every row, those that no checkpoint has written yet included.
     *
     * @throws DamagedFileException if the file is not what the last checkpoint left
     */
    synchronized List<Written> rows(Disk disk) throws IOException {
        List<Written> rows = new ArrayList<>();
        Map<Key, Written> notInFile = new LinkedHashMap<>(redacted);
        for (Written row : entry.bytes() > 0 ? file.parse(announced(disk)) : List.<Written>of()) {
            Written now =
                    redacted.isEmpty() ? null : notInFile.remove(file.table().keyOf(row.row()));
            rows.add(now == null ? row : now);
        }
        rows.addAll(notInFile.values());
        rows.addAll(added);
        return rows;
    }

    /**
     * The rows in the file, of which no row is new yet.
     *
     * @param content what was read of it, of which {@link #found} has said what is announced
     */
    synchronized List<Written> load(byte[] content) {
        List<Written> rows = entry.bytes() > 0 ? file.parse(announced(content)) : List.of();
        inFile = OptionalInt.of(rows.size());
        return rows;
    }

    /** How many rows there are, those that no checkpoint has written yet included. */
    synchronized long count(Disk disk) throws IOException {
        // A redaction may be of a row that a damaged file has lost.
        return inFile.isPresent() && redacted.isEmpty()
                ? (long) inFile.getAsInt() + added.size()
                : rows(disk).size();
    }

    private byte[] announced(byte[] all) {
        return all.length > entry.bytes() ? Arrays.copyOf(all, (int) entry.bytes()) : all;
    }

    private byte[] announced(Disk disk) throws IOException {
        byte[] state = announced(WholeFile.read(disk, name()));
        if (!Manifest.Entry.of(state).equals(entry)) {
            throw new DamagedFileException(
                    name(), 0, "the file was changed outside while the store was open; take it from a backup");
        }
        return state;
    }

    /**
     * Writes what is new, forced. To be announced next, and then {@link #settle settled}.
     *
     * @return the state that the file will have
     */
    synchronized Manifest.Entry write(Disk disk) throws IOException {
        boolean extended = entry.bytes() > 0 && redacted.isEmpty() && !tail;
        Next written = extended ? extend(disk) : stage(disk);
        next = written;
        return written.entry();
    }

    private Next extend(Disk disk) throws IOException {
        byte[] more = extension();
        // Until it is announced, nobody counts on it; if it never is, the next checkpoint must not add it once more.
        tail = true;
        disk.append(name(), more);
        disk.force(name());
        crc.update(more);
        return new Next(new Manifest.Entry(entry.bytes() + more.length, Checksum.text(crc)), crc, false);
    }

    private Next stage(Disk disk) throws IOException {
        byte[] whole = file.render(rows(disk));
        String staged = name() + Disk.STAGED;
        disk.write(staged, whole);
        disk.force(staged);
        CRC32C sum = new CRC32C();
        sum.update(whole);
        return new Next(new Manifest.Entry(whole.length, Checksum.text(sum)), sum, true);
    }

    /** Whether what was written waits to be put in its place. */
    synchronized boolean staged() {
        return next != null && next.staged();
    }

    /** What was written is announced and in its place. */
    synchronized void settle() {
        Next done = requireNonNull(next, "next");
        entry = done.entry();
        crc = done.crc();
        added.clear();
        redacted.clear();
        tail = false;
        next = null;
        inFile = OptionalInt.empty();
    }
}
