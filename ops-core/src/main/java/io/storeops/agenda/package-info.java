/**
 * What is due in a store, what was done, and when to look again: {@link io.storeops.agenda.WorkAgenda} for a person,
 * {@link io.storeops.agenda.Ticker} for the scheduler that drives the library. The pure part, which occurrences a roster
 * expects, is {@link io.storeops.agenda.Agenda}; how far each is comes from the duties, through
 * {@link io.storeops.agenda.DutyProgress}.
 */
@NullMarked
package io.storeops.agenda;

import org.jspecify.annotations.NullMarked;
