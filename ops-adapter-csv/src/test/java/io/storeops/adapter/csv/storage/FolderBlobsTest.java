package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.FaultKind;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Blobs;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobsTest {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 0, '\r', '\n'};

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void makeTheFolder() throws IOException {
        folder = Files.createDirectory(root.resolve("store"));
    }

    private static Blobs blobs(Storage storage) {
        return storage.blobs().orElseThrow();
    }

    private static String sha256(String text) {
        return Sha256.of(text).hex();
    }

    private Path fileOf(String store, byte[] content) {
        String name = Sha256.of(content).hex();
        return folder.resolve("blobs/" + sha256(store) + "/" + name.substring(0, 2) + "/" + name);
    }

    private List<String> files(Path within) throws IOException {
        try (Stream<Path> files = Files.walk(within)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> within.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void keepsContentAsAFileNamedByItsSha256() throws IOException {
        blobs(Folders.open(folder)).put(SHOP, PICTURE);
        assertArrayEquals(PICTURE, Files.readAllBytes(fileOf("shop-1", PICTURE)));
        assertEquals(1, files(folder.resolve("blobs")).size());
        assertTrue(Files.notExists(folder.resolve("_blob.new")));
    }

    @Test
    void staysInTheFolderWhateverTheStoreIsCalled() throws IOException {
        Blobs blobs = blobs(Folders.open(folder));
        for (String name :
                List.of("../../x", "..", ".", "/etc", "C:\\x", "CON", "a:b", "x.", "店铺", "~", "a/../../../b")) {
            StoreId store = StoreId.of(name);
            blobs.put(store, PICTURE);
            assertArrayEquals(PICTURE, blobs.find(store, Sha256.of(PICTURE)).orElseThrow(), name);
            assertArrayEquals(PICTURE, Files.readAllBytes(fileOf(name, PICTURE)), name);
        }
        assertEquals(11, files(folder.resolve("blobs")).size());
        assertEquals(13, files(root).size(), "the contents, the journal and the manifest");
    }

    @Test
    void refusesContentThatIsNotWhatItsNameSays() throws IOException {
        Storage storage = Folders.open(folder);
        Sha256 name = blobs(storage).put(SHOP, PICTURE);
        String file = folder.relativize(fileOf("shop-1", PICTURE)).toString();
        for (byte[] damaged : new byte[][] {{}, {(byte) 0x89, 'P', 'N', 'G', 0, '\r'}, {0}}) {
            Files.write(folder.resolve(file), damaged);
            StorageException refused =
                    assertThrows(StorageException.class, () -> blobs(storage).find(SHOP, name));
            assertEquals(file + ": the content is not what its name, a SHA-256, says", refused.getMessage());
            CsvStore.Report report = Folders.verify(folder);
            assertEquals(
                    List.of(refused.getMessage()),
                    report.problems().stream().map(CsvStore.Problem::toString).toList());
            assertEquals(0, report.blobs());
        }
        blobs(storage).put(SHOP, PICTURE);
        assertArrayEquals(PICTURE, blobs(storage).find(SHOP, name).orElseThrow(), "putting it again mends it");
    }

    @Test
    void verifyingCountsContentAndFindsWhatIsInTheWrongPlace() throws IOException {
        Blobs blobs = blobs(Folders.open(folder));
        blobs.put(SHOP, PICTURE);
        blobs.put(SHOP, new byte[] {1});
        blobs.put(StoreId.of("other"), PICTURE);
        assertEquals(3, Folders.verify(folder).blobs());
        assertEquals(List.of(), Folders.verify(folder).problems());
        Path wrong = Files.createDirectories(folder.resolve("blobs/" + sha256("shop-1") + "/zz"));
        Files.copy(fileOf("shop-1", PICTURE), wrong.resolve(Sha256.of(PICTURE).hex()));
        assertEquals(1, Folders.verify(folder).problems().size());
    }

    @Test
    void erasesTheFile() throws IOException {
        Blobs blobs = blobs(Folders.open(folder));
        blobs.put(SHOP, PICTURE);
        blobs.erase(SHOP, Sha256.of(PICTURE));
        assertEquals(List.of(), files(folder.resolve("blobs")));
    }

    @Test
    void followsNoSymbolicLink() throws IOException {
        Path outside = Files.createDirectory(root.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("blobs"), outside);
        Blobs blobs = blobs(Folders.open(folder));
        StorageException refused = assertThrows(StorageException.class, () -> blobs.put(SHOP, PICTURE));
        assertTrue(refused.getMessage().contains("blobs is a symbolic link, which a CSV store does not follow"));
        assertEquals(List.of(), files(outside));

        Files.delete(folder.resolve("blobs"));
        Sha256 name = blobs(Folders.open(folder)).put(SHOP, PICTURE);
        Path file = fileOf("shop-1", PICTURE);
        Files.move(file, outside.resolve("kept"));
        Files.createSymbolicLink(file, outside.resolve("kept"));
        assertThrows(StorageException.class, () -> blobs.find(SHOP, name));
    }

    @Test
    void acceptsNothingAfterAFailedWriteUntilTheStoreIsReopened() throws IOException {
        Folders.open(folder).close();
        // 1 is the opening's; 2 is the first of the content's
        for (int failing = 2; failing <= 10; failing++) {
            Storage storage = Folders.open(new FaultyDisk(new FolderDisk(folder), failing, false), Folders.NEVER);
            StorageException failed =
                    assertThrows(StorageException.class, () -> blobs(storage).put(SHOP, PICTURE), "call " + failing);
            assertTrue(failed.getMessage().contains("No space left on device"), failed.getMessage());
            StorageException refused =
                    assertThrows(StorageException.class, () -> blobs(storage).put(SHOP, PICTURE));
            assertEquals(FaultKind.INVALID, refused.kind());
            assertThrows(StorageException.class, () -> storage.commit(Folders.changes("1")));
            storage.close();
            Storage reopened = Folders.open(folder);
            Sha256 name = blobs(reopened).put(SHOP, PICTURE);
            assertArrayEquals(PICTURE, blobs(reopened).find(SHOP, name).orElseThrow());
            reopened.close();
            assertEquals(1, Folders.verify(folder).blobs());
            assertEquals(List.of(), Folders.verify(folder).problems());
        }
    }
}
