package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.storeops.json.Json;
import io.storeops.spi.JsonCodec;
import io.storeops.storage.Changes;
import io.storeops.storage.ColumnType;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    private static final Path SHARED = Path.of(System.getProperty("storeops.shared", "../../shared"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "'", "'=1", "''", ""})
    void aTextThatASpreadsheetCouldEvaluateGetsAnApostrophe(String text) {
        assertEquals("'" + text, Cells.print(ColumnType.TEXT, text));
        assertEquals(text, Cells.parse(ColumnType.TEXT, "'" + text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", " ", "1", "好", "a'b", "\"=1\""})
    void anyOtherTextStandsAsItIs(String text) {
        assertEquals(text, Cells.print(ColumnType.TEXT, text));
        assertEquals(text, Cells.parse(ColumnType.TEXT, text));
    }

    @Test
    void aNumberNeverGetsAnApostrophe() {
        assertEquals("-12.50", Cells.print(ColumnType.DECIMAL, new BigDecimal("-12.50")));
        assertEquals("-9223372036854775808", Cells.print(ColumnType.LONG, Long.MIN_VALUE));
    }

    @Test
    void anAbsentValueIsAnEmptyCell() {
        assertEquals("", Cells.print(ColumnType.TEXT, null));
    }

    @Test
    void naughtyStringsComeBackUnchangedAndNeverBeginAFormula() throws IOException {
        Path blns = SHARED.resolve("data/csv/blns/blns.json");
        assumeTrue(Files.isRegularFile(blns), "the big list of naughty strings is not at " + blns);
        List<String> naughty = new ArrayList<>();
        for (Json text : ((Json.Arr) JsonCodec.read(blns)).elements()) {
            naughty.add(((Json.Text) text).value());
        }
        assertEquals(515, naughty.size(), "the list is whole");
        assertEquals(
                26,
                naughty.stream().filter(text -> text.matches("(?s)[=+@-].*")).count(),
                "and has its formulas");
        Path payloads = SHARED.resolve("data/csv/csv-injection/Intruder/csv-payload.txt");
        assumeTrue(Files.isRegularFile(payloads), "the injection payloads are not at " + payloads);
        naughty.addAll(Files.readAllLines(payloads));
        for (String trigger : List.of("=", "+", "-", "@")) {
            assertTrue(naughty.stream().anyMatch(text -> text.startsWith(trigger)), trigger);
        }
        Storage storage = Folders.open(folder);
        Changes changes = changes("naughty");
        List<Note> notes = new ArrayList<>();
        for (String text : naughty) {
            notes.add(Note.of(SHOP, notes.size(), text));
        }
        storage.commit(changes.append(Note.TABLE, notes));
        // The first one is never closed, as if its process had died: the second opening has the journal alone.
        Storage reopened = Folders.open(folder);
        assertEquals(notes, read(reopened), "from the journal");
        reopened.close();
        assertEquals(notes, read(Folders.open(folder)), "from the table");

        List<String> cells = column(Files.readString(folder.resolve("note.csv")), 2);
        assertEquals(notes.size() + 1, cells.size());
        for (String cell : cells) {
            assertFalse(!cell.isEmpty() && "=+-@\t\r\n\0＝＋－＠".indexOf(cell.charAt(0)) >= 0, cell);
        }
    }

    private static List<Note> read(Storage storage) {
        return storage.select(Query.of(Note.TABLE, SHOP)).items().stream()
                .map(note -> note.value())
                .toList();
    }

    /** One column of a CSV text, read by rules of its own: split at quotes, every odd part was between them. */
    private static List<String> column(String csv, int column) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int position = 0;
        String[] parts = csv.replace("\"\"", "\uE000").split("\"", -1);
        for (int i = 0; i < parts.length; i++) {
            for (char c : parts[i].toCharArray()) {
                if (i % 2 == 1 || (c != ',' && c != '\n' && c != '\r')) {
                    cell.append(c == '\uE000' ? '"' : c);
                } else if (c != '\r') {
                    if (position == column) {
                        cells.add(cell.toString());
                    }
                    position = c == ',' ? position + 1 : 0;
                    cell.setLength(0);
                }
            }
        }
        return cells;
    }

    @Test
    void aRowThatCouldNotBeReadBackIsRefusedBeforeItIsWritten() {
        Json deep = Json.of(1);
        for (int i = 0; i < 1001; i++) {
            deep = Json.array(List.of(deep));
        }
        Remark plain = Remark.of(SHOP, "r1", "text");
        Remark tooDeep = new Remark(
                SHOP,
                "r2",
                "text",
                1,
                plain.amount(),
                plain.at(),
                plain.day(),
                true,
                deep,
                plain.note(),
                plain.score(),
                plain.share(),
                plain.closedAt(),
                plain.dueOn(),
                plain.agreed(),
                plain.extra());
        Storage storage = Folders.open(folder);
        storage.commit(changes("1").insert(Remark.TABLE, plain));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> storage.commit(changes("2").insert(Remark.TABLE, tooDeep)));
        assertEquals(
                "Column remark.detail keeps at most 500 objects and arrays within each other", refused.getMessage());
        assertEquals(
                2,
                storage.commit(changes("2").insert(Remark.TABLE, Remark.of(SHOP, "r2", "text")))
                        .number());
        assertTrue(Folders.verify(folder).sound());
    }

    @Test
    void aRowOfTheGreatestLengthComesBackFromTheJournalAndFromTheTable() {
        int longest = 8 * 1024 * 1024 - "R,note,shop-1,1,,1\r\n".length();
        for (String text : List.of("x".repeat(longest), "\"".repeat(longest / 2 - 1))) {
            Path store = folder.resolve("long-" + text.length());
            assertTrue(store.toFile().mkdir());
            Folders.open(store).commit(changes("1").insert(Note.TABLE, Note.of(SHOP, 1, text)));
            for (int opening = 1; opening <= 2; opening++) {
                Note found = Folders.open(store)
                        .find(Note.TABLE, Note.of(SHOP, 1, "").key())
                        .orElseThrow()
                        .value();
                assertEquals(text.length(), found.text().orElseThrow().length());
                assertTrue(found.text().orElseThrow().equals(text), "opening " + opening);
            }
        }
    }

    @Test
    void aRowThatIsTooLongIsRefusedBeforeItIsWritten() {
        Storage storage = Folders.open(folder);
        String text = "x".repeat(8 * 1024 * 1024);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> storage.commit(changes("1").insert(Note.TABLE, Note.of(SHOP, 1, text))));
        assertTrue(refused.getMessage().startsWith("A row of the CSV store has at most 8388608 characters, not 83886"));
        assertEquals(1, storage.commit(changes("1")).number());
    }

    @Test
    void anUnpairedSurrogateInJsonIsRefusedBeforeItIsWritten() {
        Remark plain = Remark.of(SHOP, "r1", "text");
        Remark broken = new Remark(
                SHOP,
                "r2",
                "text",
                1,
                plain.amount(),
                plain.at(),
                plain.day(),
                true,
                Json.of("\uD800"),
                plain.note(),
                plain.score(),
                plain.share(),
                plain.closedAt(),
                plain.dueOn(),
                plain.agreed(),
                plain.extra());
        Storage storage = Folders.open(folder);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> storage.commit(changes("1").insert(Remark.TABLE, broken)));
        assertEquals("Column remark.detail cannot keep U+D800 (position 1)", refused.getMessage());
        assertEquals(1, storage.commit(changes("1").insert(Remark.TABLE, plain)).number());
    }
}
