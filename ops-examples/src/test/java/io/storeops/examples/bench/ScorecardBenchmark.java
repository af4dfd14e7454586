package io.storeops.examples.bench;

import io.storeops.StoreOps;
import io.storeops.adapter.jdbc.JdbcStorage;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.scorecard.Scorecard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One person's scorecard of a quarter (13 weeks, 1,183 releases, 5,000 anomalies with their acts) from a file of H2, beside plain JDBC
 * that reads the same rows. With {@code -p atOnce=50} so many are asked for at once, each by a thread of its own; how much memory that takes,
 * the smallest heap says in which both still run: {@code -jvmArgs -Xmx...m}.
 *
 * <p>The file is made once, which takes a minute or two, and kept in the directory of temporary files for the next run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 10, time = 2)
public class ScorecardBenchmark {
    private static final int ITEMS = 5;

    /** Version of what {@link Quarter} makes: a file of another one is not taken for it. */
    private static final String FILE = "storeops-quarter-1";

    @Param("5000")
    int anomalies;

    @Param("1")
    int atOnce;

    private @Nullable JdbcConnectionPool pool;
    private @Nullable StoreOps ops;
    private @Nullable ExecutorService threads;

    public ScorecardBenchmark() {}

    @Setup(Level.Trial)
    public void open() throws IOException, SQLException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), FILE + "-" + anomalies);
        if (!Files.exists(data(file))) {
            Path begun = Path.of(file + "-begun");
            Files.deleteIfExists(data(begun));
            JdbcConnectionPool making = pool(begun);
            new Quarter(ITEMS, anomalies).make(making);
            making.dispose();
            Files.move(data(begun), data(file));
        }
        pool = pool(file);
        pool.setMaxConnections(2 * atOnce);
        ops = Quarter.open(JdbcStorage.on(pool, StoreOps.tables()));
        threads = Executors.newFixedThreadPool(atOnce);
        check();
    }

    private static Path data(Path file) {
        return Path.of(file + ".mv.db");
    }

    private static JdbcConnectionPool pool(Path file) {
        return JdbcConnectionPool.create("jdbc:h2:file:" + file, "", "");
    }

    /** What is counted is what was made, and what is read by hand is there. */
    private void check() throws SQLException {
        Ratio handled =
                Quarter.scorecard(library()).find(Kpi.K2_1).orElseThrow().raw();
        long byHand = Quarter.rows(database()).stream()
                .filter(table -> table.size() == anomalies)
                .count();
        // Anomalies, episodes and evidence.
        if (!handled.equals(Ratio.of(anomalies, anomalies)) || byHand < 3) {
            throw new IllegalStateException("K2.1 is " + handled + ", and " + byHand + " tables have as many rows");
        }
    }

    private StoreOps library() {
        return opened(ops);
    }

    private JdbcConnectionPool database() {
        return opened(pool);
    }

    private static <T> T opened(@Nullable T known) {
        if (known == null) {
            throw new IllegalStateException("Nothing was opened");
        }
        return known;
    }

    @TearDown(Level.Trial)
    public void close() {
        opened(threads).shutdown();
        library().close();
        database().dispose();
    }

    @Benchmark
    public List<Scorecard> scorecard() throws InterruptedException, ExecutionException {
        return atOnce(() -> Quarter.scorecard(library()));
    }

    @Benchmark
    public List<Integer> rows() throws InterruptedException, ExecutionException {
        return atOnce(() -> Quarter.rows(database()).size());
    }

    private <T> List<T> atOnce(Callable<T> asked) throws InterruptedException, ExecutionException {
        List<Future<T>> answers = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            answers.add(opened(threads).submit(asked));
        }
        List<T> all = new ArrayList<>();
        for (Future<T> answer : answers) {
            all.add(answer.get());
        }
        return all;
    }
}
