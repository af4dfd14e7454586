package io.storeops.examples.replay;

import io.storeops.agenda.Occurrence;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The name of something overdue in the {@code raised} of a TICK, as in {@code RELEASE_OVERDUE:2024-06-16T15:00}.
 *
 * @param duty the duty whose occurrences it names, as in 1.2
 * @param word what stands before the first colon
 * @param about what stands after it
 * @param those which occurrences of the duty it names
 */
record OverdueCode(String duty, String word, Function<Occurrence, String> about, Predicate<Occurrence> those) {
    OverdueCode(String duty, String word, Function<Occurrence, String> about) {
        this(duty, word, about, occurrence -> true);
    }

    boolean names(Occurrence occurrence) {
        return occurrence.duty().equals(duty) && those.test(occurrence);
    }

    boolean made(String code) {
        return wordOf(code).equals(word);
    }

    static String wordOf(String code) {
        return code.substring(0, code.indexOf(':') < 0 ? code.length() : code.indexOf(':'));
    }

    String of(Occurrence occurrence) {
        return word + ":" + about.apply(occurrence);
    }
}
