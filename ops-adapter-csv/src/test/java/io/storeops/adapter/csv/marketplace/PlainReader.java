package io.storeops.adapter.csv.marketplace;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second reader of order files, for tests: slow, plain, and without any code of the adapter. It knows two kinds of file, whole orders (id, paid, gross,
 * back, note) and lines (id, item, paid, count, price, note).
 */
final class PlainReader {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final List<String> ORDERS = List.of("id", "paid", "gross", "back", "note");
    static final List<String> LINES = List.of("id", "item", "paid", "count", "price", "note");

    private static final Set<String> MISSING = Set.of("", "-", "--", "null");
    private static final Pattern SLASHES =
            Pattern.compile("([0-9]{4})/([0-9]{1,2})/([0-9]{1,2}) ([0-9]{1,2}):([0-9]{2})");
    private static final Pattern DASHES =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2}) ([0-9]{2}):([0-9]{2}):([0-9]{2})");
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)(¥?)([+-]?)([0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(\\.[0-9]+)?(元?)");
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** A row that counts. */
    record Row(
            long line,
            String id,
            String item,
            Optional<Instant> paid,
            long gross,
            long back,
            OptionalLong units,
            boolean cancels) {
        /** What is compared when the order comes again. */
        String content() {
            return item + "|" + paid + "|" + gross + "|" + back + "|" + units + "|" + cancels;
        }
    }

    /** A row that is refused, and where it may belong: nowhere, somewhere from one instant to another, anywhere. */
    record Refused(long line, Optional<Instant> from, Optional<Instant> to) {
        static Refused nowhere(long line) {
            return new Refused(line, Optional.empty(), Optional.empty());
        }

        static Refused anywhere(long line) {
            return new Refused(line, Optional.of(Instant.MIN), Optional.of(Instant.MAX));
        }

        static Refused at(long line, Instant instant) {
            return new Refused(line, Optional.of(instant), Optional.of(instant.plusNanos(1)));
        }
    }

    /** A file that is refused as a whole. */
    static final class BadFile extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** A cell that is refused. */
    private static final class BadCell extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private record Line(long number, List<String> cells, boolean blank) {}

    final List<Row> rows = new ArrayList<>();
    final List<Refused> refused = new ArrayList<>();
    private final boolean lines;
    private final int width;
    private final List<Instant> payments = new ArrayList<>();
    private String refusedOrder = "";

    PlainReader(String text, boolean lines) throws BadFile {
        this.lines = lines;
        List<String> header = lines ? LINES : ORDERS;
        width = header.size();
        List<Line> records = split(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (records.isEmpty()
                || !records.get(0).cells().stream().map(String::strip).toList().equals(header)) {
            throw new BadFile();
        }
        boolean ended = text.endsWith("\n") || text.endsWith("\r");
        for (int i = 1; i < records.size(); i++) {
            boolean last = i == records.size() - 1;
            Line line = records.get(i);
            boolean narrow = line.cells().size() < width && !line.blank();
            if (line.cells().size() > width || (narrow && !(i == 1 || (last && !ended)))) {
                throw new BadFile();
            }
            if (narrow && records.size() == 2) {
                throw new BadFile();
            }
            if ((last && !ended) || narrow) {
                refused.add(cut(line));
            } else if (line.blank()) {
                refused.add(Refused.nowhere(line.number()));
            } else {
                take(line);
            }
        }
    }

    private int paidAt() {
        return lines ? 2 : 1;
    }

    private Refused cut(Line line) {
        if (line.cells().size() > paidAt() + 1) {
            return refusedAt(line);
        }
        boolean rising = true;
        boolean falling = true;
        for (int i = 1; i < payments.size(); i++) {
            rising &= !payments.get(i).isBefore(payments.get(i - 1));
            falling &= !payments.get(i).isAfter(payments.get(i - 1));
        }
        if (payments.isEmpty() || rising == falling) {
            return Refused.anywhere(line.number());
        }
        Instant end = payments.get(payments.size() - 1);
        return rising
                ? new Refused(line.number(), Optional.of(end), Optional.of(Instant.MAX))
                : new Refused(line.number(), Optional.of(Instant.MIN), Optional.of(end.plusNanos(1)));
    }

    private Refused refusedAt(Line line) {
        String text = trimmed(line.cells().get(paidAt()));
        if (MISSING.contains(text)) {
            return Refused.nowhere(line.number());
        }
        LocalDateTime local = local(text);
        if (local == null) {
            return Refused.anywhere(line.number());
        }
        List<ZoneOffset> offsets = ZONE.getRules().getValidOffsets(local);
        return Refused.at(
                line.number(),
                offsets.isEmpty()
                        ? ZONE.getRules().getTransition(local).getInstant()
                        : local.toInstant(offsets.get(0)));
    }

    private void take(Line line) {
        List<String> cells = line.cells().stream().map(PlainReader::trimmed).toList();
        boolean unpaid = MISSING.contains(cells.get(paidAt()));
        if (unpaid && !cells.get(0).isEmpty() && cells.get(0).equals(refusedOrder)) {
            refused.add(Refused.nowhere(line.number()));
            return;
        }
        refusedOrder = "";
        try {
            Row row = row(line.number(), cells);
            row.paid().ifPresent(payments::add);
            rows.add(row);
        } catch (BadCell e) {
            refused.add(total(cells.get(0)) ? Refused.nowhere(line.number()) : refusedAt(line));
            refusedOrder = unpaid ? "" : cells.get(0);
        }
    }

    private Row row(long number, List<String> cells) throws BadCell {
        String id = id(cells.get(0));
        String item = lines ? id(cells.get(1)) : "";
        Optional<Instant> paid = Optional.empty();
        if (!MISSING.contains(cells.get(paidAt()))) {
            LocalDateTime local = local(cells.get(paidAt()));
            if (local == null || ZONE.getRules().getValidOffsets(local).isEmpty()) {
                throw new BadCell();
            }
            paid = Optional.of(
                    local.toInstant(ZONE.getRules().getValidOffsets(local).get(0)));
        }
        if (!lines) {
            long gross = notNegative(whole(number(cells.get(2)).movePointRight(2)));
            long back = cells.get(3).equals("无退款申请")
                    ? 0
                    : notNegative(whole(number(cells.get(3)).movePointRight(2)));
            return new Row(number, id, item, paid, gross, back, OptionalLong.empty(), false);
        }
        long count = whole(number(cells.get(3)));
        BigDecimal price = number(cells.get(4));
        // The adapter multiplies the digits of the price, and those may not exceed 64 bits either.
        whole(new BigDecimal(price.unscaledValue()).multiply(BigDecimal.valueOf(count)));
        long total = whole(price.multiply(BigDecimal.valueOf(count)).movePointRight(2));
        boolean cancels = id.startsWith("C");
        if (cancels && total > 0) {
            throw new BadCell();
        }
        return new Row(
                number,
                id,
                item,
                paid,
                Math.max(total, 0),
                total < 0 ? -total : 0,
                OptionalLong.of(Math.max(count, 0)),
                cancels);
    }

    private static long notNegative(long value) throws BadCell {
        if (value < 0) {
            throw new BadCell();
        }
        return value;
    }

    private static long whole(BigDecimal value) throws BadCell {
        if (value.stripTrailingZeros().scale() > 0 || value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
            throw new BadCell();
        }
        return value.longValueExact();
    }

    private static BigDecimal number(String text) throws BadCell {
        Matcher number = NUMBER.matcher(text);
        if (MISSING.contains(text) || !number.matches()) {
            throw new BadCell();
        }
        boolean two = !number.group(1).isEmpty() && !number.group(3).isEmpty();
        boolean late = number.group(2).isEmpty() && !number.group(3).isEmpty();
        String digits = number.group(4).replace(",", "")
                + (number.group(5) == null ? "" : number.group(5).substring(1));
        if (two || late || digits.replaceFirst("^0+", "").length() > 18) {
            throw new BadCell();
        }
        int scale = number.group(5) == null ? 0 : number.group(5).length() - 1;
        BigDecimal value = new BigDecimal(new java.math.BigInteger(digits), scale);
        return (number.group(1) + number.group(3)).equals("-") ? value.negate() : value;
    }

    private static String id(String cell) throws BadCell {
        if (MISSING.contains(cell)) {
            throw new BadCell();
        }
        String id = cell;
        if (id.length() > 2 && id.startsWith("=\"") && id.endsWith("\"")) {
            id = id.substring(2, id.length() - 1).strip();
        }
        if (id.startsWith("'")) {
            id = id.substring(1).strip();
        }
        if (id.isEmpty() || exponent(id) || total(id)) {
            throw new BadCell();
        }
        return id;
    }

    /** Digits, marks among them, an E, perhaps a sign, and up to four digits. */
    private static boolean exponent(String id) {
        int e = id.toUpperCase(java.util.Locale.ROOT).indexOf('E');
        if (e < 1) {
            return false;
        }
        String before = id.substring(0, e).replaceFirst("^[+-]", "");
        String after = id.substring(e + 1).strip();
        boolean plus = after.startsWith("+");
        String digits = after.replaceFirst("^[+-]", "").strip();
        boolean mantissa = before.matches("[0-9][0-9.,' ]*") || before.matches("[.,][0-9]+");
        return mantissa
                && digits.matches("[0-9]{1,4}")
                && (plus || before.strip().length() == 1 || !before.strip().matches("[0-9]+"));
    }

    private static boolean total(String id) {
        return id.replaceAll("[:：\\s]+$", "").equals("合计");
    }

    private static LocalDateTime local(String text) {
        for (Pattern pattern : List.of(SLASHES, DASHES)) {
            Matcher time = pattern.matcher(text);
            if (time.matches()) {
                int[] parts = new int[6];
                for (int i = 0; i < time.groupCount(); i++) {
                    parts[i] = Integer.parseInt(time.group(i + 1));
                }
                try {
                    return parts[0] == 0
                            ? null
                            : LocalDate.of(parts[0], parts[1], parts[2])
                                    .atTime(LocalTime.of(parts[3], parts[4], parts[5]));
                } catch (DateTimeException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (from < to && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000';
    }

    /** Splits a text into records and cells; a line ends with \n, \r or both. */
    private static List<Line> split(String text) throws BadFile {
        List<Line> records = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        long number = 1;
        long begun = 1;
        int at = 0;
        while (at < text.length()) {
            StringBuilder cell = new StringBuilder();
            boolean quoted = text.charAt(at) == '"';
            if (quoted) {
                at++;
                while (true) {
                    if (at >= text.length()) {
                        throw new BadFile();
                    }
                    char c = text.charAt(at);
                    if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                        cell.append('"');
                        at += 2;
                    } else if (c == '"') {
                        at++;
                        break;
                    } else {
                        cell.append(c);
                        number += c == '\n' ? 1 : 0;
                        number += c == '\r' && (at + 1 >= text.length() || text.charAt(at + 1) != '\n') ? 1 : 0;
                        at++;
                    }
                }
                if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                    throw new BadFile();
                }
            } else {
                while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                    cell.append(text.charAt(at++));
                }
                if (cell.indexOf("\"") >= 0 && !equalsQuotes(cell.toString())) {
                    throw new BadFile();
                }
            }
            if (cell.indexOf("\0") >= 0) {
                throw new BadFile();
            }
            cells.add(cell.toString());
            boolean comma = at < text.length() && text.charAt(at) == ',';
            if (comma) {
                at++;
                if (at == text.length()) {
                    cells.add("");
                }
            }
            if (!comma || at == text.length()) {
                boolean blank = cells.size() == 1 && cell.isEmpty() && !quoted;
                records.add(new Line(begun, List.copyOf(cells), blank));
                cells.clear();
                if (at < text.length()) {
                    at += text.startsWith("\r\n", at) ? 2 : 1;
                    number++;
                }
                begun = number;
            }
        }
        return records;
    }

    private static boolean equalsQuotes(String cell) {
        String text = cell.replaceAll("^[\\x00-\\x20]+|[\\x00-\\x20]+$", "");
        return text.length() > 2 && text.matches("(?s)=\"[^\"]*\"");
    }
}
