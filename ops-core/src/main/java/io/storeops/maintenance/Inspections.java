package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.act.PersonalActs;
import io.storeops.document.Document;
import io.storeops.evidence.Attachment;
import io.storeops.id.StoreId;
import io.storeops.outbox.Outbox;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The daily inspection and the sweep in the hands of one person (R35 to R38, R42, D1 to D3, D21). First thing every day the lines of the
 * roster's checklist are answered, with what the rules propose; whoever completes it makes its checklist evidence. At the end of the day a
 * sweep tells what is still open. Thread-safe.
 *
 * <p>Acting takes EXECUTE:X2. Dates are those of the store's zone.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing and
 * {@link io.storeops.storage.StorageException}. Acts throw {@link io.storeops.failure.RefusedException}: NO_SUCH_INSPECTION if nothing is
 * expected of the date; MISSED once the date is over; WRONG_STATE if the inspection is not where the act needs it; and what their methods
 * say.
 */
public final class Inspections {
    private final PersonalActs acts;
    private final Outbox outbox;
    private final BiFunction<Context, Checklist, Attachment> render;

    Inspections(PersonalActs acts, Outbox outbox, BiFunction<Context, Checklist, Attachment> render) {
        this.acts = acts;
        this.outbox = outbox;
        this.render = render;
    }

    /**
     * Begins the inspection of a date. Its lines are those of the roster then.
     *
     * @param store the store
     * @param date the date
     * @return the inspection; late if it begins after the roster's start
     * @throws io.storeops.failure.RefusedException NOT_OPEN before the date
     */
    public Inspection start(StoreId store, LocalDate date) {
        return acts.perform(store, InspectionActs.start(date));
    }

    /**
     * Answers a line, or answers it anew. What the rules proposed at that instant is kept beside the answer.
     *
     * @param store the store
     * @param date the date
     * @param line the line's id in the roster
     * @param answer the answer
     * @return the line
     * @throws io.storeops.failure.RefusedException NO_SUCH_LINE naming the lines; ANOMALY_MISSING; NO_SUCH_ANOMALY; REASON_MISSING
     */
    public ChecklistLine answer(StoreId store, LocalDate date, String line, LineAnswer answer) {
        return acts.perform(store, ChecklistLines.answer(date, line, answer));
    }

    /**
     * Confirms in one go every line that nobody has answered and that the rules propose to answer OK. What is wrong, or could not be
     * checked, is answered line by line.
     *
     * @param store the store
     * @param date the date
     * @return the lines that were confirmed, in the order of the checklist; none if none is proposed OK
     */
    public List<ChecklistLine> confirm(StoreId store, LocalDate date) {
        return acts.perform(store, new ConfirmItems(date));
    }

    /**
     * Completes the inspection of a date. The checklist becomes a file, as the library renders documents, and evidence
     * CLASSIFIED_CHECKLIST of the occurrence, in the same commit.
     *
     * @param store the store
     * @param date the date
     * @return the inspection
     * @throws io.storeops.failure.RefusedException UNANSWERED_ITEM naming the lines; EVIDENCE_MISSING if the roster asks for more than the
     *     checklist
     */
    public Inspection complete(StoreId store, LocalDate date) {
        return acts.perform(store, InspectionActs.complete(date, render));
    }

    /**
     * Makes the sweep of a date: tells the anomalies that are open now and the date's lines that could not be checked, or that there are
     * none (D21). With the message goes the completed checklist, where the channel takes files.
     *
     * @param store the store
     * @param date the date, not to come
     * @return the sweep, after one attempt to send its notice
     * @throws io.storeops.failure.RefusedException NO_SUCH_SWEEP if nothing expects one; NOT_OPEN before the date; ALREADY_DONE naming who made it
     */
    public Swept sweep(StoreId store, LocalDate date) {
        Swept asked = acts.perform(store, new Sweeps.Make(date));
        outbox.deliverDue(store);
        return Sweeps.find(acts.acts().engineContext(store), date).orElse(asked);
    }

    /**
     * The checklist of a date as it stands, with what the rules propose.
     *
     * @param store the store
     * @param date the date
     * @return the checklist; empty if nothing is expected of the date
     */
    public Optional<Checklist> find(StoreId store, LocalDate date) {
        return acts.look(store, MaintenanceEntries.READ_INSPECTIONS, context -> find(context, date));
    }

    private static Optional<Checklist> find(Context context, LocalDate date) {
        return InspectionDay.find(context, date).map(day -> Checklist.of(context, day));
    }

    /**
     * The checklist of a date as a document, in the store's language.
     *
     * @param store the store
     * @param date the date
     * @return the document; empty if nothing is expected of the date
     */
    public Optional<Document> document(StoreId store, LocalDate date) {
        return acts.look(
                store,
                MaintenanceEntries.READ_INSPECTIONS,
                context -> find(context, date).map(checklist -> ChecklistDocument.of(context, checklist)));
    }

    /**
     * The sweep of a date.
     *
     * @param store the store
     * @param date the date
     * @return the sweep; empty if nobody made one
     */
    public Optional<Swept> findSweep(StoreId store, LocalDate date) {
        return acts.look(store, MaintenanceEntries.READ_INSPECTIONS, context -> Sweeps.find(context, date));
    }
}
