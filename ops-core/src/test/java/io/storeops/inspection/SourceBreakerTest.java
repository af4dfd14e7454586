package io.storeops.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.catalog.Language;
import io.storeops.position.MaintenanceRules;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D25: more than max(20, 5 % of those checked). */
class SourceBreakerTest {
    private static final SourceBreaker BREAKER = new SourceBreaker(MaintenanceRules.MassBreaker.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "20, 20, false",
        "21, 21, true",
        "20, 60, false",
        "21, 60, true",
        "20, 399, false",
        "21, 399, true",
        "20, 400, false",
        "21, 400, true",
        "21, 419, true",
        "21, 420, false",
        "22, 420, true",
        "2500, 50000, false",
        "2501, 50000, true",
        "0, 0, false"
    })
    void tripsBeyondBothNumberAndShare(long failed, long checked, boolean trips) {
        assertEquals(trips, BREAKER.limits().trips(failed, checked));
        Optional<Judgement> finding =
                BREAKER.judge(Look.complete(Said.NOW, Said.AS_OF, checked, Said.FEED), PriceRule.KEY, failed);
        assertEquals(trips, finding.isPresent());
    }

    @Test
    void isOneFindingOfTheSource() {
        Look look = Look.complete(Said.NOW, Said.AS_OF, 50_000, Said.FEED);
        Judgement finding =
                BREAKER.judge(look, RuleKey.of("PAGE", "TITLE"), 49_999).orElseThrow();
        assertEquals(RuleKey.of("INFORMATION"), finding.rule());
        assertEquals(InspectionVerdict.ANOMALY, finding.verdict());
        assertEquals(
                "49999 of 50000 listings fail the rule PAGE:TITLE at once, more than 2500.00: the source itself is wrong",
                finding.sentence(Language.ENGLISH, Said.SHANGHAI).text());
        assertEquals("SOURCE:PAGE:TITLE", SourceBreaker.subject(RuleKey.of("PAGE", "TITLE")));
        assertEquals("SOURCE:PRICE", SourceBreaker.subject(PriceRule.KEY));
    }
}
