package io.storeops.source;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.inspection.InformationRule;
import io.storeops.storage.Column;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;

/**
 * A row of a source that speaks of an item or a SKU which the catalogue does not have (D88). It is kept and shown, and nothing else is
 * made of it. Immutable.
 *
 * @param store the store
 * @param source which source gave it
 * @param look the number of the look at the source
 * @param number 1 for the first such row of the look, one more for each
 * @param itemId the item that it names; empty if it names none
 * @param skuId the SKU that it names; empty if it names none
 * @param says what it says, in words for a person
 */
public record StrayRow(
        StoreId store,
        Source source,
        long look,
        long number,
        Optional<String> itemId,
        Optional<String> skuId,
        String says) {
    private static final Column<Long> NUMBER = Column.number("number", "1 for the first such row of the look");
    private static final Column<String> ITEM = Column.text("item_id", "the item that it names; absent if none");
    private static final Column<String> SKU = Column.text("sku_id", "the SKU that it names; absent if none");
    private static final Column<String> SAYS = Column.text("says", "what it says, in words");

    /** The table of such rows, append-only. */
    public static final Table<StrayRow> TABLE = Table.of("stray_row", StrayRow::store)
            .column(Source.COLUMN, StrayRow::source)
            .column(SourceLook.NUMBER, StrayRow::look)
            .column(NUMBER, StrayRow::number)
            .optional(ITEM, StrayRow::itemId)
            .optional(SKU, StrayRow::skuId)
            .column(SAYS, StrayRow::says)
            .key(Source.COLUMN, SourceLook.NUMBER, NUMBER)
            .appendOnly()
            .reads(row -> new StrayRow(
                    row.store(),
                    row.get(Source.COLUMN),
                    row.get(SourceLook.NUMBER),
                    row.get(NUMBER),
                    row.find(ITEM),
                    row.find(SKU),
                    row.get(SAYS)));

    /** Checks for null. */
    public StrayRow {
        requireNonNull(store, "store");
        requireNonNull(source, "source");
        requireNonNull(itemId, "itemId");
        requireNonNull(skuId, "skuId");
        requireNonNull(says, "says");
    }

    /**
     * Those of a look.
     *
     * @param rows the store's rows
     * @param source which source
     * @param look the number of the look
     * @return the rows in the order in which the source gave them
     */
    public static List<StrayRow> of(StoreView rows, Source source, long look) {
        return rows.all(Query.of(TABLE, rows.store()).where(source, look));
    }

    /**
     * The row as the rule INFORMATION takes it.
     *
     * @return the SKU that it names, or else the item
     */
    public InformationRule.Listed listed() {
        return new InformationRule.Listed(skuId.or(() -> itemId));
    }
}
