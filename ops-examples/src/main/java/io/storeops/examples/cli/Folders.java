package io.storeops.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders that a command writes to. */
final class Folders {
    private Folders() {}

    /**
     * A folder, made if it is missing.
     *
     * @throws WrongUse if it cannot be made or written to
     */
    static Path writable(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new WrongUse("The folder " + folder + " cannot be made (" + reason(e) + "). Name one that can", e);
        }
        if (!Files.isWritable(folder)) {
            throw new WrongUse("The folder " + folder + " cannot be written to. Name another");
        }
        return folder;
    }

    /**
     * Refuses to write into a folder that is read.
     *
     * @throws WrongUse if the two are one folder
     */
    static void requireOther(Path written, Path read) throws IOException {
        if (Files.isDirectory(written) && Files.isDirectory(read) && Files.isSameFile(written, read)) {
            throw new WrongUse("The folder " + written + " is read by this command and would be written over. "
                    + "Name another with --out");
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
