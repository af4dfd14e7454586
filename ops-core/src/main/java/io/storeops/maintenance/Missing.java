package io.storeops.maintenance;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.EvidenceNeed;
import java.util.List;

/**
 * Which evidence lacks in an episode.
 *
 * @param correcting before it can be said to be put right, copied
 * @param escalating before it can be put before whoever decides, copied
 */
public record Missing(List<EvidenceNeed> correcting, List<EvidenceNeed> escalating) {
    /** Copies the lists. */
    public Missing {
        correcting = ImmutableList.copyOf(correcting);
        escalating = ImmutableList.copyOf(escalating);
    }
}
