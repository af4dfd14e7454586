package io.storeops.examples.bench;

import io.storeops.catalog.Money;
import io.storeops.inspection.ActivityExpiryRule;
import io.storeops.inspection.CompetitorPriceRule;
import io.storeops.inspection.InformationRule;
import io.storeops.inspection.InspectionPass;
import io.storeops.inspection.InspectionRule;
import io.storeops.inspection.InspectionRun;
import io.storeops.inspection.InspectionVerdict;
import io.storeops.inspection.Look;
import io.storeops.inspection.PageRule;
import io.storeops.inspection.PriceRule;
import io.storeops.inspection.SourceBreaker;
import io.storeops.inspection.StockRule;
import io.storeops.position.MaintenanceRules;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The daily inspection of 200,000 SKUs by ten rules (information, price, stock, the five of a page, the end of an activity, a rival's price)
 * in a heap of 128 MB, beside a loop by hand over the same parsed rows that finds the same anomalies and says nothing of them but whose
 * they are.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xmx128m"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class InspectionBenchmark {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Instant NOW = Instant.parse("2024-10-12T07:30:00Z");
    private static final Duration WARNING = Duration.ofHours(24);
    private static final Instant EARLIER = NOW.minus(Duration.ofHours(1));
    private static final int TEXTS = 500;

    @Param("200000")
    int skus;

    private List<Listing> listings = List.of();
    private Set<String> catalogue = Set.of();
    /** Made once, as a roster's rules are. */
    private InformationRule known = new InformationRule(Optional.empty());

    public InspectionBenchmark() {}

    /** A parsed row; what it shows and what is approved are of the same text, and not of the same object. */
    private record Listing(
            String sku,
            long price,
            long approvedPrice,
            long stock,
            long erp,
            List<String> content,
            List<String> approved,
            Instant end,
            long rival,
            long rivalBefore) {}

    @Setup(Level.Trial)
    public void make() {
        Random random = new Random(1);
        List<List<String>> shown = contents();
        List<List<String>> approved = contents();
        listings = new ArrayList<>(skus);
        catalogue = new HashSet<>();
        for (int i = 0; i < skus; i++) {
            String sku = "SKU-" + i;
            if (random.nextInt(1000) > 0) {
                catalogue.add(sku);
            }
            long price = 100 + random.nextInt(100_000);
            long stock = 1 + random.nextInt(500);
            long rival = 1_000 + random.nextInt(1_000);
            int text = random.nextInt(TEXTS);
            listings.add(new Listing(
                    sku,
                    price,
                    wrong(random) ? price + 1 : price,
                    stock,
                    wrong(random) ? stock + 3 : stock,
                    shown.get(text),
                    approved.get(wrong(random) ? (text + 1) % TEXTS : text),
                    wrong(random) ? NOW.plusSeconds(60) : NOW.plus(WARNING).plusSeconds(i),
                    rival,
                    wrong(random) ? rival * 2 : rival));
        }
        known = new InformationRule(Optional.of(catalogue));
        require(hand(), rules());
    }

    private static boolean wrong(Random random) {
        return random.nextInt(1000) == 0;
    }

    private static List<List<String>> contents() {
        Random random = new Random(2);
        List<List<String>> contents = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            List<String> content = new ArrayList<>();
            for (int metric = 0; metric < PageRule.METRICS.size(); metric++) {
                content.add(String.format(Locale.ROOT, "%064x", new BigInteger(255, random)));
            }
            contents.add(List.copyOf(content));
        }
        return contents;
    }

    private static void require(List<String> byHand, List<String> byRules) {
        if (byHand.isEmpty()
                || !new HashSet<>(byHand).equals(new HashSet<>(byRules))
                || byHand.size() != byRules.size()) {
            throw new IllegalStateException(byHand.size() + " by hand, " + byRules.size() + " by rules");
        }
    }

    @Benchmark
    public List<String> rules() {
        List<InspectionPass<PageRule.Content>> pages = new ArrayList<>();
        PageRule.METRICS.forEach(metric -> pages.add(pass(PageRule.of(metric))));
        InspectionPass<InformationRule.Listed> information = pass(known);
        InspectionPass<PriceRule.Price> price = pass(new PriceRule());
        InspectionPass<StockRule.Stock> stock = pass(new StockRule(MaintenanceRules.Stock.DEFAULT));
        InspectionPass<ActivityExpiryRule.End> end = pass(new ActivityExpiryRule(Optional.of(WARNING)));
        InspectionPass<CompetitorPriceRule.Price> rival =
                pass(new CompetitorPriceRule(Optional.of(new BigDecimal("0.10"))));
        for (Listing each : listings) {
            String sku = each.sku();
            information.take(sku, InformationRule.Listed.of(sku));
            price.take(
                    sku,
                    PriceRule.Price.of(Money.ofMinor(each.price(), CNY), Money.ofMinor(each.approvedPrice(), CNY)));
            stock.take(
                    sku,
                    new StockRule.Stock(
                            true, OptionalLong.of(each.stock()), OptionalLong.of(each.erp()), 0, Optional.of(EARLIER)));
            for (int metric = 0; metric < pages.size(); metric++) {
                pages.get(metric)
                        .take(
                                sku,
                                PageRule.Content.of(
                                        each.content().get(metric),
                                        each.approved().get(metric)));
            }
            end.take(sku, ActivityExpiryRule.End.of(each.end()));
            rival.take(
                    sku,
                    CompetitorPriceRule.Price.of(
                            Money.ofMinor(each.rival(), CNY), Money.ofMinor(each.rivalBefore(), CNY)));
        }
        List<String> found = new ArrayList<>();
        pages.forEach(pass -> add(found, pass.end()));
        for (InspectionPass<?> pass : List.of(information, price, stock, end, rival)) {
            add(found, pass.end());
        }
        return found;
    }

    private <V> InspectionPass<V> pass(InspectionRule<V> rule) {
        Look look = Look.complete(NOW, NOW, skus, MaintenanceRules.Feed.DEFAULT);
        return new InspectionPass<>(
                look, rule, new SourceBreaker(MaintenanceRules.MassBreaker.DEFAULT), subject -> false);
    }

    private static void add(List<String> found, InspectionRun run) {
        run.single().forEach((sku, judgement) -> {
            if (judgement.verdict() == InspectionVerdict.ANOMALY) {
                found.add(judgement.rule() + " " + sku);
            }
        });
    }

    @Benchmark
    public List<String> hand() {
        List<String> found = new ArrayList<>();
        Instant limit = NOW.plus(WARNING);
        for (Listing each : listings) {
            String sku = each.sku();
            if (!catalogue.contains(sku)) {
                found.add("INFORMATION " + sku);
            }
            if (each.price() != each.approvedPrice()) {
                found.add("PRICE " + sku);
            }
            if (each.stock() != each.erp()) {
                found.add("STOCK " + sku);
            }
            for (int metric = 0; metric < PageRule.METRICS.size(); metric++) {
                if (!each.content().get(metric).equals(each.approved().get(metric))) {
                    found.add("PAGE:" + PageRule.METRICS.get(metric) + " " + sku);
                }
            }
            if (!each.end().isAfter(limit)) {
                found.add("ACTIVITY_EXPIRY " + sku);
            }
            if (Math.abs(each.rival() - each.rivalBefore()) * 10 >= each.rivalBefore()) {
                found.add("COMPETITOR:PRICE " + sku);
            }
        }
        return found;
    }
}
