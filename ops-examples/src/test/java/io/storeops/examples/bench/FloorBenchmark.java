package io.storeops.examples.bench;

import io.storeops.promotion.ApprovedPrice;
import io.storeops.promotion.Cut;
import io.storeops.promotion.Level;
import io.storeops.promotion.OrderPromotion;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.PromotionPlan;
import io.storeops.promotion.PromotionRules;
import io.storeops.promotion.PromotionRules.GroupChoice;
import io.storeops.promotion.PromotionRules.Sequence;
import io.storeops.promotion.PromotionRules.ThresholdBase;
import io.storeops.promotion.Terms;
import io.storeops.promotion.Threshold;
import io.storeops.promotion.UnitPromotion;
import io.storeops.promotion.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Deciding the floors of 100,000 SKUs by the bound, beside looking up the best price that a single promotion gives each. Every SKU has as
 * many promotions as said, of all five levels in turn; so many SKUs as said have them together, as those of one campaign do. From the
 * approved prices and promotions to the verdict, plans included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xmx2g", "-XX:+UseParallelGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class FloorBenchmark {
    private static final int SKUS = 100_000;
    private static final int SEARCHED = 100;
    private static final Window DAY =
            new Window(Instant.parse("2026-11-10T16:00:00Z"), Instant.parse("2026-11-11T16:00:00Z"));
    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");
    private static final PromotionRules RULES = PromotionRules.usual()
            .with(Sequence.ORDER_THEN_CODE)
            .with(ThresholdBase.RUNNING)
            .with(GroupChoice.BEST)
            .withCodesPerOrder(1);

    /** One campaign: prices, promotions that cover them all, and a floor of each that no promotion here reaches. */
    private record Campaign(List<ApprovedPrice> prices, List<Promotion> promotions, Map<String, OptionalLong> floors) {}

    @Param("6")
    int promotions;

    @Param({"1", "20", "1000"})
    int together;

    private List<Campaign> campaigns = List.of();

    public FloorBenchmark() {}

    @Setup
    public void make() {
        Random random = new Random(1);
        campaigns = new ArrayList<>();
        for (int first = 0; first < SKUS; first += together) {
            List<ApprovedPrice> prices = new ArrayList<>();
            Map<String, OptionalLong> floors = new LinkedHashMap<>();
            for (int sku = first; sku < first + together; sku++) {
                prices.add(new ApprovedPrice("sku-" + sku, 5000 + random.nextInt(20_000)));
                floors.put("sku-" + sku, OptionalLong.of(100));
            }
            List<Promotion> running = new ArrayList<>();
            for (int i = 0; i < promotions; i++) {
                running.add(promotion(i, Terms.of("p" + i, new LinkedHashSet<>(floors.keySet()), DAY), random));
            }
            campaigns.add(new Campaign(prices, running, floors));
        }
    }

    /** ITEM, ORDER, CODE, FLASH, ORDER, MEMBER, and again. */
    private static Promotion promotion(int turn, Terms terms, Random random) {
        return switch (turn % 6) {
            case 0 -> new UnitPromotion(terms, Level.ITEM, new Cut.Percent(500 + random.nextInt(1000)));
            case 1 ->
                OrderPromotion.of(terms, Level.ORDER, new Cut.Minus(2000 + random.nextInt(1000)))
                        .from(Threshold.amount(19_900).forEach());
            case 2 -> OrderPromotion.of(terms, Level.CODE, new Cut.Minus(500)).from(Threshold.amount(9900));
            case 3 -> new UnitPromotion(terms, Level.FLASH, new Cut.Minus(300 + random.nextInt(1000)));
            case 4 ->
                OrderPromotion.of(terms.sellerBears(5000), Level.ORDER, new Cut.Percent(500))
                        .cappedAt(3000);
            default -> new UnitPromotion(terms, Level.MEMBER, new Cut.Percent(200 + random.nextInt(300)));
        };
    }

    @Benchmark
    public void bound(Blackhole hole) {
        for (Campaign campaign : campaigns) {
            PromotionPlan plan = PromotionPlan.of(campaign.prices(), campaign.promotions(), RULES);
            hole.consume(plan.decideAll(campaign.floors()));
        }
    }

    /** The best price that one promotion alone gives a unit of each SKU at noon. */
    @Benchmark
    public void plainBestSinglePrice(Blackhole hole) {
        for (Campaign campaign : campaigns) {
            for (ApprovedPrice price : campaign.prices()) {
                long best = price.minor();
                for (Promotion promotion : campaign.promotions()) {
                    best = Math.min(best, alone(promotion, price));
                }
                hole.consume(best);
            }
        }
    }

    private static long alone(Promotion promotion, ApprovedPrice price) {
        if (NOON.isBefore(promotion.window().from())
                || !NOON.isBefore(promotion.window().to())) {
            return price.minor();
        }
        if (promotion instanceof UnitPromotion unit) {
            return unit.terms().scope().contains(price.sku()) ? cut(unit.cut(), price.minor()) : price.minor();
        }
        OrderPromotion order = (OrderPromotion) promotion;
        boolean isReached = order.terms().scope().contains(price.sku())
                && order.threshold().map(Threshold::value).orElse(0L) <= price.minor();
        return isReached
                ? Math.max(
                        cut(order.cut(), price.minor()),
                        price.minor() - order.cap().orElse(price.minor()))
                : price.minor();
    }

    private static long cut(Cut cut, long price) {
        if (cut instanceof Cut.Percent percent) {
            return price - (price * percent.basisPoints() + Cut.WHOLE / 2) / Cut.WHOLE;
        }
        return cut instanceof Cut.Price fixed
                ? Math.min(price, fixed.minor())
                : Math.max(0, price - ((Cut.Minus) cut).minor());
    }

    /** The worst cart of at most four units for each of the first 100 SKUs; of 1,000 together it is UNPROVEN, at once. */
    @Benchmark
    public void exactOfFourUnits(Blackhole hole) {
        int left = SEARCHED;
        for (Campaign campaign : campaigns) {
            PromotionPlan plan = PromotionPlan.of(campaign.prices(), campaign.promotions(), RULES);
            for (ApprovedPrice price : campaign.prices()) {
                if (left-- == 0) {
                    return;
                }
                hole.consume(plan.worstCart(price.sku(), 4));
            }
        }
    }
}
