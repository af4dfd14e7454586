package io.storeops.figures;

import static java.util.Objects.requireNonNull;

/**
 * What became of a delivered reading, as a whole.
 *
 * @param reading the reading
 * @param taking accepted, ignored or refused
 * @param code the remark or the reason; {@link Code#NONE} for an accepted reading without remark
 * @param detail the reason in words, or which metrics were left out since another source rules for them (D70); empty without one
 */
public record Intake(Reading reading, Taking taking, Code code, String detail) {
    /** Whether a reading was taken. */
    public enum Taking {
        /** It was recorded. */
        ACCEPTED,
        /** It was known already; nothing changed (R32). */
        IGNORED,
        /** It was not recorded. */
        REFUSED
    }

    /** The remark on an accepted reading, or why one was not accepted. */
    public enum Code {
        /** Accepted without remark. */
        NONE(Taking.ACCEPTED),
        /** Accepted; arrived after the time for collecting (R29). */
        LATE(Taking.ACCEPTED),
        /**
         * Accepted as a new version of known values: with a reason (R28), or because the source proves it better, or derived it anew
         * (D75).
         */
        RESTATED(Taking.ACCEPTED),
        /** Ignored: the same was delivered before (R32). */
        DUPLICATE(Taking.IGNORED),
        /** Ignored: what the source derived before is proven better, and never gives way (D75). */
        LESS_PROVEN(Taking.IGNORED),
        /** Refused: observed before the boundary's window, or before a slot with direct values closed (R29). */
        EARLY(Taking.REFUSED),
        /** Refused: observed after the boundary's window (R29). */
        AFTER_WINDOW(Taking.REFUSED),
        /** Refused: observed after it arrived. */
        NOT_YET_OBSERVED(Taking.REFUSED),
        /** Refused: a cumulative value falls, or is still that of the day before, and no reason is given (R27, D72, D73). */
        SUSPECT(Taking.REFUSED),
        /** Refused: another value is known and no reason for a restatement is given (R32). */
        CONFLICTING(Taking.REFUSED),
        /** Refused: a restatement of something that was never read and does not fall (D72). */
        NOTHING_TO_RESTATE(Taking.REFUSED),
        /** Refused: cumulative and direct values of one subject, day and metric are never mixed (R20, D70). */
        MIXED_SEMANTICS(Taking.REFUSED),
        /** Refused: by the roster, another source rules for every metric that it carries (D70). */
        NOT_RULING(Taking.REFUSED),
        /** Refused: with it, the day's sum would exceed 64 bits. */
        TOO_LARGE(Taking.REFUSED),
        /** Refused: a rival's figures are estimates (R19). */
        NOT_ESTIMATED(Taking.REFUSED),
        /** Refused: the store does not watch this subject on this date (R17). */
        NOT_WATCHED(Taking.REFUSED),
        /** Refused: the plan has no such slot. */
        NO_SUCH_SLOT(Taking.REFUSED),
        /** Refused: no metric has a value. */
        EMPTY(Taking.REFUSED),
        /** Refused: a count or an amount is negative. */
        NEGATIVE(Taking.REFUSED);

        private final Taking taking;

        Code(Taking taking) {
            this.taking = taking;
        }

        /**
         * What the code says of the reading.
         *
         * @return accepted, ignored or refused
         */
        public Taking taking() {
            return taking;
        }
    }

    /** Checks for null. */
    public Intake {
        requireNonNull(reading, "reading");
        requireNonNull(taking, "taking");
        requireNonNull(code, "code");
        requireNonNull(detail, "detail");
    }

    static Intake of(Reading reading, Code code, String detail) {
        return new Intake(reading, code.taking(), code, detail);
    }
}
