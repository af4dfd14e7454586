package io.storeops.inspection;

import java.time.Instant;

/**
 * A rule of the daily inspection, as data: what it compares with stands in it, what was read is handed to it, and nothing else counts.
 * Every rule of the roster stands in {@link InspectionRules}. Immutable and thread-safe.
 *
 * @param <V> what is read of a subject
 */
public sealed interface InspectionRule<V>
        permits ActivityExpiryRule,
                CompetitorPriceRule,
                CompetitorSalesRule,
                CompetitorTitleRule,
                InformationRule,
                PageRule,
                PenaltyRule,
                PriceRule,
                RateRule,
                ScoreRule,
                SpendRule,
                StockRule {
    /**
     * Which rule it is.
     *
     * @return category and metric of the anomalies that it finds
     */
    RuleKey key();

    /**
     * What it says of a value of a source that can be judged by.
     *
     * @param asOf the instant of which the source speaks, which is the rule's now (D5)
     * @param read what was read of the subject
     * @return the judgement
     */
    Judgement judge(Instant asOf, V read);

    /**
     * Whether a value keeps the rule, told without a judgement: cheaper by far, and enough for the many of which nobody asks more.
     *
     * @param asOf the instant of which the source speaks
     * @param read what was read of the subject
     * @return true only if the judgement would be OK; false says nothing
     */
    default boolean isPlainlyKept(Instant asOf, V read) {
        return false;
    }

    /**
     * What it says of a value of a source. Over many values {@link InspectionRun} asks for the source once.
     *
     * @param look the look at the source
     * @param read what was read of the subject
     * @return the judgement; COULD_NOT_CHECK for whatever the source cannot be judged by (D5)
     */
    default Judgement judge(Look look, V read) {
        return look.findObstacle(key()).orElseGet(() -> judge(look.asOf().orElseThrow(), read));
    }
}
