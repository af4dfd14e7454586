package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.position.Baselines;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A base value that was set for a store from an instant on, in the place of the roster's; what was before is judged by what counted then
 * (D92). Immutable.
 *
 * @param store the store
 * @param key which base value
 * @param from from when it counts
 * @param value the value, 0 or more, with at most 12 digits before and after the point
 * @param set who set it, when, under which rules (R1)
 */
public record Baseline(StoreId store, BaselineKey key, Instant from, BigDecimal value, Stamp set) {
    private static final int DIGITS = 12;
    private static final Column<BaselineKey> KEY =
            Column.constant("baseline", "which base value, as in REFUND_RATE", BaselineKey.class);
    private static final Column<Instant> FROM = Column.instant("effective_from", "from when it counts");
    private static final Column<BigDecimal> VALUE = Column.decimal("base_value", "the value");
    private static final ColumnGroup<Stamp> SET =
            Stamp.columns(Column.instant("set_at", "when it was set"), Column.actor("set_by", "who set it"));

    /** The table of base values. */
    public static final Table<Baseline> TABLE = Table.of("baseline", Baseline::store)
            .column(KEY, Baseline::key)
            .column(FROM, Baseline::from)
            .column(VALUE, Baseline::value)
            .group(SET, Baseline::set)
            .key(KEY, FROM)
            .reads(row -> new Baseline(row.store(), row.get(KEY), row.get(FROM), row.get(VALUE), row.get(SET)));

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is negative, or has more digits or decimals
     */
    public Baseline {
        requireNonNull(store, "store");
        requireNonNull(key, "key");
        requireNonNull(from, "from");
        requireNonNull(set, "set");
        requireValue(key, value);
    }

    static void requireValue(BaselineKey key, BigDecimal value) {
        if (value.signum() < 0
                || value.scale() < 0
                || value.scale() > DIGITS
                || value.precision() - value.scale() > DIGITS) {
            throw new IllegalArgumentException("The base value " + key + " is 0 or more, with at most " + DIGITS
                    + " digits before and after the point, not " + value);
        }
    }

    /**
     * The base value that counts at an instant: the one set last, or else that of the roster which judges the date.
     *
     * @param context the store, its rows and its rosters
     * @param key which base value
     * @param at the instant
     * @return the value; empty if neither says anything
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Optional<BigDecimal> at(Context context, BaselineKey key, Instant at) {
        return key.in(allAt(context, at));
    }

    /**
     * All base values that count at an instant, as rules take them (D92): those of the roster which judges the date, and in their place
     * what was set since.
     *
     * @param context the store, its rows and its rosters
     * @param at the instant
     * @return the base values
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Baselines allAt(Context context, Instant at) {
        Baselines all = context.rosterOn(at.atZone(context.store().zone()).toLocalDate())
                .baselines();
        for (BaselineKey key : BaselineKey.values()) {
            Optional<Baseline> set = setAt(context, key, at);
            if (set.isPresent()) {
                all = key.set(all, set.get().value());
            }
        }
        return all;
    }

    private static Optional<Baseline> setAt(Context context, BaselineKey key, Instant at) {
        return context.rows()
                .last(Query.of(TABLE, context.store().id()).where(key).to(at.plus(1, ChronoUnit.MICROS)));
    }
}
