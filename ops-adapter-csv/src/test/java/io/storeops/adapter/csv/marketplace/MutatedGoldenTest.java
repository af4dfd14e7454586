package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every golden file, damaged at random in its cells, quotes, bytes and rows. Of each damaged file all records are taken, left out or refused; the rows that the
 * damage did not touch say what they said; and no number of a row is one that does not stand in its record. A file that is refused as a whole gives nothing at all. A
 * thousand of each take -Dstoreops.test.full=true. The seed is -Dstoreops.test.seed.
 */
class MutatedGoldenTest {
    private static final int FILES = Boolean.getBoolean("storeops.test.full") ? 1_000 : 40;
    private static final long SEED = Long.getLong("storeops.test.seed", 20240601L);
    /** Of a hundred rows that were not touched, in files that can be read, at least so many must still be taken. */
    private static final int LEAST = 99;

    private static final String MARKS = "0123456789,.\"\n\r -+Ee¥$元=/:合\t\0，０AC\u00A0";
    private static final List<String> CELLS = List.of(
            "",
            "-",
            "null",
            "0,123",
            "1,234",
            "1.234,56",
            "7E+17",
            "合计",
            "0",
            "-1",
            "1e3",
            "12.345",
            "99999999999999999999",
            "x",
            "2024-02-30",
            "2024-06-01",
            "2024-06-01 25:00:00",
            "6/7/2024 1:02",
            "12%",
            "$5",
            "¥5",
            "5元",
            "a\nb",
            "a\"b",
            "=1+1",
            "TRUE",
            "paid",
            "交易成功",
            "JPY",
            "\u00A0",
            "\u200B7",
            "１２");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[,.]\\d+)*");

    @TempDir
    private Path folder;

    /** What a file was made into, and which of its golden lines are in it untouched, by their new line. */
    private record Damaged(byte[] bytes, Map<Long, Long> untouched) {}

    @TestFactory
    List<DynamicTest> areReadWithoutAWrongNumber() {
        return Golden.all().stream()
                .map(golden -> dynamicTest(golden.profileName(), () -> check(golden)))
                .toList();
    }

    private void check(Golden golden) throws IOException {
        Random random = new Random(SEED);
        List<List<String>> records = records(golden.text());
        Map<Long, List<String>> expected = byLine(golden.expected());
        long untouched = 0;
        long kept = 0;
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            Damaged damaged = damaged(random, golden, records);
            String at = "seed " + SEED + ", file " + i + " of " + golden.profileName();
            try {
                Golden.Found found = golden.read(folder, damaged.bytes());
                requireEveryRecord(golden, damaged, found, at);
                requireNoWrongNumber(golden, damaged, found, at);
                Map<Long, List<String>> now = byLine(found.records());
                for (Map.Entry<Long, Long> line : damaged.untouched().entrySet()) {
                    if (isTaken(golden, line.getValue())) {
                        untouched++;
                        kept += expected.getOrDefault(line.getValue(), List.of())
                                        .equals(now.getOrDefault(line.getKey(), List.of()))
                                ? 1
                                : 0;
                    }
                }
            } catch (AdapterException e) {
                assertEquals(FaultKind.INVALID, e.kind(), at);
                assertTrue(String.valueOf(e.getMessage()).startsWith(golden.fileName() + ":"), e.getMessage());
                refused++;
            }
        }
        System.out.println("MutatedGoldenTest: " + golden.profileName() + ", " + FILES + " files of seed " + SEED
                + ", refused as a whole " + refused + "; of " + untouched + " rows that were not touched " + kept
                + " taken as before");
        // Where rows are added up, one that was not touched says something else as soon as another of its sum does.
        assertTrue(isSum(golden) || kept * 100 >= untouched * LEAST, "kept " + kept + " of " + untouched);
        assertTrue(refused < FILES && refused > 0, "The damage is of all kinds");
    }

    /** What the records say without their lines. */
    private static Map<Long, List<String>> byLine(List<String> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        Golden::line,
                        Collectors.mapping(record -> record.substring(record.indexOf(' ')), Collectors.toList())));
    }

    private static boolean isSum(Golden golden) {
        return golden.profile()
                .sheets()
                .health()
                .filter(layout -> !layout.added().isEmpty())
                .isPresent();
    }

    private static boolean isTaken(Golden golden, long line) {
        return golden.expected().stream().anyMatch(record -> record.startsWith(line + ": "));
    }

    /** Taken, left out, passed over and refused are all there are. */
    private static void requireEveryRecord(Golden golden, Damaged damaged, Golden.Found found, String at) {
        Trial trial = found.trial();
        long all = body(golden, damaged).size();
        assertEquals(all, trial.taken() + trial.leftOut() + trial.passedOver() + trial.refused(), at);
    }

    private static List<CsvRecord> body(Golden golden, Damaged damaged) {
        String text = new String(damaged.bytes(), golden.profile().encoding());
        List<CsvRecord> all = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            reader.forEach(all::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        int header = 0;
        while (!golden.profile()
                .header()
                .isOf(all.get(header).getFields().stream()
                        .map(cell -> cell.replace("\uFEFF", ""))
                        .toList())) {
            header++;
        }
        return all.subList(header + 1, all.size());
    }

    /** Each whole number of a row stands in its record, as it is or in hundredths, or is the product of two that do. */
    private static void requireNoWrongNumber(Golden golden, Damaged damaged, Golden.Found found, String at) {
        Map<Long, CsvRecord> byLine = new HashMap<>();
        body(golden, damaged).forEach(record -> byLine.put(record.getStartingLineNumber(), record));
        for (String record : found.records()) {
            if (record.contains("! ")) {
                continue;
            }
            if (isSum(golden)) {
                requireSum(record, byLine, at);
                continue;
            }
            Set<BigDecimal> standing = new HashSet<>();
            CsvRecord cells = byLine.get(Golden.line(record));
            assertTrue(cells != null, at + ": no record at the line of " + record);
            for (String cell : cells.getFields()) {
                standing.addAll(numbers(cell));
            }
            for (BigDecimal number : amounts(golden, record)) {
                assertTrue(
                        stands(number, standing),
                        () -> at + ": " + number + " of '" + record + "' stands nowhere in " + cells.getFields());
            }
        }
    }

    /** What 万相台 spent: the sum of the records of the same day and item, each plan of a scene once. */
    private static void requireSum(String record, Map<Long, CsvRecord> byLine, String at) {
        CsvRecord first = byLine.get(Golden.line(record));
        Map<List<String>, BigDecimal> plans = new HashMap<>();
        for (CsvRecord each : byLine.values()) {
            if (each.getFieldCount() > 12
                    && text(each, 0).equals(text(first, 0))
                    && text(each, 7).equals(text(first, 7))) {
                plans.put(
                        List.of(text(each, 1), text(each, 5)),
                        numbers(text(each, 12)).stream().findFirst().orElse(BigDecimal.ZERO));
            }
        }
        BigDecimal sum = plans.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(
                0,
                sum.movePointRight(2).compareTo(new BigDecimal(record.substring(record.lastIndexOf(' ') + 1))),
                () -> at + ": " + record + " is not the sum " + sum);
    }

    private static String text(CsvRecord record, int column) {
        return record.getField(column).strip();
    }

    private static boolean stands(BigDecimal number, Set<BigDecimal> standing) {
        if (number.signum() == 0 || standing.contains(number)) {
            return true;
        }
        BigDecimal major = number.movePointLeft(2).stripTrailingZeros();
        return standing.contains(major)
                || standing.stream()
                        .anyMatch(one -> standing.stream()
                                .anyMatch(other -> one.multiply(other).compareTo(major) == 0));
    }

    /** The numbers that a row counts, without its ids and times. */
    private static List<BigDecimal> amounts(Golden golden, String record) {
        String said = record.substring(record.indexOf(' ') + 1);
        List<BigDecimal> amounts = new ArrayList<>();
        Matcher figure = Pattern.compile("\\b(?:PRICE_MINOR|STOCK|[a-z_]+)=(\\d+)(?=[,}])")
                .matcher(said);
        if (said.contains("{")) {
            while (figure.find()) {
                amounts.add(new BigDecimal(figure.group(1)).stripTrailingZeros());
            }
            return amounts;
        }
        String[] words = said.replace(" cancels", "").replace(" of ", " ").split("[ /]");
        int from = golden.profile().orders().isPresent() ? Math.max(0, words.length - 3) : words.length - 1;
        for (int i = from; i < words.length; i++) {
            if (words[i].matches("\\d+(\\.\\d+)?")) {
                amounts.add(new BigDecimal(words[i]).stripTrailingZeros());
            }
        }
        return amounts;
    }

    /** What a cell can say in figures: with a point for decimals and commas between thousands. */
    private static Set<BigDecimal> numbers(String cell) {
        Set<BigDecimal> numbers = new HashSet<>();
        Matcher number = NUMBER.matcher(cell);
        while (number.find()) {
            String digits = number.group();
            if (digits.matches("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?|\\d+(\\.\\d+)?")) {
                numbers.add(new BigDecimal(digits.replace(",", "")).stripTrailingZeros());
            }
        }
        return numbers;
    }

    private static Damaged damaged(Random random, Golden golden, List<List<String>> original) {
        Charset charset = golden.profile().encoding();
        int header = 0;
        while (!golden.profile().header().isOf(original.get(header))) {
            header++;
        }
        int first = header + 1;
        return switch (random.nextInt(4)) {
            case 0 -> cells(random, charset, original, first);
            case 1 -> rows(random, charset, original, first);
            case 2 -> bytes(random, golden, false);
            default -> bytes(random, golden, true);
        };
    }

    private static Damaged cells(Random random, Charset charset, List<List<String>> original, int first) {
        List<List<String>> records = new ArrayList<>(original);
        Set<Integer> touched = new TreeSet<>();
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            int at = first + random.nextInt(records.size() - first);
            List<String> cells = new ArrayList<>(records.get(at));
            int column = random.nextInt(cells.size());
            int other = random.nextInt(cells.size());
            if (random.nextInt(4) == 0) {
                String moved = cells.get(column);
                cells.set(column, cells.get(other));
                cells.set(other, moved);
            } else {
                cells.set(column, CELLS.get(random.nextInt(CELLS.size())));
            }
            records.set(at, cells);
            touched.add(at);
        }
        List<Integer> origins = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            origins.add(touched.contains(i) ? -1 : i);
        }
        return written(charset, records, origins, original);
    }

    private static Damaged rows(Random random, Charset charset, List<List<String>> original, int first) {
        List<List<String>> records = new ArrayList<>(original);
        List<Integer> origins = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            origins.add(i);
        }
        int at = first + random.nextInt(records.size() - first);
        switch (random.nextInt(3)) {
            case 0 -> {
                records.remove(at);
                origins.remove(at);
            }
            case 1 -> {
                records.add(records.get(at));
                origins.add(-1);
            }
            default -> {
                records.add(at, List.of(""));
                origins.add(at, -1);
            }
        }
        return written(charset, records, origins, original);
    }

    /** Writes records with every cell in quotes that needs them, and tells of each untouched one at which line it stands now. */
    private static Damaged written(
            Charset charset, List<List<String>> records, List<Integer> origins, List<List<String>> original) {
        List<Long> lines = lines(original);
        StringBuilder text = new StringBuilder();
        Map<Long, Long> untouched = new HashMap<>();
        long line = 1;
        for (int i = 0; i < records.size(); i++) {
            String record = line(records.get(i));
            if (origins.get(i) >= 0) {
                untouched.put(line, lines.get(origins.get(i)));
            }
            text.append(record).append('\n');
            line += 1 + record.chars().filter(c -> c == '\n').count();
        }
        return new Damaged(text.toString().getBytes(charset), untouched);
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                        ? '"' + cell.replace("\"", "\"\"") + '"'
                        : cell)
                .collect(Collectors.joining(","));
    }

    private static List<Long> lines(List<List<String>> records) {
        List<Long> lines = new ArrayList<>();
        long line = 1;
        for (List<String> record : records) {
            lines.add(line);
            line += 1
                    + record.stream()
                            .flatMapToInt(String::chars)
                            .filter(c -> c == '\n')
                            .count();
        }
        return lines;
    }

    /** Damages one place of the file as it stands; a record is untouched if its bytes and those before and after it are. */
    private static Damaged bytes(Random random, Golden golden, boolean quotes) {
        byte[] original = golden.text().getBytes(golden.profile().encoding());
        int at = random.nextInt(original.length);
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        made.write(original, 0, at);
        int skipped = 1;
        if (quotes) {
            made.write('"');
            skipped = random.nextInt(2);
        } else {
            switch (random.nextInt(3)) {
                case 0 -> made.write(random.nextInt(256));
                case 1 ->
                    made.writeBytes(String.valueOf(MARKS.charAt(random.nextInt(MARKS.length())))
                            .getBytes(golden.profile().encoding()));
                default -> skipped = 1 + random.nextInt(3);
            }
        }
        int rest = Math.min(original.length, at + skipped);
        made.write(original, rest, original.length - rest);
        // Where the damage may have joined or split records, their lines are others: only those before it count.
        String before = new String(original, 0, at, golden.profile().encoding());
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        Map<Long, Long> untouched = new HashMap<>();
        golden.expected().stream()
                .map(Golden::line)
                .filter(each -> each < line - 1)
                .forEach(each -> untouched.put(each, each));
        return new Damaged(made.toByteArray(), untouched);
    }

    private static List<List<String>> records(String text) throws IOException {
        List<List<String>> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text)) {
            reader.forEach(record -> records.add(record.getFields()));
        }
        return records;
    }
}
