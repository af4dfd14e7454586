package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.IdText;
import io.storeops.inspection.RuleKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person found to be wrong. Immutable.
 *
 * @param id the id of the anomaly, if it is a new one; at most 90 characters
 * @param rule category and metric, as in PAGE:TITLE
 * @param subject whose: the store, an item or SKU, a rival's item, or whatever else the category is about
 * @param measured what was seen, as text
 * @param base what it should be, as text
 * @param since from when on it was seen to be so, not to come
 * @param lastGoodAt when it was last seen to be right, before that; empty if nobody knows
 * @param finder on whose word it is written down; empty if the person found it themselves
 * @param latest an instant after which acting would be too late, as the end of an activity that is to be extended (D11); empty if there
 *     is none
 */
public record Report(
        String id,
        RuleKey rule,
        String subject,
        String measured,
        String base,
        Instant since,
        Optional<Instant> lastGoodAt,
        Optional<ActorId> finder,
        Optional<Instant> latest) {
    /** The longest id of an anomaly: its messages are named after it. */
    static final int LONGEST = 90;

    /**
     * Checks id and order.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText} or is longer than 90 characters, the subject is
     *     blank, or it was last good after it was bad
     */
    public Report {
        IdText.checked("anomaly id", id);
        if (id.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The id of an anomaly has at most " + LONGEST + " characters, not " + id.length());
        }
        new AnomalyKey(rule, subject);
        requireNonNull(measured, "measured");
        requireNonNull(base, "base");
        requireNonNull(since, "since");
        if (lastGoodAt.filter(good -> good.isAfter(since)).isPresent()) {
            throw new IllegalArgumentException(
                    "What is wrong since " + since + " was last right before, not at " + lastGoodAt.get());
        }
        requireNonNull(finder, "finder");
        requireNonNull(latest, "latest");
    }

    /**
     * What a person found themselves.
     *
     * @param id the id of the anomaly, if it is a new one
     * @param rule category and metric
     * @param subject whose
     * @param measured what was seen
     * @param base what it should be
     * @param since from when on it was seen to be so
     * @return the report, of which nobody knows when it was last right
     */
    public static Report of(String id, RuleKey rule, String subject, String measured, String base, Instant since) {
        return new Report(
                id, rule, subject, measured, base, since, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
