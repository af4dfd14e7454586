package io.storeops.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The text of an instant is the JDK's. */
class InstantTextTest {
    @Provide
    private Arbitrary<Instant> instants() {
        Arbitrary<Long> seconds = Arbitraries.longs()
                .between(
                        Instant.parse("-0002-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("+10001-01-01T00:00:00Z").getEpochSecond());
        Arbitrary<Integer> nanos = Arbitraries.oneOf(
                Arbitraries.of(0, 1, 999_999_999, 1_000, 999_000, 1_000_000, 999_000_000, 5_000),
                Arbitraries.integers().between(0, 999_999_999));
        return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
    }

    @Property(tries = 5_000)
    void isWrittenAndReadAsTheJdkDoes(@ForAll("instants") Instant instant) {
        assertEquals(instant.toString(), ColumnType.INSTANT.format(instant));
        StringBuilder longer = new StringBuilder("at ");
        ColumnType.INSTANT.format(longer, instant);
        assertEquals("at " + instant, longer.toString());
        assertEquals(instant, InstantText.parse(instant.toString()));
    }

    @Property(tries = 5_000)
    void isReadOrRefusedAsTheJdkDoesWhenACharacterIsChanged(
            @ForAll("instants") Instant instant, @ForAll int place, @ForAll("characters") char replacement) {
        StringBuilder text = new StringBuilder(instant.toString());
        text.setCharAt(Math.floorMod(place, text.length()), replacement);
        String changed = text.toString();
        Instant expected;
        try {
            expected = Instant.parse(changed);
        } catch (DateTimeParseException e) {
            assertThrows(DateTimeParseException.class, () -> InstantText.parse(changed), changed);
            return;
        }
        assertEquals(expected, InstantText.parse(changed), changed);
    }

    @Provide
    private Arbitrary<Character> characters() {
        return Arbitraries.of('0', '1', '2', '3', '4', '5', '6', '9', ':', '-', '+', 'T', 'Z', '.', '/', '٣');
    }

    @Example
    void ofTheEndsAndOfLeapDays() {
        Stream.of(
                        "0000-01-01T00:00:00Z",
                        "9999-12-31T23:59:59.999999999Z",
                        "2024-02-29T23:59:59.000001Z",
                        "1969-12-31T23:59:59.999Z")
                .forEach(text -> {
                    assertEquals(Instant.parse(text), InstantText.parse(text));
                    assertEquals(text, InstantText.format(Instant.parse(text)));
                });
        Stream.of("2023-02-29T00:00:00Z", "2026-01-01T24:00:01Z", "2026-13-01T00:00:00Z", "", "Z")
                .forEach(text -> assertThrows(DateTimeParseException.class, () -> InstantText.parse(text)));
    }
}
