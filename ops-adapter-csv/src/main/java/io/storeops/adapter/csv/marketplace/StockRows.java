package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.marketplace.Cells.Column;
import io.storeops.adapter.csv.marketplace.Sheets.StockRole;
import io.storeops.listing.StockLevel;
import java.util.List;
import java.util.Map;

/** Reads records as what the ERP can sell. */
final class StockRows implements RowReader<StockLevel> {
    private final Cells cells;
    private final Column sku;
    private final Column units;

    StockRows(Cells cells, Sheet<StockRole> sheet, Map<String, Integer> places) {
        this.cells = cells;
        Columns<StockRole> columns = new Columns<>(sheet.columns(), places);
        this.sku = columns.get(StockRole.SKU);
        this.units = columns.get(StockRole.UNITS);
    }

    @Override
    public void read(List<StockLevel> rows) throws RowRefused {
        String id = cells.checkedId(sku);
        rows.add(new StockLevel(id, cells.notBelow(0, units, cells.count(units))));
    }
}
