package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.id.CommandId;
import io.storeops.id.StoreId;
import io.storeops.inspection.CompetitorPriceRule;
import io.storeops.json.Json;
import io.storeops.maintenance.AnomalyKey;
import io.storeops.position.Channels;
import io.storeops.position.Roster;
import io.storeops.storage.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final boolean marketplace;
    private final List<Difference> differences = new ArrayList<>();
    private final SortedMap<String, Integer> notBuilt = new TreeMap<>();
    private final Map<CommandId, Map<String, Json>> firstShown = new HashMap<>();
    private int carriedOut;
    private int asExpected;

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
        this.clock = SettableClock.at(scenario.begin());
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
        Storage storage = opener.apply(clock);
        AtomicInteger ids = new AtomicInteger();
        ScriptedWorld world = new ScriptedWorld(channels(), clock, marketplace);
        try (StoreOps ops = world.connect(StoreOps.builder(), scenario.store())
                .storage(storage)
                .clock(clock)
                .commandIds(() -> CommandId.of(String.format(Locale.ROOT, "replay/%05d", ids.incrementAndGet())))
                .build()) {
            requireEmpty(storage);
            ops.enrol(scenario.enrolment());
            ops.tellListings(scenario.store(), scenario.facts());
            ops.tellReadable(scenario.store(), scenario.readable());
            ops.tellActivities(scenario.store(), scenario.activities());
            scenario.references()
                    .forEach((rival, minor) ->
                            ops.tellReference(scenario.store(), new AnomalyKey(CompetitorPriceRule.KEY, rival), minor));
            ReplayParts parts = ReplayParts.on(new Stage(scenario, clock, world, ops));
            Refusals refusals = new Refusals(new Notation(scenario.zone()));
            actOut(parts, refusals);
            List<ResultTable> tables = new ArrayList<>(parts.tables());
            tables.add(refusals.table(whole(parts)));
            return new Outcome(tables, carriedOut, asExpected, notBuilt, differences);
        }
    }

    /** The commands that were carried out wherever they stand in the scenario. */
    private Set<String> whole(ReplayParts parts) {
        Set<String> whole = new TreeSet<>(parts.commands());
        whole.removeAll(notBuilt.keySet());
        return whole;
    }

    /** The channels that have an interface, that of the releases always. */
    private Set<String> channels() {
        Roster roster = scenario.enrolment().roster();
        Channels known = roster.channels();
        Set<String> channels = new TreeSet<>(roster.releaseChannels());
        known.names().stream().filter(name -> !known.isManual(name)).forEach(channels::add);
        return channels;
    }

    private static void requireEmpty(Storage storage) {
        List<StoreId> known = storage.stores(Optional.empty()).items();
        if (!known.isEmpty()) {
            throw new AdapterException(
                    FaultKind.CONFLICT,
                    "The storage already holds the stores " + known + ". A replay needs an empty one; name another");
        }
    }

    private void actOut(ReplayParts parts, Refusals refusals) {
        int readings = 0;
        int total = scenario.arrivals().size() + scenario.commands().size();
        for (Command command : scenario.commands()) {
            readings = deliver(parts, readings, command.at());
            clock.set(command.at());
            perform(command, parts, refusals);
            progress.accept(readings + carriedOut + left(), total);
        }
        deliver(parts, readings, Instant.MAX);
        progress.accept(total, total);
    }

    private int left() {
        return notBuilt.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Delivers what arrives up to an instant, that instant included. */
    private int deliver(ReplayParts parts, int from, Instant upTo) {
        int next = from;
        while (next < scenario.arrivals().size()
                && !scenario.arrivals().get(next).at().isAfter(upTo)) {
            Arrival arrival = scenario.arrivals().get(next);
            clock.set(arrival.at());
            parts.take(arrival);
            next++;
        }
        return next;
    }

    private void perform(Command command, ReplayParts parts, Refusals refusals) {
        for (BuiltCommand built : parts.commands(command.name())) {
            Optional<Map<String, Json>> shown = built.how().apply(command);
            if (shown.isPresent()) {
                judge(command, built, withRepeated(command, shown.get()));
                refusals.note(command, built.target().apply(command), shown.get());
                return;
            }
        }
        notBuilt.merge(command.name(), 1, Integer::sum);
    }

    /** A command under an id that was heard of before gives the first result again. */
    private Map<String, Json> withRepeated(Command command, Map<String, Json> shown) {
        Map<String, Json> first = firstShown.putIfAbsent(command.id(), shown);
        Map<String, Json> all = new TreeMap<>(shown);
        all.put("repeated", Json.of(shown.equals(first)));
        return all;
    }

    private void judge(Command command, BuiltCommand built, Map<String, Json> shown) {
        List<Difference> found = CommandCheck.differences(command, built.telling(), shown);
        differences.addAll(found);
        carriedOut++;
        asExpected += found.isEmpty() ? 1 : 0;
    }
}
