package io.storeops.detection;

/** By which rule a judgement was made. */
public enum Rule {
    /** The figure stands as expected. */
    EXPECTED,
    /** Too little of the past to judge by. */
    TOO_YOUNG,
    /** A reading was missed. */
    NO_READING,
    /** No order in a run of slots. */
    OUTAGE,
    /** A counter stood still and caught up: the slots between cannot be told apart. */
    FROZEN,
    /** A sudden fall within a day. */
    DIP,
    /** Half of the orders over two days. */
    HALVED,
    /** A sudden rise in one slot. */
    SURGE,
    /** Twice the orders over a day. */
    DOUBLED,
    /** Every figure is even: each order is counted twice. */
    COUNTED_TWICE,
    /** A slow fall over days. */
    DRIFT,
    /** Three times the refunds. */
    REFUNDS,
    /** A price that is not the item's, or not the approved one. */
    PRICE,
    /** A title that is not the approved one. */
    TITLE,
    /** An item that sells daily stopped selling. */
    STOCKOUT,
    /** So many failures of one rule that the source itself is wrong (D25). */
    MASS,
    /** Fewer listings than a complete read has (D5). */
    COVERAGE
}
