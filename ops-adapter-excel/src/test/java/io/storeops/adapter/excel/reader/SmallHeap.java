package io.storeops.adapter.excel.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.AdapterException;
import io.storeops.spi.sheet.SheetFile;
import io.storeops.spi.sheet.SheetReader;
import io.storeops.spi.sheet.SheetRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM with little memory that reads workbooks, each by the reader that its first bytes call for. */
final class SmallHeap {
    private static final String HEAP = "-Xmx160m";

    private SmallHeap() {}

    /** A file that is made where it is wanted. */
    interface Made {
        Path in(Path file);
    }

    /** Reads the sheet S of each file and prints what became of it. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] args) throws IOException {
            for (String file : args) {
                System.out.println(answer(Path.of(file)));
            }
        }

        private static byte[] beginning(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(SheetReader.BEGINNING);
            }
        }

        private static String answer(Path file) throws IOException {
            SheetReader old = new XlsSheets();
            SheetReader reader = old.reads(beginning(file)) ? old : new WorkbookSheets();
            int count = 0;
            try (SheetFile book = reader.open(file);
                    SheetRows rows = book.rows("S")) {
                while (rows.next().isPresent()) {
                    count++;
                }
                return "rows " + count;
            } catch (AdapterException e) {
                return e.getMessage();
            }
        }
    }

    /**
     * Has files read.
     *
     * @param files by a part of what is to be said of each: why it is refused, or the number of its rows
     */
    static void requireAnswers(Path directory, Map<String, Made> files) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName()));
        for (Made file : files.values()) {
            command.add(file.in(directory.resolve(command.size() + ".xlsx")).toString());
        }
        Path log = directory.resolve("log");
        Path errors = directory.resolve("errors");
        Process process = new ProcessBuilder(command)
                .redirectOutput(log.toFile())
                .redirectError(errors.toFile())
                .start();
        assertTrue(process.waitFor(300, TimeUnit.SECONDS), "The files were not read in five minutes");
        List<String> said = Files.readAllLines(log);
        String trouble = Files.readString(errors);
        assertEquals(files.size(), said.size(), () -> String.join("\n", said) + "\n" + trouble);
        int line = 0;
        for (String expected : files.keySet()) {
            String answer = said.get(line++);
            assertTrue(answer.contains(expected), () -> expected + " was to be said, not " + answer);
        }
    }
}
