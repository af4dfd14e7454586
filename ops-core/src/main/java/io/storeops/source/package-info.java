/**
 * What the sources of knowledge gave: each look at one with its instant, its coverage and its number of rows, by which rules judge
 * whether anything can be said (D5), and rows of what nobody knows, which are kept and shown (D88). What the rows say is kept by whoever
 * collects them.
 */
@NullMarked
package io.storeops.source;

import org.jspecify.annotations.NullMarked;
