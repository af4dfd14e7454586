package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.SettableClock;
import io.storeops.failure.AdapterException;
import io.storeops.storage.Storage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Acts a scenario out: readings and commands in the order of their instants, readings first, under a clock that the
 * scenario sets.
 */
public final class Replay {
    private final Scenario scenario;
    private final BiConsumer<Integer, Integer> progress;
    private final boolean marketplace;

    /**
     * A replay.
     *
     * @param scenario what to act out
     * @param progress told how many readings and commands are done, and of how many
     */
    public Replay(Scenario scenario, BiConsumer<Integer, Integer> progress) {
        this(scenario, progress, true);
    }

    private Replay(Scenario scenario, BiConsumer<Integer, Integer> progress, boolean marketplace) {
        this.scenario = requireNonNull(scenario, "scenario");
        this.progress = requireNonNull(progress, "progress");
        this.marketplace = marketplace;
    }

    /**
     * A replay in which the library reaches no marketplace: what the scenario's marketplace is told and shows, people edit and tell.
     *
     * @param scenario what to act out
     * @param progress told how many readings and commands are done, and of how many
     * @return the replay; nothing is expected of writes and of what is read back
     */
    public static Replay byHand(Scenario scenario, BiConsumer<Integer, Integer> progress) {
        return new Replay(scenario, progress, false);
    }

    /**
     * What came of a replay.
     *
     * @param tables the results, a table a file
     * @param carriedOut how many commands were carried out
     * @param asExpected how many of them came out as their lines expect
     * @param notBuilt the commands of duties that this version does not have, with how often each stands in the scenario
     * @param differences what the commands gave and should not have
     */
    public record Outcome(
            List<ResultTable> tables,
            int carriedOut,
            int asExpected,
            SortedMap<String, Integer> notBuilt,
            List<Difference> differences) {
        /** Copies the lists. */
        public Outcome {
            tables = List.copyOf(tables);
            notBuilt = new TreeMap<>(notBuilt);
            differences = List.copyOf(differences);
        }
    }

    /**
     * Runs it.
     *
     * @param opener opens an empty storage under the scenario's clock; it is closed at the end
     * @return what came of it
     * @throws AdapterException if the storage holds stores already
     */
    public Outcome on(Function<SettableClock, Storage> opener) {
        return on(opener, line -> false);
    }

    /**
     * Runs it with a library that stops now and then: nothing of it lives on but what its storage keeps. The world outside of it does.
     *
     * @param opener opens the storage under the scenario's clock, empty the first time, later with all that it kept; it is closed whenever
     *     the library stops
     * @param stops whether the library stops, and starts anew, after this many readings and commands
     * @return what came of it
     * @throws AdapterException if the storage holds stores already
     */
    public Outcome on(Function<SettableClock, Storage> opener, IntPredicate stops) {
        try (ReplayRun run = new ReplayRun(scenario, marketplace, "replay", opener)) {
            run.begin();
            for (int line = 1; line <= run.lines(); line++) {
                run.act(line);
                progress.accept(line, run.lines());
                if (stops.test(line)) {
                    run.restart();
                }
            }
            return run.outcome();
        }
    }
}
