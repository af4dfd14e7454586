package io.storeops.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 700,000 readings appended and days of 7,000 read, beside the same by hand, turn by turn in one run. No test: run it by name,
 * without coverage ({@code -Djacoco.skip}).
 */
class JdbcBenchmark {
    private static final int ROUNDS = 10;
    private static final int STORES_A_ROUND = 10;
    private static final int READS = 200;
    private static final int WARM_UPS = 100;

    @TempDir
    Path directory;

    private record Pair(List<Double> ours, List<Double> theirs) {
        Pair() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void turn(boolean oursFirst, Callable<?> our, Callable<?> their) throws Exception {
            if (oursFirst) {
                ours.add(millis(our));
                theirs.add(millis(their));
            } else {
                theirs.add(millis(their));
                ours.add(millis(our));
            }
        }

        void print(String what, int skipped) {
            double our = median(ours.subList(skipped, ours.size()));
            double their = median(theirs.subList(skipped, theirs.size()));
            System.out.printf(
                    Locale.ROOT, "%s: ours %.1f ms, by hand %.1f ms, ratio %.2f%n", what, our, their, their / our);
        }
    }

    private static double millis(Callable<?> work) throws Exception {
        long begin = System.nanoTime();
        work.call();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private interface Append {
        void day(HandWritten hand, List<Figure> figures) throws Exception;
    }

    @Test
    void h2() throws Exception {
        try (var pool = TestDatabase.pooled("jdbc:h2:file:" + directory.resolve("bench"))) {
            compare("H2", pool, HandWritten::batch);
        }
    }

    @Test
    void postgres() throws Exception {
        try (var pool = TestDatabase.pooled(TestDatabase.urlOfNewPlace(TestServer.POSTGRESQL))) {
            compare("PostgreSQL", pool, HandWritten::copy);
        }
    }

    private static void compare(String name, DataSource source, Append append) throws Exception {
        try (Storage storage = JdbcStorage.on(source, List.of(Figure.TABLE))) {
            HandWritten lean = new HandWritten(source, false);
            HandWritten same = new HandWritten(source, true);
            Pair toLean = new Pair();
            Pair toSame = new Pair();
            for (int round = 0; round < ROUNDS; round++) {
                List<List<Figure>> days = new ArrayList<>();
                for (int i = 0; i < STORES_A_ROUND; i++) {
                    days.add(Figure.dayOf(StoreId.of("S" + (1000 + round * STORES_A_ROUND + i))));
                }
                double our = millis(() -> ours(storage, days));
                for (int i = 0; i < 2; i++) {
                    boolean leanNow = (round + i) % 2 == 0;
                    HandWritten hand = leanNow ? lean : same;
                    Pair pair = leanNow ? toLean : toSame;
                    pair.ours().add(our);
                    pair.theirs().add(millis(() -> byHand(append, hand, days)));
                }
            }
            toSame.print(name + ", append of 70,000 rows in 10 commits, the same 12 cells by hand", 2);
            toLean.print(name + ", append of 70,000 rows in 10 commits, 9 cells by hand", 2);
            Pair reads = new Pair();
            for (int read = 0; read < READS; read++) {
                StoreId store = StoreId.of("S" + (1000 + read % 100));
                reads.turn(read % 2 == 0, () -> read(storage, store), () -> lean.day(store, Figure.DAY));
            }
            assertEquals(lean.day(StoreId.of("S1007"), Figure.DAY), read(storage, StoreId.of("S1007")));
            reads.print(
                    name + ", read of 7,000 rows of 700,000, 9 cells by hand, median of the last 100 of 200", WARM_UPS);
        }
    }

    private static Object byHand(Append append, HandWritten hand, List<List<Figure>> days) throws Exception {
        for (List<Figure> day : days) {
            append.day(hand, day);
        }
        return null;
    }

    private static Object ours(Storage storage, List<List<Figure>> days) {
        for (List<Figure> day : days) {
            storage.commit(Changes.of(day.get(0).store(), CommitId.of("day")).append(Figure.TABLE, day));
        }
        return null;
    }

    private static List<Figure> read(Storage storage, StoreId store) {
        return storage
                .select(Query.of(Figure.TABLE, store).where(Figure.DAY).limit(Figure.ROWS_OF_A_DAY + 1))
                .items()
                .stream()
                .map(Versioned::value)
                .toList();
    }
}
