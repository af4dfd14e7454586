package io.storeops.promotion;

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
}
