package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.inspection.RuleKey;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.Instant;

/**
 * The last run of a rule that was judged: what the next is compared with (D5).
 *
 * @param store the store
 * @param rule the rule
 * @param asOf of which instant its source spoke
 * @param checked how many listings that gave
 * @param subjects the hash of the ids of whatever was judged
 */
record SeenRun(StoreId store, RuleKey rule, Instant asOf, long checked, Sha256 subjects) {
    private static final Column<Instant> AS_OF = Column.instant("as_of", "of which instant its source spoke");
    private static final Column<Long> CHECKED = Column.number("checked", "how many listings that gave");
    private static final Column<Sha256> SUBJECTS = Column.text("subjects", "the hash of the ids of what was judged")
            .as(Sha256.class, Sha256::parse, Sha256::toString);

    static final Table<SeenRun> TABLE = Table.of("inspection_run", SeenRun::store)
            .column(AnomalyKey.RULE, SeenRun::rule)
            .column(AS_OF, SeenRun::asOf)
            .column(CHECKED, SeenRun::checked)
            .column(SUBJECTS, SeenRun::subjects)
            .key(AnomalyKey.RULE)
            .reads(row -> new SeenRun(
                    row.store(), row.get(AnomalyKey.RULE), row.get(AS_OF), row.get(CHECKED), row.get(SUBJECTS)));

    SeenRun {
        requireNonNull(store, "store");
        requireNonNull(rule, "rule");
        requireNonNull(asOf, "asOf");
        requireNonNull(subjects, "subjects");
    }
}
