package io.storeops.adapter.jdbc.marketplace;

import java.util.Locale;

/** What a column can be for a row of a feed. */
enum Role {
    /** The order's id. */
    ORDER(Kind.ID),
    /** The item's id. */
    ITEM(Kind.ID),
    /** When the order was paid; NULL if it was not. */
    PAID_AT(Kind.TIME),
    /** What was paid, refunds not deducted. */
    GROSS(Kind.AMOUNT),
    /** What was given back, 0 or more. */
    REFUNDED(Kind.AMOUNT),
    /** How many units were paid, or can be sold. */
    UNITS(Kind.COUNT),
    /** Who bought; only how many there are is counted. */
    BUYER(Kind.ID),
    /** The currency of the row's amounts, which must be the store's. */
    CURRENCY(Kind.WORDS),
    /** The boundary that the row's figures stand for; without it, the one that is asked for. */
    BOUNDARY(Kind.TIME),
    /** The date whose last slot the row closes, where a row is of a whole day. */
    DAY(Kind.DAY),
    /** When the figures were read; without it, the instant of the boundary. */
    OBSERVED_AT(Kind.TIME),
    /** STORE, ITEM or COMPETITOR. */
    SUBJECT_KIND(Kind.WORDS),
    /** The subject's id; without it, the store itself. */
    SUBJECT(Kind.ID),
    /** ACTUAL or ESTIMATED. */
    QUALITY(Kind.WORDS),
    /** Why the figures are given anew; NULL for a first reading. */
    REASON(Kind.WORDS),
    /** The SKU's id. */
    SKU(Kind.ID),
    /** The price, approved or shown. */
    PRICE(Kind.AMOUNT),
    /** From when on the price is approved; a date is its beginning. */
    EFFECTIVE_FROM(Kind.MOMENT),
    /** The stock that is shown. */
    STOCK(Kind.COUNT),
    /** The title that is shown. */
    TITLE(Kind.WORDS),
    /** The detail page, where the platform has but one. */
    PAGE(Kind.WORDS),
    /** The detail page for computers. */
    PAGE_PC(Kind.WORDS),
    /** The detail page for phones. */
    PAGE_WIRELESS(Kind.WORDS),
    /** The SHA-256 of each image, with a space between two. */
    IMAGES(Kind.WORDS),
    /** Of which instant the row speaks; the earliest of all rows rules. Without it, the instant of the reading. */
    AS_OF(Kind.MOMENT);

    private final Kind kind;

    Role(Kind kind) {
        this.kind = kind;
    }

    /** What the column is taken for. */
    Kind kind() {
        return kind;
    }

    /** The name in a document: PAID_AT is paidAt. */
    String member() {
        return memberOf(this);
    }

    /** The name of a constant in a document. */
    static String memberOf(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().split("_", -1)) {
            String rest = word.substring(1).toLowerCase(Locale.ROOT);
            char first = name.isEmpty() ? Character.toLowerCase(word.charAt(0)) : word.charAt(0);
            name.append(first).append(rest);
        }
        return name.toString();
    }
}
