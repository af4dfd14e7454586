package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.AmountUnit;
import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.marketplace.Cells.Column;
import io.storeops.adapter.csv.marketplace.Sheets.RivalRole;
import io.storeops.competitor.ShownCompetitor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads records as rivals' items. Together they speak of the latest instant of any. */
final class RivalRows implements RowReader<ShownCompetitor> {
    private final Cells cells;
    private final AmountUnit unit;
    private final Optional<Instant> file;
    private final Column item;
    private final @Nullable Column observedAt;
    private final @Nullable Column title;
    private final @Nullable Column price;
    private final @Nullable Column sales;
    private final @Nullable Column comments;
    private final @Nullable Column currency;
    private @Nullable Instant latest;

    RivalRows(Cells cells, Sheet<RivalRole> sheet, Map<String, Integer> places, Optional<Instant> file) {
        this.cells = cells;
        this.unit = sheet.unit();
        this.file = file;
        Columns<RivalRole> columns = new Columns<>(sheet.columns(), places);
        this.item = columns.get(RivalRole.ITEM);
        this.observedAt = columns.find(RivalRole.OBSERVED_AT);
        this.title = columns.find(RivalRole.TITLE);
        this.price = columns.find(RivalRole.PRICE);
        this.sales = columns.find(RivalRole.SALES);
        this.comments = columns.find(RivalRole.COMMENTS);
        this.currency = columns.find(RivalRole.CURRENCY);
    }

    @Override
    public void read(List<ShownCompetitor> rows) throws RowRefused {
        String id = cells.checkedId(item);
        cells.requireCurrency(currency);
        Instant at = at();
        rows.add(new ShownCompetitor(
                id,
                at,
                title == null || cells.missing(title) ? Optional.empty() : Optional.of(cells.text(title)),
                price == null || cells.missing(price)
                        ? OptionalLong.empty()
                        : OptionalLong.of(cells.notBelow(0, price, cells.amount(price, unit))),
                counter(sales),
                counter(comments)));
        latest = latest == null || at.isAfter(latest) ? at : latest;
    }

    private Instant at() throws RowRefused {
        if (observedAt != null) {
            return cells.moment(observedAt);
        }
        return file.orElseThrow(() -> new RowRefused(
                Optional.empty(),
                "nobody knows when the item was looked at; name a column observedAt, or say under competitors.asOf how the"
                        + " file tells it"));
    }

    private OptionalLong counter(@Nullable Column column) throws RowRefused {
        return column == null || cells.missing(column)
                ? OptionalLong.empty()
                : OptionalLong.of(cells.notBelow(0, column, cells.count(column)));
    }

    @Override
    public Optional<Instant> asOf() {
        return Optional.ofNullable(latest);
    }
}
