package io.storeops.listing;

/** What came of a write to a marketplace (D20). */
public enum WriteVerdict {
    /** The value that was written is shown. */
    APPLIED,
    /** It was shown already. */
    NO_CHANGE,
    /** Another value is shown, as one that the platform rounded. */
    DIFFERENT,
    /** It is under review, or the value from before may still be shown; until an instant. */
    PENDING,
    /** The marketplace refused it. */
    REJECTED,
    /** Nobody knows; it is read back before anything else. */
    UNKNOWN,
    /** A person has to do it. */
    MANUAL_REQUIRED
}
