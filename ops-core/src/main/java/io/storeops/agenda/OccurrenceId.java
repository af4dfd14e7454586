package io.storeops.agenda;

import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import io.storeops.id.IdText;
import io.storeops.position.Duty;
import java.time.LocalDate;

/**
 * The name of an occurrence of a duty in a store: the duty, and the slot, date, week or thing it is about. The reading that
 * closes a day is named by that day's last slot, {@code 1.1/2024-06-15#14}, though it is due the next morning. Immutable.
 *
 * @param duty the duty's id, as in 1.1
 * @param about as in {@code 2024-06-16#01}, {@code 2024-06-16}, {@code 2024-W24} or a task's id
 */
public record OccurrenceId(String duty, String about) implements Comparable<OccurrenceId> {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the duty's id is none, or the rest breaks the rule of {@link IdText}
     */
    public OccurrenceId {
        Duty.id(duty);
        IdText.checked("subject of an occurrence", about);
    }

    /**
     * The occurrence of a slot.
     *
     * @param duty the duty's id
     * @param slot the slot that the boundary closes
     * @return as in {@code 1.1/2024-06-16#01}
     */
    public static OccurrenceId ofSlot(String duty, SlotId slot) {
        return new OccurrenceId(duty, slot.toString());
    }

    /**
     * The occurrence of a date.
     *
     * @param duty the duty's id
     * @param date the date in the store's zone
     * @return as in {@code 2.1/2024-06-16}
     */
    public static OccurrenceId ofDate(String duty, LocalDate date) {
        return new OccurrenceId(duty, date.toString());
    }

    /**
     * The occurrence of a week.
     *
     * @param duty the duty's id
     * @param week the week
     * @return as in {@code 5.1/2024-W24}
     */
    public static OccurrenceId ofWeek(String duty, IsoWeek week) {
        return new OccurrenceId(duty, week.toString());
    }

    /**
     * The occurrence of a thing: a task, an activity, a ticket.
     *
     * @param duty the duty's id
     * @param thing the thing's id
     * @return as in {@code 5.2/T1}
     */
    public static OccurrenceId ofThing(String duty, String thing) {
        return new OccurrenceId(duty, thing);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text as in {@code 1.1/2024-06-16#01}
     * @return the id
     * @throws IllegalArgumentException if the text is no occurrence
     */
    public static OccurrenceId parse(String text) {
        int slash = text.indexOf('/');
        try {
            return new OccurrenceId(text.substring(0, slash), text.substring(slash + 1));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no occurrence (expected as in 1.1/2024-06-16#01)", e);
        }
    }

    @Override
    public int compareTo(OccurrenceId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return duty + "/" + about;
    }
}
