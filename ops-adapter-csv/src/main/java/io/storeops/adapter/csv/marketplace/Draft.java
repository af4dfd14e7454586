package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.NumberCells;
import io.storeops.adapter.csv.file.NumberStyle;
import io.storeops.adapter.csv.file.TimeNumber;
import io.storeops.adapter.csv.file.TimePattern;
import io.storeops.adapter.csv.file.TimeText;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.spi.JsonCodec;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A profile of orders to begin with, for a file that no shipped profile reads. What it guesses, a person must check: a column's name may mean something else.
 *
 * @param text the document
 * @param missing what a person has to write before it can be read
 * @param profile the profile, if it can be read
 */
record Draft(String text, List<String> missing, Optional<Profile> profile) {
    private static final Pattern ORDER =
            Pattern.compile("(?i)主?订单(编号|号)|order[ _]?(id|no\\.?|number|#)|order|invoice.*|id|name|编号");
    private static final Pattern PAID_AT = Pattern.compile(
            "(?i).*(付款|支付|成交)(完成)?时间.*|.*(paid|payment).*(at|on|time|date)?|date|.*时间|.*日期|.*(date|time).*");
    private static final Pattern GROSS =
            Pattern.compile("(?i).*(实付|实收|应付|支付|总).*(金额|额|款|价)?.*|.*(total|amount|gross|sum|betrag|summe).*|.*金额.*");
    private static final Pattern PERSONAL =
            Pattern.compile("(?i).*(姓名|收货人|收件人|电话|手机|地址|邮箱|邮编|会员名|昵称|留言|备注|身份证|账号|抬头|运单|快递单|物流单).*"
                    + "|.*(email|e-mail|phone|mobile|address|street|city|zip|postcode|customer|buyer|recipient|consignee|note|comment).*"
                    + "|(billing|shipping) .*");
    private static final List<String> PATTERNS = List.of(
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd HH:mm",
            "yyyy/M/d H:mm:ss",
            "yyyy/M/d H:mm",
            "yyyy-MM-dd HH:mm:ss XX",
            "yyyy-MM-dd'T'HH:mm:ssXXX",
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyyMMddHHmmss",
            "yyyy年M月d日 HH:mm",
            "d.M.yyyy H:mm",
            "M/d/yyyy H:mm",
            "d/M/yyyy H:mm",
            "M/d/yyyy h:mm a",
            "d/M/yyyy h:mm a");
    private static final Set<String> PREFIXES = Set.of("¥", "￥", "$", "£", "€");
    private static final int LONG_ID = 16;

    Draft {
        missing = List.copyOf(missing);
    }

    static Draft of(Glance glance, ZoneId zone, Currency currency) {
        return new Drafting(glance, zone, currency).draft();
    }

    /** The guesses, one after the other. */
    private static final class Drafting {
        private final Glance glance;
        private final ZoneId zone;
        private final Currency currency;
        private final List<String> missing = new ArrayList<>();
        private final Map<String, Json> members = new LinkedHashMap<>();

        Drafting(Glance glance, ZoneId zone, Currency currency) {
            this.glance = glance;
            this.zone = zone;
            this.currency = currency;
        }

        Draft draft() {
            Optional<String> order = named(ORDER, Set.of(), column -> true);
            Optional<String> paidAt =
                    named(PAID_AT, Set.of(), column -> !patterns(column).isEmpty());
            Set<String> taken = new LinkedHashSet<>(order.stream().toList());
            paidAt.ifPresent(taken::add);
            NumberStyle style = style();
            Optional<String> gross = named(GROSS, taken, column -> isNumber(column, style));
            gross.ifPresent(taken::add);
            require(order, "the column of the order's id (orders.columns.order)");
            require(
                    paidAt,
                    "the column of the time of payment (orders.columns.paidAt), and how it is written (times.patterns)");
            require(gross, "the column of what was paid (orders.columns.gross)");
            members.put("encoding", Json.of(glance.encoding().name()));
            members.put("delimiter", Json.of(String.valueOf(glance.delimiter())));
            header(taken);
            texts(
                    "personal",
                    glance.header().stream()
                            .filter(name -> !taken.contains(name)
                                    && PERSONAL.matcher(name).matches())
                            .distinct()
                            .toList());
            texts("missing", List.of("-", "--"));
            ids(order);
            numbers(style);
            members.put("times", times(paidAt));
            members.put("currency", Json.of(currency.getCurrencyCode()));
            members.put("orders", orders(order, paidAt, gross));
            return read();
        }

        private Draft read() {
            Json document = Json.object(members);
            String text = JsonCodec.pretty(document);
            if (!missing.isEmpty()) {
                return new Draft(text, missing, Optional.empty());
            }
            try {
                return new Draft(
                        text, missing, Optional.of(ProfileDocument.read("draft", JsonCodec.parse("draft", text))));
            } catch (DocumentException e) {
                return new Draft(text, List.of(String.valueOf(e.getMessage())), Optional.empty());
            }
        }

        private void require(Optional<String> column, String what) {
            if (column.isEmpty()) {
                missing.add(what);
            }
        }

        private void texts(String member, List<String> texts) {
            if (!texts.isEmpty()) {
                members.put(member, Json.array(texts.stream().map(Json::of).toList()));
            }
        }

        private void header(Set<String> taken) {
            Map<String, Json> header = new LinkedHashMap<>();
            header.put("columns", Json.array(taken.stream().map(Json::of).toList()));
            header.put("match", Json.of("AT_LEAST"));
            if (glance.headerLine() > 1) {
                header.put("within", Json.of(10));
            }
            members.put("header", Json.object(header));
        }

        private void ids(Optional<String> order) {
            List<String> cells = order.map(this::cells).orElse(List.of());
            List<String> cleanings = new ArrayList<>();
            if (cells.stream().anyMatch(cell -> cell.startsWith("=\""))) {
                cleanings.add("EQUALS_QUOTES");
            }
            if (cells.stream().anyMatch(cell -> cell.startsWith("'"))) {
                cleanings.add("APOSTROPHE");
            }
            texts("ids", cleanings);
            if (!cells.isEmpty()
                    && cells.stream()
                            .allMatch(cell ->
                                    cell.chars().filter(Character::isDigit).count() >= LONG_ID)) {
                members.put("longIds", Json.of(true));
            }
        }

        private void numbers(NumberStyle style) {
            Map<String, Json> numbers = new LinkedHashMap<>();
            if (style.decimal() == ',') {
                numbers.put("decimal", Json.of(","));
            }
            style.thousands().ifPresent(mark -> numbers.put("thousands", Json.of(String.valueOf(mark))));
            if (!style.prefixes().isEmpty()) {
                numbers.put(
                        "prefixes",
                        Json.array(style.prefixes().stream().map(Json::of).toList()));
            }
            if (!style.suffixes().isEmpty()) {
                numbers.put(
                        "suffixes",
                        Json.array(style.suffixes().stream().map(Json::of).toList()));
            }
            if (!numbers.isEmpty()) {
                members.put("numbers", Json.object(numbers));
            }
        }

        private Json times(Optional<String> paidAt) {
            List<String> patterns = paidAt.map(this::patterns).orElse(List.of());
            if (patterns.size() > 1) {
                missing.add("which of " + patterns
                        + " the times are written in (times.patterns): all cells can be read as each");
            }
            Map<String, Json> times = new LinkedHashMap<>();
            times.put("patterns", Json.array(patterns.stream().map(Json::of).toList()));
            times.put("zone", Json.of(zone.getId()));
            return Json.object(times);
        }

        private static Json orders(Optional<String> order, Optional<String> paidAt, Optional<String> gross) {
            Map<String, Json> columns = new LinkedHashMap<>();
            order.ifPresent(name -> columns.put("order", Json.of(name)));
            paidAt.ifPresent(name -> columns.put("paidAt", Json.of(name)));
            gross.ifPresent(name -> columns.put("gross", Json.of(name)));
            Map<String, Json> orders = new LinkedHashMap<>();
            orders.put("grain", Json.of("ORDER"));
            orders.put("basis", Json.of("PAID"));
            orders.put("columns", Json.object(columns));
            return Json.object(orders);
        }

        private interface Test {
            boolean holds(String column);
        }

        /** The column whose name the earlier alternatives of a pattern mean, and whose cells are so. */
        private Optional<String> named(Pattern names, Set<String> not, Test test) {
            for (String alternative :
                    names.pattern().replaceFirst("^\\(\\?i\\)", "").split("\\|(?![^(]*\\))", -1)) {
                Pattern one = Pattern.compile("(?i)" + alternative);
                for (String name : glance.header()) {
                    if (!not.contains(name) && one.matcher(name).matches() && test.holds(name)) {
                        return Optional.of(name);
                    }
                }
            }
            return Optional.empty();
        }

        private List<String> cells(String column) {
            return glance.column(glance.header().indexOf(column));
        }

        /** The ways in which all cells of a column can be read, none if it is empty. */
        private List<String> patterns(String column) {
            List<String> cells = cells(column);
            List<String> fitting = new ArrayList<>();
            for (String pattern : PATTERNS) {
                if (isAll(cells, TimePattern.parse(pattern))) {
                    fitting.add(pattern);
                }
            }
            for (TimeNumber number : TimeNumber.values()) {
                if (isAll(cells, number)) {
                    fitting.add(number.name());
                }
            }
            return fitting;
        }

        private static boolean isAll(List<String> cells, TimeText way) {
            int[] fields = new int[TimePattern.FIELDS];
            return !cells.isEmpty()
                    && cells.stream().allMatch(cell -> way.matches(cell.toCharArray(), 0, cell.length(), fields));
        }

        /** A decimal comma only where no cell can be read with a decimal point. */
        private NumberStyle style() {
            Set<String> prefixes = new LinkedHashSet<>();
            Set<String> suffixes = new LinkedHashSet<>();
            for (String column : glance.header()) {
                for (String cell : cells(column)) {
                    PREFIXES.stream().filter(cell::startsWith).forEach(prefixes::add);
                    if (cell.matches("[\\d.,]+元")) {
                        suffixes.add("元");
                    }
                }
            }
            boolean comma = glance.delimiter() != ','
                    && glance.header().stream()
                            .flatMap(column -> cells(column).stream())
                            .anyMatch(cell -> cell.matches("\\d{1,3}(\\.\\d{3})*,\\d{1,2}"));
            return new NumberStyle(
                    comma ? ',' : '.', Optional.of(comma ? '.' : ','), List.copyOf(prefixes), List.copyOf(suffixes));
        }

        private boolean isNumber(String column, NumberStyle style) {
            NumberCells numbers = new NumberCells(style);
            List<String> cells = cells(column);
            return !cells.isEmpty()
                    && cells.stream().allMatch(cell -> numbers.read(cell.toCharArray(), 0, cell.length()));
        }
    }
}
