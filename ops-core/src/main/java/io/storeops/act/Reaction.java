package io.storeops.act;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What a module does when an act of another module states a fact, in the same commit. It cannot refuse, and it states no fact
 * of its own, so reactions never go round in circles. The trail tells it under the act that caused it. Pure.
 *
 * @param <F> the fact
 * @param on the type of the fact
 * @param react decides what changes
 */
public record Reaction<F extends Fact>(Class<F> on, BiFunction<Context, F, Effect> react) {
    /**
     * What a reaction adds to the commit.
     *
     * @param edits what changes, in tables of the reacting module and of those it names
     * @param messages what to send
     */
    public record Effect(List<Edit<?>> edits, List<Outgoing> messages) {
        /** Nothing. */
        public static final Effect NONE = new Effect(List.of(), List.of());

        /** Copies the lists. */
        public Effect {
            edits = ImmutableList.copyOf(edits);
            messages = ImmutableList.copyOf(messages);
        }
    }

    /** Checks for null. */
    public Reaction {
        requireNonNull(on, "on");
        requireNonNull(react, "react");
    }

    /** The effect of a fact; facts of other types have none. */
    Effect to(Context context, Fact fact) {
        return on.isInstance(fact) ? react.apply(context, on.cast(fact)) : Effect.NONE;
    }
}
