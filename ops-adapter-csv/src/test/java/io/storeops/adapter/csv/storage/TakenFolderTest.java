package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.FaultKind;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.storage.CommitId;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes a folder from under an open store: a deleted lock file, a folder that is moved, a second path to it. */
@DisplayName("A CSV store whose folder is taken away")
class TakenFolderTest {
    private static final int ROUNDS = Endurance.times(3, 50);

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void makeTheStore() throws IOException {
        folder = Files.createDirectory(root.resolve("store")).toRealPath();
        open(folder).close();
    }

    static Storage open(Path folder) {
        CsvStorageProvider provider = new CsvStorageProvider();
        Map<String, String> settings = Map.of("directory", folder.toString(), "checkpointEvery", "5");
        return provider.create(
                AdapterConfig.of("csv", provider.configKeys(), settings),
                AdapterContext.of(Folders.CLOCK, Folders.TABLES, folder));
    }

    private String lost() {
        return "The CSV store " + folder + " is not this process's any more: its file _lock was deleted or replaced, or"
                + " the folder was moved and another put in its place. Nothing more is written, so that what another"
                + " process commits is not overwritten. Close the store, see that the folder is the right one and that"
                + " nobody else has it open, then open it again";
    }

    private interface Trick {
        void play() throws IOException;
    }

    @Nested
    class WritesNothingMore {
        private void assertRefused(String message, Trick trick) throws IOException {
            Storage storage = open(folder);
            storage.commit(changes("before").insert(Note.TABLE, Note.of(SHOP, 1, "one")));
            trick.play();
            Map<String, String> found = Folders.contents(folder);
            StorageException refused = assertThrows(
                    StorageException.class,
                    () -> storage.commit(changes("after").insert(Note.TABLE, Note.of(SHOP, 2, "two"))));
            assertEquals(message, refused.getMessage());
            assertEquals(FaultKind.CONFLICT, refused.kind());
            assertThrows(
                    StorageException.class, () -> storage.blobs().orElseThrow().put(SHOP, new byte[] {1}));
            assertThrows(
                    StorageException.class,
                    () -> storage.blobs().orElseThrow().erase(SHOP, io.storeops.id.Sha256.of("x")));
            storage.close();
            assertEquals(found, Folders.contents(folder));
        }

        @Test
        void afterItsLockFileWasDeleted() throws IOException {
            assertRefused(lost(), () -> Files.delete(folder.resolve("_lock")));
            try (Storage next = open(folder)) {
                assertTrue(next.committed(SHOP, CommitId.of("before")).isPresent());
            }
        }

        @Test
        void afterItsLockFileWasReplaced() throws IOException {
            assertRefused(lost(), () -> {
                Files.delete(folder.resolve("_lock"));
                Files.createFile(folder.resolve("_lock"));
            });
        }

        @Test
        void afterItsFolderWasMovedAndACopyPutInItsPlace() throws IOException {
            assertRefused(lost(), () -> {
                Files.move(folder, root.resolve("moved"));
                Folders.copy(root.resolve("moved"), folder);
            });
        }

        @Test
        void afterTheFolderWasMovedAndNothingIsInItsPlace() throws IOException {
            Storage storage = open(folder);
            Files.move(folder, root.resolve("moved"));
            assertEquals(
                    lost(),
                    assertThrows(StorageException.class, () -> storage.commit(changes("1")))
                            .getMessage());
            assertTrue(Files.notExists(folder));
            storage.close();
        }

        private String writtenTo() {
            return "The CSV store " + folder
                    + " was written to by somebody else: _journal.csv or _manifest.csv is not as"
                    + " this process left it. Nothing more is written, so that nothing is overwritten. Close it, see that"
                    + " nobody else has it open, then open it again";
        }

        @Test
        void afterTheJournalGrewOrWasReplaced() throws IOException {
            Path journal = folder.resolve("_journal.csv");
            assertRefused(
                    writtenTo(),
                    () -> Files.write(
                            journal, "x".getBytes(StandardCharsets.UTF_8), java.nio.file.StandardOpenOption.APPEND));
            Folders.delete(folder);
            makeTheStore();
            assertRefused(writtenTo(), () -> {
                Files.copy(journal, folder.resolve("same"));
                Files.move(folder.resolve("same"), journal, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            });
        }

        @Test
        void afterTheManifestWasReplaced() throws IOException {
            Path manifest = folder.resolve("_manifest.csv");
            assertRefused(writtenTo(), () -> {
                Files.copy(manifest, folder.resolve("same"));
                Files.move(folder.resolve("same"), manifest, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            });
        }

        @Test
        void whenItIsClosedAndTellsWhy() throws IOException {
            Storage storage = open(folder);
            storage.commit(changes("1"));
            Files.delete(folder.resolve("_lock"));
            Map<String, String> found = Folders.contents(folder);
            assertEquals(
                    lost(), assertThrows(StorageException.class, storage::close).getMessage());
            assertEquals(found, Folders.contents(folder));
            open(folder).close();
        }
    }

    /** Two processes, of which one has the store when the trick is played and the other opens it right after. */
    @Nested
    class LosesNoAcknowledgedCommit {
        private final long seed = Long.getLong("storeops.seed", System.nanoTime());
        private final Random random = new Random(seed);

        /** How the first process is moved out of the way; where its commits are afterwards. */
        private interface Taking {
            Path take() throws IOException;
        }

        private void assertNoneLost(String trick, Taking taking) throws Exception {
            int acknowledged = 0;
            try (Rival first = Rival.start(List.of());
                    Rival second = Rival.start(List.of())) {
                for (int round = 0; round < ROUNDS; round++) {
                    String when = trick + ", round " + round + " of -Dstoreops.seed=" + seed;
                    Folders.delete(folder);
                    Files.createDirectory(folder);
                    open(folder).close();
                    first.tell(folder, "first", 3_000);
                    for (int commits = random.nextInt(30); commits >= 0; commits--) {
                        first.answer();
                    }
                    Thread.sleep(0, random.nextInt(1_000_000));
                    Path whereFirst = taking.take();
                    second.tell(folder, "second", 20);
                    second.answerUntilTheEnd();
                    first.answerUntilTheEnd();
                    assertEquals(lost(), first.end(), when);
                    assertEquals("done", second.end(), when);
                    acknowledged += first.assertThere(whereFirst, when) + second.assertThere(folder, when);
                }
            }
            Endurance.report(trick + ", " + ROUNDS + " times: 0 of " + acknowledged + " acknowledged commits lost");
        }

        @Test
        void whenTheLockFileIsDeleted() throws Exception {
            assertNoneLost("lock file deleted", () -> {
                Files.delete(folder.resolve("_lock"));
                return folder;
            });
        }

        @Test
        void whenTheFolderIsMovedAndAnotherPutInItsPlace() throws Exception {
            Path moved = root.resolve("moved");
            Path another = root.resolve("another");
            assertNoneLost("folder replaced", () -> {
                if (Files.exists(moved)) {
                    Folders.delete(moved);
                }
                Files.createDirectory(another);
                open(another).close();
                Files.move(folder, moved);
                Files.move(another, folder);
                return moved;
            });
        }

        @Test
        void whenItIsOpenedOnceMoreByAnotherPath() throws Exception {
            Path mounted = Files.createDirectory(root.resolve("mounted"));
            boolean mounts = Rival.canBindMount(folder, mounted);
            Path other = mounts ? mounted : Files.createSymbolicLink(root.resolve("link"), folder);
            String path = mounts ? "bind mount" : "symbolic link";
            int acknowledged = 0;
            try (Rival first = Rival.start(mounts ? Rival.bindMount(folder, mounted) : List.of());
                    Rival second = Rival.start(List.of())) {
                for (int round = 0; round < ROUNDS; round++) {
                    String when = path + ", round " + round + " of -Dstoreops.seed=" + seed;
                    first.tellToHold(folder, "first" + round, 20 + random.nextInt(40), other);
                    first.answer();
                    second.tell(folder, "second", 20);
                    second.answerUntilTheEnd();
                    first.letGo();
                    first.answerUntilTheEnd();
                    assertEquals("done", first.end(), when);
                    assertTrue(second.end().contains(" is already open in another process"), second.end() + when);
                    acknowledged += first.assertThere(folder, when);
                }
            }
            Endurance.report(path + ", " + ROUNDS + " times: 0 of " + acknowledged + " acknowledged commits lost");
        }
    }
}
