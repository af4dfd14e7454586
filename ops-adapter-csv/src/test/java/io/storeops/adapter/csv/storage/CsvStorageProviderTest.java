package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.storeops.failure.FaultKind;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.StorageProvider;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvStorageProviderTest {
    @TempDir
    Path root;

    private static Storage create(Path base, String directory) {
        CsvStorageProvider provider = new CsvStorageProvider();
        AdapterConfig config = AdapterConfig.of("csv", provider.configKeys(), Map.of("directory", directory));
        return provider.create(config, AdapterContext.of(Folders.CLOCK, Folders.TABLES, base));
    }

    private StorageException refusal(String directory) {
        return assertThrows(StorageException.class, () -> create(root, directory));
    }

    @Test
    void isFoundByItsName() {
        assertEquals(
                1,
                ServiceLoader.load(StorageProvider.class).stream()
                        .filter(provider -> provider.get().name().equals("csv"))
                        .count());
    }

    @Test
    void needsADirectory() {
        var missing = assertThrows(
                RuntimeException.class, () -> AdapterConfig.of("csv", new CsvStorageProvider().configKeys(), Map.of()));
        assertTrue(
                missing.getMessage()
                        .contains("Adapter 'csv' needs the key 'directory': the folder of the store; made if it is"
                                + " missing, but not its parent"),
                missing.getMessage());
    }

    @Nested
    class TheFolder {
        @Test
        void isMadeIfItIsMissing() {
            Storage storage = create(root, "店铺 one");
            storage.commit(changes("1").insert(Note.TABLE, Note.of(SHOP, 1, "one")));
            storage.close();
            assertTrue(Folders.verify(root.resolve("店铺 one")).sound());
            Storage again = create(root, "店铺 one");
            assertEquals(
                    Note.of(SHOP, 1, "one"),
                    again.find(Note.TABLE, Note.of(SHOP, 1, "").key())
                            .orElseThrow()
                            .value());
            again.close();
        }

        @Test
        void mustNotBeAFile() throws IOException {
            Files.createFile(root.resolve("file"));
            StorageException refused = refusal("file");
            assertEquals(
                    "The CSV store " + root.resolve("file") + " is a file. Name a folder, or one to be made",
                    refused.getMessage());
            assertEquals(FaultKind.INVALID, refused.kind());
        }

        @Test
        void mustHaveAParent() {
            StorageException refused = refusal("no/such");
            assertEquals(
                    "The CSV store " + root.resolve("no/such") + " cannot be made, because there is no folder "
                            + root.resolve("no") + ". Create it, or correct the path",
                    refused.getMessage());
            assertEquals(FaultKind.NOT_FOUND, refused.kind());
            assertFalse(Files.exists(root.resolve("no")));
        }

        @Test
        void mustBeWritable() throws IOException {
            Path folder = Files.createDirectory(root.resolve("read-only"));
            assumeFalse(folder.getFileSystem().supportedFileAttributeViews().isEmpty(), "no permissions here");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
            assumeFalse(Files.isWritable(folder), "this user may write everywhere");
            StorageException refused = refusal("read-only");
            assertEquals(FaultKind.PERMISSION, refused.kind());
            assertTrue(refused.getMessage().startsWith("The CSV store " + folder + " is not writable ("));
        }

        @Test
        void mustHoldFilesWhereFilesBelong() throws IOException {
            Files.createDirectories(root.resolve("store/note.csv"));
            StorageException refused = refusal("store");
            assertTrue(refused.getMessage().contains("note.csv is not a regular file"), refused.getMessage());
        }

        @Test
        void ofANetworkOrFuseFileSystemIsRefused() {
            for (String type : new String[] {
                "nfs",
                "nfs4",
                "CIFS",
                "smb3",
                "smbfs",
                "fuse.sshfs",
                "fuseblk",
                "fuse",
                "macfuse",
                "9p",
                "ceph",
                "lustre",
                "glusterfs",
                "fuse.glusterfs",
                "gfs2",
                "ocfs2",
                "afs",
                "virtiofs",
                "vboxsf",
                "webdav",
                "beegfs",
                "unheard-of"
            }) {
                StorageException refused = assertThrows(
                        StorageException.class, () -> CsvStorageProvider.refuseIfUnreliable(root, type, false), type);
                assertEquals(FaultKind.UNSUPPORTED, refused.kind());
                assertEquals(
                        "The CSV store " + root + " is on the file system " + type
                                + ", which can grant one lock twice, as"
                                + " those of networks and of programs (fuse) do. Use a local disk, or the storage jdbc; if"
                                + " its locks are known to keep others out, say trustLocks=true",
                        refused.getMessage());
                CsvStorageProvider.refuseIfUnreliable(root, type, true);
            }
        }

        @Test
        void ofALocalFileSystemIsTaken() {
            for (String type :
                    new String[] {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "apfs", "NTFS", "ReFS"}) {
                CsvStorageProvider.refuseIfUnreliable(root, type, false);
            }
        }
    }

    @Nested
    class ASecondOpening {
        private String takenBy(String whom) throws IOException {
            return "The CSV store " + root.resolve("store").toRealPath() + " is already open in " + whom
                    + ". One store has the folder at a time; close the other one first (no file has to be deleted)";
        }

        @Test
        void isRefusedInTheSameProcessByWhateverPath() throws IOException {
            Storage first = create(root, "store");
            StorageException refused = refusal("store");
            assertEquals(takenBy("this process"), refused.getMessage());
            assertEquals(FaultKind.CONFLICT, refused.kind());
            assertEquals(
                    takenBy("this process"),
                    assertThrows(StorageException.class, () -> create(root.resolve("store"), "."))
                            .getMessage());
            Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("store"));
            assertEquals(takenBy("this process"), refusal(link.toString()).getMessage());
            first.commit(changes("1"));
            first.close();
            create(root, "store").close();
        }

        @Test
        void isRefusedInAnotherProcessEvenAfterThisOneReadEveryFile() throws Exception {
            Storage first = create(root, "store");
            Folders.verify(root.resolve("store"));
            refusal("store");
            assertEquals(takenBy("another process"), otherProcess());
            first.close();
            assertEquals("opened", otherProcess());
        }

        private String otherProcess() throws Exception {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dfile.encoding=UTF-8",
                    "-cp",
                    System.getProperty("java.class.path"),
                    OtherProcess.class.getName(),
                    root.toString());
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            Map<String, String> environment = new HashMap<>(builder.environment());
            environment.keySet().stream()
                    .filter(name -> name.startsWith("JAVA_"))
                    .forEach(builder.environment()::remove);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            return said;
        }

        @Test
        void isPossibleAfterOneThatFailed() throws IOException {
            Path folder = Files.createDirectory(root.resolve("store"));
            Files.writeString(folder.resolve("note.csv"), "x");
            assertTrue(
                    refusal("store").getMessage().contains("note.csv"),
                    refusal("store").getMessage());
            Files.delete(folder.resolve("note.csv"));
            create(root, "store").close();
        }
    }

    /** What another process says when it opens the store. */
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] arguments) {
            String said;
            try {
                create(Path.of(arguments[0]), "store").close();
                said = "opened";
            } catch (StorageException e) {
                said = e.getMessage();
            }
            System.out.writeBytes(said.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void verifyingAFolderThatIsMissingSaysSo() {
        StorageException refused = assertThrows(StorageException.class, () -> Folders.verify(root.resolve("none")));
        assertEquals(FaultKind.NOT_FOUND, refused.kind());
        assertTrue(refused.getMessage().startsWith("The CSV store " + root.resolve("none") + " cannot be read ("));
    }
}
