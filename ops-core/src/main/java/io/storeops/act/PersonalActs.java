package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import java.util.function.Function;
import java.util.function.Supplier;

/** The acts in the hands of one person: each call is one command of theirs. Immutable and thread-safe. */
public final class PersonalActs {
    private final Acts acts;
    private final Supplier<Caller> caller;

    /**
     * The acts of a person.
     *
     * @param acts the pattern of every act
     * @param caller the person, with the command id of the next call
     */
    public PersonalActs(Acts acts, Supplier<Caller> caller) {
        this.acts = requireNonNull(acts, "acts");
        this.caller = requireNonNull(caller, "caller");
    }

    /**
     * The person, with the command id of the next call.
     *
     * @return another command id at every call
     */
    public Caller caller() {
        return caller.get();
    }

    /**
     * The pattern of every act, for what is done under a command id in hand.
     *
     * @return the acts
     */
    public Acts acts() {
        return acts;
    }

    /**
     * Does something under the next command id.
     *
     * @param <R> what it gives back
     * @param store in which store
     * @param act what
     * @return the result
     * @see Acts#perform
     */
    public <R> R perform(StoreId store, Act<R> act) {
        return acts.perform(caller(), store, act);
    }

    /**
     * Looks at something.
     *
     * @param <R> what it gives back
     * @param store in which store
     * @param entry the entry point that it goes through
     * @param look reads what is wanted
     * @return what was read
     * @see Acts#look
     */
    public <R> R look(StoreId store, EntryPoint entry, Function<Context, R> look) {
        return acts.look(caller(), store, entry, look);
    }
}
