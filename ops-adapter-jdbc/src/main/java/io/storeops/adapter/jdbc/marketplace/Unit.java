package io.storeops.adapter.jdbc.marketplace;

/** In what amounts are written. */
enum Unit {
    /** In yuan, euro, dollars: 12.5 is 1250 in minor units, where the currency has two decimals. */
    MAJOR,
    /** In minor units, as in fen or cents. */
    MINOR
}
