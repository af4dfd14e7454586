package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.marketplace.OrderLayout.Words;
import io.storeops.feed.Period;
import io.storeops.figures.OrderLine;
import io.storeops.spi.BuyerWord;
import io.storeops.spi.ShownText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rows as orders or lines of orders. Immutable. */
final class OrderRows implements RowReader<OrderLine> {
    private final Unit unit;
    private final Optional<Period> asked;
    private final Column order;
    private final @Nullable Column item;
    private final Column paidAt;
    private final Column gross;
    private final @Nullable Column refunded;
    private final @Nullable Column units;
    private final @Nullable Column currency;
    private final @Nullable Column buyer;
    private final Map<Column, Words> status;

    /**
     * Reads the rows of a result.
     *
     * @param asked the period in which every payment lies, if the statement gives it
     */
    OrderRows(OrderLayout orders, Prepared prepared, Optional<Period> asked) {
        this.unit = orders.layout().unit();
        this.asked = asked;
        Map<Role, String> columns = orders.layout().columns();
        this.order = prepared.get(orders.layout().column(Role.ORDER));
        this.item = prepared.find(columns.get(Role.ITEM));
        this.paidAt = prepared.get(orders.layout().column(Role.PAID_AT));
        this.gross = prepared.get(orders.layout().column(Role.GROSS));
        this.refunded = prepared.find(columns.get(Role.REFUNDED));
        this.units = prepared.find(columns.get(Role.UNITS));
        this.currency = prepared.find(columns.get(Role.CURRENCY));
        this.buyer = prepared.find(columns.get(Role.BUYER));
        this.status = new TreeMap<>(orders.status())
                .entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(of -> prepared.get(of.getKey()), Map.Entry::getValue));
    }

    @Override
    public void read(Row row, List<OrderLine> rows) throws Rejected {
        String id = row.id(order);
        boolean unpaid = false;
        boolean cancels = false;
        for (Map.Entry<Column, Words> of : status.entrySet()) {
            String word = row.word(of.getKey());
            Words words = of.getValue();
            if (words.counts().contains(word)) {
                continue;
            }
            if (words.unpaid().contains(word)) {
                unpaid = true;
            } else if (words.cancels().contains(word)) {
                cancels = true;
            } else {
                throw Rejected.of(
                        of.getKey(),
                        word,
                        "is none of " + known(words) + ", and what it means is not guessed (orders.status)");
            }
        }
        row.requireCurrency(currency);
        Instant time = unpaid ? null : row.findInstant(paidAt);
        if (time != null && asked.isPresent() && !asked.get().overlaps(Period.at(time))) {
            throw Rejected.of(
                    paidAt,
                    time,
                    "is not from " + asked.get().from() + " to " + asked.get().to()
                            + ", which was asked for; the statement must select by :from and :to (orders.covers), in the configured zone");
        }
        long amount = row.notBelow(0, gross, row.amount(gross, unit));
        if (cancels && amount > 0) {
            throw Rejected.of(gross, amount, "is above 0 in a row that only takes back");
        }
        String name = buyer == null ? null : row.findId(buyer);
        rows.add(new OrderLine(
                id,
                item == null ? Optional.empty() : Optional.of(row.id(item)),
                Optional.ofNullable(time),
                amount,
                refunded == null ? 0 : row.notBelow(0, refunded, row.amount(refunded, unit)),
                units == null ? OptionalLong.empty() : units(row, units),
                cancels,
                0,
                name == null ? Optional.empty() : Optional.of(BuyerWord.of(name))));
    }

    private static OptionalLong units(Row row, Column column) throws Rejected {
        OptionalLong count = row.findCount(column);
        return count.isEmpty() ? count : OptionalLong.of(row.notBelow(0, column, count.getAsLong()));
    }

    private static Set<String> known(Words words) {
        return Stream.of(words.counts(), words.unpaid(), words.cancels())
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Optional<String> key(Row row) {
        try {
            return Optional.ofNullable(row.findId(order)).map(id -> "order " + ShownText.of(id));
        } catch (Rejected e) {
            // The row is rejected anyway, and its number tells it.
            return Optional.empty();
        }
    }

    @Override
    public Optional<Period> when(Row row) {
        try {
            return Optional.ofNullable(row.findInstant(paidAt)).map(Period::at);
        } catch (Rejected e) {
            return Optional.of(Period.ALWAYS);
        }
    }
}
