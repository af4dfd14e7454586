package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A JVM of its own, in which a {@link StorageChild} works. */
final class ProcessSite implements Site, AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    private ProcessSite(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts the process and waits until it has opened the storage. */
    static ProcessSite start(StorageProcess storage) {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StorageChild.class.getName(),
                        storage.opener().getName(),
                        storage.place())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            ProcessSite site = new ProcessSite(builder.start());
            assertEquals(StorageChild.READY, site.answers.readLine(), "the first word of the other process");
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void order(List<Job> jobs) throws IOException {
        orders.write(jobs.stream().map(Job::toString).collect(Collectors.joining(StorageChild.BETWEEN_JOBS)) + "\n");
        orders.flush();
    }

    private static Committed receipt(String answer) {
        String[] parts = answer.substring(StorageChild.COMMITTED.length(), answer.length() - StorageChild.END.length())
                .split(" ", 3);
        return new Committed(CommitId.of(parts[2]), Long.parseLong(parts[0]), Instant.parse(parts[1]));
    }

    @Override
    public List<Committed> perform(List<Job> jobs) throws IOException {
        order(jobs);
        List<Committed> receipts = new ArrayList<>();
        for (String answer = answers.readLine(); !StorageChild.DONE.equals(answer); answer = answers.readLine()) {
            if (answer == null) {
                throw new AssertionError("The other process ended; what it complained of is in the test's output");
            }
            receipts.add(receipt(answer));
        }
        return receipts;
    }

    /** Kills the process at its jobs once it has told of some receipts; gives these and all that it told until it was dead. */
    List<Committed> performAndDie(List<Job> jobs, int afterReceipts) throws IOException, InterruptedException {
        order(jobs);
        List<Committed> receipts = new ArrayList<>();
        for (String answer = answers.readLine(); answer != null; answer = answers.readLine()) {
            // A line that death cut off was not said.
            if (answer.endsWith(StorageChild.END)) {
                receipts.add(receipt(answer));
            }
            if (receipts.size() == afterReceipts) {
                process.toHandle().destroyForcibly();
            }
        }
        process.waitFor();
        return receipts;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
    }
}
