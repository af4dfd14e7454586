/**
 * Putting a store, its people and its roster into force: {@link io.storeops.enrolment.Enrolment} is what the host says, and
 * {@link io.storeops.enrolment.Enrolments} is the act of the host that writes it down.
 */
@NullMarked
package io.storeops.enrolment;

import org.jspecify.annotations.NullMarked;
