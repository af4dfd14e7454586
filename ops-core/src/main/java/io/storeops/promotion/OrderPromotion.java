package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A promotion of what an order costs, spread over its lines by their amounts. Immutable.
 *
 * @param terms name, scope, share, group and window
 * @param level ORDER or CODE
 * @param cut an amount or a percentage off
 * @param threshold what the order must reach; empty for nothing
 * @param cap the most minor units that it takes off one order, 0 to {@link Cut#MOST_MINOR}; empty for no limit
 */
public record OrderPromotion(Terms terms, Level level, Cut cut, Optional<Threshold> threshold, OptionalLong cap)
        implements Promotion {
    /**
     * Checks that the model knows it.
     *
     * @throws IllegalArgumentException if the level is of a unit, it sets a price, a percentage is for each threshold, or the cap is
     *     out of range
     */
    public OrderPromotion {
        requireNonNull(terms, "terms");
        requireNonNull(threshold, "threshold");
        if (level.isOfUnit()) {
            throw new IllegalArgumentException(
                    "Promotion " + terms.id() + " of level " + level + " is one of a unit, not of the order");
        }
        if (cut instanceof Cut.Price) {
            throw new IllegalArgumentException(
                    level + " promotion " + terms.id() + " takes off an amount or a percentage, not " + cut);
        }
        if (cut instanceof Cut.Percent && threshold.filter(Threshold::each).isPresent()) {
            throw new IllegalArgumentException(
                    level + " promotion " + terms.id() + " takes a percentage off once, not for each threshold");
        }
        cap.ifPresent(most -> Cut.checked("cap of promotion " + terms.id(), most));
    }

    /**
     * A promotion of the order without threshold and cap.
     *
     * @param terms name, scope, share, group and window
     * @param level ORDER or CODE
     * @param cut an amount or a percentage off
     * @return the promotion
     * @throws IllegalArgumentException as the constructor
     */
    public static OrderPromotion of(Terms terms, Level level, Cut cut) {
        return new OrderPromotion(terms, level, cut, Optional.empty(), OptionalLong.empty());
    }

    /**
     * The same from a threshold on.
     *
     * @param reached what the order must reach
     * @return the promotion
     * @throws IllegalArgumentException if a percentage is for each threshold
     */
    public OrderPromotion from(Threshold reached) {
        return new OrderPromotion(terms, level, cut, Optional.of(reached), cap);
    }

    /**
     * The same with a cap.
     *
     * @param minor the most that it takes off one order, in minor units
     * @return the promotion
     * @throws IllegalArgumentException if the cap is out of range
     */
    public OrderPromotion cappedAt(long minor) {
        return new OrderPromotion(terms, level, cut, threshold, OptionalLong.of(minor));
    }

    @Override
    public String id() {
        return terms.id();
    }

    @Override
    public Window window() {
        return terms.window();
    }

    @Override
    public OrderPromotion as(String name, Window other) {
        return new OrderPromotion(terms.as(name, other), level, cut, threshold, cap);
    }

    @Override
    public Set<String> scope() {
        return terms.scope();
    }
}
