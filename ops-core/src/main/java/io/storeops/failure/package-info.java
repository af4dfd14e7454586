/**
 * What can go wrong, said so that the reader knows what to do. {@link io.storeops.failure.StoreOpsException} is the root of
 * everything this library throws by itself; wrong arguments are plain {@link IllegalArgumentException}s.
 */
@NullMarked
package io.storeops.failure;

import org.jspecify.annotations.NullMarked;
