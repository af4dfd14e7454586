package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.catalog.Language;
import io.storeops.document.Line;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says of one value of one subject, with what it rests on. A proposal for a person, or an observation of an anomaly; it
 * does nothing itself. Immutable.
 *
 * @param rule by which rule
 * @param verdict what it says
 * @param standing where the value stands to its limit
 * @param phrase what there is to say
 * @param measured what was measured; empty if nothing was
 * @param base what it was compared with; empty if there was nothing
 * @param told further figures of the sentence, in its order, copied
 * @param asOf the instant of which the source speaks, which was the rule's now (D5); empty if it does not say
 */
public record Judgement(
        RuleKey rule,
        InspectionVerdict verdict,
        Standing standing,
        Phrase phrase,
        Optional<Value> measured,
        Optional<Value> base,
        List<Value> told,
        Optional<Instant> asOf) {
    /** Copies the figures. */
    public Judgement {
        requireNonNull(rule, "rule");
        requireNonNull(verdict, "verdict");
        requireNonNull(standing, "standing");
        requireNonNull(phrase, "phrase");
        requireNonNull(measured, "measured");
        requireNonNull(base, "base");
        told = ImmutableList.copyOf(told);
        requireNonNull(asOf, "asOf");
    }

    /**
     * Whether the value was taken in another unit than its reference.
     *
     * @return true if it is exactly 100 times or a hundredth of it
     */
    public boolean unitError() {
        return phrase == Phrase.UNIT_ERROR_HUNDREDFOLD || phrase == Phrase.UNIT_ERROR_HUNDREDTH;
    }

    /**
     * What could be the next reference (D15).
     *
     * @return the value measured; empty if it could not be checked, or was taken in another unit
     */
    public Optional<Value> findReference() {
        return verdict == InspectionVerdict.COULD_NOT_CHECK || unitError() ? Optional.empty() : measured;
    }

    /**
     * The judgement in one sentence for a person.
     *
     * @param language the language
     * @param zone the zone in which instants are shown, the store's
     * @return the sentence, in which what others chose are names
     */
    public Line sentence(Language language, ZoneId zone) {
        return new Explaining(language, zone).say(this);
    }
}
