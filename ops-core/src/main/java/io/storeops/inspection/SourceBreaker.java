package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import io.storeops.position.MaintenanceRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The breaker of a source (D25): where more than the greater of a number and a share of the checked listings fail one rule in one run, the
 * source itself is wrong. Then its finding stands for the whole run, and none of the run's anomalies is taken.
 *
 * @param limits the number and the share, the roster's
 */
public record SourceBreaker(MaintenanceRules.MassBreaker limits) {
    private static final String SOURCE = "SOURCE:";

    /** Checks for null. */
    public SourceBreaker {
        requireNonNull(limits, "limits");
    }

    /**
     * What a run says of its source.
     *
     * @param look the look at the source
     * @param rule the rule that the listings were judged by
     * @param failed how many of them are an ANOMALY
     * @return the one finding that stands for all of them, of the rule INFORMATION; empty if each stands for itself
     */
    public Optional<Judgement> judge(Look look, RuleKey rule, long failed) {
        if (!limits.trips(failed, look.checked())) {
            return Optional.empty();
        }
        BigDecimal share = limits.share().multiply(BigDecimal.valueOf(look.checked()));
        return Optional.of(new Judgement(
                InformationRule.KEY,
                InspectionVerdict.ANOMALY,
                Standing.BROKEN,
                Phrase.SOURCE_WRONG,
                Optional.of(new Value.Count(failed)),
                Optional.of(new Value.Decimal(share.max(BigDecimal.valueOf(limits.count())))),
                List.of(new Value.Count(look.checked()), new Value.Text(rule.toString())),
                look.asOf()));
    }

    /**
     * The subject of the finding.
     *
     * @param rule the rule that the listings were judged by
     * @return as in {@code SOURCE:PRICE} or {@code SOURCE:PAGE:TITLE}
     */
    public static String subject(RuleKey rule) {
        return SOURCE + rule;
    }
}
