package io.storeops.act;

import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Key;
import io.storeops.storage.RowJson;
import io.storeops.storage.StoreView;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an act wrote: the rows as it left them and what it told beside them. After the commit they are those in hand; at a
 * repetition of the command they come from the audit trail, so that the first result is given again whatever has happened since
 * (R10). Of what was redacted since, the row as it stands is given instead. Used by one thread.
 */
public final class Written {
    private final StoreView rows;
    private final JsonReader result;
    private final List<Edit<?>> edits;
    private final Optional<Json> after;

    private Written(StoreView rows, Json result, List<Edit<?>> edits, Optional<Json> after) {
        this.rows = rows;
        this.result = JsonReader.root("result", result);
        this.edits = edits;
        this.after = after;
    }

    static Written now(StoreView rows, Json result, List<Edit<?>> edits) {
        return new Written(rows, result, edits, Optional.empty());
    }

    static Written then(StoreView rows, AuditEntry line) {
        return new Written(
                rows, line.record().result(), List.of(), line.contents().map(AuditEntry.Contents::after));
    }

    /**
     * What the act told beside the rows.
     *
     * @return the result as a document
     */
    public JsonReader told() {
        return result;
    }

    /**
     * Whether the act was done now: what is still to be done outside of the commit is done by whoever committed it, and by nobody who
     * repeats the command.
     *
     * @return false at a repetition
     */
    public boolean first() {
        return !edits.isEmpty();
    }

    /**
     * The row that the act left in a table, the first if there are several.
     *
     * @param <R> the record
     * @param table the table
     * @return the row
     * @throws IllegalStateException if the act wrote no row of the table, or it is gone
     */
    public <R> R get(Table<R> table) {
        return all(table).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The act wrote no row of " + table.name() + "; it wrote "
                        + result.value().canonical()));
    }

    /**
     * All rows that the act left in a table, but for those that it appended.
     *
     * @param <R> the record
     * @param table the table
     * @return the rows in the order in which they were written; none if the act wrote none
     */
    public <R> List<R> all(Table<R> table) {
        List<R> found = inHand(table);
        if (found.isEmpty()) {
            found = told(table);
        }
        return found.isEmpty() ? standing(table) : found;
    }

    @SuppressWarnings("unchecked") // an edit's row is of its table's record
    private <R> List<R> inHand(Table<R> table) {
        List<R> found = new ArrayList<>();
        for (Edit<?> edit : edits) {
            if (edit.table() == table) {
                if (edit instanceof Edit.Insert<?> insert) {
                    found.add((R) insert.row());
                }
                if (edit instanceof Edit.Replace<?> replace) {
                    found.add((R) replace.next());
                }
            }
        }
        return found;
    }

    /**
     * The rows that the act appended to a table, which the trail does not repeat.
     *
     * @param <R> the record
     * @param table the table
     * @return the rows in order; none at a repetition
     */
    @SuppressWarnings("unchecked") // an edit's rows are of its table's record
    public <R> List<R> appended(Table<R> table) {
        List<R> appended = new ArrayList<>();
        for (Edit<?> edit : edits) {
            if (edit instanceof Edit.Append<?> append && edit.table() == table) {
                appended.addAll((List<R>) append.rows());
            }
        }
        return appended;
    }

    private <R> List<R> told(Table<R> table) {
        return after.stream()
                .flatMap(array -> JsonReader.root("after", array).elements().stream())
                .filter(row -> row.text("table").equals(table.name()))
                .flatMap(row -> row.findMember("row").stream())
                .map(row -> RowJson.read(table, rows.store(), row.value()))
                .toList();
    }

    private <R> List<R> standing(Table<R> table) {
        return result.findMember(AuditRecord.EDITED).stream()
                .flatMap(edited -> edited.elements().stream())
                .filter(row -> row.text("table").equals(table.name()))
                .flatMap(row -> rows.find(table, key(table, row.elements("key"))).stream())
                .map(Versioned::value)
                .toList();
    }

    private Key key(Table<?> table, List<JsonReader> texts) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            JsonReader text = texts.get(i);
            values.add(table.key().get(i + 1).type().parse(text.text()));
        }
        return Key.of(rows.store(), values.toArray());
    }
}
