package io.storeops.act;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.failure.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a module asks of every act that states a fact, before the commit: it may refuse, and changes nothing. Pure.
 *
 * @param <F> the fact
 * @param on the type of the fact
 * @param ask looks at the fact as it would be
 */
public record Check<F extends Fact>(Class<F> on, BiFunction<Context, F, Answer> ask) {
    /**
     * What a check found.
     *
     * @param refusal why the act is refused; empty if it passes
     * @param reliedOn rows that must still be as they were read when the act is committed
     */
    public record Answer(Optional<Refusal> refusal, List<Edit.Unchanged<?>> reliedOn) {
        /** Copies the rows. */
        public Answer {
            requireNonNull(refusal, "refusal");
            reliedOn = ImmutableList.copyOf(reliedOn);
        }

        /**
         * The act passes.
         *
         * @param reliedOn rows that the answer relies on
         * @return the answer
         */
        public static Answer passed(Edit.Unchanged<?>... reliedOn) {
            return new Answer(Optional.empty(), List.of(reliedOn));
        }

        /**
         * The act is refused.
         *
         * @param code the stable code
         * @param detail what was asked, what stands in the way, what to do
         * @return the answer
         */
        public static Answer refused(String code, String detail) {
            return new Answer(Optional.of(new Refusal(code, detail)), List.of());
        }
    }

    /** Checks for null. */
    public Check {
        requireNonNull(on, "on");
        requireNonNull(ask, "ask");
    }

    /** The answer about a fact; facts of other types pass. */
    Answer about(Context context, Fact fact) {
        return on.isInstance(fact) ? ask.apply(context, on.cast(fact)) : Answer.passed();
    }
}
