package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
    /** What a byte is replaced by: NUL, line end, quote, comma, apostrophe, a digit, letters, no UTF-8 at all. */
    private static final byte[] REPLACEMENTS = {0, '\n', '"', ',', '\'', '1', 'a', 'C', (byte) 0xFF};

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void makeTheFolder() throws IOException {
        folder = Files.createDirectory(root.resolve("store"));
    }

    private Storage filled() {
        Storage storage = Folders.open(folder);
        storage.commit(changes("1")
                .insert(Note.TABLE, Note.of(SHOP, 1, "=one"))
                .insert(Note.TABLE, Note.of(SHOP, 2, "二\r\n2")));
        storage.commit(changes("2").replace(Note.TABLE, Note.of(SHOP, 1, "uno"), 1));
        return storage;
    }

    private void assertRefused(String file, String when) {
        Map<String, String> before = Folders.contents(folder);
        StorageException refused = assertThrows(StorageException.class, () -> Folders.open(folder), when);
        assertTrue(refused.getMessage().contains(file), when + ": " + refused.getMessage());
        assertEquals(before, Folders.contents(folder), "a refused opening changes nothing");
        List<CsvStore.Problem> problems = Folders.verify(folder).problems();
        assertTrue(problems.stream().anyMatch(problem -> problem.file().equals(file)), when + ": " + problems);
        assertEquals(before, Folders.contents(folder), "verifying changes nothing");
    }

    @Nested
    class ACleanlyClosedStore {
        @Test
        void refusesEveryChangedByteOfEveryFile() throws IOException {
            filled().close();
            for (String file : List.of("note.csv", "_commits.csv", "_manifest.csv", "_journal.csv")) {
                byte[] sound = Files.readAllBytes(folder.resolve(file));
                for (int i = 0; i < sound.length; i++) {
                    for (byte replacement : REPLACEMENTS) {
                        if (sound[i] != replacement) {
                            byte[] damaged = sound.clone();
                            damaged[i] = replacement;
                            Files.write(folder.resolve(file), damaged);
                            assertThrows(
                                    StorageException.class,
                                    () -> Folders.open(folder),
                                    file + " byte " + i + " replaced by " + replacement);
                        }
                    }
                }
                damagedFileIsNamed(file, sound);
            }
        }

        private void damagedFileIsNamed(String file, byte[] sound) throws IOException {
            byte[] damaged = sound.clone();
            damaged[sound.length - 4] ^= 1;
            Files.write(folder.resolve(file), damaged);
            assertRefused(file, file);
            Files.write(folder.resolve(file), sound);
        }

        @Test
        void refusesEveryCutOfEveryFile() throws IOException {
            filled().close();
            for (String file : List.of("note.csv", "_commits.csv", "_manifest.csv", "_journal.csv")) {
                byte[] sound = Files.readAllBytes(folder.resolve(file));
                for (int length = 0; length < sound.length; length++) {
                    Files.write(folder.resolve(file), Arrays.copyOf(sound, length));
                    assertRefused(file, file + " cut to " + length);
                }
                Files.write(folder.resolve(file), sound);
            }
        }

        @Test
        void refusesAMissingFile() throws IOException {
            filled().close();
            for (String file : List.of("note.csv", "_commits.csv", "_manifest.csv", "_journal.csv")) {
                Files.move(folder.resolve(file), root.resolve("kept"));
                assertRefused(file, file + " missing");
                Files.move(root.resolve("kept"), folder.resolve(file));
            }
        }

        @Test
        void refusesAFileFromAnotherTime() throws IOException {
            filled().close();
            Path earlier = root.resolve("earlier");
            Folders.copy(folder, earlier);
            try (Storage storage = Folders.open(folder)) {
                storage.commit(changes("3").insert(Note.TABLE, Note.of(SHOP, 3, "three")));
            }
            for (String file : List.of("note.csv", "_commits.csv", "_journal.csv")) {
                byte[] now = Files.readAllBytes(folder.resolve(file));
                Files.copy(earlier.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                assertRefused(file, "the earlier " + file);
                Files.write(folder.resolve(file), now);
            }
            Files.copy(
                    earlier.resolve("_manifest.csv"),
                    folder.resolve("_manifest.csv"),
                    StandardCopyOption.REPLACE_EXISTING);
            assertRefused("_manifest.csv", "the earlier manifest");
        }
    }

    @Nested
    class AStoreThatWasNotClosed {
        @Test
        void refusesEveryChangedByteBeforeTheLastFrame() throws IOException {
            filled();
            byte[] sound = Files.readAllBytes(folder.resolve("_journal.csv"));
            int last = new String(sound, StandardCharsets.ISO_8859_1).lastIndexOf("\r\nB,") + 2;
            for (int i = 0; i < last; i++) {
                for (byte replacement : REPLACEMENTS) {
                    if (sound[i] != replacement) {
                        byte[] damaged = sound.clone();
                        damaged[i] = replacement;
                        Files.write(folder.resolve("_journal.csv"), damaged);
                        assertThrows(
                                StorageException.class,
                                () -> Folders.open(folder),
                                "byte " + i + " replaced by " + replacement);
                    }
                }
            }
        }

        @Test
        void refusesOrReportsEveryChangedByteOfTheLastFrame() throws IOException {
            filled();
            byte[] sound = Files.readAllBytes(folder.resolve("_journal.csv"));
            int last = new String(sound, StandardCharsets.ISO_8859_1).lastIndexOf("\r\nB,") + 2;
            for (int i = last; i < sound.length; i++) {
                for (byte replacement : REPLACEMENTS) {
                    if (sound[i] != replacement) {
                        byte[] damaged = sound.clone();
                        damaged[i] = replacement;
                        Files.write(folder.resolve("_journal.csv"), damaged);
                        CsvStore.Report report = Folders.verify(folder);
                        String when = "byte " + i + " replaced by " + replacement;
                        // Only a NUL can be a block that was never written.
                        assertEquals(replacement == 0, report.unfinished().isPresent(), when);
                        assertEquals(replacement == 0, report.sound(), when);
                    }
                }
            }
        }

        @Test
        void refusesATableThatWasChanged() throws IOException {
            filled().close();
            Folders.open(folder).commit(changes("3").insert(Note.TABLE, Note.of(SHOP, 3, "three")));
            Files.writeString(
                    folder.resolve("note.csv"),
                    Files.readString(folder.resolve("note.csv")).replace("uno", "due"));
            assertRefused("note.csv", "while the journal has frames");
        }
    }

    @Nested
    class TellsTheLine {
        private String problemAfter(String from, String to) throws IOException {
            filled().close();
            String sound = Files.readString(folder.resolve("note.csv"));
            assertTrue(sound.contains(from), sound);
            Files.writeString(folder.resolve("note.csv"), sound.replace(from, to));
            return Folders.verify(folder).problems().get(0).toString();
        }

        @Test
        void ofABrokenNumber() throws IOException {
            assertEquals("note.csv:2: column number: 'x' is not of type LONG", problemAfter("shop-1,1,", "shop-1,x,"));
        }

        @Test
        void ofANumberWrittenOtherwise() throws IOException {
            assertEquals(
                    "note.csv:2: column number: '01' should be written '1'", problemAfter("shop-1,1,", "shop-1,01,"));
        }

        @Test
        void ofAFormula() throws IOException {
            assertEquals(
                    "note.csv:2: column text: '=uno' begins like a formula; it needs an apostrophe in front",
                    problemAfter("uno", "=uno"));
        }

        @Test
        void ofAnUnneededApostrophe() throws IOException {
            assertEquals(
                    "note.csv:2: column text: ''uno' has an apostrophe in front that it does not need",
                    problemAfter("uno", "'uno"));
        }

        @Test
        void ofAMissingRequiredValue() throws IOException {
            assertEquals("note.csv:2: Column note.number must have a value", problemAfter("shop-1,1,", "shop-1,,"));
        }

        @Test
        void ofRowsOutOfOrder() throws IOException {
            assertEquals(
                    "note.csv:3: the key [shop-1, 2] does not come after [shop-1, 3]",
                    problemAfter("shop-1,1,", "shop-1,3,"));
        }

        @Test
        void ofARowWithACellTooMany() throws IOException {
            String problem = problemAfter("uno,2", "uno,2,");
            assertTrue(problem.startsWith("note.csv:2: the record is not valid CSV ("), problem);
        }

        @Test
        void ofARevisionThatIsNone() throws IOException {
            assertEquals("note.csv:2: '0' is not a revision (expected 1 or more)", problemAfter("uno,2", "uno,0"));
        }

        @Test
        void ofAChangedHeader() throws IOException {
            assertEquals(
                    "note.csv:1: the header should be [store_id, number, text, revision] after a byte order mark, but is"
                            + " [\uFEFFstore_id, no, text, revision]",
                    problemAfter(",number,", ",no,"));
        }

        @Test
        void ofAnUnclosedQuoteAfterACellOfTwoLines() throws IOException {
            filled().close();
            Files.writeString(
                    folder.resolve("note.csv"), Files.readString(folder.resolve("note.csv")) + "shop-1,3,\"x,1\r\n");
            String problem = Folders.verify(folder).problems().get(0).toString();
            // header, uno, the two lines of the second note
            assertTrue(problem.startsWith("note.csv:5: the record is not valid CSV ("), problem);
        }

        @Test
        void ofAByteThatIsNotUtf8() throws IOException {
            filled().close();
            byte[] bytes = Files.readAllBytes(folder.resolve("note.csv"));
            int second = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\r\n2") + 2;
            bytes[second] = (byte) 0xE4;
            Files.write(folder.resolve("note.csv"), bytes);
            assertEquals(
                    "note.csv:4: the byte 0xe4 is not UTF-8",
                    Folders.verify(folder).problems().get(0).toString());
        }

        @Test
        void ofADamagedFrame() throws IOException {
            filled();
            String journal = Files.readString(folder.resolve("_journal.csv"));
            Files.writeString(folder.resolve("_journal.csv"), journal.replace("'=one", "'=two"));
            StorageException refused = assertThrows(StorageException.class, () -> Folders.open(folder));
            assertEquals(
                    "The CSV store " + folder + " is not opened, nothing in it was changed. _journal.csv:2: frame 1 is"
                            + " complete, but does not match its checksum. Restore the file, or take the folder from a"
                            + " backup",
                    refused.getMessage());
        }

        @Test
        void ofAChangeThatOnlyTheChecksumShows() throws IOException {
            filled().close();
            Manifest.Entry listed = Manifest.Entry.of(Files.readAllBytes(folder.resolve("note.csv")));
            String changed = Files.readString(folder.resolve("note.csv")).replace("uno", "due");
            Files.writeString(folder.resolve("note.csv"), changed);
            CRC32C crc = new CRC32C();
            crc.update(changed.getBytes(StandardCharsets.UTF_8));
            assertEquals(
                    "note.csv: the file was changed outside the store: it has " + listed.bytes()
                            + " bytes and the checksum " + String.format(Locale.ROOT, "%08x", crc.getValue())
                            + ", the last checkpoint left " + listed.bytes() + " bytes and " + listed.crc32c(),
                    Folders.verify(folder).problems().get(0).toString());
        }
    }

    @Test
    void refusesAFileOfTheStoreThatNoTableDeclares() {
        filled().close();
        Map<String, String> before = Folders.contents(folder);
        StorageException refused = assertThrows(
                StorageException.class,
                () -> Folders.open(new FolderDisk(folder), Folders.NEVER, List.of(Remark.TABLE, Buyer.TABLE)));
        String reason = "no table of this version has this file; its tables are [remark, buyer]";
        assertTrue(refused.getMessage().contains("note.csv: " + reason), refused.getMessage());
        assertEquals(before, Folders.contents(folder));
        assertEquals(
                List.of(new CsvStore.Problem("note.csv", 0, reason)),
                CsvStore.verify(folder, List.of(Remark.TABLE, Buyer.TABLE)).problems());
    }

    @Test
    void refusesATableFileWhereThereIsNoStore() throws IOException {
        Files.writeString(folder.resolve("note.csv"), "\uFEFFstore_id,number,text,revision\r\n");
        assertRefused("note.csv", "no manifest");
    }

    @Test
    void aSoundStoreIsSound() {
        filled().close();
        CsvStore.Report report = Folders.verify(folder);
        assertEquals(List.of(), report.problems());
        assertTrue(report.sound());
        assertEquals(2, report.commits());
        assertEquals(
                List.of(
                        new CsvStore.TableSize("note", 2),
                        new CsvStore.TableSize("remark", 0),
                        new CsvStore.TableSize("buyer", 0),
                        new CsvStore.TableSize("tally", 0),
                        new CsvStore.TableSize("trace", 0)),
                report.tables());
        assertEquals(folder, report.folder());
    }

    @Test
    void verifyingFindsEveryProblemAndReadsTheRest() throws IOException {
        filled().close();
        Files.writeString(folder.resolve("note.csv"), "x");
        Files.writeString(folder.resolve("remark.csv"), "x");
        CsvStore.Report report = Folders.verify(folder);
        assertEquals(
                List.of("note.csv", "remark.csv"),
                report.problems().stream().map(CsvStore.Problem::file).toList());
        assertEquals(2, report.commits());
    }

    @Test
    void anEmptyFolderIsNoStore() {
        assertFalse(Folders.verify(folder).sound());
        assertEquals(
                "[_manifest.csv: there is no CSV store in this folder]",
                Folders.verify(folder).problems().toString());
    }
}
