package io.storeops.competitor;

import io.storeops.act.Context;
import io.storeops.failure.Refusal;
import java.util.Optional;

/** Whether an observation is taken. Pure. */
final class ObservationRules {
    private ObservationRules() {}

    /** Why an observation is refused; empty if it is taken. */
    static Optional<Refusal> refusal(Context context, ShownCompetitor shown) {
        if (context.catalogue().competitors().stream()
                .noneMatch(item -> item.id().equals(shown.itemId()))) {
            return Optional.of(new Refusal(
                    "NOT_WATCHED",
                    "store " + context.store().id() + " watches no item " + shown.itemId() + "; enrol it first"));
        }
        // The same slack as a judgement has (D5): a source whose clock is a little ahead is read, and judged by then.
        if (shown.observedAt()
                .isAfter(
                        context.now().plus(context.roster().maintenance().feed().maxAge()))) {
            return Optional.of(new Refusal(
                    "FROM_THE_FUTURE",
                    "it is said to be of " + shown.observedAt() + ", now is " + context.now()
                            + "; correct the instant, or the clock that it comes from"));
        }
        return Optional.empty();
    }

    /** What an observation is as the next version of its instant; empty if that is known already. */
    static Optional<CompetitorVersion> next(
            Context context,
            ShownCompetitor shown,
            Optional<CompetitorVersion> known,
            Optional<Long> look,
            Optional<String> evidence) {
        return known.filter(version -> version.shown().equals(shown)).isPresent()
                ? Optional.empty()
                : Optional.of(new CompetitorVersion(
                        context.store().id(),
                        shown,
                        known.map(CompetitorVersion::version).orElse(0) + 1,
                        look,
                        evidence,
                        context.stamp()));
    }
}
