package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.marketplace.Cells.Column;
import io.storeops.spi.ShownText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns of a file that may say that a row does not count, although the profile does not speak of them: a currency, a status, a shop. Paid
 * rows that differ in such a column are not added up silently: the rows must agree with the first, a currency with the store's, and a status must
 * not read as if nothing was paid. Not thread-safe.
 */
final class TellingColumns {
    private static final Set<String> SHOPS =
            Set.of("店铺", "店铺id", "店铺名称", "店铺名", "店名", "shop", "shop name", "shop id", "store name");
    private static final Pattern CURRENCY = Pattern.compile(".*(currency|币种|货币|币别).*");
    private static final Pattern STATUS = Pattern.compile(".*(status|状态).*");
    private static final Pattern NOT_PAID =
            Pattern.compile(".*(关闭|取消|作废|失败|未付款|待付款|买家付款|cancel|void|closed|fail|expired|unpaid|pending).*");
    private static final Pattern PAID = Pattern.compile(".*(买家已付款|已付款).*");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private final Cells cells;
    private final List<Column> columns = new ArrayList<>();
    private final Map<Column, String> first = new HashMap<>();

    /** The columns of a header of which nothing is said. */
    static List<String> of(Set<String> header, Profile profile) {
        Optional<OrderLayout> orders = profile.orders();
        return orders.isEmpty()
                ? List.of()
                : header.stream()
                        .filter(name -> telling(name.toLowerCase(Locale.ROOT)))
                        .filter(name -> !profile.used().contains(name)
                                && !profile.personal().contains(name)
                                && !orders.get().rules().unread().contains(name))
                        .toList();
    }

    /** The columns of a header that may be a currency, in a file that shows a state. */
    static List<String> currencies(Set<String> header, Profile profile) {
        return profile.sheets().all().isEmpty()
                ? List.of()
                : header.stream()
                        .filter(name -> isCurrency(name.toLowerCase(Locale.ROOT)))
                        .filter(name -> !profile.used().contains(name)
                                && !profile.personal().contains(name))
                        .toList();
    }

    /** The columns of a file that shows a state. */
    static TellingColumns currencies(Cells cells, Profile profile, Map<String, Integer> places) {
        return new TellingColumns(cells, currencies(places.keySet(), profile), places);
    }

    private static boolean isCurrency(String name) {
        return CURRENCY.matcher(name).matches();
    }

    private static boolean telling(String name) {
        return SHOPS.contains(name) || isCurrency(name) || STATUS.matcher(name).matches();
    }

    TellingColumns(Cells cells, List<String> names, Map<String, Integer> places) {
        this.cells = cells;
        for (String name : names) {
            Integer place = places.get(name);
            if (place != null) {
                columns.add(new Column(place, name));
            }
        }
    }

    /** Looks at a paid row. */
    void check() throws RowRefused {
        for (Column column : columns) {
            if (!cells.missing(column)) {
                check(column, cells.text(column));
            }
        }
    }

    /** Looks at the currencies of a row of a state. */
    void checkCurrency() throws RowRefused {
        for (Column column : columns) {
            if (!cells.missing(column) && isOther(cells.text(column))) {
                throw cells.refused(column, otherCurrency() + " (columns.currency)");
            }
        }
    }

    private boolean isOther(String text) {
        return CODE.matcher(text).matches() && !text.equals(cells.currency());
    }

    private String otherCurrency() {
        return "is not the store's currency " + cells.currency() + "; give the column the role currency";
    }

    private void check(Column column, String text) throws RowRefused {
        String name = column.name().toLowerCase(Locale.ROOT);
        if (isCurrency(name) && isOther(text)) {
            throw cells.refused(
                    column,
                    otherCurrency()
                            + " (orders.columns.currency), or name it under orders.unread if it says nothing of the amount");
        }
        String status = text.toLowerCase(Locale.ROOT);
        if (STATUS.matcher(name).matches()
                && NOT_PAID.matcher(status).matches()
                && !PAID.matcher(status).matches()) {
            throw cells.refused(column, "reads as if the row did not count, " + remedy());
        }
        String before = first.putIfAbsent(column, text);
        if (before != null && !before.equals(text)) {
            throw cells.refused(column, "is not " + ShownText.of(before) + " as in the rows before, " + remedy());
        }
    }

    private static String remedy() {
        return "and the profile does not speak of this column; say under orders.accepted with which words a row counts, or name the"
                + " column under orders.unread";
    }
}
