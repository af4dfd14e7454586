package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.inspection.Streak;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;

/**
 * The run of observations of something that was bad once (D7, D87). What was good in every look has none.
 *
 * @param store the store
 * @param key of what
 * @param streak the run
 */
record SeenStreak(StoreId store, AnomalyKey key, Streak streak) {
    private static final Column<Instant> SINCE = Column.instant("since", "the first bad one in a row");
    private static final Column<Instant> LAST_GOOD = Column.instant("last_good_at", "the last good one");
    private static final Column<Long> CLEAR = Column.number("clear", "how many in a row were clear");
    private static final Column<Instant> SEEN = Column.instant("seen_at", "the last one");
    private static final ColumnGroup<Streak> STREAK = ColumnGroup.of(Streak.class)
            .optional(SINCE, Streak::since)
            .optional(LAST_GOOD, Streak::lastGoodAt)
            .column(CLEAR, Streak::clear)
            .optional(SEEN, Streak::seenAt)
            .reads(row -> new Streak(row.find(SINCE), row.find(LAST_GOOD), row.get(CLEAR), row.find(SEEN)));

    static final Table<SeenStreak> TABLE = Table.of("inspection_streak", SeenStreak::store)
            .column(AnomalyKey.RULE, seen -> seen.key().rule())
            .column(AnomalyKey.SUBJECT, seen -> seen.key().subject())
            .group(STREAK, SeenStreak::streak)
            .key(AnomalyKey.RULE, AnomalyKey.SUBJECT)
            .reads(row -> new SeenStreak(
                    row.store(),
                    new AnomalyKey(row.get(AnomalyKey.RULE), row.get(AnomalyKey.SUBJECT)),
                    row.get(STREAK)));

    SeenStreak {
        requireNonNull(store, "store");
        requireNonNull(key, "key");
        requireNonNull(streak, "streak");
    }
}
