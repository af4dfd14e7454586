package io.storeops.adapter.csv.storage;

import io.storeops.storage.Column;
import io.storeops.storage.CommitLog.Written;
import io.storeops.storage.Key;
import io.storeops.storage.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table file that was edited outside, compared row by row and cell by cell with what the store wrote. Order, line ends and
 * the byte order mark do not matter. What a spreadsheet does to cells that nobody touched is refused, never adopted.
 */
final class EditedTable {
    /**
     * An edit that can be adopted.
     *
     * @param edit what to show
     * @param before the row that it was edited from, empty for a new one
     * @param row the row as it is to be
     */
    record Adoptable(RowEdit edit, Optional<Written> before, Row row) {}

    private final TableFile file;
    private final byte[] before;
    private final byte[] now;
    private final Map<Key, Written> missing = new LinkedHashMap<>();
    private final Map<Key, Long> lines = new LinkedHashMap<>();
    private final List<Adoptable> edits = new ArrayList<>();
    private final List<DamagedFileException> refusals = new ArrayList<>();
    private boolean begun;

    private EditedTable(TableFile file, byte[] before, byte[] now) {
        this.file = file;
        this.before = before;
        this.now = now;
        file.parse(before).forEach(row -> missing.put(file.table().keyOf(row.row()), row));
    }

    /**
     * Compares a file.
     *
     * @param before what the store wrote
     * @param now what is there
     */
    static EditedTable compare(TableFile file, byte[] before, byte[] now) {
        EditedTable compared = new EditedTable(file, before, now);
        try {
            CsvText.read(file.name(), now, compared::line);
            compared.missing.keySet().forEach(key -> compared.refuse(0, gone(key)));
        } catch (DamagedFileException e) {
            compared.refusals.add(e);
        }
        return compared;
    }

    private static String gone(Key key) {
        return "the row " + key + " is gone, or its key was changed; a row cannot be deleted. Put it back";
    }

    /** The name of the file. */
    String name() {
        return file.name();
    }

    /** What the store wrote. */
    byte[] before() {
        return before;
    }

    /** What is there now. */
    byte[] now() {
        return now;
    }

    /** The edits in the order of their lines. */
    List<Adoptable> edits() {
        return edits;
    }

    /** What cannot be adopted, with its cell. */
    List<DamagedFileException> refusals() {
        return refusals;
    }

    private void refuse(long line, String reason) {
        refusals.add(new DamagedFileException(file.name(), line, reason));
    }

    private void line(CsvText.Line line) {
        List<String> cells = line.cells();
        if (!begun) {
            List<String> header = new ArrayList<>(cells);
            header.set(0, header.get(0).replace(CsvText.BOM, ""));
            if (!header.equals(file.header())) {
                throw new DamagedFileException(
                        file.name(), 1, "the header should be " + file.header() + ", but is " + header);
            }
            begun = true;
            return;
        }
        try {
            row(line);
        } catch (DamagedFileException e) {
            refusals.add(e);
        } catch (IllegalArgumentException e) {
            refuse(line.line(), String.valueOf(e.getMessage()));
        }
    }

    private void row(CsvText.Line line) {
        Key key = keyOf(line);
        Long earlier = lines.putIfAbsent(key, line.line());
        if (earlier != null) {
            refuse(line.line(), "the key " + key + " stands in line " + earlier + " already");
            return;
        }
        Written before = missing.remove(key);
        List<String> old = before == null ? Collections.nCopies(line.cells().size(), "") : file.cells(before);
        List<RowEdit.Cell> changed = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < file.table().columns().size(); i++) {
            Column<?> column = file.table().columns().get(i);
            String was = old.get(i);
            String is = line.cells().get(i);
            if (before != null && SpreadsheetCell.same(column.type(), was, is)) {
                values.add(before.row().values().get(i));
            } else {
                values.add(valueOf(line, column, was, is));
                if (!was.equals(is)) {
                    changed.add(new RowEdit.Cell(column.name(), was, is));
                }
            }
        }
        if (!changed.isEmpty()) {
            adopt(line, key, before, changed, Row.of(file.table(), values));
        }
    }

    private Key keyOf(CsvText.Line line) {
        List<Object> values = new ArrayList<>();
        for (Column<?> column : file.table().key()) {
            String cell = line.cells().get(file.table().columns().indexOf(column));
            Object value = valueOf(line, column, "", cell);
            if (value == null) {
                throw new IllegalArgumentException("column " + column.name() + ": the key must have a value");
            }
            values.add(value);
        }
        return new Key(values);
    }

    private @Nullable Object valueOf(CsvText.Line line, Column<?> column, String was, String is) {
        SpreadsheetCell.refuseIfMangled(column, was, is);
        return TableFile.value(file.name(), line.line(), column, is);
    }

    private void adopt(CsvText.Line line, Key key, @Nullable Written before, List<RowEdit.Cell> changed, Row row) {
        String revision = line.cells().get(line.cells().size() - 1);
        String counted = before == null ? "1" : Long.toString(before.revision());
        if (!revision.equals(counted) && !(before == null && revision.isEmpty())) {
            throw new IllegalArgumentException(
                    "column revision: '" + revision + "' should be '" + counted + "'; the store counts it");
        }
        // The record's own rules apply to what a person writes as to everything else.
        file.table().read(row);
        RowEdit edit = new RowEdit(file.name(), line.line(), key, before == null, changed);
        edits.add(new Adoptable(edit, Optional.ofNullable(before), row));
    }
}
