package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code inspect} on a shop's export and a price book of the same day, which begins at midnight in Shanghai. */
class InspectCommandTest {
    private static final String PRODUCTS =
            "ID,Type,SKU,Name,Published,In stock?,Stock,Sale price,Regular price,Parent\n";
    private static final String PRICES = "sku,price,currency,effective_from\n";

    @TempDir
    Path folder;

    private Ran inspect(String products, String prices, String... more) throws IOException {
        Files.writeString(folder.resolve("shop-2024-06-16.csv"), PRODUCTS + products);
        Files.writeString(folder.resolve("book-2024-06-16.csv"), PRICES + prices);
        List<String> args = new ArrayList<>(List.of(
                "inspect",
                "--file",
                "woocommerce-products=" + folder.resolve("shop-2024-06-16.csv"),
                "--file",
                "price-book=" + folder.resolve("book-2024-06-16.csv"),
                "--store",
                "S1",
                "--zone",
                "Asia/Shanghai",
                "--currency",
                "CNY",
                "--out",
                folder.resolve("out").toString()));
        args.addAll(List.of(more));
        return Ran.run(args.toArray(String[]::new));
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }

    private String line(String id) throws IOException {
        return lines("checklist.csv").stream()
                .filter(row -> row.split(",")[1].equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsNothingWhereEverythingIsAsApproved() throws IOException {
        Ran ran = inspect(
                "1,simple,A,Coat,1,1,5,,100.00,\n2,simple,B,Hat,1,1,5,19.90,25.00,\n",
                "A,100.00,CNY,\nB,19.90,CNY,\n",
                "--at",
                "2024-06-16T01:00:00+08:00");
        assertEquals("", ran.err());
        assertEquals(0, ran.code(), ran.out());
        assertEquals("2024-06-16,PRICE,PRICE,OK,,,2024-06-16T00:00:00+08:00,2", line("PRICE"));
        assertEquals("2024-06-16,DSR,DSR,PENDING,,,,", line("DSR"));
        assertEquals(1, lines("anomalies.csv").size());
        assertEquals(List.of("file,line,column,reason"), lines("rejected.csv"));
    }

    @Test
    void findsAPriceThatIsNotApprovedAndARowOfWhatNobodyKnows() throws IOException {
        Ran ran = inspect(
                "1,simple,A,Coat,1,1,5,,90.00,\n2,simple,B,Hat,1,1,5,,19.90,\n3,simple,C,Scarf,1,1,5,,5.00,\n",
                "A,100.00,CNY,\nB,19.90,CNY,\n",
                "--at",
                "2024-06-16T01:00:00+08:00",
                "--language",
                "en");
        assertEquals(1, ran.code(), ran.out());
        assertTrue(line("PRICE").startsWith("2024-06-16,PRICE,PRICE,ANOMALY,"), line("PRICE"));
        assertTrue(line("INFORMATION").startsWith("2024-06-16,INFORMATION,INFORMATION,ANOMALY,"), line("INFORMATION"));
        assertEquals(3, lines("anomalies.csv").size());
        assertTrue(
                lines("anomalies.csv").stream().anyMatch(row -> row.contains(",PRICE,A,") && row.endsWith(",Coat")),
                lines("anomalies.csv").toString());
        String page = Files.readString(folder.resolve("out").resolve("checklist.html"));
        assertTrue(page.contains("CNY 90.00") && page.contains("CNY 100.00") && page.contains("Coat"), page);
        assertTrue(page.contains("daily store inspection 2024-06-16"), page);
    }

    @Test
    void judgesNothingByAFileThatIsTooOld() throws IOException {
        Ran ran = inspect("1,simple,A,Coat,1,1,5,,90.00,\n", "A,100.00,CNY,\n", "--at", "2024-06-16T03:00:00+08:00");
        assertEquals(1, ran.code(), ran.out());
        assertTrue(line("PRICE").startsWith("2024-06-16,PRICE,PRICE,COULD_NOT_CHECK,,"), line("PRICE"));
        assertEquals(1, lines("anomalies.csv").size());
    }

    @Test
    void namesEveryRowThatCannotBeRead() throws IOException {
        Ran ran = inspect(
                "1,simple,A,Coat,1,1,5,,1O0.00,\n2,simple,B,Hat,1,1,5,,19.90,\n",
                "A,100.00,CNY,\nB,19.90,CNY,\n",
                "--at",
                "2024-06-16T01:00:00+08:00");
        assertEquals(1, ran.code(), ran.out());
        assertTrue(
                ran.lines().stream().anyMatch(line -> line.startsWith("rejected: shop-2024-06-16.csv:2 ")), ran.out());
        assertEquals(2, lines("rejected.csv").size());
    }

    @Test
    void needsListingsAndAPriceBook() throws IOException {
        Files.writeString(folder.resolve("book-2024-06-16.csv"), PRICES + "A,100.00,CNY,\n");
        Ran ran = Ran.run(
                "inspect",
                "--file",
                "price-book=" + folder.resolve("book-2024-06-16.csv"),
                "--store",
                "S1",
                "--zone",
                "Asia/Shanghai",
                "--currency",
                "CNY",
                "--out",
                folder.resolve("out").toString());
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("None of the files [price-book] is of listings"), ran.err());
    }

    @Test
    void refusesWhatIsNoInstantOrLanguage() throws IOException {
        for (List<String> wrong : List.of(List.of("--at", "yesterday"), List.of("--language", "fr"))) {
            Ran ran = inspect("1,simple,A,Coat,1,1,5,,90.00,\n", "A,100.00,CNY,\n", wrong.toArray(String[]::new));
            assertEquals(2, ran.code(), ran.out());
            assertTrue(ran.err().contains("'" + wrong.get(1) + "' is not"), ran.err());
        }
    }
}
