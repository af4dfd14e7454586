package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every bad use ends with code 2 and exactly one line that says what to do. */
class WrongUseTest {
    private static final String SHIPPED =
            "[ad-spend, amazon-asin-day, doudian-orders, erp-stock, jd-sz-skus, online-retail,"
                    + " pdd-orders, price-book, qianniu-orders, shopify-orders, shopify-products, shopify-products-2024,"
                    + " store-scores, storeops-readings, sycm-items, taobao-rivals, tmall-orders, wanxiangtai-items,"
                    + " woocommerce-orders, woocommerce-products]";

    @TempDir
    Path temp;

    private String out;

    @BeforeEach
    void nameTheFolder() {
        out = temp.resolve("out").toString();
    }

    private static void refused(String message, String... args) {
        Ran ran = Ran.run(args);
        assertEquals("storeops: " + message + "\n", ran.err());
        assertEquals("", ran.out());
        assertEquals(2, ran.code());
    }

    private static String[] day(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "day";
        System.arraycopy(args, 0, all, 1, args.length);
        return all;
    }

    @Test
    void namesTheCommands() {
        refused(
                "Name a command: [demo, day, profile, detect, inspect, agenda, anomalies, deliveries, week, scorecard, report, floor, replay, adapters, verify, adopt, migrate, copy]. See 'storeops --help'");
    }

    @Test
    void namesAnOptionThatIsMissing() {
        refused("Missing required option: '--out=OUT'. See 'storeops replay --help'", "replay", temp.toString());
    }

    @Test
    void namesAFolderThatIsMissing() {
        Path nowhere = temp.resolve("nowhere");
        refused(
                "There is no folder " + nowhere
                        + ". Name a folder with catalog.json, roster.json, readings.csv and events.jsonl",
                "replay",
                nowhere.toString(),
                "--out",
                out);
        refused("There is no folder " + nowhere + ". Name the folder of a CSV store", "verify", nowhere.toString());
    }

    @Test
    void namesTheAdaptersThatThereAre() throws IOException {
        smallScenario();
        refused(
                "No storage adapter named 'mongo'. Found: [csv, jdbc, memory]. Is its jar on the class path?",
                "replay",
                temp.toString(),
                "--storage",
                "mongo",
                "--out",
                out);
        refused(
                "'mongo:x' is not a storage. Expected memory, csv:PATH, jdbc:URL, as in jdbc:h2:./day, or json:FILE",
                "replay",
                temp.toString(),
                "--storage",
                "mongo:x",
                "--out",
                out);
    }

    @Test
    void namesTheKeyThatIsWrong() throws IOException {
        smallScenario();
        refused(
                "Adapter 'csv' key 'directory': '' is not a path",
                "replay",
                temp.toString(),
                "--storage",
                "csv:",
                "--out",
                out);
    }

    @Test
    void namesAFileThatIsMissing() throws IOException {
        smallScenario();
        Path readings = temp.resolve("readings.csv");
        Files.delete(readings);
        refused("There is no file " + readings, "replay", temp.toString(), "--out", out);
    }

    private void smallScenario() throws IOException {
        Files.writeString(
                temp.resolve("catalog.json"),
                "{\"data_date\": \"2024-06-16\", \"store\": {\"id\": \"M\", \"zone\": \"UTC\", \"currency\": \"CNY\"}}");
        Files.writeString(
                temp.resolve("roster.json"),
                "{\"position\": {\"version\": \"1\", \"effectiveFrom\": \"2024-06-16\"}, \"roles\": {\"OPERATOR\": []},"
                        + " \"slotPlan\": {\"boundaries\": [\"09:00\"], \"collectBy\": \"PT10M\", \"releaseBy\": \"PT15M\","
                        + " \"missedAt\": \"NEXT_DAY 09:00\"}}");
        Files.writeString(temp.resolve("readings.csv"), "seq\n");
        Files.writeString(temp.resolve("events.jsonl"), "");
    }

    @Test
    void doesNotWriteOverWhatItReads() throws IOException {
        smallScenario();
        Path expected = Files.createDirectory(temp.resolve("expected"));
        String rest = " is read by this command and would be written over. Name another with --out";
        String before = Files.readString(temp.resolve("readings.csv"));
        refused("The folder " + temp + rest, "replay", temp.toString(), "--out", temp.toString());
        refused("The folder " + expected + rest, "replay", temp.toString(), "--out", expected.toString());
        refused(
                "The folder " + temp + rest,
                day(with(
                        new String[] {"--orders", temp.toString(), "--profile", "tmall-orders", "--store", "S1"},
                        "--date",
                        "2020-02-25",
                        "--out",
                        temp.toString())));
        assertEquals(before, Files.readString(temp.resolve("readings.csv")));
    }

    @Test
    void namesAFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        refused(
                "The folder " + file + " cannot be made (FileAlreadyExistsException: " + file + "). Name one that can",
                "demo",
                "--out",
                file.toString());
    }

    @Test
    void namesAFolderThatCannotBeWrittenTo() {
        Path closed = temp.resolve("closed");
        Assumptions.assumeTrue(
                closed.toFile().mkdir() && closed.toFile().setWritable(false) && !Files.isWritable(closed),
                "this user may write everywhere");
        refused("The folder " + closed + " cannot be written to. Name another", "demo", "--out", closed.toString());
    }

    @Test
    void saysWhatIsWrongWithADateAZoneOrACurrency() {
        String[] base = {"--orders", "x.csv", "--profile", "tmall-orders", "--store", "S1", "--date"};
        refused("'2020-02-30' is not a date (expected yyyy-MM-dd)", day(with(base, "2020-02-30")));
        refused(
                "'Asia/Sh' is not a time zone (expected something like Asia/Shanghai)",
                day(with(base, "2020-02-25", "--zone", "Asia/Sh")));
        refused(
                "'QQQ' is not a currency (expected ISO 4217, as in CNY)",
                day(with(base, "2020-02-25", "--currency", "QQQ")));
    }

    @Test
    void namesTheProfilesThatThereAre() {
        refused(
                "There is no profile 'tmall'. Shipped: " + SHIPPED
                        + "; or give the path of a profile document, seen from "
                        + Path.of("").toAbsolutePath(),
                day("--orders", "x.csv", "--profile", "tmall", "--store", "S1", "--date", "2020-02-25"));
    }

    @Test
    void namesAnOrderFileThatIsMissing() {
        Path nowhere = temp.resolve("orders.csv");
        refused(
                "There is no file or folder " + nowhere + ". Check the key 'path'",
                day(
                        "--orders",
                        nowhere.toString(),
                        "--profile",
                        "tmall-orders",
                        "--store",
                        "S1",
                        "--date",
                        "2020-02-25"));
    }

    @Test
    void showsTheTraceToThoseWhoAsk() {
        Ran ran = Ran.run("verify", "--debug", temp.resolve("nowhere").toString());
        assertEquals(2, ran.code());
        assertTrue(ran.err().startsWith("storeops: There is no folder "), ran.err());
        assertTrue(ran.err().contains("\tat io.storeops.examples.cli.VerifyCommand"), ran.err());
    }

    private static String[] with(String[] base, String... more) {
        String[] all = new String[base.length + more.length];
        System.arraycopy(base, 0, all, 0, base.length);
        System.arraycopy(more, 0, all, base.length, more.length);
        return all;
    }
}
