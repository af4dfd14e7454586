package io.storeops.inspection;

import io.storeops.inspection.InformationRule.Listed;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** D88: a row of a SKU that the catalogue does not know. */
class InformationRuleTest {
    private static final InformationRule RULE = new InformationRule(Optional.of(Set.of("A-RED", "B")));

    @Test
    void judgesARowByTheCatalogue() {
        Said.judged(RULE, Listed.of("A-RED"), InspectionVerdict.OK, Standing.CLEARED, Phrase.IN_CATALOGUE);
        Said.judged(RULE, Listed.of("B"), InspectionVerdict.OK, Standing.CLEARED, Phrase.IN_CATALOGUE);
        Said.judged(RULE, Listed.of("A"), InspectionVerdict.ANOMALY, Standing.BROKEN, Phrase.NOT_IN_CATALOGUE);
        Said.judged(RULE, Listed.of("a-red"), InspectionVerdict.ANOMALY, Standing.BROKEN, Phrase.NOT_IN_CATALOGUE);
        Said.judged(
                RULE,
                new Listed(Optional.empty()),
                InspectionVerdict.COULD_NOT_CHECK,
                Standing.UNKNOWN,
                Phrase.MISSING);
        Said.judged(
                new InformationRule(Optional.empty()),
                Listed.of("B"),
                InspectionVerdict.NO_REFERENCE,
                Standing.UNKNOWN,
                Phrase.NO_BASE);
    }
}
