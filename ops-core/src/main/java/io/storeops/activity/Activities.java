package io.storeops.activity;

import io.storeops.act.Act;
import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.act.PersonalActs;
import io.storeops.catalog.Sku;
import io.storeops.catalog.Store;
import io.storeops.document.Document;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import io.storeops.vetting.Allowances;
import java.util.List;
import java.util.Optional;

/**
 * Activities (活动检查及执行) in the hands of one person, as {@link ActivityState#MACHINE} lists: proposed, approved, prepared, started,
 * followed, ended or cancelled, and closed once nothing of them is shown any more (R57-R66). Steps are answered at the desk's steps, an end
 * is moved by {@code campaigns().extend}, and evidence is attached to {@code activity/ID}. Thread-safe.
 *
 * <p>Drafting, submitting and commenting on a DAILY activity take PARTICIPATE:P1, submitting one INSTRUCT as well; everything else before the
 * approval of other kinds takes INSTRUCT (R65). Approving, giving back and cancelling take APPROVE:ACTIVITY; the rest EXECUTE:X3, but for
 * what its method says.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing, with the code SELF_DECISION for
 * one's own submission, and {@link io.storeops.storage.StorageException}. Acts throw {@link io.storeops.failure.RefusedException}:
 * NO_SUCH_ACTIVITY; WRONG_STATE if the machine does not list the event, or a code that tells more; and what their methods say.
 */
public final class Activities {
    private final PersonalActs acts;
    private final Platforms platform;

    Activities(PersonalActs acts, Platforms platform) {
        this.acts = acts;
        this.platform = platform;
    }

    /**
     * Proposes an activity.
     *
     * @param store the store
     * @param id its id, not used yet
     * @param plan what it is to be
     * @return the activity, DRAFT
     * @throws io.storeops.failure.RefusedException EXISTS; NO_SUCH_SKU for what the store does not have
     */
    public Activity draft(StoreId store, String id, ActivityPlan plan) {
        return acts.perform(store, new Drafting.Draft(id, plan));
    }

    /**
     * Submits a draft, or what was given back, as it stands.
     *
     * @param store the store
     * @param id the activity
     * @return the activity, SUBMITTED
     */
    public Activity submit(StoreId store, String id) {
        return acts.perform(store, new Drafting.Submit(id, Optional.empty()));
    }

    /**
     * Submits an activity that is not there yet, or one that is a draft or was given back, changed.
     *
     * @param store the store
     * @param id the activity
     * @param plan what it is to be
     * @return the activity, SUBMITTED
     * @throws io.storeops.failure.RefusedException NO_SUCH_SKU for what the store does not have
     */
    public Activity submit(StoreId store, String id, ActivityPlan plan) {
        return acts.perform(store, new Drafting.Submit(id, Optional.of(plan)));
    }

    /**
     * Says something about an activity that nobody approved yet (D90). It stays as it is.
     *
     * @param store the store
     * @param id the activity
     * @param text what is said
     * @return the comment
     * @throws io.storeops.failure.RefusedException TEXT_MISSING if it is blank
     */
    public ActivityComment comment(StoreId store, String id, String text) {
        return acts.perform(store, new Drafting.Comment(id, text));
    }

    /**
     * Gives a submitted activity back.
     *
     * @param store the store
     * @param id the activity
     * @param remarks what is to be changed
     * @return the activity, RETURNED
     * @throws io.storeops.failure.RefusedException REASON_MISSING without remarks
     */
    public Activity giveBack(StoreId store, String id, String remarks) {
        return acts.perform(store, Drafting.giveBack(id, remarks));
    }

    /**
     * Approves somebody else's activity. Its steps are planned with it.
     *
     * @param store the store
     * @param id the activity
     * @param allowed what is allowed beside it
     * @return the activity, APPROVED
     * @throws io.storeops.failure.RefusedException NOT_SUBMITTED; NO_SUCH_SKU; RUN_TAKEN; OVERLAP, REFERENCE_PRICE, OVERCOMMITTED or
     *     BELOW_FLOOR, the first that applies
     */
    public Activity approve(StoreId store, String id, Allowances allowed) {
        return acts.perform(store, Approving.approve(id, allowed));
    }

    /**
     * Begins the preparation: what the list says is asked for (R73).
     *
     * @param store the store
     * @param id the activity
     * @return the activity, PREPARING, or READY if nothing is left to be done before its start
     * @throws io.storeops.failure.RefusedException NOT_APPROVED; PREPARATION_MISSING if there is no list, not even an empty one; EXISTS or
     *     NO_SUCH_PARTY of a requirement
     */
    public Activity startPreparation(StoreId store, String id) {
        return acts.perform(store, Approving.prepare(id));
    }

    /**
     * Starts an activity that could not start at its instant, once the cause is gone.
     *
     * @param store the store
     * @param id the activity
     * @return the activity, RUNNING
     * @throws io.storeops.failure.RefusedException START_BLOCKED naming what keeps it from starting; NOT_DUE before its start; ENDED from its
     *     end on
     */
    public Activity start(StoreId store, String id) {
        return acts.perform(store, Starting.start(id));
    }

    /**
     * Starts an activity against what keeps it from starting. Right INSTRUCT.
     *
     * @param store the store
     * @param id the activity
     * @param reason why
     * @return the activity, RUNNING
     * @throws io.storeops.failure.RefusedException REASON_MISSING; NOT_DUE before its start; ENDED from its end on; BELOW_FLOOR, which nobody
     *     overrides
     */
    public Activity override(StoreId store, String id, String reason) {
        return acts.perform(store, Starting.override(id, reason));
    }

    /**
     * What keeps an approved activity from starting now.
     *
     * @param store the store
     * @param id the activity
     * @return the causes in order; none if it can start, is not approved, or has started
     */
    public List<StartCause> startCauses(StoreId store, String id) {
        return acts.look(
                store,
                ActivityEntries.READ,
                context -> ActivityEntries.ACTIVITIES
                        .find(context, id)
                        .filter(activity -> ActivityState.COMING.contains(activity.state()))
                        .map(activity -> List.copyOf(Starting.causes(context, activity)))
                        .orElse(List.of()));
    }

    /**
     * Tells that the platform's own start of an activity that could not start was taken back by hand (D35).
     *
     * @param store the store
     * @param id the activity
     * @return the activity
     * @throws io.storeops.failure.RefusedException NOTHING_TO_WITHDRAW unless the platform could not do it itself; EVIDENCE_MISSING if nothing
     *     was attached since it could not start
     */
    public Activity withdrawStart(StoreId store, String id) {
        return acts.perform(store, ByHand.withdrawn(id));
    }

    /**
     * Writes down the effect up to now (R62). One that has sold its quota ends (D37).
     *
     * @param store the store
     * @param id the activity
     * @param effect the effect; without a quota that of the plan counts
     * @return the activity
     */
    public Activity track(StoreId store, String id, Effect effect) {
        return acts.perform(store, Ending.track(id, effect));
    }

    /**
     * Cancels an approved activity. If something of it is shown on the platform it is ENDING until that is restored (D36).
     *
     * @param store the store
     * @param id the activity
     * @param reason why
     * @return the activity, CANCELLED or ENDING
     * @throws io.storeops.failure.RefusedException REASON_MISSING; FINAL_STATE of one that is over
     */
    public Activity cancel(StoreId store, String id, String reason) {
        Caller caller = acts.caller();
        Prices prices = read(caller, store, id, Ending.cancel(id, reason, Prices.UNTOLD));
        return acts.acts().perform(caller, store, Ending.cancel(id, reason, prices));
    }

    /**
     * Closes an activity that is over.
     *
     * @param store the store
     * @param id the activity
     * @return the activity, CLOSED
     * @throws io.storeops.failure.RefusedException CLOSE_OUT_INCOMPLETE naming what is not restored or removed; STEP_OPEN naming the steps
     */
    public Activity close(StoreId store, String id) {
        Caller caller = acts.caller();
        Prices prices = read(caller, store, id, Closing.close(id, Prices.UNTOLD));
        return acts.acts().perform(caller, store, Closing.close(id, prices));
    }

    private Prices read(Caller caller, StoreId store, String id, Act<?> act) {
        return acts.acts()
                .beforeFirst(
                        caller,
                        store,
                        act,
                        context -> ActivityEntries.ACTIVITIES
                                .find(context, id)
                                .map(activity -> new ShownValues(context, activity).priceFields())
                                .orElse(List.of()))
                .map(fields -> platform.read(store, fields))
                .orElse(Prices.UNTOLD);
    }

    /**
     * What is not restored or removed of an activity that is over (R63), as far as writes and looks tell.
     *
     * @param store the store
     * @param id the activity
     * @return the names, as in PRICE or REMOVE_SLOT, in alphabetical order; none unless it is ENDING
     */
    public List<String> missing(StoreId store, String id) {
        return acts.look(
                store,
                ActivityEntries.READ,
                context -> ActivityEntries.ACTIVITIES
                        .find(context, id)
                        .filter(activity -> activity.state() == ActivityState.ENDING)
                        .map(activity -> List.copyOf(Closing.missing(context, activity, Prices.UNTOLD)))
                        .orElse(List.of()));
    }

    /**
     * Tells whoever can put it right what a check of an activity found (R64). The step waits until that is done.
     *
     * @param store the store
     * @param id the feedback's id, not used yet
     * @param activity the activity
     * @param finding what was found
     * @return the feedback
     * @throws io.storeops.failure.RefusedException EXISTS; NO_SUCH_STEP; FROM_THE_FUTURE; WRONG_STATE unless the step is FAIL
     */
    public ActivityFeedback sendFeedback(StoreId store, String id, String activity, Finding finding) {
        return acts.perform(store, new Feedbacks.Send(id, activity, finding));
    }

    /**
     * Takes one's own feedback back as false (D42). The step is to be answered again.
     *
     * @param store the store
     * @param id the feedback
     * @param reason why
     * @return the feedback
     * @throws io.storeops.failure.RefusedException NOT_AUTHOR; REASON_MISSING
     */
    public ActivityFeedback withdrawFeedback(StoreId store, String id, String reason) {
        return acts.perform(store, Feedbacks.withdraw(id, reason));
    }

    /**
     * Rejects feedback as false (D42). The step is to be answered again. Right INSTRUCT.
     *
     * @param store the store
     * @param id the feedback
     * @param reason why
     * @return the feedback
     * @throws io.storeops.failure.RefusedException REASON_MISSING
     */
    public ActivityFeedback rejectFeedback(StoreId store, String id, String reason) {
        return acts.perform(store, Feedbacks.reject(id, reason));
    }

    /**
     * An activity as it stands.
     *
     * @param store the store
     * @param id the activity
     * @return the activity; empty if there is none
     */
    public Optional<Activity> find(StoreId store, String id) {
        return acts.look(store, ActivityEntries.READ, context -> ActivityEntries.ACTIVITIES.find(context, id));
    }

    /**
     * All activities of a store.
     *
     * @param store the store
     * @return the activities in the order of their ids
     */
    public List<Activity> all(StoreId store) {
        return acts.look(store, ActivityEntries.READ, context -> context.rows().all(Query.of(Activity.TABLE, store)));
    }

    /**
     * What was said of an activity before it was approved.
     *
     * @param store the store
     * @param id the activity
     * @return the comments in order
     */
    public List<ActivityComment> comments(StoreId store, String id) {
        return acts.look(store, ActivityEntries.READ, context -> Drafting.comments(context, id));
    }

    /**
     * The effect of an activity as it was read.
     *
     * @param store the store
     * @param id the activity
     * @return the readings in order
     */
    public List<EffectReading> readings(StoreId store, String id) {
        return acts.look(store, ActivityEntries.READ, context -> Ending.readings(context, id));
    }

    /**
     * What became of the items while an activity ran, beside the slots before and after it and beside ordinary days (R62, D41).
     *
     * @param store the store
     * @param id the activity
     * @return the effect as far as is known now; empty while it has not run, or if there is no such activity
     * @throws io.storeops.failure.AdapterException if the store's orders cannot be read
     */
    public Optional<ActivityEffect> effect(StoreId store, String id) {
        return acts.look(
                        store,
                        ActivityEntries.READ_EFFECT,
                        context -> ActivityEntries.ACTIVITIES
                                .find(context, id)
                                .flatMap(activity -> Known.of(context, activity)))
                .map(known -> platform.ordered(known.store(), known.ran(), known.items())
                        .map(known.bySlots()::told)
                        .orElse(known.bySlots()));
    }

    /** What is known of the effect before orders are asked. */
    private record Known(Store store, ActivityWindow ran, List<String> items, ActivityEffect bySlots) {
        static Optional<Known> of(Context context, Activity activity) {
            return EffectSlots.of(context, activity)
                    .map(effect -> new Known(
                            context.store(),
                            EffectSlots.ran(context, activity).orElseThrow(),
                            EffectSlots.items(activity, context),
                            effect));
        }
    }

    /**
     * SKUs that came to the items of an activity after the date of its submission, are sold today, and are in none of its offers: what its
     * check ADDED_SKU looks at, which is not OK while there are any (D88).
     *
     * @param store the store
     * @param id the activity
     * @return the SKUs in order of their ids; none if there is no such activity
     */
    public List<Sku> addedSkus(StoreId store, String id) {
        return acts.look(
                store,
                ActivityEntries.READ,
                context -> ActivityEntries.ACTIVITIES.find(context, id).stream()
                        .flatMap(activity -> AddedSkus.of(context, activity).stream())
                        .toList());
    }

    /**
     * The report of an activity: its plan and course, its steps, the effect as it was read, the slots before, during and after it, and the
     * uplift beside ordinary days; in the store's language.
     *
     * @param store the store
     * @param id the activity
     * @return the report as of now; empty if there is no such activity
     * @throws io.storeops.failure.AdapterException if the store's orders cannot be read
     */
    public Optional<Document> report(StoreId store, String id) {
        Optional<ActivityEffect> effect = effect(store, id);
        return acts.look(
                store,
                ActivityEntries.READ_EFFECT,
                context -> ActivityEntries.ACTIVITIES
                        .find(context, id)
                        .map(activity -> new ActivityReport(context, activity, effect).document()));
    }

    /**
     * Feedback on a check.
     *
     * @param store the store
     * @param id the feedback
     * @return the feedback; empty if there is none
     */
    public Optional<ActivityFeedback> findFeedback(StoreId store, String id) {
        return acts.look(store, ActivityEntries.READ, context -> ActivityEntries.FEEDBACKS.find(context, id));
    }

    /**
     * All feedback on checks of activities of a store.
     *
     * @param store the store
     * @return the feedback in the order of sending
     */
    public List<ActivityFeedback> feedbacks(StoreId store) {
        return acts.look(
                store,
                ActivityEntries.READ,
                context -> context.rows().all(Query.of(ActivityFeedback.TABLE, store, ActivityFeedback.BY_SENT)));
    }
}
