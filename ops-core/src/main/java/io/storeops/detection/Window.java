package io.storeops.detection;

import io.storeops.calendar.SlotId;
import java.time.LocalDate;

/** The last slots of a series, what they brought and what they were expected to, with the running sums of a span of them. */
final class Window {
    private final double[] seen;
    private final double[] expected;
    private final LocalDate[] dates;
    private final int[] numbers;
    private long slots;
    private int last = -1;

    Window(int length) {
        seen = new double[length];
        expected = new double[length];
        dates = new LocalDate[length];
        numbers = new int[length];
    }

    void add(LocalDate date, int number, double count, double forecast) {
        last = last + 1 < seen.length ? last + 1 : 0;
        seen[last] = count;
        expected[last] = forecast;
        dates[last] = date;
        numbers[last] = number;
        slots++;
    }

    int length() {
        return seen.length;
    }

    /** How many slots were added, also those that are gone. */
    long slots() {
        return slots;
    }

    /** The place that so many slots lie behind, 0 for the last. */
    private int at(int back) {
        return last >= back ? last - back : last - back + seen.length;
    }

    double seen(int back) {
        return seen[at(back)];
    }

    double expected(int back) {
        return expected[at(back)];
    }

    SlotId place(int back) {
        int at = at(back);
        return SlotId.of(dates[at], numbers[at]);
    }

    /** The sums of the last slots of a length that never changes, kept up as slots come. */
    final class Sums {
        private final int length;
        private double seenSum;
        private double expectedSum;

        Sums(int length) {
            this.length = length;
        }

        /** Takes in the slot that was just added; of more slots than the window has, the sums would be wrong. */
        void roll() {
            seenSum += Window.this.seen(0);
            expectedSum += Window.this.expected(0);
            if (slots > length) {
                seenSum -= Window.this.seen(length);
                expectedSum -= Window.this.expected(length);
            }
        }

        double seen() {
            return seenSum;
        }

        double expected() {
            return Math.max(0, expectedSum);
        }
    }
}
