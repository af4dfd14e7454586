package io.storeops.adapter.csv.storage;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The table files as the last checkpoint wrote them, a second time: what people may have edited since is compared with
 * them. Only of tables whose rows may change; those that only grow are evidence, which nobody edits. The store itself
 * never reads them.
 */
final class KeptCopies {
    static final String FOLDER = "_kept";

    private final Disk disk;
    private boolean folderMade;

    KeptCopies(Disk disk) {
        this.disk = disk;
    }

    static String nameOf(String file) {
        return FOLDER + "/" + file;
    }

    /** Keeps what a checkpoint is about to write, if it is of a table whose rows may change. */
    void write(TableFile file, byte[] content) throws IOException {
        if (file.table().appendOnly()) {
            return;
        }
        if (!folderMade) {
            disk.makeFolder(FOLDER);
            disk.forceFolder(Disk.ROOT);
            folderMade = true;
        }
        String name = nameOf(file.name());
        disk.write(name + Disk.STAGED, content);
        disk.force(name + Disk.STAGED);
        disk.move(name + Disk.STAGED, name);
        disk.forceFolder(FOLDER);
    }

    /** The copy of a file, empty if there is none that is what the manifest says. */
    static Optional<byte[]> find(Disk disk, String file, Manifest.Entry expected) throws IOException {
        try {
            byte[] copy = WholeFile.read(disk, nameOf(file));
            return Manifest.Entry.of(copy).equals(expected) ? Optional.of(copy) : Optional.empty();
        } catch (NoSuchFileException | DamagedFileException e) {
            return Optional.empty();
        }
    }

    /** Compares the copies with the manifest of a store that was closed; while it is open, they may run ahead. */
    static void check(Disk disk, FolderReader.Loaded loaded, Consumer<DamagedFileException> problems)
            throws IOException {
        for (String name : disk.names(FOLDER)) {
            Manifest.Entry expected = loaded.manifest().files().get(name);
            boolean good = name.endsWith(Disk.STAGED)
                    || expected == null
                    || find(disk, name, expected).isPresent();
            if (!good && loaded.closed()) {
                problems.accept(new DamagedFileException(
                        nameOf(name),
                        0,
                        "the copy is not what the last checkpoint left; only the adoption of edits needs it"));
            }
        }
    }
}
