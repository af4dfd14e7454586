/**
 * What people look at, as HTML files that need nothing but a browser: {@link io.storeops.adapter.html.HtmlRenderer} makes one of
 * any document, {@link io.storeops.adapter.html.Board} one of a store's day. Both share head, style, tables and drawings, and all
 * text goes through one escaping. The board shows what the library says and computes no figure of its own.
 */
@NullMarked
package io.storeops.adapter.html;

import org.jspecify.annotations.NullMarked;
