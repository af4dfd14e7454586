package io.storeops.health;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.inspection.SpendRule;
import io.storeops.inspection.Tally;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was read of an indicator, as its rule takes it. What a source did not give is missing in it, and never 0. */
public sealed interface HealthValue {
    /**
     * A score or a rate.
     *
     * @param tally the figure, and how it was counted
     */
    record Counted(Tally tally) implements HealthValue {
        /** Checks for null. */
        public Counted {
            requireNonNull(tally, "tally");
        }
    }

    /**
     * What an advertising tool spent.
     *
     * @param spend the amount, and the tool's own budget
     */
    record Spent(SpendRule.Spend spend) implements HealthValue {
        /** Checks for null. */
        public Spent {
            requireNonNull(spend, "spend");
        }
    }

    /**
     * The penalties in force, all of them.
     *
     * @param penalties the penalties, each id once, copied; none if there are none
     */
    record InForce(List<Penalty> penalties) implements HealthValue {
        /**
         * Copies the penalties.
         *
         * @throws IllegalArgumentException if two have one id
         */
        public InForce {
            penalties = ImmutableList.copyOf(penalties);
            Set<String> ids = new HashSet<>();
            for (Penalty penalty : penalties) {
                if (!ids.add(penalty.id())) {
                    throw new IllegalArgumentException("The penalty " + penalty.id() + " stands twice");
                }
            }
        }
    }
}
