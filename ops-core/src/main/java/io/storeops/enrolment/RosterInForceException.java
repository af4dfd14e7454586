package io.storeops.enrolment;

import io.storeops.failure.StoreOpsException;
import io.storeops.id.StoreId;
import io.storeops.position.Roster;
import java.time.LocalDate;

/** A roster would change rules that already judge a date (R2). Nothing changed. */
public class RosterInForceException extends StoreOpsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param store the store
     * @param from the effective date of the roster that was to be enrolled
     * @param ruling the roster that rules on that date
     * @param earliest the first date on which a changed roster can take effect
     */
    public RosterInForceException(StoreId store, LocalDate from, Roster ruling, LocalDate earliest) {
        super("The roster of store " + store + " effective from " + from + " would change what is ruled by version "
                + ruling.version() + ", effective from " + ruling.effectiveFrom()
                + ". Give the changed roster an effective date of " + earliest + " or later");
    }
}
