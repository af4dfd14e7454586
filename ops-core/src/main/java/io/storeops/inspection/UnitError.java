package io.storeops.inspection;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether a value was taken in another unit than its reference: exactly 100 times it, or exactly a hundredth, as fen and yuan or percent
 * and fractions are. Such a value is named, is never OK, and never becomes a reference.
 */
public final class UnitError {
    private static final long FACTOR = 100;

    private UnitError() {}

    /**
     * Compares two whole numbers of one unit.
     *
     * @param measured the value
     * @param reference what it is compared with
     * @return UNIT_ERROR_HUNDREDFOLD or UNIT_ERROR_HUNDREDTH; empty if it is neither, or one of them is not above 0
     */
    public static Optional<Phrase> between(long measured, long reference) {
        if (measured <= 0 || reference <= 0) {
            return Optional.empty();
        }
        if (measured % FACTOR == 0 && measured / FACTOR == reference) {
            return Optional.of(Phrase.UNIT_ERROR_HUNDREDFOLD);
        }
        return reference % FACTOR == 0 && reference / FACTOR == measured
                ? Optional.of(Phrase.UNIT_ERROR_HUNDREDTH)
                : Optional.empty();
    }

    /**
     * Compares two decimals of one unit.
     *
     * @param measured the value
     * @param reference what it is compared with
     * @return UNIT_ERROR_HUNDREDFOLD or UNIT_ERROR_HUNDREDTH; empty if it is neither, or one of them is not above 0
     */
    public static Optional<Phrase> between(BigDecimal measured, BigDecimal reference) {
        if (measured.signum() <= 0 || reference.signum() <= 0) {
            return Optional.empty();
        }
        if (measured.compareTo(reference.movePointRight(2)) == 0) {
            return Optional.of(Phrase.UNIT_ERROR_HUNDREDFOLD);
        }
        return measured.movePointRight(2).compareTo(reference) == 0
                ? Optional.of(Phrase.UNIT_ERROR_HUNDREDTH)
                : Optional.empty();
    }
}
