package io.storeops.act;

import io.storeops.id.Sha256;
import io.storeops.json.Json;
import io.storeops.storage.RowJson;
import io.storeops.storage.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the trail tells of edits: the rows before and after, and their names in the result. Of a table of which an act edits very many
 * rows, as where a whole price book is collected, the rows beyond the first are told by how many they are and what their hash is: a line
 * has a size that every storage takes, and still binds what was written.
 */
final class Told {
    /** How many rows of one table are told whole. */
    static final int MOST_ROWS = 1_000;

    private final List<Json> before = new ArrayList<>();
    private final List<Json> after = new ArrayList<>();
    private final List<Json> edited = new ArrayList<>();
    private final Map<String, Rest> rests = new TreeMap<>();
    private final Map<String, Integer> rows = new HashMap<>();

    /** The rows of a table beyond those that are told whole: each hash is of the one before and the row. */
    private record Rest(long rows, Sha256 sha256) {
        Rest and(Json row) {
            return new Rest(rows + 1, Sha256.of(sha256.hex() + row.canonical()));
        }
    }

    private Told() {}

    static Told of(List<Edit<?>> edits) {
        Told told = new Told();
        edits.forEach(told::add);
        return told;
    }

    private <R> void add(Edit<R> edit) {
        if (edit instanceof Edit.Insert<R> insert) {
            add(insert.table(), List.of(), insert.row());
        } else if (edit instanceof Edit.Replace<R> replace) {
            add(replace.table(), List.of(replace.known().value()), replace.next());
        }
    }

    private <R> void add(Table<R> table, List<R> known, R next) {
        if (rows.merge(table.name(), 1, Integer::sum) > MOST_ROWS) {
            rests.compute(
                    table.name(),
                    (name, rest) -> (rest == null ? new Rest(0, Sha256.of("")) : rest).and(row(table, next)));
            return;
        }
        name(table, next);
        known.forEach(row -> before.add(row(table, row)));
        after.add(row(table, next));
    }

    private <R> void name(Table<R> table, R row) {
        edited.add(Json.object(Map.of("table", Json.of(table.name()), "key", key(table, row))));
    }

    private static <R> Json key(Table<R> table, R row) {
        List<Object> values = table.keyOf(table.write(row)).values();
        List<Json> texts = new ArrayList<>();
        for (int i = 1; i < values.size(); i++) {
            texts.add(Json.of(table.key().get(i).type().format(values.get(i))));
        }
        return Json.array(texts);
    }

    /** A row that can never change and holds nothing personal stays where it is: its hash says which it was. */
    private static <R> Json row(Table<R> table, R row) {
        Json whole = RowJson.write(table, row);
        boolean stays = table.appendOnly() && table.columns().stream().noneMatch(table::personal);
        return Json.object(
                stays
                        ? Map.of(
                                "table", Json.of(table.name()),
                                "key", key(table, row),
                                "sha256", Json.of(Sha256.of(whole.canonical()).hex()))
                        : Map.of("table", Json.of(table.name()), "row", whole));
    }

    boolean nothing() {
        return edited.isEmpty();
    }

    Json before() {
        return Json.array(before);
    }

    Json after() {
        return Json.array(after);
    }

    Json edited() {
        return Json.array(edited);
    }

    /** The tables of which more rows were edited than are told whole. */
    List<Json> rests() {
        return rests.entrySet().stream()
                .map(rest -> (Json) Json.object(Map.of(
                        "table", Json.of(rest.getKey()),
                        "rows", Json.of(rest.getValue().rows()),
                        "sha256", Json.of(rest.getValue().sha256().hex()))))
                .toList();
    }
}
