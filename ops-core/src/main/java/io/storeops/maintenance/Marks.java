package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.Optional;

/**
 * What the engine did about an episode, each at most once (D23). Immutable.
 *
 * @param remindedAt when it reminded whoever decides
 * @param steppedUpAt when it told the next superior
 * @param overdueAt when it said that nobody had acted in time
 */
public record Marks(Optional<Instant> remindedAt, Optional<Instant> steppedUpAt, Optional<Instant> overdueAt) {
    private static final Column<Instant> REMINDED = Column.instant("reminded_at", "when the engine reminded");
    private static final Column<Instant> STEPPED = Column.instant("stepped_up_at", "when the next superior was told");
    private static final Column<Instant> OVERDUE = Column.instant("overdue_at", "when it was called overdue");

    static final ColumnGroup<Marks> COLUMNS = ColumnGroup.of(Marks.class)
            .optional(REMINDED, Marks::remindedAt)
            .optional(STEPPED, Marks::steppedUpAt)
            .optional(OVERDUE, Marks::overdueAt)
            .reads(row -> new Marks(row.find(REMINDED), row.find(STEPPED), row.find(OVERDUE)));

    static final Marks NONE = new Marks(Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks for null. */
    public Marks {
        requireNonNull(remindedAt, "remindedAt");
        requireNonNull(steppedUpAt, "steppedUpAt");
        requireNonNull(overdueAt, "overdueAt");
    }

    Marks reminded(Instant at) {
        return new Marks(Optional.of(at), steppedUpAt, overdueAt);
    }

    Marks steppedUp(Instant at) {
        return new Marks(remindedAt, Optional.of(at), overdueAt);
    }

    Marks overdue(Instant at) {
        return new Marks(remindedAt, steppedUpAt, Optional.of(at));
    }
}
