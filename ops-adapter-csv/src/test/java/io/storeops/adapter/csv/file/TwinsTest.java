package io.storeops.adapter.csv.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwinsTest {
    /** Beside maps that do the same with the texts themselves. */
    @Test
    void knowWhatMapsOfTheTextsKnow() {
        Random random = new Random(1);
        Twins twins = new Twins();
        Map<String, String> says = new HashMap<>();
        Map<String, Long> first = new HashMap<>();
        Map<String, Long> second = new HashMap<>();
        for (long place = 0; place < 30_000; place++) {
            String key = "SKU " + random.nextInt(20_000);
            String content = "price " + random.nextInt(2);
            twins.add(key, content, place);
            first.putIfAbsent(key, place);
            String before = says.putIfAbsent(key, content);
            if (before != null && !before.equals(content)) {
                second.putIfAbsent(key, place);
            }
        }
        first.forEach((key, place) -> {
            assertEquals(OptionalLong.of(place), twins.first(key), key);
            assertEquals(Optional.ofNullable(second.get(key)), twins.contradiction(key), key);
            assertEquals(says.get(key).equals("price 1"), twins.repeats(key, "price 1"), key);
        });
    }

    @Test
    void knowNothingOfWhatWasNeverAdded() {
        assertEquals(OptionalLong.empty(), new Twins().first("SKU 1"));
        assertEquals(Optional.empty(), new Twins().contradiction("SKU 1"));
    }
}
