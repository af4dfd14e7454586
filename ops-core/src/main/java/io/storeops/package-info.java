/** The door of the library. */
@NullMarked
package io.storeops;

import org.jspecify.annotations.NullMarked;
