package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kill -9} leaves: everything that was acknowledged, nothing that is half there. */
@DisplayName("A CSV store whose process is killed")
class KilledProcessTest {
    private static final int ROUNDS = Endurance.times(8, 500);
    private static final int ROUNDS_A_FOLDER = 20;

    /** Long enough for everything between the start of a JVM and some hundred commits. */
    private static final int LONGEST_LIFE_MILLIS = 900;

    @TempDir
    Path root;

    /** Commits two notes and the count of commits again and again, and says so, until killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            Storage storage = open(Path.of(arguments[0]));
            long done = count(storage);
            System.out.println("open");
            while (true) {
                done++;
                storage.commit(commit(done));
                System.out.println(done);
            }
        }

        private static Changes commit(long number) {
            Changes changes = changes("c" + number)
                    .insert(Note.TABLE, note(2 * number, number))
                    .insert(Note.TABLE, note(2 * number + 1, number));
            return number == 1
                    ? changes.insert(Note.TABLE, note(0, 1))
                    : changes.replace(Note.TABLE, note(0, number), number - 1);
        }
    }

    private static Note note(long key, long commit) {
        return Note.of(SHOP, key, "of commit " + commit);
    }

    private static Storage open(Path folder) {
        CsvStorageProvider provider = new CsvStorageProvider();
        Map<String, String> settings = Map.of("directory", folder.toString(), "checkpointEvery", "40");
        return provider.create(
                AdapterConfig.of("csv", provider.configKeys(), settings),
                AdapterContext.of(Folders.CLOCK, Folders.TABLES, folder));
    }

    private static long count(Storage storage) {
        long count = 0;
        while (storage.committed(SHOP, CommitId.of("c" + (count + 1))).isPresent()) {
            count++;
        }
        return count;
    }

    @Test
    void hasEveryAcknowledgedCommitAndNoHalfOfAnother() throws IOException {
        long seed = Long.getLong("storeops.seed", System.nanoTime());
        Random random = new Random(seed);
        long acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = root.resolve("store-" + round / ROUNDS_A_FOLDER);
            Files.createDirectories(folder);
            String when = "round " + round + " of -Dstoreops.seed=" + seed;
            long before = found(folder, when);
            long last = Math.max(before, lastAcknowledged(folder, random));
            long after = found(folder, when);
            assertTrue(after == last || after == last + 1, after + " commits, acknowledged " + last + ", " + when);
            acknowledged += last - before;
        }
        assertTrue(acknowledged > ROUNDS, "the writers were killed too early: " + acknowledged);
        Endurance.report(ROUNDS + " times kill -9: 0 of " + acknowledged + " acknowledged commits lost, 0 mixed");
    }

    /** Runs a writer, kills it, and returns the last number that it said. */
    private static long lastAcknowledged(Path folder, Random random) throws IOException {
        Process writer = ChildJvm.start(ChildJvm.command(Writer.class, List.of("-Xmx64m"), folder.toString()));
        long last = 0;
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            // Half are killed at any time of their life, half after some commits.
            if (random.nextBoolean()) {
                writer.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
                writer.toHandle().destroyForcibly();
            }
            int commits = 1 + random.nextInt(60);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                assertTrue(line.matches("open|\\d+"), line);
                last = line.equals("open") ? last : Long.parseLong(line);
                commits--;
                if (commits == 0) {
                    writer.toHandle().destroyForcibly();
                }
            }
            assertTrue(writer.waitFor(60, TimeUnit.SECONDS));
            return last;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** How many commits there are, each of them whole. */
    private static long found(Path folder, String when) {
        assertEquals(List.of(), verified(folder), when);
        try (Storage storage = open(folder)) {
            long count = count(storage);
            SortedMap<Long, Note> expected = new TreeMap<>();
            for (long commit = 1; commit <= count; commit++) {
                expected.put(2 * commit, note(2 * commit, commit));
                expected.put(2 * commit + 1, note(2 * commit + 1, commit));
                expected.put(0L, note(0, commit));
            }
            SortedMap<Long, Note> notes = new TreeMap<>();
            try (Scan<Versioned<Note>> scan = storage.scan(Query.of(Note.TABLE, SHOP))) {
                scan.forEachRemaining(note -> notes.put(note.value().number(), note.value()));
            }
            assertEquals(expected, notes, when);
            return count;
        }
    }

    private static List<CsvStore.Problem> verified(Path folder) {
        return Files.exists(folder.resolve(JournalContent.FILE))
                ? Folders.verify(folder).problems()
                : List.of();
    }
}
