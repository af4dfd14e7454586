package io.storeops.examples.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.json.DocumentException;
import io.storeops.json.JsonReader;
import io.storeops.spi.JsonCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Files of cases and of results: one object a line, in UTF-8. Blank lines are passed over. */
public final class FloorFile {
    private FloorFile() {}

    /**
     * Reads the cases of a file, all before the first is decided, so that a mistake costs no time.
     *
     * @param file the file
     * @return the cases in order
     * @throws DocumentException if a line is not a case, with file, line and place
     * @throws IOException if the file cannot be read
     */
    public static List<FloorCase> read(Path file) throws IOException {
        List<FloorCase> cases = new ArrayList<>();
        String name = String.valueOf(file.getFileName());
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    String place = name + ":" + number;
                    cases.add(FloorCase.of(JsonReader.root(place, JsonCodec.parse(place, line))));
                }
            }
        } catch (CharacterCodingException e) {
            DocumentException refusal = new DocumentException(
                    name + ":" + (number + 1),
                    "$",
                    "the line or one soon after",
                    "is not in UTF-8. Save the file in UTF-8");
            refusal.initCause(e);
            throw refusal;
        }
        return List.copyOf(cases);
    }

    /**
     * Decides cases and writes a line of each.
     *
     * @param file the file that gets the results
     * @param cases the cases
     * @param told is told of each result, in order
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, List<FloorCase> cases, Consumer<FloorResult> told) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
            for (FloorCase each : cases) {
                FloorResult result = FloorResult.of(each);
                out.write(result.json().canonical());
                out.write('\n');
                told.accept(result);
            }
        }
    }
}
