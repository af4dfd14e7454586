package io.storeops.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Instants of four-digit years as text, exactly as {@link Instant#toString} and {@link Instant#parse} have it, at a fraction
 * of their cost: of a file of readings that is most of what writing and reading takes.
 */
final class InstantText {
    private static final long DAY = 86_400;
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final int SECONDS_END = 19;
    private static final int LONGEST = 30;

    private InstantText() {}

    static String format(Instant instant) {
        StringBuilder text = new StringBuilder(LONGEST);
        format(text, instant);
        return text.toString();
    }

    static void format(StringBuilder text, Instant instant) {
        long seconds = instant.getEpochSecond();
        if (seconds < FIRST || seconds > LAST) {
            text.append(instant);
            return;
        }
        text.append(LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY))).append('T');
        int second = (int) Math.floorMod(seconds, DAY);
        two(text, second / 3600).append(':');
        two(text, second / 60 % 60).append(':');
        two(text, second % 60);
        int nanos = instant.getNano();
        if (nanos != 0) {
            text.append('.');
            if (nanos % 1_000_000 == 0) {
                digits(text, nanos / 1_000_000, 100);
            } else if (nanos % 1_000 == 0) {
                digits(text, nanos / 1_000, 100_000);
            } else {
                digits(text, nanos, 100_000_000);
            }
        }
        text.append('Z');
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static void digits(StringBuilder text, int number, int unit) {
        for (int place = unit; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
    }

    /**
     * Reads the text form.
     *
     * @throws java.time.format.DateTimeParseException if it is not an instant
     */
    static Instant parse(String text) {
        Instant plain = plain(text);
        return plain == null ? Instant.parse(text) : plain;
    }

    /** The instant of the form {@code 2026-11-01T02:03:04.000005Z}, null if the text has another form. */
    private static @Nullable Instant plain(String text) {
        int length = text.length();
        boolean form = length > SECONDS_END
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(length - 1) == 'Z';
        if (!form) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        int nanos = nanos(text, length - 1);
        // What is not plainly right is left to the JDK, which has the messages.
        boolean date = year >= 0 && month >= 1 && month <= 12 && day >= 1;
        if (!date || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        boolean time = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return time && nanos >= 0
                ? Instant.ofEpochSecond(
                        LocalDate.of(year, month, day).toEpochDay() * DAY + hour * 3600L + minute * 60L + second, nanos)
                : null;
    }

    /** The digits of a part of a text as a number, -1 if something else is among them. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** The fraction of a second of three, six or nine digits, or none; -1 if it is another. */
    private static int nanos(String text, int end) {
        int digits = end - SECONDS_END - 1;
        return switch (digits) {
            case -1 -> 0;
            case 3, 6, 9 -> text.charAt(SECONDS_END) == '.' ? scaled(number(text, SECONDS_END + 1, end), digits) : -1;
            default -> -1;
        };
    }

    private static int scaled(int fraction, int digits) {
        int scaled = fraction;
        for (int i = digits; i < 9 && fraction >= 0; i += 3) {
            scaled *= 1_000;
        }
        return scaled;
    }
}
