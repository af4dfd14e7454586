package io.storeops.adapter.excel.reader;

import io.storeops.spi.sheet.SheetCell;
import io.storeops.spi.sheet.SheetRow;
import io.storeops.spi.sheet.SheetRows;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.ss.usermodel.FormulaError;

/** The rows of a sheet of an .xls workbook, each handed out once a cell of a later one, or the end, was read. Not thread-safe. */
final class XlsRows implements SheetRows {
    private static final SheetCell BLANK = new SheetCell.Blank();
    private static final int MOST_COLUMNS = 256;
    private static final int SHEET_OF_CELLS = 0x10;
    private static final int BYTES_OF_A_SHORT_NUMBER = 6;

    private final BookFaults faults;
    private final String sheet;
    private final XlsRecords records;
    private final SharedTexts texts;
    private final CellFormats formats;
    private final boolean from1904;
    private final SheetCell[] cells = new SheetCell[MOST_COLUMNS];

    private int row = -1;
    private int column = -1;
    private int width;
    private boolean resultFollows;
    private boolean ended;

    XlsRows(
            BookFaults faults,
            String sheet,
            XlsRecords records,
            SharedTexts texts,
            CellFormats formats,
            boolean from1904)
            throws IOException {
        this.faults = faults;
        this.sheet = sheet;
        this.records = records;
        this.texts = texts;
        this.formats = formats;
        this.from1904 = from1904;
        Arrays.fill(cells, BLANK);
        if (records.beginning() != SHEET_OF_CELLS) {
            throw new IOException("what begins where the file says is not a sheet of cells");
        }
    }

    private String place() {
        String within = row < 0 ? "" : column < 0 ? " row " + (row + 1) : " cell " + new CellName(column, row + 1);
        return "sheet '" + sheet + "'" + within;
    }

    @Override
    public Optional<SheetRow> next() {
        return faults.guarded(this::place, () -> {
            Optional<SheetRow> done = Optional.empty();
            while (!ended && done.isEmpty()) {
                done = read(records.next());
            }
            return done;
        });
    }

    /** Reads a record; the row that was done before it, if one was. */
    private Optional<SheetRow> read(int kind) throws IOException {
        return switch (kind) {
            case XlsRecords.NUMBER,
                    XlsRecords.SHORT_NUMBER,
                    XlsRecords.NUMBERS,
                    XlsRecords.TEXT,
                    XlsRecords.RICH_TEXT,
                    XlsRecords.SHARED_TEXT,
                    XlsRecords.FLAG_OR_FAULT,
                    XlsRecords.FORMULA -> {
                Optional<SheetRow> done = moveTo(records.unsigned());
                readCells(kind, records.unsigned());
                yield done;
            }
            case XlsRecords.RESULT -> {
                readResult();
                yield Optional.empty();
            }
            case XlsRecords.BEGINNING -> {
                skipInner();
                yield Optional.empty();
            }
            case XlsRecords.END -> {
                requireResult();
                ended = true;
                yield done();
            }
            default -> Optional.empty();
        };
    }

    private Optional<SheetRow> moveTo(int next) throws IOException {
        requireResult();
        if (next == row) {
            return Optional.empty();
        }
        if (next < row) {
            throw new IOException("row " + (next + 1) + " follows it. Open the file in a spreadsheet and save it");
        }
        Optional<SheetRow> done = done();
        row = next;
        column = -1;
        return done;
    }

    private Optional<SheetRow> done() {
        if (width == 0) {
            return Optional.empty();
        }
        SheetRow done = new SheetRow(row + 1, Arrays.asList(cells).subList(0, width));
        Arrays.fill(cells, 0, width, BLANK);
        width = 0;
        return Optional.of(done);
    }

    private void readCells(int kind, int first) throws IOException {
        if (kind == XlsRecords.NUMBERS) {
            // Behind them stands the last column once more.
            for (int next = first; records.remaining() >= BYTES_OF_A_SHORT_NUMBER; next++) {
                goTo(next);
                put(number(records.unsigned(), RKUtil.decodeNumber(records.whole())));
            }
            return;
        }
        goTo(first);
        int style = records.unsigned();
        switch (kind) {
            case XlsRecords.NUMBER -> put(number(style, Double.longBitsToDouble(records.bits())));
            case XlsRecords.SHORT_NUMBER -> put(number(style, RKUtil.decodeNumber(records.whole())));
            case XlsRecords.SHARED_TEXT -> put(new SheetCell.Text(texts.get(records.whole())));
            case XlsRecords.FLAG_OR_FAULT -> {
                int value = records.octet();
                put(records.octet() == 0 ? flag(value) : fault(value));
            }
            case XlsRecords.FORMULA -> readFormula(style, records.bits());
            default -> put(new SheetCell.Text(records.text()));
        }
    }

    private void goTo(int next) throws IOException {
        column = -1;
        if (next >= MOST_COLUMNS) {
            throw new IOException("there is a cell in its column " + (next + 1) + ", and a sheet of this format has "
                    + MOST_COLUMNS + " columns");
        }
        column = next;
    }

    private void put(SheetCell cell) throws IOException {
        if (!cells[column].equals(BLANK)) {
            throw new IOException("it is there twice");
        }
        cells[column] = cell;
        width = Math.max(width, column + 1);
    }

    /** The result of a formula is a number, unless its upper two bytes are ones, which no number has. */
    private void readFormula(int style, long result) throws IOException {
        if (result >>> 48 != 0xFFFF) {
            put(number(style, Double.longBitsToDouble(result)));
            return;
        }
        int value = (int) (result >>> 16) & 0xFF;
        switch ((int) result & 0xFF) {
            case 0 -> resultFollows = true;
            case 1 -> put(flag(value));
            case 2 -> put(fault(value));
            case 3 -> put(new SheetCell.Text(""));
            default -> throw new IOException("the result of its formula has an unknown type");
        }
    }

    private void readResult() throws IOException {
        if (!resultFollows) {
            throw new IOException("there is a result without a formula");
        }
        resultFollows = false;
        put(new SheetCell.Text(records.text()));
    }

    private void requireResult() throws IOException {
        if (resultFollows) {
            throw new IOException("there is a formula without its result. Open the file in a spreadsheet and save it");
        }
    }

    /** A chart that lies on the sheet has cells of its own. */
    private void skipInner() throws IOException {
        for (int depth = 1; depth > 0; ) {
            int kind = records.next();
            depth += kind == XlsRecords.BEGINNING ? 1 : kind == XlsRecords.END ? -1 : 0;
        }
    }

    private SheetCell number(int style, double value) {
        BigDecimal number = ShortDecimal.of(value);
        return formats.date(style)
                ? new SheetCell.Moment(SerialDate.of(number, from1904))
                : new SheetCell.Numeric(number);
    }

    private static SheetCell flag(int value) throws IOException {
        return switch (value) {
            case 0 -> new SheetCell.Flag(false);
            case 1 -> new SheetCell.Flag(true);
            default -> throw new IOException("'" + value + "' is not a truth value");
        };
    }

    private static SheetCell fault(int code) throws IOException {
        if (!FormulaError.isValidCode(code)) {
            throw new IOException("'" + code + "' is not a fault");
        }
        return new SheetCell.Fault(FormulaError.forInt(code).getString());
    }

    @Override
    public void close() {
        faults.guarded(this::place, () -> {
            records.close();
            return this;
        });
    }
}
