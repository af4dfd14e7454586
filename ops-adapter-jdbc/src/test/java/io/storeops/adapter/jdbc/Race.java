package io.storeops.adapter.jdbc;

import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The storage beside other ways in one run on one database: 700,000 figures appended, days of 7,000 read, turn by turn, each
 * way beginning as often as the others. The ratio is the other's median time / ours.
 */
final class Race {
    private static final String OURS = "ours";
    private static final int ROUNDS = 10;
    private static final int WARM_UP_ROUNDS = 2;
    private static final int STORES_A_ROUND = 10;
    private static final int READS = 200;
    private static final int WARM_UP_READS = 100;

    private final String database;
    private final Map<String, FigureKeeper> ways = new LinkedHashMap<>();
    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    private Race(String database, Storage storage, Map<String, FigureKeeper> others) {
        this.database = database;
        ways.put(OURS, new Ours(storage));
        ways.putAll(others);
    }

    private record Ours(Storage storage) implements FigureKeeper {
        @Override
        public void append(List<Figure> day) {
            storage.commit(Changes.of(day.get(0).store(), CommitId.of("day")).append(Figure.TABLE, day));
        }

        @Override
        public List<Figure> day(StoreId store, LocalDate day) {
            return storage
                    .select(Query.of(Figure.TABLE, store).where(day).limit(Figure.ROWS_OF_A_DAY + 1))
                    .items()
                    .stream()
                    .map(Versioned::value)
                    .toList();
        }
    }

    static void run(String database, Storage storage, Map<String, FigureKeeper> others) throws Exception {
        Race race = new Race(database, storage, others);
        race.append();
        race.read();
    }

    private void append() throws Exception {
        times.clear();
        for (int round = 0; round < ROUNDS; round++) {
            List<List<Figure>> days = new ArrayList<>();
            for (int i = 0; i < STORES_A_ROUND; i++) {
                days.add(Figure.dayOf(store(round * STORES_A_ROUND + i)));
            }
            turn(round, way -> {
                for (List<Figure> day : days) {
                    way.append(day);
                }
                return days;
            });
        }
        print("append of 70,000 rows in 10 commits", WARM_UP_ROUNDS);
    }

    private void read() throws Exception {
        times.clear();
        for (int read = 0; read < READS; read++) {
            StoreId store = store(read % (ROUNDS * STORES_A_ROUND));
            turn(read, way -> way.day(store, Figure.DAY));
        }
        print("read of 7,000 rows of 700,000", WARM_UP_READS);
    }

    private static StoreId store(int number) {
        return StoreId.of("S" + (1000 + number));
    }

    private interface Work {
        Object with(FigureKeeper way) throws Exception;
    }

    private void turn(int number, Work work) throws Exception {
        List<String> names = List.copyOf(ways.keySet());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get((number + i) % names.size());
            FigureKeeper way = ways.get(name);
            times.computeIfAbsent(name, key -> new ArrayList<>()).add(millis(() -> work.with(way)));
        }
    }

    private static double millis(Callable<?> work) throws Exception {
        long begin = System.nanoTime();
        work.call();
        return (System.nanoTime() - begin) / 1e6;
    }

    private void print(String what, int skipped) {
        double our = median(OURS, skipped);
        for (String name : ways.keySet()) {
            double their = median(name, skipped);
            System.out.printf(
                    Locale.ROOT, "%s, %s: %s %.1f ms, ratio %.2f%n", database, what, name, their, their / our);
        }
    }

    private double median(String name, int skipped) {
        List<Double> all = times.get(name);
        List<Double> sorted = all.subList(skipped, all.size()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
