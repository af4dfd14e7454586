package io.storeops.spi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The documents that ship in this jar. */
final class JarText {
    private JarText() {}

    static Json parsed(String name) {
        return JsonCodec.parse(name, of(name));
    }

    static String of(String name) {
        try (InputStream resource = JarText.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the jar", e);
        }
    }
}
