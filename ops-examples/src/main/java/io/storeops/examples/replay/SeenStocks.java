package io.storeops.examples.replay;

import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ListingVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The marketplace's stock as it was last seen by the library, whenever somebody looked or wrote. Used by one thread. */
final class SeenStocks {
    private final Stage stage;
    private final TreeSet<Row> rows =
            new TreeSet<>(Comparator.comparing(Row::item).thenComparing(Row::at));

    private record Row(String item, Instant at, String stock) {}

    SeenStocks(Stage stage) {
        this.stage = stage;
    }

    /** Notes what is known of an item now, if anything was seen of it now. */
    void note(String item) {
        stage.source()
                .listings()
                .lastSeen(stage.store(), item, ListingField.STOCK)
                .filter(seen -> seen.asOf().equals(stage.now()))
                .flatMap(ListingVersion::value)
                .map(ListingValue::text)
                .ifPresent(stock -> rows.add(new Row(item, stage.now(), stock)));
    }

    List<ResultTable> tables() {
        return rows.isEmpty()
                ? List.of()
                : List.of(new TableLayout<Row>("stock.csv", stage.notation())
                        .key("item", Row::item)
                        .key("at", Row::at)
                        .column("platform_stock", Row::stock)
                        .table(List.copyOf(rows)));
    }
}
