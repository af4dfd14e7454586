package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import io.storeops.position.MaintenanceRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * STOCK (库存), a SKU's: broken where the marketplace has none while the ERP has some to sell, or differs from the ERP less what was
 * sold and not yet booked there by more than the tolerance. Either counts once it stood so in every observation for the grace, so one
 * observation never fires it (D6); until then the answer is LEARNING.
 *
 * @param limits tolerance and grace, the roster's
 */
public record StockRule(MaintenanceRules.Stock limits) implements InspectionRule<StockRule.Stock> {
    /** The rule's key. */
    public static final RuleKey KEY = RuleKey.of("STOCK");

    /** Checks for null. */
    public StockRule {
        requireNonNull(limits, "limits");
    }

    /**
     * What is read of a SKU.
     *
     * @param tracked whether the marketplace counts its stock; a SKU that it does not count is sold without end
     * @param platform the units that the marketplace has; empty if it gave no number
     * @param erp the units that the ERP can sell; empty if it does not know the SKU
     * @param unsynced the paid units that the ERP does not know yet, 0 or more
     * @param since the first observation of the unbroken run in which it differed, as {@link Streak} has it; empty if the last one did not
     */
    public record Stock(
            boolean tracked, OptionalLong platform, OptionalLong erp, long unsynced, Optional<Instant> since) {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException if the paid units are negative
         */
        public Stock {
            requireNonNull(platform, "platform");
            requireNonNull(erp, "erp");
            requireNonNull(since, "since");
            if (unsynced < 0) {
                throw new IllegalArgumentException("Units not yet in the ERP are 0 or more, not " + unsynced);
            }
        }

        /**
         * A SKU whose stock is counted, as it is read for the first time.
         *
         * @param platform the units that the marketplace has
         * @param erp the units that the ERP can sell
         * @param unsynced the paid units that the ERP does not know yet, 0 or more
         * @return the stock
         */
        public static Stock of(long platform, long erp, long unsynced) {
            return new Stock(true, OptionalLong.of(platform), OptionalLong.of(erp), unsynced, Optional.empty());
        }

        /**
         * A SKU of which the marketplace does not count the stock.
         *
         * @return the stock
         */
        public static Stock untracked() {
            return new Stock(false, OptionalLong.empty(), OptionalLong.empty(), 0, Optional.empty());
        }

        /**
         * The same in a run of observations.
         *
         * @param first the first observation in which it differed
         * @return the stock
         */
        public Stock differingSince(Instant first) {
            return new Stock(tracked, platform, erp, unsynced, Optional.of(first));
        }
    }

    @Override
    public RuleKey key() {
        return KEY;
    }

    @Override
    public boolean isPlainlyKept(Instant asOf, Stock read) {
        if (!read.tracked()) {
            return true;
        }
        long platform = read.platform().orElse(-1);
        long erp = read.erp().orElse(-1);
        return platform >= 0 && erp >= 0 && !soldOut(platform, erp) && agree(platform, erp - read.unsynced());
    }

    @Override
    public Judgement judge(Instant asOf, Stock read) {
        if (!read.tracked()) {
            return Compared.of(KEY, asOf).cleared(Phrase.STOCK_UNTRACKED);
        }
        if (read.platform().isEmpty()) {
            return Compared.of(KEY, asOf).missing();
        }
        long platform = read.platform().getAsLong();
        Value measured = new Value.Count(platform);
        if (platform < 0) {
            return Compared.of(KEY, asOf, measured).unchecked(Phrase.NEGATIVE);
        }
        if (read.erp().isEmpty()) {
            return Compared.of(KEY, asOf, measured).withoutBase();
        }
        long erp = read.erp().getAsLong();
        if (erp < 0) {
            return Compared.of(KEY, asOf, measured, new Value.Count(erp)).unchecked(Phrase.ERP_NEGATIVE);
        }
        long expected = erp - read.unsynced();
        Compared compared = Compared.of(KEY, asOf, measured, new Value.Count(expected));
        boolean soldOut = soldOut(platform, erp);
        if (!soldOut && agree(platform, expected)) {
            return compared.cleared(Phrase.STOCK_AGREES);
        }
        Duration lasted = lasted(asOf, read);
        return lasted.compareTo(limits.grace()) < 0
                ? compared.learning(
                        Standing.BROKEN,
                        Phrase.STOCK_WAITS,
                        new Value.Lasting(lasted),
                        new Value.Lasting(limits.grace()))
                : soldOut
                        ? compared.broken(Phrase.STOCK_SOLD_OUT, new Value.Count(erp), new Value.Lasting(lasted))
                        : compared.broken(Phrase.STOCK_DIFFERS, new Value.Lasting(lasted));
    }

    private static boolean soldOut(long platform, long erp) {
        return platform == 0 && erp > 0;
    }

    /** Whether the difference is within the tolerance; no difference is formed that could exceed 64 bits. */
    private boolean agree(long platform, long expected) {
        return platform - limits.tolerance() <= expected
                && (expected <= 0 || expected - limits.tolerance() <= platform);
    }

    private static Duration lasted(Instant asOf, Stock read) {
        Duration lasted = Duration.between(read.since().orElse(asOf), asOf);
        return lasted.isNegative() ? Duration.ZERO : lasted;
    }
}
