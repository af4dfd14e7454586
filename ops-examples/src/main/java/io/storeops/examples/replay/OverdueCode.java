package io.storeops.examples.replay;

import io.storeops.agenda.Occurrence;
import java.util.function.Function;

/**
 * The name of something overdue in the {@code raised} of a TICK, as in {@code RELEASE_OVERDUE:2024-06-16T15:00}.
 *
 * @param duty the duty whose occurrences it names, as in 1.2
 * @param word what stands before the first colon
 * @param about what stands after it
 */
record OverdueCode(String duty, String word, Function<Occurrence, String> about) {
    boolean names(Occurrence occurrence) {
        return occurrence.duty().equals(duty);
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
