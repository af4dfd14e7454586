package io.storeops.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.Sha256;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {
    private static final Set<String> TEXT = Set.of("text/plain", "text/csv");
    private static final Set<String> JSON = Set.of("text/plain", "text/csv", "application/json");

    private static Set<String> sniffed(byte[] content) {
        return Attachment.of("image/png", content).sniffed();
    }

    private static Set<String> sniffed(String text) {
        return sniffed(text.getBytes(UTF_8));
    }

    @Nested
    class TheBytes {
        @Test
        void areCopiedOnTheWayInAndOut() {
            byte[] given = {'a', 'b'};
            Attachment attachment = Attachment.of("text/plain", given);
            given[0] = 'x';
            attachment.content()[1] = 'y';
            assertArrayEquals(new byte[] {'a', 'b'}, attachment.content());
            assertEquals(Sha256.of("ab"), attachment.sha256());
            assertEquals(2, attachment.size());
        }

        @Test
        void neverShowInItsText() {
            assertEquals(
                    "text/plain, 6 bytes, SHA-256 " + Sha256.of("secret"),
                    Attachment.of("text/plain", "secret".getBytes(UTF_8)).toString());
        }

        @Test
        void makeItEqualWithTheDeclaredType() {
            Attachment one = Attachment.of("text/plain", new byte[] {'a'});
            assertEquals(one, Attachment.of("text/plain", new byte[] {'a'}));
            assertEquals(
                    one.hashCode(),
                    Attachment.of("text/plain", new byte[] {'a'}).hashCode());
            assertNotEquals(one, Attachment.of("text/csv", new byte[] {'a'}));
            assertNotEquals(one, Attachment.of("text/plain", new byte[] {'b'}));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "png", "image/", "/png", "Image/PNG", "text/plain; charset=utf-8", " text/plain", "a/b/c"})
    void refusesAnotherWayOfWritingTheType(String type) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Attachment.of(type, new byte[0]));
        assertEquals(
                "'" + type + "' is not a content type (expected lower case without parameters, as in image/png)",
                refused.getMessage());
    }

    @Nested
    class Sniffing {
        @ParameterizedTest
        @CsvSource({
            "image/png, 89504E470D0A1A0A0000000D49484452",
            "image/jpeg, FFD8FFE000104A464946",
            "image/gif, 474946383961",
            "image/gif, 474946383761",
            "image/webp, 524946461A000000574542505650384C",
            "application/pdf, 255044462D312E370A"
        })
        void knowsPicturesAndDocumentsByTheirBeginning(String type, String hex) {
            byte[] content = java.util.HexFormat.of().parseHex(hex);
            assertEquals(Set.of(type), sniffed(content));
            assertTrue(Attachment.of(type, content).bears());
            assertFalse(Attachment.of("text/plain", content).bears());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "89504E470D0A1A",
                    "89504E470D0A1A0B",
                    "FFD8",
                    "524946461A0000005741564566",
                    "4D5A9000",
                    "504B0304",
                    "00",
                    "61007A",
                    "61077A",
                    "617F",
                    "61C285",
                    "C3",
                    "C328",
                    "EDA080",
                    "F4908080",
                    "C080",
                    "FF",
                    ""
                })
        void knowsNothingElse(String hex) {
            assertEquals(Set.of(), sniffed(java.util.HexFormat.of().parseHex(hex)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "plain",
                    "多云 🛒",
                    "a,b\r\n1,2\r\n",
                    "\ttab",
                    " ",
                    "\uFEFFid,name\n",
                    "GIF88a",
                    "%PD",
                    "<svg/>"
                })
        void takesUtf8WithoutControlCharactersForText(String text) {
            assertEquals(TEXT, sniffed(text));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"a\":1}",
                    "\r\n\t [1]",
                    "\"x\"",
                    "-1",
                    "0",
                    "true",
                    "false",
                    "null",
                    "{ not really",
                    "nullable"
                })
        void takesTextThatBeginsLikeJsonForThatToo(String text) {
            assertEquals(JSON, sniffed(text));
        }

        @Test
        void readsTextToItsEndWhereverItsCharactersAreCut() {
            for (int length = 8_180; length < 8_200; length++) {
                assertEquals(TEXT, sniffed("x".repeat(length) + "🛒".repeat(5_000) + "店"));
                assertEquals(Set.of(), sniffed("x".repeat(length) + "🛒".repeat(5_000) + "\u0000"));
                byte[] cut = ("x".repeat(length) + "店").getBytes(UTF_8);
                assertEquals(Set.of(), sniffed(java.util.Arrays.copyOf(cut, cut.length - 1)));
            }
        }

        @Test
        void neverTakesOtherCharsetsForText() {
            assertEquals(Set.of(), sniffed("caf\u00e9".getBytes(ISO_8859_1)));
            assertEquals(Set.of(), sniffed("店铺".getBytes(java.nio.charset.Charset.forName("GBK"))));
            assertEquals(Set.of(), sniffed("ab".getBytes(java.nio.charset.StandardCharsets.UTF_16LE)));
        }
    }
}
