package io.storeops.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShownTextTest {
    @Test
    void isShortAndOnOneLine() {
        assertEquals("'mug 杯'", ShownText.of("mug 杯"));
        assertEquals("'a\uFFFDb\uFFFDc'", ShownText.of("a\nb\u202Ec"));
        assertEquals("'" + "x".repeat(60) + "'", ShownText.of("x".repeat(60)));
        assertEquals("'" + "x".repeat(60) + "...'", ShownText.of("x".repeat(61)));
    }
}
