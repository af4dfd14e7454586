package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.marketplace.Cells.Column;
import io.storeops.adapter.csv.marketplace.HealthLayout.Figure;
import io.storeops.adapter.csv.marketplace.HealthLayout.Indicator;
import io.storeops.adapter.csv.marketplace.HealthLayout.Role;
import io.storeops.adapter.csv.marketplace.HealthLayout.Scale;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as readings of the indicators that are asked for, one of each for which the record has a figure. An indicator whose
 * figure is missing is left out, never 0.
 */
final class HealthRows implements RowReader<HealthReading> {
    private static final String SOURCE = "csv";

    private final Cells cells;
    private final HealthLayout layout;
    private final Store store;
    private final Optional<Instant> file;
    private final @Nullable Column subject;
    private final @Nullable Column currency;
    private final @Nullable Column asOf;
    private final Map<Indicator, Columns<Figure>> asked = new LinkedHashMap<>();
    private @Nullable Instant earliest;

    HealthRows(
            Cells cells,
            HealthLayout layout,
            Map<String, Integer> places,
            Optional<Instant> file,
            Store store,
            Predicate<Indicator> asked) {
        this.cells = cells;
        this.layout = layout;
        this.store = store;
        this.file = file;
        Columns<Role> columns = new Columns<>(layout.sheet().columns(), places);
        this.subject = columns.find(Role.SUBJECT);
        this.currency = columns.find(Role.CURRENCY);
        this.asOf = layout.sheet().asOf().column().map(columns::of).orElse(null);
        for (Indicator indicator : layout.indicators()) {
            if (asked.test(indicator)) {
                this.asked.put(indicator, new Columns<>(indicator.columns(), places));
            }
        }
    }

    /** Whether an indicator of a file is one of those that a request names. */
    static Predicate<Indicator> asked(HealthRequest request) {
        return indicator -> request.indicators().stream()
                .anyMatch(each -> indicator.key().equals(new RuleKey(each.category(), each.metric()))
                        && indicator.spend() == (each.kind() == HealthRules.Kind.SPEND));
    }

    @Override
    public void read(List<HealthReading> rows) throws RowRefused {
        cells.requireCurrency(currency);
        String whom = subject == null ? store.id().value() : cells.checkedId(subject);
        Instant at = at();
        List<HealthReading> read = new ArrayList<>();
        for (Map.Entry<Indicator, Columns<Figure>> one : asked.entrySet()) {
            Optional<HealthValue> value =
                    one.getKey().spend() ? spent(one.getKey(), one.getValue()) : counted(one.getKey(), one.getValue());
            if (value.isPresent()) {
                read.add(new HealthReading(one.getKey().key(), whom, at, value.get(), SOURCE));
            }
        }
        rows.addAll(read);
        earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
    }

    private Instant at() throws RowRefused {
        if (asOf != null) {
            return cells.moment(asOf);
        }
        return file.orElseThrow(() -> new RowRefused(
                Optional.empty(),
                "nobody knows of which instant the figures speak; say under health.asOf how the file tells it"));
    }

    private Optional<HealthValue> counted(Indicator indicator, Columns<Figure> columns) throws RowRefused {
        Column value = filled(columns, Figure.VALUE);
        Column dividend = filled(columns, Figure.DIVIDEND);
        Column divisor = filled(columns, Figure.DIVISOR);
        Tally.Quotient quotient;
        if (value != null) {
            BigDecimal figure = notBelowZero(value, cells.share(value, indicator.scale() == Scale.PERCENT));
            Column sample = filled(columns, Figure.SAMPLE);
            quotient = new Tally.Quotient(
                    figure, BigDecimal.ONE, sample == null ? OptionalLong.empty() : OptionalLong.of(count(sample)));
        } else if (dividend != null && divisor != null) {
            long of = count(divisor);
            quotient = new Tally.Quotient(
                    notBelowZero(dividend, cells.decimal(dividend)), BigDecimal.valueOf(of), OptionalLong.of(of));
        } else {
            return Optional.empty();
        }
        return Optional.of(
                new HealthValue.Counted(new Tally(Optional.of(quotient), indicator.definition(), indicator.window())));
    }

    private Optional<HealthValue> spent(Indicator indicator, Columns<Figure> columns) throws RowRefused {
        Column spent = filled(columns, Figure.SPENT);
        if (spent == null) {
            return Optional.empty();
        }
        Column budget = filled(columns, Figure.BUDGET);
        return Optional.of(new HealthValue.Spent(new SpendRule.Spend(
                Optional.of(money(spent)),
                budget == null ? Optional.empty() : Optional.of(money(budget)),
                indicator.window())));
    }

    private Money money(Column column) throws RowRefused {
        return Money.ofMinor(
                cells.notBelow(0, column, cells.amount(column, layout.sheet().unit())), store.currency());
    }

    private long count(Column column) throws RowRefused {
        return cells.notBelow(0, column, cells.count(column));
    }

    private BigDecimal notBelowZero(Column column, BigDecimal figure) throws RowRefused {
        if (figure.signum() < 0) {
            throw cells.refused(column, "is below 0");
        }
        return figure;
    }

    private @Nullable Column filled(Columns<Figure> columns, Figure figure) {
        Column column = columns.find(figure);
        return column == null || cells.missing(column) ? null : column;
    }

    @Override
    public Optional<Instant> asOf() {
        return Optional.ofNullable(earliest);
    }
}
