package io.storeops.health;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.catalog.Money;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.AdapterException;
import io.storeops.failure.CommandReusedException;
import io.storeops.failure.DeniedException;
import io.storeops.failure.FaultKind;
import io.storeops.failure.RefusedException;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.id.CommandId;
import io.storeops.inspection.InspectionRules;
import io.storeops.inspection.InspectionVerdict;
import io.storeops.inspection.Look;
import io.storeops.inspection.PenaltyRule;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.ScoreRule;
import io.storeops.inspection.SpendRule;
import io.storeops.inspection.Tally;
import io.storeops.json.Json;
import io.storeops.position.HealthRules;
import io.storeops.position.Roster;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final RuleKey DESCRIPTION = RuleKey.of("DSR", "DESCRIPTION");
    private static final RuleKey ADS = RuleKey.of("WANXIANGTAI");
    private static final String SELF = STORE.value();
    private static final Currency CNY = Currency.getInstance("CNY");

    private final FakeFeed feed = new FakeFeed();
    private final StoreFixture shop = opened(Optional.of(feed));
    private final Instant nine = shop.at("09:00");

    HealthTest() {
        shop.clock.set(shop.at("09:05"));
    }

    /** A store whose roster names a score and a tool that the default roster has not (D29). */
    private static StoreFixture opened(Optional<HealthFeed> health) {
        StoreFixture opened = new StoreFixture.Setup()
                .itemAndRival()
                .marketplace(new Marketplace() {
                    @Override
                    public Optional<HealthFeed> health() {
                        return health;
                    }
                })
                .open();
        opened.ops.enrol(opened.enrolment(roster(opened)));
        return opened;
    }

    private static Roster roster(StoreFixture shop) {
        return RosterDraft.usual(DAY)
                .role("OPERATOR", "EXECUTE:X1", "EXECUTE:X2")
                .role("STORE_MANAGER", "INSTRUCT", "DECIDE:ANOMALY")
                .with(
                        "health",
                        Json.array(List.of(
                                indicator("DSR", "SCORE", "BELOW", Map.of("metric", "DESCRIPTION", "base", "4.80")),
                                indicator("REFUND_RATE", "RATE", "ABOVE", Map.of("base", "0.08")),
                                indicator("WANXIANGTAI", "SPEND", "ABOVE", Map.of()))))
                .read(STORE);
    }

    private static Json indicator(String category, String kind, String direction, Map<String, String> more) {
        Map<String, Json> members = new TreeMap<>(Map.of(
                "category", Json.of(category),
                "name", Json.of("名"),
                "en", Json.of(category),
                "kind", Json.of(kind),
                "direction", Json.of(direction)));
        more.forEach((name, text) -> members.put(name, Json.of(text)));
        return Json.object(members);
    }

    private static HealthValue score(String value) {
        return new HealthValue.Counted(Tally.stated(new BigDecimal(value)));
    }

    private HealthReading reading(RuleKey indicator, HealthValue value) {
        return HealthReading.of(STORE, indicator, nine, value, "fake");
    }

    private Health operator() {
        return shop.ops.deskOf(OPERATOR).health();
    }

    private String screenshot() {
        return shop.ops
                .deskOf(OPERATOR)
                .archive()
                .attach(STORE, Target.STORE, EvidenceKind.parse("SCREENSHOT"), nine, "shot-1.png")
                .id();
    }

    /** Pages in hand, and how often they were asked for. */
    private static final class FakeFeed implements HealthFeed {
        private final List<FeedPage<HealthReading>> pages = new ArrayList<>();
        private final List<HealthRequest> requests = new ArrayList<>();

        void gives(Coverage coverage, List<RowProblem> problems, HealthReading... rows) {
            Optional<FeedCursor> none = Optional.empty();
            pages.add(new FeedPage<>(List.of(rows), problems, none, Optional.empty(), coverage));
        }

        @Override
        public FeedPage<HealthReading> read(HealthRequest request, Optional<FeedCursor> after) {
            requests.add(request);
            int at = after.map(cursor -> Integer.parseInt(cursor.text())).orElse(0);
            FeedPage<HealthReading> page = pages.get(at);
            Optional<FeedCursor> next =
                    at + 1 < pages.size() ? Optional.of(new FeedCursor(Integer.toString(at + 1))) : Optional.empty();
            return new FeedPage<>(page.rows(), page.problems(), next, page.sourceAsOf(), page.coverage());
        }
    }

    @Nested
    class Collecting {
        @Test
        void takesAllPagesWithTheCoverageOfTheLast() {
            RowProblem problem = new RowProblem("scores.csv", 3, Optional.empty(), "'4.9x' is not a score");
            feed.gives(Coverage.UNKNOWN, List.of(problem), reading(DESCRIPTION, score("4.79")));
            feed.gives(
                    Coverage.PARTIAL,
                    List.of(),
                    reading(
                            ADS,
                            new HealthValue.Spent(
                                    SpendRule.Spend.of(Money.ofMinor(100_001, CNY), Money.ofMinor(100_000, CNY)))));
            assertEquals(
                    new HealthIntake(2, 2, List.of(), List.of(problem)),
                    operator().collect(STORE));
            HealthVersion known =
                    operator().findLatest(STORE, DESCRIPTION, SELF).orElseThrow();
            assertEquals(reading(DESCRIPTION, score("4.79")), known.reading());
            assertEquals(Coverage.PARTIAL, known.coverage());
            assertEquals(1, known.version());
            assertEquals(Optional.empty(), known.evidence());
            assertEquals(OPERATOR, known.stamp().by());
            assertEquals(shop.at("09:05"), known.stamp().at());
            assertEquals(
                    List.of("DSR", "REFUND_RATE", "WANXIANGTAI"),
                    feed.requests.get(0).indicators().stream()
                            .map(HealthRules.Indicator::category)
                            .toList());
        }

        @Test
        void keepsEveryVersionOfAnInstantAndNothingTwice() {
            feed.gives(Coverage.COMPLETE, List.of(), reading(DESCRIPTION, score("4.79")));
            operator().collect(STORE);
            assertEquals(0, operator().collect(STORE).taken());
            feed.pages.clear();
            feed.gives(
                    Coverage.COMPLETE,
                    List.of(),
                    reading(DESCRIPTION, score("4.81")),
                    reading(DESCRIPTION, score("4.82")),
                    reading(DESCRIPTION, score("4.82")));
            assertEquals(2, operator().collect(STORE).taken());
            assertEquals(
                    List.of("1 4.79", "2 4.81", "3 4.82"),
                    operator().history(STORE, DESCRIPTION, SELF).stream()
                            .map(each -> each.version() + " "
                                    + ((HealthValue.Counted) each.reading().value())
                                            .tally()
                                            .quotient()
                                            .orElseThrow()
                                            .dividend())
                            .toList());
        }

        @Test
        void findsTheLatestInstantWhateverArrivedLast() {
            HealthReading early = new HealthReading(DESCRIPTION, SELF, nine.minusSeconds(3600), score("4.90"), "fake");
            feed.gives(Coverage.COMPLETE, List.of(), reading(DESCRIPTION, score("4.79")));
            operator().collect(STORE);
            feed.pages.clear();
            feed.gives(Coverage.COMPLETE, List.of(), early);
            operator().collect(STORE);
            assertEquals(
                    nine,
                    operator()
                            .findLatest(STORE, DESCRIPTION, SELF)
                            .orElseThrow()
                            .reading()
                            .asOf());
            assertEquals(Optional.empty(), operator().findLatest(STORE, DESCRIPTION, "A"));
            assertEquals(Optional.empty(), operator().findLatest(STORE, ADS, SELF));
        }

        @Test
        void refusesRowsOneByOne() {
            feed.gives(
                    Coverage.COMPLETE,
                    List.of(),
                    reading(RuleKey.of("DSR", "SPEED"), score("4.79")),
                    reading(ADS, score("4.79")),
                    new HealthReading(DESCRIPTION, "Z", nine, score("4.79"), "fake"),
                    new HealthReading(DESCRIPTION, SELF, shop.at("11:06"), score("4.79"), "fake"),
                    new HealthReading(DESCRIPTION, "A", shop.at("11:05"), score("4.79"), "fake"));
            HealthIntake intake = operator().collect(STORE);
            assertEquals(5, intake.rows());
            assertEquals(1, intake.taken());
            assertEquals(
                    List.of(
                            new HealthIntake.Refused(
                                    "DSR:SPEED",
                                    "S1",
                                    "UNKNOWN_INDICATOR",
                                    "DSR:SPEED is not an indicator of the roster; it has [DSR:DESCRIPTION, REFUND_RATE,"
                                            + " WANXIANGTAI] and PENALTY"),
                            new HealthIntake.Refused(
                                    "WANXIANGTAI", "S1", "WRONG_KIND", "WANXIANGTAI takes a value Spent, not Counted"),
                            new HealthIntake.Refused(
                                    "DSR:DESCRIPTION",
                                    "Z",
                                    "UNKNOWN_SUBJECT",
                                    "'Z' is neither the store S1 nor an item of its catalogue"),
                            new HealthIntake.Refused(
                                    "DSR:DESCRIPTION",
                                    "S1",
                                    "FROM_THE_FUTURE",
                                    "it is said to be of 2024-06-16T03:06:00Z, now is 2024-06-16T01:05:00Z; correct the"
                                            + " instant, or the clock that it comes from")),
                    intake.refused());
        }

        @Test
        void readsTheSourceOnceACommand() {
            feed.gives(Coverage.COMPLETE, List.of(), reading(DESCRIPTION, score("4.79")));
            Health under = shop.ops.deskOf(OPERATOR).under(CommandId.of("c-1")).health();
            HealthIntake first = under.collect(STORE);
            assertEquals(first, under.collect(STORE));
            assertEquals(1, feed.requests.size());
        }

        @Test
        void readsNothingForSomebodyWhoMayNot() {
            assertThrows(
                    DeniedException.class,
                    () -> shop.ops.deskOf(MANAGER).health().collect(STORE));
            assertEquals(List.of(), feed.requests);
            assertEquals(List.of(), shop.ops.deskOf(MANAGER).health().history(STORE, DESCRIPTION, SELF));
        }

        @Test
        void endsWhereAFeedGivesItsOwnCursorBack() {
            HealthFeed endless = (request, after) -> new FeedPage<>(
                    List.of(), List.of(), Optional.of(new FeedCursor("x")), Optional.empty(), Coverage.UNKNOWN);
            StoreFixture other = opened(Optional.of(endless));
            AdapterException failure = assertThrows(
                    AdapterException.class,
                    () -> other.ops.deskOf(OPERATOR).health().collect(STORE));
            assertEquals(FaultKind.INVALID, failure.kind());
        }

        @Test
        void saysThatAMarketplaceHasNoFeed() {
            StoreFixture other = opened(Optional.empty());
            AdapterException failure = assertThrows(
                    AdapterException.class,
                    () -> other.ops.deskOf(OPERATOR).health().collect(STORE));
            assertEquals(FaultKind.UNSUPPORTED, failure.kind());
            assertEquals(
                    "Store S1 has no health feed; stores that have one: []. Configure a marketplace that has it, or record"
                            + " the values by hand",
                    failure.getMessage());
        }
    }

    @Nested
    class ByHand {
        @Test
        void takesAValueWithItsEvidence() {
            String shot = screenshot();
            Penalty penalty = new Penalty(
                    "P-7", "延迟发货", Optional.of(3L), Optional.of(nine), Optional.of(nine.plusSeconds(86_400)));
            HealthReading read =
                    reading(PenaltyRule.KEY, new HealthValue.InForce(List.of(penalty, Penalty.of("P-8", ""))));
            assertEquals(
                    new HealthIntake(1, 1, List.of(), List.of()), operator().record(STORE, read, shot));
            HealthVersion known =
                    operator().findLatest(STORE, PenaltyRule.KEY, SELF).orElseThrow();
            assertEquals(read, known.reading());
            assertEquals(Optional.of(shot), known.evidence());
            assertEquals(0, operator().record(STORE, read, shot).taken());
        }

        @Test
        void aCommandStandsForOneReading() {
            String shot = screenshot();
            Health under = shop.ops.deskOf(OPERATOR).under(CommandId.of("c-1")).health();
            under.record(STORE, reading(DESCRIPTION, score("4.79")), shot);
            assertThrows(
                    CommandReusedException.class, () -> under.record(STORE, reading(DESCRIPTION, score("4.78")), shot));
            assertEquals(
                    List.of(reading(DESCRIPTION, score("4.79"))),
                    operator().history(STORE, DESCRIPTION, SELF).stream()
                            .map(HealthVersion::reading)
                            .toList());
        }

        @Test
        void refusesAValueWithoutEvidence() {
            RefusedException refused = assertThrows(
                    RefusedException.class,
                    () -> operator().record(STORE, reading(DESCRIPTION, score("4.79")), "shot-0"));
            assertEquals(
                    "RECORD_HEALTH in store S1 refused, EVIDENCE_MISSING: there is no evidence 'shot-0' in the store; attach"
                            + " a screenshot first, and name it",
                    refused.getMessage());
            assertEquals(List.of(), operator().history(STORE, DESCRIPTION, SELF));
        }

        @Test
        void refusesWhatTheRosterDoesNotKnow() {
            RefusedException refused = assertThrows(
                    RefusedException.class,
                    () -> operator().record(STORE, reading(RuleKey.of("MOOD"), score("4.79")), screenshot()));
            assertTrue(refused.getMessage().contains("UNKNOWN_INDICATOR"), refused.getMessage());
        }
    }

    /** What is kept is what a rule takes, to the last digit and with what was missing. */
    @Nested
    class Keeping {
        @Test
        void givesEveryValueBackAsItWas() {
            List<HealthValue> values = List.of(
                    score("4.790"),
                    new HealthValue.Counted(Tally.missing()),
                    new HealthValue.Counted(
                            Tally.counted(new BigDecimal("959"), 200).by("MEAN_OF_VOTES", Period.ofMonths(6))),
                    new HealthValue.Counted(Tally.stated(new BigDecimal("0.0800000000001"), 19)),
                    new HealthValue.Spent(new SpendRule.Spend(Optional.empty(), Optional.empty(), Optional.empty())),
                    new HealthValue.Spent(new SpendRule.Spend(
                            Optional.of(Money.ofMinor(-1, CNY)), Optional.empty(), Optional.of(Period.ofDays(1)))),
                    new HealthValue.Spent(SpendRule.Spend.of(Money.ofMinor(7, CNY), Money.ofMinor(10_000, CNY))),
                    new HealthValue.InForce(List.of()),
                    new HealthValue.InForce(List.of(Penalty.of("P-1", "text"))));
            values.forEach(value -> assertEquals(value, HealthDocument.read(HealthDocument.write(value))));
        }

        @Test
        void isJudgedByTheRuleOfTheRoster() {
            feed.gives(Coverage.COMPLETE, List.of(), reading(DESCRIPTION, score("4.79")));
            operator().collect(STORE);
            HealthVersion known =
                    operator().findLatest(STORE, DESCRIPTION, SELF).orElseThrow();
            Roster roster = roster(shop);
            ScoreRule rule = (ScoreRule) InspectionRules.of(roster, roster.baselines(), CNY, Optional.empty())
                    .get(DESCRIPTION);
            Look look = Look.complete(
                    shop.clock.instant(),
                    known.reading().asOf(),
                    1,
                    roster.maintenance().feed());
            assertEquals(
                    InspectionVerdict.ANOMALY,
                    rule.judge(look, ((HealthValue.Counted) known.reading().value()).tally())
                            .verdict());
        }

        @Test
        void refusesPenaltiesThatStandTwiceAndPointsBelowNothing() {
            Penalty one = Penalty.of("P-1", "text");
            assertEquals(
                    "The penalty P-1 stands twice",
                    assertThrows(IllegalArgumentException.class, () -> new HealthValue.InForce(List.of(one, one)))
                            .getMessage());
            assertEquals(
                    "Points of a penalty are 0 or more, not -1",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> new Penalty("P-1", "", Optional.of(-1L), Optional.empty(), Optional.empty()))
                            .getMessage());
        }
    }
}
