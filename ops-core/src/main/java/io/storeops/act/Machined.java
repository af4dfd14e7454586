package io.storeops.act;

import io.storeops.failure.Refusal;
import io.storeops.lifecycle.StateMachine;
import java.util.Locale;
import java.util.Optional;

/**
 * Things that a machine rules, wherever they are kept: {@link Things} where each is a row, something of the duty's own where the
 * state is derived. Immutable.
 *
 * @param <T> a thing
 * @param <S> its states
 * @param <E> what can happen to it
 */
public interface Machined<T, S extends Enum<S>, E extends Enum<E>> {
    /**
     * What can happen to a thing, and who may make it happen.
     *
     * @return the same at every call
     */
    StateMachine<S, E> machine();

    /**
     * The entry point of an event.
     *
     * @param event the event
     * @return the same at every call
     */
    EntryPoint entry(E event);

    /**
     * A thing.
     *
     * @param context the store and its rows
     * @param id its id
     * @return the thing, empty if there is none
     */
    Optional<T> find(Context context, String id);

    /**
     * Where a thing stands.
     *
     * @param context the store, its rows and the instant
     * @param thing the thing
     * @return its state
     */
    S stateOf(Context context, T thing);

    /**
     * Why an event of a thing that is not there is refused.
     *
     * @param context the store and its rows
     * @param id the thing's id
     * @return NO_SUCH_ and what it is, unless a more telling code is known
     */
    default Refusal unknown(Context context, String id) {
        String thing = machine().thing();
        return new Refusal(
                "NO_SUCH_" + thing.toUpperCase(Locale.ROOT),
                "store " + context.store().id() + " has no " + thing + " " + id);
    }

    /**
     * Why an event that the machine does not list in the thing's state is refused.
     *
     * @param context the store, its rows and the instant
     * @param id the thing's id
     * @param thing the thing
     * @param event the event
     * @return WRONG_STATE with the states in which the event is possible, unless a more telling code is known
     */
    default Refusal wrongState(Context context, String id, T thing, E event) {
        return new Refusal(
                "WRONG_STATE",
                machine().thing() + " " + id + " is " + stateOf(context, thing) + "; " + event
                        + " is possible when it is one of " + machine().before(event));
    }
}
