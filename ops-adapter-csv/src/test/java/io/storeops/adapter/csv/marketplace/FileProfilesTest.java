package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.storeops.failure.AdapterException;
import io.storeops.feed.RowProblem;
import io.storeops.figures.OrderLine;
import io.storeops.spi.JsonCodec;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A look at a file")
class FileProfilesTest {
    @TempDir
    private Path folder;

    private FileProfiles.Look look(String name) {
        return FileProfiles.look(
                Path.of(name), Exports.SHANGHAI.zone(), Exports.SHANGHAI.currency(), new Exports(folder).context());
    }

    @TestFactory
    List<DynamicTest> tellsWhichProfileReadsIt() {
        return Golden.all().stream()
                .map(golden -> dynamicTest(golden.profileName(), () -> {
                    new Exports(folder)
                            .file(
                                    golden.fileName(),
                                    golden.encoded().values().iterator().next());
                    FileProfiles.Look look = FileProfiles.look(
                            Path.of(golden.fileName()),
                            golden.store().zone(),
                            golden.store().currency(),
                            new Exports(folder).context());
                    FileProfiles.Fit fit = look.fits().get(0);
                    assertEquals(golden.profileName(), fit.profile());
                    assertEquals(Optional.empty(), fit.fault());
                    assertEquals(
                            golden.expected().stream()
                                    .filter(record -> record.contains("! "))
                                    .count(),
                            fit.refused());
                    assertEquals(look.records(), fit.taken() + fit.leftOut() + fit.passedOver() + fit.refused());
                    assertFalse((look + look.draft()).contains("13900001234"), look.toString());
                }))
                .toList();
    }

    @Test
    void showsWhatItSees() {
        new Exports(folder)
                .file(
                        "o.csv",
                        "Titel;;\nid;bezahlt am;Betrag\n1;13.6.2024 9:05;\"1.234,56\"\n2;1.6.2024 9:05;12,5\n"
                                .getBytes(Charset.forName("UTF-16LE")));
        FileProfiles.Look look = look("o.csv");
        assertEquals("UTF-16LE", look.encoding());
        assertEquals(';', look.delimiter());
        assertEquals(2, look.headerLine());
        assertEquals(List.of("id", "bezahlt am", "Betrag"), look.header());
        assertEquals(2, look.records());
        assertEquals(List.of(), look.fits());
    }

    @Test
    void draftsAProfileThatReadsIt() {
        new Exports(folder)
                .file(
                        "o.csv",
                        "订单号,下单人姓名,实付金额,付款时间\n=\"700100200300400501\",张,\"￥1,234.50\",2024/6/1 9:05\n=\"700100200300400502\",李,￥5.00,2024/6/13 10:00\n",
                        Charset.forName("GB18030"));
        FileProfiles.Look look = look("o.csv");
        assertEquals(List.of(), look.missing());
        assertEquals(Optional.of(new FileProfiles.Fit("draft", 2, 0, 0, 0, List.of(), Optional.empty())), look.fit());
        Exports.Read<OrderLine> read =
                new Exports(folder).file("mine.json", look.draft()).orders("o.csv", "mine.json");
        assertEquals(
                List.of(
                        OrderLine.paid("700100200300400501", Instant.parse("2024-06-01T01:05:00Z"), 123_450)
                                .atLine(2),
                        OrderLine.paid("700100200300400502", Instant.parse("2024-06-13T02:00:00Z"), 500)
                                .atLine(3)),
                read.rows());
        assertTrue(look.draft().replaceAll("\\s", "").contains("\"personal\":[\"下单人姓名\"]"), look.draft());
        assertTrue(look.draft().replaceAll("\\s", "").contains("\"longIds\":true"), look.draft());
    }

    @Test
    void saysWhatThePersonHasToWriteIntoTheDraft() {
        new Exports(folder).file("o.csv", "order id,amount,paid at\n1,5.00,6/1/2024 9:05\n2,6.00,6/2/2024 9:05\n");
        FileProfiles.Look look = look("o.csv");
        assertEquals(
                List.of(
                        "which of [M/d/yyyy H:mm, d/M/yyyy H:mm] the times are written in (times.patterns): all cells can be read as each"),
                look.missing());
        assertEquals(Optional.empty(), look.fit());
        new Exports(folder).file("p.csv", "a,b\nx,y\n");
        assertEquals(3, look("p.csv").missing().size());
    }

    @Test
    void saysWhatTheNearestProfileLacks() {
        new Exports(folder).file("o.csv", "订单号,订单成交时间,用户实付金额(元)\n1,2024-06-01 09:05:00,5\n");
        assertEquals(
                Optional.of("pdd-orders lacks [订单状态, 商品数量(件), 售后状态]"),
                look("o.csv").nearest());
    }

    @Test
    void saysThatTheEncodingIsAnother() {
        Golden golden = Golden.of("qianniu-orders");
        new Exports(folder).file("o.csv", golden.text());
        FileProfiles.Fit fit = look("o.csv").fits().get(0);
        assertEquals("qianniu-orders", fit.profile());
        assertEquals(
                Optional.of(
                        "the file is in UTF-8 with ',' between fields, the profile reads GB18030 with ','; copy the profile and"
                                + " change that"),
                fit.fault());
    }

    @Test
    void showsTheFirstProblemsAndNoMore() {
        StringBuilder rows = new StringBuilder("sku,units\n");
        for (int i = 0; i < 30; i++) {
            rows.append(i).append(",x\n");
        }
        new Exports(folder).file("stock.csv", rows.toString());
        FileProfiles.Fit fit = look("stock.csv").fits().get(0);
        assertEquals(30, fit.refused());
        assertEquals(FileProfiles.MOST_PROBLEMS, fit.problems().size());
        assertEquals(
                "stock.csv:2 column units: 'x' is not a number of up to 18 digits",
                fit.problems().stream().map(RowProblem::toString).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"PK\u0003\u0004x|Excel workbook", "<!DOCTYPE html><p>|web page", "a,b\\n\\xFF\\xFF,1|are not UTF-8"
            })
    void refusesWhatIsNoText(String text, String expected) {
        byte[] bytes = text.replace("\\n", "\n").replace("\\xFF", "\u00FF").getBytes(Charset.forName("ISO-8859-1"));
        new Exports(folder).file("o.csv", bytes);
        AdapterException fault = assertThrows(AdapterException.class, () -> look("o.csv"));
        assertTrue(String.valueOf(fault.getMessage()).contains(expected), fault.getMessage());
    }

    @Test
    void findsNoHeaderInDataAlone() {
        new Exports(folder).file("o.csv", "1,2024-06-01 09:05,张三\n2,2024-06-02 09:05,李四\n");
        FileProfiles.Look look = look("o.csv");
        assertEquals(0, look.headerLine());
        assertEquals(List.of(), look.header());
        assertFalse(look.toString().contains("张三"));
    }

    @Test
    void showsTheDocumentOfAProfile() {
        for (String name : FileProfiles.shipped()) {
            String document = FileProfiles.document(name, new Exports(folder).context());
            assertEquals(
                    name,
                    ProfileDocument.read(name, JsonCodec.parse(name, document)).name());
        }
        new Exports(folder).file("mine.json", "{}");
        assertThrows(AdapterException.class, () -> FileProfiles.document("mine.json", new Exports(folder).context()));
        assertThrows(AdapterException.class, () -> FileProfiles.document("none", new Exports(folder).context()));
    }
}
