package io.storeops.adapter.csv.file;

/** In what amounts are written. */
public enum AmountUnit {
    /** As in 25.95. */
    MAJOR,
    /** As in 2595. */
    MINOR
}
