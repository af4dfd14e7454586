package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * The port through which a listing is written and read back (D20). Called from the thread of the act, outside of any commit; several
 * stores may be written at the same time: thread-safe. Never closed by itself; its marketplace is.
 *
 * <p><b>Exceptions.</b> A failure is an {@link io.storeops.failure.AdapterException} with its kind. Of a write, TRANSIENT and
 * UNKNOWN_OUTCOME mean that nobody can know whether it was applied, as does any other exception; every other kind is proof that it was
 * not.
 */
public interface ListingEditor {
    /**
     * Writes one value.
     *
     * @param wish what to write; the same key is the same wish, which is applied once
     * @return what the marketplace answered
     * @throws io.storeops.failure.AdapterException if it failed
     */
    Answer apply(Wish wish);

    /**
     * Reads what is shown.
     *
     * @param field which field of which listing
     * @return the value; empty if the marketplace cannot show it now
     * @throws io.storeops.failure.AdapterException if it cannot be read
     */
    Optional<Shown> read(ListedField field);

    /**
     * A value to be written.
     *
     * @param at which field of which listing
     * @param value the value
     * @param key the idempotency key, 64 hexadecimal digits: made of what was known of the field, never of the value
     */
    record Wish(ListedField at, ListingValue value, String key) {
        /** Checks for null. */
        public Wish {
            requireNonNull(at, "at");
            requireNonNull(value, "value");
            requireNonNull(key, "key");
        }
    }

    /**
     * What is shown.
     *
     * @param value the value
     * @param asOf of which instant the marketplace speaks, in whole microseconds
     */
    record Shown(ListingValue value, Instant asOf) {
        /** Checks for null. */
        public Shown {
            requireNonNull(value, "value");
            requireNonNull(asOf, "asOf");
        }
    }

    /** What a marketplace answers to a write. */
    sealed interface Answer {
        /** It is taken; what comes of it is read back. */
        record Accepted() implements Answer {}

        /** The value was there already. */
        record Unchanged() implements Answer {}

        /**
         * It is looked at first.
         *
         * @param until by when; empty if the marketplace does not say, then the roster's {@code pendingUntil} from now
         */
        record InReview(Optional<Instant> until) implements Answer {
            /** Checks for null. */
            public InReview {
                requireNonNull(until, "until");
            }
        }

        /**
         * It is provably not applied.
         *
         * @param reason why, without secrets
         */
        record Rejected(String reason) implements Answer {
            /** Checks for null. */
            public Rejected {
                requireNonNull(reason, "reason");
            }
        }

        /**
         * A person has to do it.
         *
         * @param instruction what is to be done, as in which file is to be imported
         */
        record ByHand(String instruction) implements Answer {
            /** Checks for null. */
            public ByHand {
                requireNonNull(instruction, "instruction");
            }
        }

        /**
         * Nobody can know. An editor may say so itself.
         *
         * @param detail what happened, without secrets
         */
        record Lost(String detail) implements Answer {
            /** Checks for null. */
            public Lost {
                requireNonNull(detail, "detail");
            }
        }
    }
}
