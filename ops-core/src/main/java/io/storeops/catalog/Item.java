package io.storeops.catalog;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One product listing of ours (单品) whose figures are collected.
 *
 * @param store the store
 * @param id the id on the marketplace, as text
 * @param title what the marketplace shows as its title (标题); empty if nobody told
 * @param activeFrom the first date in the store's zone on which its figures are due
 * @param activeTo the last such date, included; empty while it goes on
 */
public record Item(
        StoreId store, String id, Optional<String> title, LocalDate activeFrom, Optional<LocalDate> activeTo) {
    private static final Column<String> ID = Column.text("item_id", "the id on the marketplace");
    private static final Column<String> TITLE =
            Column.text("title", "the title that the marketplace shows; absent if nobody told");
    private static final Column<LocalDate> ACTIVE_FROM =
            Column.date("active_from", "first date on which figures are due");
    private static final Column<LocalDate> ACTIVE_TO =
            Column.date("active_to", "last such date, included; absent while it goes on");

    /** The table, one row each. */
    public static final Table<Item> TABLE = Table.of("item", Item::store)
            .column(ID, Item::id)
            .optional(TITLE, Item::title)
            .column(ACTIVE_FROM, Item::activeFrom)
            .optional(ACTIVE_TO, Item::activeTo)
            .key(ID)
            .keptByHand()
            .reads(row ->
                    new Item(row.store(), row.get(ID), row.find(TITLE), row.get(ACTIVE_FROM), row.find(ACTIVE_TO)));

    /**
     * Checks the id and the title.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or the title is blank
     */
    public Item {
        requireNonNull(store, "store");
        IdText.checked("item id", id);
        if (title.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("The title of item " + id + " is blank; leave it out instead");
        }
        requireNonNull(activeFrom, "activeFrom");
        requireNonNull(activeTo, "activeTo");
    }

    /**
     * An item without a title.
     *
     * @param store the store
     * @param id the id on the marketplace, as text
     * @param activeFrom the first date in the store's zone on which its figures are due
     * @param activeTo the last such date, included; empty while it goes on
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}
     */
    public Item(StoreId store, String id, LocalDate activeFrom, Optional<LocalDate> activeTo) {
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
