package io.storeops.report;

import static java.util.Objects.requireNonNull;

import io.storeops.document.Cell;
import io.storeops.document.DocumentJson;
import io.storeops.document.Line;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A value of a report with its name and the words that people read. Immutable.
 *
 * @param key the name under which programs know it, as in actual_minor
 * @param of which of several of that name it is, as the category of a count; empty if there is but one
 * @param label what people read
 * @param value the value
 */
public record ReportFigure(String key, Optional<String> of, Line label, Cell value) {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final String NAME = "key";
    private static final String MEMBER = "of";
    private static final String LABEL = "label";
    private static final String VALUE = "value";

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the key is not lower-case letters, digits and underscores
     */
    public ReportFigure {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "'" + key + "' is not the name of a figure (expected something like actual_minor)");
        }
        requireNonNull(of, "of");
        requireNonNull(label, "label");
        requireNonNull(value, "value");
    }

    /** Reads what {@link #toJson} writes. */
    static ReportFigure fromJson(JsonReader place) {
        return new ReportFigure(
                place.text(NAME),
                place.findMember(MEMBER).map(JsonReader::text),
                DocumentJson.readLine(place.member(LABEL)),
                DocumentJson.readCell(place.member(VALUE)));
    }

    /** The figure as a value to be kept. */
    Json toJson() {
        Map<String, Json> members = new TreeMap<>();
        members.put(NAME, Json.of(key));
        of.ifPresent(member -> members.put(MEMBER, Json.of(member)));
        members.put(LABEL, DocumentJson.line(label));
        members.put(VALUE, DocumentJson.cell(value));
        return Json.object(members);
    }
}
