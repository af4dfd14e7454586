package io.storeops.lifecycle;

import static java.util.Objects.requireNonNull;

import io.storeops.StoreFixture;
import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A thing in a store of its own, which a test brings through its machine by the public API alone.
 *
 * @param <S> its states
 * @param <E> what can happen to it
 */
abstract class Walked<S extends Enum<S>, E extends Enum<E>> {
    /** Holds every right but those of the event that is being tried. */
    static final ActorId WITHOUT = ActorId.of("without-1");

    final StoreFixture shop;

    Walked(StoreFixture.Setup setup) {
        this.shop = setup.open();
    }

    abstract StateMachine<S, E> machine();

    /** Where it stands, as the public API tells; empty if it does not exist. */
    abstract Optional<S> state();

    /** Who causes an event that takes a right. */
    abstract ActorId doer(E event);

    /** Makes an event happen: somebody does it, time passes, readings come in, a channel answers. */
    abstract void cause(E event, ActorId by);

    /** What an event that the machine lists takes beside the state, as in something to correct. */
    void prepare(E event) {}

    /** Brings it from nothing to a state, by the machine's shortest way. */
    final void bring(Optional<S> state) {
        for (E event : way(state)) {
            prepare(event);
            cause(event, doer(event));
        }
    }

    private List<E> way(Optional<S> goal) {
        Map<Optional<S>, List<E>> ways = new LinkedHashMap<>(Map.of(Optional.empty(), List.of()));
        Deque<Optional<S>> open = new ArrayDeque<>(List.of(Optional.empty()));
        while (!ways.containsKey(goal)) {
            Optional<S> from = open.remove();
            for (Transition<S, E> step : machine().transitions()) {
                if (step.from().equals(from) && !ways.containsKey(Optional.of(step.to()))) {
                    List<E> way = new ArrayList<>(requireNonNull(ways.get(from)));
                    way.add(step.event());
                    ways.put(Optional.of(step.to()), way);
                    open.add(Optional.of(step.to()));
                }
            }
        }
        return requireNonNull(ways.get(goal));
    }

    /** A store in which {@link #WITHOUT} holds every right that there is but the given ones. */
    static StoreFixture.Setup without(List<Right> missing) {
        Set<String> rest = new TreeSet<>();
        Right.known().forEach(right -> rest.add(right.toString()));
        missing.forEach(right -> rest.remove(right.toString()));
        return new StoreFixture.Setup()
                .itemAndRival()
                .hours(9, 20)
                .role("WITHOUT", rest.toArray(String[]::new))
                .works(WITHOUT, "WITHOUT");
    }
}
