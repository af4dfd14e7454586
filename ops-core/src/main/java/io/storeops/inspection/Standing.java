package io.storeops.inspection;

/** Where a value stands to its limit, whatever the verdict on it: what runs of observations are counted by (D7, D87). */
public enum Standing {
    /** Beyond the limit. */
    BROKEN,
    /** Within the limit, and not yet beyond the clearing value. */
    KEPT,
    /** Beyond the clearing value, on the good side. */
    CLEARED,
    /** Nobody can say; it neither begins nor ends a run. */
    UNKNOWN
}
