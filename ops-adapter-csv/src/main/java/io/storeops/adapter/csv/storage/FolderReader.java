package io.storeops.adapter.csv.storage;

import io.storeops.json.Json;
import io.storeops.storage.CommitLog;
import io.storeops.storage.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

    private FolderReader(
            Disk disk,
            Collection<? extends Table<?>> tables,
            Function<String, Json> json,
            Consumer<DamagedFileException> problems) {
        this.disk = disk;
        this.json = json;
        this.problems = problems;
        this.content = new Content(tables);
    }

    /**
     * What a folder holds.
     *
     * @param names its entries
     * @param content the rows, the journal applied
     * @param entries the table files as they are
     * @param manifest the manifest, an empty one if there is none
     * @param journal the journal, empty if the store was never begun
     */
    record Loaded(
            List<String> names,
            Content content,
            SortedMap<String, Manifest.Entry> entries,
            Manifest manifest,
            Optional<JournalContent> journal) {}

    /**
     * Reads a folder that nobody writes to meanwhile.
     *
     * @param problems takes every problem; if it throws, the reading ends
     */
    static Loaded read(
            Disk disk,
            Collection<? extends Table<?>> tables,
            Function<String, Json> json,
            Consumer<DamagedFileException> problems)
            throws IOException {
        return new FolderReader(disk, tables, json, problems).read();
    }

    private Loaded read() throws IOException {
        List<String> names = disk.names(Disk.ROOT);
        Optional<Manifest> manifest = manifest(names);
        Optional<JournalContent> journal = journal(names, manifest);
        Manifest listed = manifest.orElseGet(Manifest::empty);
        tables(names, listed, journal);
        foreign(names, listed);
        journal.ifPresent(this::replay);
        return new Loaded(names, content, entries, listed, journal);
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
        for (TableFile file : content.all()) {
            if (names.contains(file.name())) {
                table(file, expected(file.name(), manifest, journal));
            } else if (manifest.files().containsKey(file.name())) {
                problems.accept(missing(file.name()));
            }
        }
    }

    /** The states in which a table file may be: that of the last checkpoint, or that of one which was cut short. */
    private static Set<Manifest.Entry> expected(String file, Manifest manifest, Optional<JournalContent> journal) {
        Set<Manifest.Entry> expected = new HashSet<>();
        Optional.ofNullable(manifest.files().get(file)).ifPresent(expected::add);
        for (Frame frame : journal.map(JournalContent::frames).orElse(List.of())) {
            if (frame instanceof Frame.Checkpoint checkpoint) {
                Optional.ofNullable(checkpoint.files().get(file)).ifPresent(expected::add);
            }
        }
        return expected;
    }

    private void table(TableFile file, Set<Manifest.Entry> expected) throws IOException {
        try {
            byte[] bytes = WholeFile.read(disk, file.name());
            Manifest.Entry entry = Manifest.Entry.of(bytes);
            List<CommitLog.Written> rows = file.parse(bytes, json);
            if (!expected.contains(entry)) {
                throw new DamagedFileException(
                        file.name(),
                        0,
                        "the file was changed outside the store: it has " + entry.bytes() + " bytes and the checksum "
                                + entry.crc32c() + ", the last checkpoint left "
                                + (expected.isEmpty() ? "no such file" : either(expected)));
            }
            content.load(file, rows);
            entries.put(file.name(), entry);
        } catch (DamagedFileException e) {
            problems.accept(e);
        }
    }

    private static String either(Set<Manifest.Entry> expected) {
        return expected.stream()
                .map(entry -> entry.bytes() + " bytes and " + entry.crc32c())
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private void foreign(List<String> names, Manifest manifest) {
        Set<String> known = new HashSet<>(List.of(Manifest.FILE, JournalContent.FILE));
        content.all().forEach(file -> known.add(file.name()));
        List<String> found = new ArrayList<>(names);
        manifest.files().keySet().stream().filter(name -> !names.contains(name)).forEach(found::add);
        for (String name : found) {
            if (name.endsWith(".csv") && !name.startsWith(TORN) && !known.contains(name)) {
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
                    content.apply(commit);
                }
            }
        } catch (DamagedFileException e) {
            problems.accept(e);
        }
    }

    /** The staged files that a checkpoint left when it was cut short. */
    static List<String> staged(Loaded loaded) {
        List<String> staged =
                new ArrayList<>(List.of(FolderBlobs.STAGED, Manifest.FILE + STAGED, JournalContent.FILE + STAGED));
        loaded.content().all().forEach(file -> staged.add(file.name() + STAGED));
        staged.retainAll(loaded.names());
        return staged;
    }
}
