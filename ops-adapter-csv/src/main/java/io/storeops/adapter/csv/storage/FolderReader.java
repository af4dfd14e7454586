package io.storeops.adapter.csv.storage;

import io.storeops.storage.Table;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Reads a whole folder and changes nothing in it. Every problem goes to one consumer, which may throw it. */
final class FolderReader {
    /** Begins the name of a copy of what was dropped after a crash. */
    static final String TORN = "_torn-";

    private final Disk disk;
    private final Problems problems;
    private final Content content;

    private FolderReader(Disk disk, Collection<? extends Table<?>> tables, int openMonths, Problems problems) {
        this.disk = disk;
        this.problems = problems;
        this.content = new Content(disk, tables, openMonths);
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
     * @param strays files of others that look like tables, as copies beside them
     */
    record Loaded(
            List<String> names,
            Content content,
            SortedMap<String, Manifest.Entry> entries,
            Manifest manifest,
            Optional<JournalContent> journal,
            List<TableFilesReader.Tail> tails,
            List<String> strays) {
        /** Whether the store was closed, so that the files are all there is. */
        boolean closed() {
            return journal.filter(JournalContent::empty).isPresent();
        }
    }

    /**
     * Reads a folder that nobody writes to meanwhile.
     *
     * @param openMonths of how many months a table that is kept by month may have its rows in memory
     * @param problems takes every problem; if it throws, the reading ends
     */
    static Loaded read(
            Disk disk, Collection<? extends Table<?>> tables, int openMonths, Consumer<DamagedFileException> problems)
            throws IOException {
        return new FolderReader(disk, tables, openMonths, new Problems(problems)).read();
    }

    private Loaded read() throws IOException {
        List<String> names = disk.names(Disk.ROOT);
        Optional<Manifest> manifest = manifest(names);
        Optional<JournalContent> journal = journal(names, manifest);
        Manifest listed = manifest.orElseGet(Manifest::empty);
        TableFilesReader tables = new TableFilesReader(disk, content, listed, journal, problems);
        tables.read(names);
        unknown(listed);
        if (journal.isPresent()) {
            replay(journal.get());
        }
        return new Loaded(names, content, tables.entries(), listed, journal, tables.tails(), strays(names, listed));
    }

    private Optional<Manifest> manifest(List<String> names) throws IOException {
        if (!names.contains(Manifest.FILE)) {
            return Optional.empty();
        }
        return problems.sound(() -> Manifest.parse(WholeFile.read(disk, Manifest.FILE)));
    }

    private Optional<JournalContent> journal(List<String> names, Optional<Manifest> manifest) throws IOException {
        if (!names.contains(JournalContent.FILE)) {
            if (names.contains(Manifest.FILE)) {
                problems.add(DamagedFileException.missing(JournalContent.FILE));
            }
            return Optional.empty();
        }
        return problems.sound(() -> {
            byte[] bytes = WholeFile.read(disk, JournalContent.FILE);
            JournalContent journal = JournalReader.parse(bytes, content.files());
            fits(journal, manifest, names).ifPresent(problems::add);
            return journal;
        });
    }

    /** Whether journal and manifest are of one store and of one time. */
    private static Optional<DamagedFileException> fits(
            JournalContent journal, Optional<Manifest> manifest, List<String> names) {
        if (manifest.isEmpty()) {
            // A journal without a manifest is a store whose first opening was cut short: it has nothing yet.
            boolean fresh = journal.base() == 0
                    && journal.frames().isEmpty()
                    && journal.torn().isEmpty();
            return fresh || names.contains(Manifest.FILE)
                    ? Optional.empty()
                    : Optional.of(DamagedFileException.missing(Manifest.FILE));
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

    private void unknown(Manifest manifest) {
        for (String name : manifest.files().keySet()) {
            if (!content.owns(name)) {
                problems.add(new DamagedFileException(
                        name,
                        0,
                        "no table of this version has this file; its tables are "
                                + content.files().keySet()));
            }
        }
    }

    private List<String> strays(List<String> names, Manifest manifest) {
        Set<String> known = Set.of(Manifest.FILE, JournalContent.FILE);
        return names.stream()
                .filter(name -> name.endsWith(".csv") && !name.startsWith(TORN))
                .filter(name -> !known.contains(name) && !content.owns(name))
                .filter(name -> !manifest.files().containsKey(name))
                .toList();
    }

    private void replay(JournalContent journal) throws IOException {
        problems.guard(() -> {
            for (Frame frame : journal.frames()) {
                if (frame instanceof Frame.Commit commit) {
                    content.replay(commit);
                }
            }
        });
    }

    /** The staged files that a checkpoint left when it was cut short. */
    static List<String> staged(Loaded loaded) {
        Set<String> always = Set.of(FolderBlobs.STAGED, Manifest.FILE + Disk.STAGED, JournalContent.FILE + Disk.STAGED);
        return loaded.names().stream()
                .filter(name -> always.contains(name)
                        || (name.endsWith(Disk.STAGED)
                                && loaded.content().owns(name.substring(0, name.length() - Disk.STAGED.length()))))
                .toList();
    }
}
