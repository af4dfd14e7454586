package io.storeops.adapter.excel.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that unpack to more than a heap holds, and large ones that it has to hold: all read in a JVM with little of it. */
class HostileWorkbookTest {
    private static final int MEGABYTE = 1 << 20;

    private static Handmade.Content repeated(String before, String piece, long megabytes, String after) {
        return out -> {
            out.write(before.getBytes(UTF_8));
            byte[] block = piece.repeat(MEGABYTE / piece.length()).getBytes(UTF_8);
            for (long i = 0; i < megabytes; i++) {
                out.write(block);
            }
            out.write(after.getBytes(UTF_8));
        };
    }

    private static Handmade sheet(String before, String piece, long megabytes, String after) {
        return Handmade.of("")
                .with(
                        "xl/worksheets/sheet1.xml",
                        repeated(
                                "<worksheet><sheetData>" + before,
                                piece,
                                megabytes,
                                after + "</sheetData></worksheet>"));
    }

    private static void texts(OutputStream out) throws IOException {
        for (int i = 0; i < 1_000_000; i++) {
            out.write(("<si><t>different text " + i + "</t></si>").getBytes(UTF_8));
        }
    }

    /** The files by what becomes of them: refused, with a part of the reason, or read, with the number of rows. */
    private static Map<String, SmallHeap.Made> files() {
        Map<String, SmallHeap.Made> files = new LinkedHashMap<>();
        files.put("is not the name of a cell", Handmade.of("<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>")::in);
        files.put(
                "a text has more than 32767 characters",
                sheet("<row><c t=\"inlineStr\"><is><t>", "x", 300, "</t></is></c></row>")::in);
        files.put("A sheet has no column 16385", sheet("<row>", "<c><v>1</v></c>", 20, "</row>")::in);
        files.put("unpacks to more than 1073741824 bytes", sheet("", " ", 1_100, "")::in);
        files.put("goes on for more than 262144 bytes", sheet("<row><c r=\"", "A", 300, "\"/></row>")::in);
        files.put("a tag or a comment", sheet("<!--", "x", 300, "-->")::in);
        files.put("deep in one another", sheet("", "<a>", 200, "")::in);
        files.put(
                "it shares more than 67108864 bytes of texts",
                Handmade.of("").sharing(repeated("", "<si><t>" + "y".repeat(30_000) + "</t></si>", 100, ""))::in);
        files.put("more than 4000000 of them", Handmade.of("").sharing(repeated("", "<si/>", 30, ""))::in);
        files.put(
                "rows 1",
                Handmade.of("<row><c t=\"s\"><v>999999</v></c></row>").sharing(HostileWorkbookTest::texts)::in);
        files.put("rows 0", sheet("", " ", 100, "")::in);
        return files;
    }

    @Test
    void areReadOrRefusedInABoundedHeap(@TempDir Path directory) throws Exception {
        SmallHeap.requireAnswers(directory, files());
    }
}
