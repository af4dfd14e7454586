package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.Records;
import io.storeops.adapter.csv.file.SourceFiles;
import io.storeops.adapter.csv.marketplace.HealthLayout.Indicator;
import io.storeops.adapter.csv.marketplace.Sheets.BookRole;
import io.storeops.adapter.csv.marketplace.Sheets.RivalRole;
import io.storeops.adapter.csv.marketplace.Sheets.StockRole;
import io.storeops.catalog.Store;
import io.storeops.competitor.ShownCompetitor;
import io.storeops.feed.Period;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrderLine;
import io.storeops.figures.Reading;
import io.storeops.health.HealthReading;
import io.storeops.listing.BookPrice;
import io.storeops.listing.ShownListing;
import io.storeops.listing.StockLevel;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes, for each kind of rows that a profile speaks of, what reads them from a file. Immutable. */
final class Openings {
    private final SourceFiles source;
    private final Profile profile;

    Openings(SourceFiles source, Profile profile) {
        this.source = source;
        this.profile = profile;
    }

    FileScan.Opening<OrderLine> orders(OrderLayout layout, Store store) {
        return new OrderFiles(profile, layout, store);
    }

    /**
     * Readings of a boundary.
     *
     * @param any whether those of every boundary and subject are wanted
     */
    FileScan.Opening<Reading> readings(ReadingLayout layout, MetricsRequest request, boolean any) {
        return (records, places, file) -> {
            Cells cells = Cells.of(records, profile, request.store());
            return conditioned(cells, places, new ReadingRows(cells, layout, places, request, any, file));
        };
    }

    FileScan.Opening<ShownListing> listings(ListingLayout layout, Store store) {
        return sheet(
                store,
                layout.sheet(),
                SheetRule.LISTINGS,
                (cells, places, asOf) -> new ListingRows(cells, layout, places, asOf));
    }

    FileScan.Opening<StockLevel> stock(Sheet<StockRole> layout, Store store) {
        return sheet(store, layout, SheetRule.STOCK, (cells, places, asOf) -> new StockRows(cells, layout, places));
    }

    FileScan.Opening<BookPrice> priceBook(Sheet<BookRole> layout, Store store) {
        return sheet(store, layout, SheetRule.PRICE_BOOK, (cells, places, asOf) -> new BookRows(cells, layout, places));
    }

    FileScan.Opening<ShownCompetitor> competitors(Sheet<RivalRole> layout, Store store) {
        return sheet(
                store,
                layout,
                SheetRule.COMPETITORS,
                (cells, places, asOf) -> new RivalRows(cells, layout, places, asOf));
    }

    FileScan.Opening<HealthReading> health(HealthLayout layout, Store store, Predicate<Indicator> asked) {
        if (!layout.added().isEmpty()) {
            return new AddedFiles(source, profile, store, layout, parts(layout, store, asked));
        }
        return sheet(
                store,
                layout.sheet(),
                SheetRule.HEALTH,
                (cells, places, asOf) -> new HealthRows(cells, layout, places, asOf, store, asked));
    }

    private SheetFiles<HealthPart> parts(HealthLayout layout, Store store, Predicate<Indicator> asked) {
        return sheet(
                store,
                layout.sheet(),
                HealthPart.RULE,
                (cells, places, asOf) -> new PartRows(
                        cells,
                        new HealthRows(cells, layout, places, asOf, store, asked),
                        layout.added().stream()
                                .map(name -> new Columns<>(layout.sheet().columns(), places).of(name))
                                .toList()));
    }

    private <T> SheetFiles<T> sheet(Store store, Sheet<?> sheet, SheetRule<T> rule, SheetFiles.Rows<T> rows) {
        return new SheetFiles<>(
                source,
                profile,
                store,
                sheet,
                rule,
                (cells, places, asOf) -> conditioned(cells, places, rows.of(cells, places, asOf)));
    }

    private <T> RowReader<T> conditioned(Cells cells, Map<String, Integer> places, RowReader<T> rows) {
        return profile.shape().conditions().isEmpty()
                ? rows
                : new ConditionedRows<>(new RowConditions(cells, profile, places), rows);
    }

    /** How files of orders are read. */
    private record OrderFiles(Profile profile, OrderLayout layout, Store store) implements FileScan.Opening<OrderLine> {
        @Override
        public RowReader<OrderLine> rows(Records records, Map<String, Integer> places, Path file) {
            Cells cells = Cells.of(records, profile, store);
            return new OrderRows(
                    cells,
                    layout,
                    places,
                    new RowConditions(cells, profile, places),
                    TellingColumns.of(places.keySet(), profile),
                    zone());
        }

        @Override
        public List<Period> states(Path file) {
            return layout.statement().names().stream()
                    .map(name -> name.of(file, zone()))
                    .flatMap(Optional::stream)
                    .limit(1)
                    .toList();
        }

        private ZoneId zone() {
            return profile.zone().orElse(store.zone());
        }
    }
}
