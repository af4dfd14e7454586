package io.storeops.inspection;

import static io.storeops.inspection.InspectionVerdict.*;
import static io.storeops.inspection.Phrase.*;
import static io.storeops.inspection.Said.decimal;
import static io.storeops.inspection.Said.row;
import static io.storeops.inspection.Standing.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.position.HealthRules;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R46, D4, with the base 4.80, 2 decimals and 20 votes at least. */
class ScoreRuleTest {
    private static final ScoreRule RULE = new ScoreRule(RuleKey.of("DSR", "DESCRIPTION"), Said.limits("DSR", "4.80"));

    static Stream<Arguments> rows() {
        return Stream.of(
                // 4.795 is 4.80 once rounded; 4.7949... is 4.79.
                row(Tally.counted(decimal("959"), 200), OK, CLEARED, NOT_BELOW),
                row(Tally.counted(decimal("9589"), 2000), ANOMALY, BROKEN, BELOW),
                row(Tally.counted(decimal("960"), 200), OK, CLEARED, NOT_BELOW),
                row(Tally.counted(decimal("1000"), 200), OK, CLEARED, NOT_BELOW),
                // One vote of 1 among 19 of 5 is 4.80 of 20 votes, and 4.79 of 19.
                row(Tally.counted(decimal("96"), 20), OK, CLEARED, NOT_BELOW),
                row(Tally.counted(decimal("95"), 20), ANOMALY, BROKEN, BELOW),
                row(Tally.counted(decimal("91"), 19), LEARNING, UNKNOWN, SMALL_SAMPLE),
                row(Tally.counted(decimal("0"), 0), LEARNING, UNKNOWN, SMALL_SAMPLE),
                row(Tally.stated(decimal("4.79")), ANOMALY, BROKEN, BELOW),
                row(Tally.stated(decimal("4.795")), OK, CLEARED, NOT_BELOW),
                row(Tally.stated(decimal("4.79499")), ANOMALY, BROKEN, BELOW),
                row(Tally.stated(decimal("4.8")), OK, CLEARED, NOT_BELOW),
                row(Tally.stated(decimal("4.79"), 19), LEARNING, UNKNOWN, SMALL_SAMPLE),
                row(Tally.stated(decimal("4.79"), 20), ANOMALY, BROKEN, BELOW),
                row(Tally.stated(decimal("480")), COULD_NOT_CHECK, UNKNOWN, UNIT_ERROR_HUNDREDFOLD),
                row(Tally.stated(decimal("0.048")), ANOMALY, BROKEN, UNIT_ERROR_HUNDREDTH),
                row(Tally.stated(decimal("-4.80")), COULD_NOT_CHECK, UNKNOWN, NEGATIVE),
                row(Tally.missing(), COULD_NOT_CHECK, UNKNOWN, MISSING),
                row(Tally.stated(decimal("4.9")).by("MEAN_OF_VOTES", Period.ofMonths(6)), OK, CLEARED, NOT_BELOW),
                row(
                        Tally.stated(decimal("4.9")).by("SHARE_OF_FIVES", Period.ofMonths(6)),
                        COULD_NOT_CHECK,
                        UNKNOWN,
                        OTHER_DEFINITION),
                row(
                        Tally.stated(decimal("4.9")).by("MEAN_OF_VOTES", Period.ofDays(30)),
                        COULD_NOT_CHECK,
                        UNKNOWN,
                        OTHER_WINDOW));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void judges(Tally read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Said.judged(RULE, read, verdict, standing, phrase);
    }

    @Test
    void hasNoReferenceWithoutABase() {
        ScoreRule rule = new ScoreRule(RULE.key(), Said.limits("DSR", ""));
        Said.judged(rule, Tally.counted(decimal("10"), 200), NO_REFERENCE, UNKNOWN, NO_BASE);
        Said.judged(rule, Tally.counted(decimal("0"), 0), NO_REFERENCE, UNKNOWN, NO_BASE);
    }

    @Test
    void takesAWindowOfTheSameLength() {
        Limits limits = new Limits(
                HealthRules.Direction.BELOW,
                Optional.of(decimal("4.80")),
                Optional.empty(),
                new HealthRules.Counting(Optional.empty(), Optional.empty(), 1, 2),
                Optional.of(Period.ofYears(1)));
        ScoreRule rule = new ScoreRule(RULE.key(), limits);
        Said.judged(rule, Tally.stated(decimal("4.9")).by("ANY", Period.ofMonths(12)), OK, CLEARED, NOT_BELOW);
        Said.judged(
                rule,
                Tally.stated(decimal("4.9")).by("ANY", Period.ofMonths(11)),
                COULD_NOT_CHECK,
                UNKNOWN,
                OTHER_WINDOW);
    }

    /** A score of tomorrow (D29, D87): one decimal, bad below 4.5, recovered from 4.7 on. */
    static Stream<Arguments> clearing() {
        return Stream.of(
                row(Tally.stated(decimal("4.44")), ANOMALY, BROKEN, BELOW),
                row(Tally.stated(decimal("4.45")), OK, KEPT, NOT_BELOW),
                row(Tally.stated(decimal("4.64")), OK, KEPT, NOT_BELOW),
                row(Tally.stated(decimal("4.65")), OK, CLEARED, NOT_BELOW));
    }

    @ParameterizedTest
    @MethodSource("clearing")
    void isClearedBeyondTheClearingValueOnly(Tally read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Limits limits = new Limits(
                HealthRules.Direction.BELOW,
                Optional.of(decimal("4.5")),
                Optional.of(decimal("4.7")),
                new HealthRules.Counting(Optional.empty(), Optional.empty(), 1, 1),
                Optional.empty());
        Said.judged(new ScoreRule(RuleKey.of("EXPERIENCE"), limits), read, verdict, standing, phrase);
    }

    /** A base that was raised above the clearing value takes it with it. */
    @Test
    void isNeverClearedWhileItIsBad() {
        Limits limits = new Limits(
                HealthRules.Direction.BELOW,
                Optional.of(decimal("4.8")),
                Optional.of(decimal("4.7")),
                new HealthRules.Counting(Optional.empty(), Optional.empty(), 1, 2),
                Optional.empty());
        ScoreRule rule = new ScoreRule(RULE.key(), limits);
        Said.judged(rule, Tally.stated(decimal("4.75")), ANOMALY, BROKEN, BELOW);
        Said.judged(rule, Tally.stated(decimal("4.80")), OK, CLEARED, NOT_BELOW);
    }

    @Test
    void measuresTheRoundedScore() {
        assertEquals(
                Optional.of(new Value.Decimal(decimal("4.79"))),
                RULE.judge(Said.LOOK, Tally.counted(decimal("9589"), 2000)).measured());
    }
}
