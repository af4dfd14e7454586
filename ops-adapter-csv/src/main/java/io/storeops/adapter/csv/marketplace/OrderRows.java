package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.AmountUnit;
import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.file.TimeCells;
import io.storeops.adapter.csv.marketplace.Cells.Column;
import io.storeops.adapter.csv.marketplace.OrderLayout.Role;
import io.storeops.feed.Period;
import io.storeops.figures.OrderLine;
import io.storeops.spi.BuyerWord;
import io.storeops.spi.sheet.SheetCell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads records as orders or lines of orders. Not thread-safe. */
final class OrderRows implements RowReader<OrderLine> {
    private final Cells cells;
    private final AmountUnit unit;
    private final @Nullable String cancellationPrefix;
    private final Set<String> nothingRefunded;
    private final Column order;
    private final @Nullable Column item;
    private final Column paidAt;
    private final @Nullable Column gross;
    private final @Nullable Column refunded;
    private final @Nullable Column units;
    private final @Nullable Column quantity;
    private final @Nullable Column price;
    private final @Nullable Column currency;
    private final @Nullable Column buyer;
    private final RowConditions conditions;
    private final Map<Column, Set<String>> accepted;
    private final Map<Column, Set<String>> unpaid;
    private final TellingColumns telling;

    private final List<Column> carried;
    private final SheetCell[] carriedCells;
    private String carriedOrder = "";
    private final boolean furtherLines;
    /** The order of the record before. */
    private String orderBefore = "";
    /** The order of the paid row before, if that row was refused. */
    private String refusedOrder = "";

    private final @Nullable Column date;
    private final TimeCells dates;
    private final ZoneId zone;
    private final Set<LocalDate> stated = new TreeSet<>();

    private @Nullable Instant last;
    private boolean rising = true;
    private boolean falling = true;

    OrderRows(
            Cells cells,
            OrderLayout layout,
            Map<String, Integer> places,
            RowConditions conditions,
            List<String> telling,
            ZoneId zone) {
        this.cells = cells;
        this.conditions = conditions;
        this.unit = layout.unit();
        this.cancellationPrefix = layout.cancellationPrefix().orElse(null);
        this.nothingRefunded = layout.nothingRefunded();
        Columns<Role> columns = new Columns<>(layout.columns(), places);
        this.order = columns.get(Role.ORDER);
        this.item = columns.find(Role.ITEM);
        this.paidAt = columns.get(Role.PAID_AT);
        this.gross = columns.find(Role.GROSS);
        this.refunded = columns.find(Role.REFUNDED);
        this.units = columns.find(Role.UNITS);
        this.quantity = columns.find(Role.QUANTITY);
        this.price = columns.find(Role.PRICE);
        this.currency = columns.find(Role.CURRENCY);
        this.buyer = columns.find(Role.BUYER);
        this.accepted = words(layout.rules().accepted(), columns);
        this.unpaid = words(layout.rules().unpaid(), columns);
        this.furtherLines = layout.rules().furtherLines();
        this.carried =
                layout.rules().carriedDown().stream().sorted().map(columns::of).toList();
        this.carriedCells = new SheetCell[carried.size()];
        this.telling = new TellingColumns(cells, telling, places);
        this.date = layout.statement().column().map(columns::of).orElse(null);
        this.dates = new TimeCells(layout.statement().dates(), zone);
        this.zone = zone;
    }

    private static Map<Column, Set<String>> words(Map<String, Set<String>> named, Columns<Role> columns) {
        Map<Column, Set<String>> words = new LinkedHashMap<>();
        new TreeMap<>(named).forEach((name, of) -> words.put(columns.of(name), of));
        return words;
    }

    @Override
    public void read(List<OrderLine> rows) throws RowRefused {
        carryDown();
        if (isFurtherLine() || conditions.leaves()) {
            return;
        }
        boolean unpaid = cells.missing(paidAt);
        if (unpaid && !refusedOrder.isEmpty() && cells.text(order).equals(refusedOrder)) {
            throw new RowRefused(
                    Optional.of(paidAt.name()),
                    "no time of payment, while a line of the order above was refused that has one");
        }
        try {
            readCounted(rows, unpaid);
            refusedOrder = "";
        } catch (RowRefused e) {
            refusedOrder = unpaid ? "" : cells.text(order);
            throw e;
        }
    }

    /** Whether the record adds an item to the order above and has no amount of its own. */
    private boolean isFurtherLine() {
        if (!furtherLines || gross == null) {
            return false;
        }
        String id = cells.text(order);
        boolean further = !id.isEmpty() && id.equals(orderBefore) && cells.missing(gross);
        orderBefore = id;
        return further;
    }

    private boolean isUnpaid() {
        for (Map.Entry<Column, Set<String>> words : unpaid.entrySet()) {
            if (words.getValue().contains(cells.text(words.getKey()))) {
                return true;
            }
        }
        return false;
    }

    private void readCounted(List<OrderLine> rows, boolean untimed) throws RowRefused {
        String id = cells.id(order);
        Optional<String> itemId = item == null ? Optional.empty() : Optional.of(cells.id(item));
        Optional<Instant> paid = untimed || isUnpaid() ? Optional.empty() : Optional.of(cells.instant(paidAt));
        requireCounted(paid.isPresent());
        OrderLine line = quantity != null && price != null
                ? line(id, itemId, paid, quantity, price)
                : new OrderLine(
                        id, itemId, paid, grossOf(), refundedOf(), unitsOf(), false, cells.line(), Optional.empty());
        paid.ifPresent(this::saw);
        rows.add(buyer == null || cells.missing(buyer) ? line : line.boughtBy(BuyerWord.of(cells.text(buyer))));
    }

    @Override
    public void pass() {
        try {
            read(new ArrayList<>());
        } catch (RowRefused e) {
            // It was told when it was read.
        }
    }

    /** A row that is not the first of its order has the first one's cells where its own are empty. */
    private void carryDown() {
        if (carried.isEmpty()) {
            return;
        }
        String id = cells.text(order);
        boolean further = !id.isEmpty() && id.equals(carriedOrder);
        carriedOrder = id;
        for (int i = 0; i < carriedCells.length; i++) {
            if (further && cells.missing(carried.get(i))) {
                cells.put(carried.get(i), carriedCells[i]);
            } else {
                carriedCells[i] = cells.cell(carried.get(i));
            }
        }
    }

    private void requireCounted(boolean paid) throws RowRefused {
        if (date != null) {
            stated.add(cells.date(date, dates));
        }
        cells.requireCurrency(currency);
        for (Map.Entry<Column, Set<String>> words : accepted.entrySet()) {
            if (!words.getValue().contains(cells.word(words.getKey()))
                    && !unpaid.getOrDefault(words.getKey(), Set.of()).contains(cells.text(words.getKey()))) {
                throw cells.refused(
                        words.getKey(),
                        "is none of " + new TreeSet<>(words.getValue())
                                + ", with which a row counts (orders.accepted)");
            }
        }
        if (paid) {
            telling.check();
        }
    }

    private void saw(Instant at) {
        if (last != null) {
            rising &= !at.isBefore(last);
            falling &= !at.isAfter(last);
        }
        last = at;
    }

    /** The payment of a record that is cut off is not in it; it lies beyond the others, if those are in the order of time. */
    @Override
    public Optional<Period> when(boolean cut) {
        if (!cut) {
            return cells.isTotal(order) ? Optional.empty() : cells.when(paidAt);
        }
        if (cells.isWhole(paidAt)) {
            return cells.when(paidAt);
        }
        if (last == null || rising == falling) {
            return Optional.of(Period.ALWAYS);
        }
        return Optional.of(rising ? new Period(last, Instant.MAX) : new Period(Instant.MIN, last.plusNanos(1)));
    }

    @Override
    public List<Period> states() {
        List<Period> days = new ArrayList<>();
        for (LocalDate day : stated) {
            days.add(new Period(
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant()));
        }
        return Period.joined(days);
    }

    private OrderLine line(String id, Optional<String> itemId, Optional<Instant> paid, Column quantity, Column price)
            throws RowRefused {
        long count = cells.count(quantity);
        long total = cells.product(price, count, unit);
        boolean cancels = cancellationPrefix != null && id.startsWith(cancellationPrefix);
        if (cancels && total > 0) {
            throw cells.refused(quantity, "is the quantity of a cancellation whose total is above 0");
        }
        return new OrderLine(
                id,
                itemId,
                paid,
                Math.max(total, 0),
                total < 0 ? Math.negateExact(total) : 0,
                OptionalLong.of(Math.max(count, 0)),
                cancels,
                cells.line(),
                Optional.empty());
    }

    private long grossOf() throws RowRefused {
        if (gross == null) {
            throw new IllegalStateException("A layout without quantity and price has a gross column");
        }
        return cells.notBelow(0, gross, cells.amount(gross, unit));
    }

    private long refundedOf() throws RowRefused {
        if (refunded == null) {
            return 0;
        }
        if (cells.missing(refunded)) {
            throw new RowRefused(
                    Optional.of(refunded.name()),
                    "the refund is missing, which is not 0; a profile can declare under orders.nothingRefunded what"
                            + " says that nothing was given back");
        }
        return !nothingRefunded.isEmpty() && nothingRefunded.contains(cells.word(refunded))
                ? 0
                : cells.notBelow(0, refunded, cells.amount(refunded, unit));
    }

    private OptionalLong unitsOf() throws RowRefused {
        return units == null || cells.missing(units)
                ? OptionalLong.empty()
                : OptionalLong.of(cells.notBelow(0, units, cells.count(units)));
    }
}
