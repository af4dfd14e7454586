package io.storeops.inspection;

import static io.storeops.inspection.InspectionVerdict.*;
import static io.storeops.inspection.Phrase.*;
import static io.storeops.inspection.Said.cny;
import static io.storeops.inspection.Said.decimal;
import static io.storeops.inspection.Said.row;
import static io.storeops.inspection.Standing.*;

import io.storeops.catalog.Money;
import io.storeops.inspection.CompetitorPriceRule.Price;
import io.storeops.inspection.CompetitorSalesRule.Sales;
import io.storeops.inspection.CompetitorTitleRule.Title;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompetitorRulesTest {
    private static final CompetitorPriceRule PRICE = new CompetitorPriceRule(Optional.of(decimal("0.10")));
    private static final CompetitorSalesRule SALES = new CompetitorSalesRule(Optional.of(decimal("0.50")));

    /** D4: |new - reference| / reference >= 0.10. */
    static Stream<Arguments> prices() {
        return Stream.of(
                row(Price.of(cny("90.00"), cny("100.00")), ANOMALY, BROKEN, MOVED),
                row(Price.of(cny("90.01"), cny("100.00")), OK, CLEARED, MOVED_LITTLE),
                row(Price.of(cny("110.00"), cny("100.00")), ANOMALY, BROKEN, MOVED),
                row(Price.of(cny("109.99"), cny("100.00")), OK, CLEARED, MOVED_LITTLE),
                row(Price.of(cny("100.00"), cny("100.00")), OK, CLEARED, MOVED_LITTLE),
                // The figures of scenario C: 85.50 of 95.00 is 10 %, 81.00 of a new reference of 85.50 is 5.26 %.
                row(Price.of(cny("85.50"), cny("95.00")), ANOMALY, BROKEN, MOVED),
                row(Price.of(cny("81.00"), cny("85.50")), OK, CLEARED, MOVED_LITTLE),
                // 3.33 of 3.70 is 10 %, and 0.1 has no end in binary.
                row(Price.of(cny("3.33"), cny("3.70")), ANOMALY, BROKEN, MOVED),
                row(Price.of(cny("0.00"), cny("100.00")), ANOMALY, BROKEN, MOVED),
                row(Price.of(cny("10000.00"), cny("100.00")), ANOMALY, BROKEN, UNIT_ERROR_HUNDREDFOLD),
                row(Price.of(cny("1.00"), cny("100.00")), ANOMALY, BROKEN, UNIT_ERROR_HUNDREDTH),
                row(Price.of(cny("-1.00"), cny("100.00")), COULD_NOT_CHECK, UNKNOWN, NEGATIVE),
                row(Price.of(Money.ofMinor(1, Said.USD), cny("1.00")), COULD_NOT_CHECK, UNKNOWN, OTHER_CURRENCY),
                row(new Price(Optional.empty(), Optional.of(cny("1.00"))), COULD_NOT_CHECK, UNKNOWN, MISSING),
                row(new Price(Optional.of(cny("1.00")), Optional.empty()), NO_REFERENCE, UNKNOWN, NO_BASE),
                row(Price.of(cny("1.00"), cny("0.00")), NO_REFERENCE, UNKNOWN, NO_BASE));
    }

    @ParameterizedTest
    @MethodSource("prices")
    void judgesPrices(Price read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Said.judged(PRICE, read, verdict, standing, phrase);
    }

    static Stream<Arguments> sales() {
        return Stream.of(
                row(Sales.of(150, 100), ANOMALY, BROKEN, MOVED),
                row(Sales.of(149, 100), OK, CLEARED, MOVED_LITTLE),
                row(Sales.of(100, 100), OK, CLEARED, MOVED_LITTLE),
                row(Sales.of(99, 100), COULD_NOT_CHECK, UNKNOWN, COUNTER_FELL),
                row(Sales.of(0, 100), COULD_NOT_CHECK, UNKNOWN, COUNTER_FELL),
                row(Sales.of(10_000, 100), ANOMALY, BROKEN, UNIT_ERROR_HUNDREDFOLD),
                row(Sales.of(1, 100), COULD_NOT_CHECK, UNKNOWN, UNIT_ERROR_HUNDREDTH),
                row(Sales.of(-1, 100), COULD_NOT_CHECK, UNKNOWN, NEGATIVE),
                row(new Sales(OptionalLong.empty(), OptionalLong.of(100)), COULD_NOT_CHECK, UNKNOWN, MISSING),
                row(new Sales(OptionalLong.of(100), OptionalLong.empty()), NO_REFERENCE, UNKNOWN, NO_BASE),
                row(Sales.of(5, 0), NO_REFERENCE, UNKNOWN, NO_BASE));
    }

    @ParameterizedTest
    @MethodSource("sales")
    void judgesSales(Sales read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Said.judged(SALES, read, verdict, standing, phrase);
    }

    static Stream<Arguments> titles() {
        return Stream.of(
                row(Title.of("口红", "口红"), OK, CLEARED, SAME),
                row(Title.of("口红 新款", "口红"), ANOMALY, BROKEN, DIFFERENT),
                row(new Title(Optional.empty(), Optional.of("口红")), COULD_NOT_CHECK, UNKNOWN, MISSING),
                row(new Title(Optional.of("口红"), Optional.empty()), NO_REFERENCE, UNKNOWN, NO_BASE));
    }

    @ParameterizedTest
    @MethodSource("titles")
    void judgesTitles(Title read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Said.judged(new CompetitorTitleRule(), read, verdict, standing, phrase);
    }

    @Test
    void hasNoReferenceWhereTheRosterNamesNoMove() {
        Said.judged(
                new CompetitorPriceRule(Optional.empty()),
                Price.of(cny("1.00"), cny("2.00")),
                NO_REFERENCE,
                UNKNOWN,
                NO_BASE);
        Said.judged(new CompetitorSalesRule(Optional.empty()), Sales.of(2, 1), NO_REFERENCE, UNKNOWN, NO_BASE);
    }
}
