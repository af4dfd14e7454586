package io.storeops.examples.cli;

import io.storeops.spi.Adapters;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command takes that shows something of a store to somebody who works there. */
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

    OpenedStore open(Adapters adapters) {
        return OpenedStore.open(configuration, adapters, Optional.ofNullable(store), person);
    }
}
