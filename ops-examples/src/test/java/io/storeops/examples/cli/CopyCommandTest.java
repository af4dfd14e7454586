package io.storeops.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Desk;
import io.storeops.StoreOps;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Redaction;
import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.kpi.Kpi;
import io.storeops.reporting.DayBook;
import io.storeops.spi.Adapters;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store of a replayed day, with evidence that has content and evidence that was redacted, taken elsewhere. */
class CopyCommandTest {
    private static final StoreId S1 = StoreId.of("S1");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-17T02:00:00Z"), ZoneOffset.UTC);
    private static final byte[] BYTES = "成交额截图".getBytes(UTF_8);
    private static final byte[] GONE = "张三的手机号".getBytes(UTF_8);

    @TempDir
    Path temp;

    private String first;

    @BeforeEach
    void playADay() {
        first = "csv:" + temp.resolve("first");
        Ran ran = Ran.run(
                "replay",
                Ran.shared("scenario-a").toString(),
                "--storage",
                first,
                "--out",
                temp.resolve("out").toString());
        assertEquals(0, ran.code(), ran.err());
        Storage storage = open(first);
        try (StoreOps ops = StoreOps.builder().storage(storage).clock(CLOCK).build()) {
            keep(storage, "kept", BYTES);
            keep(storage, "redacted", GONE);
            ops.redact(S1, Redaction.ofEvidence("redacted"), "asked for");
        }
    }

    private static Storage open(String storage) {
        return StorageChoice.parse(storage).open(Adapters.discover(CopyCommandTest.class.getClassLoader()), CLOCK);
    }

    private static void keep(Storage storage, String id, byte[] content) {
        Sha256 sha256 = storage.blobs().orElseThrow().put(S1, content);
        Evidence item = new Evidence(
                S1,
                id,
                Target.parse("day/2024-06-16"),
                EvidenceKind.parse("FEEDBACK:ORAL"),
                Optional.of("note"),
                Optional.of(new Evidence.Attached(sha256, "text/plain", content.length)),
                CLOCK.instant(),
                new Stamp(ActorId.of("operator"), CLOCK.instant(), "1"));
        storage.commit(Changes.of(S1, CommitId.of(id)).insert(Evidence.TABLE, item));
    }

    private List<Evidence> evidence() {
        try (Storage storage = open(first)) {
            return storage.select(Query.of(Evidence.TABLE, S1)).items().stream()
                    .map(Versioned::value)
                    .toList();
        }
    }

    /** How many different files the evidence has, what was redacted aside. */
    private long contents() {
        return evidence().stream()
                .flatMap(item -> item.attachment().stream())
                .map(Evidence.Attached::sha256)
                .filter(sha256 -> !sha256.equals(Sha256.of(GONE)))
                .distinct()
                .count();
    }

    private static Ran copy(String from, String to, String... more) {
        return Ran.run(Stream.concat(Stream.of("copy", "--from", from, "--to", to), Stream.of(more))
                .toArray(String[]::new));
    }

    private static void assertEqual(Ran ran) {
        assertEquals("", ran.err());
        assertEquals(0, ran.code(), ran.out());
        assertEquals("Both are equal.", ran.lines().get(ran.lines().size() - 1));
    }

    private static void assertRefused(Ran ran, String part) {
        assertEquals(2, ran.code(), ran.out());
        assertEquals("", ran.out());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().contains(part), ran.err());
    }

    /** Every table; rows of tables that only grow stand as they were committed, so only whether they are there counts. */
    private SortedMap<String, String> tables(String folder) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(temp.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.matches("[a-z].*\\.csv")) {
                    boolean sorted =
                            Files.exists(temp.resolve(folder).resolve("_kept").resolve(name));
                    found.put(
                            name,
                            sorted
                                    ? Files.readString(file)
                                    : Files.readAllLines(file).stream().sorted().collect(Collectors.joining("\n")));
                }
            }
        }
        return found;
    }

    @Test
    void comesBackFromADatabaseLineForLine() throws IOException {
        String database = "jdbc:h2:" + temp.resolve("database");
        assertEqual(copy(first, database));
        assertEqual(copy(database, "csv:" + temp.resolve("second")));
        SortedMap<String, String> tables = tables("first");
        assertTrue(tables.size() > 10, tables.keySet()::toString);
        assertEquals(tables, tables("second"));
        assertEquals(0, Ran.run("verify", temp.resolve("second").toString()).code());
    }

    @Test
    void keepsContentsAndWhatWasRedacted() {
        String database = "jdbc:h2:" + temp.resolve("database");
        Ran ran = copy(first, database);
        assertEqual(ran);
        long contents = contents();
        assertTrue(contents >= 2, "what was kept here, and the scenario's checklist");
        assertTrue(ran.lines().contains("  equal: contents of evidence " + contents), ran.out());
        try (Storage storage = open(database)) {
            Versioned<Evidence> item =
                    storage.find(Evidence.TABLE, Key.of(S1, "redacted")).orElseThrow();
            assertEquals(2, item.revision(), "a later revision says that it was redacted");
            assertTrue(item.value().reference().isEmpty());
            assertEquals(
                    "成交额截图",
                    new String(
                            storage.blobs()
                                    .orElseThrow()
                                    .find(S1, Sha256.of(BYTES))
                                    .orElseThrow(),
                            UTF_8));
            assertFalse(storage.blobs().orElseThrow().find(S1, Sha256.of(GONE)).isPresent());
        }
    }

    @Test
    void showsTheSameDayAndLetsThePeopleWorkOn() {
        String database = "jdbc:h2:" + temp.resolve("database");
        assertEqual(copy(first, database));
        assertEquals(day(first), day(database));
    }

    /** What the operator sees of the day; looking is an act that the charter and the trail take part in. */
    private static String day(String storage) {
        try (StoreOps ops =
                StoreOps.builder().storage(open(storage)).clock(CLOCK).build()) {
            Desk desk = ops.deskOf(ActorId.of("op-1"));
            LocalDate date = LocalDate.parse("2024-06-16");
            // 251 of 252: K1.1 in the scenario's expected/kpi.csv.
            String measures = desk.scorecards()
                    .of(S1, date, date, CLOCK.instant())
                    .scores(Kpi.K1_1, Kpi.K1_2, Kpi.K1_3, Kpi.K1_4)
                    .toString();
            assertTrue(measures.contains("251/252"), measures);
            DayBook day = desk.reporting().dayBook(S1, date);
            return day.subjectDays() + " " + desk.reporting().attainment(S1, date) + measures;
        }
    }

    @Test
    void goesOnWhereItWasCutShort() {
        String database = "jdbc:h2:" + temp.resolve("database");
        long copied = 0;
        int runs = 0;
        Ran ran;
        do {
            ran = copy(first, database, "--rows", "20");
            assertEquals("", ran.err());
            long there = number(ran, "there already: ");
            assertEquals(copied, there, ran.out());
            copied += number(ran, "Rows copied: ");
            runs++;
        } while (ran.code() == 1 && runs < 100);
        assertEqual(ran);
        assertTrue(runs > 3, runs + " runs");
        Ran again = copy(first, database);
        assertEqual(again);
        assertEquals(0, number(again, "Rows copied: "));
    }

    private static long number(Ran ran, String before) {
        String line = ran.lines().get(0);
        assertTrue(line.contains(before), ran.out());
        return Long.parseLong(
                line.substring(line.indexOf(before) + before.length()).split(",", -1)[0]);
    }

    @Test
    void tellsWhenTheTargetWasChangedSince() {
        String database = "jdbc:h2:" + temp.resolve("database");
        assertEqual(copy(first, database));
        try (Storage storage = open(database)) {
            keep(storage, "later", BYTES);
        }
        Ran again = copy(first, database);
        assertEquals(1, again.code(), again.out());
        assertTrue(
                again.out()
                        .contains("difference: table evidence of store S1: "
                                + evidence().size() + " rows, SHA-256 "),
                again.out());
        assertTrue(again.out().contains(" in the source, " + (evidence().size() + 1) + " rows, SHA-256 "), again.out());
    }

    @Test
    void refusesATargetThatIsNotEmptyOrIsTheSource() {
        String other = "csv:" + temp.resolve("other");
        try (Storage storage = open(other)) {
            keep(storage, "own", BYTES);
        }
        assertRefused(
                copy(first, other),
                "The target already holds store S1, which no copy has put there. A copy needs a target without it; name"
                        + " another");
        assertRefused(copy(first, first), "The source and the target are both " + first);
    }

    @Test
    void refusesADamagedSourceAndOneThatIsNotThere() throws IOException {
        Path audit = temp.resolve("first/audit-2024-06.csv");
        Files.writeString(audit, Files.readString(audit).replaceFirst("RELEASE", "RELEASF"));
        String target = "csv:" + temp.resolve("second");
        assertRefused(copy(first, target), "audit-2024-06.csv");
        Path nowhere = temp.resolve("nowhere");
        assertRefused(copy("csv:" + nowhere, target), "There is no folder " + nowhere);
        assertRefused(copy("jdbc:h2:" + nowhere, target), "The database could not be opened by its url");
        assertRefused(copy("mongo:x", target), "'mongo:x' is not a storage");
        assertRefused(copy("memory", target), "Memory is empty at the beginning");
        assertFalse(Files.exists(temp.resolve("second")), "nothing is made of a target without a source");
        assertFalse(Files.exists(temp.resolve("nowhere.mv.db")), "nothing is made of a source");
    }
}
