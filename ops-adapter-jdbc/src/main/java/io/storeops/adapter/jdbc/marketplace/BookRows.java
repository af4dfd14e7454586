package io.storeops.adapter.jdbc.marketplace;

import io.storeops.listing.BookPrice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows as approved prices. Immutable. */
final class BookRows implements StateRows.Reader<BookPrice> {
    private final Unit unit;
    private final Column sku;
    private final Column price;
    private final @Nullable Column effectiveFrom;
    private final @Nullable Column currency;

    BookRows(Layout layout, Prepared prepared) {
        this.unit = layout.unit();
        Map<Role, String> columns = layout.columns();
        this.sku = prepared.get(layout.column(Role.SKU));
        this.price = prepared.get(layout.column(Role.PRICE));
        this.effectiveFrom = prepared.find(columns.get(Role.EFFECTIVE_FROM));
        this.currency = prepared.find(columns.get(Role.CURRENCY));
    }

    @Override
    public void read(Row row, List<BookPrice> rows) throws Rejected {
        String id = row.checkedId(sku);
        row.requireCurrency(currency);
        rows.add(new BookPrice(
                id,
                row.notBelow(1, price, row.amount(price, unit)),
                effectiveFrom == null ? Optional.empty() : Optional.ofNullable(row.findInstant(effectiveFrom))));
    }

    @Override
    public List<Claim> claims(BookPrice book) {
        return List.of(new Claim(
                "SKU " + book.skuId()
                        + book.effectiveFrom().map(from -> " from " + from).orElse(""),
                Long.toString(book.priceMinor())));
    }

    @Override
    public Column key() {
        return sku;
    }
}
