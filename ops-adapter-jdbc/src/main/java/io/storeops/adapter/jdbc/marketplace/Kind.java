package io.storeops.adapter.jdbc.marketplace;

import static io.storeops.adapter.jdbc.marketplace.Family.BOOLEAN;
import static io.storeops.adapter.jdbc.marketplace.Family.DATE;
import static io.storeops.adapter.jdbc.marketplace.Family.DECIMAL;
import static io.storeops.adapter.jdbc.marketplace.Family.INEXACT;
import static io.storeops.adapter.jdbc.marketplace.Family.INSTANT;
import static io.storeops.adapter.jdbc.marketplace.Family.INTEGER;
import static io.storeops.adapter.jdbc.marketplace.Family.LOCAL_TIME;
import static io.storeops.adapter.jdbc.marketplace.Family.TEXT;
import static io.storeops.adapter.jdbc.marketplace.Family.UUID;

import java.util.List;
import java.util.stream.Collectors;

/** What a role takes a result column for, and so which types it accepts. */
enum Kind {
    ID("CAST it to VARCHAR in the SELECT"),
    WORD("CAST it to VARCHAR in the SELECT"),
    WORDS("CAST it to VARCHAR in the SELECT"),
    AMOUNT("CAST it to DECIMAL in the SELECT, of as many decimals as the currency has"),
    COUNT("CAST it to BIGINT in the SELECT"),
    NUMBER("CAST it to DECIMAL in the SELECT"),
    TIME("CAST it to TIMESTAMP in the SELECT"),
    MOMENT("CAST it to TIMESTAMP or DATE in the SELECT"),
    DAY("CAST it to DATE in the SELECT");

    private final String advice;

    Kind(String advice) {
        this.advice = advice;
    }

    private List<Family> families() {
        return switch (this) {
            case ID -> List.of(TEXT, INTEGER, DECIMAL, UUID);
            case WORD -> List.of(TEXT, INTEGER, BOOLEAN);
            case WORDS -> List.of(TEXT);
            case AMOUNT, COUNT, NUMBER -> List.of(INTEGER, DECIMAL);
            case TIME -> List.of(LOCAL_TIME, INSTANT);
            case MOMENT -> List.of(LOCAL_TIME, INSTANT, DATE);
            case DAY -> List.of(DATE);
        };
    }

    boolean accepts(Family family) {
        return families().contains(family);
    }

    /** Whether a column of the family is an instant only in a zone. */
    boolean needsZone(Family family) {
        return family == LOCAL_TIME || (family == DATE && this != DAY);
    }

    /** What is accepted, as in "a whole number or a decimal". */
    String accepted() {
        return families().stream().map(Family::words).collect(Collectors.joining(" or "));
    }

    /** What to do about a column of another family. */
    String advice(Family found) {
        if (found == INEXACT && (this == AMOUNT || this == NUMBER || this == COUNT)) {
            return advice + "; a floating-point number is not what was written";
        }
        return this == TIME && found == DATE
                ? "A date has no time of day, so it cannot be told which slot it belongs to; select the column with the time"
                : advice;
    }
}
