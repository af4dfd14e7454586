package io.storeops.adapter.csv.file;

import io.storeops.spi.sheet.SheetFile;
import io.storeops.spi.sheet.SheetReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/** Files of sheets, opened by what reads such files on the class path. */
public final class SheetSources {
    private SheetSources() {}

    /**
     * Opens a file if it begins like one of sheets, whatever it is called.
     *
     * @return empty if it does not, or nothing on the class path reads such files
     * @throws io.storeops.failure.AdapterException if it is not there, or cannot be read as what it begins like
     */
    public static Optional<SheetFile> open(Path file) {
        byte[] beginning;
        try (InputStream input = Files.newInputStream(file)) {
            beginning = input.readNBytes(SheetReader.BEGINNING);
        } catch (IOException e) {
            throw FileFaults.unreadable(file, e);
        }
        return ServiceLoader.load(SheetReader.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(reader -> reader.reads(beginning))
                .findFirst()
                .map(reader -> reader.open(file));
    }
}
