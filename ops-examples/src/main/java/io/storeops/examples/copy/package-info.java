/** A storage copied to another, and the two compared. Nothing here is null. */
@NullMarked
package io.storeops.examples.copy;

import org.jspecify.annotations.NullMarked;
