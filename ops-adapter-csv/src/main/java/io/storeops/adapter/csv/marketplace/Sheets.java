package io.storeops.adapter.csv.marketplace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How the rows of a file are states: of listings, stock, approved prices, rivals' items, the store's health.
 *
 * @param listings how a row is a listing, if it is one
 * @param stock how a row is what the ERP can sell, if it is
 * @param priceBook how a row is an approved price, if it is one
 * @param competitors how a row is a rival's item, if it is one
 * @param health how a row has indicators, if it has
 */
record Sheets(
        Optional<ListingLayout> listings,
        Optional<Sheet<StockRole>> stock,
        Optional<Sheet<BookRole>> priceBook,
        Optional<Sheet<RivalRole>> competitors,
        Optional<HealthLayout> health) {
    /** What a column can be for the ERP's stock. */
    enum StockRole {
        /** The SKU, or an item that is its only one. */
        SKU,
        /** How many units can be sold. */
        UNITS
    }

    /** What a column can be for an approved price. */
    enum BookRole {
        /** The SKU, or an item that is its only one. */
        SKU,
        /** The price. */
        PRICE,
        /** From when on it is approved; missing for as of the file. */
        EFFECTIVE_FROM,
        /** The currency of the price, which must be the store's. */
        CURRENCY
    }

    /** What a column can be for a rival's item. */
    enum RivalRole {
        /** The rival's item. */
        ITEM,
        /** When it was looked at; without this column, as of the file. */
        OBSERVED_AT,
        /** Its title. */
        TITLE,
        /** Its price. */
        PRICE,
        /** Its count of sales. */
        SALES,
        /** Its count of comments. */
        COMMENTS,
        /** The currency of the price, which must be the store's. */
        CURRENCY
    }

    /** Each of them. */
    List<Sheet<?>> all() {
        List<Sheet<?>> all = new ArrayList<>();
        listings.ifPresent(layout -> all.add(layout.sheet()));
        stock.ifPresent(all::add);
        priceBook.ifPresent(all::add);
        competitors.ifPresent(all::add);
        health.ifPresent(layout -> all.add(layout.sheet()));
        return all;
    }

    /** The columns that any of them uses. */
    Set<String> used() {
        Set<String> used = new TreeSet<>();
        for (Sheet<?> sheet : all()) {
            used.addAll(sheet.columns().values());
            sheet.asOf().column().ifPresent(used::add);
        }
        Stream.concat(
                        listings.stream().flatMap(layout -> layout.further().stream()),
                        health.stream().flatMap(layout -> layout.further().stream()))
                .forEach(used::add);
        return used;
    }

    /** Whether any of them needs to know how times are written. */
    boolean timed() {
        return all().stream().anyMatch(sheet -> sheet.asOf().column().isPresent())
                || listings.filter(ListingLayout::timed).isPresent()
                || priceBook
                        .filter(sheet -> sheet.columns().containsKey(BookRole.EFFECTIVE_FROM))
                        .isPresent()
                || competitors
                        .filter(sheet -> sheet.columns().containsKey(RivalRole.OBSERVED_AT))
                        .isPresent();
    }
}
