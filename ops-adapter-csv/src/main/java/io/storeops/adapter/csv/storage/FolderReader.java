package io.storeops.adapter.csv.storage;

import io.storeops.json.Json;
import io.storeops.storage.CommitLog;
import io.storeops.storage.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a whole folder and changes nothing in it. Every problem goes to one consumer, which may throw it. */
final class FolderReader {
    /** Ends the name of a file that is not yet in its place; whatever it holds is also in the journal, or was never acknowledged. */
    static final String STAGED = ".new";

    static final String TORN = "_torn-";

    private final Disk disk;
    private final Function<String, Json> json;
    private final Consumer<DamagedFileException> problems;
    private final Content content;
    private final SortedMap<String, Manifest.Entry> entries = new TreeMap<>();
    private final List<GrowingFile> extending = new ArrayList<>();

    private FolderReader(
            Disk disk,
            Collection<? extends Table<?>> tables,
            Function<String, Json> json,
            int openMonths,
            Consumer<DamagedFileException> problems) {
        this.disk = disk;
        this.json = json;
        this.problems = problems;
        this.content = new Content(disk, tables, json, openMonths);
    }

    /**
     * What a folder holds.
     *
     * @param names its entries
     * @param content the rows, the journal applied
     * @param entries the table files as they are
     * @param manifest the manifest, an empty one if there is none
     * @param journal the journal, empty if the store was never begun
     * @param tails what stands at the end of growing files and is not the store's, to be kept aside
     */
    record Loaded(
            List<String> names,
            Content content,
            SortedMap<String, Manifest.Entry> entries,
            Manifest manifest,
            Optional<JournalContent> journal,
            List<Tail> tails) {}

    /**
     * The end of a file.
     *
     * @param file the file
     * @param from where it begins
     */
    record Tail(String file, int from) {}

    /**
     * Reads a folder that nobody writes to meanwhile.
     *
     * @param openMonths of how many months a table that is kept by month may have its rows in memory
     * @param problems takes every problem; if it throws, the reading ends
     */
    static Loaded read(
            Disk disk,
            Collection<? extends Table<?>> tables,
            Function<String, Json> json,
            int openMonths,
            Consumer<DamagedFileException> problems)
            throws IOException {
        return new FolderReader(disk, tables, json, openMonths, problems).read();
    }

    private Loaded read() throws IOException {
        List<String> names = disk.names(Disk.ROOT);
        Optional<Manifest> manifest = manifest(names);
        Optional<JournalContent> journal = journal(names, manifest);
        Manifest listed = manifest.orElseGet(Manifest::empty);
        tables(names, listed, journal);
        foreign(names, listed);
        journal.ifPresent(this::replay);
        return new Loaded(names, content, entries, listed, journal, tails());
    }

    private Optional<Manifest> manifest(List<String> names) throws IOException {
        if (!names.contains(Manifest.FILE)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = WholeFile.read(disk, Manifest.FILE);
            return Optional.of(Manifest.parse(bytes));
        } catch (DamagedFileException e) {
            problems.accept(e);
            return Optional.empty();
        }
    }

    private Optional<JournalContent> journal(List<String> names, Optional<Manifest> manifest) throws IOException {
        if (!names.contains(JournalContent.FILE)) {
            if (names.contains(Manifest.FILE)) {
                problems.accept(missing(JournalContent.FILE));
            }
            return Optional.empty();
        }
        try {
            byte[] bytes = WholeFile.read(disk, JournalContent.FILE);
            JournalContent journal = JournalReader.parse(bytes, content.files(), json);
            fits(journal, manifest, names).ifPresent(problems);
            return Optional.of(journal);
        } catch (DamagedFileException e) {
            problems.accept(e);
            return Optional.empty();
        }
    }

    /** Whether journal and manifest are of one store and of one time. */
    private static Optional<DamagedFileException> fits(
            JournalContent journal, Optional<Manifest> manifest, List<String> names) {
        if (manifest.isEmpty()) {
            // A journal without a manifest is a store whose first opening was cut short: it has nothing yet.
            boolean fresh = journal.base() == 0
                    && journal.frames().isEmpty()
                    && journal.torn().isEmpty();
            return fresh || names.contains(Manifest.FILE) ? Optional.empty() : Optional.of(missing(Manifest.FILE));
        }
        long through = manifest.get().through();
        if (journal.base() > through) {
            return Optional.of(new DamagedFileException(
                    Manifest.FILE,
                    0,
                    "the manifest ends with frame " + through + ", but the journal begins after frame " + journal.base()
                            + ": one of them is from another time"));
        }
        if (journal.last() < through) {
            return Optional.of(new DamagedFileException(
                    JournalContent.FILE,
                    0,
                    "the journal ends with frame " + journal.last() + ", but the manifest counts " + through
                            + ": frames are missing"));
        }
        return Optional.empty();
    }

    private static DamagedFileException missing(String file) {
        return new DamagedFileException(file, 0, "the file is missing");
    }

    private void tables(List<String> names, Manifest manifest, Optional<JournalContent> journal) throws IOException {
        for (TableFile file : content.mutable()) {
            if (present(file.name(), names, manifest)) {
                table(file, FileState.of(file.name(), manifest, journal));
            }
        }
        if (present(content.receipts().name(), names, manifest) && growing(content.receipts(), manifest, journal)) {
            guarded(content::loadReceipts);
        }
        for (GrowingTable table : content.growing()) {
            SortedSet<String> own = new TreeSet<>(names);
            own.addAll(manifest.files().keySet());
            own.removeIf(name -> !table.files().owns(name) || !present(name, names, manifest));
            for (String name : own) {
                GrowingFile file = table.files().named(name);
                if (growing(file, manifest, journal)) {
                    guarded(() -> table.load(file));
                }
            }
        }
    }

    private boolean present(String file, List<String> names, Manifest manifest) {
        if (!names.contains(file) && manifest.files().containsKey(file)) {
            problems.accept(missing(file));
        }
        return names.contains(file);
    }

    private interface Reading {
        void run() throws IOException;
    }

    private void guarded(Reading reading) throws IOException {
        try {
            reading.run();
        } catch (DamagedFileException e) {
            problems.accept(e);
        }
    }

    private void table(TableFile file, List<FileState> states) throws IOException {
        guarded(() -> {
            byte[] bytes = WholeFile.read(disk, file.name());
            Manifest.Entry entry = Manifest.Entry.of(bytes);
            List<CommitLog.Written> rows = file.parse(bytes, json);
            if (states.stream().noneMatch(state -> state.entry().equals(entry))) {
                throw changedOutside(file.name(), entry, states);
            }
            content.load(file, rows);
            entries.put(file.name(), entry);
        });
    }

    /** Whether the file is, or at least begins, as the store left it. */
    private boolean growing(GrowingFile file, Manifest manifest, Optional<JournalContent> journal) throws IOException {
        List<FileState> states = FileState.of(file.name(), manifest, journal);
        Optional<FileState.Match> match = FileState.find(disk, file.name(), states);
        boolean closed = journal.map(JournalContent::empty).orElse(true);
        if (match.isEmpty() || (match.get().behind() && closed)) {
            guarded(() -> {
                byte[] bytes = WholeFile.read(disk, file.name());
                // Names the line if a line is wrong by itself.
                file.file().parse(bytes, json);
                throw changedOutside(file.name(), Manifest.Entry.of(bytes), states);
            });
            return false;
        }
        FileState state = match.get().state();
        file.found(state.entry(), state.frame(), match.get().sum(), match.get().behind());
        entries.put(file.name(), state.entry());
        if (match.get().behind()) {
            extending.add(file);
        }
        return true;
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

    private void foreign(List<String> names, Manifest manifest) {
        Set<String> known = Set.of(Manifest.FILE, JournalContent.FILE);
        List<String> found = new ArrayList<>(names);
        manifest.files().keySet().stream().filter(name -> !names.contains(name)).forEach(found::add);
        for (String name : found) {
            if (name.endsWith(".csv") && !name.startsWith(TORN) && !known.contains(name) && !content.owns(name)) {
                problems.accept(new DamagedFileException(
                        name,
                        0,
                        "no table of this version has this file; its tables are "
                                + content.files().keySet()));
            }
        }
    }

    private void replay(JournalContent journal) {
        try {
            for (Frame frame : journal.frames()) {
                if (frame instanceof Frame.Commit commit) {
                    content.replay(commit);
                }
            }
        } catch (DamagedFileException e) {
            problems.accept(e);
        }
    }

    /**
     * What stands behind the last promised state of files that a checkpoint was extending. If it is no part of what the
     * journal has for the file, it is something else, which must not go unseen.
     */
    private List<Tail> tails() throws IOException {
        List<Tail> tails = new ArrayList<>();
        for (GrowingFile file : extending) {
            byte[] all = WholeFile.read(disk, file.name());
            byte[] tail = Arrays.copyOfRange(all, (int) file.entry().bytes(), all.length);
            if (!file.changed()) {
                problems.accept(new DamagedFileException(
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

    /** The staged files that a checkpoint left when it was cut short. */
    static List<String> staged(Loaded loaded) {
        Set<String> always = Set.of(FolderBlobs.STAGED, Manifest.FILE + STAGED, JournalContent.FILE + STAGED);
        return loaded.names().stream()
                .filter(name -> always.contains(name)
                        || (name.endsWith(STAGED)
                                && loaded.content().owns(name.substring(0, name.length() - STAGED.length()))))
                .toList();
    }
}
