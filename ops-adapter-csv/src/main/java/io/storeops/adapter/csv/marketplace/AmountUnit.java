package io.storeops.adapter.csv.marketplace;

/** In what amounts are written. */
enum AmountUnit {
    /** As in 25.95. */
    MAJOR,
    /** As in 2595. */
    MINOR
}
