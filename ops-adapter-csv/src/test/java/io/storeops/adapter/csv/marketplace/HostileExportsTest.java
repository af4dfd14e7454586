package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.adapter.csv.storage.ChildJvm;
import io.storeops.failure.AdapterException;
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

/** Exports that are made to exhaust a process, read by one with a memory of 64 MB. */
@DisplayName("A hostile export")
class HostileExportsTest {
    private static final long GIB = 1L << 30;
    private static final long MOST_MILLIS = 2_000;

    /** More than is ever read of one field. */
    private static final int LARGE = 8 << 20;

    private static final String PROFILE = """
            {"encoding": "UTF-8",
             "header": {"columns": ["id", "paid", "gross"], "match": "EXACT"},
             "times": {"patterns": ["yyyy-MM-dd HH:mm"]},
             "orders": {"grain": "ORDER", "basis": "PAID",
                        "columns": {"order": "id", "paidAt": "paid", "gross": "gross"}}}
            """;

    private static final String GOOD = "id,paid,gross\n1,,5\n";

    @TempDir
    Path root;

    enum Attack {
        A_FIELD_OF_1_GIB("", "x", LARGE, 1, "more than 1048576 characters"),
        A_FIELD_OF_1_GIB_IN_A_ROW(GOOD + "2,", "x", LARGE, 3, "more than 1048576 characters"),
        A_QUOTE_THAT_NOTHING_CLOSES("\"", "x,\r\n", LARGE / 4, 1, "is a quote not closed?"),
        A_QUOTE_IN_A_ROW_THAT_NOTHING_CLOSES(GOOD + "\"", "x,\r\n", LARGE / 4, 3, "is a quote not closed?"),
        NOTHING_BUT_QUOTES("", "\"", LARGE, 1, "is a quote not closed?"),
        TEN_MILLION_COLUMNS("", "a,", 10_000_000, 1, "more than 16384 columns"),
        TEN_MILLION_COLUMNS_IN_A_ROW(GOOD, "2,", 10_000_000, 3, "more than the 3 columns");

        private final String begin;
        private final String unit;
        private final int repeated;
        private final int line;
        private final String refusal;

        Attack(String begin, String unit, int repeated, int line, String refusal) {
            this.begin = begin;
            this.unit = unit;
            this.repeated = repeated;
            this.line = line;
            this.refusal = refusal;
        }

        /** Writes a file of 1 GiB; what is beyond its beginning takes no space on the disk. */
        void write(Path folder) throws IOException {
            Path hostile = folder.resolve("large.csv");
            Files.writeString(hostile, begin + unit.repeat(repeated));
            try (RandomAccessFile sparse = new RandomAccessFile(hostile.toFile(), "rw")) {
                sparse.setLength(GIB);
            }
        }
    }

    /** Reads the orders of a file and says how it went. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) {
            Exports exports = new Exports(Path.of(arguments[0]));
            // Of the processor, so that other work on the machine does not count.
            ThreadMXBean time = ManagementFactory.getThreadMXBean();
            long begin = time.getCurrentThreadCpuTime();
            String said;
            try {
                said = exports.orders("large.csv", "profile.json").toString();
            } catch (AdapterException e) {
                said = e.getMessage();
            }
            System.out.println(TimeUnit.NANOSECONDS.toMillis(time.getCurrentThreadCpuTime() - begin));
            System.out.println(said);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWithinTwoSecondsAnd64Megabytes(Attack attack) throws Exception {
        new Exports(root).file("profile.json", PROFILE);
        attack.write(root);
        Process victim = ChildJvm.start(ChildJvm.command(Victim.class, List.of("-Xmx64m"), root.toString()));
        String said = new String(victim.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, victim.waitFor(), said);
        assertTrue(said.contains("large.csv:" + attack.line + ": ") && said.contains(attack.refusal), said);
        long millis = said.lines().findFirst().map(Long::parseLong).orElseThrow();
        assertTrue(millis < MOST_MILLIS, attack + " took " + millis + " ms");
    }
}
