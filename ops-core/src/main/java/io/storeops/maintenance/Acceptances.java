package io.storeops.maintenance;

import io.storeops.act.Acts;
import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.act.Timer;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import java.util.List;

/**
 * Notices at once that channels accepted what anomalies waited for, as the ticker does later: each under the command id of its message,
 * so once. Thread-safe.
 */
public final class Acceptances {
    private final Acts acts;

    /**
     * The acceptances of a library.
     *
     * @param acts the pattern of every act
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public Acceptances(Acts acts) {
        this.acts = acts;
    }

    /**
     * Notices what was accepted by now.
     *
     * @param store the store
     */
    public void notice(StoreId store) {
        Context context = acts.engineContext(store);
        List<Timer> accepted = AnomalyTimers.accepted(context)
                .filter(timer -> !timer.at().isAfter(context.now()))
                .toList();
        for (Timer timer : accepted) {
            CommandId id = CommandId.of(
                    "accepted/" + Sha256.of(timer.act().arguments()).hex());
            try {
                acts.perform(new Caller(ActorId.SYSTEM, id), store, timer.act());
            } catch (RefusedException e) {
                // Another process noticed it first.
            }
        }
    }

    /** The anomaly as it stands once everything is noticed. */
    Anomaly noticed(StoreId store, Anomaly asked) {
        notice(store);
        return MaintenanceEntries.ANOMALIES
                .find(acts.engineContext(store), asked.id())
                .orElse(asked);
    }
}
