package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {
    private static final String STOCK = "sku,units\nMUG,5\nCAP,\n";

    @TempDir
    private Path folder;

    private String file(String name, String text, Charset encoding) throws IOException {
        return Files.writeString(folder.resolve(name), text, encoding).toString();
    }

    @Test
    void listsTheShippedProfilesAndShowsOne() {
        Ran list = Ran.run("profile", "show");
        assertEquals(0, list.code());
        assertTrue(list.out().contains("qianniu-orders\nshopify-orders\n"), list.out());
        Ran one = Ran.run("profile", "show", "erp-stock");
        assertEquals(0, one.code());
        assertTrue(one.out().startsWith("{\n  \"doc\": ["), one.out());
        assertTrue(one.out().endsWith("}\n"), one.out());
        assertTrue(Ran.run("profile", "schema").out().contains("urn:storeops:file-profile"));
    }

    @Test
    void whatIsShownIsAProfileOfTheUsersOwn() throws IOException {
        String mine =
                file("mine.json", Ran.run("profile", "show", "tmall-orders").out(), StandardCharsets.UTF_8);
        String orders = file(
                "o.csv",
                "订单编号,总金额,买家实际支付金额,收货地址,订单创建时间,订单付款时间,退款金额\n1,5.00,5.00,x,2024/6/1 9:00,2024/6/1 9:05,0\n",
                StandardCharsets.UTF_8);
        Ran day = Ran.run("day", "--orders", orders, "--profile", mine, "--store", "S1", "--date", "2024-06-01");
        assertEquals(0, day.code(), day.err());
    }

    @Test
    void tellsWhatReadsAFileAndWhatIsRefused() throws IOException {
        Ran ran = Ran.run("profile", "check", file("stock.csv", STOCK, StandardCharsets.UTF_8));
        assertEquals(1, ran.code());
        assertEquals(
                "encoding   UTF-8\ndelimiter  ,\nheader     line 1: sku,units\nrecords    2\n\n"
                        + "erp-stock reads it: rows 1, left out 0, passed over 0, refused 1\n"
                        + "  stock.csv:3 column units: the value is missing\n",
                ran.out());
        assertEquals(
                0,
                Ran.run("profile", "check", file("all.csv", "sku,units\nMUG,5\n", StandardCharsets.UTF_8))
                        .code());
    }

    @Test
    void draftsAProfileWhereNoneFits() throws IOException {
        Ran ran = Ran.run(
                "profile",
                "check",
                file("o.csv", "订单号;收货人;实付金额;付款时间\n7001;张三;1.234,50;2024-06-01 09:05\n", Charset.forName("GB18030")),
                "--currency",
                "EUR");
        assertEquals(1, ran.code());
        assertTrue(ran.out().contains("No shipped profile declares this header."), ran.out());
        assertTrue(ran.out().contains("draft reads it: rows 1, left out 0, passed over 0, refused 0"), ran.out());
        assertFalse(ran.out().contains("张三"), ran.out());
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertEquals(
                "storeops: 'print' is nothing to do with a profile. Say show, check or schema\n",
                Ran.run("profile", "print").err());
        assertEquals(
                "storeops: Name the file to check, as in storeops profile check orders.csv\n",
                Ran.run("profile", "check").err());
        assertEquals(2, Ran.run("profile", "check", "nowhere.csv").code());
        assertEquals(2, Ran.run("profile", "show", "nowhere").code());
        String file = file("s.csv", STOCK, StandardCharsets.UTF_8);
        assertEquals(2, Ran.run("profile", "check", file, "--zone", "Mars/Base").code());
        assertEquals(2, Ran.run("profile", "check", file, "--currency", "XXQ").code());
    }
}
