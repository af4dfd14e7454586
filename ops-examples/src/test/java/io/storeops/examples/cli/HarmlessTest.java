package io.storeops.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What others wrote")
class HarmlessTest {
    @ParameterizedTest
    @CsvSource({
        "001B, \\u001B",
        "0000, \\u0000",
        "0007, \\u0007",
        "0008, \\u0008",
        "000D, \\u000D",
        "007F, \\u007F",
        "009B, \\u009B",
        "061C, \\u061C",
        "200B, \\u200B",
        "202E, \\u202E",
        "2028, \\u2028",
        "2066, \\u2066",
        "FEFF, \\uFEFF",
        "E0041, \\uDB40\\uDC41",
        "D83D, \\uD83D",
    })
    void isShownByItsNumberWhereItSteersATerminal(String character, String shown) {
        String steering = Character.toString(Integer.parseInt(character, 16));
        assertEquals("a" + shown + "b", Harmless.text("a" + steering + "b"));
    }

    @Test
    void isLeftAloneOtherwise() {
        String text = "店铺 é 😀 a\tb\nc\r\nd = + - @";
        assertEquals(text, Harmless.text(text));
    }

    @Test
    void passesAStreamCharacterByCharacterAndLineByLine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = Harmless.stream(new PrintStream(bytes, true, UTF_8));
        for (byte each : "店\u001B[2J铺😀".getBytes(UTF_8)) {
            out.write(each);
        }
        assertEquals("", bytes.toString(UTF_8), "not before its line ends");
        out.print("\n");
        out.flush();
        out.print("rest\u202E");
        out.flush();
        assertEquals("店\\u001B[2J铺😀\nrest\\u202E", bytes.toString(UTF_8));
    }

    @Nested
    class InTheNameOfAFile {
        @TempDir
        Path folder;

        private static final String ORDERS =
                "订单编号,总金额,买家实际支付金额,收货地址,订单创建时间,订单付款时间,退款金额\n" + "1,x,1,上海,2024-06-01 09:30:00,2024-06-01 09:30:00,0\n";

        private Ran day(String name) throws IOException {
            Path file = Files.writeString(folder.resolve(name), ORDERS);
            return Ran.run(
                    "day",
                    "--orders",
                    file.toString(),
                    "--profile",
                    "tmall-orders",
                    "--store",
                    "S1",
                    "--date",
                    "2024-06-01",
                    "--out",
                    folder.resolve("out").toString());
        }

        @Test
        void steersNoTerminalAndNoTable() throws IOException {
            Ran ran = day("a\u001B[31m\u202Eb.csv");
            assertFalse(ran.out().contains("\u001B") || ran.err().contains("\u001B"), ran.out() + ran.err());
            assertFalse(ran.out().contains("\u202E"), ran.out());
            assertTrue(ran.out().contains("a\\u001B[31m\\u202Eb.csv"), ran.out() + ran.err());
            String rejected = Files.readString(folder.resolve("out/rejected.csv"));
            assertTrue(rejected.contains("a\\u001B[31m\\u202Eb.csv,"), rejected);
        }

        @Test
        void isNoFormula() throws IOException {
            day("=1+1.csv");
            String rejected = Files.readString(folder.resolve("out/rejected.csv"));
            assertTrue(rejected.contains("\n'=1+1.csv,"), rejected);
        }

        @Test
        void steersNoTerminalInAFailure() {
            Ran ran = Ran.run("verify", folder.resolve("no\u001B[2Jsuch").toString());
            assertEquals(2, ran.code());
            assertFalse(ran.err().contains("\u001B"), ran.err());
            assertTrue(ran.err().contains("no\\u001B[2Jsuch"), ran.err());
        }
    }
}
