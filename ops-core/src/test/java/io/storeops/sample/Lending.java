package io.storeops.sample;

import static io.storeops.sample.LendingModule.LOANS;

import io.storeops.act.PersonalActs;
import io.storeops.failure.Refusal;
import io.storeops.id.StoreId;
import java.time.Instant;
import java.util.Optional;

/** Lending in the hands of one person. */
public final class Lending {
    private final PersonalActs acts;

    Lending(PersonalActs acts) {
        this.acts = acts;
    }

    /**
     * Lends a thing: whoever lends it answers for it.
     *
     * @param store the store
     * @param id the loan, not used yet
     * @param due by when it is to be back
     * @return the loan, LENT
     */
    public Loan lend(StoreId store, String id, Instant due) {
        return acts.perform(
                store,
                LOANS.begin(
                        LoanEvent.LEND,
                        id,
                        (context, to) -> new Loan(store, id, context.actor(), due, to, context.stamp()),
                        due));
    }

    /**
     * Gives the borrower more time.
     *
     * @param store the store
     * @param id the loan
     * @param due the later instant
     * @return the loan, LENT
     * @throws io.storeops.failure.RefusedException NOT_LATER
     */
    public Loan extend(StoreId store, String id, Instant due) {
        return acts.perform(
                store,
                LOANS.move(LoanEvent.EXTEND, id, due)
                        .unless((context, known) -> due.isBefore(known.due())
                                ? Optional.of(new Refusal(
                                        "NOT_LATER", "it is due at " + known.due() + "; give a later instant"))
                                : Optional.empty())
                        .becoming((context, known, to) -> known.in(to, due, context.stamp())));
    }

    /**
     * Takes the thing back.
     *
     * @param store the store
     * @param id the loan
     * @return the loan, BACK
     */
    public Loan giveBack(StoreId store, String id) {
        return acts.perform(
                store,
                LOANS.move(LoanEvent.GIVE_BACK, id)
                        .becoming((context, known, to) -> known.in(to, known.due(), context.stamp())));
    }

    /**
     * Says that a lost thing turned up, and is lent on.
     *
     * @param store the store
     * @param id the loan
     * @param due by when it is to be back now
     * @return the loan, LENT
     */
    public Loan find(StoreId store, String id, Instant due) {
        return acts.perform(
                store,
                LOANS.move(LoanEvent.FIND, id, due)
                        .becoming((context, known, to) -> known.in(to, due, context.stamp())));
    }
}
