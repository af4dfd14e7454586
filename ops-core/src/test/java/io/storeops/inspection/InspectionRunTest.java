package io.storeops.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.catalog.Money;
import io.storeops.feed.Coverage;
import io.storeops.inspection.PriceRule.Price;
import io.storeops.position.MaintenanceRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InspectionRunTest {
    private static final SourceBreaker BREAKER = new SourceBreaker(MaintenanceRules.MassBreaker.DEFAULT);

    /** Listings of which the price book says the price of another one, as far as they are wrong. */
    private static Map<String, Price> listings(int count, int wrong) {
        Map<String, Price> listings = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Money shown = Money.ofMinor(1000 + i, Said.CNY);
            Money approved = Money.ofMinor(1000 + i + (i < wrong ? 1 : 0), Said.CNY);
            listings.put("L" + i, Price.of(shown, approved));
        }
        return listings;
    }

    private static InspectionRun run(int count, int wrong) {
        return InspectionRun.of(
                Look.complete(Said.NOW, Said.AS_OF, count, Said.FEED),
                new PriceRule(),
                BREAKER,
                listings(count, wrong));
    }

    private static long anomalies(InspectionRun run) {
        return run.single().values().stream()
                .filter(judgement -> judgement.verdict() == InspectionVerdict.ANOMALY)
                .count();
    }

    /** 50,000 listings against a price book that is shifted by one row. */
    @Test
    void isOneFindingWhereTheSourceIsWrong() {
        InspectionRun run = run(50_000, 50_000);
        assertEquals(Phrase.SOURCE_WRONG, run.whole().orElseThrow().phrase());
        assertEquals(Map.of(), run.single());
    }

    /** Scenario C, 16:00: 60 listings of which 21 fail; 20 are still anomalies of their own. */
    @Test
    void isAJudgementASubjectUpToTheLimit() {
        assertEquals(
                InspectionVerdict.ANOMALY, run(60, 21).whole().orElseThrow().verdict());
        InspectionRun single = run(60, 20);
        assertEquals(Optional.empty(), single.whole());
        assertEquals(60, single.single().size());
        assertEquals(20, anomalies(single));
        assertEquals(
                List.of("L0", "L1", "L2"),
                single.single().keySet().stream().limit(3).toList());
    }

    @Test
    void saysNothingOfSubjectsWhereTheSourceCannotBeJudgedBy() {
        Look partial = Said.look("2024-10-12T07:30:00Z", Coverage.PARTIAL, 60, 60);
        InspectionRun run = InspectionRun.of(partial, new PriceRule(), BREAKER, listings(60, 1));
        assertEquals(Phrase.SOURCE_PARTIAL, run.whole().orElseThrow().phrase());
        assertEquals(Map.of(), run.single());
    }

    /** What could not be judged is not a failure: prices that are missing do not make the source wrong. */
    @Test
    void countsAnomaliesAlone() {
        Map<String, Price> missing = new LinkedHashMap<>();
        listings(60, 0)
                .forEach((subject, price) -> missing.put(subject, new Price(Optional.empty(), price.approved())));
        InspectionRun run = InspectionRun.of(Said.LOOK, new PriceRule(), BREAKER, missing);
        assertEquals(Optional.empty(), run.whole());
        assertEquals(60, run.single().size());
    }

    @Test
    void refusesBothAtOnce() {
        Judgement one = new PriceRule().judge(Said.LOOK, Price.of(Said.cny("1.00"), Said.cny("2.00")));
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> new InspectionRun(Optional.of(one), Map.of("L0", one), Map.of()));
        assertEquals("One judgement stands for the run, and 1 beside it", refusal.getMessage());
    }

    /** A pass over 50,000 listings keeps what matters of them, and counts the rest. */
    @Nested
    class Pass {
        private static final int LISTINGS = 50_000;

        private InspectionRun pass(Map<String, Price> read, Set<String> asked) {
            Look look = Look.complete(Said.NOW, Said.AS_OF, LISTINGS, Said.FEED);
            InspectionPass<Price> pass = new InspectionPass<>(look, new PriceRule(), BREAKER, asked::contains);
            read.forEach(pass::take);
            return pass.end();
        }

        @Test
        void keepsAnomaliesAndWhatIsAskedFor() {
            InspectionRun run = pass(listings(LISTINGS, 2), Set.of("L49999"));

            assertEquals(List.of("L0", "L1", "L49999"), List.copyOf(run.single().keySet()));
            assertEquals(Map.of(InspectionVerdict.ANOMALY, 2L, InspectionVerdict.OK, LISTINGS - 2L), run.counts());
        }

        @Test
        void keepsAHundredExamplesOfWhatCouldNotBeJudged() {
            Map<String, Price> read = new LinkedHashMap<>();
            listings(LISTINGS, 0)
                    .forEach((subject, price) -> read.put(subject, new Price(price.shown(), Optional.empty())));

            InspectionRun run = pass(read, Set.of("L49999"));

            assertEquals(101, run.single().size());
            assertEquals(Map.of(InspectionVerdict.NO_REFERENCE, (long) LISTINGS), run.counts());
            assertEquals("L49999", List.copyOf(run.single().keySet()).get(100));
        }

        /** The breaker counts to the end, so that the one finding tells how many failed. */
        @Test
        void saysOfAWrongSourceHowManyFail() {
            InspectionRun run = pass(listings(LISTINGS, 30_000), Set.of("L49999"));

            assertEquals(
                    Optional.of(new Value.Count(30_000)),
                    run.whole().orElseThrow().measured());
            assertEquals(Map.of(), run.single());
            assertEquals(Map.of(), run.counts());
        }

        @Test
        void judgesNothingWhereTheSourceCannotBeJudgedBy() {
            InspectionPass<Price> pass = new InspectionPass<>(
                    new Look(Said.NOW, Optional.empty(), Coverage.COMPLETE, LISTINGS, OptionalLong.empty(), Said.FEED),
                    new PriceRule(),
                    BREAKER,
                    subject -> true);
            listings(LISTINGS, 30_000).forEach(pass::take);

            assertEquals(
                    Phrase.SOURCE_WITHOUT_INSTANT,
                    pass.end().whole().orElseThrow().phrase());
        }
    }
}
