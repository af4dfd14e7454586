package io.storeops.adapter.jdbc;

import io.storeops.id.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A numbered script of the adapter: what no declaration says, which is the adapter's own tables and changes to tables that
 * earlier versions made. Once released, a script is never edited. Each statement ends with a semicolon at the end of a line.
 *
 * @param name as Flyway wants it, as in V1__history
 * @param text the SQL
 */
record Script(String name, String text) {
    /** All scripts in order. The first makes the history; it is run without a lock, so it can be repeated. */
    private static final List<String> NAMES = List.of("V1__history", "V2__commits_and_evidence");

    /** The scripts of a dialect in order. */
    static List<Script> of(Dialect dialect) {
        List<Script> scripts = new ArrayList<>();
        for (String name : NAMES) {
            scripts.add(new Script(
                    name, read("migration/" + dialect.product().toLowerCase(Locale.ROOT) + "/" + name + ".sql")));
        }
        return scripts;
    }

    /** The scripts, and the definitions of declared tables, as one text that can be repeated. */
    static String all(Dialect dialect, List<TableShape> tables) {
        Definitions definitions = new Definitions(dialect, dialect.names());
        StringBuilder text = new StringBuilder();
        for (Script script : of(dialect)) {
            text.append("-- ")
                    .append(script.name())
                    .append("\n\n")
                    .append(script.text())
                    .append('\n');
        }
        for (TableShape table : tables) {
            text.append("-- ").append(table.name()).append("\n\n");
            definitions.of(table).forEach(statement -> text.append(statement).append(";\n\n"));
        }
        return text.toString();
    }

    private static String read(String resource) {
        try (InputStream stream = Script.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The jar of the jdbc storage lacks " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SHA-256 of the text, whatever line ends a checkout gave it. */
    Sha256 checksum() {
        return checksum(List.of(text.replace("\r\n", "\n")));
    }

    static Sha256 checksum(List<String> statements) {
        return Sha256.of(String.join(";\n", statements));
    }

    /** The statements without their semicolons. */
    List<String> statements() {
        return Arrays.stream(text.split(";\\s*(\\R|$)", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
