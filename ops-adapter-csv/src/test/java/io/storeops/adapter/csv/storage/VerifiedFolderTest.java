package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.failure.FaultKind;
import io.storeops.id.ActorId;
import io.storeops.id.Sha256;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Verifying a CSV store")
class VerifiedFolderTest {
    private static final List<Table<?>> TABLES = List.of(Note.TABLE, Evidence.TABLE, AuditEntry.TABLE, Tally.TABLE);
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G'};
    private static final Sha256 NAME = Sha256.of(PICTURE);

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        folder = Files.createDirectory(root.resolve("store"));
        try (Storage storage = open()) {
            storage.blobs().orElseThrow().put(SHOP, PICTURE);
            storage.commit(changes("1")
                    .insert(Note.TABLE, Note.of(SHOP, 1, "one"))
                    .insert(Tally.TABLE, Tally.of(SHOP, "2026-10-31", 1, "Anna"))
                    .insert(
                            Evidence.TABLE,
                            new Evidence(
                                    SHOP,
                                    "E1",
                                    Target.of("release", "R1"),
                                    EvidenceKind.parse("SCREENSHOT"),
                                    Optional.of("of Anna's screen"),
                                    Optional.of(new Evidence.Attached(NAME, "image/png", PICTURE.length)),
                                    Folders.CLOCK.instant(),
                                    new Stamp(ActorId.of("anna"), Folders.CLOCK.instant(), "R1/v1"))));
        }
    }

    private Storage open() {
        return open(new FolderDisk(folder));
    }

    private static Storage open(Disk disk) {
        return Folders.open(disk, 1, TABLES);
    }

    private CsvStore.Report verify() {
        return CsvStore.verify(folder, TABLES);
    }

    private static List<String> told(List<CsvStore.Problem> problems) {
        return problems.stream().map(CsvStore.Problem::toString).toList();
    }

    private String content() {
        return "blobs/" + Sha256.of(SHOP.value()) + "/" + NAME.hex().substring(0, 2) + "/" + NAME;
    }

    @Nested
    class FindsContentsThatAreNotThere {
        private void assertMissing(int others) {
            assertEquals(
                    List.of(content() + ": the content of evidence E1 of store shop-1 is missing"),
                    told(verify().problems()));
            assertEquals(others, verify().blobs());
            assertTrue(verify().opens(), "a missing picture keeps nobody from opening the store");
            open().close();
        }

        @Test
        void becauseTheyWereDeleted() throws IOException {
            Files.delete(folder.resolve(content()));
            assertMissing(0);
            Folders.delete(folder.resolve("blobs"));
            assertMissing(0);
        }

        @Test
        void becauseTheyWereMovedToAnotherStore() throws IOException {
            Path elsewhere = folder.resolve(
                    "blobs/" + Sha256.of("other") + "/" + NAME.hex().substring(0, 2));
            Files.createDirectories(elsewhere);
            Files.move(folder.resolve(content()), elsewhere.resolve(NAME.hex()));
            assertMissing(1);
        }

        @Test
        void unlessTheEvidenceWasRedacted() {
            try (Storage storage = open()) {
                storage.commit(
                        changes("2").redact(Evidence.TABLE, io.storeops.storage.Key.of(SHOP, "E1"), Evidence.PERSONAL));
                storage.blobs().orElseThrow().erase(SHOP, NAME);
            }
            assertEquals(List.of(), verify().problems());
        }
    }

    @Nested
    class NamesWhatIsNotTheStoresAndGoesOn {
        private void assertStrays(String... strays) throws IOException {
            CsvStore.Report report = verify();
            assertTrue(report.sound(), report.problems().toString());
            assertEquals(
                    java.util.Arrays.stream(strays)
                            .map(stray ->
                                    stray + ": this is not a file of the store, which neither reads nor changes it;"
                                            + " move it away")
                            .toList(),
                    told(report.strays()));
            assertEquals(1, report.blobs());
            Map<String, String> before = Folders.contents(folder);
            open().close();
            assertEquals(before, Folders.contents(folder));
        }

        @Test
        void inTheFolderOfContents() throws IOException {
            for (Path within = folder.resolve(content()).getParent();
                    !within.equals(folder);
                    within = within.getParent()) {
                Files.writeString(within.resolve(".DS_Store"), "Bud1");
            }
            String store = "blobs/" + Sha256.of(SHOP.value());
            assertStrays(
                    "blobs/.DS_Store",
                    store + "/.DS_Store",
                    store + "/" + NAME.hex().substring(0, 2) + "/.DS_Store");
        }

        /** Case 28: copies that people and programs leave beside a table. */
        @Test
        void besideTheTables() throws IOException {
            for (String copy : List.of("note - 副本.csv", "note (conflicted copy).csv", "~note.csv", "export.csv")) {
                Files.copy(folder.resolve("note.csv"), folder.resolve(copy));
            }
            for (String other : List.of(".DS_Store", ".~lock.note.csv#", "Thumbs.db", "note.csv.bak")) {
                Files.writeString(folder.resolve(other), "x");
            }
            assertStrays("export.csv", "note (conflicted copy).csv", "note - 副本.csv", "~note.csv");
            assertEquals(List.of(), CsvStore.edits(folder, TABLES));
        }
    }

    @Nested
    class OfABusyStore {
        /** Before the journal is read, the process that has the store makes a commit with a checkpoint. */
        private Disk busy(Storage storage) {
            return new WrappedDisk(new FolderDisk(folder)) {
                private int commits;

                @Override
                public byte[] read(String name) throws IOException {
                    if (name.equals(JournalContent.FILE)) {
                        for (int i = 0; i < 3; i++) {
                            commits++;
                            storage.commit(
                                    changes("busy" + commits).insert(Note.TABLE, Note.of(SHOP, 10 + commits, "x")));
                        }
                    }
                    return super.read(name);
                }
            };
        }

        @Test
        void saysToTryAgainAndNotThatItIsDamaged() {
            try (Storage storage = open()) {
                StorageException busy =
                        assertThrows(StorageException.class, () -> CsvStore.verify(busy(storage), TABLES));
                assertEquals(
                        "The CSV store " + folder + " kept changing while it was read, as a busy store does; nothing is"
                                + " known to be wrong. Try again, or when it is closed",
                        busy.getMessage());
                assertEquals(FaultKind.TRANSIENT, busy.kind());
            }
            assertTrue(verify().sound());
        }

        @Test
        void stillFindsWhatIsDamagedAllTheTime() throws IOException {
            try (Storage storage = open()) {
                Files.writeString(folder.resolve("tally-2026-10.csv"), "damaged");
                List<CsvStore.Problem> problems =
                        CsvStore.verify(busy(storage), TABLES).problems();
                assertEquals(
                        List.of("tally-2026-10.csv"),
                        problems.stream().map(CsvStore.Problem::file).distinct().toList(),
                        problems.toString());
            }
        }
    }
}
