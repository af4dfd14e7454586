package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a replay knows for a file of results: every column that a scenario may ask for. Which of them are written is said by the
 * header of the scenario's own file.
 *
 * @param whole all columns and rows
 * @param keys the columns that name a row, those of them that a header has
 * @param scope which rows are built at all; empty if all are
 * @param orderable whether a scenario may also have them in the order of the first key, and not in the order in which they happened
 * @param blocks the column of which rows with one value stand together, in whatever order a scenario has its values; empty if there is
 *     none
 */
public record ResultTable(
        CsvTable whole, List<String> keys, Optional<Scope> scope, boolean orderable, Optional<String> blocks) {
    /** Copies the list. */
    public ResultTable {
        requireNonNull(whole, "whole");
        keys = List.copyOf(keys);
        requireNonNull(scope, "scope");
        requireNonNull(blocks, "blocks");
    }

    /**
     * Which rows of a table are built: others that a scenario expects are of duties that this version does not have.
     *
     * @param column the column that tells
     * @param built its values in rows that are built
     * @param naming whether the column names what is asked for, as headers do: a row that nobody expects is not written
     */
    public record Scope(String column, Set<String> built, boolean naming) {
        /** Copies the set. */
        public Scope {
            requireNonNull(column, "column");
            built = Set.copyOf(built);
        }

        static Scope naming(String column, Set<String> built) {
            return new Scope(column, built, true);
        }

        static Scope of(String column, Set<String> built) {
            return new Scope(column, built, false);
        }
    }

    static ResultTable of(CsvTable whole, List<String> keys) {
        return new ResultTable(whole, keys, Optional.empty(), false, Optional.empty());
    }

    ResultTable scoped(Scope rows) {
        return new ResultTable(whole, keys, Optional.of(rows), orderable, blocks);
    }

    /** The same, of which a scenario may have the rows in the order of the first key: its own file says so by its order. */
    ResultTable orderableByKey() {
        return new ResultTable(whole, keys, scope, true, blocks);
    }

    /** The same, in blocks of one value of a column; a scenario that states no order of the blocks may have them in its own. */
    ResultTable inBlocksOf(String column) {
        return new ResultTable(whole, keys, scope, orderable, Optional.of(column));
    }

    /**
     * The file's name.
     *
     * @return as in {@code releases.csv}
     */
    public String file() {
        return whole.file();
    }

    /**
     * What a scenario asks for.
     *
     * @param expected the scenario's own file
     * @return the columns of its header that there are, in its order, and the rows that it can ask for
     */
    public CsvTable asked(CsvTable expected) {
        List<String> columns =
                expected.columns().stream().filter(whole.columns()::contains).toList();
        return CsvTable.of(
                file(),
                columns,
                rows(expected)
                        .map(row -> columns.stream().map(row::text).toList())
                        .toList());
    }

    /** All rows, or those that the scenario names, in its order. */
    private Stream<CsvTable.Row> rows(CsvTable expected) {
        Optional<String> naming = scope.filter(Scope::naming).map(Scope::column).filter(expected.columns()::contains);
        if (blocks.filter(expected.columns()::contains).isPresent()) {
            List<String> order = expected.rows().stream()
                    .map(row -> row.text(blocks.get()))
                    .distinct()
                    .toList();
            return whole.rows().stream().sorted(Comparator.comparingInt(row -> place(order, row.text(blocks.get()))));
        }
        return naming.map(column -> expected.rows().stream()
                        .flatMap(name -> whole.rows().stream()
                                .filter(row -> row.text(column).equals(name.text(column)))))
                .orElseGet(() ->
                        orderable && inOrder(expected) ? whole.rows().stream().sorted(byKey()) : whole.rows().stream());
    }

    private static int place(List<String> order, String value) {
        return order.contains(value) ? order.indexOf(value) : order.size();
    }

    private Comparator<CsvTable.Row> byKey() {
        return Comparator.<CsvTable.Row>comparingInt(
                        row -> row.text(keys.get(0)).length())
                .thenComparing(row -> row.text(keys.get(0)));
    }

    private boolean inOrder(CsvTable expected) {
        return expected.columns().contains(keys.get(0))
                && expected.rows().stream().sorted(byKey()).toList().equals(expected.rows());
    }

    /**
     * What an expected row is of, if that is not built.
     *
     * @param expected the row
     * @return as in K2.1; empty if the row is built
     */
    public Optional<String> notBuilt(CsvTable.Row expected) {
        return scope.filter(rows -> expected.columns().contains(rows.column()))
                .map(rows -> expected.text(rows.column()))
                .filter(value -> !scope.orElseThrow().built().contains(value));
    }
}
