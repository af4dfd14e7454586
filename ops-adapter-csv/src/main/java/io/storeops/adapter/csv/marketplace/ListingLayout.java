package io.storeops.adapter.csv.marketplace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a row of a file is a listing: of an item, of one of its SKUs, or of both.
 *
 * @param sheet columns, units and instants
 * @param kinds what a row is of by the word in the column KIND; without that column, a row with a SKU, an option, a price or a stock is a SKU's
 * @param options what tells SKUs apart that have no id of their own
 * @param attributes what of an item is an attribute
 * @param states what other columns say of a row
 */
record ListingLayout(
        Sheet<Role> sheet, Map<String, Kind> kinds, Options options, Attributes attributes, States states) {
    /** What a column can be for a listing. */
    enum Role {
        /** The item's id. */
        ITEM,
        /** A number that stands for the id of a row that has none, as {@code id:742}. */
        NUMBER,
        /** The item of a row that is a SKU's alone. */
        PARENT,
        /** Whether the row is an item's, a SKU's or both. */
        KIND,
        /** The SKU's id. */
        SKU,
        /** The price shown. */
        PRICE,
        /** The price shown in its place, if there is one. */
        SALE_PRICE,
        /** From when that one is shown. */
        SALE_FROM,
        /** Until when; a date is included. */
        SALE_TO,
        /** The stock shown. */
        STOCK,
        /** Who counts the stock; empty if nobody does. */
        TRACKER,
        /** The currency of the price, which must be the store's. */
        CURRENCY,
        /** The item's title. */
        TITLE,
        /** Its only detail page. */
        PAGE,
        /** Its detail page for computers. */
        PAGE_PC,
        /** Its detail page for phones. */
        PAGE_WIRELESS,
        /** The SHA-256 of its images in order, with spaces between them. */
        IMAGES
    }

    /** Of whom a row is. */
    enum Kind {
        /** Of an item that has SKUs in other rows. */
        ITEM,
        /** Of a SKU, whose item is its PARENT. */
        SKU,
        /** Of an item that is its own only SKU. */
        ITEM_AND_SKU
    }

    /**
     * What tells SKUs apart that have no id of their own: they are the item and these, as in {@code mug/red/large}.
     *
     * @param columns the columns in order
     * @param none the words that say that an item has no options
     */
    record Options(List<String> columns, Set<String> none) {
        Options {
            columns = List.copyOf(columns);
            none = Set.copyOf(none);
        }
    }

    /**
     * What of an item is an attribute.
     *
     * @param columns the columns that are one each, under their own names
     * @param pairs the columns that have names of attributes, and for each the one that has its value
     */
    record Attributes(List<String> columns, Map<String, String> pairs) {
        Attributes {
            columns = List.copyOf(columns);
            pairs = Map.copyOf(pairs);
        }
    }

    /**
     * What other columns say of a row, each by the words with which it does.
     *
     * @param hidden the row is not shown to anybody, nor are the SKUs of its item
     * @param soldOut a SKU without a number of units cannot be bought
     * @param emptyStockUntracked whether else a SKU without a number of units is one that nobody counts
     */
    record States(Map<String, Set<String>> hidden, Map<String, Set<String>> soldOut, boolean emptyStockUntracked) {
        States {
            hidden = Map.copyOf(hidden);
            soldOut = Map.copyOf(soldOut);
        }
    }

    ListingLayout {
        kinds = Map.copyOf(kinds);
    }

    /** The columns that are read beside those of roles. */
    List<String> further() {
        List<String> further = new ArrayList<>(options.columns());
        further.addAll(attributes.columns());
        further.addAll(attributes.pairs().keySet());
        further.addAll(attributes.pairs().values());
        further.addAll(states.hidden().keySet());
        further.addAll(states.soldOut().keySet());
        return further;
    }

    /** Whether a role needs to know how times are written. */
    boolean timed() {
        return sheet.columns().containsKey(Role.SALE_FROM) || sheet.columns().containsKey(Role.SALE_TO);
    }

    /** The column of a role. */
    Optional<String> find(Role role) {
        return Optional.ofNullable(sheet.columns().get(role));
    }
}
