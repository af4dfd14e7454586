package io.storeops.adapter.excel.reader;

import static io.storeops.adapter.excel.reader.HandmadeXls.part;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.storeops.adapter.excel.reader.HandmadeXls.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks of the old format that hold more than a heap does, or that go on and on: all read in a JVM with little of it. */
class HostileXlsTest {
    private static final Part LAST_TEXT = part(0xFD, (short) 0, (short) 0, (short) 0, 999_999);

    private static HandmadeXls sharing(int stated, String text, int times, Part... rows) {
        byte[] piece = part(0, (short) text.length(), (byte) 0, text.getBytes(ISO_8859_1))
                .content();
        return HandmadeXls.of(rows).sharing(HandmadeXls.texts(stated, piece, times));
    }

    private static Part[] repeated(int kind, int length, int times) {
        return Collections.nCopies(times, new Part(kind, new byte[length])).toArray(Part[]::new);
    }

    /** A file of Microsoft's with a directory that no workbook has. */
    private static Path crowded(Path file) {
        try (POIFSFileSystem files = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 33_000; i++) {
                files.createDirectory("d" + i);
            }
            files.writeFilesystem(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, SmallHeap.Made> files() {
        Map<String, SmallHeap.Made> files = new LinkedHashMap<>();
        // A byte in the file, and two of UTF-8.
        files.put("it shares more than 67108864 bytes of texts", sharing(-1, "é".repeat(8_000), 4_500)::in);
        files.put("or more than 4000000 of them", sharing(-1, "", 4_000_001)::in);
        files.put("rows 1", sharing(1_000_000, "different text", 1_000_000, LAST_TEXT)::in);
        files.put("it has more than 65536 styles", HandmadeXls.of().sharing(repeated(0xE0, 20, 65_537))::in);
        files.put("it is there twice", HandmadeXls.of(repeated(0x203, 14, 1_000_000))::in);
        files.put("the file ends within it", HandmadeXls.of(repeated(0x809, 0, 2_000_000))::in);
        files.put("its directory has more than 4194304 bytes", HostileXlsTest::crowded);
        files.put("rows 0", HandmadeXls.of(repeated(0x3C, 8_224, 1_000))::in);
        return files;
    }

    @Test
    void areReadOrRefusedInABoundedHeap(@TempDir Path directory) throws Exception {
        SmallHeap.requireAnswers(directory, files());
    }
}
