package io.storeops.requirement;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.IdText;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Asking for requirements, and looking at those that are asked for, for the duties that do so. */
public final class OpenedRequirements {
    private static final int LONGEST_ID = 72;

    /**
     * What is asked of whom by when. Immutable.
     *
     * @param id the requirement's id, not used yet: at most 72 characters, since the names of its messages are made of it
     * @param party a department of the roster, or one of its parties outside (D58)
     * @param what what is asked; not blank
     * @param due by when it is to be accepted, that instant included, in whole microseconds
     * @param blocks the step of its origin that waits for it, a word as in IMAGE_PREP; empty if none does
     * @param required whether that step has to wait until it is accepted (D56)
     */
    public record Ask(String id, String party, String what, Instant due, Optional<String> blocks, boolean required) {
        /**
         * Checks ids, text and instant.
         *
         * @throws IllegalArgumentException if an id breaks the rule of {@link IdText} or is too long, the text is blank, or the instant
         *     is finer than microseconds
         */
        public Ask {
            checkId(id);
            IdText.checked("party", party);
            requireNonNull(blocks, "blocks");
            if (what.isBlank()) {
                throw new IllegalArgumentException("The requirement " + id + " asks for nothing; its text is blank");
            }
            checkDue(due);
        }
    }

    private OpenedRequirements() {}

    private static void checkId(String id) {
        IdText.checked("requirement id", id);
        if (id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("The requirement id '" + id + "' has " + id.length()
                    + " characters; at most " + LONGEST_ID + " leave room for the names of its messages");
        }
    }

    static void checkDue(Instant due) {
        if (!due.equals(due.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("A requirement is due at a whole microsecond, not at " + due);
        }
    }

    /**
     * Why something cannot be asked for.
     *
     * @param context who asks, where and when
     * @param asks what is asked for together
     * @return EXISTS or NO_SUCH_PARTY; empty if everything can
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Optional<Refusal> refusal(Context context, List<Ask> asks) {
        return asks.stream()
                .flatMap(ask -> Stream.concat(known(context, asks, ask).stream(), unknownParty(context, ask).stream()))
                .findFirst();
    }

    private static Optional<Refusal> known(Context context, List<Ask> asks, Ask ask) {
        boolean twice =
                asks.stream().map(Ask::id).filter(Predicate.isEqual(ask.id())).count() > 1;
        return twice || RequirementEntries.REQUIREMENTS.row(context, ask.id()).isPresent()
                ? Optional.of(new Refusal(
                        "EXISTS",
                        "store " + context.store().id() + " has a requirement " + ask.id()
                                + " already, or would have two; choose another id"))
                : Optional.empty();
    }

    private static Optional<Refusal> unknownParty(Context context, Ask ask) {
        return context.roster().departments().contains(ask.party()) || isOutside(context, ask.party())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "NO_SUCH_PARTY",
                        "the roster knows no party " + ask.party() + "; it has the departments "
                                + context.roster().departments() + ", and outside "
                                + context.roster().externalParties()));
    }

    private static boolean isOutside(Context context, String party) {
        return context.roster().externalParties().contains(party);
    }

    /**
     * Asks for what comes of something. Whoever opens it has checked with {@link #refusal} that it can be asked for.
     *
     * @param context who asks, where and when
     * @param origin what it comes of
     * @param asks what is asked for
     * @return the edits, in order
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static List<Edit<?>> opened(Context context, Target origin, List<Ask> asks) {
        return asks.stream()
                .<Edit<?>>map(ask -> Edit.insert(Requirement.TABLE, opened(context, Optional.of(origin), ask)))
                .toList();
    }

    static Requirement opened(Context context, Optional<Target> origin, Ask ask) {
        return new Requirement(
                context.store().id(),
                ask.id(),
                new Asked(
                        origin,
                        ask.party(),
                        isOutside(context, ask.party()),
                        Optional.of(ask.what()),
                        ask.blocks(),
                        ask.required()),
                ask.due(),
                RequirementState.OPEN,
                context.actor(),
                context.stamp(),
                Course.begun(context.now()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The requirements that came of something.
     *
     * @param context the store and its rows
     * @param origin what they came of
     * @return the requirements in the order of their ids, whatever became of them
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static List<Requirement> of(Context context, Target origin) {
        return context.rows()
                .all(Query.of(Requirement.TABLE, context.store().id(), Requirement.BY_ORIGIN)
                        .where(origin));
    }
}
