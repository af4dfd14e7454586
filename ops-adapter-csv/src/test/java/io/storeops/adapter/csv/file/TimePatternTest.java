package io.storeops.adapter.csv.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The hand-written date reader agrees with java.time. */
class TimePatternTest {
    private static final List<String> PATTERNS = List.of(
            "yyyy/M/d H:mm",
            "yyyy/M/d H:m:s",
            "yyyy-MM-dd HH:mm:ss",
            "yyyyMMddHHmmss",
            "d.M.yyyy HH:mm",
            "yyyy-MM-dd'T'HH:mm:ss.SSS",
            "yyyy年M月d日 HH:mm");
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Shanghai"),
            ZoneId.of("Europe/London"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"),
            ZoneOffset.ofHours(-3));

    private static DateTimeFormatter javaTime(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static Optional<LocalDateTime> read(String pattern, String text) {
        TimeCells cells = new TimeCells(List.of(TimePattern.parse(pattern)), ZoneOffset.UTC);
        char[] chars = ("0" + text + "0").toCharArray();
        return cells.read(chars, 1, chars.length - 1) ? Optional.of(cells.local()) : Optional.empty();
    }

    @Property
    void readsWhatJavaTimePrints(@ForAll("times") LocalDateTime time, @ForAll("patterns") String pattern) {
        String text = javaTime(pattern).format(time);
        assertEquals(Optional.of(LocalDateTime.parse(text, javaTime(pattern))), read(pattern, text));
    }

    @Property
    void takesNothingThatJavaTimeRefuses(
            @ForAll @IntRange(min = 1, max = 9999) int year,
            @ForAll @IntRange(max = 14) int month,
            @ForAll @IntRange(max = 33) int day,
            @ForAll @IntRange(max = 26) int hour,
            @ForAll @IntRange(max = 62) int minute) {
        String text = String.format(Locale.ROOT, "%04d/%d/%d %d:%02d", year, month, day, hour, minute);
        assertEquals(parsed("yyyy/M/d H:mm", text), read("yyyy/M/d H:mm", text));
    }

    @Property
    void takesNoDamagedText(
            @ForAll("times") LocalDateTime time,
            @ForAll("patterns") String pattern,
            @ForAll @IntRange(max = 40) int at,
            @ForAll("characters") char other) {
        StringBuilder text = new StringBuilder(javaTime(pattern).format(time));
        text.setCharAt(at % text.length(), other);
        read(pattern, text.toString())
                .ifPresent(taken -> assertEquals(parsed(pattern, text.toString()), Optional.of(taken)));
    }

    private static Optional<LocalDateTime> parsed(String pattern, String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, javaTime(pattern)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Property
    void placesLocalTimesAsTheZoneDoes(@ForAll("times") LocalDateTime time, @ForAll("zones") ZoneId zone) {
        TimeCells cells = new TimeCells(List.of(TimePattern.parse("yyyy-MM-dd'T'HH:mm")), zone);
        char[] chars = javaTime("yyyy-MM-dd'T'HH:mm").format(time).toCharArray();
        for (int repeat = 0; repeat < 2; repeat++) {
            assertTrue(cells.read(chars, 0, chars.length));
            LocalDateTime local = cells.local();
            assertEquals(zone.getRules().getValidOffsets(local).isEmpty(), cells.skipped());
            if (!cells.skipped()) {
                assertEquals(local.atZone(zone).toInstant(), cells.instant());
            }
        }
    }

    @Property
    void placesTimesNearAChangeOfTheClocks(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 60) int change,
            @ForAll @IntRange(min = -3000, max = 3000) int minutes) {
        var transition = zone.getRules().nextTransition(Instant.parse("1980-01-01T00:00:00Z"));
        for (int i = 0; i < change && transition != null; i++) {
            transition = zone.getRules().nextTransition(transition.getInstant());
        }
        if (transition != null) {
            placesLocalTimesAsTheZoneDoes(transition.getDateTimeBefore().plusMinutes(minutes), zone);
        }
    }

    @Property
    void readsOffsets(
            @ForAll("times") LocalDateTime time, @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offset) {
        TimeCells cells = new TimeCells(List.of(TimePattern.parse("yyyy-MM-dd'T'HH:mm:ssXXX")), ZoneOffset.UTC);
        String text =
                javaTime("yyyy-MM-dd'T'HH:mm:ssXXX").format(time.atOffset(ZoneOffset.ofTotalSeconds(offset * 60)));
        assertTrue(cells.read(text.toCharArray(), 0, text.length()));
        assertEquals(OffsetDateTime.parse(text).toInstant(), cells.instant());
    }

    @Example
    void refusesPatternsItCannotKeep() {
        for (String pattern : List.of(
                "yyyy-MM",
                "yyyy-MM-dd hh:mm",
                "yyMMdd",
                "yyyy-M-ddHHmm a",
                "yyyyMdd",
                "yyyy-MM-dd'T",
                "yyyy-MM-dd dd",
                "yyyy-MM-dd X",
                "yyyy-MM-dd XXXX",
                "")) {
            assertThrows(IllegalArgumentException.class, () -> TimePattern.parse(pattern), pattern);
        }
        assertFalse(TimePattern.parse("yyyy-MM-dd").timed());
    }

    @Example
    void readsOffsetsWithoutAColonWhereThePatternHasTwoLetters() {
        TimeCells cells = new TimeCells(List.of(TimePattern.parse("yyyy-MM-dd HH:mm:ss XX")), ZoneOffset.UTC);
        for (String offset : List.of("-0400", "+0545", "Z")) {
            String text = "2024-06-01 09:05:00 " + offset;
            assertTrue(cells.read(text.toCharArray(), 0, text.length()), text);
            assertEquals(
                    OffsetDateTime.parse(text, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XX", Locale.ROOT))
                            .toInstant(),
                    cells.instant());
        }
        for (String offset : List.of("-04:00", "0400", "-04", "-0460", "-2000", "")) {
            String text = "2024-06-01 09:05:00 " + offset;
            assertFalse(cells.read(text.toCharArray(), 0, text.length()), text);
        }
    }

    @Example
    void findsATextThatTwoPatternsReadAsTwoTimes() {
        for (String[] pair : new String[][] {
            {"d/M/yyyy H:mm", "M/d/yyyy H:mm"},
            {"dd/MM/yyyy HH:mm", "M/d/yyyy H:mm"},
            {"yyyyMMdd HH:mm", "ddMMyyyy HH:mm"},
            {"yyyy-MM-dd HH:mm", "yyyy-dd-MM HH:mm"},
            {"yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:ss:mm"},
            {"yyyy-MM-dd HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ssXXX"},
            {"yyyy-MM-dd'T'HH:mm:ss.S", "yyyy-dd-MM'T'HH:mm:ss.S"},
            {"yyyy-M-d", "yyyy-d-M"}
        }) {
            TimePattern one = TimePattern.parse(pair[0]);
            TimePattern other = TimePattern.parse(pair[1]);
            assertTrue(one.confusedWith(other).or(() -> other.confusedWith(one)).isPresent(), pair[0] + " " + pair[1]);
        }
    }

    @Example
    void findsNoneInPatternsThatNeverDisagree() {
        List<String> apart = List.of(
                "yyyy/M/d H:mm",
                "yyyy/M/d H:mm:ss",
                "yyyy-MM-dd HH:mm:ss",
                "yyyy-M-d H:m:s",
                "yyyy-MM-dd'T'HH:mm",
                "yyyy-MM-dd'T'HH:mm:ssXXX",
                "yyyy-MM-dd'T'HH:mm:ssXX",
                "d.M.yyyy H:mm",
                "M/d/yyyy H:mm",
                "yyyyMMddHHmmss");
        for (String one : apart) {
            for (String other : apart) {
                assertEquals(
                        Optional.empty(),
                        TimePattern.parse(one).confusedWith(TimePattern.parse(other)),
                        one + " and " + other);
            }
        }
    }

    @Provide
    Arbitrary<LocalDateTime> times() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(
                                        LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC),
                                        LocalDateTime.of(9999, 12, 31, 23, 59).toEpochSecond(ZoneOffset.UTC)),
                        Arbitraries.integers().between(0, 999_999_999))
                .as((second, nano) -> LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(PATTERNS);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES);
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.of('0', '9', '3', ' ', '-', ':', 'T', '１', '+');
    }
}
