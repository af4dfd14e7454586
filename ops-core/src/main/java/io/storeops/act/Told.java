package io.storeops.act;

import io.storeops.id.Sha256;
import io.storeops.json.Json;
import io.storeops.storage.RowJson;
import io.storeops.storage.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the trail tells of edits: the rows before and after, and their names in the result. */
final class Told {
    private final List<Json> before = new ArrayList<>();
    private final List<Json> after = new ArrayList<>();
    private final List<Json> edited = new ArrayList<>();

    private Told() {}

    static Told of(List<Edit<?>> edits) {
        Told told = new Told();
        edits.forEach(told::add);
        return told;
    }

    private <R> void add(Edit<R> edit) {
        if (edit instanceof Edit.Insert<R> insert) {
            name(insert.table(), insert.row());
            after.add(row(insert.table(), insert.row()));
        } else if (edit instanceof Edit.Replace<R> replace) {
            name(replace.table(), replace.next());
            before.add(row(replace.table(), replace.known().value()));
            after.add(row(replace.table(), replace.next()));
        }
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
}
