package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.lifecycle.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The common act on a thing that has a machine: it is found, the machine lists the event in its state, the duty's own guards let
 * it pass, and what comes of it is committed. A duty says only the guards and what comes of it. Put together by one thread and
 * performed once.
 *
 * @param <T> a thing
 * @param <S> its states
 * @param <E> what can happen to it
 * @param <R> what the move gives back
 */
public final class Move<T, S extends Enum<S>, E extends Enum<E>, R> implements Act<R> {
    /**
     * Something that is made of a thing when an event happens to it. Pure.
     *
     * @param <T> a thing
     * @param <S> its states
     * @param <N> what is made
     */
    @FunctionalInterface
    public interface Outcome<T, S, N> {
        /**
         * Makes it.
         *
         * @param context who, where, when
         * @param known the thing before
         * @param to its state afterwards
         * @return what is made
         */
        N of(Context context, T known, S to);
    }

    private final Machined<T, S, E> things;
    private final E event;
    private final String id;
    private final String arguments;
    private final BiFunction<Context, T, Edit<T>> edit;
    private final List<BiFunction<Context, T, Optional<Refusal>>> guards = new ArrayList<>();
    private Function<Optional<T>, Optional<Right>> right = thing -> Optional.empty();
    private Function<T, Set<ActorId>> submitters = thing -> Set.of();
    private BiFunction<Context, Optional<T>, Optional<List<ActorId>>> reach = (context, thing) -> Optional.empty();
    private Optional<BiFunction<Context, S, Verdict.Done>> first = Optional.empty();
    private Optional<Outcome<T, S, Verdict.Done>> outcome = Optional.empty();
    private Optional<BiFunction<Context, Written, R>> result = Optional.empty();
    private BiFunction<Context, T, Optional<Refusal>> telling = (context, known) -> Optional.empty();

    private Move(Machined<T, S, E> things, E event, String id, String arguments, BiFunction<Context, T, Edit<T>> edit) {
        this.things = things;
        this.event = event;
        this.id = id;
        this.arguments = arguments;
        this.edit = edit;
    }

    /** A move of things that are rows, knowing how another value of a thing is written. */
    static <T, S extends Enum<S>, E extends Enum<E>, R> Move<T, S, E, R> of(
            Machined<T, S, E> things, E event, String id, BiFunction<Context, T, Edit<T>> edit, Object... arguments) {
        Target.of(things.machine().thing(), id);
        Json asked = Json.array(Stream.concat(Stream.of(event, id), Stream.of(arguments))
                .map(argument -> Json.of(argument.toString()))
                .toList());
        return new Move<>(things, requireNonNull(event, "event"), id, asked.canonical(), edit);
    }

    /**
     * A move of things that are not rows of their own.
     *
     * @param <T> a thing
     * @param <S> its states
     * @param <E> what can happen to it
     * @param <R> what the move gives back
     * @param things the things of the machine
     * @param event the event
     * @param id the thing's id
     * @param arguments what else was asked, each in its text form
     * @return the move; what comes of it and what it gives back are still to be said
     * @throws IllegalArgumentException if the id breaks the rule of {@link io.storeops.id.IdText}
     */
    public static <T, S extends Enum<S>, E extends Enum<E>, R> Move<T, S, E, R> of(
            Machined<T, S, E> things, E event, String id, Object... arguments) {
        return of(
                things,
                event,
                id,
                (context, next) -> {
                    throw new IllegalStateException(
                            "A " + things.machine().thing() + " is not a row; say what comes of " + event);
                },
                arguments);
    }

    /**
     * Asks for one right: one of those that the machine names.
     *
     * @param only the right
     * @return this move
     */
    public Move<T, S, E, R> asking(Right only) {
        right = thing -> Optional.of(only);
        return this;
    }

    /**
     * Asks for one right that depends on the thing: one of those that the machine names.
     *
     * @param ofThing the right that the thing takes
     * @return this move
     */
    public Move<T, S, E, R> asking(Function<T, Right> ofThing) {
        right = thing -> thing.map(ofThing);
        return this;
    }

    /**
     * Says that the move decides on what somebody submitted (R89).
     *
     * @param whose who submitted the thing, and whom they stood in for
     * @return this move
     */
    public Move<T, S, E, R> submittedBy(Function<T, Set<ActorId>> whose) {
        submitters = whose;
        return this;
    }

    /**
     * Says that a right covers the affairs of one's own department alone: whoever does not speak for the department is denied for lack
     * of the right.
     *
     * @param ofDepartment the right
     * @param whose the department; empty if the move is not a department's affair
     * @return this move
     */
    public Move<T, S, E, R> within(Right ofDepartment, Function<Optional<T>, Optional<String>> whose) {
        reach = (context, thing) ->
                whose.apply(thing).flatMap(department -> Departments.beyond(context, ofDepartment, department));
        return this;
    }

    /**
     * Adds a guard. Guards are asked in the order in which they are added.
     *
     * @param guard says why not, in a state in which the event is possible
     * @return this move
     */
    public Move<T, S, E, R> unless(BiFunction<Context, T, Optional<Refusal>> guard) {
        guards.add(guard);
        return this;
    }

    /**
     * Says that the event is for the thing's author alone; anybody else is refused NOT_AUTHOR.
     *
     * @param author who wrote the thing
     * @return this move
     */
    public Move<T, S, E, R> ofAuthor(Function<T, ActorId> author) {
        return unless((context, known) -> author.apply(known).equals(context.actor())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "NOT_AUTHOR",
                        things.machine().thing() + " " + id + " is by " + author.apply(known) + "; " + event
                                + " is for its author alone")));
    }

    /**
     * Says which version of the thing was seen: nobody changes, or decides on, what they have not seen (R9). If another one stands,
     * the move is refused VERSION_PASSED.
     *
     * @param version the version that was seen
     * @param standing the version that stands
     * @return this move
     */
    public Move<T, S, E, R> seen(int version, ToIntFunction<T> standing) {
        return unless((context, known) -> standing.applyAsInt(known) == version
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "VERSION_PASSED",
                        "version " + standing.applyAsInt(known) + " of "
                                + things.machine().thing() + " " + id + " stands, not " + version
                                + "; read it again")));
    }

    /**
     * Says why; a blank reason is refused REASON_MISSING.
     *
     * @param reason the reason
     * @param told who is told it
     * @return this move
     */
    public Move<T, S, E, R> because(String reason, Function<T, ActorId> told) {
        return unless((context, known) -> reason.isBlank()
                ? Optional.of(new Refusal(
                        "REASON_MISSING", event + " needs a reason, which tells " + told.apply(known) + " why"))
                : Optional.empty());
    }

    /**
     * Gives a more telling code than WRONG_STATE in some states in which the machine does not list the event (D86).
     *
     * @param why why it is not listed; empty for WRONG_STATE
     * @return this move
     */
    public Move<T, S, E, R> unlisted(BiFunction<Context, T, Optional<Refusal>> why) {
        telling = why;
        return this;
    }

    /** Begins a thing that must not be there. */
    Move<T, S, E, R> beginning(BiFunction<Context, S, Verdict.Done> begin) {
        first = Optional.of(begin);
        return this;
    }

    /**
     * Says that the thing is another value afterwards.
     *
     * @param next makes the value
     * @return this move
     */
    public Move<T, S, E, R> becoming(Outcome<T, S, T> next) {
        return doing((context, known, to) -> Verdict.done(edit.apply(context, next.of(context, known, to))));
    }

    /**
     * Says wholly what is committed.
     *
     * @param done decides it
     * @return this move
     */
    public Move<T, S, E, R> doing(Outcome<T, S, Verdict.Done> done) {
        outcome = Optional.of(done);
        return this;
    }

    /**
     * Commits more beside what was said so far.
     *
     * @param more adds edits, facts, messages or proof
     * @return this move
     */
    public Move<T, S, E, R> also(BiFunction<Context, Verdict.Done, Verdict.Done> more) {
        Outcome<T, S, Verdict.Done> before = outcome.orElseThrow();
        return doing((context, known, to) -> more.apply(context, before.of(context, known, to)));
    }

    /**
     * Says what the move gives back.
     *
     * @param <N> what it gives back
     * @param made makes it of what the move wrote
     * @return this move
     */
    @SuppressWarnings("unchecked") // the result is the only part that speaks of its type
    public <N> Move<T, S, E, N> giving(BiFunction<Context, Written, N> made) {
        Move<T, S, E, N> giving = (Move<T, S, E, N>) this;
        giving.result = Optional.of(made);
        return giving;
    }

    @Override
    public EntryPoint entry() {
        return things.entry(event);
    }

    @Override
    public Target target() {
        return Target.of(things.machine().thing(), id);
    }

    @Override
    public String arguments() {
        return arguments;
    }

    /** The right that the thing takes; any of the machine's if there is no such thing, and the decision says so. */
    @Override
    public List<Right> anyOf(Context context) {
        return right.apply(things.find(context, id)).map(List::of).orElse(entry().anyOf());
    }

    @Override
    public Set<ActorId> submitters(Context context) {
        return things.find(context, id).map(submitters).orElse(Set.of());
    }

    @Override
    public Optional<List<ActorId>> beyond(Context context) {
        return reach.apply(context, things.find(context, id));
    }

    @Override
    public Verdict decide(Context context) {
        Optional<T> found = things.find(context, id);
        return first.isPresent() ? begun(context, found, first.get()) : moved(context, found);
    }

    private Verdict begun(Context context, Optional<T> found, BiFunction<Context, S, Verdict.Done> begin) {
        if (found.isPresent()) {
            return Verdict.refused(
                    "EXISTS",
                    "store " + context.store().id() + " has a "
                            + things.machine().thing() + " " + id + " already, which is "
                            + things.stateOf(context, found.get()) + "; choose another id");
        }
        return begin.apply(context, transition(Optional.empty()).orElseThrow().to());
    }

    private Verdict moved(Context context, Optional<T> found) {
        if (found.isEmpty()) {
            return new Verdict.Refused(things.unknown(context, id));
        }
        T known = found.get();
        Optional<Transition<S, E>> transition = transition(Optional.of(things.stateOf(context, known)));
        if (transition.isEmpty()) {
            return new Verdict.Refused(
                    telling.apply(context, known).orElseGet(() -> things.wrongState(context, id, known, event)));
        }
        for (BiFunction<Context, T, Optional<Refusal>> guard : guards) {
            Optional<Refusal> refusal = guard.apply(context, known);
            if (refusal.isPresent()) {
                return new Verdict.Refused(refusal.get());
            }
        }
        return outcome.orElseThrow().of(context, known, transition.get().to());
    }

    private Optional<Transition<S, E>> transition(Optional<S> from) {
        return things.machine().find(from, event);
    }

    @Override
    public R recall(Context context, Written written) {
        return result.orElseThrow().apply(context, written);
    }
}
