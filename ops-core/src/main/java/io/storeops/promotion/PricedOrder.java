package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * What a cart costs, step by step. Immutable.
 *
 * @param cart the cart
 * @param steps what its lines cost after the promotions of a unit, and after each promotion of the order that applied; copied
 * @param funding what the platform pays beside each line, in minor units; copied
 */
public record PricedOrder(Cart cart, List<Step> steps, List<Fraction> funding) {
    /**
     * A step.
     *
     * @param promotion the promotion of the order that applied; empty for all of a unit together
     * @param amounts what each line costs after it, in minor units, in the order of the cart; copied
     */
    public record Step(Optional<Promotion> promotion, List<Long> amounts) {
        /** Copies the amounts. */
        public Step {
            requireNonNull(promotion, "promotion");
            amounts = ImmutableList.copyOf(amounts);
        }
    }

    /**
     * Copies steps and funding.
     *
     * @throws IllegalArgumentException if there is no step, or one does not have an amount for each line
     */
    public PricedOrder {
        int lines = cart.lines().size();
        steps = ImmutableList.copyOf(steps);
        funding = ImmutableList.copyOf(funding);
        if (steps.isEmpty()
                || funding.size() != lines
                || steps.stream().anyMatch(step -> step.amounts().size() != lines)) {
            throw new IllegalArgumentException(
                    "Each of one or more steps needs an amount for each line of " + cart + ", and so does the funding");
        }
    }

    /**
     * What the buyer pays for each line.
     *
     * @return minor units in the order of the cart
     */
    public List<Long> amounts() {
        return steps.get(steps.size() - 1).amounts();
    }

    /**
     * What the seller is left with of a unit: what the buyer pays and what the platform adds (D39).
     *
     * @param sku a SKU of the cart
     * @return minor units, not rounded
     * @throws IllegalArgumentException if the cart has no line of it
     */
    public Fraction income(String sku) {
        for (int line = 0; line < cart.lines().size(); line++) {
            if (cart.lines().get(line).sku().equals(sku)) {
                return Ratio.of(amounts().get(line))
                        .plus(Ratio.of(funding.get(line)))
                        .times(1, cart.lines().get(line).units())
                        .fraction();
            }
        }
        throw new IllegalArgumentException("The cart " + cart + " has no line of SKU " + sku);
    }
}
