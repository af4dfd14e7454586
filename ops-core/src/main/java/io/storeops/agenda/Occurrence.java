package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.authority.Right;
import io.storeops.calendar.SlotId;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.id.StoreId;
import io.storeops.position.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A duty that is to be done once, for one slot, date, week or thing (R5). Immutable.
 *
 * @param store the store
 * @param id its name in the store
 * @param cadence when its duty is expected: what tells a daily inspection from a sweep, say
 * @param date the date in the store's zone whose roster judges it (R2): of a slot or a day that date, of a week its Sunday
 * @param opensAt from when on it can be done
 * @param dueAt by when it is due, itself still on time, not before it opens
 * @param missedAt from when on it is missed, not before it is due; empty if it is never too late for it
 * @param evidence what proves it, copied; it cannot be done without (R3)
 * @param permission the right that doing it needs (R7)
 */
public record Occurrence(
        StoreId store,
        OccurrenceId id,
        Cadence.Kind cadence,
        LocalDate date,
        Instant opensAt,
        Instant dueAt,
        Optional<Instant> missedAt,
        List<EvidenceNeed> evidence,
        Right permission) {
    /**
     * Checks the order of the instants.
     *
     * @throws IllegalArgumentException if it is due before it opens, or missed before it is due
     */
    public Occurrence {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(cadence, "cadence");
        requireNonNull(date, "date");
        requireNonNull(permission, "permission");
        evidence = ImmutableList.copyOf(evidence);
        if (dueAt.isBefore(opensAt) || (missedAt.isPresent() && missedAt.get().isBefore(dueAt))) {
            throw new IllegalArgumentException("The occurrence " + id + " opens at " + opensAt + ", is due at " + dueAt
                    + missedAt.map(missed -> " and missed at " + missed).orElse("")
                    + ": these instants are out of order");
        }
    }

    /**
     * The duty.
     *
     * @return its id, as in 1.1
     */
    public String duty() {
        return id.duty();
    }

    /**
     * The slot that its boundary closes.
     *
     * @return the slot, empty unless it is the duty of a boundary
     */
    public Optional<SlotId> slot() {
        return id.slot();
    }
}
