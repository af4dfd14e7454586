package io.storeops.adapter.jdbc.marketplace;

import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ShownListing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows as what listings show: of an item, or of a SKU with its item's values beside it. Immutable.
 */
final class ListingRows implements StateRows.Reader<ShownListing> {
    private static final Map<Role, ListingField> CONTENT = Map.of(
            Role.TITLE, ListingField.TITLE,
            Role.PAGE, ListingField.PAGE,
            Role.PAGE_PC, ListingField.PAGE_PC,
            Role.PAGE_WIRELESS, ListingField.PAGE_WIRELESS,
            Role.IMAGES, ListingField.IMAGE);

    private final Unit unit;
    private final Column item;
    private final @Nullable Column sku;
    private final @Nullable Column price;
    private final @Nullable Column stock;
    private final @Nullable Column currency;
    private final Map<ListingField, Column> content = new EnumMap<>(ListingField.class);

    ListingRows(Layout layout, Prepared prepared) {
        this.unit = layout.unit();
        Map<Role, String> columns = layout.columns();
        this.item = prepared.get(layout.column(Role.ITEM));
        this.sku = prepared.find(columns.get(Role.SKU));
        this.price = prepared.find(columns.get(Role.PRICE));
        this.stock = prepared.find(columns.get(Role.STOCK));
        this.currency = prepared.find(columns.get(Role.CURRENCY));
        CONTENT.forEach((role, field) -> {
            Column column = prepared.find(columns.get(role));
            if (column != null) {
                content.put(field, column);
            }
        });
    }

    @Override
    public void read(Row row, List<ShownListing> rows) throws Rejected {
        String itemId = row.checkedId(item);
        Optional<String> skuId =
                sku == null || row.findId(sku) == null ? Optional.empty() : Optional.of(row.checkedId(sku));
        row.requireCurrency(currency);
        List<ListingValue> values = new ArrayList<>();
        if (price != null && !row.missing(price)) {
            values.add(ListingValue.price(row.notBelow(1, price, row.amount(price, unit))));
        }
        if (stock != null && !row.missing(stock)) {
            values.add(ListingValue.stock(row.notBelow(0, stock, row.count(stock))));
        }
        for (Map.Entry<ListingField, Column> field : content.entrySet()) {
            String text = row.findText(field.getValue());
            if (text != null) {
                values.add(value(field.getKey(), field.getValue(), text));
            }
        }
        if (values.isEmpty()) {
            throw new Rejected(Optional.empty(), "the row shows nothing; leave it out of the SELECT");
        }
        rows.add(new ShownListing(itemId, skuId, values, true));
    }

    private static ListingValue value(ListingField field, Column column, String text) throws Rejected {
        try {
            return new ListingValue(field, text);
        } catch (IllegalArgumentException e) {
            throw Rejected.of(
                    column,
                    text,
                    "is no " + field + " (expected "
                            + (field == ListingField.IMAGE
                                    ? "the SHA-256 of each image, 64 hexadecimal digits, with a space between two)"
                                    : "a text that is not blank)"));
        }
    }

    /** A SKU is one of one item, and whoever has a field shows one value of it, in whatever rows. */
    @Override
    public List<Claim> claims(ShownListing shown) {
        List<Claim> claims = new ArrayList<>();
        shown.skuId().ifPresent(id -> claims.add(new Claim("SKU " + id, "of item " + shown.itemId())));
        for (ListingValue value : shown.values()) {
            String whom = "item " + shown.itemId()
                    + (value.field().ofSku()
                            ? shown.skuId().map(id -> " SKU " + id).orElse("")
                            : "");
            claims.add(new Claim(whom + " " + value.field(), value.text()));
        }
        return claims;
    }

    @Override
    public Column key() {
        return sku == null ? item : sku;
    }
}
