/** What an adapter provides and how it is found. */
@NullMarked
package io.storeops.spi;

import org.jspecify.annotations.NullMarked;
