package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.AmountUnit;
import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.marketplace.Cells.Column;
import io.storeops.adapter.csv.marketplace.Sheets.BookRole;
import io.storeops.listing.BookPrice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads records as approved prices. */
final class BookRows implements RowReader<BookPrice> {
    private final Cells cells;
    private final AmountUnit unit;
    private final Column sku;
    private final Column price;
    private final @Nullable Column effectiveFrom;
    private final @Nullable Column currency;

    BookRows(Cells cells, Sheet<BookRole> sheet, Map<String, Integer> places) {
        this.cells = cells;
        this.unit = sheet.unit();
        Columns<BookRole> columns = new Columns<>(sheet.columns(), places);
        this.sku = columns.get(BookRole.SKU);
        this.price = columns.get(BookRole.PRICE);
        this.effectiveFrom = columns.find(BookRole.EFFECTIVE_FROM);
        this.currency = columns.find(BookRole.CURRENCY);
    }

    @Override
    public void read(List<BookPrice> rows) throws RowRefused {
        String id = cells.checkedId(sku);
        cells.requireCurrency(currency);
        rows.add(new BookPrice(
                id,
                cells.notBelow(1, price, cells.amount(price, unit)),
                effectiveFrom == null || cells.missing(effectiveFrom)
                        ? Optional.empty()
                        : Optional.of(cells.moment(effectiveFrom))));
    }
}
