package io.storeops.dailyplan;

import io.storeops.act.PersonalActs;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The daily plans (日运营计划) in the hands of one person: proposing lines, commenting and submitting under PARTICIPATE:P2, approving and
 * returning under APPROVE:PLAN, as {@link PlanState#MACHINE} lists (R65, R87, D46, D90). Nobody decides on a plan of which they proposed a
 * line. Thread-safe.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing, with the code SELF_DECISION for
 * a plan of one's own, and {@link io.storeops.storage.StorageException}. Acts throw {@link io.storeops.failure.RefusedException}:
 * NO_SUCH_DAILY_PLAN; WRONG_STATE if the machine does not list the event; and what their methods say.
 */
public final class DailyPlans {
    private final PersonalActs acts;

    DailyPlans(PersonalActs acts) {
        this.acts = acts;
    }

    /**
     * Proposes a line; the first one makes the plan. One that is added to a returned plan leaves it RETURNED.
     *
     * @param store the store
     * @param plan the plan's id
     * @param date its date in the store's zone
     * @param line the line's id, not used yet in the plan
     * @param text what is planned
     * @return the plan
     * @throws io.storeops.failure.RefusedException TEXT_MISSING; DATE_PASSED; OTHER_DATE if the plan is of another; EXISTS
     * @throws IllegalArgumentException if an id breaks the rule of {@link io.storeops.id.IdText}
     */
    public DailyPlan propose(StoreId store, String plan, LocalDate date, String line, String text) {
        return acts.perform(store, new ProposeLine(plan, date, line, text));
    }

    /**
     * Says something about a plan that is not approved; it stays where it stands.
     *
     * @param store the store
     * @param plan the plan's id
     * @param text what is said
     * @return the plan
     * @throws io.storeops.failure.RefusedException TEXT_MISSING
     */
    public DailyPlan comment(StoreId store, String plan, String text) {
        return acts.perform(store, PlanActs.comment(plan, text));
    }

    /**
     * Puts a plan before whoever decides.
     *
     * @param store the store
     * @param plan the plan's id
     * @return the plan
     */
    public DailyPlan submit(StoreId store, String plan) {
        return acts.perform(store, PlanActs.submit(plan));
    }

    /**
     * Approves a plan: its lines stand on the agenda of its date.
     *
     * @param store the store
     * @param plan the plan's id
     * @return the plan
     */
    public DailyPlan approve(StoreId store, String plan) {
        return acts.perform(store, PlanActs.approve(plan));
    }

    /**
     * Gives a plan back.
     *
     * @param store the store
     * @param plan the plan's id
     * @param remarks why
     * @return the plan
     * @throws io.storeops.failure.RefusedException REASON_MISSING
     */
    public DailyPlan giveBack(StoreId store, String plan, String remarks) {
        return acts.perform(store, PlanActs.giveBack(plan, remarks));
    }

    /**
     * A plan.
     *
     * @param store the store
     * @param plan the plan's id
     * @return the plan; empty if there is none
     */
    public Optional<DailyPlan> find(StoreId store, String plan) {
        return acts.look(store, PlanEntries.READ, context -> PlanEntries.PLANS.find(context, plan));
    }

    /**
     * The plans of a date.
     *
     * @param store the store
     * @param date the date in the store's zone
     * @return the plans in order of their ids
     */
    public List<DailyPlan> on(StoreId store, LocalDate date) {
        return acts.look(
                store,
                PlanEntries.READ,
                context -> context.rows()
                        .all(Query.of(DailyPlan.TABLE, store, DailyPlan.BY_DATE).where(date)));
    }

    /**
     * The lines of a plan, and the comments on it.
     *
     * @param store the store
     * @param plan the plan's id
     * @return lines and comments in the order in which they were written; a comment has no line
     */
    public List<PlanNote> notes(StoreId store, String plan) {
        return acts.look(store, PlanEntries.READ, context -> PlanNote.of(context, plan));
    }
}
