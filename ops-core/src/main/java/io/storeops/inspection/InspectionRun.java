package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one rule says of all that one look at a source gave. Either one judgement stands for the whole run, because the source cannot be
 * judged by (D5) or is itself wrong (D25), and then nothing is said of any subject; or each subject has its own. Immutable.
 *
 * @param whole the judgement that stands for the whole run; empty if each stands for itself
 * @param single the judgements by subject, in the order in which they were read, copied; none if one stands for all
 * @param counts how many subjects have which verdict, those whose judgement was not kept too, copied; none if one stands for all
 */
public record InspectionRun(
        Optional<Judgement> whole, Map<String, Judgement> single, Map<InspectionVerdict, Long> counts) {
    /**
     * Copies the judgements.
     *
     * @throws IllegalArgumentException if there are both
     */
    public InspectionRun {
        requireNonNull(whole, "whole");
        single = ImmutableMap.copyOf(single);
        counts = ImmutableMap.copyOf(counts);
        if (whole.isPresent() && !single.isEmpty()) {
            throw new IllegalArgumentException("One judgement stands for the run, and " + single.size() + " beside it");
        }
    }

    /**
     * Judges all that a look gave, and keeps each judgement. Of a source that is too large for that, {@link InspectionPass}.
     *
     * @param <V> what is read of a subject
     * @param look the look at the source
     * @param rule the rule
     * @param breaker from when on the source itself is wrong
     * @param read what was read, by subject
     * @return the run
     */
    public static <V> InspectionRun of(Look look, InspectionRule<V> rule, SourceBreaker breaker, Map<String, V> read) {
        InspectionPass<V> pass = new InspectionPass<>(look, rule, breaker, subject -> true);
        read.forEach(pass::take);
        return pass.end();
    }
}
