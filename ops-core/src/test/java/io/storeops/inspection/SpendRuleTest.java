package io.storeops.inspection;

import static io.storeops.inspection.InspectionVerdict.*;
import static io.storeops.inspection.Phrase.*;
import static io.storeops.inspection.Said.cny;
import static io.storeops.inspection.Said.row;
import static io.storeops.inspection.Standing.*;

import io.storeops.catalog.Money;
import io.storeops.inspection.SpendRule.Spend;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** D4: more than the budget, of each tool; the third is one that a roster may add (D29). */
class SpendRuleTest {
    private static final Optional<Money> NONE = Optional.empty();
    private static final Optional<Period> DAY = Optional.of(Period.ofDays(1));

    private static SpendRule rule(String tool, String budget) {
        return new SpendRule(RuleKey.of(tool), Said.limits("ZHITONGCHE", budget), Said.CNY);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                row(Spend.of(cny("1000.00"), cny("1000.00")), OK, CLEARED, NOT_ABOVE),
                row(Spend.of(cny("1000.01"), cny("1000.00")), ANOMALY, BROKEN, ABOVE),
                row(Spend.of(cny("0.00"), cny("1000.00")), OK, CLEARED, NOT_ABOVE),
                row(Spend.of(cny("10.00"), cny("1000.00")), OK, CLEARED, NOT_ABOVE),
                row(Spend.of(cny("0.01"), cny("0.00")), ANOMALY, BROKEN, ABOVE),
                row(Spend.of(cny("100000.00"), cny("1000.00")), ANOMALY, BROKEN, UNIT_ERROR_HUNDREDFOLD),
                row(Spend.of(cny("-0.01"), cny("1000.00")), COULD_NOT_CHECK, UNKNOWN, NEGATIVE),
                row(Spend.of(cny("0.01"), cny("-1.00")), COULD_NOT_CHECK, UNKNOWN, NEGATIVE),
                row(Spend.of(Money.ofMinor(1, Said.USD), cny("1000.00")), COULD_NOT_CHECK, UNKNOWN, OTHER_CURRENCY),
                row(new Spend(NONE, Optional.of(cny("1.00")), DAY), COULD_NOT_CHECK, UNKNOWN, MISSING),
                row(
                        new Spend(Optional.of(cny("1.00")), Optional.of(cny("2.00")), Optional.of(Period.ofDays(7))),
                        COULD_NOT_CHECK,
                        UNKNOWN,
                        OTHER_WINDOW),
                row(new Spend(Optional.of(cny("1.00")), NONE, DAY), NO_REFERENCE, UNKNOWN, NO_BASE));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void judgesByTheBudgetOfTheTool(Spend read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Said.judged(rule("ZHITONGCHE", ""), read, verdict, standing, phrase);
        Said.judged(rule("ZUANZHAN", ""), read, verdict, standing, phrase);
        Said.judged(rule("WANXIANGTAI", ""), read, verdict, standing, phrase);
    }

    static Stream<Arguments> byTheRoster() {
        return Stream.of(
                row(new Spend(Optional.of(cny("500.00")), NONE, DAY), OK, CLEARED, NOT_ABOVE),
                row(new Spend(Optional.of(cny("500.01")), NONE, DAY), ANOMALY, BROKEN, ABOVE),
                row(
                        new Spend(Optional.of(Money.ofMinor(1, Said.USD)), NONE, DAY),
                        COULD_NOT_CHECK,
                        UNKNOWN,
                        OTHER_CURRENCY),
                row(Spend.of(cny("600.00"), cny("1000.00")), OK, CLEARED, NOT_ABOVE),
                row(Spend.of(cny("500.00"), cny("499.99")), ANOMALY, BROKEN, ABOVE));
    }

    @ParameterizedTest
    @MethodSource("byTheRoster")
    void judgesByTheRostersBudgetWhereTheToolHasNone(
            Spend read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Said.judged(rule("ZHITONGCHE", "500"), read, verdict, standing, phrase);
    }
}
