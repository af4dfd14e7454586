package io.storeops.vetting;

import io.storeops.act.EntryPoint;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;

/** What can be looked at of proofs and commitments, and under which rights. */
final class VettingEntries {
    static final EntryPoint READ = EntryPoint.look(
            "READ_PROOFS",
            List.of(
                    Right.MAINTAIN,
                    Right.RUN_ACTIVITIES,
                    Right.JOIN_ACTIVITIES,
                    Right.INSTRUCT,
                    Right.APPROVE_ACTIVITY,
                    Right.SET_PRICE_BOOK,
                    Right.SET_FLOOR,
                    Right.READ),
            DataClass.OPERATIONS);

    private VettingEntries() {}
}
