package io.storeops.absence;

import io.storeops.act.PersonalActs;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Who was away and when, in the hands of one person. Thread-safe. */
public final class Absences {
    private final PersonalActs acts;

    Absences(PersonalActs acts) {
        this.acts = acts;
    }

    /**
     * Records that somebody was, is or will be away (D66). Right INSTRUCT; one's own absence is recorded by somebody else.
     *
     * @param store the store
     * @param person who is away
     * @param from from when on, included, in whole microseconds
     * @param to until when, excluded, in whole microseconds
     * @param reason why; not blank
     * @return the absence
     * @throws IllegalArgumentException if an instant is finer than microseconds
     * @throws io.storeops.failure.DeniedException if the right is missing, or it is the person's own absence
     * @throws io.storeops.failure.RefusedException REASON_MISSING, NOT_LATER if it does not end after it begins, NO_SUCH_PERSON, or EXISTS if one of the person from that instant on
     *     is recorded already
     */
    public Absence record(StoreId store, ActorId person, Instant from, Instant to, String reason) {
        if (!from.equals(from.truncatedTo(ChronoUnit.MICROS)) || !to.equals(to.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException(
                    "An absence begins and ends at a whole microsecond, not at " + from + " and " + to);
        }
        return acts.perform(store, new RecordAbsence(person, from, to, reason));
    }

    /**
     * The absences of a store.
     *
     * @param store the store
     * @return all that are recorded, by person, then by beginning
     */
    public List<Absence> all(StoreId store) {
        return acts.look(store, AbsenceModule.READ, context -> context.rows().all(Query.of(Absence.TABLE, store)));
    }
}
