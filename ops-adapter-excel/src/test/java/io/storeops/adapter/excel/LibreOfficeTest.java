package io.storeops.adapter.excel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.storeops.catalog.Money;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Chart;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.kpi.Ratio;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook in LibreOffice, without a screen. The files stay in target/looks. */
class LibreOfficeTest {
    private static final Currency CNY = Currency.getInstance("CNY");

    /** A file for each sheet, as text in UTF-8, as it is shown. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

    private static Optional<Path> program() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Document document() {
        List<Block.Field> days = new ArrayList<>();
        List<Block.Row> rows = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            LocalDate date = LocalDate.of(2024, 6, 10).plusDays(day);
            long minor = 1_234_567L * (day + 1);
            Cell amount = day == 3 ? new Cell.Missing("缺") : new Cell.Amount(Money.ofMinor(minor, CNY));
            days.add(DrawingTest.point(date.toString(), amount));
            rows.add(new Block.Row(
                    List.of(
                            Cell.of(date),
                            amount,
                            Cell.of(100 + day),
                            new Cell.Share(Ratio.of(day, 8)),
                            Cell.of(Line.ofName("=1+" + day))),
                    day == 6));
        }
        Block.Field target = DrawingTest.point("目标", new Cell.Amount(Money.ofMinor(5_000_000, CNY)));
        return Document.of(
                Line.of("示例旗舰店 2024-W24"),
                List.of(
                        new Block.Text(Line.of("本周支付金额与目标。 ".repeat(20))),
                        new Chart(Line.of("支付金额"), Chart.Form.LINE, days, Optional.of(target)),
                        new Chart(Line.of("支付金额(柱)"), Chart.Form.BARS, days, Optional.of(target)),
                        new Block.Heading(Line.of("每日/明细")),
                        new Block.Table(
                                List.of(
                                        Block.Column.text("日期"),
                                        Block.Column.number("支付金额"),
                                        Block.Column.number("访客数"),
                                        Block.Column.number("转化率"),
                                        Block.Column.text("名称")),
                                rows)));
    }

    private static void convert(Path program, Path book, String form, Path profile, Path out) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        // One of its own: with a profile that is in use nothing is made, and the exit code is 0 all the
                        // same.
                        "-env:UserInstallation=" + profile.toUri(),
                        "--convert-to",
                        form,
                        "--outdir",
                        out.toString(),
                        book.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.resolve("soffice.log").toFile())
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "LibreOffice did not end");
    }

    @Test
    void opensTheWorkbookWithTheValuesThatTheDocumentHas(@TempDir Path temporary) throws Exception {
        Optional<Path> program = program();
        assumeTrue(program.isPresent(), "No soffice on the PATH, so no workbook is opened by LibreOffice");
        Path looks = Files.createDirectories(Path.of("target", "looks"));
        Path book = Files.write(looks.resolve("week.xlsx"), Books.bytes(document()));
        convert(program.get(), book, CSV, temporary.resolve("profile"), looks);
        List<String> first = Files.readAllLines(only(looks, "-示例旗舰店 2024-W24.csv"), UTF_8);
        assertEquals("示例旗舰店 2024-W24", first.get(0).replaceAll(",+$", "").replace("\"", ""));
        List<String> rows = Files.readAllLines(only(looks, "-每日-明细.csv"), UTF_8);
        assertEquals(
                List.of(
                        // Numbers as LibreOffice writes them: a date, a percentage and an amount are what they are.
                        "2024-06-10,12345.67,100,0%,=1+0",
                        "2024-06-11,24691.34,101,12.5%,=1+1",
                        "2024-06-12,37037.01,102,25%,=1+2",
                        "2024-06-13,缺,103,37.5%,=1+3",
                        "2024-06-14,61728.35,104,50%,=1+4",
                        "2024-06-15,74074.02,105,62.5%,=1+5",
                        "2024-06-16,86419.69,106,75%,=1+6"),
                rows.subList(rows.size() - 7, rows.size()));
        convert(program.get(), book, "pdf", temporary.resolve("profile"), looks);
        assertTrue(Files.size(looks.resolve("week.pdf")) > 10_000, "The printed workbook is empty");
    }

    private static Path only(Path folder, String ending) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("LibreOffice wrote no file " + ending));
        }
    }
}
