package io.storeops.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonCodecTest {
    private static Json parse(String text) {
        return JsonCodec.parse("roster.json", text);
    }

    private static String refusal(String text) {
        return assertThrows(DocumentException.class, () -> parse(text)).getMessage();
    }

    @Nested
    class Parses {
        @Test
        void everyKindOfValue() {
            assertEquals(
                    Json.object(Map.of(
                            "text", Json.of("网店\n\"🛒\""),
                            "number", new Json.Num(new BigDecimal("-12345678901234567890.125")),
                            "array", Json.array(List.of(Json.of(true), Json.of(false), Json.ofNull())),
                            "object", Json.object(Map.of()))),
                    parse("""
                            { "text": "网店\\n\\"\\uD83D\\uDED2\\"", "number": -12345678901234567890.125,
                              "array": [true, false, null], "object": {} }"""));
        }

        @Test
        void numbersExactly() {
            assertEquals(new Json.Num(new BigDecimal("0.1")), parse("0.1"));
            assertEquals(new Json.Num(new BigDecimal("12300")), parse("1.23e4"));
            assertEquals("9007199254740993", JsonCodec.print(parse("9007199254740993")));
        }
    }

    @Nested
    class Refuses {
        @Test
        void whatIsNotJsonWithLineColumnAndPath() {
            assertEquals(
                    "roster.json:2:18 $.slotPlan.boundaries[1]: the text is not JSON: Unexpected character (']' (code"
                            + " 93)): expected a valid value (JSON String, Number, Array, Object or token, 'true' or 'false')",
                    refusal("{ \"slotPlan\":\n{\"boundaries\":[1,]}}"));
        }

        @Test
        void theSameMemberTwice() {
            String refusal = refusal("{\"a\":1,\n\"b\":{\"c\":1,\"c\":2}}");
            assertTrue(refusal.startsWith("roster.json:2:"), refusal);
            assertTrue(refusal.contains("Duplicate field 'c'"), refusal);
        }

        @Test
        void whatFollowsTheValue() {
            assertEquals("roster.json:1:4 $: the text goes on after the end of the JSON value", refusal("{} {}"));
        }

        @Test
        void emptiness() {
            assertEquals("roster.json:1:1 $: the text is empty, so it is not JSON", refusal(""));
        }

        @Test
        void endlessDepthAndDigits() {
            assertTrue(refusal("[".repeat(100_000)).contains("nesting depth"), "depth");
            assertEquals("roster.json:1:1 $: the number has more than 1000 digits written out", refusal("1e999999999"));
            assertEquals(
                    "roster.json:1:2 $[0]: the number has more than 1000 digits written out", refusal("[1e-1001]"));
            assertEquals(Json.of(1), parse("1e0"));
            assertEquals(Json.of(0), parse("0e999"));
            String most = "[".repeat(Json.MOST_DEPTH) + "]".repeat(Json.MOST_DEPTH);
            assertEquals(most, parse(most).canonical());
            assertTrue(refusal("[" + most + "]").contains("(500"), refusal("[" + most + "]"));
            assertEquals(new Json.Num(new BigDecimal("1e999")), parse("1e999"));
        }

        @Test
        void extensionsOfJson() {
            for (String text :
                    List.of("NaN", "Infinity", "'a'", "{a:1}", "01", "+1", "[1,]", "// x\n1", "\"\t\"", ".5")) {
                assertTrue(refusal(text).startsWith("roster.json:"), text);
            }
        }

        /** A password of digits and an e, without quotes, is a number. */
        @Test
        void anExponentThatNoDecimalHasWithoutShowingIt() {
            for (String secret :
                    List.of("1e99999999999", "1e-99999999999", "7e2147483648", "4e0000000000000000001234567890123")) {
                DocumentException refused = assertThrows(
                        DocumentException.class,
                        () -> JsonCodec.parse("database.json", "{\"password\": " + secret + "}"));
                assertEquals(
                        "database.json:1:14 $.password: the number has more than 1000 digits written out",
                        refused.getMessage());
                for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                    assertFalse(String.valueOf(cause.getMessage()).contains(secret), cause.toString());
                }
            }
        }

        @Test
        void aBareWordWithoutShowingIt() {
            String refusal = refusal("{\"password\": canary}");
            assertFalse(refusal.contains("canary"), refusal);
            assertTrue(refusal.startsWith("roster.json:1:"), refusal);
        }
    }

    @Nested
    class TakesTheHostsOwnObjects {
        record Item(String id, long priceMinor, List<String> tags) {}

        @Test
        void recordsListsAndMaps() {
            assertEquals(
                    parse("{\"items\":[{\"id\":\"茶\",\"priceMinor\":9900,\"tags\":[\"a\"]}],\"rate\":0.10}"),
                    JsonCodec.of(
                            "catalogue",
                            Map.of(
                                    "items",
                                    List.of(new Item("茶", 9900, List.of("a"))),
                                    "rate",
                                    new BigDecimal("0.10"))));
        }

        @Test
        void andSaysWhatHasNoJson() {
            String message = assertThrows(DocumentException.class, () -> JsonCodec.of("catalogue", new Object()))
                    .getMessage();
            assertTrue(message.startsWith("catalogue $: the Object has no JSON: "), message);
        }
    }

    @Nested
    class ReadsFiles {
        @TempDir
        private Path directory;

        @Test
        void inUtf8WithOrWithoutByteOrderMark() throws IOException {
            Path file = directory.resolve("a.json");
            Files.writeString(file, "\"店\"", StandardCharsets.UTF_8);
            assertEquals(Json.of("店"), JsonCodec.read(file));
            Files.writeString(file, "\uFEFF\"店\"", StandardCharsets.UTF_8);
            assertEquals(Json.of("店"), JsonCodec.read(file));
        }

        @Test
        void andRefusesOtherEncodings() throws IOException {
            Path file = directory.resolve("a.json");
            Files.write(file, new byte[] {'"', (byte) 0xB5, (byte) 0xEA, '"'});
            assertEquals(
                    "a.json $: the file is not in UTF-8. Save it in UTF-8",
                    assertThrows(DocumentException.class, () -> JsonCodec.read(file))
                            .getMessage());
        }

        @Test
        void andSaysWhichIsMissing() {
            Path file = directory.resolve("a.json");
            AdapterException failure = assertThrows(AdapterException.class, () -> JsonCodec.read(file));
            assertEquals(FaultKind.NOT_FOUND, failure.kind());
            assertEquals("There is no file " + file + ". Check the path, or create the file", failure.getMessage());
        }
    }

    @Test
    void printsForPeople() {
        assertEquals("""
                {
                  "a": [
                    1,
                    "x"
                  ],
                  "b": {},
                  "c": []
                }
                """, JsonCodec.pretty(parse("{\"c\":[],\"b\":{},\"a\":[1,\"x\"]}")));
    }

    @Property(tries = 300)
    void whatIsPrintedIsReadBack(@ForAll("values") Json value) {
        assertEquals(value, parse(JsonCodec.print(value)));
        assertEquals(value, parse(JsonCodec.pretty(value)));
    }

    @Provide
    Arbitrary<Json> values() {
        Arbitrary<Json> leaves = Arbitraries.oneOf(
                Arbitraries.strings()
                        .filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                        .map(Json::of),
                Arbitraries.bigDecimals().map(Json.Num::new),
                Arbitraries.of(Json.of(true), Json.of(false), Json.ofNull()));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(Json::array),
                        Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), inner)
                                .ofMaxSize(4)
                                .map(Json::object)),
                0,
                3);
    }
}
