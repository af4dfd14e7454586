/**
 * The position description as data: the {@link io.storeops.position.Roster} with its
 * {@link io.storeops.position.PositionDescription}, its {@link io.storeops.position.Duty duties}, the
 * {@link io.storeops.position.Rules} that they go by and its effective date. What it expects on a date is the
 * {@link io.storeops.agenda.Agenda}'s to say; {@link io.storeops.enrolment.Enrolment} puts it into force.
 */
@NullMarked
package io.storeops.position;

import org.jspecify.annotations.NullMarked;
