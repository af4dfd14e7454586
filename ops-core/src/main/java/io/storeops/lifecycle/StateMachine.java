package io.storeops.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.storeops.authority.Right;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can happen to a thing: its states, the events that lead from one to the next, and who may cause them. Whatever is not
 * listed is refused. A machine in which something could get stuck is not built: every state can be reached, and from every
 * state one that may be the last can be reached. Immutable.
 *
 * @param <S> the states
 * @param <E> the events
 */
public final class StateMachine<S extends Enum<S>, E extends Enum<E>> {
    private final String thing;
    private final Set<S> states;
    private final List<Transition<S, E>> transitions;
    private final Set<E> events;
    private final Set<S> ends;

    private StateMachine(Builder<S, E> builder) {
        this.thing = builder.thing;
        this.states = ImmutableSet.copyOf(builder.states);
        this.transitions = ImmutableList.copyOf(builder.transitions);
        this.events = ImmutableSet.copyOf(builder.events);
        this.ends = ImmutableSet.copyOf(builder.ends);
        for (S state : states) {
            if (!reachable(transitions.stream()
                            .filter(transition -> transition.from().isEmpty())
                            .map(Transition::to)
                            .toList())
                    .contains(state)) {
                throw new IllegalArgumentException("A " + thing + " never becomes " + state);
            }
            if (reachable(List.of(state)).stream().noneMatch(ends::contains)) {
                throw new IllegalArgumentException(
                        "A " + thing + " that is " + state + " never comes to an end " + ends);
            }
        }
        for (E event : events) {
            if (transitions.stream().noneMatch(transition -> transition.event() == event)) {
                throw new IllegalArgumentException("Nothing ever comes of " + event + " for a " + thing);
            }
        }
    }

    /**
     * Begins a machine.
     *
     * @param <S> the states
     * @param <E> the events
     * @param thing what it is about, as in "suggestion"; lower-case letters and underscores
     * @param states its states
     * @param events what can happen to it
     * @return an empty builder
     */
    public static <S extends Enum<S>, E extends Enum<E>> Builder<S, E> of(
            String thing, Class<S> states, Class<E> events) {
        return new Builder<>(thing, EnumSet.allOf(states), EnumSet.allOf(events));
    }

    private Set<S> reachable(List<S> from) {
        Set<S> reached = new LinkedHashSet<>(from);
        List<S> open = new ArrayList<>(from);
        while (!open.isEmpty()) {
            Optional<S> state = Optional.of(open.remove(open.size() - 1));
            for (Transition<S, E> transition : transitions) {
                if (transition.from().equals(state) && reached.add(transition.to())) {
                    open.add(transition.to());
                }
            }
        }
        return reached;
    }

    /**
     * What it is about.
     *
     * @return as in "suggestion"
     */
    public String thing() {
        return thing;
    }

    /**
     * The states.
     *
     * @return in their order
     */
    public Set<S> states() {
        return states;
    }

    /**
     * Everything that can happen.
     *
     * @return in order of declaration
     */
    public List<Transition<S, E>> transitions() {
        return transitions;
    }

    /**
     * The states in which a thing may stay for good. Some may still be left, as a published release by a correction.
     *
     * @return the states
     */
    public Set<S> ends() {
        return ends;
    }

    /**
     * The events.
     *
     * @return in order of declaration, each once
     */
    public Set<E> events() {
        return events;
    }

    /**
     * What an event does.
     *
     * @param from the state before; empty if the thing does not exist yet
     * @param event the event
     * @return the transition, empty if it is refused
     */
    public Optional<Transition<S, E>> find(Optional<S> from, E event) {
        return transitions.stream()
                .filter(transition ->
                        transition.event() == event && transition.from().equals(from))
                .findFirst();
    }

    /**
     * Who may cause an event.
     *
     * @param event the event
     * @return the rights of all its transitions, each once; empty if it happens by itself
     */
    public List<Right> rightsFor(E event) {
        return transitions.stream()
                .filter(transition -> transition.event() == event)
                .flatMap(transition -> transition.anyOf().stream())
                .distinct()
                .toList();
    }

    /**
     * The states in which an event is possible, for the refusal that tells the way out.
     *
     * @param event the event
     * @return the states before
     */
    public List<S> before(E event) {
        return transitions.stream()
                .filter(transition -> transition.event() == event)
                .flatMap(transition -> transition.from().stream())
                .toList();
    }

    /**
     * Collects a machine. Not thread-safe.
     *
     * @param <S> the states
     * @param <E> the events
     */
    public static final class Builder<S extends Enum<S>, E extends Enum<E>> {
        private final String thing;
        private final Set<S> states;
        private final Set<E> events;
        private final List<Transition<S, E>> transitions = new ArrayList<>();
        private final Set<S> ends = new LinkedHashSet<>();

        private Builder(String thing, Set<S> states, Set<E> events) {
            this.thing = requireNonNull(thing, "thing");
            this.states = states;
            this.events = events;
        }

        /**
         * Adds an event that begins a thing.
         *
         * @param event what happens
         * @param to the first state
         * @param anyOf the rights of which one is needed; none if it happens by itself
         * @return this builder
         */
        public Builder<S, E> begins(E event, S to, Right... anyOf) {
            return add(new Transition<>(Optional.empty(), event, to, List.of(anyOf)));
        }

        /**
         * Adds an event.
         *
         * @param from the state before
         * @param event what happens
         * @param to the state afterwards
         * @param anyOf the rights of which one is needed; none if it happens by itself
         * @return this builder
         */
        public Builder<S, E> on(S from, E event, S to, Right... anyOf) {
            return add(new Transition<>(Optional.of(from), event, to, List.of(anyOf)));
        }

        private Builder<S, E> add(Transition<S, E> transition) {
            boolean known = transitions.stream()
                    .anyMatch(other -> other.from().equals(transition.from()) && other.event() == transition.event());
            if (known) {
                throw new IllegalArgumentException("A " + thing + " has two outcomes of " + transition.event()
                        + " when it is " + transition.from().map(Enum::name).orElse("not there yet"));
            }
            transitions.add(transition);
            return this;
        }

        /**
         * Names the states in which a thing may stay for good.
         *
         * @param last the states
         * @return this builder
         */
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final Builder<S, E> ends(S... last) {
            ends.addAll(List.of(last));
            return this;
        }

        /**
         * Ends the declaration.
         *
         * @return the machine
         * @throws IllegalArgumentException if a state cannot be reached, or cannot be left and is not an end, or nothing comes of
         *     an event
         */
        public StateMachine<S, E> build() {
            return new StateMachine<>(this);
        }
    }
}
