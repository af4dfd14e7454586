package io.storeops.sample;

/** What can happen to a loan. */
public enum LoanEvent {
    /** Somebody lends a thing. */
    LEND,
    /** The borrower gets more time. */
    EXTEND,
    /** The thing comes back. */
    GIVE_BACK,
    /** The due instant passes. */
    LOSE,
    /** A lost thing turns up. */
    FIND
}
