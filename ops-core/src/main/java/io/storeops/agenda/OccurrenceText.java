package io.storeops.agenda;

import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How occurrences stand in text: the duty, a slash, and what they are about. */
final class OccurrenceText {
    private static final String DATE = "[+-]?[0-9]{4,9}-[0-9]{2}-[0-9]{2}";
    private static final Pattern DATES = Pattern.compile(DATE);
    private static final Pattern SLOTS = Pattern.compile(DATE + "#[0-9]{2,9}");
    private static final Pattern WEEKS = Pattern.compile("[0-9]{4}-W[0-9]{2}");

    private OccurrenceText() {}

    static String print(OccurrenceId id) {
        return id.duty() + "/" + id.about();
    }

    /** The occurrence of a slot, a date or a week, empty if the text is none of them exactly as it is printed. */
    static Optional<OccurrenceId> findTime(String duty, String about) {
        if (SLOTS.matcher(about).matches()) {
            return find(about, text -> new OccurrenceId.OfSlot(duty, SlotId.parse(text)));
        }
        if (DATES.matcher(about).matches()) {
            return find(about, text -> new OccurrenceId.OfDate(duty, LocalDate.parse(text)));
        }
        return WEEKS.matcher(about).matches()
                ? find(about, text -> new OccurrenceId.OfWeek(duty, IsoWeek.parse(text)))
                : Optional.empty();
    }

    private static Optional<OccurrenceId> find(String about, Function<String, OccurrenceId> parser) {
        try {
            return Optional.of(parser.apply(about)).filter(id -> id.about().equals(about));
        } catch (IllegalArgumentException | DateTimeException e) {
            // Of the right form, but no calendar has it, as with 2024-02-30.
            return Optional.empty();
        }
    }
}
