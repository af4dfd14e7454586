package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * COMPETITOR PRICE (竞品价格), a rival item's: broken where its price moved up or down by the roster's share of the reference in force, or
 * by more (D4): |new - reference| / reference, exactly. A price exactly 100 times or a hundredth of the reference is named as a unit error.
 *
 * @param move the share from which on it is told; empty if the roster has none
 */
public record CompetitorPriceRule(Optional<BigDecimal> move) implements InspectionRule<CompetitorPriceRule.Price> {
    /** The rule's key. */
    public static final RuleKey KEY = RuleKey.of("COMPETITOR", "PRICE");

    /** Checks for null. */
    public CompetitorPriceRule {
        requireNonNull(move, "move");
    }

    /**
     * What is read of a rival's item.
     *
     * @param shown its price; empty if none was read
     * @param reference the price in force as reference (D15); empty if there is none yet
     */
    public record Price(Optional<Money> shown, Optional<Money> reference) {
        /** Checks for null. */
        public Price {
            requireNonNull(shown, "shown");
            requireNonNull(reference, "reference");
        }

        /**
         * Both prices.
         *
         * @param shown its price
         * @param reference the price in force as reference
         * @return the price
         */
        public static Price of(Money shown, Money reference) {
            return new Price(Optional.of(shown), Optional.of(reference));
        }
    }

    @Override
    public RuleKey key() {
        return KEY;
    }

    @Override
    public boolean isPlainlyKept(Instant asOf, Price read) {
        return read.shown().filter(shown -> shown.minor() > 0).isPresent()
                && read.shown().equals(read.reference())
                && move.filter(share -> share.signum() > 0).isPresent();
    }

    @Override
    public Judgement judge(Instant asOf, Price read) {
        if (read.shown().isEmpty()) {
            return Compared.of(KEY, asOf).missing();
        }
        Money shown = read.shown().get();
        Value measured = new Value.Amount(shown);
        if (shown.minor() < 0) {
            return Compared.of(KEY, asOf, measured).unchecked(Phrase.NEGATIVE);
        }
        // Of a reference of 0 nothing is a share.
        if (read.reference().filter(known -> known.minor() > 0).isEmpty() || move.isEmpty()) {
            return Compared.of(KEY, asOf, measured).withoutBase();
        }
        Money reference = read.reference().get();
        Compared compared = Compared.of(KEY, asOf, measured, new Value.Amount(reference));
        if (!shown.currency().equals(reference.currency())) {
            return compared.unchecked(Phrase.OTHER_CURRENCY);
        }
        BigDecimal base = BigDecimal.valueOf(reference.minor());
        BigDecimal moved = BigDecimal.valueOf(shown.minor()).subtract(base).abs();
        boolean told = moved.compareTo(base.multiply(move.get())) >= 0;
        return UnitError.between(shown.minor(), reference.minor())
                .map(error -> compared.otherUnit(error, told))
                .orElseGet(() -> told
                        ? compared.broken(Phrase.MOVED, new Value.Share(moved, base), limit())
                        : compared.cleared(Phrase.MOVED_LITTLE, new Value.Share(moved, base), limit()));
    }

    private Value limit() {
        return new Value.Share(move.orElseThrow(), BigDecimal.ONE);
    }
}
