package io.storeops.examples.replay;

import io.storeops.json.Json;
import io.storeops.spi.JsonCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON document as a table, a row a value, so that it is compared like the others: where the value stands, and what it is. */
final class JsonTable {
    static final String PATH = "path";
    static final String ENDING = ".json";
    private static final String VALUE = "value";
    private static final List<String> COLUMNS = List.of(PATH, VALUE);

    private JsonTable() {}

    static CsvTable read(Path path) {
        return of(String.valueOf(path.getFileName()), JsonCodec.read(path));
    }

    static CsvTable of(String file, Json document) {
        List<List<String>> rows = new ArrayList<>();
        flatten("", document, rows);
        return CsvTable.of(file, COLUMNS, rows);
    }

    private static void flatten(String path, Json value, List<List<String>> rows) {
        if (value instanceof Json.Obj object && !object.members().isEmpty()) {
            object.members().forEach((name, member) -> flatten(path + "/" + name, member, rows));
        } else if (value instanceof Json.Arr array && !array.elements().isEmpty()) {
            for (int at = 0; at < array.elements().size(); at++) {
                flatten(path + "/" + at, array.elements().get(at), rows);
            }
        } else {
            rows.add(List.of(path, value.canonical()));
        }
    }

    /** The document that a table was made of, or some rows of it. */
    static Json document(CsvTable table) {
        Map<String, Object> root = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            Map<String, Object> place = root;
            String[] names = row.text(PATH).substring(1).split("/", -1);
            for (int at = 0; at < names.length - 1; at++) {
                place = child(place, names[at]);
            }
            place.put(names[names.length - 1], JsonCodec.parse(table.file(), row.text(VALUE)));
        }
        return json(root);
    }

    @SuppressWarnings("unchecked") // what is no value is a map that was put there here
    private static Map<String, Object> child(Map<String, Object> place, String name) {
        return (Map<String, Object>) place.computeIfAbsent(name, key -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked") // as above
    private static Json json(Object value) {
        if (value instanceof Json known) {
            return known;
        }
        Map<String, Object> members = (Map<String, Object>) value;
        if (!members.isEmpty() && members.keySet().stream().allMatch(name -> name.matches("[0-9]+"))) {
            return Json.array(members.values().stream().map(JsonTable::json).toList());
        }
        Map<String, Json> all = new LinkedHashMap<>();
        members.forEach((name, member) -> all.put(name, json(member)));
        return Json.object(all);
    }
}
