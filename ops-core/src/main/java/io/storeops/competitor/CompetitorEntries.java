package io.storeops.competitor;

import io.storeops.act.EntryPoint;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;

/** What can be done with rivals' items, and under which rights. */
final class CompetitorEntries {
    static final EntryPoint COLLECT =
            EntryPoint.act("COLLECT_COMPETITORS", List.of(Right.MAINTAIN), DataClass.COMPETITOR);

    static final EntryPoint RECORD = EntryPoint.act("RECORD_COMPETITOR", List.of(Right.MAINTAIN), DataClass.COMPETITOR);

    static final EntryPoint READ_COMPETITOR = EntryPoint.look(
            "READ_COMPETITOR",
            List.of(Right.MAINTAIN, Right.DECIDE_ANOMALY, Right.FIND_ANOMALY, Right.READ),
            DataClass.COMPETITOR);

    private CompetitorEntries() {}
}
