package io.storeops.adapter.csv.storage;

import io.storeops.storage.CommitLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the table files of a folder and compares each with the states that the store promised. */
final class TableFilesReader {
    private final Disk disk;
    private final Content content;
    private final Manifest manifest;
    private final Optional<JournalContent> journal;
    private final Problems problems;
    private final SortedMap<String, Manifest.Entry> entries = new TreeMap<>();
    private final List<GrowingFile> extending = new ArrayList<>();

    /**
     * Creates it.
     *
     * @param content takes what is read
     * @param problems takes every problem
     */
    TableFilesReader(
            Disk disk, Content content, Manifest manifest, Optional<JournalContent> journal, Problems problems) {
        this.disk = disk;
        this.content = content;
        this.manifest = manifest;
        this.journal = journal;
        this.problems = problems;
    }

    /**
     * The end of a file.
     *
     * @param file the file
     * @param from where it begins
     */
    record Tail(String file, int from) {}

    /** The sound files as they are. */
    SortedMap<String, Manifest.Entry> entries() {
        return entries;
    }

    /** Reads every table file that there is. */
    void read(List<String> names) throws IOException {
        for (TableFile file : content.mutable()) {
            if (present(file.name(), names)) {
                table(file);
            }
        }
        if (present(content.receipts().name(), names)) {
            load(content.receipts(), content::loadReceipts);
        }
        for (GrowingTable table : content.growing()) {
            SortedSet<String> own = new TreeSet<>(names);
            own.addAll(manifest.files().keySet());
            own.removeIf(name -> !table.files().owns(name) || !present(name, names));
            for (String name : own) {
                GrowingFile file = table.files().named(name);
                if (table.known()) {
                    load(file, table::load);
                } else {
                    check(file);
                }
            }
        }
    }

    private boolean present(String file, List<String> names) {
        if (!names.contains(file) && manifest.files().containsKey(file)) {
            problems.add(DamagedFileException.missing(file));
        }
        return names.contains(file);
    }

    private void table(TableFile file) throws IOException {
        problems.guard(() -> {
            List<FileState> states = states(file.name());
            byte[] bytes = WholeFile.read(disk, file.name());
            Manifest.Entry entry = Manifest.Entry.of(bytes);
            List<CommitLog.Written> rows = file.parse(bytes);
            if (states.stream().noneMatch(state -> state.entry().equals(entry))) {
                throw changedOutside(file.name(), entry, states);
            }
            content.load(file, rows);
            entries.put(file.name(), entry);
        });
    }

    private List<FileState> states(String file) {
        return FileState.of(file, manifest, journal);
    }

    /** Takes a file that is, or at least begins, as the store left it, without its rows. */
    private void check(GrowingFile file) throws IOException {
        problems.guard(() -> {
            List<FileState> states = states(file.name());
            Optional<FileState.Match> match = FileState.find(disk, file.name(), states);
            if (!possible(match)) {
                throw damage(file, WholeFile.read(disk, file.name()), states);
            }
            found(file, match.get());
        });
    }

    /** As {@link #check}, with its rows: the file is read once for both. */
    private void load(GrowingFile file, Consumer<List<CommitLog.Written>> rows) throws IOException {
        problems.guard(() -> {
            List<FileState> states = states(file.name());
            byte[] bytes = WholeFile.read(disk, file.name());
            Optional<FileState.Match> match = FileState.find(bytes, states);
            if (!possible(match)) {
                throw damage(file, bytes, states);
            }
            found(file, match.get());
            rows.accept(file.load(bytes));
        });
    }

    /** Whether a file can be so: while the journal is empty, nothing stands behind a promised state. */
    private boolean possible(Optional<FileState.Match> match) {
        boolean closed = journal.map(JournalContent::empty).orElse(true);
        return match.isPresent() && !(match.get().behind() && closed);
    }

    private void found(GrowingFile file, FileState.Match match) {
        FileState state = match.state();
        file.found(state.entry(), state.frame(), match.sum(), match.behind());
        entries.put(file.name(), state.entry());
        if (match.behind()) {
            extending.add(file);
        }
    }

    private static DamagedFileException damage(GrowingFile file, byte[] bytes, List<FileState> states) {
        // Names the line if a line is wrong by itself.
        file.file().parse(bytes);
        return changedOutside(file.name(), Manifest.Entry.of(bytes), states);
    }

    private static DamagedFileException changedOutside(String file, Manifest.Entry is, List<FileState> states) {
        return new DamagedFileException(
                file,
                0,
                "the file was changed outside the store: it has " + is.bytes() + " bytes and the checksum "
                        + is.crc32c() + ", the last checkpoint left "
                        + (states.isEmpty() ? "no such file" : either(states)));
    }

    private static String either(List<FileState> states) {
        return states.stream()
                .map(FileState::entry)
                .map(entry -> entry.bytes() + " bytes and " + entry.crc32c())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    /**
     * What stands behind the last promised state of files that a checkpoint was extending. If it is not part of what the
     * journal has for the file, it is something else, which must not go unseen.
     */
    List<Tail> tails() throws IOException {
        List<Tail> tails = new ArrayList<>();
        for (GrowingFile file : extending) {
            byte[] all = WholeFile.read(disk, file.name());
            byte[] tail = Arrays.copyOfRange(all, (int) file.entry().bytes(), all.length);
            if (!file.changed()) {
                problems.add(new DamagedFileException(
                        file.name(),
                        0,
                        tail.length + " bytes were added outside the store behind the "
                                + file.entry().bytes() + " that the last checkpoint left"));
            } else if (!unfinished(tail, file.extension())) {
                tails.add(new Tail(file.name(), all.length - tail.length));
            }
        }
        return tails;
    }

    /** Whether a power cut can have left this of an extension: its beginning, with blocks that were never written. */
    private static boolean unfinished(byte[] tail, byte[] extension) {
        if (tail.length > extension.length) {
            return false;
        }
        for (int i = 0; i < tail.length; i++) {
            if (tail[i] != extension[i] && tail[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
