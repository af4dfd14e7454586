package io.storeops.spi.several;

import io.storeops.Marketplace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a marketplace can supply, each a port of it. */
public enum Kind {
    /** Figures of boundaries. Several parts of one store may have these. */
    METRICS("metrics"),
    /** Orders. */
    ORDERS("orders"),
    /** Scores, rates, what advertising spends and penalties. */
    HEALTH("health"),
    /** What the listings show. */
    LISTINGS("listings"),
    /** Writing listings. */
    LISTING_EDITOR("listingEditor"),
    /** What the ERP can sell. */
    STOCK("stock"),
    /** The approved prices. */
    PRICE_BOOK("priceBook"),
    /** What rivals' items show. */
    COMPETITORS("competitors"),
    /** What the marketplace does with activities by itself. */
    ACTIVITIES("activities"),
    /** How its engine applies promotions. */
    PROMOTION_RULES("promotionRules");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /**
     * What a configuration calls it.
     *
     * @return the method of {@link Marketplace}, as in priceBook
     */
    public String word() {
        return word;
    }

    /**
     * The kind of a word.
     *
     * @param word as {@link #word} gives it
     * @return the kind
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public static Kind parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word
                        + "' is nothing that a marketplace supplies (expected one of "
                        + Arrays.stream(values()).map(Kind::word).toList() + ")"));
    }

    boolean in(Marketplace marketplace) {
        Optional<?> port = switch (this) {
            case METRICS -> marketplace.metrics();
            case ORDERS -> marketplace.orders();
            case HEALTH -> marketplace.health();
            case LISTINGS -> marketplace.listings();
            case LISTING_EDITOR -> marketplace.listingEditor();
            case STOCK -> marketplace.stock();
            case PRICE_BOOK -> marketplace.priceBook();
            case COMPETITORS -> marketplace.competitors();
            case ACTIVITIES -> marketplace.activities();
            case PROMOTION_RULES -> marketplace.promotionRules();
        };
        return port.isPresent();
    }

    /** The words of all that a marketplace supplies. */
    static List<String> wordsOf(Marketplace marketplace) {
        return Arrays.stream(values())
                .filter(kind -> kind.in(marketplace))
                .map(Kind::word)
                .toList();
    }
}
