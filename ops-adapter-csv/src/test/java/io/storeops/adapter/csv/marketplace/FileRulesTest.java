package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.adapter.csv.file.Records;
import io.storeops.adapter.csv.file.StrictText;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.figures.OrderLine;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file")
class FileRulesTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final String PROFILE = """
        {"encoding": "UTF-8",
         "header": {"columns": ["id", "paid", "gross"], "match": "EXACT"},
         "times": {"patterns": ["yyyy-MM-dd HH:mm"]},
         "orders": {"grain": "ORDER", "basis": "PAID",
                    "columns": {"order": "id", "paidAt": "paid", "gross": "gross"}}}
        """;

    private static final String GOOD = "id,paid,gross\n1,,5\n2,,6\n";

    @TempDir
    private Path folder;

    private Exports exports;

    @BeforeEach
    void writeTheProfile() {
        exports = new Exports(folder).file("p.json", PROFILE);
    }

    private Exports.Read<OrderLine> read(String file) {
        return exports.orders(file, "p.json");
    }

    private void refused(FaultKind kind, String path, String message) {
        AdapterException fault = assertThrows(AdapterException.class, () -> read(path));
        assertEquals(message, fault.getMessage());
        assertEquals(kind, fault.kind());
    }

    private void profile(String from, String to) {
        assertTrue(PROFILE.contains(from));
        exports.file("p.json", PROFILE.replace(from, to));
    }

    @Nested
    class Places {
        @Test
        void areLookedUpWhenTheFeedIsRead() {
            refused(
                    FaultKind.NOT_FOUND,
                    "orders.csv",
                    "There is no file or folder " + folder.resolve("orders.csv") + ". Check the key 'path'");
            exports.file("orders.csv", GOOD);
            assertEquals(2, read("orders.csv").rows().size());
        }

        @Test
        void mayBeAFolderWhoseFilesAreReadByName() {
            exports.file("b.csv", "id,paid,gross\n3,,1\n").file("a.CSV", GOOD).file("c.txt", "no");
            assertEquals(
                    List.of("1", "2", "3"),
                    read(".").rows().stream().map(OrderLine::orderId).toList());
        }

        @Test
        void mayNotBeAnEmptyFolder() {
            refused(
                    FaultKind.NOT_FOUND,
                    ".",
                    "The folder " + folder + " has no file *.csv, *.xlsx or *.xls. Check the key 'path'");
        }
    }

    @Nested
    class Encodings {
        @Test
        void areReadAsDeclaredWithOrWithoutByteOrderMark() {
            exports.file("bom.csv", "\uFEFF" + GOOD);
            assertEquals(2, read("bom.csv").rows().size());
            exports.file(
                    "p.json",
                    PROFILE.replace("UTF-8", "GB18030")
                            .replace("gross\"", "金额\"")
                            .replace("\"金额\":", "\"gross\":"));
            exports.file("gb.csv", "id,paid,金额\n订单一,,5\n", GB18030);
            assertEquals("订单一", read("gb.csv").rows().get(0).orderId());
        }

        @Test
        void areRefusedAtTheFirstLineThatContradictsThem() {
            exports.file("gb.csv", "id,paid,gross\r\n1,,5\r\n订单,,5\r\n", GB18030);
            refused(
                    FaultKind.INVALID,
                    "gb.csv",
                    "gb.csv:3: the bytes B6 are not UTF-8, which the profile declares; declare the file's own encoding"
                            + " (as in UTF-8 or GB18030), or save the file in UTF-8");
        }

        @Test
        void areRefusedIfACharacterIsCutOffAtTheEnd() {
            byte[] bytes = "id,paid,gross\n1,,5\n上".getBytes(StandardCharsets.UTF_8);
            exports.file("cut.csv", Arrays.copyOf(bytes, bytes.length - 1));
            assertTrue(String.valueOf(assertThrows(AdapterException.class, () -> read("cut.csv"))
                            .getMessage())
                    .startsWith("cut.csv:3: the bytes E4 B8 are not UTF-8"));
        }

        @Test
        void areRefusedIfTheByteOrderMarkIsAnothers() {
            profile("UTF-8", "GB18030");
            exports.file("bom.csv", "\uFEFF" + GOOD);
            refused(
                    FaultKind.INVALID,
                    "bom.csv",
                    "bom.csv:1: the file begins with the byte order mark of UTF-8, but the profile declares GB18030;"
                            + " declare UTF-8");
        }

        /** The limit that the provider documents: these bytes are valid in both encodings. */
        @Test
        void cannotBeToldApartWhereTheBytesAreValidInBoth() {
            exports.file("gb.csv", "id,paid,gross\n平台,,5\n", GB18030);
            assertEquals(1, read("gb.csv").rows().size());
        }

        @Test
        void areNoneWhereAWorkbookIsGivenForText() {
            exports.file("book.csv", new byte[] {'P', 'K', 3, 4, 0, 0});
            refused(
                    FaultKind.INVALID,
                    "book.csv",
                    "book.csv:1: this is an Excel workbook, not CSV; with ops-adapter-excel on the class path it is"
                            + " read, else open it and save it as CSV");
        }

        @ParameterizedTest
        @CsvSource({
            "orders.xls, <html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>",
            "orders.csv, <table border=1><tr><td>id",
            "orders.xls, <?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"x\">",
            "orders.csv, <ss:Workbook xmlns:ss=\"x\">"
        })
        void areNoneWhereAPageIsCalledAWorkbook(String name, String page) {
            exports.file(name, page.getBytes(StandardCharsets.US_ASCII));
            refused(
                    FaultKind.INVALID,
                    name,
                    name
                            + ":1: this is a page (HTML or XML), which some exports call a workbook; open it in a"
                            + " spreadsheet and save it as .xlsx or CSV");
        }

        @Test
        void ofATextAreReadWhateverItIsCalled() {
            exports.file("orders.xls", GOOD.getBytes(StandardCharsets.US_ASCII));
            exports.file("orders.csv", GOOD.getBytes(StandardCharsets.US_ASCII));
            assertEquals(read("orders.csv").rows(), read("orders.xls").rows());
            assertFalse(read("orders.xls").rows().isEmpty());
        }

        @Test
        void areRefusedAtTheRightLineWhicheverByteIsDamaged() {
            byte[] good = GOOD.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int at = 0; at < good.length; at++) {
                for (int damage : new int[] {0x80, 0xBF, 0xC3, 0xE4, 0xF0, 0xFF}) {
                    byte[] bytes = good.clone();
                    bytes[at] = (byte) damage;
                    // A line ends with its \r; what stands in the place of the \n is on the next line.
                    long line = 1
                            + new String(good, 0, at, StandardCharsets.US_ASCII)
                                    .chars()
                                    .filter(c -> c == '\r')
                                    .count();
                    exports.file("d.csv", bytes);
                    AdapterException fault = assertThrows(AdapterException.class, () -> read("d.csv"));
                    assertTrue(
                            String.valueOf(fault.getMessage()).startsWith("d.csv:" + line + ": the bytes"),
                            "byte " + at + ": " + fault.getMessage());
                }
            }
        }

        @Test
        void giveTheSameCharactersHoweverFewAreAskedFor() throws IOException {
            String text = "a平😀b\uD83D\uDE04\n";
            exports.file("s.csv", text);
            for (int length = 1; length <= 3; length++) {
                StringBuilder read = new StringBuilder();
                char[] chars = new char[length + 1];
                try (StrictText reader = StrictText.open(folder.resolve("s.csv"), StandardCharsets.UTF_8)) {
                    for (int count = reader.read(chars, 1, length); count >= 0; ) {
                        read.append(chars, 1, count);
                        count = reader.read(chars, 1, length);
                    }
                }
                assertEquals(text, read.toString());
            }
        }

        @Test
        void findTheLineFarIntoAFile() {
            String many = "id,paid,gross\n" + "7,,5\n".repeat(40_000);
            byte[] bytes = (many + "8,,5\n").getBytes(StandardCharsets.US_ASCII);
            bytes[many.length()] = (byte) 0xFF;
            exports.file("far.csv", bytes);
            assertTrue(String.valueOf(assertThrows(AdapterException.class, () -> read("far.csv"))
                            .getMessage())
                    .startsWith("far.csv:40002: the bytes FF are not UTF-8"));
        }
    }

    @Nested
    class Headers {
        @Test
        void areTrimmed() {
            exports.file("h.csv", "id , paid,gross\t\n1,,5\n");
            assertEquals(1, read("h.csv").rows().size());
        }

        @Test
        void mustMatchExactlyIfTheProfileSaysSo() {
            exports.file("h.csv", "paid,id,gross\n");
            refused(FaultKind.INVALID, "h.csv", "h.csv:1: the header is 'paid,id,gross', expected 'id,paid,gross'");
        }

        @Test
        void mayComeInAnyOrderIfTheProfileSaysSo() {
            profile("EXACT", "ANY_ORDER");
            exports.file("h.csv", "paid,gross,id\n,5,1\n");
            assertEquals("1", read("h.csv").rows().get(0).orderId());
            exports.file("h.csv", "paid,gross,id,more\n");
            refused(
                    FaultKind.INVALID,
                    "h.csv",
                    "h.csv:1: the header is 'paid,gross,id,more', expected 'id,paid,gross' in any order");
        }

        @Test
        void mayHaveFurtherColumnsIfTheProfileSaysSo() {
            profile("EXACT", "AT_LEAST");
            exports.file("h.csv", "more,paid,gross,id,more\nx,,5,1,y\n");
            assertEquals("1", read("h.csv").rows().get(0).orderId());
            exports.file("h.csv", "more,paid,id\n");
            refused(FaultKind.INVALID, "h.csv", "h.csv:1: the header is 'more,paid,id', which lacks [gross]");
        }

        @Test
        void mayNotHaveAColumnTwice() {
            exports.file("h.csv", "id,paid,gross,id\n");
            refused(FaultKind.INVALID, "h.csv", "h.csv:1: the header has the column 'id' twice; remove or rename one");
        }

        @Test
        void areNotShownWhereTheyMayBePersonal() {
            exports.file("orders.csv", "1,5,5,SECRET-ADDRESS,2020/2/21 0:00,2020/2/21 0:00,0\n");
            String message = String.valueOf(
                    assertThrows(AdapterException.class, () -> exports.orders("orders.csv", "tmall-orders"))
                            .getMessage());
            assertFalse(message.contains("SECRET"));
            assertTrue(message.startsWith("orders.csv:1: the header of 7 columns lacks [订单编号, 总金额,"));
        }
    }

    @Nested
    class Structure {
        @Test
        void isRefusedWithANulCharacter() {
            exports.file("nul.csv", "id,paid,gross\n1,,\0005\n");
            refused(
                    FaultKind.INVALID,
                    "nul.csv",
                    "nul.csv:2: the record that begins here has a NUL character; the file is damaged, or its encoding"
                            + " is not the declared one");
        }

        @Test
        void isRefusedIfAQuoteIsNotClosedAtTheEnd() {
            exports.file("q.csv", GOOD + "3,,\"7\n4,,8\n");
            refused(
                    FaultKind.INVALID,
                    "q.csv",
                    "q.csv:4: in the record that begins here a field opens with a quote that nothing closes");
        }

        @Test
        void isRefusedWithATooLargeField() {
            exports.file("large.csv", GOOD + "\"" + "x".repeat(Records.LONGEST_CELL + 1) + "\",,5\n");
            refused(
                    FaultKind.INVALID,
                    "large.csv",
                    "large.csv:4: in the record that begins here a field has more than 1048576 characters; is a quote"
                            + " not closed?");
        }

        @Test
        void isRefusedWithTooManyColumns() {
            exports.file("wide.csv", "x,".repeat(Records.MOST_COLUMNS) + "x\n");
            refused(FaultKind.INVALID, "wide.csv", "wide.csv:1: there are more than 16384 columns");
        }

        @Test
        void countsTheLinesInsideQuotedFields() {
            exports.file("lines.csv", "id,paid,gross\n\"1\n1\",,5\n2,,x\n");
            assertEquals(
                    List.of("lines.csv:4 column gross: 'x' is not a number of up to 18 digits"),
                    read("lines.csv").told());
        }

        @Test
        void readsTheDeclaredDelimiter() {
            profile("\"encoding\"", "\"delimiter\": \";\", \"encoding\"");
            exports.file("s.csv", GOOD.replace(',', ';'));
            assertEquals(2, read("s.csv").rows().size());
        }

        @Test
        void readsTheSameUnderEveryDefaultLocale() {
            Locale before = Locale.getDefault();
            try {
                Locale.setDefault(Locale.forLanguageTag("tr-TR"));
                exports.file("a.csv", GOOD);
                assertEquals(2, read("a.csv").rows().size());
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Test
    void ofAnotherCurrencyIsRefused() {
        exports.file(
                "retail.csv", "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
        AdapterException fault = assertThrows(
                AdapterException.class, () -> exports.orders("retail.csv", "online-retail", Exports.SHANGHAI));
        assertEquals(
                "The profile 'online-retail' reads amounts of GBP, but store S1 has CNY. Use a profile of the store's"
                        + " currency",
                fault.getMessage());
    }
}
