package io.storeops.adapter.csv.storage;

import io.storeops.failure.FaultKind;
import io.storeops.id.ActorId;
import io.storeops.storage.StorageException;
import io.storeops.storage.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The folder of a CSV store, seen from outside. */
public final class CsvStore {
    private CsvStore() {}

    /**
     * Something in the folder that is not as the store left it.
     *
     * @param file the file's name, with the folders within the store before it
     * @param line the line, counted from 1; 0 if it concerns the file as a whole
     * @param reason what is wrong
     */
    public record Problem(String file, long line, String reason) {
        private static Problem of(DamagedFileException damage) {
            return new Problem(damage.file(), damage.line(), damage.reason());
        }

        @Override
        public String toString() {
            return DamagedFileException.told(file, line, reason);
        }
    }

    /**
     * The size of a table.
     *
     * @param table the table's name
     * @param rows how many rows it has, those of the journal included
     */
    public record TableSize(String table, long rows) {}

    /**
     * What a folder holds.
     *
     * @param folder the folder
     * @param tables the tables that were asked for, in that order
     * @param commits how many commits were kept, over all stores
     * @param blobs how many contents are what their names say, over all stores
     * @param problems what makes the store refuse to open, or to give a content back; empty if it is sound
     * @param strays what lies in the folder and is not the store's: it is left alone, and in nobody's way
     * @param unfinished the frame at the end of the journal that the next opening will drop: a commit that was never
     *     acknowledged, or one that is being written right now
     */
    public record Report(
            Path folder,
            List<TableSize> tables,
            long commits,
            long blobs,
            List<Problem> problems,
            List<Problem> strays,
            Optional<Problem> unfinished) {
        /** Copies the lists. */
        public Report {
            tables = List.copyOf(tables);
            problems = List.copyOf(problems);
            strays = List.copyOf(strays);
        }

        /**
         * Whether the store would open and give back everything it has.
         *
         * @return true if there is no problem
         */
        public boolean sound() {
            return problems.isEmpty();
        }

        /**
         * Whether the store would open: contents of evidence that are missing or damaged do not keep it from that.
         *
         * @return true if every problem is of a content
         */
        public boolean opens() {
            return problems.stream().allMatch(problem -> problem.file().startsWith(FolderBlobs.FOLDER + "/"));
        }
    }

    /**
     * Reads every byte of a store and checks it. Never writes to the folder and never opens its lock file.
     *
     * @param folder the folder
     * @param tables the tables that the store may hold
     * @return what was found; figures are those of the sound part
     * @throws io.storeops.storage.StorageException if the folder cannot be read; TRANSIENT if a process writes so much to
     *     it that no reading was of one time, which says nothing against the store
     */
    public static Report verify(Path folder, Collection<? extends Table<?>> tables) {
        try {
            return verify(new FolderDisk(folder), tables);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /**
     * What was edited in the files of a closed store since it wrote them. Never writes to the folder.
     *
     * @param folder the folder
     * @param tables the tables that the store may hold
     * @return the edited rows in the order of tables and lines, cell by cell; empty if nothing was edited
     * @throws io.storeops.storage.StorageException if an edit could not be adopted, naming file, line and column; if the
     *     store was not closed or is otherwise damaged; if the folder cannot be read
     */
    public static List<RowEdit> edits(Path folder, Collection<? extends Table<?>> tables) {
        try {
            return new Adoption(new FolderDisk(folder), tables).edits();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /**
     * Takes over what {@link #edits} shows, under a person's name: the rows and a line of the audit trail, which tells them
     * before and after, are one commit for each store concerned. Rows may be changed and added, not removed, and only in tables that
     * are {@linkplain Table#keptByHand() kept by hand}: what acts alone may change, who may do what, and evidence are
     * refused. Who calls this has the folder, so the name is taken as given. If it is cut short, the next call goes on.
     *
     * @param folder the folder, which no process has open
     * @param tables the tables of the store, that of the audit trail among them
     * @param person who answers for the edits: a person who holds a role in every store concerned now, or stands in for one
     * @param clock gives the time of the commits and of the audit trail
     * @return what was adopted
     * @throws io.storeops.storage.StorageException as {@link #edits}, if the person is the engine, a service account or nobody of
     *     the store, or if a process has the store open; nothing was changed then
     */
    public static List<RowEdit> adopt(Path folder, Collection<? extends Table<?>> tables, ActorId person, Clock clock) {
        try {
            Path real = folder.toRealPath();
            try (FolderLock lock = FolderLock.take(real)) {
                return new Adoption(new FolderDisk(real, lock), tables).adopt(person, clock, lock);
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static StorageException unreadable(Path folder, IOException e) {
        return new StorageException(FaultKind.NOT_FOUND, "The CSV store " + folder + " cannot be read (" + e + ")", e);
    }

    static Report verify(Disk disk, Collection<? extends Table<?>> tables) throws IOException {
        Verification found = Verification.of(disk, tables);
        List<TableSize> sizes = new ArrayList<>();
        found.rows().forEach((table, rows) -> sizes.add(new TableSize(table, rows)));
        return new Report(
                disk.folder(),
                sizes,
                found.commits(),
                found.blobs(),
                found.problems().stream().map(Problem::of).toList(),
                found.strays().stream().map(Problem::of).toList(),
                found.unfinished().map(Problem::of));
    }
}
