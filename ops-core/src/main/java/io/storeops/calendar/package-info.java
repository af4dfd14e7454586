/**
 * The store's day: the {@link io.storeops.calendar.SlotPlan} whose n boundaries cut it into n+1 half-open slots (R21), and the
 * {@link io.storeops.calendar.BusinessDay}, which places them on the time line in the store's own zone, on days of 23, 24 and 25 hours
 * alike. Every duty uses it; none owns it.
 */
@NullMarked
package io.storeops.calendar;

import org.jspecify.annotations.NullMarked;
