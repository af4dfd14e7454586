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
 * @param title what the marketplace shows as its title (标题); empty if nobody told
 * @param activeFrom the first date in the store's zone on which its figures are due
 * @param activeTo the last such date, included; empty while it goes on
 */
public record CompetitorItem(
        StoreId store, String id, Optional<String> title, LocalDate activeFrom, Optional<LocalDate> activeTo) {
    private static final Column<String> ID = Column.text("competitor_id", "the id on the marketplace");
    private static final Column<String> TITLE =
            Column.text("title", "the title that the marketplace shows; absent if nobody told");
    private static final Column<LocalDate> ACTIVE_FROM =
            Column.date("active_from", "first date on which figures are due");
    private static final Column<LocalDate> ACTIVE_TO =
            Column.date("active_to", "last such date, included; absent while it goes on");

    /** The table, one row each. */
    public static final Table<CompetitorItem> TABLE = Table.of("competitor", CompetitorItem::store)
            .column(ID, CompetitorItem::id)
            .optional(TITLE, CompetitorItem::title)
            .column(ACTIVE_FROM, CompetitorItem::activeFrom)
            .optional(ACTIVE_TO, CompetitorItem::activeTo)
            .key(ID)
            .keptByHand()
            .reads(row -> new CompetitorItem(
                    row.store(), row.get(ID), row.find(TITLE), row.get(ACTIVE_FROM), row.find(ACTIVE_TO)));

    /**
     * Checks the id and the title.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or the title is blank
     */
    public CompetitorItem {
        requireNonNull(store, "store");
        IdText.checked("competitor id", id);
        if (title.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("The title of competitor " + id + " is blank; leave it out instead");
        }
        requireNonNull(activeFrom, "activeFrom");
        requireNonNull(activeTo, "activeTo");
    }

    /**
     * A rival's item without a title.
     *
     * @param store the store
     * @param id the id on the marketplace, as text
     * @param activeFrom the first date in the store's zone on which its figures are due
     * @param activeTo the last such date, included; empty while it goes on
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}
     */
    public CompetitorItem(StoreId store, String id, LocalDate activeFrom, Optional<LocalDate> activeTo) {
        this(store, id, Optional.empty(), activeFrom, activeTo);
    }

    /**
     * Whether its figures are due on a date.
     *
     * @param date a date in the store's zone
     * @return true from the first to the last active date
     */
    public boolean activeOn(LocalDate date) {
        return ActiveDates.hold(date, activeFrom, activeTo);
    }
}
