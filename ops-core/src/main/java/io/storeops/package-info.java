/**
 * The way in. {@link io.storeops.StoreOps} is opened once and closed once; a {@link io.storeops.Desk} is one person's duties.
 */
@NullMarked
package io.storeops;

import org.jspecify.annotations.NullMarked;
