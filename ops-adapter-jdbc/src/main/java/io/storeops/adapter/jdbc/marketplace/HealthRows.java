package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.marketplace.HealthLayout.Figure;
import io.storeops.adapter.jdbc.marketplace.HealthLayout.Indicator;
import io.storeops.catalog.Money;
import io.storeops.catalog.Store;
import io.storeops.health.HealthReading;
import io.storeops.health.HealthRequest;
import io.storeops.health.HealthValue;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.SpendRule;
import io.storeops.inspection.Tally;
import io.storeops.position.HealthRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows as readings of the indicators that are asked for, one of each for which the row has a figure. An indicator whose figure is missing
 * is left out, never 0. Immutable.
 */
final class HealthRows implements StateRows.Reader<HealthReading> {
    private static final String SOURCE = "jdbc";

    private final HealthLayout health;
    private final Prepared prepared;
    private final Store store;
    private final Instant now;
    private final Predicate<Indicator> asked;
    private final @Nullable Column subject;
    private final @Nullable Column currency;
    private final @Nullable Column asOf;

    HealthRows(HealthLayout health, Prepared prepared, HealthRequest request, Instant now) {
        this.health = health;
        this.prepared = prepared;
        this.store = request.store();
        this.now = now;
        this.asked = indicator -> request.indicators().stream()
                .anyMatch(each -> indicator.key().equals(new RuleKey(each.category(), each.metric()))
                        && indicator.spend() == (each.kind() == HealthRules.Kind.SPEND));
        Map<Role, String> columns = health.layout().columns();
        this.subject = prepared.find(columns.get(Role.SUBJECT));
        this.currency = prepared.find(columns.get(Role.CURRENCY));
        this.asOf = prepared.find(columns.get(Role.AS_OF));
    }

    @Override
    public void read(Row row, List<HealthReading> rows) throws Rejected {
        row.requireCurrency(currency);
        String whom = subject == null ? store.id().value() : row.checkedId(subject);
        Instant at = asOf == null ? now : row.instant(asOf);
        List<HealthReading> read = new ArrayList<>();
        for (Indicator indicator : health.indicators()) {
            if (asked.test(indicator)) {
                (indicator.spend() ? spent(row, indicator) : counted(row, indicator))
                        .ifPresent(value -> read.add(new HealthReading(indicator.key(), whom, at, value, SOURCE)));
            }
        }
        rows.addAll(read);
    }

    private Optional<HealthValue> counted(Row row, Indicator indicator) throws Rejected {
        Column value = filled(row, indicator, Figure.VALUE);
        Column dividend = filled(row, indicator, Figure.DIVIDEND);
        Column divisor = filled(row, indicator, Figure.DIVISOR);
        Tally.Quotient quotient;
        if (value != null) {
            BigDecimal figure = notBelowZero(row, value);
            Column sample = filled(row, indicator, Figure.SAMPLE);
            quotient = new Tally.Quotient(
                    indicator.percent() ? figure.movePointLeft(2) : figure,
                    BigDecimal.ONE,
                    sample == null
                            ? OptionalLong.empty()
                            : OptionalLong.of(row.notBelow(0, sample, row.count(sample))));
        } else if (dividend != null && divisor != null) {
            long of = row.notBelow(0, divisor, row.count(divisor));
            quotient = new Tally.Quotient(notBelowZero(row, dividend), BigDecimal.valueOf(of), OptionalLong.of(of));
        } else {
            return Optional.empty();
        }
        return Optional.of(
                new HealthValue.Counted(new Tally(Optional.of(quotient), indicator.definition(), indicator.window())));
    }

    private Optional<HealthValue> spent(Row row, Indicator indicator) throws Rejected {
        Column spent = filled(row, indicator, Figure.SPENT);
        if (spent == null) {
            return Optional.empty();
        }
        Column budget = filled(row, indicator, Figure.BUDGET);
        return Optional.of(new HealthValue.Spent(new SpendRule.Spend(
                Optional.of(money(row, spent)),
                budget == null ? Optional.empty() : Optional.of(money(row, budget)),
                indicator.window())));
    }

    private Money money(Row row, Column column) throws Rejected {
        return Money.ofMinor(
                row.notBelow(0, column, row.amount(column, health.layout().unit())), store.currency());
    }

    private static BigDecimal notBelowZero(Row row, Column column) throws Rejected {
        BigDecimal figure = row.number(column);
        if (figure.signum() < 0) {
            throw Rejected.of(column, figure.toPlainString(), "is below 0");
        }
        return figure;
    }

    private @Nullable Column filled(Row row, Indicator indicator, Figure figure) throws Rejected {
        Column column = prepared.find(indicator.columns().get(figure));
        return column == null || row.missing(column) ? null : column;
    }

    @Override
    public List<Claim> claims(HealthReading reading) {
        return List.of(new Claim(
                reading.indicator() + " of " + reading.subject() + " at " + reading.asOf(),
                reading.value().toString()));
    }

    @Override
    public @Nullable Column key() {
        return subject;
    }
}
