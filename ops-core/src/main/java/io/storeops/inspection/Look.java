package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import io.storeops.feed.Coverage;
import io.storeops.position.MaintenanceRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One look at a source by one rule: how far the source can be judged by (D5). The same for all values of the run. Immutable.
 *
 * @param now the instant of the look, by the clock of the library
 * @param asOf the instant of which the source speaks; empty if it does not say
 * @param coverage how much of what was asked for it gave
 * @param checked how many listings it gave, 0 or more; a source of the store itself gives one, the store. Of none nothing can be judged
 * @param lastChecked how many it gave when this rule last judged it; empty if it never did
 * @param feed how good a source must be, the roster's
 */
public record Look(
        Instant now,
        Optional<Instant> asOf,
        Coverage coverage,
        long checked,
        OptionalLong lastChecked,
        MaintenanceRules.Feed feed) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if a number of listings is negative
     */
    public Look {
        requireNonNull(now, "now");
        requireNonNull(asOf, "asOf");
        requireNonNull(coverage, "coverage");
        requireNonNull(feed, "feed");
        if (checked < 0 || lastChecked.orElse(0) < 0) {
            throw new IllegalArgumentException(
                    "A source has 0 listings or more, not " + checked + " after " + lastChecked);
        }
    }

    /**
     * A look at a source that gave all of what it has.
     *
     * @param now the instant of the look
     * @param asOf the instant of which the source speaks
     * @param checked how many listings it gave
     * @param feed how good a source must be, the roster's
     * @return the look, the first of its rule
     */
    public static Look complete(Instant now, Instant asOf, long checked, MaintenanceRules.Feed feed) {
        return new Look(now, Optional.of(asOf), Coverage.COMPLETE, checked, OptionalLong.empty(), feed);
    }

    /**
     * Why nothing of the source can be judged.
     *
     * @param rule the rule that looks
     * @return COULD_NOT_CHECK with the reason; empty if it can be judged
     */
    public Optional<Judgement> findObstacle(RuleKey rule) {
        if (asOf.isEmpty()) {
            return obstacle(rule, Phrase.SOURCE_WITHOUT_INSTANT);
        }
        Duration age = Duration.between(asOf.get(), now);
        if (age.compareTo(feed.maxAge()) > 0) {
            return obstacle(rule, Phrase.SOURCE_TOO_OLD, new Value.Lasting(age), new Value.Lasting(feed.maxAge()));
        }
        if (age.negated().compareTo(feed.maxAge()) > 0) {
            return obstacle(rule, Phrase.SOURCE_AHEAD, new Value.Lasting(age.negated()));
        }
        if (coverage == Coverage.PARTIAL) {
            return obstacle(rule, Phrase.SOURCE_PARTIAL);
        }
        if (checked == 0) {
            return obstacle(rule, Phrase.SOURCE_EMPTY);
        }
        long last = lastChecked.orElse(0);
        return BigDecimal.valueOf(checked).compareTo(feed.minShare().multiply(BigDecimal.valueOf(last))) < 0
                ? obstacle(
                        rule,
                        Phrase.SOURCE_SHRUNK,
                        new Value.Count(checked),
                        new Value.Count(last),
                        new Value.Share(feed.minShare(), BigDecimal.ONE))
                : Optional.empty();
    }

    private Optional<Judgement> obstacle(RuleKey rule, Phrase phrase, Value... told) {
        return Optional.of(new Judgement(
                rule,
                InspectionVerdict.COULD_NOT_CHECK,
                Standing.UNKNOWN,
                phrase,
                Optional.empty(),
                Optional.empty(),
                List.of(told),
                asOf));
    }
}
