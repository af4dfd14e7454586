package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;

/**
 * What was read of the effect of an activity at an instant, since its start (R62). Never changed: what is read later is another one.
 * Immutable.
 *
 * @param store the store
 * @param activityId the activity
 * @param number 1 for the first reading of the activity, one more for each
 * @param effect what was read
 * @param read who read it, when, under which rules (R1)
 */
public record EffectReading(StoreId store, String activityId, int number, Effect effect, Stamp read) {
    private static final Column<String> ACTIVITY = Column.text("activity_id", "the activity");
    private static final Column<Integer> NUMBER = Column.count("number", "1 for the first reading, one more for each");
    private static final Column<Long> SOLD = Column.number("sold", "units sold since its start");
    private static final Column<Long> QUOTA = Column.number("quota", "units offered; absent if as many as there are");
    private static final Column<Long> BUYERS = Column.number("buyers", "paid buyers since its start");
    private static final Column<Long> VISITORS = Column.number("visitors", "visitors since its start");
    private static final ColumnGroup<Effect> EFFECT = ColumnGroup.of(Effect.class)
            .column(SOLD, Effect::sold)
            .optional(QUOTA, Effect::quota)
            .optional(BUYERS, Effect::buyers)
            .optional(VISITORS, Effect::visitors)
            .reads(row -> new Effect(row.get(SOLD), row.find(QUOTA), row.find(BUYERS), row.find(VISITORS)));
    private static final ColumnGroup<Stamp> READ =
            Stamp.columns(Column.instant("read_at", "when it was read"), Column.actor("read_by", "who read it"));

    /** The table of readings, append-only. */
    public static final Table<EffectReading> TABLE = Table.of("effect_reading", EffectReading::store)
            .column(ACTIVITY, EffectReading::activityId)
            .column(NUMBER, EffectReading::number)
            .group(EFFECT, EffectReading::effect)
            .group(READ, EffectReading::read)
            .key(ACTIVITY, NUMBER)
            .appendOnly()
            .reads(row ->
                    new EffectReading(row.store(), row.get(ACTIVITY), row.get(NUMBER), row.get(EFFECT), row.get(READ)));

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public EffectReading {
        requireNonNull(store, "store");
        requireNonNull(activityId, "activityId");
        requireNonNull(effect, "effect");
        requireNonNull(read, "read");
        if (number < 1) {
            throw new IllegalArgumentException("The number of a reading is 1 or more, not " + number);
        }
    }
}
