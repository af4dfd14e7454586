package io.storeops.examples.cli;

import io.storeops.examples.replay.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The file that a command writes its list into, if one is asked for. */
final class ListFile {
    @Option(names = "--out", paramLabel = "FILE", description = "The CSV file that gets the list.")
    private @Nullable Path out;

    /** Writes the list, and shows some of its columns. */
    void show(Terminal terminal, CsvTable table, List<String> columns) throws IOException {
        if (out != null) {
            PeoplesTable.write(out, table);
        }
        PeoplesTable.print(terminal, table, columns);
    }
}
