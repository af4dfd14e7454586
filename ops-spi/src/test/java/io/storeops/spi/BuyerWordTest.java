package io.storeops.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuyerWordTest {
    @Test
    void aNameHasOneWordInWhichItDoesNotStand() {
        String word = BuyerWord.of("王小明");
        assertEquals(word, BuyerWord.of("王小明"));
        assertTrue(word.matches("[0-9a-f]{16}"), word);
        assertFalse(BuyerWord.of("abcdef").contains("abcdef"));
    }

    @Test
    void hundredThousandNamesHaveAsManyWords() {
        assertEquals(
                100_000,
                IntStream.range(0, 100_000)
                        .mapToObj(i -> BuyerWord.of("buyer " + i))
                        .collect(Collectors.toSet())
                        .size());
    }
}
