package io.storeops.adapter.excel.reader;

import io.storeops.spi.sheet.SheetCell;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** Cells as tests expect them. */
final class SheetCells {
    static final SheetCell BLANK = new SheetCell.Blank();

    private SheetCells() {}

    static SheetCell text(String text) {
        return new SheetCell.Text(text);
    }

    static SheetCell number(String value) {
        return new SheetCell.Numeric(new BigDecimal(value));
    }

    static SheetCell moment(String value) {
        return new SheetCell.Moment(LocalDateTime.parse(value));
    }
}
