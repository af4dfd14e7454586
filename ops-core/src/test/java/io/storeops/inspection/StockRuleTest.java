package io.storeops.inspection;

import static io.storeops.inspection.InspectionVerdict.*;
import static io.storeops.inspection.Phrase.*;
import static io.storeops.inspection.Said.row;
import static io.storeops.inspection.Standing.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.inspection.StockRule.Stock;
import io.storeops.position.MaintenanceRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** D6, with the tolerance 0 and the grace of 15 minutes of the default roster unless a test says otherwise. */
class StockRuleTest {
    private static final StockRule RULE = new StockRule(MaintenanceRules.Stock.DEFAULT);
    private static final Instant MINUTES_14 = Said.AS_OF.minusSeconds(14 * 60 + 59);
    private static final Instant MINUTES_15 = Said.AS_OF.minusSeconds(15 * 60);

    static Stream<Arguments> rows() {
        return Stream.of(
                row(Stock.of(43, 45, 2), OK, CLEARED, STOCK_AGREES),
                row(Stock.of(43, 45, 2).differingSince(MINUTES_15), OK, CLEARED, STOCK_AGREES),
                row(Stock.of(0, 0, 0), OK, CLEARED, STOCK_AGREES),
                row(Stock.of(40, 45, 2), LEARNING, BROKEN, STOCK_WAITS),
                row(Stock.of(44, 45, 2), LEARNING, BROKEN, STOCK_WAITS),
                row(Stock.of(40, 45, 2).differingSince(MINUTES_14), LEARNING, BROKEN, STOCK_WAITS),
                row(Stock.of(40, 45, 2).differingSince(MINUTES_15), ANOMALY, BROKEN, STOCK_DIFFERS),
                row(Stock.of(46, 45, 2).differingSince(MINUTES_15), ANOMALY, BROKEN, STOCK_DIFFERS),
                row(Stock.of(0, 45, 2), LEARNING, BROKEN, STOCK_WAITS),
                row(Stock.of(0, 45, 2).differingSince(MINUTES_15), ANOMALY, BROKEN, STOCK_SOLD_OUT),
                row(Stock.of(0, 1, 1).differingSince(MINUTES_15), ANOMALY, BROKEN, STOCK_SOLD_OUT),
                row(Stock.of(5, 0, 0).differingSince(MINUTES_15), ANOMALY, BROKEN, STOCK_DIFFERS),
                row(Stock.of(40, 45, 2).differingSince(Said.AS_OF.plusSeconds(1)), LEARNING, BROKEN, STOCK_WAITS),
                row(Stock.of(-1, 45, 0), COULD_NOT_CHECK, UNKNOWN, NEGATIVE),
                row(Stock.of(1, -1, 0), COULD_NOT_CHECK, UNKNOWN, ERP_NEGATIVE),
                row(Stock.untracked(), OK, CLEARED, STOCK_UNTRACKED),
                row(
                        new Stock(true, OptionalLong.empty(), OptionalLong.of(45), 0, Optional.empty()),
                        COULD_NOT_CHECK,
                        UNKNOWN,
                        MISSING),
                row(
                        new Stock(true, OptionalLong.of(45), OptionalLong.empty(), 0, Optional.empty()),
                        NO_REFERENCE,
                        UNKNOWN,
                        NO_BASE),
                row(Stock.of(0, 0, Long.MAX_VALUE), LEARNING, BROKEN, STOCK_WAITS),
                row(Stock.of(Long.MAX_VALUE, 0, Long.MAX_VALUE), LEARNING, BROKEN, STOCK_WAITS));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void judges(Stock read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Said.judged(RULE, read, verdict, standing, phrase);
    }

    static Stream<Arguments> tolerances() {
        return Stream.of(
                row(Stock.of(40, 45, 2), OK, CLEARED, STOCK_AGREES),
                row(Stock.of(46, 45, 2), OK, CLEARED, STOCK_AGREES),
                row(Stock.of(39, 45, 2), ANOMALY, BROKEN, STOCK_DIFFERS),
                row(Stock.of(47, 45, 2), ANOMALY, BROKEN, STOCK_DIFFERS),
                row(Stock.of(1, 2, 0), OK, CLEARED, STOCK_AGREES),
                row(Stock.of(0, 2, 0), ANOMALY, BROKEN, STOCK_SOLD_OUT),
                row(Stock.of(Long.MAX_VALUE, Long.MAX_VALUE, 0), OK, CLEARED, STOCK_AGREES));
    }

    /** Sold out counts although the units missing are within the tolerance. */
    @ParameterizedTest
    @MethodSource("tolerances")
    void takesTheToleranceAndTheGraceOfTheRoster(
            Stock read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Said.judged(new StockRule(new MaintenanceRules.Stock(3, Duration.ZERO)), read, verdict, standing, phrase);
    }

    /** The observations of scenario C at 15:30, 15:40 and 15:45 local: the third finds it, since the first. */
    @Test
    void firesOnceItDifferedForTheGrace() {
        Streak streak = Streak.NONE;
        InspectionVerdict[] said = new InspectionVerdict[3];
        String[] instants = {"2024-10-12T07:30:00Z", "2024-10-12T07:40:00Z", "2024-10-12T07:45:00Z"};
        for (int i = 0; i < instants.length; i++) {
            Instant asOf = Instant.parse(instants[i]);
            Stock read = new Stock(true, OptionalLong.of(40), OptionalLong.of(45), 2, streak.since());
            Judgement judgement = RULE.judge(Look.complete(asOf, asOf, 60, Said.FEED), read);
            said[i] = judgement.verdict();
            streak = streak.after(judgement);
        }
        assertEquals(
                Stream.of(LEARNING, LEARNING, ANOMALY).toList(), Stream.of(said).toList());
        assertEquals(Optional.of(Said.AS_OF), streak.since());
    }

    @Test
    void tellsWhatItShouldBe() {
        Judgement judgement = RULE.judge(Said.LOOK, Stock.of(40, 45, 2).differingSince(MINUTES_15));
        assertEquals(Optional.of(new Value.Count(40)), judgement.measured());
        assertEquals(Optional.of(new Value.Count(43)), judgement.base());
    }

    @Test
    void refusesUnitsBelowNothing() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Stock.of(1, 1, -1));
        assertEquals("Units not yet in the ERP are 0 or more, not -1", refusal.getMessage());
    }
}
