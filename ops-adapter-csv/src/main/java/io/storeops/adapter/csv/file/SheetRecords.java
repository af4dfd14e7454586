package io.storeops.adapter.csv.file;

import io.storeops.spi.sheet.SheetCell;
import io.storeops.spi.sheet.SheetRow;
import io.storeops.spi.sheet.SheetRows;
import java.util.Optional;

/** The records of a sheet, whose cells have their types. */
final class SheetRecords implements RecordSource {
    private final SheetRows rows;
    private final RecordCopier copier;

    SheetRecords(SheetRows rows, RecordCopier copier) {
        this.rows = rows;
        this.copier = copier;
    }

    @Override
    public boolean next() {
        Optional<SheetRow> next = rows.next();
        next.ifPresent(this::copy);
        return next.isPresent();
    }

    /** A row is as wide as the header, whatever it holds. */
    private void copy(SheetRow given) {
        copier.handleBegin(given.number());
        int columns = Math.max(given.cells().size(), copier.everything() ? 0 : copier.width());
        for (int column = 0; column < columns; column++) {
            SheetCell cell = given.cell(column);
            char[] shown = CellText.of(cell).toCharArray();
            copier.handleField(column, shown, 0, shown.length, true);
            copier.type(column, isText(cell) ? null : cell);
        }
        copier.buildRecord();
    }

    private static boolean isText(SheetCell cell) {
        return cell instanceof SheetCell.Text || cell instanceof SheetCell.Blank;
    }

    @Override
    public boolean endsWithinALine() {
        return false;
    }

    @Override
    public void close() {
        rows.close();
    }
}
