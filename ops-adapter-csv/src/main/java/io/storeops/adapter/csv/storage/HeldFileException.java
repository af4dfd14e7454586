package io.storeops.adapter.csv.storage;

import java.io.IOException;

/** A table file could not be replaced or extended because another program has it open. Nothing is lost or half done: it can wait. */
final class HeldFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long lastFrame;

    HeldFileException(String file, long lastFrame, IOException cause) {
        super(file + " cannot be written (" + cause + "); close it in other programs", cause);
        this.file = file;
        this.lastFrame = lastFrame;
    }

    String file() {
        return file;
    }

    /** The number of the journal's last frame, whether or not it announced the new file. */
    long lastFrame() {
        return lastFrame;
    }
}
