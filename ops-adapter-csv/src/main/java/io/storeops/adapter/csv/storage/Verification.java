package io.storeops.adapter.csv.storage;

import io.storeops.storage.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is in a folder, read and checked byte by byte while nothing is changed.
 *
 * @param rows how many rows each table has, in the order in which the tables were asked for
 * @param commits how many commits were kept, over all stores
 * @param blobs how many contents are sound, over all stores
 * @param problems what is wrong
 * @param unfinished the frame at the end of the journal that the next opening will drop
 */
record Verification(
        Map<String, Long> rows,
        long commits,
        long blobs,
        List<DamagedFileException> problems,
        Optional<DamagedFileException> unfinished) {
    private static final int ATTEMPTS = 5;

    Verification {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        problems = List.copyOf(problems);
    }

    static Verification of(Disk disk, Collection<? extends Table<?>> tables) throws IOException {
        List<DamagedFileException> found = new ArrayList<>();
        FolderReader.Loaded loaded;
        int attempt = 0;
        boolean steady;
        do {
            found.clear();
            String before = mark(disk);
            loaded = FolderReader.read(disk, tables, 1, found::add);
            KeptCopies.check(disk, loaded, found::add);
            steady = before.equals(mark(disk));
            attempt++;
        } while (!steady && attempt < ATTEMPTS);
        if (!steady) {
            found.add(
                    new DamagedFileException(Manifest.FILE, 0, "the store kept changing while it was read; try again"));
        }
        long blobs = FolderBlobs.check(disk, found::add);
        if (!loaded.names().contains(Manifest.FILE) && !loaded.names().contains(JournalContent.FILE)) {
            found.add(new DamagedFileException(Manifest.FILE, 0, "there is no CSV store in this folder"));
        }
        Map<String, Long> rows = rows(loaded.content(), new Problems(found::add));
        return new Verification(rows, loaded.content().commits(), blobs, found, unfinished(loaded));
    }

    /** Changes whenever a checkpoint has replaced files. Read block by block: a hostile manifest need not be held twice. */
    private static String mark(Disk disk) throws IOException {
        return disk.names(Disk.ROOT).contains(Manifest.FILE) && WholeFile.fits(disk, Manifest.FILE)
                ? Checksum.text(FileState.sum(disk, Manifest.FILE, disk.size(Manifest.FILE)))
                : "";
    }

    private static Map<String, Long> rows(Content content, Problems problems) throws IOException {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (TableFile file : content.files().values()) {
            rows.put(
                    file.table().name(),
                    problems.sound(() -> content.count(file)).orElse(0L));
        }
        return rows;
    }

    private static Optional<DamagedFileException> unfinished(FolderReader.Loaded loaded) {
        return loaded.journal()
                .flatMap(JournalContent::torn)
                .map(torn -> new DamagedFileException(
                        JournalContent.FILE,
                        torn.line(),
                        "frame " + torn.number() + " is unfinished (" + torn.length() + " bytes)"));
    }
}
