package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.StoreOps;
import io.storeops.authority.Assignment;
import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.AdapterException;
import io.storeops.figures.Intake;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderIntake;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.id.ActorId;
import io.storeops.position.RosterDocument;
import io.storeops.reporting.SlotReporting;
import io.storeops.spi.DefaultRoster;
import io.storeops.storage.MemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Order files that were damaged at random, read by the library and by {@link PlainReader}: the rows that count, those that are refused, and every slot of
 * the day are the same. Fifty thousand files take -Dstoreops.test.full=true; two thousand are enough for every build. The seed is
 * -Dstoreops.test.seed.
 */
class MutatedOrdersTest {
    private static final int FILES = Boolean.getBoolean("storeops.test.full") ? 50_000 : 2_000;
    private static final long SEED = Long.getLong("storeops.test.seed", 20240601L);
    private static final int FILES_A_STORE = 100;
    private static final LocalDate DATE = LocalDate.of(2024, 6, 1);
    private static final Instant NOW = Instant.parse("2024-06-03T00:00:00Z");
    private static final ActorId OPERATOR = ActorId.of("operator");
    private static final String REFUSED = "refused as a whole";

    private static final String PROFILE = """
            {"encoding": "UTF-8",
             "header": {"columns": [HEADER], "match": "EXACT"},
             "missing": ["-", "--", "null"],
             "ids": ["EQUALS_QUOTES", "APOSTROPHE"],
             "numbers": {"thousands": ",", "prefixes": ["¥"], "suffixes": ["元"]},
             "times": {"patterns": ["yyyy/M/d H:mm", "yyyy-MM-dd HH:mm:ss"], "zone": "Asia/Shanghai"},
             "orders": {"basis": "PAID", ORDERS}}
            """;

    private static final String MARKS = "0123456789,.\"\n\r -+Ee¥元='/:合\t\0，０AC\u00A0";
    private static final List<String> CELLS = List.of(
            "0,123",
            "\"0,123\"",
            "\"1,234\"",
            "\"1,234.50\"",
            "7E+17",
            "7.5e17",
            "4E5",
            "123e4567",
            "合计",
            "-",
            "--",
            "null",
            "",
            "=\"7001\"",
            "\"=\"\"7001\"\"\"",
            "'12",
            "2024/6/31 9:00",
            "2024/6/1 9:00",
            "2024-06-01 10:00:00",
            "1940/6/1 0:30",
            "无退款申请",
            "¥5",
            "-¥5",
            "¥-5",
            "5元",
            "+5",
            "0.005",
            "999999999999999999",
            "9999999999999999999",
            "\"a\nb\"",
            "\"\"",
            "C7",
            "2024/6/3 9:00");

    private static final Enrolment ENROLMENT = new Enrolment(
            Exports.SHANGHAI,
            List.of(),
            List.of(),
            List.of(new Assignment(
                    Exports.SHANGHAI.id(), OPERATOR, Role.of("OPERATOR"), DATE, Optional.empty(), Optional.empty())),
            List.of(),
            List.of(),
            RosterDocument.read(DefaultRoster.NAME, DefaultRoster.effectiveFrom(DATE), Exports.SHANGHAI.id()));

    @TempDir
    private Path folder;

    @Test
    void areReadAsByASecondReaderThatSharesNoCode() throws IOException {
        Random random = new Random(SEED);
        Exports exports = new Exports(folder)
                .file(
                        "orders.json",
                        profile(PlainReader.ORDERS, "ORDER", "\"gross\": \"gross\", \"refunded\": \"back\"")
                                .replace("\"basis\"", "\"nothingRefunded\": [\"无退款申请\"], \"basis\""))
                .file(
                        "lines.json",
                        profile(
                                        PlainReader.LINES,
                                        "LINE",
                                        "\"item\": \"item\", \"quantity\": \"count\", \"price\": \"price\"")
                                .replace("\"basis\"", "\"cancellationPrefix\": \"C\", \"basis\""));
        int refused = 0;
        int problems = 0;
        int repeats = 0;
        for (int number = 0; number < FILES; ) {
            // A new store now and then, since a store remembers what it was given.
            try (StoreOps ofOrders = store(exports.marketplace("exports", "orders.json"));
                    StoreOps ofLines = store(exports.marketplace("exports", "lines.json"))) {
                for (int i = 0; i < FILES_A_STORE && number < FILES; i++) {
                    boolean lines = random.nextBoolean();
                    List<String> files = files(random, lines);
                    String expected = plain(files, lines);
                    String found =
                            read((lines ? ofLines : ofOrders).deskOf(OPERATOR).reporting(), files);
                    assertEquals(expected, found, () -> "seed " + SEED + ", files " + visible(files));
                    number += files.size();
                    refused += expected.equals(REFUSED) ? 1 : 0;
                    problems += expected.contains(".csv:") ? 1 : 0;
                    repeats += expected.matches("(?s)\\d+ \\d+ \\d+ [1-9].*") ? 1 : 0;
                }
            }
        }
        System.out.println(
                "MutatedOrdersTest: " + FILES + " files of seed " + SEED + ", no difference; refused as a whole "
                        + refused + " sources, with rejected rows " + problems + ", with repeats " + repeats);
        assertTrue(Math.min(refused, Math.min(problems, repeats)) > FILES / 50, "The damage is of all kinds");
    }

    private static String profile(List<String> header, String grain, String columns) {
        return PROFILE.replace("HEADER", "\"" + String.join("\", \"", header) + "\"")
                .replace(
                        "ORDERS",
                        "\"grain\": \"" + grain + "\", \"columns\": {\"order\": \"id\", \"paidAt\": \"paid\", "
                                + columns + "}");
    }

    private static String plain(List<String> files, boolean lines) {
        PlainDay day = new PlainDay(DATE, lines);
        try {
            for (int file = 0; file < files.size(); file++) {
                day.add(file, file + ".csv", new PlainReader(files.get(file), lines), NOW);
            }
        } catch (PlainReader.BadFile e) {
            return REFUSED;
        }
        return day.shown();
    }

    /** The readings made of the orders, whatever becomes of them in a store that knows others. */
    private String read(SlotReporting reporting, List<String> files) throws IOException {
        Path source = folder.resolve("exports");
        Files.createDirectories(source);
        Files.deleteIfExists(source.resolve("1.csv"));
        for (int file = 0; file < files.size(); file++) {
            Files.writeString(source.resolve(file + ".csv"), files.get(file));
        }
        try {
            OrderIntake intake = reporting.collectOrders(Exports.SHANGHAI.id(), DATE);
            return shown(intake, intake.intakes().stream().map(Intake::reading).toList());
        } catch (AdapterException e) {
            return REFUSED;
        }
    }

    private static StoreOps store(Marketplace marketplace) {
        SettableClock clock = SettableClock.at(NOW);
        StoreOps ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .marketplace(Exports.SHANGHAI.id(), marketplace)
                .build();
        ops.enrol(ENROLMENT);
        return ops;
    }

    private static String shown(OrderIntake intake, List<Reading> readings) {
        OrderIntake.Count count = intake.count();
        TreeSet<String> problems = new TreeSet<>();
        intake.problems().forEach(problem -> problems.add(problem.source() + ":" + problem.line()));
        StringBuilder shown = new StringBuilder(count.paidInDay() + " " + count.paidElsewhere() + " " + count.unpaid()
                + " " + count.repeated() + " " + problems + "\n");
        readings.stream()
                .sorted(Comparator.comparing(reading -> reading.slot().number()))
                .forEach(reading -> {
                    Map<String, Long> figures = new TreeMap<>();
                    for (Metric metric : reading.figures().metrics()) {
                        figures.put(
                                metric.column().replace("_minor", ""),
                                reading.figures().get(metric));
                    }
                    shown.append(reading.slot().number())
                            .append(' ')
                            .append(figures)
                            .append(reading.quality() == Quality.ESTIMATED ? " estimated" : "")
                            .append('\n');
                });
        return shown.toString();
    }

    /** One file or two, the second of which often has orders of the first. */
    private static List<String> files(Random random, boolean lines) {
        List<String> rows = rows(random, lines);
        List<String> files = new ArrayList<>(List.of(damaged(random, rows, lines)));
        if (random.nextInt(3) == 0) {
            List<String> second = random.nextBoolean() ? new ArrayList<>(rows) : rows(random, lines);
            while (!second.isEmpty() && random.nextInt(3) > 0) {
                second.remove(random.nextInt(second.size()));
            }
            files.add(damaged(random, second, lines));
        }
        return files;
    }

    private static List<String> rows(Random random, boolean lines) {
        List<String> rows = new ArrayList<>();
        int minute = random.nextInt(600);
        boolean inOrder = random.nextBoolean();
        int count = random.nextInt(9);
        for (int i = 0; i < count; i++) {
            minute = inOrder ? minute + random.nextInt(200) : random.nextInt(2_000);
            String paid = random.nextInt(8) == 0
                    ? ""
                    : "2024/6/" + (1 + minute / 1_440) + " " + minute % 1_440 / 60 + ":"
                            + String.format(java.util.Locale.ROOT, "%02d", minute % 60);
            String id = (lines && random.nextInt(6) == 0 ? "C" : "") + (7_000 + random.nextInt(lines ? 4 : 40));
            rows.add(
                    lines
                            ? id + ",A" + random.nextInt(3) + "," + paid + "," + (id.startsWith("C") ? "-" : "")
                                    + (1 + random.nextInt(3)) + "," + random.nextInt(100) + "." + random.nextInt(10)
                                    + ",x"
                            : id + "," + paid + "," + random.nextInt(500) + "." + random.nextInt(10) + ","
                                    + random.nextInt(3) + ",x");
        }
        return rows;
    }

    private static String damaged(Random random, List<String> original, boolean lines) {
        List<String> rows = new ArrayList<>(original);
        for (int times = random.nextInt(3); times > 0 && !rows.isEmpty(); times--) {
            int at = random.nextInt(rows.size());
            switch (random.nextInt(5)) {
                case 0 -> rows.add(random.nextInt(rows.size() + 1), rows.get(at));
                case 1 -> rows.remove(at);
                case 2 -> rows.add(rows.remove(at));
                default -> rows.set(at, withCell(random, rows.get(at)));
            }
        }
        String end = random.nextInt(5) == 0 ? "\r\n" : random.nextInt(9) == 0 ? "\r" : "\n";
        StringBuilder text = new StringBuilder(random.nextInt(9) == 0 ? "\uFEFF" : "");
        text.append(String.join(",", lines ? PlainReader.LINES : PlainReader.ORDERS))
                .append(end);
        rows.forEach(row -> text.append(row).append(end));
        int header = text.indexOf(end) + end.length();
        for (int times = random.nextInt(3) - 1; times > 0 && text.length() > header; times--) {
            int at = header + random.nextInt(text.length() - header);
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, MARKS.charAt(random.nextInt(MARKS.length())));
                case 2 -> text.setCharAt(at, MARKS.charAt(random.nextInt(MARKS.length())));
                default -> {
                    if (random.nextBoolean()) {
                        text.setLength(at);
                    } else {
                        text.delete(header, at);
                    }
                }
            }
        }
        return text.toString();
    }

    private static String withCell(Random random, String row) {
        String[] cells = row.split(",", -1);
        cells[random.nextInt(cells.length)] = CELLS.get(random.nextInt(CELLS.size()));
        return String.join(",", cells);
    }

    private static String visible(List<String> files) {
        StringBuilder visible = new StringBuilder();
        files.forEach(file -> {
            visible.append('<');
            file.chars()
                    .forEach(c -> visible.append(
                            c == '\n' ? "\\n" : c == '\r' ? "\\r" : c < ' ' ? "\\" + c : String.valueOf((char) c)));
            visible.append('>');
        });
        return visible.toString();
    }
}
