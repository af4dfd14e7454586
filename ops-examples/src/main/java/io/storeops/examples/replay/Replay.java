package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.figures.Intake;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Acts a scenario out: readings and commands in the order of their instants, readings first, under a clock that the
 * scenario sets.
 */
public final class Replay {
    private final Scenario scenario;
    private final SettableClock clock;
    private final BiConsumer<Integer, Integer> progress;
    private final List<CsvTable.Row> intakes = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final SortedMap<String, Integer> notBuilt = new TreeMap<>();
    private int carriedOut;
    private int asExpected;

    /**
     * A replay.
     *
     * @param scenario what to act out
     * @param progress told how many readings and commands are done, and of how many
     */
    public Replay(Scenario scenario, BiConsumer<Integer, Integer> progress) {
        this.scenario = requireNonNull(scenario, "scenario");
        this.progress = requireNonNull(progress, "progress");
        this.clock = SettableClock.at(scenario.begin());
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
            List<CsvTable> tables,
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
        Storage storage = opener.apply(clock);
        ScriptedChannel channel = new ScriptedChannel(clock);
        AtomicInteger ids = new AtomicInteger();
        try (StoreOps ops = StoreOps.builder()
                .storage(storage)
                .clock(clock)
                .channel("DATA_GROUP", channel)
                .commandIds(() -> CommandId.of(String.format(Locale.ROOT, "replay/%05d", ids.incrementAndGet())))
                .build()) {
            requireEmpty(storage);
            ops.enrol(scenario.enrolment());
            actOut(
                    ops,
                    List.of(
                            new ReleaseCommand(
                                    scenario.store(),
                                    scenario.enrolment().roster().slotPlan(),
                                    channel,
                                    ops::deskOf),
                            new AgendaCommand(scenario, ops),
                            new SuggestionCommand(scenario.store(), ops::deskOf)));
            ResultTables results =
                    new ResultTables(scenario, ops.deskOf(operator()).reporting());
            return new Outcome(results.all(intakes), carriedOut, asExpected, notBuilt, differences);
        }
    }

    private static void requireEmpty(Storage storage) {
        List<StoreId> known = storage.stores(Optional.empty()).items();
        if (!known.isEmpty()) {
            throw new AdapterException(
                    FaultKind.CONFLICT,
                    "The storage already holds the stores " + known + ". A replay needs an empty one; name another");
        }
    }

    private void actOut(StoreOps ops, List<ScenarioCommand> built) {
        int readings = 0;
        int total = scenario.arrivals().size() + scenario.commands().size();
        for (Command command : scenario.commands()) {
            readings = deliver(ops, readings, command.at());
            clock.set(command.at());
            perform(command, built);
            progress.accept(readings + carriedOut + left(), total);
        }
        deliver(ops, readings, Instant.MAX);
        progress.accept(total, total);
    }

    private int left() {
        return notBuilt.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Delivers what arrives up to an instant, that instant included. */
    private int deliver(StoreOps ops, int from, Instant upTo) {
        int next = from;
        while (next < scenario.arrivals().size()
                && !scenario.arrivals().get(next).at().isAfter(upTo)) {
            Arrival arrival = scenario.arrivals().get(next);
            clock.set(arrival.at());
            Intake intake = ops.deskOf(operator())
                    .reporting()
                    .record(scenario.store(), List.of(arrival.reading()))
                    .get(0);
            intakes.add(ResultTables.intake(arrival, intake));
            next++;
        }
        return next;
    }

    private ActorId operator() {
        return scenario.operatorAt(clock.instant());
    }

    private void perform(Command command, List<ScenarioCommand> built) {
        Optional<Map<String, Json>> outcome = built.stream()
                .filter(known -> known.names().contains(command.name()))
                .findFirst()
                .map(known -> known.perform(command, operator()))
                .filter(found -> !found.isEmpty());
        if (outcome.isEmpty()) {
            notBuilt.merge(command.name(), 1, Integer::sum);
            return;
        }
        List<Difference> found = CommandCheck.differences(command, outcome.get());
        differences.addAll(found);
        carriedOut++;
        asExpected += found.isEmpty() ? 1 : 0;
    }
}
