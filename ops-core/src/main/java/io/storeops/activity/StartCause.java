package io.storeops.activity;

/** What keeps an activity from starting (D35). */
public enum StartCause {
    /** Something is left to be done before the start. */
    NOT_READY,
    /** A requirement that it depends on is not accepted. */
    REQUIREMENT,
    /** Less can be sold than is offered, or than activities promised together. */
    STOCK,
    /** A price would fall below the floor; that alone nobody overrides. */
    FLOOR
}
