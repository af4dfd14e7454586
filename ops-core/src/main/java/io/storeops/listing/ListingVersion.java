package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.inspection.StockRule;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a field of a listing, version by version: each look at it is one, and so is each answer to a write after which
 * nobody could look. Immutable.
 *
 * @param store the store
 * @param subjectId the SKU of a price or stock, the item of anything else
 * @param field what of the listing
 * @param version 1 for the first look, one more for each
 * @param text what was shown; empty if nobody could look, or the marketplace does not count the stock
 * @param tracked false if the marketplace does not count the stock, and so sells without end; true of every other field
 * @param asOf of which instant that is; where a source does not say, when it was looked at
 * @param look the number of the look at the source of listings that gave it; empty if the editor or a person looked
 * @param seen who looked, when, under which rules (R1)
 */
public record ListingVersion(
        StoreId store,
        String subjectId,
        ListingField field,
        long version,
        Optional<String> text,
        boolean tracked,
        Instant asOf,
        Optional<Long> look,
        Stamp seen) {
    private static final Column<Long> VERSION = Column.number("version", "1 for the first look, one more for each");
    private static final Column<Boolean> TRACKED =
            Column.flag("tracked", "false if the marketplace does not count the stock");
    private static final Column<Long> LOOK =
            Column.number("look", "the look at the source that gave it; absent if the editor or a person looked");
    private static final Column<Instant> AS_OF = Column.instant("as_of", "of which instant the value is");
    private static final ColumnGroup<Stamp> SEEN =
            Stamp.columns(Column.instant("seen_at", "when it was written down"), Column.actor("seen_by", "who looked"));

    /** The table of versions. */
    public static final Table<ListingVersion> TABLE = Table.of("listing_version", ListingVersion::store)
            .column(ListingSubject.COLUMN, ListingVersion::subjectId)
            .column(ListingField.COLUMN, ListingVersion::field)
            .column(VERSION, ListingVersion::version)
            .optional(ListingValue.TEXT, ListingVersion::text)
            .optional(ListingValue.HASH, seen -> seen.value().map(ListingValue::sha256))
            .column(TRACKED, ListingVersion::tracked)
            .column(AS_OF, ListingVersion::asOf)
            .optional(LOOK, ListingVersion::look)
            .group(SEEN, ListingVersion::seen)
            .key(ListingSubject.COLUMN, ListingField.COLUMN, VERSION)
            .appendOnly()
            .reads(ListingVersion::read);

    /**
     * Checks what is not counted.
     *
     * @throws IllegalArgumentException if a value is said not to be counted that is no stock, or is a number all the same
     */
    public ListingVersion {
        requireNonNull(store, "store");
        requireNonNull(subjectId, "subjectId");
        requireNonNull(field, "field");
        requireNonNull(text, "text");
        requireNonNull(asOf, "asOf");
        requireNonNull(look, "look");
        requireNonNull(seen, "seen");
        if (!tracked && (field != ListingField.STOCK || text.isPresent())) {
            throw new IllegalArgumentException("What is not counted is a stock without a number, not " + field + " "
                    + text.orElse("without a value"));
        }
    }

    private static ListingVersion read(Row row) {
        return new ListingVersion(
                row.store(),
                row.get(ListingSubject.COLUMN),
                row.get(ListingField.COLUMN),
                row.get(VERSION),
                row.find(ListingValue.TEXT),
                row.get(TRACKED),
                row.get(AS_OF),
                row.find(LOOK),
                row.get(SEEN));
    }

    /**
     * What was shown.
     *
     * @return the value; empty if nobody could look, or the marketplace does not count the stock
     */
    public Optional<ListingValue> value() {
        return text.map(shown -> new ListingValue(field, shown));
    }

    /** Whether somebody could look, be it that they saw a stock which is not counted. */
    boolean somethingSeen() {
        return text.isPresent() || !tracked;
    }

    /**
     * The stock as the rule STOCK takes it.
     *
     * @param erp the units that the ERP can sell; empty if it does not know the SKU
     * @param unsynced the paid units that the ERP does not know yet, 0 or more
     * @return the stock in its first observation; one that the marketplace does not count is no number
     * @throws IllegalStateException if it is another field
     */
    public StockRule.Stock stock(OptionalLong erp, long unsynced) {
        if (field != ListingField.STOCK) {
            throw new IllegalStateException(field + " of " + subjectId + " is no stock");
        }
        return tracked
                ? new StockRule.Stock(
                        true,
                        text.map(units -> OptionalLong.of(Long.parseLong(units)))
                                .orElseGet(OptionalLong::empty),
                        erp,
                        unsynced,
                        Optional.empty())
                : StockRule.Stock.untracked();
    }

    /**
     * What is known last of a field of a SKU or an item.
     *
     * @param context the store and its rows
     * @param subject the SKU's id for a field of a SKU, else the item's
     * @param field what of the listing
     * @return the last version; empty if nobody ever looked
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Optional<ListingVersion> last(Context context, String subject, ListingField field) {
        return context.rows().last(Query.of(TABLE, context.store().id()).where(subject, field));
    }

    /** The last version of a field. */
    static Optional<ListingVersion> last(Context context, ListedField at) {
        return context.rows().last(Query.of(TABLE, context.store().id()).where(at.subject(), at.field()));
    }

    /** The number of the last version of a field; 0 if nothing is known of it. */
    static long lastNumber(Context context, ListedField at) {
        return last(context, at).map(ListingVersion::version).orElse(0L);
    }

    /** The next version: what is shown, or that nobody could look. */
    static ListingVersion next(Context context, ListedField at, Optional<ListingEditor.Shown> shown) {
        return new ListingVersion(
                context.store().id(),
                at.subject(),
                at.field(),
                lastNumber(context, at) + 1,
                shown.map(seen -> seen.value().text()),
                true,
                shown.map(ListingEditor.Shown::asOf).orElse(context.now()),
                Optional.empty(),
                context.stamp());
    }
}
