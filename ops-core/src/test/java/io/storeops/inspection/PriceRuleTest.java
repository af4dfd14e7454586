package io.storeops.inspection;

import static io.storeops.inspection.InspectionVerdict.*;
import static io.storeops.inspection.Phrase.*;
import static io.storeops.inspection.Said.cny;
import static io.storeops.inspection.Said.row;
import static io.storeops.inspection.Standing.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.catalog.Money;
import io.storeops.inspection.PriceRule.Price;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PriceRuleTest {
    private static final Optional<Money> NONE = Optional.empty();

    static Stream<Arguments> rows() {
        return Stream.of(
                row(Price.of(cny("129.00"), cny("129.00")), OK, CLEARED, SAME),
                row(Price.of(cny("0.00"), cny("0.00")), OK, CLEARED, SAME),
                row(Price.of(cny("128.99"), cny("129.00")), ANOMALY, BROKEN, DIFFERENT),
                row(Price.of(cny("129.01"), cny("129.00")), ANOMALY, BROKEN, DIFFERENT),
                row(Price.of(cny("0.00"), cny("129.00")), ANOMALY, BROKEN, DIFFERENT),
                row(Price.of(cny("12900.00"), cny("129.00")), ANOMALY, BROKEN, UNIT_ERROR_HUNDREDFOLD),
                row(Price.of(cny("1.29"), cny("129.00")), ANOMALY, BROKEN, UNIT_ERROR_HUNDREDTH),
                row(Price.of(cny("12900.01"), cny("129.00")), ANOMALY, BROKEN, DIFFERENT),
                row(Price.of(cny("1.29"), cny("129.50")), ANOMALY, BROKEN, DIFFERENT),
                row(Price.of(cny("-129.00"), cny("129.00")), COULD_NOT_CHECK, UNKNOWN, NEGATIVE),
                row(Price.of(Money.ofMinor(12900, Said.USD), cny("129.00")), COULD_NOT_CHECK, UNKNOWN, OTHER_CURRENCY),
                row(new Price(NONE, Optional.of(cny("129.00"))), COULD_NOT_CHECK, UNKNOWN, MISSING),
                row(new Price(Optional.of(cny("129.00")), NONE), NO_REFERENCE, UNKNOWN, NO_BASE),
                row(new Price(NONE, NONE), COULD_NOT_CHECK, UNKNOWN, MISSING));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void judges(Price read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Judgement judgement = Said.judged(new PriceRule(), read, verdict, standing, phrase);
        assertEquals(read.shown().map(Value.Amount::new), judgement.measured());
    }
}
