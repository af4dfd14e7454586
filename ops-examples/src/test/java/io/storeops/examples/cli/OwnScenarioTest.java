package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.spi.DefaultRoster;
import io.storeops.spi.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay of a morning made for the test: two boundaries, one store, nothing else. */
class OwnScenarioTest {
    private static final String CHANNEL = "\"channel\": \"DATA_GROUP\"";

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheMorning() throws IOException {
        write(
                "catalog.json",
                "{\"data_date\": \"2024-06-16\", \"store\": {\"id\": \"M\", \"zone\": \"Asia/Shanghai\", \"currency\": \"CNY\"},",
                " \"people\": [{\"id\": \"ann\", \"assignments\": [{\"role\": \"OPERATOR\", \"store\": \"M\", \"from\": \"2024-06-16\"}]},",
                "  {\"id\": \"bob\", \"assignments\": [{\"role\": \"STORE_MANAGER\", \"store\": \"M\", \"from\": \"2024-06-16\"}]}]}");
        write("roster.json", JsonCodec.print(DefaultRoster.effectiveFrom(LocalDate.of(2024, 6, 16))));
        write(
                "readings.csv",
                "seq,boundary,observed_at,arrived_at,subject_kind,subject_id,amount_minor,visitors,buyers,quality,reason",
                "1,2024-06-16T09:00,2024-06-16T09:00:00+08:00,2024-06-16T09:05:00+08:00,STORE,M,1000,10,1,ACTUAL,",
                "2,2024-06-16T10:00,2024-06-16T10:00:00+08:00,2024-06-16T10:01:00+08:00,STORE,M,900,20,1,ACTUAL,",
                "3,2024-06-16T09:00,2024-06-16T09:00:00+08:00,2024-06-16T10:02:00+08:00,STORE,M,1000,10,1,ACTUAL,");
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }

    private static String event(int seq, String time, String actor, String command, String args, String expect) {
        return "{\"seq\": " + seq + ", \"at\": \"2024-06-16T" + time + "+08:00\", \"actor\": \"" + actor
                + "\", \"command\": \"" + command + "\", \"args\": {" + args + "}, \"expect\": {" + expect + "}}";
    }

    private Ran replay() {
        return Ran.run(
                "replay", folder.toString(), "--out", folder.resolve("out").toString());
    }

    @Test
    void checksDenialsRefusalsAndAChannelThatIsDown() throws IOException {
        String nine = "\"boundary\": \"2024-06-16T09:00\", " + CHANNEL;
        write(
                "events.jsonl",
                event(
                        1,
                        "09:05:00",
                        "bob",
                        "RELEASE",
                        nine,
                        "\"result\": \"DENIED\", \"code\": \"EXECUTE:X1\", \"state\": \"READY\""),
                event(
                        2,
                        "09:06:00",
                        "ann",
                        "RELEASE",
                        nine + ", \"accepted_at\": null",
                        "\"result\": \"OK\", \"code\": null, \"state\": \"QUEUED\", \"late\": null"),
                event(
                        3,
                        "09:07:00",
                        "ann",
                        "RELEASE",
                        nine,
                        "\"result\": \"OK\", \"code\": \"ALREADY_QUEUED\", \"state\": \"QUEUED\""),
                event(4, "09:08:00", "world", "FORECAST", "", "\"result\": \"OK\""));
        Ran ran = replay();
        assertEquals("", ran.err());
        assertEquals(0, ran.code(), ran.out());
        assertTrue(ran.lines().contains("  commands carried out: 3, as expected: 3"), ran.out());
        assertTrue(ran.lines().contains("  commands not built: 1 (FORECAST 1)"), ran.out());
        assertTrue(
                ran.lines()
                        .contains(
                                "Nothing to compare the files with: there is no folder " + folder.resolve("expected")),
                ran.out());
    }

    @Test
    void deliversAReadingBeforeACommandOfTheSameInstant() throws IOException {
        write(
                "events.jsonl",
                event(
                        1,
                        "09:05:00",
                        "ann",
                        "RELEASE",
                        "\"boundary\": \"2024-06-16T09:00\", " + CHANNEL
                                + ", \"accepted_at\": \"2024-06-16T09:05:00+08:00\"",
                        "\"result\": \"OK\", \"state\": \"PUBLISHED\""));
        assertEquals(0, replay().code());
        assertEquals(
                "P01,1,2024-06-16T09:00,2024-06-16T09:15:00+08:00,2024-06-16T09:05:00+08:00,ON_TIME,1,yes,,1000,10,1,10.00%",
                Files.readAllLines(folder.resolve("out/releases.csv")).get(1));
    }

    @Test
    void writesWhatBecameOfEachReading() throws IOException {
        write("events.jsonl", "");
        assertEquals(0, replay().code());
        assertEquals(
                List.of("seq,outcome,code", "1,ACCEPTED,", "2,REFUSED,SUSPECT", "3,IGNORED,DUPLICATE"),
                Files.readAllLines(folder.resolve("out/readings.csv")));
        List<String> slots = Files.readAllLines(folder.resolve("out/slots.csv"));
        assertEquals(15, slots.size());
        assertEquals("2024-06-16,STORE,M,1,1000,10,1,10.00%,PRESENT", slots.get(1));
        assertEquals("2024-06-16,STORE,M,2,,,,,MISSING", slots.get(2));
    }

    @Test
    void namesTheValueOfACommandThatDiffers() throws IOException {
        write(
                "events.jsonl",
                event(
                        7,
                        "08:59:00",
                        "ann",
                        "RELEASE",
                        "\"boundary\": \"2024-06-16T09:00\", " + CHANNEL,
                        "\"result\": \"OK\", \"code\": null, \"state\": null, \"shade\": \"blue\""));
        Ran ran = replay();
        assertEquals(1, ran.code());
        assertEquals(
                List.of(
                        "events.jsonl row seq 7 RELEASE column code: expected 'null', found 'NOT_DUE'",
                        "events.jsonl row seq 7 RELEASE column result: expected 'OK', found 'REFUSED'",
                        "events.jsonl row seq 7 RELEASE column shade: expected 'blue', found 'no such value'"),
                ran.lines().stream().filter(line -> line.contains(" row ")).toList());
    }

    @Test
    void namesFileLineAndColumnOfACellThatCannotBeRead() throws IOException {
        write("events.jsonl", "");
        Path readings = folder.resolve("readings.csv");
        Files.writeString(readings, Files.readString(readings).replace(",900,20,", ",nine,20,"));
        Ran ran = replay();
        assertEquals(2, ran.code());
        assertEquals("storeops: readings.csv:3 column amount_minor: 'nine' is not a whole number\n", ran.err());
    }

    @Test
    void namesLineAndPathOfACommandThatCannotBeRead() throws IOException {
        write("events.jsonl", event(1, "09:05:00", "ann", "FACT", "", "").replace("+08:00", ""));
        Ran ran = replay();
        assertEquals(2, ran.code());
        assertEquals(
                "storeops: events.jsonl:1 $.at: \"2024-06-16T09:05:00\" is not an instant (expected ISO 8601 with offset)\n",
                ran.err());
    }
}
