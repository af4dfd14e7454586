package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * PRICE (价格), a SKU's: broken where the price that buyers see is not the approved one (R38, R40), by whatever amount. A price exactly
 * 100 times or a hundredth of the approved one is named as a unit error, and is an anomaly all the same: buyers see it.
 */
public record PriceRule() implements InspectionRule<PriceRule.Price> {
    /** The rule's key. */
    public static final RuleKey KEY = RuleKey.of("PRICE");

    /**
     * What is read of a SKU.
     *
     * @param shown the price that buyers see; empty if none was read
     * @param approved the approved price at the instant of the source: of a running activity, else of the price book (D8); empty if
     *     there is none
     */
    public record Price(Optional<Money> shown, Optional<Money> approved) {
        /** Checks for null. */
        public Price {
            requireNonNull(shown, "shown");
            requireNonNull(approved, "approved");
        }

        /**
         * Both prices.
         *
         * @param shown the price that buyers see
         * @param approved the approved price
         * @return the price
         */
        public static Price of(Money shown, Money approved) {
            return new Price(Optional.of(shown), Optional.of(approved));
        }
    }

    @Override
    public RuleKey key() {
        return KEY;
    }

    @Override
    public boolean isPlainlyKept(Instant asOf, Price read) {
        return read.shown().isPresent()
                && read.shown().get().minor() >= 0
                && read.shown().equals(read.approved());
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
        if (read.approved().isEmpty()) {
            return Compared.of(KEY, asOf, measured).withoutBase();
        }
        Money approved = read.approved().get();
        Compared compared = Compared.of(KEY, asOf, measured, new Value.Amount(approved));
        if (!shown.currency().equals(approved.currency())) {
            return compared.unchecked(Phrase.OTHER_CURRENCY);
        }
        return shown.minor() == approved.minor()
                ? compared.cleared(Phrase.SAME)
                : compared.broken(
                        UnitError.between(shown.minor(), approved.minor()).orElse(Phrase.DIFFERENT));
    }
}
