package io.storeops.promotion;

/** Where a promotion works, and who decides that it is in effect (D40). */
public enum Level {
    /** The price of a unit; the best of those on a SKU, automatic. */
    ITEM,
    /** The price of a unit as long as its quota lasts, in place of ITEM: in effect or used up, both can happen. */
    FLASH,
    /** A percentage off the price of a unit for the members that the buyer may or may not be. */
    MEMBER,
    /** Off the order, automatic. */
    ORDER,
    /** Off the order, if the buyer enters the code. */
    CODE;

    /**
     * Whether it changes the price of a unit, rather than what an order costs.
     *
     * @return true for ITEM, FLASH and MEMBER
     */
    public boolean isOfUnit() {
        return this != ORDER && this != CODE;
    }

    /**
     * Whether it is in effect in its window whatever the buyer does.
     *
     * @return true for ITEM and ORDER
     */
    public boolean isAutomatic() {
        return this == ITEM || this == ORDER;
    }
}
