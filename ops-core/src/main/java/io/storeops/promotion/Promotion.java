package io.storeops.promotion;

import java.util.Set;

/**
 * A promotion (促销): something that lowers what a buyer pays (D40). Immutable. What the price model has no rule for is an
 * {@link UnknownPromotion}, so that it cannot be forgotten.
 */
public sealed interface Promotion permits UnitPromotion, OrderPromotion, UnknownPromotion {
    /**
     * Its id.
     *
     * @return the id, one of a plan
     */
    String id();

    /**
     * When it is in effect.
     *
     * @return the window
     */
    Window window();

    /**
     * The same under another name in another window.
     *
     * @param name the id
     * @param other the window
     * @return the promotion
     * @throws IllegalArgumentException if the id breaks the rule of {@link io.storeops.id.IdText}
     */
    Promotion as(String name, Window other);

    /**
     * The SKUs in its scope.
     *
     * @return the SKUs; none of an unknown one, since nobody knows
     */
    Set<String> scope();
}
