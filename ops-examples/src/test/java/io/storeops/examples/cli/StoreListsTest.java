package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.figures.Figures;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.inspection.PriceRule;
import io.storeops.inspection.RuleKey;
import io.storeops.maintenance.Report;
import io.storeops.notice.Announcement;
import io.storeops.spi.Adapters;
import io.storeops.spi.DefaultRoster;
import io.storeops.spi.StoreOpsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that open a store as its host does and list what stands in it: anomalies and agenda. */
class StoreListsTest {
    private static final StoreId S1 = StoreId.of("S1");
    private static final LocalDate DAY = LocalDate.of(2024, 6, 16);
    private static final Instant NINE = Instant.parse("2024-06-16T01:00:00Z");

    @TempDir
    Path temp;

    private Path configuration;

    @BeforeEach
    void writeTheConfiguration() throws IOException {
        configuration = temp.resolve("storeops.json");
        Files.writeString(configuration, """
                { "storage": { "adapter": "csv", "directory": "store" },
                  "stores": [ { "catalog": "catalog.json", "roster": "roster.json" } ] }""");
        Files.writeString(temp.resolve("catalog.json"), catalog("S1"));
        Files.writeString(
                temp.resolve("roster.json"), DefaultRoster.effectiveFrom(DAY).canonical());
    }

    private static String catalog(String store) {
        return """
                { "store": { "id": "%1$s", "zone": "Asia/Shanghai", "currency": "CNY", "language": "ENGLISH" },
                  "items": [ { "id": "A", "title": "=1+1 cup", "active_from": "2024-07-01" } ],
                  "people": [
                    { "id": "op-1", "assignments": [ { "role": "OPERATOR", "store": "%1$s", "from": "2024-06-01" } ] },
                    { "id": "mgr-1", "assignments": [ { "role": "STORE_MANAGER", "store": "%1$s", "from": "2024-06-01" } ] },
                    { "id": "de-1", "assignments": [
                      { "role": "DEPARTMENT", "store": "%1$s", "from": "2024-06-01", "department": "DESIGN" } ] } ] }""".formatted(store);
    }

    /** The store as it was at 09:00: its figures read, one price wrong, and a false alarm. */
    private void work() {
        SettableClock clock = SettableClock.at(NINE);
        try (StoreOps ops =
                StoreOpsLoader.open(configuration, Adapters.discover(StoreListsTest.class.getClassLoader()), clock)) {
            ActorId keeper = ActorId.of("op-1");
            ops.deskOf(keeper)
                    .reporting()
                    .record(
                            S1,
                            List.of(new Reading(
                                    Subject.ofStore(S1),
                                    SlotId.of(DAY, 1),
                                    clock.instant(),
                                    Figures.of(100, 10, 1),
                                    Semantics.CUMULATIVE_DAY,
                                    Quality.ACTUAL,
                                    "test",
                                    Optional.empty())));
            report(ops, "E1", PriceRule.KEY, "A");
            report(ops, "E2", RuleKey.of("PAGE", "TITLE"), "A");
            ops.deskOf(keeper).maintenance().dismiss(S1, "E2", "the title was approved");
        }
    }

    private static void report(StoreOps ops, String id, RuleKey rule, String subject) {
        ops.deskOf(ActorId.of("op-1")).maintenance().report(S1, Report.of(id, rule, subject, "-9", "10000", NINE));
    }

    private Ran run(String command, String... options) {
        List<String> args = new ArrayList<>(List.of(command, configuration.toString()));
        args.addAll(List.of(options));
        return Ran.run(args.toArray(String[]::new));
    }

    @Test
    void anomaliesAreListedAsTheScenariosHaveThemWithWhatPeopleCallTheItem() throws IOException {
        work();
        Path out = temp.resolve("anomalies.csv");
        Ran ran = run("anomalies", "--as", "mgr-1", "--out", out.toString());
        assertEquals("", ran.err());
        assertEquals(1, ran.code());
        List<String> lines = ran.lines();
        assertEquals("2 anomalies, 1 open.", lines.get(lines.size() - 1));
        String row = lines.stream()
                .filter(line -> line.startsWith("  E1 "))
                .findFirst()
                .orElseThrow();
        for (String shown : List.of("PRICE", "=1+1 cup", "FOUND", "2024-06-16 09:00", "2024-06-16 09:10")) {
            assertTrue(row.contains(shown), row);
        }
        assertEquals(
                List.of(
                        "id,category,subject,metric,found_at,found_by,since,last_good_at,due_at,first_act,first_act_at,in_time,"
                                + "minutes_to_act,feedback_at,minutes_to_feedback,state,result,closed_at,episodes,observations,"
                                + "reclassified,title",
                        "E1,PRICE,A,,2024-06-16T09:00:00+08:00,op-1,2024-06-16T09:00:00+08:00,,2024-06-16T09:10:00+08:00,,,,,,,"
                                + "FOUND,,,1,1,no,'=1+1 cup",
                        "E2,PAGE,A,TITLE,2024-06-16T09:00:00+08:00,op-1,2024-06-16T09:00:00+08:00,,2024-06-16T09:30:00+08:00,,,,,"
                                + ",,DISMISSED,DISMISSED,,1,1,no,'=1+1 cup"),
                Files.readAllLines(out));
    }

    @Test
    void onlyOpenOnesAreListedIfAskedFor() throws IOException {
        work();
        Path out = temp.resolve("anomalies.csv");
        Ran ran = run("anomalies", "--as", "mgr-1", "--open", "--store", "S1", "--out", out.toString());
        assertEquals(1, ran.code());
        assertEquals(2, Files.readAllLines(out).size());
        assertFalse(ran.out().contains("E2"), ran.out());
        assertTrue(ran.out().endsWith("2 anomalies, 1 open.\n"), ran.out());
    }

    @Test
    void aStoreInWhichNothingIsWrongIsFine() {
        Ran ran = run("anomalies", "--as", "mgr-1");
        assertEquals("", ran.err());
        assertEquals(0, ran.code());
        assertTrue(ran.out().endsWith("0 anomalies, 0 open.\n"), ran.out());
    }

    @Test
    void theAgendaOfADayThatIsOverTellsWhatWasDoneAndWhatWasNot() throws IOException {
        work();
        Path out = temp.resolve("agenda.csv");
        Ran ran = run("agenda", "--as", "op-1", "--date", "2024-06-16", "--out", out.toString());
        assertEquals("", ran.err());
        assertEquals(1, ran.code());
        List<String> rows = Files.readAllLines(out);
        assertEquals("id,duty,name,date,opens_at,due_at,missed_at,state,ended_at,evidence,permission", rows.get(0));
        List<String> collections =
                rows.stream().filter(row -> row.contains(",1.1,")).toList();
        assertTrue(collections.get(0).contains(",DONE,2024-06-16T09:00:00+08:00,"), collections.get(0));
        assertTrue(collections.get(1).contains(",MISSED,,"), collections.get(1));
        assertTrue(collections.get(1).contains(",2024-06-16T10:00:00+08:00,"), collections.get(1));
        assertEquals(13, rows.stream().filter(row -> row.contains(",1.2,")).count());
        String last = ran.lines().get(ran.lines().size() - 1);
        assertTrue(last.matches("2024-06-16: " + (rows.size() - 1) + " things to do: .*\\d+ missed, 1 done\\."), last);
    }

    @Test
    void theAgendaOfADayToComeIsAheadAndFine() {
        Ran ran = run("agenda", "--as", "op-1", "--date", "2124-06-16");
        assertEquals("", ran.err());
        assertEquals(0, ran.code());
        assertTrue(
                ran.lines().get(ran.lines().size() - 1).matches("2124-06-16: (\\d+) things to do: \\1 ahead\\."),
                ran.out());
    }

    @Test
    void theAgendaIsOfTodayUnlessADateIsNamed() {
        Ran ran = run("agenda", "--as", "op-1");
        assertEquals("", ran.err());
        assertTrue(
                ran.lines().get(ran.lines().size() - 1).matches("20\\d\\d-\\d\\d-\\d\\d: \\d+ things? to do: .*"),
                ran.out());
    }

    private static void refused(Ran ran, String message) {
        assertEquals("storeops: " + message + "\n", ran.err());
        assertEquals("", ran.out());
        assertEquals(2, ran.code());
    }

    @Test
    void whoMayNotLookAStoreThatIsNoneAndADateThatIsNoneAreRefused() throws IOException {
        refused(
                run("agenda", "--as", "op-1", "--date", "16.6.2024"),
                "'16.6.2024' is not a date (expected yyyy-MM-dd)");
        refused(
                run("anomalies", "--as", "op-1", "--store", "S2"),
                "The configuration " + configuration + " has the stores [S1]. Name one of them with --store");
        Ran ran = run("anomalies", "--as", "nobody");
        assertEquals(2, ran.code());
        assertTrue(ran.err().startsWith("storeops: nobody "), ran.err());
        assertEquals(2, run("anomalies").code());
        assertEquals(
                2,
                Ran.run("agenda", temp.resolve("none.json").toString(), "--as", "op-1")
                        .code());
    }

    @Test
    void ofSeveralStoresOneHasToBeNamed() throws IOException {
        Files.writeString(temp.resolve("other.json"), catalog("S2"));
        Files.writeString(configuration, """
                { "storage": { "adapter": "csv", "directory": "store" },
                  "stores": [ { "catalog": "catalog.json", "roster": "roster.json" },
                              { "catalog": "other.json", "roster": "roster.json" } ] }""");
        refused(
                run("agenda", "--as", "op-1"),
                "The configuration " + configuration + " has the stores [S1, S2]. Name one of them with --store");
        assertEquals(0, run("anomalies", "--as", "op-1", "--store", "S2").code());
    }

    @Test
    void whatWaitsToBeSentByHandIsShownAndConfirmed() throws IOException {
        String roster = DefaultRoster.effectiveFrom(DAY).canonical();
        Files.writeString(
                temp.resolve("roster.json"),
                roster.replace("\"WORK_GROUP\":{\"type\":\"wechat\"}", "\"WORK_GROUP\":{\"type\":\"manual\"}"));
        try (StoreOps ops = StoreOpsLoader.open(
                configuration,
                Adapters.discover(StoreListsTest.class.getClassLoader()),
                SettableClock.at(NINE))) {
            ops.deskOf(ActorId.of("op-1"))
                    .notices()
                    .send(S1, new Announcement("NT1", "A", "12 left", List.of("QC")));
        }
        Path out = temp.resolve("deliveries.csv");
        Ran waiting = run("deliveries", "--as", "op-1", "--out", out.toString());
        assertEquals("", waiting.err());
        assertEquals(1, waiting.code());
        assertTrue(waiting.out().contains("--- notice/NT1/WORK_GROUP to WORK_GROUP\n"), waiting.out());
        assertTrue(waiting.out().contains("12 left"), waiting.out());
        assertTrue(
                Files.readAllLines(out).get(1).startsWith("notice/NT1/WORK_GROUP,WORK_GROUP,2024-06-16T09:00:00+08:00"),
                waiting.out());
        Ran confirmed = run(
                "deliveries",
                "--as",
                "op-1",
                "--confirm",
                "notice/NT1/WORK_GROUP",
                "--sent-at",
                "2024-06-16T09:05:00+08:00",
                "--screenshot",
                "shots/nt1.png");
        assertEquals("", confirmed.err());
        assertEquals(0, confirmed.code());
        assertEquals(
                List.of(
                        "notice/NT1/WORK_GROUP counts as accepted from 2024-06-16T09:05:00+08:00 on.",
                        "0 to be sent by hand."),
                List.of(confirmed.lines().get(0), confirmed.lines().get(confirmed.lines().size() - 1)));
        assertEquals(2, run("deliveries", "--as", "op-1", "--confirm", "notice/NT1/WORK_GROUP").code());
    }
}
