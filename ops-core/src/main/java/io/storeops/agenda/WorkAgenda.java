package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.act.PersonalActs;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What is due in a store, in the hands of one person: all expected occurrences of a date with their due instants and how
 * far they are (R5, R6), and completing by hand, on evidence, what no duty's own records tell. Thread-safe.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing,
 * {@link io.storeops.failure.NotEnrolledException} if the store is not known, and
 * {@link io.storeops.storage.StorageException}.
 */
public final class WorkAgenda {
    private final PersonalActs acts;
    private final AgendaBuilder builder;
    private final List<DutyModule> duties;

    /**
     * The agenda of a person.
     *
     * @param acts the person's acts
     * @param builder what is expected of a store and how far it is
     * @param duties whose open items can be handed over
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public WorkAgenda(PersonalActs acts, AgendaBuilder builder, List<DutyModule> duties) {
        this.acts = requireNonNull(acts, "acts");
        this.builder = requireNonNull(builder, "builder");
        this.duties = ImmutableList.copyOf(duties);
    }

    /**
     * The agenda of the date that it is now in the store.
     *
     * @param store the store
     * @return the agenda as of now
     */
    public Agenda today(StoreId store) {
        return acts.look(store, AgendaModule.READ_AGENDA, context -> builder.agenda(context, context.today()));
    }

    /**
     * The agenda of a date. The roster in force on the date judges it (R2).
     *
     * @param store the store
     * @param date the date in the store's zone
     * @return the agenda as of now
     */
    public Agenda on(StoreId store, LocalDate date) {
        return acts.look(store, AgendaModule.READ_AGENDA, context -> builder.agenda(context, date));
    }

    /**
     * Completes an occurrence by hand. It needs evidence of every kind that its duty asks for (R3), attached to the
     * occurrence's {@link io.storeops.agenda.AgendaBuilder#target target}, and the right that its duty names.
     *
     * @param store the store
     * @param occurrence what was done
     * @return the occurrence as it stands now, DONE or LATE
     * @throws io.storeops.failure.RefusedException NO_SUCH_OCCURRENCE, NOT_OPEN, TOLD_BY_RECORDS if the duty's own records say
     *     when it is done, ALREADY_DONE, or EVIDENCE_MISSING
     */
    public AgendaItem complete(StoreId store, OccurrenceId occurrence) {
        return acts.perform(store, new Complete(builder, occurrence));
    }

    /**
     * Hands everything that one has open over to another person, in one commit (R15).
     *
     * @param store the store
     * @param id the hand-over's id, not used yet
     * @param to who is to go on with it
     * @param note what the next one should know; may be blank
     * @return the record of it, with each item and where it stood
     * @throws io.storeops.failure.RefusedException EXISTS, SAME_PERSON, or ASSIGNEE_CANNOT_ACT naming the right that is missing,
     *     the first in the order of their names
     */
    public Handover handOver(StoreId store, String id, ActorId to, String note) {
        return acts.perform(store, new HandOver(duties, id, to, note));
    }

    /**
     * What was handed over in a store.
     *
     * @param store the store
     * @return the records, the earliest first
     */
    public List<Handover> handovers(StoreId store) {
        return acts.look(
                store,
                AgendaModule.READ_AGENDA,
                context -> context.rows().all(Query.of(Handover.TABLE, store)).stream()
                        .sorted(Comparator.comparing(Handover::at))
                        .toList());
    }

    /**
     * An occurrence as it stands now.
     *
     * @param store the store
     * @param occurrence the occurrence
     * @return the item
     * @throws IllegalArgumentException if the store has no such occurrence
     */
    public AgendaItem getItem(StoreId store, OccurrenceId occurrence) {
        return acts.look(store, AgendaModule.READ_AGENDA, context -> item(context, occurrence));
    }

    private AgendaItem item(Context context, OccurrenceId occurrence) {
        return builder.find(context, occurrence)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Store " + context.store().id() + " expects no occurrence " + occurrence));
    }
}
