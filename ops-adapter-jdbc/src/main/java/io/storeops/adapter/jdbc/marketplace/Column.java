package io.storeops.adapter.jdbc.marketplace;

/**
 * A column of a result that is read.
 *
 * @param place its number, from 1
 * @param name what the configuration calls it
 * @param family what it is
 */
record Column(int place, String name, Family family) {}
