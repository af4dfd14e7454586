package io.storeops.examples.cli;

import io.storeops.calendar.IsoWeek;
import io.storeops.kpi.Kpi;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.function.Function;

/** Values that are given as text on the command line. Every method throws {@link WrongUse} if the text is none. */
final class Given {
    private Given() {}

    /** As in {@code 2024-06-16}. */
    static LocalDate date(String text) {
        return read(text, "is not a date (expected yyyy-MM-dd)", LocalDate::parse);
    }

    /** As in {@code 2024-06-16T10:12:00+08:00}. */
    static Instant instant(String text) {
        return read(text, "is not an instant (expected ISO 8601 with offset)", OffsetDateTime::parse)
                .toInstant();
    }

    /** As in {@code 2024-W24}. */
    static IsoWeek week(String text) {
        try {
            return IsoWeek.parse(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()), e);
        }
    }

    /** As in {@code K4.2}. */
    static Kpi kpi(String text) {
        return Arrays.stream(Kpi.values())
                .filter(kpi -> kpi.id().equals(text))
                .findFirst()
                .orElseThrow(() -> new WrongUse("'" + text + "' is not a key figure; there are "
                        + Arrays.stream(Kpi.values()).map(Kpi::id).toList()));
    }

    private static <T> T read(String text, String rule, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw new WrongUse("'" + text + "' " + rule, e);
        }
    }
}
