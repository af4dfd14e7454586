package io.storeops.detection;

import io.storeops.calendar.SlotId;
import io.storeops.position.MaintenanceRules;
import java.math.BigDecimal;

/** When so many of a run's checks fail one rule that the source itself is wrong (D25). */
final class Breaker {
    private final MaintenanceRules.MassBreaker rules;

    Breaker(MaintenanceRules.MassBreaker rules) {
        this.rules = rules;
    }

    boolean trips(int failed, int checked) {
        return failed > rules.count()
                && BigDecimal.valueOf(failed).compareTo(rules.share().multiply(BigDecimal.valueOf(checked))) > 0;
    }

    /** The one judgement on the source in place of those on items. */
    Judgement told(String metric, SlotId at, int failed, int checked) {
        double most = Math.max((double) rules.count(), rules.share().doubleValue() * checked);
        return Judgement.anomaly(
                Rule.MASS, metric, Judgement.SOURCE + metric, at, SlotId.of(at.date(), 1), failed, most);
    }
}
