package io.storeops.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.examples.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A run of the command line.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Ran(int code, String out, String err) {
    static Ran run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(args, new PrintStream(out, false, UTF_8), new PrintStream(err, false, UTF_8));
        return new Ran(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /** A path below the shared folder; the test is skipped where there is none. */
    static Path shared(String path) {
        Path file = Path.of(System.getProperty("storeops.shared", "../../shared"))
                .resolve(path)
                .toAbsolutePath()
                .normalize();
        Assumptions.assumeTrue(
                Files.exists(file), () -> file + " is absent; -Dstoreops.shared=PATH names the shared folder");
        return file;
    }
}
