package io.storeops.adapter.csv.months;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FingerprintsTest {
    @Property(tries = 50)
    void haveEveryTextAndHardlyAnother(
            @ForAll @IntRange(max = 3000) int count, @ForAll @IntRange(max = 3000) int expected, @ForAll long seed) {
        Fingerprints fingerprints = new Fingerprints(expected);
        assertEquals(0, found(fingerprints, "text " + seed, count), "it is empty");
        for (int i = 0; i < count; i++) {
            fingerprints.add(Fingerprints.of("text " + seed + " " + i));
        }
        assertEquals(count, found(fingerprints, "text " + seed, count));
        assertTrue(found(fingerprints, "another " + seed, 10_000) <= 1);
    }

    private static long found(Fingerprints fingerprints, String text, int count) {
        return IntStream.range(0, count)
                .filter(i -> fingerprints.mayContain(Fingerprints.of(text + " " + i)))
                .count();
    }
}
