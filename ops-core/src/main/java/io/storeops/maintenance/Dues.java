package io.storeops.maintenance;

import io.storeops.act.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** When somebody should have acted on an anomaly (D13, D20). Pure. */
final class Dues {
    private Dues() {}

    /**
     * From when on an anomaly that is FOUND or CORRECTING is overdue, unless something happens: from its due, or from when a write made
     * by then can no longer come through; and from the due of the escalation of a correction that failed.
     *
     * @return the earlier of both; empty if it is never overdue
     */
    static Optional<Instant> overdueFrom(Context context, Case each) {
        Stream<Instant> due = each.episode().firstAct().isPresent() ? Stream.of() : actDue(each.episode()).stream();
        Stream<Instant> escalation =
                each
                        .episode()
                        .work()
                        .failedAt()
                        .flatMap(at -> Categories.in(context).escalationDue(context, at))
                        .stream();
        return Stream.concat(due, escalation).min(Instant::compareTo);
    }

    /** From when on an episode that nobody acted on counts as such. */
    static Optional<Instant> actDue(Episode episode) {
        Work work = episode.work();
        return episode.found()
                .dueAt()
                .map(due -> work.pendingUntil()
                        .filter(until -> until.isAfter(due))
                        .filter(until -> work.pendingSince()
                                .filter(since -> !since.isAfter(due))
                                .isPresent())
                        .orElse(due));
    }
}
