package io.storeops.adapter.excel.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.AdapterException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that unpack to more than a heap holds, and large ones that it has to hold: all read in a JVM with little of it. */
class HostileWorkbookTest {
    private static final String HEAP = "-Xmx160m";
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
    private static Map<String, Handmade> files() {
        Map<String, Handmade> files = new LinkedHashMap<>();
        files.put("is not the name of a cell", Handmade.of("<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>"));
        files.put(
                "a text has more than 32767 characters",
                sheet("<row><c t=\"inlineStr\"><is><t>", "x", 300, "</t></is></c></row>"));
        files.put("A sheet has no column 16385", sheet("<row>", "<c><v>1</v></c>", 20, "</row>"));
        files.put("unpacks to more than 1073741824 bytes", sheet("", " ", 1_100, ""));
        files.put("goes on for more than 262144 bytes", sheet("<row><c r=\"", "A", 300, "\"/></row>"));
        files.put("a tag or a comment", sheet("<!--", "x", 300, "-->"));
        files.put("deep in one another", sheet("", "<a>", 200, ""));
        files.put(
                "it shares more than 67108864 bytes of texts",
                Handmade.of("").sharing(repeated("", "<si><t>" + "y".repeat(30_000) + "</t></si>", 100, "")));
        files.put("more than 4000000 of them", Handmade.of("").sharing(repeated("", "<si/>", 30, "")));
        files.put(
                "rows 1", Handmade.of("<row><c t=\"s\"><v>999999</v></c></row>").sharing(HostileWorkbookTest::texts));
        files.put("rows 0", sheet("", " ", 100, ""));
        return files;
    }

    /** Reads each file of a folder and prints what became of it. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] args) {
            for (String file : args) {
                int[] rows = {0};
                try (WorkbookReader reader = WorkbookReader.open(Path.of(file))) {
                    reader.read("S", row -> rows[0]++);
                    System.out.println("rows " + rows[0]);
                } catch (AdapterException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    @Test
    void areReadOrRefusedInABoundedHeap(@TempDir Path directory) throws Exception {
        Map<String, Handmade> files = files();
        String[] command = {
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-cp",
            System.getProperty("java.class.path"),
            Reader.class.getName()
        };
        int from = command.length;
        command = Arrays.copyOf(command, from + files.size());
        for (Handmade file : files.values()) {
            command[from] = file.in(directory.resolve(from + ".xlsx")).toString();
            from++;
        }
        Path log = directory.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(process.waitFor(300, TimeUnit.SECONDS), "The files were not read in five minutes");
        List<String> said = Files.readAllLines(log);
        assertEquals(files.size(), said.size(), () -> String.join("\n", said));
        int line = 0;
        for (String expected : files.keySet()) {
            String answer = said.get(line++);
            assertTrue(answer.contains(expected), () -> expected + " was to be said, not " + answer);
        }
    }
}
