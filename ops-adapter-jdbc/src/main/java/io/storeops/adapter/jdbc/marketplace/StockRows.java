package io.storeops.adapter.jdbc.marketplace;

import io.storeops.listing.StockLevel;
import java.util.List;

/** Reads rows as what the ERP can sell. Immutable. */
final class StockRows implements StateRows.Reader<StockLevel> {
    private final Column sku;
    private final Column units;

    StockRows(Layout layout, Prepared prepared) {
        this.sku = prepared.get(layout.column(Role.SKU));
        this.units = prepared.get(layout.column(Role.UNITS));
    }

    @Override
    public void read(Row row, List<StockLevel> rows) throws Rejected {
        rows.add(new StockLevel(row.checkedId(sku), row.notBelow(0, units, row.count(units))));
    }

    @Override
    public List<Claim> claims(StockLevel level) {
        return List.of(new Claim("SKU " + level.skuId(), Long.toString(level.units())));
    }

    @Override
    public Column key() {
        return sku;
    }
}
