package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.Currency;
import java.util.Optional;

/**
 * ZHITONGCHE (直通车), ZUANZHAN (钻展) and whatever advertising tool the roster names (D29): broken where more was spent than the budget (D4),
 * which is the tool's own, else the roster's. Spend exactly 100 times the budget is named as a unit error. A hundredth is not: spend
 * begins at 0, and passes through it on every day.
 *
 * @param key category and metric of the tool
 * @param limits what it is compared with where the tool has no budget of its own, in major units
 * @param currency the store's
 */
public record SpendRule(RuleKey key, Limits limits, Currency currency) implements InspectionRule<SpendRule.Spend> {
    /** Checks for null. */
    public SpendRule {
        requireNonNull(key, "key");
        requireNonNull(limits, "limits");
        requireNonNull(currency, "currency");
    }

    /**
     * What is read of a tool.
     *
     * @param spent what was spent in the window; empty if it was not read
     * @param budget the budget that the tool has for the window; empty if it has none, or it was not read
     * @param window the time that it was spent in, as the source says it; empty if it does not say
     */
    public record Spend(Optional<Money> spent, Optional<Money> budget, Optional<Period> window) {
        /** Checks for null. */
        public Spend {
            requireNonNull(spent, "spent");
            requireNonNull(budget, "budget");
            requireNonNull(window, "window");
        }

        /**
         * Both amounts.
         *
         * @param spent what was spent in the window
         * @param budget the budget that the tool has for it
         * @return the spend
         */
        public static Spend of(Money spent, Money budget) {
            return new Spend(Optional.of(spent), Optional.of(budget), Optional.empty());
        }
    }

    @Override
    public Judgement judge(Instant asOf, Spend read) {
        if (read.spent().isEmpty()) {
            return Compared.of(key, asOf).missing();
        }
        Money spent = read.spent().get();
        Optional<BigDecimal> budget = read.budget().map(Money::major).or(limits::base);
        Optional<Value> base = read.budget()
                .<Value>map(Value.Amount::new)
                .or(() -> limits.base().map(Value.Decimal::new));
        Compared compared = Limits.beside(key, asOf, new Value.Amount(spent), base);
        if (limits.isOther(read.window())) {
            return compared.unchecked(
                    Phrase.OTHER_WINDOW,
                    new Value.Text(read.window().orElseThrow().toString()),
                    new Value.Text(limits.window().orElseThrow().toString()));
        }
        if (spent.minor() < 0 || read.budget().filter(own -> own.minor() < 0).isPresent()) {
            return compared.unchecked(Phrase.NEGATIVE);
        }
        if (budget.isEmpty()) {
            return compared.withoutBase();
        }
        if (!spent.currency().equals(read.budget().map(Money::currency).orElse(currency))) {
            return compared.unchecked(Phrase.OTHER_CURRENCY);
        }
        BigDecimal limit = budget.get();
        return UnitError.between(spent.major(), limit)
                .filter(error -> error == Phrase.UNIT_ERROR_HUNDREDFOLD)
                .map(compared::broken)
                .orElseGet(() -> limits.judge(
                        compared, spent.major().compareTo(limit), spent.major().compareTo(limits.clearing(limit))));
    }
}
