package io.storeops.catalog;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of an item is stocked, priced and sold by itself, as in a colour and a size of it (D88). Stock, price book, floor and writes are
 * a SKU's; figures, pages, titles and images the item's. Immutable.
 *
 * @param store the store
 * @param itemId the item's id on the marketplace
 * @param id its own id on the marketplace, as text, told apart from all SKUs and all other items of the store
 * @param code the ERP's code (商家编码); empty if nobody told
 * @param options what tells it from the item's other SKUs, by name, as in colour red and size M; copied
 * @param activeFrom the first date in the store's zone on which it is sold
 * @param activeTo the last such date, included; empty while it goes on
 */
public record Sku(
        StoreId store,
        String itemId,
        String id,
        Optional<String> code,
        SortedMap<String, String> options,
        LocalDate activeFrom,
        Optional<LocalDate> activeTo) {
    private static final Column<String> ID = Column.text("sku_id", "the id on the marketplace");
    private static final Column<String> ITEM = Column.text("item_id", "the item that it is one of");
    private static final Column<String> CODE = Column.text("erp_code", "the ERP's code; absent if nobody told");
    private static final Column<SortedMap<String, String>> OPTIONS = Column.json(
                    "options", "what tells it from the item's other SKUs, by name")
            .as(SortedMap.class, Sku::options, Sku::json);
    private static final Column<LocalDate> ACTIVE_FROM = Column.date("active_from", "first date on which it is sold");
    private static final Column<LocalDate> ACTIVE_TO =
            Column.date("active_to", "last such date, included; absent while it goes on");

    /** The table, one row each; an item that has none is itself its only SKU. */
    public static final Table<Sku> TABLE = Table.of("sku", Sku::store)
            .column(ID, Sku::id)
            .column(ITEM, Sku::itemId)
            .optional(CODE, Sku::code)
            .column(OPTIONS, Sku::options)
            .column(ACTIVE_FROM, Sku::activeFrom)
            .optional(ACTIVE_TO, Sku::activeTo)
            .key(ID)
            .keptByHand()
            .reads(row -> new Sku(
                    row.store(),
                    row.get(ITEM),
                    row.get(ID),
                    row.find(CODE),
                    row.get(OPTIONS),
                    row.get(ACTIVE_FROM),
                    row.find(ACTIVE_TO)));

    /**
     * Copies the options.
     *
     * @throws IllegalArgumentException if an id or the code breaks the rule of {@link IdText}, an option is blank, or it ends before it
     *     begins
     */
    public Sku {
        requireNonNull(store, "store");
        IdText.checked("item id", itemId);
        IdText.checked("SKU id", id);
        code.ifPresent(known -> IdText.checked("ERP code", known));
        options = ImmutableSortedMap.copyOf(options);
        for (Map.Entry<String, String> option : options.entrySet()) {
            if (option.getKey().isBlank() || option.getValue().isBlank()) {
                throw new IllegalArgumentException("SKU " + id + " has a blank option: " + options);
            }
        }
        requireNonNull(activeFrom, "activeFrom");
        if (activeTo.filter(last -> last.isBefore(activeFrom)).isPresent()) {
            throw new IllegalArgumentException(
                    "SKU " + id + " is active from " + activeFrom + " to " + activeTo.get() + ", which is earlier");
        }
    }

    /**
     * A SKU that is sold as long as its item is.
     *
     * @param item the item
     * @param id its own id on the marketplace, as text
     * @return the SKU, without code and options
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}
     */
    public static Sku of(Item item, String id) {
        return new Sku(
                item.store(),
                item.id(),
                id,
                Optional.empty(),
                ImmutableSortedMap.of(),
                item.activeFrom(),
                item.activeTo());
    }

    /**
     * The same with the ERP's code.
     *
     * @param known the code
     * @return the SKU
     * @throws IllegalArgumentException if it breaks the rule of {@link IdText}
     */
    public Sku coded(String known) {
        return new Sku(store, itemId, id, Optional.of(known), options, activeFrom, activeTo);
    }

    /**
     * The same with one more option.
     *
     * @param name as in {@code colour}
     * @param value as in {@code red}
     * @return the SKU
     * @throws IllegalArgumentException if one is blank, or the SKU has an option of that name
     */
    public Sku option(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(options);
        if (more.put(name, value) != null) {
            throw new IllegalArgumentException("SKU " + id + " has two options '" + name + "'");
        }
        return new Sku(store, itemId, id, code, more, activeFrom, activeTo);
    }

    /**
     * Whether it is sold on a date.
     *
     * @param date a date in the store's zone
     * @return true from the first to the last active date
     */
    public boolean activeOn(LocalDate date) {
        return ActiveDates.hold(date, activeFrom, activeTo);
    }

    private static SortedMap<String, String> options(Json json) {
        return JsonReader.root("options", json).texts();
    }

    private static Json json(Map<String, String> options) {
        Map<String, Json> members = new TreeMap<>();
        options.forEach((name, value) -> members.put(name, Json.of(value)));
        return Json.object(members);
    }
}
