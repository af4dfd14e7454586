package io.storeops.catalog;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A rival listing that is watched (竞品). Its figures are always estimates (R19).
 *
 * @param store the store
 * @param id the id on the marketplace, as text
 * @param activeFrom the first date in the store's zone on which its figures are due
 * @param activeTo the last such date, included; empty while it goes on
 */
public record CompetitorItem(StoreId store, String id, LocalDate activeFrom, Optional<LocalDate> activeTo) {
    private static final Column<String> ID = Column.text("competitor_id", "the id on the marketplace");
    private static final Column<LocalDate> ACTIVE_FROM =
            Column.date("active_from", "first date on which figures are due");
    private static final Column<LocalDate> ACTIVE_TO =
            Column.date("active_to", "last such date, included; absent while it goes on");

    /** The table, one row each. */
    public static final Table<CompetitorItem> TABLE = Table.of("competitor", CompetitorItem::store)
            .column(ID, CompetitorItem::id)
            .column(ACTIVE_FROM, CompetitorItem::activeFrom)
            .optional(ACTIVE_TO, CompetitorItem::activeTo)
            .key(ID)
            .reads(row -> new CompetitorItem(row.store(), row.get(ID), row.get(ACTIVE_FROM), row.find(ACTIVE_TO)));

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}
     */
    public CompetitorItem {
        requireNonNull(store, "store");
        IdText.checked("competitor id", id);
        requireNonNull(activeFrom, "activeFrom");
        requireNonNull(activeTo, "activeTo");
    }

    /**
     * Whether its figures are due on a date.
     *
     * @param date a date in the store's zone
     * @return true from the first to the last active date
     */
    public boolean activeOn(LocalDate date) {
        return !date.isBefore(activeFrom)
                && activeTo.map(last -> !date.isAfter(last)).orElse(true);
    }
}
