package io.storeops.adapter.excel.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.AdapterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was damaged is read as far as it is whole, or refused in one way. */
class DamagedWorkbookTest {
    private static final int TIMES = 1_000;
    private static final String PIECES = "<>&\"'/=:;![]{} \0\uFFFFxA1-.eE+9é店";
    private static final String ROWS =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45459.5</v></c><c r=\"C1\" t=\"b\"><v>1</v></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><r><t>东京</t></r></is></c><c r=\"B2\"><f>A1</f><v>7.25</v></c></row>";
    private static final String STYLES = "<numFmts><numFmt numFmtId=\"165\" formatCode=\"yyyy-mm-dd\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"165\"/></cellXfs>";

    @TempDir
    private Path directory;

    private final Random random = new Random(20_240_616);
    private int refused;

    private void read(Path file) {
        assertDoesNotThrow(() -> {
            try (WorkbookReader reader = WorkbookReader.open(file)) {
                for (String sheet : reader.sheets()) {
                    reader.read(sheet, row -> {});
                    reader.merged(sheet);
                }
            } catch (AdapterException e) {
                refused++;
                assertTrue(
                        e.getMessage().startsWith(file + " ") || e.getMessage().startsWith(file + ", "),
                        e.getMessage());
            }
        });
    }

    private String damaged(String xml) {
        StringBuilder damaged = new StringBuilder(xml);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(damaged.length());
            int to = Math.min(damaged.length(), at + random.nextInt(8));
            switch (random.nextInt(3)) {
                case 0 -> damaged.delete(at, to);
                case 1 -> damaged.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
                default -> damaged.insert(random.nextInt(damaged.length()), damaged.substring(at, to));
            }
        }
        return damaged.toString();
    }

    @Test
    void inItsXml() {
        String shared = "<si><t>text</t></si>";
        for (int i = 0; i < TIMES; i++) {
            boolean styles = i % 2 == 0;
            read(Handmade.of("")
                    .with("xl/worksheets/sheet1.xml", styles ? Handmade.sheet(ROWS) : damaged(Handmade.sheet(ROWS)))
                    .sharing(styles ? damaged(shared) : shared)
                    .in(directory.resolve("xml.xlsx")));
            read(Handmade.of(ROWS).styled(damaged(STYLES)).in(directory.resolve("styles.xlsx")));
        }
        assertTrue(refused > TIMES / 4, refused + " were refused");
    }

    @Test
    void inItsBytes() throws IOException {
        Path file = Handmade.of(ROWS).styled(STYLES).in(directory.resolve("bytes.xlsx"));
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < TIMES; i++) {
            byte[] damaged = whole.clone();
            for (int times = random.nextInt(4); times >= 0; times--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            read(Files.write(file, damaged));
        }
        assertTrue(refused > TIMES / 4, refused + " were refused");
        assertTrue(new String(whole, UTF_8).startsWith("PK"));
    }
}
