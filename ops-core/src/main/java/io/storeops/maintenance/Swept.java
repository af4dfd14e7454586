package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.agenda.Progress;
import java.time.Instant;
import java.util.Optional;

/**
 * A sweep with what became of its notice. Immutable.
 *
 * @param sweep the sweep
 * @param doneAt when the channel accepted its notice, or it was made if there is no channel; empty while the notice waits
 */
public record Swept(Sweep sweep, Optional<Instant> doneAt) {
    /** Checks for null. */
    public Swept {
        requireNonNull(sweep, "sweep");
        requireNonNull(doneAt, "doneAt");
    }

    /**
     * Whether it was done after its due instant.
     *
     * @return false while its notice waits
     */
    public boolean late() {
        return doneAt.filter(at -> at.isAfter(sweep.dueAt())).isPresent();
    }

    Progress progress() {
        return doneAt.<Progress>map(Progress.Done::new)
                .orElseGet(() -> new Progress.Begun(sweep.made().at()));
    }
}
