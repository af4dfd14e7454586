package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.catalog.Money;
import io.storeops.inspection.CompetitorPriceRule;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.StockRule;
import io.storeops.inspection.Streak;
import java.time.Instant;
import java.util.Optional;

/** What is read of a subject, with what its rule needs of the past (D6, D15). Pure. */
final class Filled {
    private Filled() {}

    static Object in(Context context, RuleKey rule, String subject, Object read, Optional<Streak> before) {
        if (read instanceof StockRule.Stock stock && stock.since().isEmpty()) {
            Optional<Instant> since = before.flatMap(Streak::since);
            return since.isPresent() ? stock.differingSince(since.get()) : stock;
        }
        if (read instanceof CompetitorPriceRule.Price price && price.reference().isEmpty()) {
            return new CompetitorPriceRule.Price(
                    price.shown(),
                    Reference.last(context, new AnomalyKey(rule, subject))
                            .map(known ->
                                    Money.ofMinor(known.value(), context.store().currency())));
        }
        return read;
    }

    /** The first price of a rival that is seen is what the next are compared with. */
    static Optional<Long> firstReference(Object read) {
        return read instanceof CompetitorPriceRule.Price price
                        && price.reference().isEmpty()
                ? price.shown().map(Money::minor).filter(minor -> minor > 0)
                : Optional.empty();
    }
}
