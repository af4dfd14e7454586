package io.storeops.adapter.csv.storage;

import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;

/** The right to write to a folder, held by one opened store at a time on this machine. */
final class FolderLock implements AutoCloseable {
    static final String FILE = "_lock";

    private static final Set<String> UNRELIABLE = Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs");

    private final String claim;
    private final FileChannel channel;

    private FolderLock(String claim, FileChannel channel) {
        this.claim = claim;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param folder the real path of the folder
     * @throws StorageException if somebody else has it
     * @throws IOException if the lock file cannot be written
     */
    static FolderLock take(Path folder) throws IOException {
        String claim = "io.storeops.csv.open:" + folder;
        // The system properties are the one map that all class loaders of a process share. A second channel on the lock
        // file, once closed, would release the first one's lock.
        if (System.getProperties().putIfAbsent(claim, "true") != null) {
            throw taken(folder, "this process");
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(
                    folder.resolve(FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(folder, "another process");
            }
            locked = true;
            return new FolderLock(claim, channel);
        } catch (OverlappingFileLockException e) {
            throw taken(folder, "this process");
        } finally {
            if (!locked) {
                System.getProperties().remove(claim);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static StorageException taken(Path folder, String by) {
        return new StorageException(
                FaultKind.CONFLICT,
                "The CSV store " + folder + " is already open in " + by
                        + ". One store has the folder at a time; close the other one first (no file has to be deleted)");
    }

    /** Whether locks of a file system keep other machines out. */
    static boolean reliable(String fileSystemType) {
        return !UNRELIABLE.contains(fileSystemType.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try {
                channel.close();
            } finally {
                System.getProperties().remove(claim);
            }
        }
    }
}
