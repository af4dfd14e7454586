package io.storeops.calendar;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * The name of a slot: the store's date and the slot's number. A reading of a boundary carries the id of the slot that the
 * boundary closes, so the reading of 24:00 belongs to the date it closes.
 *
 * @param date the date in the store's zone
 * @param number 1 to n+1
 */
public record SlotId(LocalDate date, int number) implements Comparable<SlotId> {
    private static final Comparator<SlotId> ORDER =
            Comparator.comparing(SlotId::date).thenComparingInt(SlotId::number);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public SlotId {
        requireNonNull(date, "date");
        if (number < 1) {
            throw new IllegalArgumentException("A slot's number is 1 or more, not " + number);
        }
    }

    /**
     * The slot of a date.
     *
     * @param date the date in the store's zone
     * @param number 1 to n+1
     * @return the id
     */
    public static SlotId of(LocalDate date, int number) {
        return new SlotId(date, number);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text as in {@code 2024-06-16#09}
     * @return the id
     * @throws IllegalArgumentException if the text is not a slot
     */
    public static SlotId parse(String text) {
        int hash = text.indexOf('#');
        try {
            return of(LocalDate.parse(text.substring(0, hash)), Integer.parseInt(text.substring(hash + 1)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a slot (expected something like 2024-06-16#09)", e);
        }
    }

    @Override
    public int compareTo(SlotId other) {
        return ORDER.compare(this, other);
    }

    /** The slot as text, {@code 2024-06-16#09}: texts of a date sort as its slots do. */
    @Override
    public String toString() {
        return date + (number < 10 ? "#0" : "#") + number;
    }
}
