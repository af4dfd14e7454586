package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * A promotion of the price of a unit. Immutable.
 *
 * @param terms name, scope, share, group and window
 * @param level ITEM, FLASH or MEMBER
 * @param cut what it takes off a unit; of MEMBER a percentage
 */
public record UnitPromotion(Terms terms, Level level, Cut cut) implements Promotion {
    /**
     * Checks that the model knows it.
     *
     * @throws IllegalArgumentException if the level is not of a unit, or MEMBER takes off something other than a percentage
     */
    public UnitPromotion {
        requireNonNull(terms, "terms");
        requireNonNull(cut, "cut");
        if (!level.isOfUnit()) {
            throw new IllegalArgumentException(
                    "Promotion " + terms.id() + " of level " + level + " is one of the order, not of a unit");
        }
        if (level == Level.MEMBER && !(cut instanceof Cut.Percent)) {
            throw new IllegalArgumentException(
                    "MEMBER promotion " + terms.id() + " takes off a percentage, not " + cut);
        }
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
    public UnitPromotion as(String name, Window other) {
        return new UnitPromotion(terms.as(name, other), level, cut);
    }

    @Override
    public Set<String> scope() {
        return terms.scope();
    }
}
