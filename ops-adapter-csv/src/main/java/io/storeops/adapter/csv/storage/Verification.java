package io.storeops.adapter.csv.storage;

import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;
import io.storeops.storage.Table;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that is in a folder, read and checked byte by byte while nothing is changed.
 *
 * @param rows how many rows each table has, in the order in which the tables were asked for
 * @param commits how many commits were kept, over all stores
 * @param blobs how many contents are sound, over all stores
 * @param problems what is wrong
 * @param strays what is not the store's
 * @param unfinished the frame at the end of the journal that the next opening will drop
 */
record Verification(
        Map<String, Long> rows,
        long commits,
        long blobs,
        List<DamagedFileException> problems,
        List<DamagedFileException> strays,
        Optional<DamagedFileException> unfinished) {
    private static final int ATTEMPTS = 5;

    Verification {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        problems = List.copyOf(problems);
        strays = List.copyOf(strays);
    }

    /**
     * Reads a folder that somebody may be writing to.
     *
     * @throws StorageException if it changed at each attempt, and nothing was wrong at all of them
     */
    static Verification of(Disk disk, Collection<? extends Table<?>> tables) throws IOException {
        Set<String> everyTime = new HashSet<>();
        for (int attempt = 1; ; attempt++) {
            String manifest = mark(disk);
            Optional<FileMark> journal = journal(disk);
            Optional<Reading> reading = read(disk, tables);
            List<DamagedFileException> problems = reading.map(Reading::problems).orElse(List.of());
            boolean steady = manifest.equals(mark(disk)) && (problems.isEmpty() || journal.equals(journal(disk)));
            if (steady && reading.isPresent()) {
                return reading.get().checked(disk, problems);
            }
            Set<String> told = problems.stream().map(Throwable::getMessage).collect(Collectors.toSet());
            if (attempt == 1) {
                everyTime.addAll(told);
            } else {
                everyTime.retainAll(told);
            }
            if (attempt == ATTEMPTS) {
                problems = problems.stream()
                        .filter(problem -> everyTime.contains(problem.getMessage()))
                        .toList();
                if (reading.isEmpty() || problems.isEmpty()) {
                    throw busy(disk);
                }
                return reading.get().checked(disk, problems);
            }
        }
    }

    private static StorageException busy(Disk disk) {
        return new StorageException(
                FaultKind.TRANSIENT,
                "The CSV store " + disk.folder() + " kept changing while it was read, as a busy store does; nothing is"
                        + " known to be wrong. Try again, or when it is closed");
    }

    /** What was read at one attempt; the contents are there, and not read yet. */
    private record Reading(
            FolderReader.Loaded loaded,
            Map<String, Long> rows,
            Set<String> contents,
            List<DamagedFileException> problems,
            List<DamagedFileException> strays) {
        Verification checked(Disk disk, List<DamagedFileException> sure) throws IOException {
            List<DamagedFileException> found = new ArrayList<>(sure);
            long blobs = FolderBlobs.check(disk, contents, found::add);
            return new Verification(rows, loaded.content().commits(), blobs, found, strays, unfinished(loaded));
        }
    }

    /** What is there, empty if a file went while it was read. */
    private static Optional<Reading> read(Disk disk, Collection<? extends Table<?>> tables) throws IOException {
        List<DamagedFileException> found = new ArrayList<>();
        List<DamagedFileException> strays = new ArrayList<>();
        try {
            FolderReader.Loaded loaded = FolderReader.read(disk, tables, 1, found::add);
            loaded.strays().forEach(name -> strays.add(DamagedFileException.stray(name)));
            KeptCopies.check(disk, loaded, found::add);
            if (!loaded.names().contains(Manifest.FILE) && !loaded.names().contains(JournalContent.FILE)) {
                found.add(new DamagedFileException(Manifest.FILE, 0, "there is no CSV store in this folder"));
            }
            Problems problems = new Problems(found::add);
            Map<String, Long> rows = rows(loaded.content(), problems);
            Set<String> contents = FolderBlobs.files(disk, name -> strays.add(DamagedFileException.stray(name)));
            problems.guard(() -> FolderBlobs.findMissing(loaded.content(), disk, contents, found::add));
            return Optional.of(new Reading(loaded, rows, contents, found, strays));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<FileMark> journal(Disk disk) throws IOException {
        try {
            return Optional.of(disk.mark(JournalContent.FILE));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
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
