package io.storeops.examples.cli;

import io.storeops.examples.replay.CsvTable;
import io.storeops.spi.Adapters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command takes that shows a list of a store to somebody who works there. */
final class StoreOptions {
    @Parameters(paramLabel = "CONFIG", description = "The configuration that the host opens the library with.")
    private Path configuration = Path.of("");

    @Option(names = "--as", paramLabel = "PERSON", required = true, description = "Who looks.")
    private String person = "";

    @Option(
            names = "--store",
            paramLabel = "ID",
            description = "Which store. Default: the only one of the configuration.")
    private @Nullable String store;

    @Option(names = "--out", paramLabel = "FILE", description = "The CSV file that gets the list.")
    private @Nullable Path out;

    OpenedStore open(Adapters adapters) {
        return OpenedStore.open(configuration, adapters, Optional.ofNullable(store), person);
    }

    /** Writes a list into the file that is asked for, if one is, and shows some of its columns. */
    void show(Terminal terminal, CsvTable table, List<String> columns) throws IOException {
        if (out != null) {
            PeoplesTable.write(out, table);
        }
        PeoplesTable.print(terminal, table, columns);
    }
}
