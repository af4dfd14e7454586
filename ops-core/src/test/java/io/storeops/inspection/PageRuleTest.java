package io.storeops.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.inspection.PageRule.Content;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"PC", "WIRELESS", "IMAGE", "TITLE", "ATTRIBUTES"})
    void judgesEachMetricByItsApprovedContent(String metric) {
        PageRule rule = PageRule.of(metric);
        assertEquals("PAGE:" + metric, rule.key().toString());
        Said.judged(rule, Content.of("连衣裙 夏", "连衣裙 夏"), InspectionVerdict.OK, Standing.CLEARED, Phrase.SAME);
        Said.judged(rule, Content.of("连衣裙 夏 ", "连衣裙 夏"), InspectionVerdict.ANOMALY, Standing.BROKEN, Phrase.DIFFERENT);
        Said.judged(rule, Content.of("", "连衣裙 夏"), InspectionVerdict.ANOMALY, Standing.BROKEN, Phrase.DIFFERENT);
        Said.judged(
                rule,
                new Content(Optional.empty(), Optional.of("连衣裙 夏")),
                InspectionVerdict.COULD_NOT_CHECK,
                Standing.UNKNOWN,
                Phrase.MISSING);
        Said.judged(
                rule,
                new Content(Optional.of("连衣裙 夏"), Optional.empty()),
                InspectionVerdict.NO_REFERENCE,
                Standing.UNKNOWN,
                Phrase.NO_BASE);
    }

    @Test
    void refusesAnotherMetric() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> PageRule.of("PRICE"));
        assertEquals(
                "The rule PAGE:PRICE is not one of PAGE; its metrics: [PC, WIRELESS, IMAGE, TITLE, ATTRIBUTES]",
                refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new PageRule(RuleKey.of("STOCK", "PC")));
    }
}
