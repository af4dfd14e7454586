package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A value that a decision of the manager names for a field of a listing: it may be written although it is not the approved one (D10).
 * Immutable.
 *
 * @param store the store
 * @param subjectId the SKU of a price or stock, the item of anything else
 * @param from from when it may be written
 * @param until until when, that instant excluded
 * @param value the value
 * @param named who named it, when, under which rules (R1)
 */
public record NamedValue(
        StoreId store, String subjectId, Instant from, Instant until, ListingValue value, Stamp named) {
    private static final Column<Instant> FROM = Column.instant("effective_from", "from when it may be written");
    private static final Column<Instant> UNTIL = Column.instant("effective_until", "until when, excluded");
    private static final ColumnGroup<Stamp> NAMED =
            Stamp.columns(Column.instant("named_at", "when it was named"), Column.actor("named_by", "who named it"));

    /** The table of named values. */
    public static final Table<NamedValue> TABLE = Table.of("named_value", NamedValue::store)
            .column(ListingSubject.COLUMN, NamedValue::subjectId)
            .column(ListingField.COLUMN, each -> each.value().field())
            .column(FROM, NamedValue::from)
            .column(UNTIL, NamedValue::until)
            .column(ListingValue.TEXT, each -> each.value().text())
            .column(ListingValue.HASH, each -> each.value().sha256())
            .group(NAMED, NamedValue::named)
            .key(ListingSubject.COLUMN, ListingField.COLUMN, FROM)
            .reads(row -> new NamedValue(
                    row.store(),
                    row.get(ListingSubject.COLUMN),
                    row.get(FROM),
                    row.get(UNTIL),
                    new ListingValue(row.get(ListingField.COLUMN), row.get(ListingValue.TEXT)),
                    row.get(NAMED)));

    /**
     * Checks the period.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public NamedValue {
        requireNonNull(store, "store");
        requireNonNull(subjectId, "subjectId");
        requireNonNull(value, "value");
        requireNonNull(named, "named");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("A value is named for a time, not from " + from + " until " + until);
        }
    }

    /** Those that may be written now. */
    static Set<ListingValue> now(Context context, ListedField at) {
        return context.rows().all(Query.of(TABLE, context.store().id()).where(at.subject(), at.field())).stream()
                .filter(each ->
                        !each.from().isAfter(context.now()) && each.until().isAfter(context.now()))
                .map(NamedValue::value)
                .collect(Collectors.toSet());
    }

    /**
     * Names a value from now on.
     *
     * @param context who names it, where and when
     * @param at for which field of which listing
     * @param value the value
     * @param until until when it may be written, later than now
     * @return the edit
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Edit<NamedValue> naming(Context context, ListedField at, ListingValue value, Instant until) {
        NamedValue named =
                new NamedValue(context.store().id(), at.subject(), context.now(), until, value, context.stamp());
        return context.rows()
                .find(TABLE, TABLE.keyOf(context.store().id(), at.subject(), at.field(), context.now()))
                .map(known -> Edit.replace(TABLE, known, named))
                .orElseGet(() -> Edit.insert(TABLE, named));
    }
}
