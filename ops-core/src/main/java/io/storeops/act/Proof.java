package io.storeops.act;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.evidence.Target;
import java.util.List;

/**
 * The evidence without which something is not done (R3).
 *
 * @param target what the evidence must be about
 * @param needs the kinds that must all be there
 */
public record Proof(Target target, List<EvidenceNeed> needs) {
    /** Copies the needs. */
    public Proof {
        requireNonNull(target, "target");
        needs = ImmutableList.copyOf(needs);
    }
}
