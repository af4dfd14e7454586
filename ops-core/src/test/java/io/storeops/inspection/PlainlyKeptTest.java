package io.storeops.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.catalog.Money;
import io.storeops.position.MaintenanceRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is plainly kept is OK by the judgement, too: every rule, and all values at and around its limits. */
class PlainlyKeptTest {
    private static final Duration DAY = Duration.ofHours(24);

    /** A rule and the values that it is asked of. */
    record Asked<V>(InspectionRule<V> rule, List<V> values) {
        /** How many are plainly kept; fails where one of them is not OK. */
        long plainlyKept() {
            return values.stream()
                    .filter(value -> rule.isPlainlyKept(Said.AS_OF, value))
                    .peek(value -> assertEquals(
                            InspectionVerdict.OK, rule.judge(Said.AS_OF, value).verdict(), () -> rule + " of " + value))
                    .count();
        }
    }

    static Stream<Asked<?>> quick() {
        List<PriceRule.Price> prices = new ArrayList<>();
        List<CompetitorPriceRule.Price> rivals = new ArrayList<>();
        for (Optional<Money> shown : amounts()) {
            for (Optional<Money> other : amounts()) {
                prices.add(new PriceRule.Price(shown, other));
                rivals.add(new CompetitorPriceRule.Price(shown, other));
            }
        }
        List<PageRule.Content> contents = new ArrayList<>();
        List<CompetitorTitleRule.Title> titles = new ArrayList<>();
        for (Optional<String> shown : texts()) {
            for (Optional<String> other : texts()) {
                contents.add(new PageRule.Content(shown, other));
                titles.add(new CompetitorTitleRule.Title(shown, other));
            }
        }
        List<ActivityExpiryRule.End> ends = new ArrayList<>(List.of(new ActivityExpiryRule.End(Optional.empty())));
        for (long seconds : new long[] {-1, 0, 1, 86_399, 86_400, 86_401}) {
            Instant end = Said.AS_OF.plusSeconds(seconds);
            ends.add(ActivityExpiryRule.End.of(end));
        }
        List<InformationRule.Listed> listed =
                texts().stream().map(InformationRule.Listed::new).toList();
        return Stream.of(
                new Asked<>(new PriceRule(), prices),
                new Asked<>(new CompetitorPriceRule(Optional.of(new BigDecimal("0.10"))), rivals),
                new Asked<>(PageRule.of("TITLE"), contents),
                new Asked<>(new CompetitorTitleRule(), titles),
                new Asked<>(new ActivityExpiryRule(Optional.of(DAY)), ends),
                new Asked<>(new InformationRule(Optional.of(Set.of("a"))), listed),
                new Asked<>(new StockRule(MaintenanceRules.Stock.DEFAULT), stocks()),
                new Asked<>(new StockRule(new MaintenanceRules.Stock(2, Duration.ofMinutes(15))), stocks()));
    }

    /** Rules without a base, of which nothing is plainly kept. */
    static Stream<Asked<?>> never() {
        List<CompetitorPriceRule.Price> rivals = new ArrayList<>();
        for (Optional<Money> shown : amounts()) {
            for (Optional<Money> other : amounts()) {
                rivals.add(new CompetitorPriceRule.Price(shown, other));
            }
        }
        return Stream.of(
                new Asked<>(new CompetitorPriceRule(Optional.empty()), rivals),
                new Asked<>(new CompetitorPriceRule(Optional.of(BigDecimal.ZERO)), rivals),
                new Asked<>(
                        new ActivityExpiryRule(Optional.empty()),
                        List.of(ActivityExpiryRule.End.of(Said.AS_OF.plus(DAY).plus(DAY)))),
                new Asked<>(new InformationRule(Optional.empty()), List.of(InformationRule.Listed.of("a"))),
                new Asked<>(new PenaltyRule(), List.of()));
    }

    private static List<Optional<Money>> amounts() {
        List<Optional<Money>> amounts = new ArrayList<>(List.of(Optional.empty()));
        for (long minor : new long[] {-1, 0, 1, 100, 109, 110}) {
            amounts.add(Optional.of(Money.ofMinor(minor, Said.CNY)));
        }
        amounts.add(Optional.of(Money.ofMinor(100, Currency.getInstance("USD"))));
        return amounts;
    }

    private static List<Optional<String>> texts() {
        return List.of(Optional.empty(), Optional.of("a"), Optional.of("A"), Optional.of(""));
    }

    private static List<StockRule.Stock> stocks() {
        List<StockRule.Stock> stocks = new ArrayList<>(List.of(StockRule.Stock.untracked()));
        long[] units = {-1, 0, 1, 2, 3, 5, Long.MAX_VALUE};
        for (long platform : units) {
            for (long erp : units) {
                for (long unsynced : new long[] {0, 1, 3, Long.MAX_VALUE}) {
                    StockRule.Stock stock = StockRule.Stock.of(platform, erp, unsynced);
                    stocks.add(stock);
                    stocks.add(stock.differingSince(Said.AS_OF.minus(DAY)));
                }
                stocks.add(new StockRule.Stock(true, OptionalLong.empty(), OptionalLong.of(erp), 0, Optional.empty()));
                stocks.add(new StockRule.Stock(
                        true, OptionalLong.of(platform), OptionalLong.empty(), 0, Optional.empty()));
            }
        }
        return stocks;
    }

    @ParameterizedTest
    @MethodSource("quick")
    void isOkByTheJudgementToo(Asked<?> asked) {
        assertTrue(asked.plainlyKept() > 0, "nothing was plainly kept");
    }

    @ParameterizedTest
    @MethodSource("never")
    void isNothingWithoutABase(Asked<?> asked) {
        assertEquals(0, asked.plainlyKept());
    }
}
