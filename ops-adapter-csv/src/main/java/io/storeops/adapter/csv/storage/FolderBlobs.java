package io.storeops.adapter.csv.storage;

import io.storeops.evidence.Evidence;
import io.storeops.failure.FaultKind;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Blobs;
import io.storeops.storage.CommitLog;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Content as files beside the tables: {@code blobs/<SHA-256 of the store's id>/<first two digits>/<SHA-256>}. No part of
 * a name comes from outside, so no store id leads elsewhere. Thread-safe; one thread writes at a time.
 */
final class FolderBlobs implements Blobs {
    static final String FOLDER = "blobs";

    /** Where content is written before it gets its name. */
    static final String STAGED = "_blob" + Disk.STAGED;

    /** A content, wherever it lies. */
    private static final Pattern CONTENT = Pattern.compile("/[0-9a-f]{64}$");

    private final Disk disk;
    private final FirstFailure failure;
    private final Set<String> forcedFolders = new HashSet<>();

    FolderBlobs(Disk disk, FirstFailure failure) {
        this.disk = disk;
        this.failure = failure;
    }

    private static String folderOf(StoreId store) {
        return FOLDER + "/" + Sha256.of(store.value());
    }

    private static String folderOf(StoreId store, Sha256 sha256) {
        return folderOf(store) + "/" + sha256.hex().substring(0, 2);
    }

    private static String fileOf(StoreId store, Sha256 sha256) {
        return folderOf(store, sha256) + "/" + sha256;
    }

    @Override
    public synchronized Sha256 put(StoreId store, byte[] content) {
        failure.refuseAfter("content");
        byte[] kept = content.clone();
        Sha256 sha256 = Sha256.of(kept);
        change("keeping content " + sha256 + " of store " + store, () -> {
            // Written anew even if it is there: nobody knows whether an earlier writer, or damage, left it sound.
            disk.write(STAGED, kept);
            disk.force(STAGED);
            makeFolder(FOLDER, Disk.ROOT);
            makeFolder(folderOf(store), FOLDER);
            makeFolder(folderOf(store, sha256), folderOf(store));
            disk.move(STAGED, fileOf(store, sha256));
            disk.forceFolder(folderOf(store, sha256));
        });
        return sha256;
    }

    private void makeFolder(String name, String parent) throws IOException {
        disk.makeFolder(name);
        // Once a process: a folder that an earlier process made may never have been forced.
        if (!forcedFolders.contains(name)) {
            disk.forceFolder(parent);
            forcedFolders.add(name);
        }
    }

    @Override
    public Optional<byte[]> find(StoreId store, Sha256 sha256) {
        failure.refuseIfClosed();
        String file = fileOf(store, sha256);
        try {
            byte[] content = WholeFile.read(disk, file);
            if (!Sha256.of(content).equals(sha256)) {
                throw damaged(file);
            }
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("reading content " + sha256 + " of store " + store, e);
        }
    }

    @Override
    public synchronized void erase(StoreId store, Sha256 sha256) {
        failure.refuseAfter("erasure");
        change("erasing content " + sha256 + " of store " + store, () -> {
            String folder = folderOf(store, sha256);
            if (disk.names(folder).contains(sha256.hex())) {
                disk.delete(fileOf(store, sha256));
            }
            // Also if it was not there: an earlier removal may never have been forced.
            if (disk.names(folderOf(store)).contains(sha256.hex().substring(0, 2))) {
                disk.forceFolder(folder);
            }
        });
    }

    /**
     * The files of all contents, in order, whatever their names are.
     *
     * @param strays takes what has the place of a folder or a content, and is neither
     */
    static SortedSet<String> files(Disk disk, Consumer<String> strays) throws IOException {
        SortedSet<String> files = new TreeSet<>();
        for (String store : within(disk, FOLDER, strays)) {
            for (String digits : within(disk, store, strays)) {
                for (String file : within(disk, digits, strays)) {
                    if (CONTENT.matcher(file).find()) {
                        files.add(file);
                    } else {
                        strays.accept(file);
                    }
                }
            }
        }
        return files;
    }

    private static List<String> within(Disk disk, String folder, Consumer<String> strays) throws IOException {
        try {
            return disk.names(folder).stream().map(name -> folder + "/" + name).toList();
        } catch (NotDirectoryException e) {
            strays.accept(folder);
            return List.of();
        }
    }

    /** Finds the contents that evidence names and that are not there, though nobody redacted it. */
    static void findMissing(Content content, Disk disk, Set<String> files, Consumer<DamagedFileException> problems)
            throws IOException {
        for (CommitLog.Written row : content.rows(Evidence.TABLE, disk)) {
            Evidence item = Evidence.TABLE.read(row.row());
            item.attachment()
                    .map(attached -> fileOf(item.store(), attached.sha256()))
                    .filter(file -> row.revision() == 1 && !files.contains(file))
                    .ifPresent(file -> problems.accept(new DamagedFileException(
                            file,
                            0,
                            "the content of evidence " + item.id() + " of store " + item.store() + " is missing")));
        }
    }

    /**
     * Reads contents and compares them with their names.
     *
     * @param problems takes what is wrong
     * @return how many are sound
     */
    static long check(Disk disk, Set<String> files, Consumer<DamagedFileException> problems) throws IOException {
        long sound = 0;
        for (String file : files) {
            sound += sound(disk, file, problems) ? 1 : 0;
        }
        return sound;
    }

    private static boolean sound(Disk disk, String file, Consumer<DamagedFileException> problems) throws IOException {
        String[] parts = file.split("/", -1);
        try {
            Sha256 content = Sha256.of(WholeFile.read(disk, file));
            boolean sound = parts[3].equals(content.hex())
                    && parts[2].equals(content.hex().substring(0, 2));
            if (!sound) {
                problems.accept(damaged(file));
            }
            return sound;
        } catch (DamagedFileException e) {
            problems.accept(e);
            return false;
        } catch (NoSuchFileException e) {
            // Erased since the folder was listed, by the process that has the store open.
            return false;
        }
    }

    private static DamagedFileException damaged(String file) {
        return new DamagedFileException(file, 0, "the content is not what its name, a SHA-256, says");
    }

    private interface DiskWork {
        void run() throws IOException;
    }

    private void change(String what, DiskWork work) {
        boolean done = false;
        try {
            work.run();
            disk.refuseIfLost();
            done = true;
        } catch (IOException e) {
            failure.remember(what + " (" + e + ")");
            throw failed(what, e);
        } finally {
            if (!done) {
                failure.remember(what);
            }
        }
    }

    private StorageException failed(String what, IOException cause) {
        return new StorageException(
                FaultKind.INVALID,
                "The CSV store " + disk.folder() + " failed while " + what + " (" + cause
                        + "). Free space or correct the rights, then open the store again",
                cause);
    }
}
