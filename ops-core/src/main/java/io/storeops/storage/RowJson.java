package io.storeops.storage;

import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row as JSON and back: what the audit trail tells of a thing before and after, and what a first result is read from. */
public final class RowJson {
    private RowJson() {}

    /**
     * A record as JSON, without its store.
     *
     * @param <R> the record
     * @param table its table
     * @param subject the record
     * @return an object with a member for each column that has a value
     */
    public static <R> Json write(Table<R> table, R subject) {
        Row row = table.write(subject);
        TreeMap<String, Json> members = new TreeMap<>();
        for (int i = 1; i < table.columns().size(); i++) {
            Object value = row.values().get(i);
            if (value != null) {
                members.put(table.columns().get(i).name(), json(table.columns().get(i), value));
            }
        }
        return Json.object(members);
    }

    private static Json json(Column<?> column, Object value) {
        return switch (column.type()) {
            case JSON -> (Json) value;
            case LONG -> Json.of((Long) value);
            default -> Json.of(column.type().format(value));
        };
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param <R> the record
     * @param table its table
     * @param store its store
     * @param json the object
     * @return the record
     * @throws io.storeops.json.DocumentException if it is not such an object
     */
    public static <R> R read(Table<R> table, StoreId store, Json json) {
        JsonReader place = JsonReader.root(table.name() + " of store " + store, json);
        List<@Nullable Object> values = new ArrayList<>(List.of(store.value()));
        for (Column<?> column : table.columns().subList(1, table.columns().size())) {
            values.add(place.findMember(column.name())
                    .map(member -> value(column, member))
                    .orElse(null));
        }
        return table.read(Row.of(table, values));
    }

    private static Object value(Column<?> column, JsonReader member) {
        ColumnType type = column.type();
        return switch (type) {
            case JSON -> member.value();
            case LONG -> member.number();
            default -> member.as("is not of type " + type, type::parse);
        };
    }
}
