package io.storeops.source;

import io.storeops.storage.Column;

/** The kinds of sources whose looks are kept. A store has at most one of each. */
public enum Source {
    /** What the listings show. */
    LISTINGS,
    /** What the ERP can sell. */
    STOCK,
    /** The approved prices. */
    PRICE_BOOK,
    /** What rivals' items show. */
    COMPETITORS,
    /** The store's scores, rates, spend and penalties, from its feed or read by a person. */
    HEALTH;

    /** The column of a source, the same in every table that has one. */
    static final Column<Source> COLUMN = Column.constant("source", "which source, as in LISTINGS", Source.class);
}
