/** Floors of promotions from a file of cases, the format of the command {@code floor}. */
@NullMarked
package io.storeops.examples.floor;

import org.jspecify.annotations.NullMarked;
