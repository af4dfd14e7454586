package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * What a rival's figure is compared with from an instant on: what the host told, what was seen first, or what a decision names (D15).
 *
 * @param store the store
 * @param key of what
 * @param value in minor units of the store's currency, or in units
 * @param stamp who set it, from when on and under which rules (R1)
 */
record Reference(StoreId store, AnomalyKey key, long value, Stamp stamp) {
    private static final Column<Long> VALUE = Column.number("reference_value", "in minor units, or in units");
    private static final Column<Instant> FROM = Column.instant("effective_from", "from when on");
    private static final ColumnGroup<Stamp> STAMP = Stamp.columns(FROM, Column.actor("set_by", "who set it"));

    static final Table<Reference> TABLE = Table.of("anomaly_reference", Reference::store)
            .column(AnomalyKey.RULE, reference -> reference.key().rule())
            .column(AnomalyKey.SUBJECT, reference -> reference.key().subject())
            .column(VALUE, Reference::value)
            .group(STAMP, Reference::stamp)
            .key(AnomalyKey.RULE, AnomalyKey.SUBJECT, FROM)
            .reads(row -> new Reference(
                    row.store(),
                    new AnomalyKey(row.get(AnomalyKey.RULE), row.get(AnomalyKey.SUBJECT)),
                    row.get(VALUE),
                    row.get(STAMP)));

    Reference {
        requireNonNull(store, "store");
        requireNonNull(key, "key");
        requireNonNull(stamp, "stamp");
    }

    static Optional<Reference> last(Context context, AnomalyKey key) {
        return context.rows().last(Query.of(TABLE, context.store().id()).where(key.rule(), key.subject()));
    }

    /** The edit by which something else is compared with from now on. */
    static Edit<Reference> setting(Context context, AnomalyKey key, long value) {
        Reference next = new Reference(context.store().id(), key, value, context.stamp());
        return context.rows()
                .find(TABLE, TABLE.keyOf(context.store().id(), key.rule(), key.subject(), context.now()))
                .map(known -> Edit.replace(TABLE, known, next))
                .orElseGet(() -> Edit.insert(TABLE, next));
    }
}
