package io.storeops.inspection;

import static io.storeops.inspection.Said.cny;
import static io.storeops.inspection.Said.decimal;
import static io.storeops.inspection.Said.look;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.feed.Coverage;
import io.storeops.position.Baselines;
import io.storeops.position.HealthRules;
import io.storeops.position.MaintenanceRules;
import io.storeops.position.Roster;
import io.storeops.position.RosterFixture;
import io.storeops.position.Rules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is the same for every category and metric: the table, and what a source cannot be judged by (D5). */
class EveryRuleTest {
    private static final Roster ROSTER = RosterFixture.with(RosterFixture.whole(), "rules", rules());

    /** A rule and a value that breaks it. */
    private record Case<V>(InspectionRule<V> rule, V bad) {
        Judgement judge(Look look) {
            return rule.judge(look, bad);
        }

        @Override
        public String toString() {
            return rule.key().toString();
        }
    }

    private static Rules rules() {
        Rules whole = RosterFixture.whole().rules();
        MaintenanceRules known = whole.maintenance();
        return new Rules(
                new Baselines(
                        Optional.of(decimal("4.80")),
                        Optional.of(decimal("0.02")),
                        Optional.of(decimal("0.08")),
                        Optional.of(30L),
                        Optional.of(decimal("0.10")),
                        Optional.of(decimal("0.50")),
                        Optional.of(Duration.ofHours(24))),
                whole.sla(),
                whole.calendar(),
                new MaintenanceRules(
                        known.checklist(),
                        known.feed(),
                        new MaintenanceRules.Stock(0, Duration.ZERO),
                        known.writes(),
                        known.massBreaker(),
                        known.reopenWithin(),
                        known.clearLooks(),
                        known.health()),
                whole.activities(),
                whole.detection(),
                whole.figures(),
                whole.evidence());
    }

    private static InspectionRules table() {
        // The indicators are those of the default roster, whose categories the small roster of the fixture does not
        // have.
        InspectionRules listings = InspectionRules.of(ROSTER, ROSTER.baselines(), Said.CNY, Optional.of(Set.of("A")));
        TreeMap<RuleKey, InspectionRule<?>> rules = new TreeMap<>(listings.rules());
        rules.keySet().removeIf(key -> key.metric().equals(Optional.of("EXPERIENCE")));
        for (HealthRules.Indicator indicator : HealthRules.DEFAULT.indicators()) {
            InspectionRule<?> rule = InspectionRules.of(indicator, ROSTER.baselines(), Said.CNY);
            rules.put(rule.key(), rule);
        }
        rules.put(StockRule.KEY, new StockRule(ROSTER.maintenance().stock()));
        return new InspectionRules(rules);
    }

    private static List<Case<?>> cases() {
        List<Case<?>> cases = new ArrayList<>();
        table().rules().values().forEach(rule -> cases.add(broken(rule)));
        return cases;
    }

    private static Case<?> broken(InspectionRule<?> rule) {
        if (rule instanceof StockRule stock) {
            return new Case<>(stock, StockRule.Stock.of(0, 45, 0));
        } else if (rule instanceof PriceRule price) {
            return new Case<>(price, PriceRule.Price.of(cny("1.00"), cny("2.00")));
        } else if (rule instanceof PageRule page) {
            return new Case<>(page, PageRule.Content.of("shown", "approved"));
        } else if (rule instanceof ActivityExpiryRule expiry) {
            return new Case<>(expiry, ActivityExpiryRule.End.of(Said.AS_OF));
        } else if (rule instanceof ScoreRule score) {
            return new Case<>(score, Tally.counted(decimal("90"), 20));
        } else if (rule instanceof RateRule rate) {
            return new Case<>(rate, Tally.counted(decimal("90"), 1000));
        } else if (rule instanceof SpendRule spend) {
            return new Case<>(spend, SpendRule.Spend.of(cny("2.00"), cny("1.00")));
        } else if (rule instanceof PenaltyRule penalty) {
            return new Case<>(
                    penalty,
                    new PenaltyRule.Penalties(
                            Optional.of(new TreeSet<>(Set.of("P1"))), Optional.of(new TreeSet<>(Set.of()))));
        } else if (rule instanceof InformationRule information) {
            return new Case<>(information, InformationRule.Listed.of("Z"));
        } else if (rule instanceof CompetitorPriceRule price) {
            return new Case<>(price, CompetitorPriceRule.Price.of(cny("1.00"), cny("2.00")));
        } else if (rule instanceof CompetitorTitleRule title) {
            return new Case<>(title, CompetitorTitleRule.Title.of("new", "old"));
        }
        return new Case<>((CompetitorSalesRule) rule, CompetitorSalesRule.Sales.of(200, 100));
    }

    @Test
    void standsInTheTableUnderItsCategoryAndMetric() {
        assertEquals(
                List.of(
                        "ACTIVITY_EXPIRY",
                        "COMPETITOR:PRICE",
                        "COMPETITOR:SALES",
                        "COMPETITOR:TITLE",
                        "DSR:DESCRIPTION",
                        "DSR:LOGISTICS",
                        "DSR:SERVICE",
                        "INFORMATION",
                        "PAGE:ATTRIBUTES",
                        "PAGE:IMAGE",
                        "PAGE:PC",
                        "PAGE:TITLE",
                        "PAGE:WIRELESS",
                        "PENALTY",
                        "PRICE",
                        "REFUND_RATE",
                        "REVIEWS",
                        "STOCK",
                        "ZHITONGCHE",
                        "ZUANZHAN"),
                table().rules().keySet().stream().map(RuleKey::toString).toList());
        table().rules().forEach((key, rule) -> assertEquals(key, rule.key()));
    }

    @Test
    void isFoundByItsKeyOrRefusedWithThoseThatThereAre() {
        InspectionRules one = new InspectionRules(new TreeMap<>(Map.of(PriceRule.KEY, new PriceRule())));
        assertEquals(new PriceRule(), one.get(RuleKey.of("PRICE")));
        assertEquals(Optional.empty(), one.find(RuleKey.of("PAGE", "TITLE")));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> one.get(RuleKey.of("PAGE", "TITLE")));
        assertEquals("There is no rule PAGE:TITLE; there are [PRICE]", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> RuleKey.of("Page"));
        assertThrows(IllegalArgumentException.class, () -> RuleKey.of("PAGE", ""));
    }

    /** A tool or score that the roster names is judged, and no code knows it (D29). */
    @Test
    void takesTheIndicatorsOfTheRoster() {
        InspectionRules rules = InspectionRules.of(ROSTER, ROSTER.baselines(), Said.CNY, Optional.empty());
        ScoreRule experience = (ScoreRule) rules.get(RuleKey.of("STOCK", "EXPERIENCE"));
        assertEquals(Optional.of(decimal("4.50")), experience.limits().base());
        assertEquals(Optional.of(decimal("4.60")), experience.limits().clear());
        Said.judged(experience, Tally.stated(decimal("4.55")), InspectionVerdict.OK, Standing.KEPT, Phrase.NOT_BELOW);
    }

    /** The source is of 07:30, the look at 07:31, and a source may be 2 hours old (R38, D5). */
    static Stream<Arguments> sources() {
        return cases().stream()
                .flatMap(each -> Stream.of(
                        Arguments.of(each, look("2024-10-12T05:31:00Z", Coverage.COMPLETE, 57, 60), Optional.empty()),
                        Arguments.of(each, look("2024-10-12T07:30:00Z", Coverage.UNKNOWN, 60, 0), Optional.empty()),
                        Arguments.of(each, look("2024-10-12T09:31:00Z", Coverage.COMPLETE, 60, 60), Optional.empty()),
                        Arguments.of(each, look("2024-10-12T07:32:00Z", Coverage.COMPLETE, 60, 60), Optional.empty()),
                        Arguments.of(
                                each,
                                look("2024-10-12T05:30:59Z", Coverage.COMPLETE, 60, 60),
                                Optional.of(Phrase.SOURCE_TOO_OLD)),
                        Arguments.of(
                                each,
                                look("2024-10-11T07:30:00Z", Coverage.COMPLETE, 60, 60),
                                Optional.of(Phrase.SOURCE_TOO_OLD)),
                        Arguments.of(
                                each,
                                look("2024-10-12T09:31:01Z", Coverage.COMPLETE, 60, 60),
                                Optional.of(Phrase.SOURCE_AHEAD)),
                        Arguments.of(
                                each,
                                look("2024-10-12T07:30:00Z", Coverage.PARTIAL, 60, 60),
                                Optional.of(Phrase.SOURCE_PARTIAL)),
                        Arguments.of(
                                each,
                                look("2024-10-12T07:30:00Z", Coverage.COMPLETE, 56, 60),
                                Optional.of(Phrase.SOURCE_SHRUNK)),
                        Arguments.of(
                                each,
                                look("2024-10-12T07:30:00Z", Coverage.COMPLETE, 0, 0),
                                Optional.of(Phrase.SOURCE_EMPTY)),
                        Arguments.of(
                                each,
                                new Look(
                                        Said.NOW,
                                        Optional.empty(),
                                        Coverage.COMPLETE,
                                        60,
                                        OptionalLong.empty(),
                                        Said.FEED),
                                Optional.of(Phrase.SOURCE_WITHOUT_INSTANT))));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void judgesNothingThatItsSourceCannotBeJudgedBy(Case<?> each, Look look, Optional<Phrase> obstacle) {
        Judgement judgement = each.judge(look);
        assertEquals(
                obstacle.isPresent() ? InspectionVerdict.COULD_NOT_CHECK : InspectionVerdict.ANOMALY,
                judgement.verdict());
        assertEquals(obstacle.isPresent() ? Standing.UNKNOWN : Standing.BROKEN, judgement.standing());
        assertEquals(look.asOf(), judgement.asOf());
        obstacle.ifPresent(phrase -> {
            assertEquals(phrase, judgement.phrase());
            assertEquals(Optional.empty(), judgement.measured());
            assertEquals(Optional.empty(), judgement.findReference());
            assertEquals(Streak.NONE, Streak.NONE.after(judgement));
        });
    }

    @Test
    void aLookRefusesListingsBelowNothing() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Look.complete(Said.NOW, Said.AS_OF, -1, Said.FEED));
        assertEquals("A source has 0 listings or more, not -1 after OptionalLong.empty", refusal.getMessage());
    }
}
