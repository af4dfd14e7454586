/**
 * The names of things: {@link io.storeops.id.StoreId}, {@link io.storeops.id.ActorId} and
 * {@link io.storeops.id.CommandId}. All ids are text, compared exactly, never folded or repaired: two ids that look alike
 * are two ids, and one that could only be told apart by a trailing space is refused at entry.
 */
@NullMarked
package io.storeops.id;

import org.jspecify.annotations.NullMarked;
