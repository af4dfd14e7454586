/**
 * A store's day on one page: {@link io.storeops.adapter.html.Board} turns a day book, its target and its scores into one
 * HTML file that needs nothing else. It shows what the library says and computes no figure of its own.
 */
@NullMarked
package io.storeops.adapter.html;

import org.jspecify.annotations.NullMarked;
