package io.storeops.sample;

import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;

/**
 * A thing that is lent.
 *
 * @param store the store
 * @param id the loan
 * @param keeper who answers for it
 * @param due by when it is to be back
 * @param state where it stands
 * @param stamp who changed it last, when, under which rules (R1)
 */
public record Loan(StoreId store, String id, ActorId keeper, Instant due, LoanState state, Stamp stamp) {
    private static final Column<String> ID = Column.text("loan_id", "the loan");
    private static final Column<ActorId> KEEPER = Column.actor("keeper_id", "who answers for it");
    private static final Column<Instant> DUE = Column.instant("due_at", "by when it is to be back");
    private static final Column<LoanState> STATE = Column.constant("state", "where it stands", LoanState.class);
    private static final ColumnGroup<Stamp> STAMP =
            Stamp.columns(Column.instant("changed_at", "when"), Column.actor("changed_by", "who"));

    /** The access path of those that one person keeps in a state. */
    static final String BY_KEEPER = "by_keeper";

    /** The access path of those in a state, the next due first. */
    static final String BY_STATE = "by_state";

    static final Table<Loan> TABLE = Table.of("loan", Loan::store)
            .column(ID, Loan::id)
            .column(KEEPER, Loan::keeper)
            .column(DUE, Loan::due)
            .column(STATE, Loan::state)
            .group(STAMP, Loan::stamp)
            .key(ID)
            .path(BY_KEEPER, KEEPER, STATE)
            .path(BY_STATE, STATE, DUE)
            .reads(row ->
                    new Loan(row.store(), row.get(ID), row.get(KEEPER), row.get(DUE), row.get(STATE), row.get(STAMP)));

    Loan in(LoanState next, Instant until, Stamp by) {
        return new Loan(store, id, keeper, until, next, by);
    }

    Loan keptBy(ActorId next, Stamp by) {
        return new Loan(store, id, next, due, state, by);
    }
}
