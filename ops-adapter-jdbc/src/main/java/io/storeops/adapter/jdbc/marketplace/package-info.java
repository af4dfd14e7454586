/**
 * The tables of an ERP as a source: the marketplace {@code jdbc}, whose feeds are one configured, read-only SELECT each. It has connections of
 * its own, and nothing of the storage's.
 */
@NullMarked
package io.storeops.adapter.jdbc.marketplace;

import org.jspecify.annotations.NullMarked;
