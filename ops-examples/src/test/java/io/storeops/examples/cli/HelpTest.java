package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "day",
                "profile",
                "detect",
                "inspect",
                "agenda",
                "anomalies",
                "deliveries",
                "week",
                "scorecard",
                "report",
                "floor",
                "replay",
                "adapters",
                "verify",
                "adopt",
                "migrate",
                "copy"
            })
    void everyCommandTeachesByExample(String command) {
        Ran ran = Ran.run(command, "--help");
        assertEquals(0, ran.code());
        assertEquals("", ran.err());
        assertTrue(ran.out().contains("Usage: storeops " + command), ran.out());
        assertTrue(ran.out().contains("Examples:\n  storeops " + command), ran.out());
    }

    @Test
    void theWholeNamesItsCommandsAndExitCodes() {
        Ran ran = Ran.run("--help");
        assertEquals(0, ran.code());
        for (String text :
                List.of("demo", "day", "detect", "replay", "adapters", "verify", "wrong use or failure", "Examples:")) {
            assertTrue(ran.out().contains(text), text + " in " + ran.out());
        }
    }

    @Test
    void tellsItsVersion() {
        Ran ran = Ran.run("--version");
        assertEquals(0, ran.code());
        assertTrue(ran.out().startsWith("storeops "), ran.out());
    }
}
