package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are made to exhaust a process, read by one with a memory of 64 MB. */
@DisplayName("A hostile file in a CSV store")
class HostileFilesTest {
    private static final long GIB = 1L << 30;
    private static final long MOST_MILLIS = 2_000;

    /** A little less than what a process of 64 MB reads at all. */
    private static final int LARGE = 20 << 20;

    /** Of a store that was closed after one commit. */
    private static final String HEADER = new String(JournalContent.header(2), StandardCharsets.UTF_8);

    /** What cannot be told from an unfinished frame is dropped and copied, as after every crash. */
    private static final String OPENED = "opened";

    @TempDir
    Path root;

    enum Attack {
        A_FIELD_OF_1_GIB("note.csv", "\uFEFFstore_id,number,text,revision\r\nshop-1,1,", "x", 1, GIB, ": the file has"),
        A_QUOTE_THAT_NOTHING_CLOSES("note.csv", "\"", "x", 1, GIB, ": the file has"),
        A_JOURNAL_OF_1_GIB("_journal.csv", "\uFEFFJ,0,", "", 0, GIB, ": the file has"),
        A_MANIFEST_OF_1_GIB("_manifest.csv", "\"", "x", 1, GIB, ": the file has"),
        A_LARGE_QUOTE("note.csv", "\"", "x", LARGE, 0, ":1: the record is not valid CSV"),
        A_LARGE_FIELD("note.csv", "", "x", LARGE, 0, ":1: the record is not valid CSV"),
        A_LARGE_MANIFEST("_manifest.csv", "\"", "x", LARGE, 0, ":1: the record is not valid CSV"),
        TEN_MILLION_COLUMNS("note.csv", "", "a,", 10_000_000, 0, ":1: the record is not valid CSV"),
        NOTHING_BUT_QUOTES("note.csv", "", "\"\"", LARGE / 2, 0, ":1: the record is not valid CSV"),
        NOTHING_BUT_LINES("note.csv", "", "\r\n", LARGE / 2, 0, ":1: the header should be"),
        FRAMES_THAT_NEVER_END("_journal.csv", HEADER, "B,", LARGE / 2, 0, OPENED),
        FRAMES_AFTER_HOLES("_journal.csv", HEADER, "\0B,1", LARGE / 4, 0, OPENED);

        private final String file;
        private final String begin;
        private final String unit;
        private final int repeated;
        private final long length;
        private final String refusal;

        Attack(String file, String begin, String unit, int repeated, long length, String refusal) {
            this.file = file;
            this.begin = begin;
            this.unit = unit;
            this.repeated = repeated;
            this.length = length;
            this.refusal = refusal;
        }

        /** Writes the file; what is beyond its beginning takes no space on the disk. */
        void write(Path folder) throws IOException {
            Path hostile = folder.resolve(file);
            Files.writeString(hostile, begin + unit.repeat(repeated));
            if (length > 0) {
                try (RandomAccessFile sparse = new RandomAccessFile(hostile.toFile(), "rw")) {
                    sparse.setLength(length);
                }
            }
        }
    }

    /** Opens and verifies a store and says how it went. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            // Of the processor, so that other work on the machine does not count.
            ThreadMXBean time = ManagementFactory.getThreadMXBean();
            long begin = time.getCurrentThreadCpuTime();
            String said;
            try {
                Folders.open(folder);
                said = OPENED;
            } catch (StorageException e) {
                said = e.getMessage();
            }
            boolean sound = Folders.verify(folder).sound();
            System.out.println(TimeUnit.NANOSECONDS.toMillis(time.getCurrentThreadCpuTime() - begin));
            System.out.println(sound);
            System.out.println(said);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isDealtWithInTwoSecondsAnd64Megabytes(Attack attack) throws Exception {
        Path folder = Files.createDirectory(root.resolve("store"));
        try (Storage storage = Folders.open(folder)) {
            storage.commit(changes("1").insert(Note.TABLE, Note.of(SHOP, 1, "one")));
        }
        attack.write(folder);
        Process victim = ChildJvm.start(ChildJvm.command(Victim.class, List.of("-Xmx64m"), folder.toString()));
        String said = new String(victim.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, victim.waitFor(), said);
        List<String> lines = said.lines().toList();
        boolean opened = attack.refusal.equals(OPENED);
        assertTrue(lines.get(2).contains(opened ? OPENED : attack.file + attack.refusal), said);
        assertEquals(Boolean.toString(opened), lines.get(1), "verifying finds the same");
        assertTrue(Long.parseLong(lines.get(0)) < MOST_MILLIS, attack + " took " + lines.get(0) + " ms");
        Endurance.report("hostile file " + attack + ": " + lines.get(0) + " ms for opening and verifying");
    }
}
