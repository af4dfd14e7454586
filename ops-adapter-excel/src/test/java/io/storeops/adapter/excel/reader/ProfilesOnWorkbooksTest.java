package io.storeops.adapter.excel.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.adapter.csv.marketplace.CsvMarketplaceProvider;
import io.storeops.adapter.csv.marketplace.FileProfiles;
import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.id.StoreId;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The marketplace of exported files on workbooks: cells have types there, and what a spreadsheet has damaged is refused. */
class ProfilesOnWorkbooksTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Object[] HEADER = {"订单编号", "总金额", "买家实际支付金额", "收货地址", "订单创建时间", "订单付款时间", "退款金额"};
    private static final LocalDateTime PAID = LocalDateTime.of(2020, 2, 21, 9, 30);

    @TempDir
    private Path folder;

    /** A cell that shows a fault. */
    private enum Fault {
        NOT_THERE
    }

    private static void fill(Cell cell, Object value, CellStyle date) {
        if (value instanceof String text) {
            cell.setCellValue(text);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDateTime time) {
            cell.setCellValue(time);
            cell.setCellStyle(date);
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag);
        } else {
            cell.setCellErrorValue(FormulaError.NA.getCode());
        }
    }

    private Path book(String name, Object[]... rows) throws IOException {
        Path file = folder.resolve(name);
        try (Workbook book = name.toLowerCase(Locale.ROOT).endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy/m/d h:mm"));
            book.createSheet("Notes").createRow(0).createCell(0).setCellValue("exported by hand");
            Sheet sheet = book.createSheet("Orders");
            for (int i = 0; i < rows.length; i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < rows[i].length; j++) {
                    fill(row.createCell(j), rows[i][j], date);
                }
            }
            book.write(out);
        }
        return file;
    }

    private static Object[] order(Object id, Object gross, Object paid) {
        return new Object[] {id, gross, gross, "Secret Road 1", PAID, paid, 0};
    }

    private AdapterContext context() {
        return AdapterContext.of(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), List.of(), folder);
    }

    private FeedPage<OrderLine> read(String path) {
        CsvMarketplaceProvider provider = new CsvMarketplaceProvider();
        try (Marketplace marketplace = provider.create(
                AdapterConfig.of(
                        provider.name(), provider.configKeys(), Map.of("path", path, "profile", "tmall-orders")),
                context())) {
            return marketplace
                    .orders()
                    .orElseThrow()
                    .read(
                            new OrdersRequest(
                                    new Store(StoreId.of("S1"), "S1", SHANGHAI, CNY), Instant.EPOCH, Instant.EPOCH),
                            Optional.empty());
        }
    }

    private static String shown(OrderLine line) {
        return line.orderId() + " " + line.grossMinor() + " " + line.paidAt().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.xlsx", "orders.xls"})
    void numbersAndDatesAreTakenAsTheyAreAndTextsAsTheProfileSays(String file) throws IOException {
        book(
                file,
                HEADER,
                order("1", 38.5, PAID),
                order(123_456_789_012_345L, 0.1 + 0.2, PAID),
                order("3", "1,234.50元", "2020/2/21 9:31"));
        FeedPage<OrderLine> page = read(file);
        assertEquals(List.of(), page.problems());
        assertEquals(
                List.of(
                        "1 3850 2020-02-21T01:30:00Z",
                        "123456789012345 30 2020-02-21T01:30:00Z",
                        "3 123450 2020-02-21T01:31:00Z"),
                page.rows().stream().map(ProfilesOnWorkbooksTest::shown).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.xlsx", "orders.xls"})
    void whatASpreadsheetDamagedIsRefusedWithRowAndColumn(String file) throws IOException {
        book(
                file,
                HEADER,
                order(123_456_789_012_345_678L, 1, PAID),
                order(PAID, 1, PAID),
                order(true, 1, PAID),
                order("4", Fault.NOT_THERE, PAID),
                order("5", 1.005, PAID),
                order("6", true, PAID),
                order("7", 1, Fault.NOT_THERE),
                order("8", 1e15, PAID),
                order("9", PAID, PAID));
        FeedPage<OrderLine> page = read(file);
        assertEquals(List.of(), page.rows());
        assertEquals(
                List.of("2 订单编号", "3 订单编号", "4 订单编号", "5 总金额", "6 总金额", "7 总金额", "8 订单付款时间", "9 总金额", "10 总金额"),
                page.problems().stream()
                        .map(problem -> problem.line() + " " + problem.column().orElseThrow())
                        .toList());
        for (RowProblem problem : page.problems()) {
            assertEquals(file, problem.source());
            assertTrue(!problem.toString().contains("Secret Road"), problem::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.xlsx", "orders.xls"})
    void aRowThatIsWiderThanTheHeaderIsAFaultOfTheFileAndAnEmptyOneIsNone(String file) throws IOException {
        book(file, HEADER, new Object[] {}, order("1", 1, PAID));
        assertEquals(1, read(file).rows().size());
        book(file, HEADER, new Object[] {"1", 1, 1, "", PAID, PAID, 0, "more"});
        assertTrue(assertThrows(AdapterException.class, () -> read(file))
                .getMessage()
                .startsWith(file + ":2: the record has more than the 7 columns"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.xlsx", "b.xls", "b.XLS"})
    void aFolderHasWorkbooksAndTexts(String name) throws IOException {
        Path orders = Files.createDirectory(folder.resolve("in"));
        book("in/" + name, HEADER, order("1", 1, PAID));
        Files.writeString(orders.resolve("~$" + name), "open in a spreadsheet");
        assertEquals(
                List.of("1 100 2020-02-21T01:30:00Z"),
                read("in").rows().stream().map(ProfilesOnWorkbooksTest::shown).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.xlsx", "orders.xls"})
    void theProfileThatReadsItIsFound(String file) throws IOException {
        Path path = book(file, HEADER, order("1", 38.5, PAID), order("2", 1.005, PAID));
        FileProfiles.Look look = FileProfiles.look(path, SHANGHAI, CNY, context());
        FileProfiles.Fit fit = look.fits().get(0);
        assertEquals("tmall-orders", fit.profile());
        assertEquals(Optional.empty(), fit.fault());
        assertEquals(1, fit.taken());
        assertEquals(1, fit.refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.xlsx", "orders.xls"})
    void anotherHeaderIsRefusedAsInAText(String file) throws IOException {
        book(file, new Object[] {"订单编号", "金额"}, new Object[] {"1", 1});
        String said = assertThrows(AdapterException.class, () -> read(file)).getMessage();
        assertTrue(said.startsWith(file + ":1: "), said);
    }
}
