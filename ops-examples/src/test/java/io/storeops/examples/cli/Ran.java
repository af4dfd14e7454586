package io.storeops.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.examples.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

    /** A run as a process of its own in a folder: Java's own arguments end with the main class or the jar. */
    static Ran process(Path folder, List<String> java, String... args) throws IOException, InterruptedException {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(java);
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the process ends");
        return new Ran(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
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
