package io.storeops.adapter.csv.file;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The files behind a path: the file itself, or the *.csv, *.xlsx and *.xls files of the folder in the order of their names. Looked up anew at
 * every call, since exports come and go.
 *
 * @param path the file or folder
 */
public record SourceFiles(Path path) {
    /**
     * The files.
     *
     * @return at least one
     * @throws AdapterException if there is none
     */
    public List<Path> list() {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw FileFaults.missing(path);
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, SourceFiles::exported)) {
            entries.forEach(files::add);
        } catch (IOException e) {
            throw FileFaults.unreadable(path, e);
        }
        if (files.isEmpty()) {
            throw new AdapterException(
                    FaultKind.NOT_FOUND,
                    "The folder " + path + " has no file *.csv, *.xlsx or *.xls. Check the key 'path'");
        }
        files.sort(Comparator.comparing(SourceFiles::name));
        return List.copyOf(files);
    }

    /** What a spreadsheet keeps beside a workbook that is open, as in ~$orders.xlsx, is none. */
    private static boolean exported(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && (name.endsWith(".csv")
                        || ((name.endsWith(".xlsx") || name.endsWith(".xls")) && !name.startsWith("~$")));
    }

    public static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
