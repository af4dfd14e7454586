package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * COMPETITOR SALES (竞品销量), a rival item's: broken where its count of sales rose by the roster's share of the reference in force, or by
 * more, exactly. A count that fell is told and not trusted: COULD_NOT_CHECK. A count exactly 100 times or a hundredth of the reference is
 * named as a unit error.
 *
 * @param move the share from which on it is told; empty if the roster has none
 */
public record CompetitorSalesRule(Optional<BigDecimal> move) implements InspectionRule<CompetitorSalesRule.Sales> {
    /** The rule's key. */
    public static final RuleKey KEY = RuleKey.of("COMPETITOR", "SALES");

    /** Checks for null. */
    public CompetitorSalesRule {
        requireNonNull(move, "move");
    }

    /**
     * What is read of a rival's item.
     *
     * @param shown its count of sales; empty if none was read, which is not 0
     * @param reference the count in force as reference (D15); empty if there is none yet
     */
    public record Sales(OptionalLong shown, OptionalLong reference) {
        /** Checks for null. */
        public Sales {
            requireNonNull(shown, "shown");
            requireNonNull(reference, "reference");
        }

        /**
         * Both counts.
         *
         * @param shown its count of sales
         * @param reference the count in force as reference
         * @return the sales
         */
        public static Sales of(long shown, long reference) {
            return new Sales(OptionalLong.of(shown), OptionalLong.of(reference));
        }
    }

    @Override
    public RuleKey key() {
        return KEY;
    }

    @Override
    public Judgement judge(Instant asOf, Sales read) {
        if (read.shown().isEmpty()) {
            return Compared.of(KEY, asOf).missing();
        }
        long shown = read.shown().getAsLong();
        Value measured = new Value.Count(shown);
        if (shown < 0) {
            return Compared.of(KEY, asOf, measured).unchecked(Phrase.NEGATIVE);
        }
        // Of a reference of 0 nothing is a share.
        long reference = read.reference().orElse(0);
        if (reference <= 0 || move.isEmpty()) {
            return Compared.of(KEY, asOf, measured).withoutBase();
        }
        Compared compared = Compared.of(KEY, asOf, measured, new Value.Count(reference));
        BigDecimal base = BigDecimal.valueOf(reference);
        BigDecimal moved = BigDecimal.valueOf(shown).subtract(base);
        boolean told = moved.compareTo(base.multiply(move.get())) >= 0;
        Value limit = new Value.Share(move.get(), BigDecimal.ONE);
        Optional<Phrase> unitError = UnitError.between(shown, reference);
        if (unitError.isPresent()) {
            return compared.otherUnit(unitError.get(), told);
        }
        if (moved.signum() < 0) {
            return compared.unchecked(Phrase.COUNTER_FELL);
        }
        return told
                ? compared.broken(Phrase.MOVED, new Value.Share(moved, base), limit)
                : compared.cleared(Phrase.MOVED_LITTLE, new Value.Share(moved, base), limit);
    }
}
