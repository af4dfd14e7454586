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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the tables of a replay with those of the scenario's folder {@code expected}, row by row. */
public final class ExpectedTables {
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
    public static Comparison compare(Path folder, List<ResultTable> found) {
        ExpectedTables comparison = new ExpectedTables(requireNonNull(folder, "folder"));
        for (ResultTable table : found) {
            read(folder, table.file()).ifPresent(expected -> comparison.compare(expected, table));
        }
        comparison.listOthers(found.stream().map(ResultTable::file).toList());
        return new Comparison(comparison.equal, comparison.notBuilt, comparison.differences);
    }

    /**
     * What of a table is to be written.
     *
     * @param folder the folder {@code expected}; it need not be there
     * @param table the table
     * @return what the file of its name asks for; all of it without such a file
     */
    public static CsvTable asked(Path folder, ResultTable table) {
        return read(folder, table.file()).map(table::asked).orElseGet(table::whole);
    }

    private static Optional<CsvTable> read(Path folder, String file) {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        return Optional.of(file.endsWith(JsonTable.ENDING) ? JsonTable.read(path) : CsvTable.read(path));
    }

    private void compare(CsvTable expected, ResultTable table) {
        CsvTable found = table.asked(expected);
        List<String> missing = expected.columns().stream()
                .filter(column -> !found.columns().contains(column))
                .toList();
        List<String> keys =
                table.keys().stream().filter(found.columns()::contains).toList();
        int before = differences.size();
        Map<String, CsvTable.Row> wanted = byKey(built(expected, table), keys);
        Map<String, CsvTable.Row> given = byKey(found, keys);
        wanted.forEach((key, row) -> compare(found, key, row, given.get(key)));
        given.forEach((key, row) -> {
            if (!wanted.containsKey(key)) {
                differences.add(difference(found, key, "(all)", "no such row", row.cells()));
            }
        });
        if (differences.size() == before) {
            compareOrder(found, wanted, given);
        }
        if (!missing.isEmpty()) {
            notBuilt.add(found.file() + " columns " + String.join(" ", missing));
        }
        if (differences.size() == before
                && (!wanted.isEmpty() || expected.rows().isEmpty())) {
            equal.add(found.file() + " " + wanted.size()
                    + (missing.isEmpty() ? "" : ", without columns " + String.join(" ", missing)));
        }
    }

    private Map<String, CsvTable.Row> byKey(CsvTable table, List<String> keys) {
        Map<String, CsvTable.Row> rows = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            String key = String.join("/", keys.stream().map(row::text).toList());
            if (rows.putIfAbsent(key, row) != null) {
                differences.add(difference(table, key, "(all)", "one row", "two rows"));
            }
        }
        return rows;
    }

    /** The expected rows without those of duties that this version does not have, which are listed. */
    private CsvTable built(CsvTable expected, ResultTable table) {
        Map<String, Integer> others = new LinkedHashMap<>();
        List<CsvTable.Row> rows = new ArrayList<>();
        for (CsvTable.Row row : expected.rows()) {
            table.notBuilt(row).ifPresentOrElse(of -> others.merge(of, 1, Integer::sum), () -> rows.add(row));
        }
        if (!others.isEmpty()) {
            notBuilt.add(table.file() + " rows "
                    + others.entrySet().stream()
                            .map(other -> other.getKey() + (other.getValue() == 1 ? "" : " (" + other.getValue() + ")"))
                            .collect(Collectors.joining(" ")));
        }
        return new CsvTable(expected.file(), expected.columns(), rows);
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
