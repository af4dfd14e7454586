package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.spi.Adapters;
import io.storeops.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits made outside in the store of a replayed day. */
class AdoptCommandTest {
    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void playADay() {
        folder = temp.resolve("store");
        Ran ran = Ran.run(
                "replay",
                Ran.shared("scenario-a").toString(),
                "--storage",
                "csv:" + folder,
                "--out",
                temp.resolve("out").toString());
        assertEquals(0, ran.code(), ran.err());
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(from), text);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    private Ran adopt(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "adopt";
        args[1] = folder.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return Ran.run(args);
    }

    private void assertRefused(String part, String... options) {
        Ran ran = adopt(options);
        assertEquals(2, ran.code(), ran.out());
        assertEquals("", ran.out());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().startsWith("storeops: ") && ran.err().contains(part), ran.err());
    }

    private SortedSet<Path> months(String table) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(table + "-\\d{4}-\\d{2}\\.csv"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void showsEachCellAndThenAdoptsItUnderThePersonsName() throws IOException {
        edit("sales_target.csv", ",1500000,", ",1600000,");
        Ran shown = adopt("--show");
        assertEquals("", shown.err());
        assertTrue(
                shown.out()
                        .startsWith(
                                "sales_target.csv:2 row S1, 2024-06-16, 2024-06-16\n    amount_minor '1500000' -> '1600000'\n"),
                shown.out());
        assertEquals(
                "1 row edited. Nothing was changed; --by PERSON adopts them.",
                shown.lines().get(2));
        assertEquals(0, shown.code());
        assertEquals(1, Ran.run("verify", folder.toString()).code(), "still an edit that is not adopted");

        Ran adopted = adopt("--by", "mgr-1");
        assertEquals("", adopted.err());
        assertEquals("1 row adopted, by mgr-1.", adopted.lines().get(2));
        assertEquals(0, adopted.code());
        assertEquals(0, Ran.run("verify", folder.toString()).code());
        // Adopted today, in a store whose day was long ago: the newest month.
        String trail = Files.readString(months("audit").last());
        assertTrue(trail.contains("mgr-1") && trail.contains("ADOPT_EDITS"), "the trail names the person");
        assertTrue(Files.readString(folder.resolve("sales_target.csv")).contains(",1600000,"));
    }

    @Test
    void refusesWhenNothingWasEdited() {
        assertRefused("Nothing was edited in the CSV store " + folder, "--show");
        assertRefused("Nothing was edited in the CSV store " + folder, "--by", "mgr-1");
    }

    @Test
    void refusesEditedEvidenceAndChangesNothing() throws IOException {
        edit("audit-2024-06.csv", "RELEASE", "RELEASF");
        String before = Files.readString(folder.resolve("audit-2024-06.csv"));
        assertRefused("audit-2024-06.csv: rows of this table are evidence", "--by", "mgr-1");
        assertEquals(before, Files.readString(folder.resolve("audit-2024-06.csv")));
    }

    @Test
    void refusesRightsThatSomebodyWroteIntoAFile() throws IOException {
        edit("assignment.csv", ",INDIRECT_SUPERIOR,", ",STORE_MANAGER,");
        assertRefused("who may do what, and under which roster, is enrolled", "--by", "mgr-1");
    }

    @Test
    void refusesACellThatASpreadsheetMangled() throws IOException {
        edit("sales_target.csv", "2024-06-16", "2024/6/16");
        assertRefused("column period_from: '2024/6/16' is not of type DATE", "--by", "mgr-1");
    }

    @Test
    void refusesTheStateThatOnlyActsMayChange() throws IOException {
        edit("delivery.csv", ",SENT,", ",UNKNOWN,");
        assertRefused("delivery.csv: what stands here is changed by acts alone", "--by", "mgr-1");
    }

    @Test
    void refusesWhoDoesNotWorkThereAndTheEngine() throws IOException {
        edit("sales_target.csv", ",1500000,", ",1600000,");
        assertRefused("zhang.san holds no role in the store S1", "--by", "zhang.san");
        assertRefused("system is the engine", "--by", "system");
    }

    @Test
    void refusesAStoreThatIsOpenElsewhere() {
        Clock clock = Clock.fixed(Instant.parse("2024-06-17T02:00:00Z"), ZoneOffset.UTC);
        Adapters adapters = Adapters.discover(AdoptCommandTest.class.getClassLoader());
        try (Storage open = StorageChoice.parse("csv:" + folder).open(adapters, clock)) {
            assertEquals(1, open.stores(Optional.empty()).items().size());
            assertRefused("is already open in this process", "--by", "mgr-1");
        }
    }

    @Test
    void refusesToGuessWhoAnswersAndWhatIsNoStore() throws IOException {
        assertRefused("Give either --by PERSON, who answers for the edits, or --show to look at them first");
        folder = Files.createDirectory(temp.resolve("empty"));
        assertRefused("There is no CSV store in the folder " + folder, "--by", "mgr-1");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count(), "nothing is made in it");
        }
    }
}
