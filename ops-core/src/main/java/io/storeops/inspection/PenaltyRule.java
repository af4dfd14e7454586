package io.storeops.inspection;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * PENALTY (处罚), the store's: broken where a penalty is in force that nobody knew (R38). Where penalties were never read before, those in
 * force are old or new, and nobody can say which: NO_REFERENCE.
 */
public record PenaltyRule() implements InspectionRule<PenaltyRule.Penalties> {
    /** The rule's key. */
    public static final RuleKey KEY = RuleKey.of("PENALTY");

    /**
     * What is read of the store.
     *
     * @param inForce the ids of the penalties in force, copied; empty if they were not read, which is not the same as none
     * @param known those that were known before, copied; empty if penalties were never read
     */
    public record Penalties(Optional<SortedSet<String>> inForce, Optional<SortedSet<String>> known) {
        /** Copies the ids. */
        public Penalties {
            inForce = inForce.map(ImmutableSortedSet::copyOf);
            known = known.map(ImmutableSortedSet::copyOf);
        }
    }

    @Override
    public RuleKey key() {
        return KEY;
    }

    @Override
    public Judgement judge(Instant asOf, Penalties read) {
        if (read.inForce().isEmpty()) {
            return Compared.of(KEY, asOf).missing();
        }
        SortedSet<String> fresh = new TreeSet<>(read.inForce().get());
        Value measured = new Value.Count(fresh.size());
        if (read.known().isEmpty()) {
            Compared compared = Compared.of(KEY, asOf, measured);
            return fresh.isEmpty() ? compared.cleared(Phrase.NO_NEW_PENALTY) : compared.withoutBase();
        }
        fresh.removeAll(read.known().get());
        Compared compared = Compared.of(
                KEY, asOf, measured, new Value.Count(read.known().get().size()));
        return fresh.isEmpty()
                ? compared.cleared(Phrase.NO_NEW_PENALTY)
                : compared.broken(Phrase.NEW_PENALTY, new Value.Text(String.join(", ", fresh)));
    }
}
