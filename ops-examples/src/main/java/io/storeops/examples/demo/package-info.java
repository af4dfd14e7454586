/** The demonstration: one invented day of one store, from the first reading at 09:00 to the final figures next morning. */
@NullMarked
package io.storeops.examples.demo;

import org.jspecify.annotations.NullMarked;
