package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.CLOCK;
import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreOps;
import io.storeops.authority.Assignment;
import io.storeops.authority.Bound;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Role;
import io.storeops.catalog.Store;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.Redaction;
import io.storeops.feedback.Suggestion;
import io.storeops.feedback.SuggestionScope;
import io.storeops.feedback.SuggestionState;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An edit made outside the store")
class AdoptionTest {
    private static final List<Table<?>> TABLES = List.of(
            Note.TABLE,
            Remark.TABLE,
            Buyer.TABLE,
            Store.TABLE,
            Assignment.TABLE,
            Deputyship.TABLE,
            Suggestion.TABLE,
            AuditEntry.TABLE);
    private static final ActorId ANNA = ActorId.of("anna");
    private static final ActorId BOB = ActorId.of("bob");
    private static final ActorId DEPUTY = ActorId.of("deputy");
    private static final ActorId ROBOT = ActorId.of("robot");
    private static final StoreId OTHER = StoreId.of("shop-2");

    @TempDir
    Path folder;

    @BeforeEach
    void fill() {
        try (Storage storage = open()) {
            storage.commit(changes("1")
                    .insert(Note.TABLE, Note.of(SHOP, 1, "one"))
                    .insert(Note.TABLE, Note.of(SHOP, 2, "00123"))
                    .insert(Note.TABLE, Note.of(SHOP, 3, "468769012345678901"))
                    .insert(Note.TABLE, Note.of(SHOP, 4, "2026-11-01"))
                    .insert(Remark.TABLE, Remark.of(SHOP, "r", "text"))
                    .insert(Buyer.TABLE, Buyer.of(SHOP, 1, "张三"))
                    .insert(Store.TABLE, Store.of("shop-1", "Asia/Shanghai", "CNY"))
                    .insert(Assignment.TABLE, operator(SHOP, ANNA, Optional.empty()))
                    .insert(Assignment.TABLE, operator(SHOP, BOB, Optional.of(LocalDate.of(2026, 11, 1))))
                    .insert(
                            Assignment.TABLE,
                            new Assignment(
                                    SHOP,
                                    ROBOT,
                                    ActorKind.SERVICE,
                                    Role.OPERATOR,
                                    Bound.on(LocalDate.of(2024, 6, 16)),
                                    Optional.empty(),
                                    Optional.empty()))
                    .insert(
                            Deputyship.TABLE,
                            new Deputyship(
                                    SHOP,
                                    DEPUTY,
                                    BOB,
                                    Role.OPERATOR,
                                    LocalDate.of(2026, 10, 1),
                                    Optional.of(LocalDate.of(2026, 11, 1))))
                    .insert(Suggestion.TABLE, suggestion()));
            storage.commit(Changes.of(OTHER, CommitId.of("1"))
                    .insert(Note.TABLE, Note.of(OTHER, 1, "uno"))
                    .insert(Store.TABLE, Store.of("shop-2", "America/New_York", "USD"))
                    .insert(Assignment.TABLE, operator(OTHER, ANNA, Optional.empty())));
        }
    }

    private static Assignment operator(StoreId store, ActorId person, Optional<LocalDate> to) {
        return new Assignment(store, person, Role.OPERATOR, LocalDate.of(2024, 6, 16), to, Optional.empty());
    }

    private static Suggestion suggestion() {
        Instant written = Instant.parse("2026-10-31T02:00:00Z");
        return new Suggestion(
                SHOP,
                "SG1",
                SuggestionScope.S1,
                "slot 3",
                Optional.of("text"),
                SuggestionState.SUBMITTED,
                1,
                ANNA,
                Set.of(),
                written,
                Optional.of(written),
                Optional.empty(),
                "v1");
    }

    private Storage open() {
        return open(new FolderDisk(folder));
    }

    private static Storage open(Disk disk) {
        try {
            return CsvStorage.open(disk, Hold.UNSHARED, TABLES, CLOCK, Folders.NEVER, Folders.OPEN_MONTHS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(from), text);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    private List<String> shown() {
        return CsvStore.edits(folder, TABLES).stream().map(RowEdit::toString).toList();
    }

    private List<RowEdit> adopt() {
        return CsvStore.adopt(folder, TABLES, ANNA, CLOCK);
    }

    private String refusal() throws IOException {
        Map<String, String> before = Folders.contents(folder);
        StorageException refused = assertThrows(StorageException.class, this::shown);
        assertEquals(
                refused.getMessage(),
                assertThrows(StorageException.class, this::adopt).getMessage());
        before.put("_lock", "");
        Map<String, String> after = Folders.contents(folder);
        after.put("_lock", "");
        assertEquals(before, after, "a refused adoption changes nothing");
        return refused.getMessage();
    }

    private static List<Versioned<Note>> notes(Storage storage, StoreId store) {
        return storage.select(Query.of(Note.TABLE, store)).items();
    }

    @Nested
    class IsAdopted {
        @Test
        void underAClockFinerThanMicroseconds() throws IOException {
            edit("note.csv", "shop-1,1,one,1", "shop-1,1,due,1");
            Clock fine = Clock.fixed(Instant.parse("2024-06-16T09:00:00.123456789Z"), ZoneOffset.UTC);
            assertEquals(1, CsvStore.adopt(folder, TABLES, ANNA, fine).size());
            try (Storage storage = open()) {
                assertEquals(
                        Instant.parse("2024-06-16T09:00:00.123456Z"),
                        storage.select(Query.of(AuditEntry.TABLE, SHOP))
                                .items()
                                .get(0)
                                .value()
                                .record()
                                .at());
            }
        }

        @Test
        void asACommitUnderAPersonsName() throws IOException {
            edit("note.csv", "shop-1,1,one,1", "shop-1,1,due,1");
            assertThrows(StorageException.class, AdoptionTest.this::open);
            assertEquals(List.of("note.csv:2: [shop-1, 1] text 'one' -> 'due'"), shown());

            assertEquals(
                    List.of(new RowEdit(
                            "note.csv", 2, Key.of(SHOP, 1L), false, List.of(new RowEdit.Cell("text", "one", "due")))),
                    adopt());
            try (Storage storage = open()) {
                assertEquals(
                        new Versioned<>(Note.of(SHOP, 1, "due"), 2),
                        notes(storage, SHOP).get(0));
                assertEquals(
                        new Versioned<>(Note.of(SHOP, 2, "00123"), 1),
                        notes(storage, SHOP).get(1));
                List<AuditEntry> trail = storage.select(Query.of(AuditEntry.TABLE, SHOP)).items().stream()
                        .map(Versioned::value)
                        .toList();
                assertEquals(1, trail.size());
                assertEquals(ANNA, trail.get(0).record().actor());
                assertEquals("ADOPT_EDITS", trail.get(0).record().act());
                assertEquals(CLOCK.instant(), trail.get(0).record().at());
                assertTrue(trail.get(0).intact());
                assertEquals(
                        "{\"columns\":[[\"text\"]],\"edited\":[{\"key\":[\"1\"],\"table\":\"note\"}]}",
                        trail.get(0).record().result().canonical());
                assertEquals(3, storage.commit(changes("next")).number(), "the adoption is the store's second commit");
            }
            assertTrue(Folders.contents(folder).keySet().stream().noneMatch(name -> name.endsWith(".edited")));
            assertEquals(List.of(), CsvStore.verify(folder, TABLES).problems());
        }

        @Test
        void asWhatTheTrailTellsBeforeAndAfter() throws IOException {
            edit("note.csv", "shop-1,1,one,1\r\n", "shop-1,1,due,1\r\nshop-1,9,new,\r\n");
            adopt();
            try (Storage storage = open()) {
                AuditEntry line = storage.select(Query.of(AuditEntry.TABLE, SHOP))
                        .items()
                        .get(0)
                        .value();
                AuditEntry.Contents told = line.contents().orElseThrow();
                assertEquals(
                        "[{\"row\":{\"number\":1,\"text\":\"one\"},\"table\":\"note\"}]",
                        told.before().canonical());
                assertEquals(
                        "[{\"row\":{\"number\":1,\"text\":\"due\"},\"table\":\"note\"},"
                                + "{\"row\":{\"number\":9,\"text\":\"new\"},\"table\":\"note\"}]",
                        told.after().canonical());
                assertFalse(told.salt().isEmpty());
                assertTrue(line.record().tellsOf(new Redaction("note", List.of("9"))), "so that it can be redacted");
            }
        }

        @Test
        void byADeputyWhileThatLasts() throws IOException {
            edit("note.csv", "shop-1,1,one,1", "shop-1,1,due,1");
            assertEquals(1, CsvStore.adopt(folder, TABLES, DEPUTY, CLOCK).size());
        }

        @Test
        void ifItIsANewRowOrAnEmptiedCell() throws IOException {
            edit("note.csv", "shop-1,1,one,1\r\n", "shop-1,1,,1\r\nshop-1,9,'=new,\r\n");
            assertEquals(
                    List.of(
                            "note.csv:2: [shop-1, 1] text 'one' -> ''",
                            "note.csv:3: [shop-1, 9] new: store_id '' -> 'shop-1', number '' -> '9', text '' -> ''=new'"),
                    shown());
            adopt();
            try (Storage storage = open()) {
                assertEquals(
                        Note.of(SHOP, 9, "=new"), notes(storage, SHOP).get(4).value());
                assertTrue(notes(storage, SHOP).get(0).value().text().isEmpty());
            }
        }

        @Test
        void inEveryStoreThatItConcerns() throws IOException {
            edit("note.csv", ",one,", ",due,");
            edit("note.csv", "shop-2,1,uno,", "shop-2,1,due,");
            assertEquals(2, adopt().size());
            try (Storage storage = open()) {
                for (StoreId store : List.of(SHOP, OTHER)) {
                    assertEquals(
                            Note.of(store, 1, "due"),
                            notes(storage, store).get(0).value());
                    assertEquals(
                            1,
                            storage.select(Query.of(AuditEntry.TABLE, store))
                                    .items()
                                    .size());
                }
            }
        }

        @Test
        void asNothingIfOnlyTheFormOfTheFileChanged() throws IOException {
            String[] lines = Files.readString(folder.resolve("note.csv"))
                    .replace("\uFEFF", "")
                    .split("\r\n");
            List<String> rows = new ArrayList<>(Arrays.asList(lines).subList(1, lines.length));
            Collections.reverse(rows);
            Files.writeString(folder.resolve("note.csv"), lines[0] + "\n" + String.join("\n", rows) + "\n");
            edit("remark.csv", ",-12.50,", ",-12.5,");
            assertEquals(List.of(), shown());
            assertEquals(List.of(), adopt());
            try (Storage storage = open()) {
                assertEquals(
                        List.of(),
                        storage.select(Query.of(AuditEntry.TABLE, SHOP)).items());
                assertEquals(
                        Note.of(SHOP, 1, "one"), notes(storage, SHOP).get(0).value());
            }
        }

        @Test
        void afterAnAdoptionThatWasCutShortAnywhere() throws IOException {
            edit("note.csv", ",one,", ",due,");
            edit("note.csv", "shop-2,1,uno,", "shop-2,1,due,");
            Map<String, byte[]> files = new TreeMap<>();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
            int failing = 0;
            boolean done = false;
            while (!done) {
                failing++;
                SimulatedDisk disk = new SimulatedDisk(new Random(failing), files);
                disk.cutAt(failing);
                try {
                    adoptOn(disk);
                    done = true;
                    disk.cutAt(0);
                } catch (PowerCut e) {
                    disk.restart();
                    adoptOn(disk);
                }
                try (Storage storage = open(disk)) {
                    for (StoreId store : List.of(SHOP, OTHER)) {
                        assertEquals(
                                new Versioned<>(Note.of(store, 1, "due"), 2),
                                notes(storage, store).get(0),
                                "cut at change " + failing);
                        assertEquals(
                                1,
                                storage.select(Query.of(AuditEntry.TABLE, store))
                                        .items()
                                        .size());
                    }
                }
            }
            assertTrue(failing > 20, "only " + failing + " changes");
        }

        private static List<RowEdit> adoptOn(Disk disk) throws IOException {
            return new Adoption(disk, TABLES).adopt(ANNA, CLOCK, Hold.UNSHARED);
        }
    }

    @Nested
    class IsRefused {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "468769012345678901,|4.68769E+17,|note.csv:4: column text: '4.68769E+17' is what a spreadsheet makes"
                            + " of a long number; it was '468769012345678901'. Write all its digits",
                    "00123,|123,|note.csv:3: column text: '123' is what a spreadsheet makes of '00123'. Write it as it was",
                    "2026-11-01,|2026/11/1,|note.csv:5: column text: '2026/11/1' is what a spreadsheet makes of"
                            + " '2026-11-01'. Write it as it was",
                    "one,|=SUM(A1),|note.csv:2: column text: '=SUM(A1)' begins like a formula; it needs an apostrophe in"
                            + " front",
                    "shop-1;1;|shop-1;1.0;|note.csv:2: column number: '1.0' is not of type LONG; note.csv: the row [shop-1, 1]"
                            + " is gone, or its key was changed; a row cannot be deleted. Put it back",
                    "shop-1;1;|shop-1;4E+17;|note.csv:2: column number: '4E+17' is what a spreadsheet makes of a long"
                            + " number. Write all its digits; note.csv: the row [shop-1, 1] is gone, or its key was"
                            + " changed; a row cannot be deleted. Put it back",
                    "shop-1;1;|shop-1;2;|note.csv:3: the key [shop-1, 2] stands in line 2 already; note.csv: the row"
                            + " [shop-1, 1] is gone, or its key was changed; a row cannot be deleted. Put it back",
                    "one,1|due,7|note.csv:2: column revision: '7' should be '1'; the store counts it",
                    "number,text|text,number|note.csv:1: the header should be [store_id, number, text, revision], but is"
                            + " [store_id, text, number, revision]",
                })
        void withItsCell(String from, String to, String why) throws IOException {
            edit("note.csv", from.replace(';', ','), to.replace(';', ','));
            assertEquals(
                    "The edits in the CSV store " + folder + " cannot be adopted, nothing was changed. " + why
                            + ". Correct the file, or put back the copy in the folder _kept",
                    refusal());
        }

        @Test
        void withTheDateThatASpreadsheetWroteOtherwise() throws IOException {
            edit("remark.csv", ",2026-11-01,", ",2026/11/1,");
            assertTrue(refusal().contains("remark.csv:2: column day: '2026/11/1' is not of type DATE"), refusal());
        }

        @Test
        void ifARowIsGone() throws IOException {
            edit("note.csv", "shop-1,1,one,1\r\n", "");
            assertTrue(refusal().contains("note.csv: the row [shop-1, 1] is gone"), refusal());
        }

        @Test
        void whereRowsAreEvidence() throws IOException {
            edit("buyer.csv", "张三", "李四");
            assertTrue(refusal().contains("buyer.csv: rows of this table are evidence"), refusal());
        }

        @Test
        void whereItGivesSomebodyRights() throws IOException {
            edit("assignment.csv", "OPERATOR", "STORE_MANAGER");
            assertTrue(
                    refusal().contains("assignment.csv: who may do what, and under which roster, is enrolled"),
                    refusal());
        }

        @Test
        void whereAnAuthorWouldAcceptTheirOwnSuggestion() throws IOException {
            edit("suggestion.csv", ",SUBMITTED,1,anna,", ",ACCEPTED,1,anna,");
            edit("suggestion.csv", "2026-10-31T02:00:00Z,,,,v1", "2026-10-31T02:00:00Z,bob,2026-10-31T02:00:00Z,,v1");
            assertTrue(
                    refusal()
                            .contains("suggestion.csv: what stands here is changed by acts alone, under the rights of"
                                    + " those who do them; do it as an act. By hand are kept [note, remark]"),
                    refusal());
        }

        @Test
        void whereARowIsAddedToWhatOnlyActsChange() throws IOException {
            String text = Files.readString(folder.resolve("suggestion.csv"));
            String row = text.substring(text.indexOf("shop-1"));
            Files.writeString(folder.resolve("suggestion.csv"), text + row.replace("SG1", "SG2"));
            assertTrue(refusal().contains("changed by acts alone"), refusal());
        }

        @Test
        void whereTheTableIsAnyOfTheLibrarysButItsLists() {
            assertEquals(
                    List.of("competitor", "item", "sales_target", "sku"),
                    StoreOps.tables().stream()
                            .filter(Table::keptByHand)
                            .map(Table::name)
                            .sorted()
                            .toList());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "system|system is the engine, which answers for nobody's edits; name the person who does",
                    "robot|robot is a service account of the store shop-1, and a person answers for what was edited",
                    "nobody|nobody holds no role in the store shop-1 at 2026-11-01T16:00:00Z, so they cannot answer for"
                            + " what was edited there",
                    // Their last day, 1 November, ended at 16:00 UTC.
                    "bob|bob holds no role in the store shop-1 at 2026-11-01T16:00:00Z, so they cannot answer for what was"
                            + " edited there",
                    "deputy|deputy holds no role in the store shop-1 at 2026-11-01T16:00:00Z, so they cannot answer for"
                            + " what was edited there",
                })
        void ifNobodyWhoWorksThereAnswersForIt(String person, String why) throws IOException {
            edit("note.csv", "one", "due");
            Map<String, String> before = Folders.contents(folder);
            before.put("_lock", "");
            Clock evening = Clock.fixed(Instant.parse("2026-11-01T16:00:00Z"), ZoneOffset.UTC);
            StorageException refused = assertThrows(
                    StorageException.class, () -> CsvStore.adopt(folder, TABLES, ActorId.of(person), evening));
            assertTrue(refused.getMessage().contains(", nothing was changed. " + why + ". "), refused.getMessage());
            Map<String, String> after = Folders.contents(folder);
            after.put("_lock", "");
            assertEquals(before, after);
        }

        @Test
        void ifThePersonWorksInOneOfTheStoresOnly() throws IOException {
            edit("note.csv", ",one,", ",due,");
            edit("note.csv", "shop-2,1,uno,", "shop-2,1,due,");
            StorageException refused =
                    assertThrows(StorageException.class, () -> CsvStore.adopt(folder, TABLES, BOB, CLOCK));
            assertTrue(refused.getMessage().contains("bob holds no role in the store shop-2"), refused.getMessage());
        }

        @Test
        void whereNoStoreIsEnrolled() throws IOException {
            edit("note.csv", "shop-1,1,one,1\r\n", "shop-1,1,one,1\r\nshop-3,1,one,\r\n");
            StorageException refused = assertThrows(StorageException.class, AdoptionTest.this::adopt);
            assertTrue(refused.getMessage().contains("The store shop-3 is not enrolled"), refused.getMessage());
        }

        @Test
        void withoutTheCopyOfWhatTheStoreWrote() throws IOException {
            edit("note.csv", "one", "due");
            Files.writeString(folder.resolve("_kept/note.csv"), "x", StandardCharsets.UTF_8);
            assertTrue(refusal().contains("note.csv: there is no copy of what the store wrote"), refusal());
        }

        @Test
        void whileTheStoreWasNotClosed() throws IOException {
            open().commit(changes("2").insert(Note.TABLE, Note.of(SHOP, 9, "nine")));
            edit("note.csv", "one", "due");
            assertTrue(refusal().contains("The store was not closed"), refusal());
        }

        @Test
        void togetherWithDamageElsewhere() throws IOException {
            edit("note.csv", "one", "due");
            Files.delete(folder.resolve("_commits.csv"));
            assertTrue(refusal().contains("other damage: _commits.csv: the file is missing"), refusal());
        }

        @Test
        void whereNoTrailIsKept() throws IOException {
            edit("note.csv", "one", "due");
            StorageException refused = assertThrows(
                    StorageException.class,
                    () -> CsvStore.adopt(folder, List.of(Note.TABLE, Remark.TABLE, Buyer.TABLE), ANNA, CLOCK));
            assertTrue(refused.getMessage().contains("The store has no table 'audit'"), refused.getMessage());
        }
    }

    @Nested
    class MadeWhileTheStoreIsOpen {
        private void editAndGoOn(String from, String to) throws IOException {
            try (Storage storage = open()) {
                edit("note.csv", from, to);
                storage.commit(changes("2").replace(Note.TABLE, Note.of(SHOP, 2, "changed by the store"), 1));
            }
        }

        @Test
        void isSetAsideByTheNextCheckpointAndAdoptedLater() throws IOException {
            editAndGoOn(",one,", ",due,");
            assertEquals(List.of(), CsvStore.verify(folder, TABLES).problems());
            assertTrue(Files.readString(folder.resolve("note.csv.edited")).contains(",due,"));
            // The edited file has the second note as it was before the store changed it.
            edit("note.csv.edited", "shop-1,2,00123,1", "shop-1,2,changed by the store,2");
            assertEquals(List.of("note.csv:2: [shop-1, 1] text 'one' -> 'due'"), shown());
            adopt();
            try (Storage storage = open()) {
                assertEquals(
                        Note.of(SHOP, 1, "due"), notes(storage, SHOP).get(0).value());
            }
        }

        @Test
        void isRefusedWhereTheStoreChangedTheSameRow() throws IOException {
            editAndGoOn(",00123,", ",mine,");
            assertTrue(
                    refusal().contains("note.csv:3: column revision: '1' should be '2'; the store counts it"),
                    refusal());
        }

        @Test
        void isRefusedIfTheFileInItsPlaceIsEditedToo() throws IOException {
            editAndGoOn(",one,", ",due,");
            edit("note.csv", ",one,", ",three,");
            assertTrue(refusal().contains("note.csv and note.csv.edited were both edited; keep one"), refusal());
        }
    }

    @Test
    void isNoReasonToWriteWhereThereIsNone() {
        assertEquals(List.of(), shown());
        assertEquals(List.of(), adopt());
        assertFalse(Files.exists(folder.resolve("note.csv.edited")));
    }
}
