package io.storeops.adapter.csv.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.StoreId;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code kill -9} leaves: everything that was acknowledged, nothing that is half there. The kills follow each other: no
 * process ever closes the store, and what is looked at is a copy of the folder.
 */
@DisplayName("A CSV store whose process is killed, again and again")
class KilledProcessTest {
    private static final int ROUNDS = Endurance.times(8, 250);

    /** Long enough for everything between the start of a JVM and some hundred commits. */
    private static final int LONGEST_LIFE_MILLIS = 900;

    @TempDir
    Path root;

    /** Each thread, in a shop of its own, commits two notes and the count of commits again and again, and says so. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            Storage storage = open(Path.of(arguments[0]));
            System.out.println("open");
            for (int i = 1; i <= Integer.parseInt(arguments[1]); i++) {
                StoreId shop = shop(i);
                new Thread(() -> write(storage, shop)).start();
            }
        }

        private static void write(Storage storage, StoreId shop) {
            for (long done = count(storage, shop) + 1; ; done++) {
                storage.commit(commit(shop, done));
                synchronized (Writer.class) {
                    System.out.println(shop + " " + done);
                }
            }
        }

        private static Changes commit(StoreId shop, long number) {
            Changes changes = Changes.of(shop, CommitId.of("c" + number))
                    .insert(Note.TABLE, note(shop, 2 * number, number))
                    .insert(Note.TABLE, note(shop, 2 * number + 1, number));
            return number == 1
                    ? changes.insert(Note.TABLE, note(shop, 0, 1))
                    : changes.replace(Note.TABLE, note(shop, 0, number), number - 1);
        }
    }

    private static StoreId shop(int writer) {
        return StoreId.of("shop-" + writer);
    }

    private static Note note(StoreId shop, long key, long commit) {
        return Note.of(shop, key, "of commit " + commit);
    }

    private static Storage open(Path folder) {
        CsvStorageProvider provider = new CsvStorageProvider();
        Map<String, String> settings = Map.of("directory", folder.toString(), "checkpointEvery", "40");
        return provider.create(
                AdapterConfig.of("csv", provider.configKeys(), settings),
                AdapterContext.of(Folders.CLOCK, Folders.TABLES, folder));
    }

    private static long count(Storage storage, StoreId shop) {
        long count = 0;
        while (storage.committed(shop, CommitId.of("c" + (count + 1))).isPresent()) {
            count++;
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void hasEveryAcknowledgedCommitAndNoHalfOfAnother(int writers) throws IOException {
        long seed = Long.getLong("storeops.seed", System.nanoTime());
        Random random = new Random(seed);
        Path folder = Files.createDirectory(root.resolve("store"));
        SortedMap<StoreId, Long> acknowledged = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            String when = "round " + round + " of -Dstoreops.seed=" + seed;
            acknowledgedUntilKilled(folder, writers, random)
                    .forEach((shop, last) -> acknowledged.merge(shop, last, Math::max));
            Path copy = root.resolve("copy");
            Folders.copy(folder, copy);
            assertEquals(List.of(), verified(copy), when);
            try (Storage storage = open(copy)) {
                for (int writer = 1; writer <= writers; writer++) {
                    long kept = wholeCommits(storage, shop(writer), when);
                    long last = acknowledged.getOrDefault(shop(writer), 0L);
                    // Of each kill one commit may be there that nobody was told of.
                    assertTrue(kept == last || kept == last + 1, kept + " commits, acknowledged " + last + ", " + when);
                    acknowledged.put(shop(writer), kept);
                }
            }
        }
        long all = acknowledged.values().stream().mapToLong(Long::longValue).sum();
        assertTrue(all > ROUNDS, "the writers were killed too early: " + all);
        Endurance.report(writers + " writers, " + ROUNDS + " chained kills: 0 of " + all
                + " commits that were acknowledged or found lost, 0 mixed");
    }

    /** Runs writers, kills them, and returns the last number that each said. */
    private static Map<StoreId, Long> acknowledgedUntilKilled(Path folder, int writers, Random random)
            throws IOException {
        Process process = ChildJvm.start(
                ChildJvm.command(Writer.class, List.of("-Xmx64m"), folder.toString(), Integer.toString(writers)));
        Map<StoreId, Long> said = new TreeMap<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            // Half are killed at any time of their life, half after some commits.
            if (random.nextBoolean()) {
                process.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
                process.toHandle().destroyForcibly();
            }
            int commits = 1 + random.nextInt(60);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                assertTrue(line.matches("open|shop-\\d+ \\d+|[shop\\d -]*"), line);
                if (line.matches("shop-\\d+ \\d+")) {
                    String[] parts = line.split(" ", 2);
                    said.merge(StoreId.of(parts[0]), Long.parseLong(parts[1]), Math::max);
                }
                commits--;
                if (commits == 0) {
                    process.toHandle().destroyForcibly();
                }
            }
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            return said;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** How many commits of a shop there are, each of them whole. */
    private static long wholeCommits(Storage storage, StoreId shop, String when) {
        long count = count(storage, shop);
        SortedMap<Long, Note> expected = new TreeMap<>();
        for (long commit = 1; commit <= count; commit++) {
            expected.put(2 * commit, note(shop, 2 * commit, commit));
            expected.put(2 * commit + 1, note(shop, 2 * commit + 1, commit));
            expected.put(0L, note(shop, 0, commit));
        }
        SortedMap<Long, Note> notes = new TreeMap<>();
        try (Scan<Versioned<Note>> scan = storage.scan(Query.of(Note.TABLE, shop))) {
            scan.forEachRemaining(note -> notes.put(note.value().number(), note.value()));
        }
        assertEquals(expected, notes, when);
        return count;
    }

    private static List<CsvStore.Problem> verified(Path folder) {
        return Files.exists(folder.resolve(JournalContent.FILE))
                ? Folders.verify(folder).problems()
                : List.of();
    }
}
