package io.storeops.absence;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which somebody was away (D66). Never changed; only its reason can be redacted.
 *
 * @param store the store
 * @param person who was away
 * @param from from when on, included
 * @param to until when, excluded
 * @param reason why; empty once redacted
 * @param recorded who recorded it, when, under which rules (R1)
 */
public record Absence(
        StoreId store, ActorId person, Instant from, Instant to, Optional<String> reason, Stamp recorded) {
    private static final Column<ActorId> PERSON = Column.actor("person_id", "who was away");
    private static final Column<Instant> FROM = Column.instant("away_from", "from when on, included");
    private static final Column<Instant> TO = Column.instant("away_to", "until when, excluded");
    private static final Column<String> REASON = Column.text("reason", "why");
    private static final ColumnGroup<Stamp> RECORDED =
            Stamp.columns(Column.instant("recorded_at", "when"), Column.actor("recorded_by", "who recorded it"));

    static final Table<Absence> TABLE = Table.of("absence", Absence::store)
            .column(PERSON, Absence::person)
            .column(FROM, Absence::from)
            .column(TO, Absence::to)
            .personal(REASON, Absence::reason)
            .group(RECORDED, Absence::recorded)
            .key(PERSON, FROM)
            .appendOnly()
            .reads(row -> new Absence(
                    row.store(), row.get(PERSON), row.get(FROM), row.get(TO), row.find(REASON), row.get(RECORDED)));

    /**
     * Checks the order of the instants.
     *
     * @throws IllegalArgumentException if it does not end after it begins
     */
    public Absence {
        requireNonNull(store, "store");
        requireNonNull(person, "person");
        requireNonNull(reason, "reason");
        requireNonNull(recorded, "recorded");
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException(
                    "The absence of " + person + " begins at " + from + " and would end at " + to);
        }
    }

    /**
     * Whether the person was away at an instant.
     *
     * @param at the instant
     * @return true from its beginning until before its end
     */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
