package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.PersonalActs;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.listing.ListingValue;
import io.storeops.outbox.Outbox;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Duty 2 in the hands of one person, beside its {@link Inspections}: anomalies (异常) are found, put right, put before whoever decides, and ended, as
 * {@link AnomalyState#MACHINE} lists. Thread-safe.
 *
 * <p>Finding takes EXECUTE:X2 or FIND:ANOMALY; putting right EXECUTE:X2; escalating EXECUTE:X2 or EXECUTE:X4; deciding DECIDE:ANOMALY.
 * Evidence is attached to {@code anomaly/ID} and counts for the episode in which it is attached.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing and
 * {@link io.storeops.storage.StorageException}. Acts throw {@link io.storeops.failure.RefusedException}: NO_SUCH_ANOMALY; WRONG_STATE if
 * the machine does not list the event; NO_SUCH_CATEGORY naming those of the roster; and what their methods say.
 */
public final class Maintenance {
    private final PersonalActs acts;
    private final Outbox outbox;

    Maintenance(PersonalActs acts, Outbox outbox) {
        this.acts = acts;
        this.outbox = outbox;
    }

    /**
     * Writes down what one found, or what somebody else found. What is known and open gets one more observation.
     *
     * @param store the store
     * @param report what was found
     * @return what became of it
     * @throws io.storeops.failure.RefusedException FROM_THE_FUTURE; EXISTS if the id stands for another anomaly
     */
    public Reported report(StoreId store, Report report) {
        return acts.perform(store, new ReportAnomaly(report));
    }

    /**
     * Takes an anomaly on that the operator puts right. One person has it.
     *
     * @param store the store
     * @param id the anomaly
     * @param version the version that was seen
     * @return the anomaly
     * @throws io.storeops.failure.RefusedException CONFLICT naming version and holder if another version stands
     */
    public Anomaly claim(StoreId store, String id, int version) {
        return acts.perform(store, Sorting.claim(id, version));
    }

    /**
     * Says that it is put right: what was written is read back, or somebody has seen that it is as approved (R52).
     *
     * @param store the store
     * @param id the anomaly, one's own
     * @return the anomaly
     * @throws io.storeops.failure.RefusedException CONFLICT if somebody else has it; EVIDENCE_MISSING naming the kinds;
     *     READ_BACK_PENDING, READ_BACK_FIRST or READ_BACK_DIFFERS
     */
    public Anomaly correct(StoreId store, String id) {
        return acts.perform(store, Corrections.correct(id));
    }

    /**
     * Tells the others that it is put right. It is closed when a channel accepts that.
     *
     * @param store the store
     * @param id the anomaly
     * @return the anomaly as it stands after one attempt
     * @throws io.storeops.failure.RefusedException NO_CHANNEL if the roster names none
     */
    public Anomaly notifyCorrection(StoreId store, String id) {
        return sent(store, Corrections.notified(id));
    }

    /**
     * Puts it before somebody who decides. It is ESCALATED when a channel accepts that; while one message waits there is no second.
     *
     * @param store the store
     * @param id the anomaly
     * @param to before whom
     * @param suggestion what one suggests (S4); may be empty
     * @return the anomaly as it stands after one attempt
     * @throws io.storeops.failure.RefusedException EVIDENCE_MISSING naming the kinds; ASSIGNEE_CANNOT_ACT naming who decides; NO_CHANNEL
     */
    public Anomaly escalate(StoreId store, String id, ActorId to, String suggestion) {
        return sent(store, Escalations.escalate(id, to, suggestion));
    }

    private Anomaly sent(StoreId store, Act<Anomaly> act) {
        Anomaly asked = acts.perform(store, act);
        outbox.deliverDue(store);
        return new Acceptances(acts.acts()).noticed(store, asked);
    }

    /**
     * Decides on an escalated anomaly. What somebody says afterwards is a comment.
     *
     * @param store the store
     * @param id the anomaly
     * @param decision what is decided
     * @return what was said; a comment if its number is above 1
     * @throws io.storeops.failure.RefusedException NOT_YET_LEVEL_2 for the next superior before it is their turn
     */
    public Feedback giveFeedback(StoreId store, String id, Feedback.Decision decision) {
        return acts.perform(store, Escalations.feedback(id, decision));
    }

    /**
     * Has whoever escalated it put it right. A value that is named may be written although it is not the approved one (D10).
     *
     * @param store the store
     * @param id the anomaly
     * @param text what is to be done
     * @param value the value that is named; empty to keep the approved one
     * @param until until when it may be written, that instant excluded, in whole microseconds
     * @return the anomaly
     * @throws io.storeops.failure.RefusedException NO_SUCH_LISTING if the subject has no such field; UNTIL_PASSED
     */
    public Anomaly instructWork(StoreId store, String id, String text, Optional<ListingValue> value, Instant until) {
        return acts.perform(store, Escalations.instruct(id, text, value, until));
    }

    /**
     * Ends it: as decided, or because it went away without us.
     *
     * @param store the store
     * @param id the anomaly
     * @param result DONE, HOLD or ACCEPTED after a decision; SELF_RECOVERED of one that one has claimed
     * @return the anomaly
     * @throws io.storeops.failure.RefusedException WRONG_STATE if the result does not fit; WRITTEN_BY_US, READ_BACK_FIRST or
     *     READ_BACK_DIFFERS if it did not go away by itself
     */
    public Anomaly close(StoreId store, String id, AnomalyResult result) {
        return acts.perform(store, Corrections.close(id, result));
    }

    /**
     * Says that it was a false alarm: whoever may put it right, else whoever decides.
     *
     * @param store the store
     * @param id the anomaly
     * @param reason why
     * @return the anomaly
     * @throws io.storeops.failure.RefusedException REASON_MISSING
     */
    public Anomaly dismiss(StoreId store, String id, String reason) {
        return acts.perform(store, Sorting.dismiss(id, reason));
    }

    /**
     * Says that it is of another category. Its due stays (D18).
     *
     * @param store the store
     * @param id the anomaly
     * @param category the category that it is of
     * @param reason why
     * @return the anomaly
     * @throws io.storeops.failure.RefusedException REASON_MISSING; NOTHING_CHANGED; EXISTS if one is open of the other category
     */
    public Anomaly reclassify(StoreId store, String id, String category, String reason) {
        return acts.perform(store, Sorting.reclassify(id, category, reason));
    }

    /**
     * Lets nothing come of what is found of a category for a time (D27).
     *
     * @param store the store
     * @param category the category
     * @param subject whose; all if empty
     * @param until until when, that instant excluded, in whole microseconds
     * @param reason why
     * @return the silence, which begins now
     * @throws io.storeops.failure.RefusedException REASON_MISSING; UNTIL_PASSED
     */
    public Silence silence(StoreId store, String category, Optional<String> subject, Instant until, String reason) {
        return acts.perform(store, new SaySilence(category, subject, until, reason));
    }

    /**
     * Asks the manager what becomes of orders that were sold at a wrong price (R50). Right EXECUTE:X2.
     *
     * @param store the store
     * @param id the id of the request
     * @param anomaly the anomaly that says what was wrong
     * @param orders the orders, one or more
     * @return the request
     * @throws IllegalArgumentException if no order is named, or one twice
     * @throws io.storeops.failure.RefusedException EXISTS; NO_SUCH_ANOMALY
     */
    public DecisionRequest requestOrders(StoreId store, String id, String anomaly, List<String> orders) {
        return acts.perform(
                store, new RequestDecision(id, new DecisionRequest.About(anomaly, orders, Optional.empty())));
    }

    /**
     * Asks the manager to approve that an activity ends later (R66): whoever approves an end that late decides it. Right EXECUTE:X2.
     *
     * @param store the store
     * @param id the id of the request
     * @param activity the activity
     * @param newEnd its later end, in whole microseconds
     * @return the request
     * @throws io.storeops.failure.RefusedException EXISTS; NO_SUCH_CAMPAIGN; NOT_LATER if it ends as late already
     */
    public DecisionRequest requestExtension(StoreId store, String id, String activity, Instant newEnd) {
        return acts.perform(
                store, new RequestDecision(id, new DecisionRequest.About(activity, List.of(), Optional.of(newEnd))));
    }

    /**
     * Decides what becomes of the orders of a request (R50). Right DECIDE:ORDERS, not by whoever asked.
     *
     * @param store the store
     * @param id the request
     * @param decision what is decided, as in HONOUR
     * @return the request with the decision
     * @throws io.storeops.failure.RefusedException NO_SUCH_REQUEST; NOT_ABOUT_ORDERS; WRONG_STATE if it is decided; DECISION_MISSING
     */
    public DecisionRequest decideOrders(StoreId store, String id, String decision) {
        return acts.perform(store, new DecideRequest(id, decision));
    }

    /**
     * A request for a decision.
     *
     * @param store the store
     * @param id the request
     * @return the request; empty if there is none
     */
    public Optional<DecisionRequest> findRequest(StoreId store, String id) {
        return acts.look(
                store,
                MaintenanceEntries.READ_ANOMALIES,
                context -> Requests.row(context, id).map(Versioned::value));
    }

    /**
     * The requests for decisions that wait for the manager.
     *
     * @param store the store
     * @return those that are open, in the order of their ids
     */
    public List<DecisionRequest> openRequests(StoreId store) {
        return acts.look(
                store,
                MaintenanceEntries.READ_ANOMALIES,
                context -> context.rows().all(Query.of(DecisionRequest.TABLE, store)).stream()
                        .filter(DecisionRequest::open)
                        .toList());
    }

    /**
     * An anomaly as it stands.
     *
     * @param store the store
     * @param id the anomaly
     * @return the anomaly, empty if there is none
     */
    public Optional<Anomaly> findAnomaly(StoreId store, String id) {
        return acts.look(
                store, MaintenanceEntries.READ_ANOMALIES, context -> MaintenanceEntries.ANOMALIES.find(context, id));
    }

    /**
     * The anomalies of a store.
     *
     * @param store the store
     * @param states only those in one of these states; all if none is named
     * @return the anomalies in the order in which they were first seen
     */
    public List<Anomaly> anomalies(StoreId store, AnomalyState... states) {
        return acts.look(
                store, MaintenanceEntries.READ_ANOMALIES, context -> Looks.anomalies(context, List.of(states)));
    }

    /**
     * The episodes of an anomaly.
     *
     * @param store the store
     * @param id the anomaly
     * @return the episodes in order; none if there is no such anomaly
     */
    public List<Episode> episodes(StoreId store, String id) {
        return acts.look(
                store,
                MaintenanceEntries.READ_ANOMALIES,
                context -> context.rows().all(Query.of(Episode.TABLE, store).where(id)));
    }

    /**
     * Which evidence lacks in the last episode of an anomaly, for each act that is possible now.
     *
     * @param store the store
     * @param id the anomaly
     * @return what lacks; nothing if there is no such anomaly
     */
    public Missing missingEvidence(StoreId store, String id) {
        return acts.look(store, MaintenanceEntries.READ_ANOMALIES, context -> Looks.missing(context, id));
    }

    /**
     * The anomalies as the measures count them.
     *
     * @param store the store
     * @return in the order in which they were first seen
     */
    public List<Counted> counted(StoreId store) {
        return acts.look(store, MaintenanceEntries.READ_ANOMALIES, Looks::counted);
    }
}
