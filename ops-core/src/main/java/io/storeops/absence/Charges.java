package io.storeops.absence;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.authority.Charter;
import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whom a KPI charges, and what an absence excuses, as known at an instant. What a person did counts for that person; what nobody did,
 * or a service account, for every holder of the duty's right at the due instant (D65, D82). It is excused if everybody whom it is
 * charged to was absent at that instant (D66). Immutable.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class Charges {
    private final Charter charter;
    private final List<Absence> absences;

    private Charges(Charter charter, List<Absence> absences) {
        this.charter = charter;
        this.absences = ImmutableList.copyOf(absences);
    }

    /**
     * The charges of a store.
     *
     * @param context the store and its rows
     * @param asOf the instant of knowing: what was recorded later excuses nothing
     * @return the charges
     */
    public static Charges asOf(Context context, Instant asOf) {
        return new Charges(
                context.charter(),
                context.rows().all(Query.of(Absence.TABLE, context.store().id())).stream()
                        .filter(absence -> !absence.recorded().at().isAfter(asOf))
                        .toList());
    }

    /**
     * The charges by rights and absences in hand.
     *
     * @param charter who may do what
     * @param absences who was absent, copied
     * @return the charges
     */
    public static Charges of(Charter charter, List<Absence> absences) {
        return new Charges(charter, absences);
    }

    /**
     * Whom something is charged to.
     *
     * @param doer who did it; empty if nobody did
     * @param right the right of its duty
     * @param due when it was due
     * @return the people in order of their ids; nobody if nobody held the right then
     */
    public List<ActorId> of(Optional<ActorId> doer, Right right, Instant due) {
        return doer.filter(actor -> charter.kindOf(actor) == ActorKind.PERSON)
                .map(List::of)
                .orElseGet(() -> charter.holders(right, due));
    }

    /**
     * Whether a person was absent.
     *
     * @param person the person
     * @param at the instant
     * @return true if an absence of the person covers it
     */
    public boolean absent(ActorId person, Instant at) {
        return absences.stream().anyMatch(absence -> absence.person().equals(person) && absence.covers(at));
    }

    /**
     * Whether everybody was absent to whom something is charged.
     *
     * @param charged the people; of nobody it is not said
     * @param at the instant at which it was due
     * @return true if at least one person is charged and each of them was absent
     */
    public boolean excused(List<ActorId> charged, Instant at) {
        return !charged.isEmpty() && charged.stream().allMatch(person -> absent(person, at));
    }
}
