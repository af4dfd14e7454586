package io.storeops.adapter.csv.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** A way in which dates and times are written. Implementations are immutable. */
public interface TimeText {
    /** How many texts are tried on two ways. */
    int MANY_TEXTS = 2_000;

    /**
     * Reads a text.
     *
     * @param fields filled with the parts of the date and time if the text matches; see the places in {@link TimePattern}
     * @return whether the whole text matches and the date and time exist
     */
    boolean matches(char[] chars, int from, int to, int[] fields);

    /** Whether it says the time of day. */
    boolean timed();

    /**
     * A text that is written so.
     *
     * @param ofToday whether its year is one of this century
     */
    String sample(Random random, boolean ofToday);

    /**
     * A text that this way and another read as two times, if there is one. The texts tried have every length that this one takes, and
     * small numbers, which most often are a month as well as a day, an hour or a part of a year.
     */
    default Optional<String> confusedWith(TimeText other) {
        Random random = new Random(MANY_TEXTS);
        for (int i = 0; i < MANY_TEXTS; i++) {
            char[] chars = sample(random, i < MANY_TEXTS / 2).toCharArray();
            int[] mine = new int[TimePattern.FIELDS];
            int[] others = new int[TimePattern.FIELDS];
            if (matches(chars, 0, chars.length, mine)
                    && other.matches(chars, 0, chars.length, others)
                    && !Arrays.equals(mine, others)) {
                return Optional.of(new String(chars));
            }
        }
        return Optional.empty();
    }
}
