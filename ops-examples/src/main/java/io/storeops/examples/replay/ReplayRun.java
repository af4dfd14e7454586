package io.storeops.examples.replay;

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
import java.util.function.Function;
import java.util.function.Supplier;

/** A scenario that is being acted out line by line, by a library that may be stopped and started anew. Used by one thread. */
final class ReplayRun implements AutoCloseable {
    private final Scenario scenario;
    private final Function<SettableClock, Storage> opener;
    private final SettableClock clock;
    private final Supplier<CommandId> commandIds;
    private final ScriptedWorld world;
    private final Stage stage;
    private final ReplayParts parts;
    private final Refusals refusals;
    private final List<Line> lines = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final SortedMap<String, Integer> notBuilt = new TreeMap<>();
    private final Map<CommandId, Map<String, Json>> firstShown = new HashMap<>();
    private int carriedOut;
    private int asExpected;
    private Storage storage;
    private StoreOps ops;

    private record Line(Instant at, Runnable what) {}

    /**
     * Opens a storage and starts the library.
     *
     * @param scenario what to act out
     * @param marketplace whether the library reaches the scenario's marketplace
     * @param name what the ids of commands begin with that nobody gives one
     * @param opener opens the storage, now and at each new start
     */
    ReplayRun(Scenario scenario, boolean marketplace, String name, Function<SettableClock, Storage> opener) {
        this.scenario = scenario;
        this.opener = opener;
        this.clock = SettableClock.at(scenario.begin());
        AtomicInteger ids = new AtomicInteger();
        this.commandIds = () -> CommandId.of(String.format(Locale.ROOT, "%s/%05d", name, ids.incrementAndGet()));
        this.world = new ScriptedWorld(channels(), clock, marketplace);
        this.storage = opener.apply(clock);
        this.ops = start();
        this.stage = new Stage(scenario, clock, world, () -> ops);
        this.parts = ReplayParts.on(stage);
        this.refusals = new Refusals(new Notation(scenario.zone()));
        arrange();
    }

    /** The channels that have an interface, that of the releases always. */
    private Set<String> channels() {
        Roster roster = scenario.enrolment().roster();
        Channels known = roster.channels();
        Set<String> channels = new TreeSet<>(roster.releaseChannels());
        known.names().stream().filter(name -> !known.isManual(name)).forEach(channels::add);
        return channels;
    }

    private StoreOps start() {
        return world.connect(StoreOps.builder(), scenario.store())
                .storage(storage)
                .clock(clock)
                .commandIds(commandIds)
                .build();
    }

    /** Each command comes after the readings that have arrived by then, those of its own instant included. */
    private void arrange() {
        int next = 0;
        for (Command command : scenario.commands()) {
            while (next < scenario.arrivals().size()
                    && !scenario.arrivals().get(next).at().isAfter(command.at())) {
                add(scenario.arrivals().get(next));
                next++;
            }
            lines.add(new Line(command.at(), () -> perform(command)));
        }
        scenario.arrivals().subList(next, scenario.arrivals().size()).forEach(this::add);
    }

    private void add(Arrival arrival) {
        lines.add(new Line(arrival.at(), () -> parts.take(arrival)));
    }

    /** Tells the library what stands when the scenario begins. */
    void begin() {
        requireEmpty();
        ops.enrol(scenario.enrolment());
        ops.tellListings(scenario.store(), scenario.facts());
        ops.tellReadable(scenario.store(), scenario.readable());
        ops.tellActivities(scenario.store(), scenario.activities());
        scenario.references()
                .forEach((rival, minor) ->
                        ops.tellReference(scenario.store(), new AnomalyKey(CompetitorPriceRule.KEY, rival), minor));
    }

    private void requireEmpty() {
        List<StoreId> known = storage.stores(Optional.empty()).items();
        if (!known.isEmpty()) {
            throw new AdapterException(
                    FaultKind.CONFLICT,
                    "The storage already holds the stores " + known + ". A replay needs an empty one; name another");
        }
    }

    /** How many readings and commands there are. */
    int lines() {
        return lines.size();
    }

    /** Acts out a reading or command, counted from 1. */
    void act(int line) {
        pass(line);
        lines.get(line - 1).what().run();
    }

    /** Lets the time of a reading or command come, which somebody else acts out. */
    void pass(int line) {
        clock.set(lines.get(line - 1).at());
    }

    /** Where the scenario is acted out. */
    Stage stage() {
        return stage;
    }

    /** What each command gave when its id was heard of first. */
    Map<CommandId, Map<String, Json>> firstShown() {
        return firstShown;
    }

    /** Stops the library and starts it anew on what its storage kept. */
    void restart() {
        ops.close();
        storage = opener.apply(clock);
        ops = start();
    }

    /** What came of it so far. */
    Replay.Outcome outcome() {
        List<ResultTable> tables = new ArrayList<>(parts.tables());
        tables.add(refusals.table(whole()));
        return new Replay.Outcome(tables, carriedOut, asExpected, notBuilt, differences);
    }

    /** The commands that were carried out wherever they stand in the scenario. */
    private Set<String> whole() {
        Set<String> whole = new TreeSet<>(parts.commands());
        whole.removeAll(notBuilt.keySet());
        return whole;
    }

    @Override
    public void close() {
        ops.close();
    }

    private void perform(Command command) {
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
