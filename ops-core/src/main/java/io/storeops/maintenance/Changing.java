package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.id.ActorId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Another value of an anomaly; the version rises with state and category. Not thread-safe. */
final class Changing {
    private final Anomaly known;
    private AnomalyKey key;
    private AnomalyState state;
    private Optional<ActorId> holder;
    private boolean reclassified;
    private Anomaly.Counts counts;
    private Optional<Instant> recoveredAt;
    private Optional<Anomaly.Ending> ended;
    private Optional<LocalDate> acceptedUntil;

    private Changing(Anomaly known) {
        this.known = known;
        this.key = known.key();
        this.state = known.state();
        this.holder = known.holder();
        this.reclassified = known.reclassified();
        this.counts = known.counts();
        this.recoveredAt = known.recoveredAt();
        this.ended = known.ended();
        this.acceptedUntil = known.acceptedUntil();
    }

    static Changing of(Anomaly known) {
        return new Changing(known);
    }

    Changing to(AnomalyState next) {
        state = next;
        return this;
    }

    Changing heldBy(Optional<ActorId> person) {
        holder = person;
        return this;
    }

    Changing as(AnomalyKey another) {
        key = another;
        reclassified = true;
        return this;
    }

    Changing counting(Anomaly.Counts next) {
        counts = next;
        return this;
    }

    Changing recovered(Optional<Instant> since) {
        recoveredAt = since;
        return this;
    }

    Changing ended(Anomaly.Ending ending) {
        ended = Optional.of(ending);
        return this;
    }

    Changing reopened() {
        ended = Optional.empty();
        acceptedUntil = Optional.empty();
        holder = Optional.empty();
        return this;
    }

    Changing acceptedUntil(Optional<LocalDate> date) {
        acceptedUntil = date;
        return this;
    }

    Anomaly under(Context context) {
        boolean raised = state != known.state() || !key.equals(known.key());
        return new Anomaly(
                known.store(),
                known.id(),
                key,
                state,
                raised ? known.version() + 1 : known.version(),
                known.origin(),
                holder,
                reclassified,
                counts,
                recoveredAt,
                ended,
                acceptedUntil,
                context.roster().version());
    }
}
