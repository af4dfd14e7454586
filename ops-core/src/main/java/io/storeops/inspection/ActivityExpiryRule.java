package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * ACTIVITY_EXPIRY (活动到期), an activity's: broken where it ends at or before the instant of the source plus the warning (D4), so also
 * where it is over. What follows is an extension or the end of it, both decided by people.
 *
 * @param warning how long before the end the warning comes, the roster's; empty if it has none
 */
public record ActivityExpiryRule(Optional<Duration> warning) implements InspectionRule<ActivityExpiryRule.End> {
    /** The rule's key. */
    public static final RuleKey KEY = RuleKey.of("ACTIVITY_EXPIRY");

    /** Checks for null. */
    public ActivityExpiryRule {
        requireNonNull(warning, "warning");
    }

    /**
     * What is read of a running activity.
     *
     * @param at when it ends, as the marketplace has it; empty if that was not read
     */
    public record End(Optional<Instant> at) {
        /** Checks for null. */
        public End {
            requireNonNull(at, "at");
        }

        /**
         * An end.
         *
         * @param at when it ends
         * @return the end
         */
        public static End of(Instant at) {
            return new End(Optional.of(at));
        }
    }

    @Override
    public RuleKey key() {
        return KEY;
    }

    @Override
    public boolean isPlainlyKept(Instant asOf, End read) {
        return read.at().isPresent() && warning.isPresent() && read.at().get().isAfter(asOf.plus(warning.get()));
    }

    @Override
    public Judgement judge(Instant asOf, End read) {
        if (read.at().isEmpty()) {
            return Compared.of(KEY, asOf).missing();
        }
        Instant end = read.at().get();
        Value measured = new Value.At(end);
        if (warning.isEmpty()) {
            return Compared.of(KEY, asOf, measured).withoutBase();
        }
        Instant limit = asOf.plus(warning.get());
        Compared compared = Compared.of(KEY, asOf, measured, new Value.At(limit));
        if (end.isAfter(limit)) {
            return compared.cleared(Phrase.ENDS_LATER, new Value.Lasting(warning.get()));
        }
        return end.isAfter(asOf)
                ? compared.broken(Phrase.ENDS_SOON, new Value.Lasting(Duration.between(asOf, end)))
                : compared.broken(Phrase.ENDED);
    }
}
