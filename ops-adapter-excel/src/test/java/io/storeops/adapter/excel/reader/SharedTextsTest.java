package io.storeops.adapter.excel.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SharedTextsTest {
    private static String text(int length) {
        return (length + "店").repeat(length / 2 + 1).substring(0, length);
    }

    @Property(tries = 50)
    void areThoseThatWereAdded(@ForAll @Size(max = 60) List<@IntRange(max = 32_767) Integer> lengths)
            throws IOException {
        SharedTexts texts = new SharedTexts();
        for (int length : lengths) {
            texts.add(text(length));
        }
        for (int i = 0; i < lengths.size(); i++) {
            assertEquals(text(lengths.get(i)), texts.get(i));
        }
    }

    @Test
    void areFoundByNumberBeyondOnePage() throws IOException {
        SharedTexts texts = new SharedTexts();
        for (int i = 0; i < 70_000; i++) {
            texts.add(i % 2 == 0 ? "" : "t" + i);
        }
        assertEquals("", texts.get(32_768));
        assertEquals("t32767", texts.get(32_767));
        assertEquals("t69999", texts.get(69_999));
        assertEquals(
                "it names the shared text 70000, and there are 70000",
                assertThrows(IllegalArgumentException.class, () -> texts.get(70_000))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> texts.get(-1));
    }
}
