package io.storeops.listing;

import java.math.BigDecimal;
import java.util.Optional;

/** Why a new approved price waits for somebody else (D26). */
public enum HoldReason {
    /** It is below the floor of its SKU. */
    BELOW_FLOOR,
    /** It is further away from the approved price than the roster's {@code priceGuard} lets one person go. */
    BEYOND_GUARD;

    /**
     * Whether a new price is held, and why. Restoring the approved price never is.
     *
     * @param priceMinor the new price in minor units
     * @param approvedMinor the price that is approved; empty if there is none yet
     * @param floorMinor the floor; empty if there is none (D39)
     * @param guard the share of the approved price by which the new one may differ; exactly that much is not too much
     * @return the reason, the floor first; empty if the price is not held
     */
    static Optional<HoldReason> of(
            long priceMinor, Optional<Long> approvedMinor, Optional<Long> floorMinor, BigDecimal guard) {
        if (approvedMinor.filter(approved -> approved == priceMinor).isPresent()) {
            return Optional.empty();
        }
        if (floorMinor.filter(floor -> priceMinor < floor).isPresent()) {
            return Optional.of(BELOW_FLOOR);
        }
        return approvedMinor
                .filter(approved -> BigDecimal.valueOf(priceMinor)
                                .subtract(BigDecimal.valueOf(approved))
                                .abs()
                                .compareTo(guard.multiply(BigDecimal.valueOf(approved)))
                        > 0)
                .map(approved -> BEYOND_GUARD);
    }
}
