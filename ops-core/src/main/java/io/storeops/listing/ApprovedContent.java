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
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The page, images, title or attributes that an item is to show from an instant on (D9), by text and by hash. Immutable.
 *
 * @param store the store
 * @param itemId the item
 * @param from from when
 * @param value what is to be shown
 * @param set who approved it, when, under which rules (R1)
 */
public record ApprovedContent(StoreId store, String itemId, Instant from, ListingValue value, Stamp set) {
    private static final Column<Instant> FROM = Column.instant("effective_from", "from when it is approved");
    private static final ColumnGroup<Stamp> SET =
            Stamp.columns(Column.instant("set_at", "when it was approved"), Column.actor("set_by", "who approved it"));

    /** The table of approved content. */
    public static final Table<ApprovedContent> TABLE = Table.of("approved_content", ApprovedContent::store)
            .column(ListingSubject.COLUMN, ApprovedContent::itemId)
            .column(ListingField.COLUMN, content -> content.value().field())
            .column(FROM, ApprovedContent::from)
            .column(ListingValue.TEXT, content -> content.value().text())
            .column(ListingValue.HASH, content -> content.value().sha256())
            .group(SET, ApprovedContent::set)
            .key(ListingSubject.COLUMN, ListingField.COLUMN, FROM)
            .reads(row -> new ApprovedContent(
                    row.store(),
                    row.get(ListingSubject.COLUMN),
                    row.get(FROM),
                    new ListingValue(row.get(ListingField.COLUMN), row.get(ListingValue.TEXT)),
                    row.get(SET)));

    /**
     * Checks the field.
     *
     * @throws IllegalArgumentException if it is a price or a stock
     */
    public ApprovedContent {
        requireNonNull(store, "store");
        requireNonNull(itemId, "itemId");
        requireNonNull(from, "from");
        requireNonNull(set, "set");
        requireContent(value);
    }

    static void requireContent(ListingValue value) {
        if (!value.field().content()) {
            throw new IllegalArgumentException(
                    value.field() + " is no content: a price is approved by the price book," + " a stock is the ERP's");
        }
    }

    /**
     * What is approved now of a field.
     *
     * @param context the store, its rows and the instant
     * @param at which field of which listing, no price and no stock
     * @return the content; empty if nobody knows what is approved (D9)
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Optional<ApprovedContent> last(Context context, ListedField at) {
        return context.rows()
                .last(Query.of(TABLE, context.store().id())
                        .where(at.subject(), at.field())
                        .to(context.now().plus(1, ChronoUnit.MICROS)));
    }

    /**
     * Approves content from now on, in the place of what was approved before.
     *
     * @param context who approves it, where and when
     * @param itemId the item
     * @param value what is to be shown
     * @return the edit
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Edit<ApprovedContent> approving(Context context, String itemId, ListingValue value) {
        return approving(context, itemId, value, context.now());
    }

    static Edit<ApprovedContent> approving(Context context, String itemId, ListingValue value, Instant from) {
        ApprovedContent content = new ApprovedContent(context.store().id(), itemId, from, value, context.stamp());
        return context.rows()
                .find(TABLE, TABLE.keyOf(context.store().id(), itemId, value.field(), from))
                .map(known -> Edit.replace(TABLE, known, content))
                .orElseGet(() -> Edit.insert(TABLE, content));
    }
}
