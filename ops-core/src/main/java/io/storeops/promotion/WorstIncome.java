package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a seller is left with of a unit at worst: what the buyer pays and what the platform adds (D39). Immutable. One of three: reached by
 * a cart, proved for all carts, or not proved.
 */
public sealed interface WorstIncome {
    /**
     * The lowest income of all carts of few units.
     *
     * @param income of a unit, in minor units
     * @param cart the cart that leaves it: in the earliest interval, of the fewest units, with the first SKUs
     * @param interval the elementary interval in which it does; empty if no promotion has a window
     * @param promotions what is in effect, as listed; a threshold may still be missed
     * @param mostUnits the units of the largest carts that were looked at
     */
    record Reached(Fraction income, Cart cart, Optional<Window> interval, List<Promotion> promotions, int mostUnits)
            implements WorstIncome {
        /** Copies the promotions. */
        public Reached {
            requireNonNull(income, "income");
            requireNonNull(cart, "cart");
            requireNonNull(interval, "interval");
            promotions = ImmutableList.copyOf(promotions);
        }
    }

    /**
     * An income that no cart falls below, of whatever size.
     *
     * @param income of a unit, in minor units
     * @param interval the first elementary interval for which no more is proved; empty if no promotion has a window
     * @param promotions what is in effect where no more is proved, as listed
     */
    record Proved(Fraction income, Optional<Window> interval, List<Promotion> promotions) implements WorstIncome {
        /** Copies the promotions. */
        public Proved {
            requireNonNull(income, "income");
            requireNonNull(interval, "interval");
            promotions = ImmutableList.copyOf(promotions);
        }
    }

    /**
     * Nothing is proved, which counts as below every floor.
     *
     * @param reasons why, in words for people, one or more; copied
     */
    record Unproven(List<String> reasons) implements WorstIncome {
        /** Copies the reasons. */
        public Unproven {
            reasons = ImmutableList.copyOf(reasons);
        }

        /** The reasons in one line. */
        @Override
        public String toString() {
            return reasons.stream().collect(Collectors.joining("; "));
        }
    }

    /**
     * The income, if there is a proof of one.
     *
     * @return of a unit, in minor units; empty if nothing is proved
     */
    default Optional<Fraction> found() {
        if (this instanceof Reached reached) {
            return Optional.of(reached.income());
        }
        return this instanceof Proved proved ? Optional.of(proved.income()) : Optional.empty();
    }
}
