package io.storeops.adapter.csv.storage;

import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;

/** The right to write to a folder, held by one opened store at a time on this machine. */
final class FolderLock implements Hold {
    static final String FILE = "_lock";

    /** File systems of one machine, by which the kernel itself grants locks. All others may grant one twice. */
    private static final Set<String> LOCAL = Set.of(
            "apfs",
            "bcachefs",
            "btrfs",
            "exfat",
            "ext2",
            "ext3",
            "ext4",
            "f2fs",
            "fat",
            "fat32",
            "hfs",
            "hfsplus",
            "jfs",
            "msdos",
            "ntfs",
            "ntfs3",
            "overlay",
            "ramfs",
            "refs",
            "reiserfs",
            "tmpfs",
            "ufs",
            "vfat",
            "xfs",
            "zfs");

    private final String claim;
    private final FileChannel channel;
    private final Path file;
    private final Object key;

    private FolderLock(String claim, FileChannel channel, Path file) throws IOException {
        this.claim = claim;
        this.channel = channel;
        this.file = file;
        this.key = FileMark.of(file).key();
    }

    /**
     * Takes the lock.
     *
     * @param folder the real path of the folder
     * @throws StorageException if somebody else has it
     * @throws IOException if the lock file cannot be written
     */
    static FolderLock take(Path folder) throws IOException {
        // The system properties are the one map that all class loaders of a process share. A second channel on the lock
        // file, once closed, would release the first one's lock. A folder can have two paths, as by a bind mount.
        String claim = "io.storeops.csv.open:" + FileMark.of(folder).key();
        if (System.getProperties().putIfAbsent(claim, "true") != null) {
            throw taken(folder, "this process");
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            Path file = folder.resolve(FILE);
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(folder, "another process");
            }
            FolderLock taken = new FolderLock(claim, channel, file);
            locked = true;
            return taken;
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

    /**
     * Compares the lock file with the one that is locked, whose key nobody else gets while it is held open.
     *
     * @throws StorageException if the name leads to another file or to none, so that somebody else can have the folder
     */
    @Override
    public void refuseIfLost() throws IOException {
        Object found;
        try {
            found = FileMark.of(file).key();
        } catch (NoSuchFileException e) {
            found = "none";
        }
        if (!key.equals(found)) {
            throw new StorageException(
                    FaultKind.CONFLICT,
                    "The CSV store " + file.getParent() + " is not this process's any more: its file " + FILE
                            + " was deleted or replaced, or the folder was moved and another put in its place. Nothing more"
                            + " is written, so that what another process commits is not overwritten. Close the store, see"
                            + " that the folder is the right one and that nobody else has it open, then open it again");
        }
    }

    /** Whether a file system is known to grant a lock once: no network's and no program's (fuse). */
    static boolean reliable(String fileSystemType) {
        return LOCAL.contains(fileSystemType.toLowerCase(Locale.ROOT));
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
