package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import io.storeops.id.ActorId;
import io.storeops.id.IdText;
import io.storeops.id.Sha256;
import io.storeops.position.Duty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The name of an occurrence of a duty in a store: the duty, and the slot, date, week or thing that it is about. The reading that
 * closes a day is named by that day's last slot, {@code 1.1/2024-06-15#14}, though it is due the next morning. Immutable.
 *
 * @param duty the duty's id, as in 1.1
 * @param about what it is about, as in {@code 2024-06-16#01}, {@code 2024-06-16}, {@code 2024-W24} or a task's id
 */
public record OccurrenceId(String duty, String about) implements Comparable<OccurrenceId> {
    private static final String DATE = "[+-]?[0-9]{4,9}-[0-9]{2}-[0-9]{2}";
    private static final Pattern DATES = Pattern.compile(DATE);
    private static final Pattern SLOTS = Pattern.compile(DATE + "#[0-9]{2,9}");
    private static final Pattern WEEKS = Pattern.compile("[0-9]{4}-W[0-9]{2}");
    private static final char OF = ':';
    private static final int LONG_ID = 100;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the duty's id is not one, or what it is about breaks the rule of {@link IdText}
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
     * @throws IllegalArgumentException if the duty's id is not one
     */
    public static OccurrenceId ofSlot(String duty, SlotId slot) {
        return new OccurrenceId(duty, requireNonNull(slot, "slot").toString());
    }

    /**
     * The occurrence of a date.
     *
     * @param duty the duty's id
     * @param date the date in the store's zone
     * @return as in {@code 2.1/2024-06-16}
     * @throws IllegalArgumentException if the duty's id is not one
     */
    public static OccurrenceId ofDate(String duty, LocalDate date) {
        return new OccurrenceId(duty, requireNonNull(date, "date").toString());
    }

    /**
     * The occurrence of a week.
     *
     * @param duty the duty's id
     * @param week the week
     * @return as in {@code 5.1/2024-W24}
     * @throws IllegalArgumentException if the duty's id is not one
     */
    public static OccurrenceId ofWeek(String duty, IsoWeek week) {
        return new OccurrenceId(duty, requireNonNull(week, "week").toString());
    }

    /**
     * The occurrence of a week that each of several people owes.
     *
     * @param duty the duty's id
     * @param week the week
     * @param person who owes it
     * @return as in {@code 5.1/2024-W24:op-1}; a hash stands for an id of more than 100 characters
     * @throws IllegalArgumentException if the duty's id is not one
     */
    public static OccurrenceId ofWeek(String duty, IsoWeek week, ActorId person) {
        String who =
                person.value().length() > LONG_ID ? Sha256.of(person.value()).hex() : person.value();
        return new OccurrenceId(duty, requireNonNull(week, "week").toString() + OF + who);
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
    public static OccurrenceId ofThing(String duty, String thing) {
        return new OccurrenceId(duty, requireNonNull(thing, "thing"));
    }

    /**
     * Whether what is about a thing of this id reads as being about a date.
     *
     * @param thing the thing's id
     * @return true if {@link #date} would find one
     */
    public static boolean readsAsDate(String thing) {
        return find(DATES, thing, LocalDate::parse).isPresent();
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text as in {@code 1.1/2024-06-16#01}
     * @return the id
     * @throws IllegalArgumentException if the text is not an occurrence
     */
    public static OccurrenceId parse(String text) {
        int slash = text.indexOf('/');
        try {
            return ofThing(text.substring(0, slash), text.substring(slash + 1));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an occurrence (expected something like 1.1/2024-06-16#01)", e);
        }
    }

    /**
     * The slot that it is about.
     *
     * @return the slot, empty if it is about something else
     */
    public Optional<SlotId> slot() {
        return find(SLOTS, about, SlotId::parse);
    }

    /**
     * The date that it is about.
     *
     * @return the date, empty if it is about something else
     */
    public Optional<LocalDate> date() {
        return find(DATES, about, LocalDate::parse);
    }

    /**
     * The week that it is about.
     *
     * @return the week, empty if it is about something else
     */
    public Optional<IsoWeek> week() {
        int of = about.indexOf(OF);
        return find(WEEKS, of < 0 ? about : about.substring(0, of), IsoWeek::parse);
    }

    /** What a text of a form stands for, if it is exactly as that is printed. */
    private static <T> Optional<T> find(Pattern form, String about, Function<String, T> parser) {
        if (!form.matcher(about).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(about))
                    .filter(found -> found.toString().equals(about));
        } catch (IllegalArgumentException | DateTimeException e) {
            // Of the right form, but no calendar has it, as with 2024-02-30.
            return Optional.empty();
        }
    }

    /**
     * The id as text.
     *
     * @return the duty, a slash and what it is about, as in {@code 1.1/2024-06-16#01}
     */
    @Override
    public String toString() {
        return duty + "/" + about;
    }

    /** Orders ids by their texts. */
    @Override
    public int compareTo(OccurrenceId other) {
        return toString().compareTo(other.toString());
    }
}
