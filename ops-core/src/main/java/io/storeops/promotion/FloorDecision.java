package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;
import io.storeops.promotion.WorstIncome.Proved;
import io.storeops.promotion.WorstIncome.Reached;
import io.storeops.promotion.WorstIncome.Unproven;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Whether a plan keeps the floor of a SKU (D38-D40). Immutable.
 *
 * @param sku the SKU
 * @param floor the least that the seller wants of a unit, in minor units; empty if no floor is set, which is not a floor of 0
 * @param verdict the answer
 * @param worst what it rests on
 * @param counterExample a cart that shows a refusal, if one of few units falls below the floor
 */
public record FloorDecision(
        String sku, OptionalLong floor, Verdict verdict, WorstIncome worst, Optional<Reached> counterExample) {
    /** An answer about a floor. */
    public enum Verdict {
        /** No floor is set. */
        NO_FLOOR,
        /** The floor is kept. */
        OK,
        /** It is not, or not for sure. */
        BELOW_FLOOR,
        /** Nothing is proved, which counts as below the floor. */
        UNPROVEN
    }

    /** Checks the SKU. */
    public FloorDecision {
        IdText.checked("SKU id", sku);
        requireNonNull(floor, "floor");
        requireNonNull(verdict, "verdict");
        requireNonNull(worst, "worst");
        requireNonNull(counterExample, "counterExample");
    }

    /** The decision on an income; the counter-example is whatever cart is known, shown if it falls below the floor. */
    static FloorDecision of(String sku, OptionalLong floor, WorstIncome worst, Optional<Reached> known) {
        Verdict verdict = verdict(floor, worst);
        return new FloorDecision(
                sku,
                floor,
                verdict,
                worst,
                known.filter(
                        cart -> verdict == Verdict.BELOW_FLOOR && cart.income().isBelow(floor.orElseThrow())));
    }

    static Verdict verdict(OptionalLong floor, WorstIncome worst) {
        if (floor.isEmpty()) {
            return Verdict.NO_FLOOR;
        }
        return worst.found()
                .map(income -> income.isBelow(floor.getAsLong()) ? Verdict.BELOW_FLOOR : Verdict.OK)
                .orElse(Verdict.UNPROVEN);
    }

    /**
     * Whether the plan must not go on as it is.
     *
     * @return true for BELOW_FLOOR and UNPROVEN
     */
    public boolean isRefused() {
        return verdict == Verdict.BELOW_FLOOR || verdict == Verdict.UNPROVEN;
    }

    /**
     * The decision in words: of a refusal the promotions, the cart, the interval, the income and the floor.
     *
     * @param minorDigits how many decimals the currency has, 0 to 9
     * @return one or two sentences; incomes are rounded down
     * @throws IllegalArgumentException if the number of digits is out of range
     */
    public String sentence(int minorDigits) {
        String wanted = floor.isEmpty()
                ? "no floor is set"
                : "the floor is " + Fraction.of(floor.getAsLong(), 1).shown(minorDigits);
        if (worst instanceof Unproven unproven) {
            return "Nothing is proved of " + sku + ", and " + wanted + ": " + unproven;
        }
        if (worst instanceof Reached reached) {
            return cart(reached, minorDigits) + "; " + wanted;
        }
        Proved proved = (Proved) worst;
        return "No cart leaves less than " + proved.income().shown(minorDigits) + " of a unit of " + sku + " under "
                + names(proved.promotions()) + when(proved.interval()) + "; " + wanted
                + counterExample
                        .map(cart -> ". " + cart(cart, minorDigits))
                        .orElse(verdict == Verdict.BELOW_FLOOR ? ". No cart below it was found" : "");
    }

    private String cart(Reached reached, int minorDigits) {
        return "The cart " + reached.cart() + " leaves " + reached.income().shown(minorDigits) + " of a unit of " + sku
                + " under " + names(reached.promotions()) + when(reached.interval());
    }

    private static String names(List<Promotion> promotions) {
        return promotions.isEmpty()
                ? "no promotion"
                : promotions.stream().map(Promotion::id).collect(Collectors.joining(", "));
    }

    private static String when(Optional<Window> interval) {
        return interval.map(window -> " from " + window).orElse("");
    }
}
