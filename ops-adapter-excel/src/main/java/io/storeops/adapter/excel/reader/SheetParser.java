package io.storeops.adapter.excel.reader;

import io.storeops.spi.sheet.SheetCell;
import io.storeops.spi.sheet.SheetRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a sheet. Used once. */
final class SheetParser {
    private static final SheetCell BLANK = new SheetCell.Blank();
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_EXPONENT = "E+300".length();
    private static final int MOST_DIGITS = 9;

    private final SharedTexts texts;
    private final CellFormats formats;
    private final boolean from1904;
    private final List<CellArea> merged = new ArrayList<>();
    private int row;
    private int column;

    SheetParser(SharedTexts texts, CellFormats formats, boolean from1904) {
        this.texts = texts;
        this.formats = formats;
        this.from1904 = from1904;
    }

    /** Where the parser is, for messages. */
    String place() {
        return row == 0 ? "" : column < 0 ? "row " + row : "cell " + new CellName(column, row);
    }

    List<CellArea> merged() {
        return merged;
    }

    /** Reads to the next row that holds something, or to the end of the sheet. */
    Optional<SheetRow> next(PartXml xml) throws IOException {
        while (xml.next()) {
            if (xml.starts("row")) {
                List<SheetCell> cells = cells(xml);
                if (!cells.isEmpty()) {
                    return Optional.of(new SheetRow(row, cells));
                }
            } else if (xml.starts("mergeCell")) {
                row = 0;
                merged.add(CellArea.parse(xml.attribute("ref").orElse("")));
            }
        }
        return Optional.empty();
    }

    private List<SheetCell> cells(PartXml xml) throws IOException {
        int next = xml.attribute("r").map(SheetParser::whole).orElse(row + 1);
        column = -1;
        if (next <= row || next > CellName.MOST_ROWS) {
            throw new IOException("row " + next + " follows row " + row);
        }
        row = next;
        List<SheetCell> cells = new ArrayList<>();
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                moveTo(xml.attribute("r"));
                while (cells.size() < column) {
                    cells.add(BLANK);
                }
                cells.add(cell(xml));
            }
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).equals(BLANK)) {
            cells.remove(cells.size() - 1);
        }
        column = -1;
        return cells;
    }

    private void moveTo(Optional<String> reference) throws IOException {
        CellName name = reference.isPresent() ? CellName.parse(reference.get()) : new CellName(column + 1, row);
        if (name.row() != row || name.column() <= column) {
            throw new IOException("the cell " + name + " follows in it");
        }
        column = name.column();
    }

    private SheetCell cell(PartXml xml) throws IOException {
        String type = xml.attribute("t").orElse("n");
        int style = xml.attribute("s").map(SheetParser::whole).orElse(0);
        boolean formula = false;
        Optional<String> value = Optional.empty();
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("f")) {
                formula = true;
                xml.text();
            } else if (xml.starts("v")) {
                value = Optional.of(xml.text());
            } else if (xml.starts("is")) {
                value = Optional.of(xml.richText("is"));
            }
        }
        if (value.isEmpty() || (value.get().isEmpty() && type.equals("n"))) {
            if (formula) {
                throw new IOException(
                        "there is a formula without a result. Open the file in a spreadsheet and save it");
            }
            return BLANK;
        }
        return of(type, style, value.get());
    }

    private SheetCell of(String type, int style, String value) throws IOException {
        return switch (type) {
            case "s" -> new SheetCell.Text(texts.get(whole(value)));
            case "str", "inlineStr" -> new SheetCell.Text(value);
            case "b" -> flag(value);
            case "e" -> new SheetCell.Fault(value);
            case "d" -> new SheetCell.Moment(date(value));
            case "n" -> number(style, value);
            default -> throw new IOException("'" + type + "' is not a type of a cell");
        };
    }

    private static SheetCell flag(String value) throws IOException {
        return switch (value) {
            case "1", "true" -> new SheetCell.Flag(true);
            case "0", "false" -> new SheetCell.Flag(false);
            default -> throw new IOException("'" + value + "' is not a truth value");
        };
    }

    private static LocalDateTime date(String value) {
        try {
            String text = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
            return text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atStartOfDay();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + value + "' is not a date", e);
        }
    }

    private SheetCell number(int style, String value) {
        String text = value.strip();
        // Neither NaN nor infinity, and no exponent that would become a text of a million digits.
        if (text.length() > LONGEST_NUMBER || !shortExponent(text)) {
            throw new IllegalArgumentException("'" + shortened(text) + "' is not a number");
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number", e);
        }
        return formats.date(style)
                ? new SheetCell.Moment(SerialDate.of(number, from1904))
                : new SheetCell.Numeric(number);
    }

    private static boolean shortExponent(String text) {
        int from = Math.max(text.indexOf('e'), text.indexOf('E'));
        return from < 0 || text.length() - from <= LONGEST_EXPONENT;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_NUMBER ? text.substring(0, LONGEST_NUMBER) + "..." : text;
    }

    private static int whole(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i == MOST_DIGITS) {
                throw new IllegalArgumentException("'" + shortened(text) + "' is not a whole number");
            }
            number = number * 10 + digit;
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("'' is not a whole number");
        }
        return number;
    }
}
