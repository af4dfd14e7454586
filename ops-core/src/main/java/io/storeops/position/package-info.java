/**
 * The position description as data: the {@link io.storeops.position.Roster} with its
 * {@link io.storeops.position.PositionDescription}, its {@link io.storeops.position.Duty duties}, their deadlines and its
 * effective date; the {@link io.storeops.agenda.Agenda} of what it expects on a date; and the
 * {@link io.storeops.enrolment.Enrolment} that puts a store, its people and its roster into force.
 */
@NullMarked
package io.storeops.position;

import org.jspecify.annotations.NullMarked;
