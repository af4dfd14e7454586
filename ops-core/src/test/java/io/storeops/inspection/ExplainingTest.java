package io.storeops.inspection;

import static io.storeops.inspection.Said.cny;
import static io.storeops.inspection.Said.decimal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.catalog.Language;
import io.storeops.document.Line;
import io.storeops.feed.Coverage;
import io.storeops.position.MaintenanceRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences, each read by a person of the language. */
class ExplainingTest {
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}\\uFF00-\\uFFEF]");
    private static final Pattern PLACE = Pattern.compile("\\{[a-z0-9]+}");

    private static Arguments row(Judgement judgement, String zh, String en) {
        return Arguments.of(judgement, zh, en);
    }

    private static Judgement of(Look look) {
        return new PriceRule().judge(look, PriceRule.Price.of(cny("1.00"), cny("2.00")));
    }

    static Stream<Arguments> sentences() {
        StockRule stock = new StockRule(MaintenanceRules.Stock.DEFAULT);
        RateRule refunds = new RateRule(RuleKey.of("REFUND_RATE"), Said.limits("REFUND_RATE", "0.08"));
        return Stream.of(
                row(
                        of(Said.look("2024-10-11T22:30:00Z", Coverage.COMPLETE, 60, 60)),
                        "数据截至 2024-10-12 06:30，已过 9小时1分钟，超过 2小时 不作判断",
                        "The source stands at 2024-10-12 06:30, 9 h 1 min ago; beyond 2 h nothing is judged"),
                row(
                        of(Said.look("2024-10-12T07:30:00Z", Coverage.COMPLETE, 56, 60)),
                        "本次只有 56 个商品，上次完整为 60 个，不足 95.00%，无法判断",
                        "The source gave 56 listings, and 60 when it was last judged; 95.00% of them are needed"),
                row(of(Said.LOOK), "现为 CNY 1.00，应为 CNY 2.00", "It is CNY 1.00 and should be CNY 2.00"),
                row(
                        new PriceRule().judge(Said.LOOK, PriceRule.Price.of(cny("12900.00"), cny("129.00"))),
                        "CNY 12900.00 恰为 CNY 129.00 的 100 倍：单位有误",
                        "CNY 12900.00 is exactly 100 times CNY 129.00: a unit error"),
                row(
                        stock.judge(Said.LOOK, StockRule.Stock.of(40, 45, 2)),
                        "平台库存 40，应为 43，已持续 0分钟，满 15分钟 才判断",
                        "The marketplace has 40 and should have 43, for 0 min by now; it counts from 15 min on"),
                row(
                        stock.judge(
                                Said.LOOK,
                                StockRule.Stock.of(0, 45, 0).differingSince(Said.AS_OF.minus(Duration.ofHours(26)))),
                        "平台库存为 0，ERP 可售 45，已持续 1天2小时",
                        "The marketplace is sold out while the ERP can sell 45, for 1 d 2 h by now"),
                row(
                        refunds.judge(Said.LOOK, Tally.counted(decimal("800001"), 10_000_000)),
                        "8.00% (800001/10000000) 高于 8.00%",
                        "8.00% (800001/10000000) is above 8.00%"),
                row(
                        refunds.judge(Said.LOOK, Tally.counted(decimal("1"), 19)),
                        "样本只有 19 个，满 20 个才判断",
                        "Only 19 were counted; it is judged from 20 on"),
                row(refunds.judge(Said.LOOK, Tally.missing()), "没有读到数值", "No value was read"),
                row(
                        new ActivityExpiryRule(Optional.of(Duration.ofHours(24)))
                                .judge(Said.LOOK, ActivityExpiryRule.End.of(Instant.parse("2024-10-12T16:00:00Z"))),
                        "活动 2024-10-13 00:00 到期，只剩 8小时30分钟",
                        "The activity ends at 2024-10-13 00:00, in 8 h 30 min"),
                row(
                        new CompetitorPriceRule(Optional.of(decimal("0.10")))
                                .judge(Said.LOOK, CompetitorPriceRule.Price.of(cny("85.50"), cny("95.00"))),
                        "CNY 85.50 与 CNY 95.00 相差 10.00% (950/9500)，达到 10.00%",
                        "CNY 85.50 is 10.00% (950/9500) away from CNY 95.00, the limit is 10.00%"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void saysWhatWasMeasuredAndWithWhatItWasCompared(Judgement judgement, String zh, String en) {
        assertEquals(zh, judgement.sentence(Language.CHINESE, Said.SHANGHAI).text());
        assertEquals(en, judgement.sentence(Language.ENGLISH, Said.SHANGHAI).text());
    }

    /** What somebody else chose stays a name, so no rendering takes it for markup; places in it are not filled. */
    @Test
    void keepsTextsOfOthersApartFromItsOwn() {
        Judgement judgement =
                new CompetitorTitleRule().judge(Said.LOOK, CompetitorTitleRule.Title.of("**{b}**", "[old](x)"));
        assertEquals(
                List.of(
                        new Line.Part("It is ", false),
                        new Line.Part("**{b}**", true),
                        new Line.Part(" and should be ", false),
                        new Line.Part("[old](x)", true)),
                judgement.sentence(Language.ENGLISH, Said.SHANGHAI).parts());
    }

    /** Both languages say the same of every phrase: each has a template, with the same places. */
    @ParameterizedTest
    @EnumSource(Phrase.class)
    void hasWordsForEveryPhraseInBothLanguages(Phrase phrase) {
        assertEquals(
                1,
                Arrays.stream(Language.values())
                        .map(language -> PLACE.matcher(phrase.in(language))
                                .results()
                                .map(match -> match.group())
                                .sorted()
                                .toList())
                        .distinct()
                        .count(),
                phrase.name());
        assertTrue(HAN.matcher(phrase.in(Language.CHINESE)).find(), phrase.name());
        assertFalse(HAN.matcher(phrase.in(Language.ENGLISH)).find(), phrase.name());
    }

    @Test
    void showsWhatIsNotThereAsNothing() {
        Judgement judgement = new Judgement(
                PriceRule.KEY,
                InspectionVerdict.COULD_NOT_CHECK,
                Standing.UNKNOWN,
                Phrase.NO_BASE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        assertEquals(
                "There is nothing to compare nothing with",
                judgement.sentence(Language.ENGLISH, Said.SHANGHAI).text());
    }
}
