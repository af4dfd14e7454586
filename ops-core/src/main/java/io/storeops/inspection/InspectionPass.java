package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judges by one rule what one look at a source gives, value by value as they are read, so that memory does not grow with the source: kept
 * are the anomalies, of which the breaker allows no more than a share, the judgements of subjects that are asked for, and the first
 * {@value #EXAMPLES} of each other verdict than OK; the rest is counted. Not thread-safe; over several rules, one pass each.
 *
 * @param <V> what is read of a subject
 */
public final class InspectionPass<V> {
    /** How many judgements are kept of LEARNING, COULD_NOT_CHECK and NO_REFERENCE each, where nobody asks for more. */
    public static final int EXAMPLES = 100;

    private final Look look;
    private final InspectionRule<V> rule;
    private final SourceBreaker breaker;
    private final Predicate<String> asked;
    private final Optional<Judgement> obstacle;
    private final Instant asOf;
    private final Multiset<InspectionVerdict> counts = EnumMultiset.create(InspectionVerdict.class);
    private final Map<String, Judgement> kept = new LinkedHashMap<>();
    private long plainlyKept;
    private boolean tripped;

    /**
     * Begins a pass.
     *
     * @param look the look at the source
     * @param rule the rule
     * @param breaker from when on the source itself is wrong
     * @param asked the subjects whose judgement is kept whatever it says, as those with an open anomaly; it must not change
     */
    public InspectionPass(Look look, InspectionRule<V> rule, SourceBreaker breaker, Predicate<String> asked) {
        this.look = requireNonNull(look, "look");
        this.rule = requireNonNull(rule, "rule");
        this.breaker = requireNonNull(breaker, "breaker");
        this.asked = requireNonNull(asked, "asked");
        obstacle = look.findObstacle(rule.key());
        // What has no instant has an obstacle, so nothing is judged by this one.
        asOf = look.asOf().orElse(look.now());
    }

    /**
     * Judges the next value.
     *
     * @param subject whose it is; each subject comes once
     * @param value what was read
     */
    public void take(String subject, V value) {
        if (obstacle.isPresent()) {
            return;
        }
        boolean isAsked = asked.test(subject);
        if (!isAsked && rule.isPlainlyKept(asOf, value)) {
            plainlyKept++;
            return;
        }
        Judgement judgement = rule.judge(asOf, value);
        counts.add(judgement.verdict());
        int count = counts.count(judgement.verdict());
        if (judgement.verdict() == InspectionVerdict.ANOMALY
                && !tripped
                && breaker.limits().trips(count, look.checked())) {
            tripped = true;
            kept.clear();
        }
        if (!tripped && (isKept(judgement.verdict(), count) || isAsked)) {
            kept.put(subject, judgement);
        }
    }

    private static boolean isKept(InspectionVerdict verdict, int count) {
        return switch (verdict) {
            case OK -> false;
            case ANOMALY -> true;
            case LEARNING, COULD_NOT_CHECK, NO_REFERENCE -> count <= EXAMPLES;
        };
    }

    /**
     * Ends the pass.
     *
     * @return what the rule says of all that was taken
     */
    public InspectionRun end() {
        Optional<Judgement> whole =
                obstacle.or(() -> breaker.judge(look, rule.key(), counts.count(InspectionVerdict.ANOMALY)));
        if (whole.isPresent()) {
            return new InspectionRun(whole, Map.of(), Map.of());
        }
        Map<InspectionVerdict, Long> counted = new EnumMap<>(InspectionVerdict.class);
        counts.forEachEntry((verdict, count) -> counted.put(verdict, (long) count));
        if (plainlyKept > 0) {
            counted.merge(InspectionVerdict.OK, plainlyKept, Long::sum);
        }
        return new InspectionRun(Optional.empty(), kept, counted);
    }
}
