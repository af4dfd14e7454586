package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.FaultKind;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.Committed;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Versioned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReopeningTest {
    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void makeTheFolder() throws IOException {
        folder = Files.createDirectory(root.resolve("store"));
    }

    private static List<Versioned<Note>> notes(Storage storage) {
        return storage.select(Query.of(Note.TABLE, SHOP)).items();
    }

    private static void twoCommits(Storage storage) {
        storage.commit(
                changes("1").insert(Note.TABLE, Note.of(SHOP, 1, "one")).insert(Note.TABLE, Note.of(SHOP, 2, "two")));
        storage.commit(changes("2").replace(Note.TABLE, Note.of(SHOP, 1, "uno"), 1));
    }

    private static void assertTwoCommits(Storage storage) {
        assertEquals(
                List.of(new Versioned<>(Note.of(SHOP, 1, "uno"), 2), new Versioned<>(Note.of(SHOP, 2, "two"), 1)),
                notes(storage));
        assertEquals(
                Optional.of(new Committed(CommitId.of("2"), 2, Folders.CLOCK.instant())),
                storage.committed(SHOP, CommitId.of("2")));
    }

    @Nested
    class GivesEverythingBack {
        @Test
        void afterAClose() {
            try (Storage storage = Folders.open(folder)) {
                twoCommits(storage);
            }
            assertTwoCommits(Folders.open(folder));
        }

        @Test
        void withoutAClose() {
            twoCommits(Folders.open(folder));
            assertTwoCommits(Folders.open(folder));
        }

        @Test
        void andGoesOnCountingCommits() {
            try (Storage storage = Folders.open(folder)) {
                twoCommits(storage);
            }
            Storage again = Folders.open(folder);
            assertEquals(3, again.commit(changes("3")).number());
            DuplicateCommitException repeated =
                    assertThrows(DuplicateCommitException.class, () -> again.commit(changes("2")));
            assertEquals(2, repeated.first().number());
        }

        @Test
        void afterManyRoundsWithAndWithoutClose() {
            for (int round = 1; round <= 12; round++) {
                Storage storage = Folders.open(new FolderDisk(folder), 5);
                assertEquals(round - 1, notes(storage).size());
                storage.commit(changes("c" + round).insert(Note.TABLE, Note.of(SHOP, round, "round " + round)));
                if (round % 3 == 0) {
                    storage.close();
                }
            }
        }
    }

    @Nested
    class AnUnfinishedLastFrame {
        private static final String EARLIER = "\"earlier\"\r\nC,1,00000000\r\n";

        private final SimulatedDisk written = new SimulatedDisk(new Random(0));

        /** Makes two commits and says where the frame of the second begins. */
        private int twoFrames(Changes second) {
            Storage storage = Folders.open(written, Folders.NEVER);
            storage.commit(changes("1").insert(Note.TABLE, Note.of(SHOP, 1, EARLIER)));
            int begin = journal().length;
            storage.commit(second);
            return begin;
        }

        private byte[] journal() {
            return written.contents().get("_journal.csv");
        }

        @Test
        void isDroppedAtEveryCutWhileEarlierCommitsStay() throws IOException {
            int begin = twoFrames(changes("2")
                    .insert(Note.TABLE, Note.of(SHOP, 2, "last, 最后\r\nline"))
                    .replace(Note.TABLE, Note.of(SHOP, 1, "changed"), 1));
            for (int cut = begin + 1; cut < journal().length; cut++) {
                assertDropped(Arrays.copyOf(journal(), cut), begin);
            }
        }

        @Test
        void isDroppedWhenItsLastBlockWasNeverWritten() throws IOException {
            int begin = twoFrames(changes("2").insert(Note.TABLE, Note.of(SHOP, 2, "last")));
            for (int hole = begin; hole < journal().length; hole++) {
                byte[] zeros = journal().clone();
                Arrays.fill(zeros, hole, zeros.length, (byte) 0);
                assertDropped(zeros, begin);
            }
        }

        private void assertDropped(byte[] journal, int begin) throws IOException {
            Map<String, byte[]> files = new TreeMap<>(written.contents());
            files.put("_journal.csv", journal);
            SimulatedDisk store = new SimulatedDisk(new Random(0), files);
            byte[] tail = Arrays.copyOfRange(journal, begin, journal.length);
            CsvStore.Report report = verified(store);
            assertEquals(List.of(), report.problems());
            assertEquals(1, report.commits());
            // The first line is the journal's header; the first frame has its begin, three lines of its row and its
            // end.
            assertEquals(
                    Optional.of(new CsvStore.Problem(
                            "_journal.csv", 7, "frame 2 is unfinished (" + tail.length + " bytes)")),
                    report.unfinished());
            Storage reopened = Folders.open(store, Folders.NEVER);
            assertEquals(List.of(new Versioned<>(Note.of(SHOP, 1, EARLIER), 1)), notes(reopened));
            assertEquals(Optional.empty(), reopened.committed(SHOP, CommitId.of("2")));
            assertArrayEquals(tail, store.contents().get("_torn-2.csv"));
            assertEquals(2, reopened.commit(changes("2")).number());
            reopened.close();
            assertTrue(verified(store).sound());
        }

        private static CsvStore.Report verified(Disk store) throws IOException {
            return CsvStore.verify(store, Folders.TABLES);
        }

        @Test
        void isCopiedBesideAnEarlierCopy() throws IOException {
            Storage storage = Folders.open(folder);
            Files.write(folder.resolve("_torn-1.csv"), new byte[] {'x'});
            storage.commit(changes("1").insert(Note.TABLE, Note.of(SHOP, 1, "one")));
            byte[] whole = Files.readAllBytes(folder.resolve("_journal.csv"));
            Files.write(folder.resolve("_journal.csv"), Arrays.copyOf(whole, whole.length - 1));
            Folders.open(folder);
            assertArrayEquals(new byte[] {'x'}, Files.readAllBytes(folder.resolve("_torn-1.csv")));
            assertTrue(Files.exists(folder.resolve("_torn-1-2.csv")));
        }
    }

    @Nested
    class AFailingDisk {
        /** What a run was told: the receipts it got, and the commit of which it knows nothing. */
        private record Told(List<String> acknowledged, Optional<String> unknown) {}

        @Test
        void losesNothingThatWasAcknowledgedWhicheverCallFails() throws IOException {
            FaultyDisk counting = new FaultyDisk(new FolderDisk(folder), 0, false);
            run(counting);
            assertTrue(counting.changes() > 20, "the run should have checkpoints");
            for (boolean forGood : new boolean[] {false, true}) {
                for (int failing = 1; failing <= counting.changes(); failing++) {
                    Path store = Files.createDirectory(root.resolve(forGood + "-" + failing));
                    Told told = run(new FaultyDisk(new FolderDisk(store), failing, forGood));
                    Storage reopened = Folders.open(store);
                    for (String commit : told.acknowledged()) {
                        assertTrue(
                                reopened.committed(SHOP, CommitId.of(commit)).isPresent(),
                                commit + " after " + failing);
                        assertTrue(reopened.find(
                                        Note.TABLE,
                                        Note.of(SHOP, Long.parseLong(commit), "")
                                                .key())
                                .isPresent());
                    }
                    long possible =
                            told.acknowledged().size() + told.unknown().stream().count();
                    int found = notes(reopened).size();
                    assertTrue(found == told.acknowledged().size() || found == possible, found + " after " + failing);
                    reopened.close();
                    assertTrue(Folders.verify(store).sound());
                    assertTrue(Folders.contents(store).keySet().stream().noneMatch(name -> name.endsWith(".new")));
                }
            }
        }

        private Told run(Disk disk) {
            List<String> acknowledged = new ArrayList<>();
            Optional<String> unknown = Optional.empty();
            try (Storage storage = Folders.open(disk, 4)) {
                for (int i = 1; i <= 6; i++) {
                    String commit = Integer.toString(i);
                    try {
                        storage.commit(changes(commit).insert(Note.TABLE, Note.of(SHOP, i, "note " + i)));
                        acknowledged.add(commit);
                    } catch (CommitUnknownException e) {
                        assertEquals(Optional.empty(), unknown, "only one commit can be unknown");
                        unknown = Optional.of(commit);
                    } catch (StorageException e) {
                        assertEquals(FaultKind.INVALID, e.kind());
                    }
                }
            } catch (StorageException | UncheckedIOException e) {
                assertTrue(String.valueOf(e.getCause()).contains("No space left on device"), e.toString());
            }
            return new Told(acknowledged, unknown);
        }

        @Test
        void leavesTheStoreRefusingUntilItIsReopened() {
            // 1 to 9: journal and manifest of the new store are written, forced and moved, and the folder is forced; 10
            // and 11: the first commit
            Storage storage = Folders.open(new FaultyDisk(new FolderDisk(folder), 12, false), Folders.NEVER);
            storage.commit(changes("1").insert(Note.TABLE, Note.of(SHOP, 1, "one")));
            var unknown = assertThrows(
                    CommitUnknownException.class,
                    () -> storage.commit(changes("2").insert(Note.TABLE, Note.of(SHOP, 2, "two"))));
            assertEquals("java.io.IOException: No space left on device", String.valueOf(unknown.getCause()));

            StorageException refused = assertThrows(StorageException.class, () -> storage.commit(changes("3")));
            assertEquals(
                    "The CSV store " + folder
                            + " accepts no commit since writing commit 2 (java.io.IOException: No space"
                            + " left on device) failed; nothing of this commit was written. Open the store again",
                    refused.getMessage());
            StorageException doubtful =
                    assertThrows(StorageException.class, () -> storage.committed(SHOP, CommitId.of("2")));
            assertEquals(
                    "Whether commit 2 of store shop-1 happened is known only after the CSV store " + folder
                            + " has been opened again",
                    doubtful.getMessage());
            assertEquals(Optional.empty(), storage.committed(SHOP, CommitId.of("3")));
            assertEquals(1, notes(storage).size());
            storage.close();
            assertEquals(1, notes(Folders.open(folder)).size());
        }

        @Test
        void refusesCommitsAfterTheClose() {
            Storage storage = Folders.open(folder);
            storage.close();
            assertThrows(StorageException.class, () -> storage.commit(changes("1")));
        }
    }

    @Test
    void anInterruptedThreadCommitsAndCloses() {
        Storage storage = Folders.open(new FolderDisk(folder), 1);
        Thread.currentThread().interrupt();
        twoCommits(storage);
        storage.close();
        assertTrue(Thread.interrupted(), "the interruption stays for the caller");
        assertTwoCommits(Folders.open(folder));
    }
}
