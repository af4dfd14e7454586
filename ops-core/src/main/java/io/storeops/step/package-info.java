/**
 * What activities and listings consist of, step by step: what is due, who owns it, what was answered, which errors were made. The
 * duties plan {@link io.storeops.step.Step steps} and guard their answers; people answer them in one place.
 */
@NullMarked
package io.storeops.step;

import org.jspecify.annotations.NullMarked;
