package io.storeops.maintenance;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Scored;
import io.storeops.failure.RefusedException;
import io.storeops.inspection.PriceRule;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MaintenanceLawsTest {
    /** What is tried; the names of those that must not improve anything are the law's. */
    private enum Step {
        BAD,
        GOOD,
        WHOLE_STORE,
        WHOLE_STORE_OVER,
        REPORT,
        PUT_RIGHT,
        CLAIM,
        ESCALATE,
        ANSWER,
        CLOSE,
        DISMISS,
        RECLASSIFY,
        SILENCE,
        MINUTES,
        HOURS
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMinSize(5).ofMaxSize(25);
    }

    /** D95: n never grows, and d loses only false alarms and, by D17, what is open again. */
    @Property(tries = 200)
    void noReopeningDismissingReclassifyingCoveringOrSilencingImprovesAMeasure(@ForAll("steps") List<Step> steps) {
        AnomalyShop shop = new AnomalyShop();
        shop.report("E1");
        for (Step step : steps) {
            long anomalies = found(shop);
            int episodes = episodes(shop);
            Map<Kpi, Ratio> before = scores(shop);
            boolean time = step == Step.MINUTES || step == Step.HOURS;
            tried(shop, step);
            boolean sameAnomalies = found(shop) == anomalies;
            boolean reopened = sameAnomalies && episodes(shop) > episodes;
            boolean law = reopened
                    || step == Step.DISMISS
                    || step == Step.RECLASSIFY
                    || step == Step.SILENCE
                    || ((step == Step.BAD || step == Step.REPORT) && sameAnomalies);
            if (law && !time) {
                check(step, reopened, before, scores(shop));
            }
        }
    }

    /** One that was covered is found when nothing covers it any more (D24). */
    private static long found(AnomalyShop shop) {
        return shop.duty(MANAGER).anomalies(STORE).stream()
                .filter(anomaly -> anomaly.state() != AnomalyState.COVERED)
                .count();
    }

    private static int episodes(AnomalyShop shop) {
        return shop.duty(MANAGER).anomalies(STORE).stream()
                .mapToInt(anomaly -> anomaly.counts().episodes())
                .sum();
    }

    private static void check(Step step, boolean reopened, Map<Kpi, Ratio> before, Map<Kpi, Ratio> after) {
        before.forEach((kpi, was) -> {
            Ratio is = after.getOrDefault(kpi, Ratio.of(0, 0));
            String what = kpi + " from " + was + " to " + is + " by " + step;
            assertTrue(is.n() <= was.n(), what);
            boolean mayLose = step == Step.DISMISS || (reopened && (kpi == Kpi.K2_2 || kpi == Kpi.K2_3));
            assertTrue(mayLose || is.d() >= was.d(), what);
        });
    }

    private static Map<Kpi, Ratio> scores(AnomalyShop shop) {
        return Scored.of(shop.shop, DAY, DAY.plusDays(30), Kpi.K2_1, Kpi.K2_2, Kpi.K2_3, Kpi.K2_4)
                .ratios();
    }

    /** Whatever the machine or a guard refuses changes nothing. */
    private static void tried(AnomalyShop shop, Step step) {
        try {
            act(shop, step);
        } catch (RefusedException e) {
            assertTrue(!e.refusal().code().isEmpty());
        }
    }

    private static void act(AnomalyShop shop, Step step) {
        Maintenance keeper = shop.duty(KEEPER);
        Maintenance manager = shop.duty(MANAGER);
        switch (step) {
            case BAD -> {
                shop.minute();
                shop.look(9_000);
            }
            case GOOD -> {
                shop.minute();
                shop.look(10_000);
            }
            case WHOLE_STORE ->
                keeper.report(
                        STORE,
                        Report.of("WHOLE", PriceRule.KEY, STORE.value(), "bad", "good", shop.shop.clock.instant()));
            case WHOLE_STORE_OVER -> keeper.dismiss(STORE, "WHOLE", "it is over");
            case REPORT -> shop.report("E1");
            case PUT_RIGHT -> shop.putRight("E1");
            case CLAIM -> keeper.claim(STORE, "E1", shop.known("E1").version());
            case ESCALATE -> shop.escalate("E1");
            case ANSWER -> manager.giveFeedback(STORE, "E1", Feedback.Decision.of("HOLD", "so be it"));
            case CLOSE -> keeper.close(STORE, "E1", AnomalyResult.HOLD);
            case DISMISS -> keeper.dismiss(STORE, "E1", "looked at another listing");
            case RECLASSIFY -> manager.reclassify(STORE, "E1", "STOCK", "it was the stock");
            case SILENCE ->
                manager.silence(
                        STORE,
                        "PRICE",
                        Optional.empty(),
                        shop.shop.clock.instant().plusSeconds(600),
                        "the designer is at work");
            case MINUTES -> shop.pass(Duration.ofMinutes(7));
            case HOURS -> shop.pass(Duration.ofHours(9));
            default -> throw new IllegalArgumentException("nobody knows how to " + step);
        }
    }
}
