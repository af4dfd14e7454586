package io.storeops.adapter.csv.storage;

import io.storeops.failure.FaultKind;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.StorageProvider;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The provider of the storage {@code csv}: a folder of readable CSV files, for one process at a time. A commit that
 * returned is on the disk. A store that was damaged, changed by other programs or opened by another process is refused.
 */
public final class CsvStorageProvider implements StorageProvider {
    static final ConfigKey<Path> DIRECTORY =
            ConfigKey.path("directory", "the folder of the store; made if it is missing, but not its parent");
    static final ConfigKey<Long> CHECKPOINT_EVERY = ConfigKey.number(
                    "checkpointEvery", "after how many committed rows the tables are written anew", 1, 1_000_000)
            .orElse(10_000L);
    static final ConfigKey<Long> OPEN_MONTHS = ConfigKey.number(
                    "openMonths", "of how many months a table that is kept by month has its rows in memory", 1, 1_200)
            .orElse(3L);
    static final ConfigKey<Boolean> TRUST_LOCKS = ConfigKey.flag(
                    "trustLocks",
                    "true if locks of the folder's network or fuse file system are known to keep other processes and machines"
                            + " out")
            .orElse(false);

    /** Creates the provider, as ServiceLoader does. */
    public CsvStorageProvider() {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return List.of(DIRECTORY, CHECKPOINT_EVERY, OPEN_MONTHS, TRUST_LOCKS);
    }

    /**
     * Opens the store, and begins one if the folder is empty or missing.
     *
     * @throws StorageException if the folder cannot be used, is open elsewhere or is damaged, naming file and line
     */
    @Override
    public Storage create(AdapterConfig config, AdapterContext context) {
        Path folder = context.resolve(config.get(DIRECTORY));
        try {
            return open(existing(folder, config.get(TRUST_LOCKS)), config, context);
        } catch (AccessDeniedException e) {
            throw new StorageException(
                    FaultKind.PERMISSION,
                    "The CSV store " + folder + " is not writable (" + e.getFile()
                            + "). Give this process the right to read and write the folder",
                    e);
        } catch (IOException e) {
            throw new StorageException(
                    FaultKind.INVALID,
                    "The CSV store " + folder + " cannot be opened (" + e
                            + "). Nothing that was acknowledged is lost. Free space or correct what is named, then open it again",
                    e);
        }
    }

    private static Path existing(Path folder, boolean trusted) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StorageException(
                    FaultKind.INVALID, "The CSV store " + folder + " is a file. Name a folder, or one to be made");
        }
        Path parent = folder.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new StorageException(
                    FaultKind.NOT_FOUND,
                    "The CSV store " + folder + " cannot be made, because there is no folder " + parent
                            + ". Create it, or correct the path");
        }
        if (!Files.exists(folder)) {
            Files.createDirectory(folder);
        }
        Path real = folder.toRealPath();
        refuseIfUnreliable(real, Files.getFileStore(real).type(), trusted);
        return real;
    }

    /** A lock that is granted twice lets two processes overwrite each other's commits. */
    static void refuseIfUnreliable(Path folder, String fileSystem, boolean trusted) {
        if (!trusted && !FolderLock.reliable(fileSystem)) {
            throw new StorageException(
                    FaultKind.UNSUPPORTED,
                    "The CSV store " + folder + " is on the file system " + fileSystem
                            + ", which can grant one lock twice, as those of networks and of programs (fuse) do. Use a local"
                            + " disk, or the storage jdbc; if its locks are known to keep others out, say "
                            + TRUST_LOCKS.name()
                            + "=true");
        }
    }

    private static Storage open(Path folder, AdapterConfig config, AdapterContext context) throws IOException {
        FolderLock lock = FolderLock.take(folder);
        boolean opened = false;
        try {
            Storage storage = CsvStorage.open(
                    new FolderDisk(folder, lock),
                    lock,
                    context.tables(),
                    context.clock(),
                    Math.toIntExact(config.get(CHECKPOINT_EVERY)),
                    Math.toIntExact(config.get(OPEN_MONTHS)));
            opened = true;
            return storage;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }
}
