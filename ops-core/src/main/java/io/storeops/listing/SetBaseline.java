package io.storeops.listing;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.storage.Key;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * SET_BASELINE: from an instant on a store is judged by another base value (D92).
 *
 * @param key which base value
 * @param value the value
 * @param from from when it counts
 */
record SetBaseline(BaselineKey key, BigDecimal value, Instant from) implements Act<Baseline> {
    SetBaseline {
        Baseline.requireValue(key, value);
    }

    @Override
    public EntryPoint entry() {
        return ListingEntries.SET_BASELINE;
    }

    @Override
    public Target target() {
        return Target.of(Baseline.TABLE.name(), key.name());
    }

    @Override
    public String arguments() {
        return key + " " + value.toPlainString() + " " + from;
    }

    @Override
    public Verdict decide(Context context) {
        if (from.isBefore(context.now())) {
            return Verdict.refused(
                    "FROM_PASSED",
                    "the base value would count from " + from + ", and now is " + context.now()
                            + "; what was before is judged by the earlier one. Give a later instant");
        }
        Baseline next = new Baseline(context.store().id(), key, from, value, context.stamp());
        Key row = Baseline.TABLE.keyOf(context.store().id(), key, from);
        return Verdict.done(context.rows()
                .find(Baseline.TABLE, row)
                .map(known -> Edit.replace(Baseline.TABLE, known, next))
                .orElseGet(() -> Edit.insert(Baseline.TABLE, next)));
    }

    @Override
    public Baseline recall(Context context, Written written) {
        return written.get(Baseline.TABLE);
    }
}
