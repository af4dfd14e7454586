package io.storeops.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.storeops.id.IdText;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A row of a store whose personal data go for good: all columns that its table declares personal. Immutable.
 *
 * @param table the table's name, as in evidence
 * @param key the rest of the row's key, without the store, each column in its text form
 */
public record Redaction(String table, List<String> key) {
    /** What a line of the trail that tells of redactions has as its act. */
    public static final String ACT = "REDACT";

    /** The right under which the host redacts, as it enrols. */
    public static final String RIGHT = "HOST";

    private static final String ROWS = "rows";

    /**
     * Copies the key.
     *
     * @throws IllegalArgumentException if it has no column
     */
    public Redaction {
        IdText.checked("table", table);
        key = ImmutableList.copyOf(key);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A row of " + table + " is named by its key, which is missing");
        }
    }

    /**
     * What a line of the trail tells of before and after. That it was done, by whom and when, stays.
     *
     * @param number the line's number
     * @return the redaction
     */
    public static Redaction ofAuditLine(long number) {
        return of(AuditEntry.TABLE.name(), Long.toString(number));
    }

    /**
     * An item of evidence: its reference, its bytes, and what the trail's line of its attaching tells of it.
     *
     * @param id the item's id
     * @return the redaction
     */
    public static Redaction ofEvidence(String id) {
        return of(Evidence.TABLE.name(), id);
    }

    /**
     * A row of any table that declares personal columns.
     *
     * @param table the table's name
     * @param key the rest of the row's key, without the store, each column in its text form
     * @return the redaction
     */
    public static Redaction of(String table, String... key) {
        return new Redaction(table, List.of(key));
    }

    /**
     * What the trail tells of redactions. The chain check believes that contents were redacted only by such a line.
     *
     * @param reason why
     * @param done the redactions with the columns that went
     * @return the members of the line's result
     */
    public static Map<String, Json> told(String reason, Map<Redaction, List<Column<?>>> done) {
        requireNonNull(reason, "reason");
        List<Json> rows = done.entrySet().stream()
                .map(row -> (Json) Json.object(Map.of(
                        "table",
                        Json.of(row.getKey().table()),
                        "key",
                        texts(row.getKey().key().stream()),
                        "columns",
                        texts(row.getValue().stream().map(Column::name)))))
                .toList();
        return Map.of("reason", Json.of(reason), ROWS, Json.array(rows));
    }

    private static Json texts(Stream<String> texts) {
        return Json.array(texts.map(Json::of).toList());
    }

    /** The lines of the trail of which a line says that their contents were redacted. */
    static Set<Long> linesIn(AuditRecord record) {
        if (!record.act().equals(ACT)
                || !record.right().equals(RIGHT)
                || record.outcome() != AuditRecord.Outcome.DONE
                || !(record.result() instanceof Json.Obj told)
                || !(told.members().get(ROWS) instanceof Json.Arr rows)) {
            return Set.of();
        }
        Set<Long> lines = new TreeSet<>();
        for (Json row : rows.elements()) {
            if (row instanceof Json.Obj named
                    && Json.of(AuditEntry.TABLE.name()).equals(named.members().get("table"))
                    && named.members().get("key") instanceof Json.Arr key
                    && key.elements().size() == 1
                    && key.elements().get(0) instanceof Json.Text number
                    && number.value().matches("[1-9][0-9]{0,17}")) {
                lines.add(Long.parseLong(number.value()));
            }
        }
        return ImmutableSortedSet.copyOf(lines);
    }

    @Override
    public String toString() {
        return table + " " + key;
    }
}
