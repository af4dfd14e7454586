package io.storeops.adapter.jdbc.marketplace;

/**
 * Something that a row says of a thing. Two rows that say different things of one contradict each other.
 *
 * @param about of what, as in "SKU mug/Red"
 * @param says what
 */
record Claim(String about, String says) {}
