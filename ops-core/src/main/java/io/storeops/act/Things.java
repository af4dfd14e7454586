package io.storeops.act;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Maps;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The things of a machine, each a row of a table under an id of its own: what every move of them has in common. Each event has
 * an entry point of its own, {@code EVENT_THING}, with the rights that the machine names; an event whose only right is the
 * engine's happens by itself. The table's name is the machine's thing. Immutable.
 *
 * @param <T> the record of a thing
 * @param <S> its states
 * @param <E> what can happen to it
 */
public final class Things<T, S extends Enum<S>, E extends Enum<E>> implements Machined<T, S, E> {
    private static final Set<Right> ENGINE = Set.of(Right.PLAN, Right.FLAG, Right.REMIND, Right.RETRY);

    private final StateMachine<S, E> machine;
    private final Table<T> table;
    private final Function<T, S> state;
    private final Map<E, String> names;
    private final Map<E, Set<DataClass>> shows;
    private final Map<E, EntryPoint> entries;

    private Things(
            StateMachine<S, E> machine,
            Table<T> table,
            Function<T, S> state,
            Map<E, String> names,
            Map<E, Set<DataClass>> shows) {
        this.machine = machine;
        this.table = table;
        this.state = state;
        this.names = Maps.immutableEnumMap(names);
        this.shows = Maps.immutableEnumMap(shows);
        this.entries = Maps.immutableEnumMap(entries(machine, this.names, this.shows));
    }

    /**
     * The things of a machine.
     *
     * @param <T> the record of a thing
     * @param <S> its states
     * @param <E> what can happen to it
     * @param machine the machine; its thing is the table's name
     * @param table where the things are; its key is the store and the thing's id
     * @param state where a thing stands
     * @return the things; what their moves give back shows no class of data
     * @throws IllegalArgumentException if the table has another name, or its key is not an id alone
     */
    public static <T, S extends Enum<S>, E extends Enum<E>> Things<T, S, E> of(
            StateMachine<S, E> machine, Table<T> table, Function<T, S> state) {
        if (!table.name().equals(machine.thing()) || table.key().size() != 2) {
            throw new IllegalArgumentException("The things of the machine '" + machine.thing()
                    + "' stand in a table of that name whose key is the store and their id, not in " + table.name()
                    + " " + table.key());
        }
        return new Things<>(machine, table, requireNonNull(state, "state"), Map.of(), Map.of());
    }

    private static <S extends Enum<S>, E extends Enum<E>> Map<E, EntryPoint> entries(
            StateMachine<S, E> machine, Map<E, String> names, Map<E, Set<DataClass>> shows) {
        Map<E, EntryPoint> entries =
                new EnumMap<>(machine.events().iterator().next().getDeclaringClass());
        for (E event : machine.events()) {
            String name =
                    names.getOrDefault(event, event + "_" + machine.thing().toUpperCase(Locale.ROOT));
            List<Right> anyOf = machine.rightsFor(event);
            entries.put(
                    event,
                    ENGINE.containsAll(anyOf)
                            ? EntryPoint.engine(name, anyOf.get(0))
                            : new EntryPoint(name, EntryPoint.Kind.ACT, anyOf, shows.getOrDefault(event, Set.of())));
        }
        return entries;
    }

    /**
     * The same things, some of whose moves give back more than the actor's own words.
     *
     * @param data the class of data that they give back
     * @param events the events
     * @return the things
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Things<T, S, E> showing(DataClass data, E... events) {
        return new Things<>(machine, table, state, names, Maps.toMap(List.of(events), event -> Set.of(data)));
    }

    /**
     * The same things, some of whose events are asked for under a name of their own, as the job has it. Events that one act decides
     * between have one name, and the same rights.
     *
     * @param name the name of the entry point, as in SET_PRICE_BOOK
     * @param events the events
     * @return the things
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Things<T, S, E> named(String name, E... events) {
        Map<E, String> more = new HashMap<>(names);
        List.of(events).forEach(event -> more.put(event, name));
        return new Things<>(machine, table, state, more, shows);
    }

    @Override
    public StateMachine<S, E> machine() {
        return machine;
    }

    @Override
    public EntryPoint entry(E event) {
        return requireNonNull(entries.get(event));
    }

    /**
     * The entry points of all events.
     *
     * @return in order of the events, each once
     */
    public List<EntryPoint> entries() {
        return entries.values().stream().distinct().toList();
    }

    /**
     * The thing of an id.
     *
     * @param context the store and its rows
     * @param id its id
     * @return the row, empty if there is none
     */
    public Optional<Versioned<T>> row(Context context, String id) {
        return context.rows().find(table, Key.of(context.store().id(), id));
    }

    /**
     * The things of an access path.
     *
     * @param context the store and its rows
     * @param path the path's name
     * @param values the values of its first columns
     * @return the things in the path's order
     */
    public List<T> all(Context context, String path, Object... values) {
        return context.rows().all(Query.of(table, context.store().id(), path).where(values));
    }

    @Override
    public Optional<T> find(Context context, String id) {
        return row(context, id).map(Versioned::value);
    }

    @Override
    public S stateOf(Context context, T thing) {
        return state.apply(thing);
    }

    /**
     * Lets an event happen to a thing that is there.
     *
     * @param event the event
     * @param id the thing
     * @param arguments what else was asked, for noticing a command id that is used again for something else
     * @return the move; what comes of it is still to be said
     */
    public Move<T, S, E, T> move(E event, String id, Object... arguments) {
        return Move.<T, S, E, T>of(
                        this,
                        event,
                        id,
                        (context, next) -> Edit.replace(table, row(context, id).orElseThrow(), next),
                        arguments)
                .giving((context, written) -> written.get(table));
    }

    /**
     * Lets an event begin a thing.
     *
     * @param event the event
     * @param id the thing's id, not used yet
     * @param first makes the thing in its first state
     * @param arguments what else was asked, for noticing a command id that is used again for something else
     * @return the move
     * @throws IllegalArgumentException if the id breaks the rule of {@link io.storeops.id.IdText}
     */
    public Move<T, S, E, T> begin(E event, String id, BiFunction<Context, S, T> first, Object... arguments) {
        return move(event, id, arguments)
                .beginning((context, to) -> Verdict.done(Edit.insert(table, first.apply(context, to))));
    }
}
