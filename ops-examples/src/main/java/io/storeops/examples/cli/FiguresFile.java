package io.storeops.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.examples.replay.CsvTable;
import io.storeops.json.Json;
import io.storeops.spi.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The file that a command writes figures into, if one is asked for: amounts in minor units, as the scenarios have them. */
final class FiguresFile {
    private static final String JSON = ".json";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file that gets the figures: JSON if its name ends in .json, else CSV.")
    private @Nullable Path out;

    void write(CsvTable table, Json document) throws IOException {
        if (out == null) {
            return;
        }
        if (out.toString().endsWith(JSON)) {
            Files.writeString(out, JsonCodec.pretty(document) + "\n", UTF_8);
        } else {
            PeoplesTable.write(out, table);
        }
    }
}
