package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.marketplace.Cells.Column;
import io.storeops.adapter.csv.marketplace.OrderLayout.Role;
import io.storeops.figures.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads records as orders or lines of orders. */
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

    OrderRows(Cells cells, OrderLayout layout, Map<String, Integer> places) {
        this.cells = cells;
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
    }

    @Override
    public void read(List<OrderLine> rows) throws RowRefused {
        String id = cells.id(order);
        Optional<String> itemId = item == null ? Optional.empty() : Optional.of(cells.id(item));
        Optional<Instant> paid = cells.missing(paidAt) ? Optional.empty() : Optional.of(cells.instant(paidAt));
        rows.add(
                quantity != null && price != null
                        ? line(id, itemId, paid, quantity, price)
                        : new OrderLine(id, itemId, paid, grossOf(), refundedOf(), unitsOf(), false));
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
                cancels);
    }

    private long grossOf() throws RowRefused {
        if (gross == null) {
            throw new IllegalStateException("A layout without quantity and price has a gross column");
        }
        return notBelowZero(gross, cells.amount(gross, unit));
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
                : notBelowZero(refunded, cells.amount(refunded, unit));
    }

    private OptionalLong unitsOf() throws RowRefused {
        return units == null || cells.missing(units)
                ? OptionalLong.empty()
                : OptionalLong.of(notBelowZero(units, cells.count(units)));
    }

    private long notBelowZero(Column column, long value) throws RowRefused {
        if (value < 0) {
            throw cells.refused(column, "is below 0");
        }
        return value;
    }
}
