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

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
