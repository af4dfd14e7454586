package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import io.storeops.id.IdText;
import io.storeops.position.Duty;
import java.time.LocalDate;

/**
 * The name of an occurrence of a duty in a store: the duty, and the slot ({@link OfSlot}), date ({@link OfDate}), week
 * ({@link OfWeek}) or thing ({@link OfThing}) that it is about. The reading that closes a day is named by that day's last slot,
 * {@code 1.1/2024-06-15#14}, though it is due the next morning. Immutable.
 */
public sealed interface OccurrenceId extends Comparable<OccurrenceId> {
    /**
     * The duty.
     *
     * @return its id, as in 1.1
     */
    String duty();

    /**
     * What it is about, as text.
     *
     * @return as in {@code 2024-06-16#01}, {@code 2024-06-16}, {@code 2024-W24} or a task's id
     */
    String about();

    /**
     * The occurrence of a slot.
     *
     * @param duty the duty's id
     * @param slot the slot that the boundary closes
     */
    record OfSlot(String duty, SlotId slot) implements OccurrenceId {
        /**
         * Checks the duty.
         *
         * @throws IllegalArgumentException if the duty's id is not one
         */
        public OfSlot {
            Duty.id(duty);
            requireNonNull(slot, "slot");
        }

        @Override
        public String about() {
            return slot.toString();
        }

        @Override
        public String toString() {
            return OccurrenceText.print(this);
        }
    }

    /**
     * The occurrence of a date.
     *
     * @param duty the duty's id
     * @param date the date in the store's zone
     */
    record OfDate(String duty, LocalDate date) implements OccurrenceId {
        /**
         * Checks the duty.
         *
         * @throws IllegalArgumentException if the duty's id is not one
         */
        public OfDate {
            Duty.id(duty);
            requireNonNull(date, "date");
        }

        @Override
        public String about() {
            return date.toString();
        }

        @Override
        public String toString() {
            return OccurrenceText.print(this);
        }
    }

    /**
     * The occurrence of a week.
     *
     * @param duty the duty's id
     * @param week the week
     */
    record OfWeek(String duty, IsoWeek week) implements OccurrenceId {
        /**
         * Checks the duty.
         *
         * @throws IllegalArgumentException if the duty's id is not one
         */
        public OfWeek {
            Duty.id(duty);
            requireNonNull(week, "week");
        }

        @Override
        public String about() {
            return week.toString();
        }

        @Override
        public String toString() {
            return OccurrenceText.print(this);
        }
    }

    /**
     * The occurrence of a thing: a task, an activity, a ticket.
     *
     * @param duty the duty's id
     * @param thing the thing's id, which does not read as a slot, a date or a week
     */
    record OfThing(String duty, String thing) implements OccurrenceId {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the duty's id is not one, the thing's id breaks the rule of {@link IdText}, or it
         *     reads as a slot, a date or a week
         */
        public OfThing {
            Duty.id(duty);
            IdText.checked("subject of an occurrence", thing);
            if (OccurrenceText.findTime(duty, thing).isPresent()) {
                throw new IllegalArgumentException(
                        "'" + thing + "' reads as a slot, a date or a week, so it cannot be the name of a thing");
            }
        }

        @Override
        public String about() {
            return thing;
        }

        @Override
        public String toString() {
            return OccurrenceText.print(this);
        }
    }

    /**
     * The occurrence of a slot.
     *
     * @param duty the duty's id
     * @param slot the slot that the boundary closes
     * @return as in {@code 1.1/2024-06-16#01}
     * @throws IllegalArgumentException if the duty's id is not one
     */
    static OccurrenceId ofSlot(String duty, SlotId slot) {
        return new OfSlot(duty, slot);
    }

    /**
     * The occurrence of a date.
     *
     * @param duty the duty's id
     * @param date the date in the store's zone
     * @return as in {@code 2.1/2024-06-16}
     * @throws IllegalArgumentException if the duty's id is not one
     */
    static OccurrenceId ofDate(String duty, LocalDate date) {
        return new OfDate(duty, date);
    }

    /**
     * The occurrence of a week.
     *
     * @param duty the duty's id
     * @param week the week
     * @return as in {@code 5.1/2024-W24}
     * @throws IllegalArgumentException if the duty's id is not one
     */
    static OccurrenceId ofWeek(String duty, IsoWeek week) {
        return new OfWeek(duty, week);
    }

    /**
     * The occurrence of a thing: a task, an activity, a ticket. Whoever names a task like a date gets the occurrence of that
     * date, because the text of the two is the same.
     *
     * @param duty the duty's id
     * @param thing the thing's id
     * @return as in {@code 5.2/T1}
     * @throws IllegalArgumentException if the duty's id is not one, or the thing's id breaks the rule of {@link IdText}
     */
    static OccurrenceId ofThing(String duty, String thing) {
        return OccurrenceText.findTime(duty, thing).orElseGet(() -> new OfThing(duty, thing));
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text as in {@code 1.1/2024-06-16#01}
     * @return the id, of the kind that it was
     * @throws IllegalArgumentException if the text is not an occurrence
     */
    static OccurrenceId parse(String text) {
        int slash = text.indexOf('/');
        try {
            return ofThing(text.substring(0, slash), text.substring(slash + 1));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an occurrence (expected something like 1.1/2024-06-16#01)", e);
        }
    }

    /**
     * The id as text.
     *
     * @return the duty, a slash and what it is about, as in {@code 1.1/2024-06-16#01}
     */
    @Override
    String toString();

    /** Orders ids by their texts. */
    @Override
    default int compareTo(OccurrenceId other) {
        return toString().compareTo(other.toString());
    }
}
