package io.storeops.inspection;

import static io.storeops.inspection.InspectionVerdict.*;
import static io.storeops.inspection.Phrase.*;
import static io.storeops.inspection.Said.decimal;
import static io.storeops.inspection.Said.row;
import static io.storeops.inspection.Standing.*;

import io.storeops.position.HealthRules;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** D4: exact and strict. */
class RateRuleTest {
    private static final RateRule REFUNDS = new RateRule(RuleKey.of("REFUND_RATE"), Said.limits("REFUND_RATE", "0.08"));
    private static final RateRule REVIEWS = new RateRule(RuleKey.of("REVIEWS"), Said.limits("REVIEWS", "0.02"));

    static Stream<Arguments> refunds() {
        return Stream.of(
                // The figures of scenario C at 11:00 and 11:05.
                row(Tally.counted(decimal("90"), 1000), ANOMALY, BROKEN, ABOVE),
                row(Tally.counted(decimal("10"), 100), ANOMALY, BROKEN, ABOVE),
                row(Tally.counted(decimal("9"), 100), ANOMALY, BROKEN, ABOVE),
                row(Tally.counted(decimal("8"), 100), OK, CLEARED, NOT_ABOVE),
                row(Tally.counted(decimal("5"), 100), OK, CLEARED, NOT_ABOVE),
                row(Tally.counted(decimal("800001"), 10_000_000), ANOMALY, BROKEN, ABOVE),
                row(Tally.counted(decimal("120"), 100), ANOMALY, BROKEN, ABOVE),
                row(Tally.counted(decimal("2"), 20), ANOMALY, BROKEN, ABOVE),
                row(Tally.counted(decimal("1"), 20), OK, CLEARED, NOT_ABOVE),
                row(Tally.counted(decimal("19"), 19), LEARNING, UNKNOWN, SMALL_SAMPLE),
                row(Tally.counted(decimal("0"), 0), LEARNING, UNKNOWN, SMALL_SAMPLE),
                // Eight per ten thousand were counted: a hundredth of the base, and no unit error.
                row(Tally.counted(decimal("8"), 10_000), OK, CLEARED, NOT_ABOVE),
                row(Tally.stated(decimal("0.08")), OK, CLEARED, NOT_ABOVE),
                row(Tally.stated(decimal("0.0801")), ANOMALY, BROKEN, ABOVE),
                row(Tally.stated(decimal("0.0801"), 19), LEARNING, UNKNOWN, SMALL_SAMPLE),
                row(Tally.stated(decimal("8")), ANOMALY, BROKEN, UNIT_ERROR_HUNDREDFOLD),
                row(Tally.stated(decimal("0.0008")), COULD_NOT_CHECK, UNKNOWN, UNIT_ERROR_HUNDREDTH),
                row(Tally.counted(decimal("-1"), 100), COULD_NOT_CHECK, UNKNOWN, NEGATIVE),
                row(Tally.missing(), COULD_NOT_CHECK, UNKNOWN, MISSING),
                row(
                        Tally.counted(decimal("9"), 100).by("REFUNDED_AMOUNT_PER_PAID_AMOUNT", Period.ofDays(30)),
                        COULD_NOT_CHECK,
                        UNKNOWN,
                        OTHER_DEFINITION));
    }

    @ParameterizedTest
    @MethodSource("refunds")
    void judgesRefunds(Tally read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Said.judged(REFUNDS, read, verdict, standing, phrase);
    }

    static Stream<Arguments> reviews() {
        return Stream.of(
                row(Tally.counted(decimal("1"), 50), OK, CLEARED, NOT_ABOVE),
                row(Tally.counted(decimal("2"), 50), ANOMALY, BROKEN, ABOVE),
                row(Tally.counted(decimal("2"), 49), LEARNING, UNKNOWN, SMALL_SAMPLE),
                row(Tally.counted(decimal("20"), 1000), OK, CLEARED, NOT_ABOVE),
                row(Tally.counted(decimal("21"), 1000), ANOMALY, BROKEN, ABOVE),
                row(Tally.missing(), COULD_NOT_CHECK, UNKNOWN, MISSING),
                row(
                        Tally.counted(decimal("2"), 50).by("BAD_REVIEWS_PER_REVIEW", Period.ofDays(7)),
                        COULD_NOT_CHECK,
                        UNKNOWN,
                        OTHER_WINDOW));
    }

    @ParameterizedTest
    @MethodSource("reviews")
    void judgesReviews(Tally read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Said.judged(REVIEWS, read, verdict, standing, phrase);
    }

    @Test
    void hasNoReferenceWithoutABase() {
        RateRule rule = new RateRule(REVIEWS.key(), Said.limits("REVIEWS", ""));
        Said.judged(rule, Tally.counted(decimal("9"), 100), NO_REFERENCE, UNKNOWN, NO_BASE);
    }

    /** A rate that is to be high (D29, D87): bad below 0.90, recovered from 0.95 on. */
    static Stream<Arguments> inTime() {
        return Stream.of(
                row(Tally.counted(decimal("89"), 100), ANOMALY, BROKEN, BELOW),
                row(Tally.counted(decimal("90"), 100), OK, KEPT, NOT_BELOW),
                row(Tally.counted(decimal("94"), 100), OK, KEPT, NOT_BELOW),
                row(Tally.counted(decimal("95"), 100), OK, CLEARED, NOT_BELOW));
    }

    @ParameterizedTest
    @MethodSource("inTime")
    void judgesARateThatIsToBeHigh(Tally read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Limits limits = new Limits(
                HealthRules.Direction.BELOW,
                Optional.of(decimal("0.90")),
                Optional.of(decimal("0.95")),
                new HealthRules.Counting(Optional.empty(), Optional.empty(), 1, 2),
                Optional.empty());
        Said.judged(new RateRule(RuleKey.of("SENT_IN_TIME"), limits), read, verdict, standing, phrase);
    }
}
