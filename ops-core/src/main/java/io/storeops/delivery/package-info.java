/**
 * What goes to channels without an interface (D59): {@link io.storeops.delivery.Deliveries} gives the text to copy, and a person who has
 * sent it says when, with a screenshot. That is the receipt, of notices, releases and whatever else is sent.
 */
@NullMarked
package io.storeops.delivery;

import org.jspecify.annotations.NullMarked;
