package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.marketplace.Cells.Column;
import io.storeops.health.HealthReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads records as parts of amounts. Not thread-safe. */
final class PartRows implements RowReader<HealthPart> {
    private final Cells cells;
    private final HealthRows rows;
    private final List<Column> parts;

    PartRows(Cells cells, HealthRows rows, List<Column> parts) {
        this.cells = cells;
        this.rows = rows;
        this.parts = parts;
    }

    @Override
    public void read(List<HealthPart> into) throws RowRefused {
        List<HealthReading> read = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (Column column : parts) {
            part.append(part.isEmpty() ? "" : "\n").append(cells.id(column));
        }
        rows.read(read);
        for (HealthReading reading : read) {
            into.add(new HealthPart(reading, part.toString()));
        }
    }

    @Override
    public Optional<Instant> asOf() {
        return rows.asOf();
    }
}
