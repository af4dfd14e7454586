package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the tables of a replay with those of the scenario's folder {@code expected}, row by row. */
public final class ExpectedTables {
    /** What names a row of each file. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "readings.csv", List.of("seq"),
            "slots.csv", List.of("data_date", "subject_id", "slot"),
            "releases.csv", List.of("release", "version"),
            "restatements.csv", List.of("release", "version", "subject_id", "slot", "field"),
            "day.csv", List.of("data_date", "subject_id", "slots"),
            "kpi.csv", List.of("id"));

    /** The rows of kpi.csv that this version computes. */
    private static final Set<String> BUILT_MEASURES = Set.of("K1.1", "K1.2", "K1.3", "K1.4", "T");

    private final Path folder;
    private final List<String> equal = new ArrayList<>();
    private final List<String> notBuilt = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();

    private ExpectedTables(Path folder) {
        this.folder = folder;
    }

    /**
     * What a comparison gave.
     *
     * @param equal the files, each with how many rows are as expected
     * @param notBuilt the files and rows of duties that this version does not have
     * @param differences what differs
     */
    public record Comparison(List<String> equal, List<String> notBuilt, List<Difference> differences) {
        /** Copies the lists. */
        public Comparison {
            equal = List.copyOf(equal);
            notBuilt = List.copyOf(notBuilt);
            differences = List.copyOf(differences);
        }
    }

    /**
     * Compares.
     *
     * @param folder the folder {@code expected}
     * @param found the tables of the replay
     * @return what is equal, what is not built and what differs
     */
    public static Comparison compare(Path folder, List<CsvTable> found) {
        ExpectedTables comparison = new ExpectedTables(requireNonNull(folder, "folder"));
        found.forEach(comparison::compare);
        comparison.listOthers(found.stream().map(CsvTable::file).toList());
        return new Comparison(comparison.equal, comparison.notBuilt, comparison.differences);
    }

    private void compare(CsvTable found) {
        Path file = folder.resolve(found.file());
        if (!Files.exists(file)) {
            differences.add(new Difference(found.file(), "(all)", "(all)", "a file", "none in " + folder));
            return;
        }
        CsvTable expected = CsvTable.read(file);
        if (!expected.columns().equals(found.columns())) {
            differences.add(difference(found, "(header)", "(all)", expected.columns(), found.columns()));
            return;
        }
        int before = differences.size();
        Map<String, CsvTable.Row> wanted = byKey(expected);
        Map<String, CsvTable.Row> given = byKey(found);
        leaveOutNotBuilt(found.file(), wanted);
        wanted.forEach((key, row) -> compare(found, key, row, given.get(key)));
        given.forEach((key, row) -> {
            if (!wanted.containsKey(key)) {
                differences.add(difference(found, key, "(all)", "no such row", row.cells()));
            }
        });
        if (differences.size() == before) {
            compareOrder(found, wanted, given);
        }
        if (differences.size() == before) {
            equal.add(found.file() + " " + wanted.size());
        }
    }

    private Map<String, CsvTable.Row> byKey(CsvTable table) {
        List<String> columns = Objects.requireNonNull(KEYS.get(table.file()), table.file());
        Map<String, CsvTable.Row> rows = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            String key = String.join("/", columns.stream().map(row::text).toList());
            if (rows.putIfAbsent(key, row) != null) {
                differences.add(difference(table, key, "(all)", "one row", "two rows"));
            }
        }
        return rows;
    }

    private void leaveOutNotBuilt(String file, Map<String, CsvTable.Row> wanted) {
        if (!file.equals("kpi.csv")) {
            return;
        }
        List<String> others = wanted.keySet().stream()
                .filter(id -> !BUILT_MEASURES.contains(id))
                .toList();
        others.forEach(wanted::remove);
        if (!others.isEmpty()) {
            notBuilt.add(file + " rows " + String.join(" ", others));
        }
    }

    private void compare(CsvTable table, String key, CsvTable.Row expected, CsvTable.@Nullable Row found) {
        if (found == null) {
            differences.add(difference(table, key, "(all)", expected.cells(), "no such row"));
            return;
        }
        for (String column : table.columns()) {
            if (!expected.text(column).equals(found.text(column))) {
                differences.add(difference(table, key, column, expected.text(column), found.text(column)));
            }
        }
    }

    private void compareOrder(CsvTable table, Map<String, CsvTable.Row> wanted, Map<String, CsvTable.Row> given) {
        Iterator<String> found = given.keySet().iterator();
        for (String key : wanted.keySet()) {
            String other = found.next();
            if (!key.equals(other)) {
                differences.add(difference(table, key, "(order)", key, other));
                return;
            }
        }
    }

    private static Difference difference(CsvTable table, String row, String column, Object expected, Object found) {
        return new Difference(table.file(), row, column, expected.toString(), found.toString());
    }

    private void listOthers(List<String> compared) {
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !compared.contains(name))
                    .sorted()
                    .forEach(notBuilt::add);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed", e);
        }
    }
}
