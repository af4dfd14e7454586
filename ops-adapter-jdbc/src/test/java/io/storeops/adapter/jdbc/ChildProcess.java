package io.storeops.adapter.jdbc;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs a main class of the tests and is told what to do line by line. */
public final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final Path complaints;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    private ChildProcess(Process process, Path complaints) {
        this.process = process;
        this.complaints = complaints;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** With a heap that suffices for a worker. */
    public static ChildProcess start(Class<?> main, String... arguments) {
        return startIn("128m", main, arguments);
    }

    /** With a heap of this size, as {@code -Xmx} writes it. */
    public static ChildProcess startIn(String heap, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // What runs for a moment is compiled quickly, what runs for half an hour well.
                "-XX:TieredStopAtLevel=" + Full.times(4, 1),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            Path complaints = Files.createTempFile("child-process", ".err");
            Process process = new ProcessBuilder(command)
                    .redirectError(complaints.toFile())
                    .start();
            return new ChildProcess(process, complaints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it a line. */
    public void tell(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
    }

    /** The next line, null at the end. */
    public String answer() throws IOException {
        return answers.readLine();
    }

    /** The lines before one that says "done". */
    public List<String> answersUntilDone() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = answer(); !"done".equals(line); line = answer()) {
            if (line == null) {
                throw new IOException("The process ended after " + lines + ", saying " + Files.readString(complaints));
            }
            lines.add(line);
        }
        return lines;
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGSTOP, SIGCONT. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Lets it end by itself, which it does at the end of its input. */
    @Override
    public void close() throws IOException {
        try {
            orders.close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // It was killed, so nobody reads its input.
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new InterruptedIOException(e.getMessage());
        } finally {
            Files.deleteIfExists(complaints);
        }
    }
}
