/**
 * The way in. {@code StoreOps} is opened once and closed once; a {@code Desk} is one person's duties.
 */
@NullMarked
package io.storeops;

import org.jspecify.annotations.NullMarked;
