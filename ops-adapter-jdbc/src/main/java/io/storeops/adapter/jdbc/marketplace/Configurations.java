package io.storeops.adapter.jdbc.marketplace;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.JsonCodec;
import io.storeops.spi.ShownText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where configurations come from: those that ship with the library by name, any other by the path of its document. */
final class Configurations {
    /** The names of the configurations that ship with the library. */
    static final List<String> SHIPPED = List.of("jsherp", "plain-orders");

    private Configurations() {}

    /**
     * A configuration.
     *
     * @param nameOrPath a shipped name, or a path seen from the context's directory
     * @throws AdapterException if there is neither such a name nor such a file
     * @throws io.storeops.json.DocumentException if the document breaks a rule
     */
    static Source get(String nameOrPath, AdapterContext context) {
        if (SHIPPED.contains(nameOrPath)) {
            return SourceDocument.read(nameOrPath, JsonCodec.parse(nameOrPath, shipped(nameOrPath)));
        }
        Path file = path(nameOrPath)
                .map(context::resolve)
                .filter(Files::isRegularFile)
                .orElseThrow(() -> new AdapterException(
                        FaultKind.NOT_FOUND,
                        "There is no configuration " + ShownText.of(nameOrPath) + ". Shipped: " + SHIPPED
                                + "; or give the path of a document, seen from " + context.directory()));
        return SourceDocument.read(String.valueOf(file.getFileName()), JsonCodec.read(file));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The text of a configuration that ships with the library. */
    static String shipped(String name) {
        try (InputStream document = Configurations.class.getResourceAsStream(name + ".json")) {
            if (document == null) {
                throw new IllegalStateException("The configuration " + name + " is not in the jar");
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration " + name + " cannot be read from the jar", e);
        }
    }
}
