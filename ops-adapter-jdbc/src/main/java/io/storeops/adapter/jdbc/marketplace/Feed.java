package io.storeops.adapter.jdbc.marketplace;

import static io.storeops.adapter.jdbc.marketplace.Role.AS_OF;
import static io.storeops.adapter.jdbc.marketplace.Role.BOUNDARY;
import static io.storeops.adapter.jdbc.marketplace.Role.BUYER;
import static io.storeops.adapter.jdbc.marketplace.Role.CURRENCY;
import static io.storeops.adapter.jdbc.marketplace.Role.DAY;
import static io.storeops.adapter.jdbc.marketplace.Role.EFFECTIVE_FROM;
import static io.storeops.adapter.jdbc.marketplace.Role.GROSS;
import static io.storeops.adapter.jdbc.marketplace.Role.IMAGES;
import static io.storeops.adapter.jdbc.marketplace.Role.ITEM;
import static io.storeops.adapter.jdbc.marketplace.Role.OBSERVED_AT;
import static io.storeops.adapter.jdbc.marketplace.Role.ORDER;
import static io.storeops.adapter.jdbc.marketplace.Role.PAGE;
import static io.storeops.adapter.jdbc.marketplace.Role.PAGE_PC;
import static io.storeops.adapter.jdbc.marketplace.Role.PAGE_WIRELESS;
import static io.storeops.adapter.jdbc.marketplace.Role.PAID_AT;
import static io.storeops.adapter.jdbc.marketplace.Role.PRICE;
import static io.storeops.adapter.jdbc.marketplace.Role.QUALITY;
import static io.storeops.adapter.jdbc.marketplace.Role.REASON;
import static io.storeops.adapter.jdbc.marketplace.Role.REFUNDED;
import static io.storeops.adapter.jdbc.marketplace.Role.SKU;
import static io.storeops.adapter.jdbc.marketplace.Role.STOCK;
import static io.storeops.adapter.jdbc.marketplace.Role.SUBJECT;
import static io.storeops.adapter.jdbc.marketplace.Role.SUBJECT_KIND;
import static io.storeops.adapter.jdbc.marketplace.Role.TITLE;
import static io.storeops.adapter.jdbc.marketplace.Role.UNITS;

import java.util.List;
import java.util.Set;

/** The feeds that a configuration can have: the roles of each, and the parameters that its statement may have beside the store's own. */
enum Feed {
    ORDERS("orders"),
    READINGS("readings"),
    STOCK_LEVELS("stock"),
    PRICE_BOOK("priceBook"),
    LISTINGS("listings"),
    HEALTH("health");

    /** The store's id. */
    static final String STORE = "store";
    /** The first instant that is asked for, compared with times of any type. */
    static final String FROM = "from";
    /** The end of what is asked for, excluded. */
    static final String TO = "to";
    /** The same as a timestamp without zone, in the configured one. */
    static final String LOCAL_FROM = "localFrom";
    /** The same as a timestamp without zone, in the configured one. */
    static final String LOCAL_TO = "localTo";
    /** The day of the boundary. */
    static final String DATE = "date";
    /** The instant at which is read. */
    static final String NOW = "now";
    /** The same as a timestamp without zone, in the configured one. */
    static final String LOCAL_NOW = "localNow";
    /** Those that are compared with times. */
    static final Set<String> TIMES = Set.of(FROM, TO, LOCAL_FROM, LOCAL_TO, NOW, LOCAL_NOW);

    private final String member;

    Feed(String member) {
        this.member = member;
    }

    /** The name in a document and in messages. */
    String member() {
        return member;
    }

    /** The roles without which a configuration is refused. */
    List<Role> needed() {
        return switch (this) {
            case ORDERS -> List.of(ORDER, PAID_AT, GROSS);
            case STOCK_LEVELS -> List.of(SKU, UNITS);
            case PRICE_BOOK -> List.of(SKU, PRICE);
            case LISTINGS -> List.of(ITEM);
            case READINGS, HEALTH -> List.of();
        };
    }

    /** The roles that a row may have. */
    List<Role> further() {
        return switch (this) {
            case ORDERS -> List.of(ITEM, REFUNDED, UNITS, CURRENCY, BUYER);
            case READINGS -> List.of(BOUNDARY, DAY, OBSERVED_AT, SUBJECT_KIND, SUBJECT, QUALITY, REASON, CURRENCY);
            case STOCK_LEVELS -> List.of(AS_OF);
            case PRICE_BOOK -> List.of(CURRENCY, EFFECTIVE_FROM, AS_OF);
            case LISTINGS -> List.of(SKU, PRICE, STOCK, CURRENCY, TITLE, PAGE, PAGE_PC, PAGE_WIRELESS, IMAGES, AS_OF);
            case HEALTH -> List.of(SUBJECT, CURRENCY, AS_OF);
        };
    }

    /** The parameters that are bound without anybody's doing. */
    List<String> parameters() {
        return switch (this) {
            case ORDERS -> List.of(STORE, FROM, TO, LOCAL_FROM, LOCAL_TO);
            case READINGS -> List.of(STORE, FROM, TO, LOCAL_FROM, LOCAL_TO, DATE);
            case STOCK_LEVELS, PRICE_BOOK, LISTINGS, HEALTH -> List.of(STORE, NOW, LOCAL_NOW);
        };
    }
}
