package io.storeops.vetting;

import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.campaign.Campaign;
import io.storeops.campaign.CampaignPlan;
import io.storeops.campaign.Course;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.promotion.ApprovedPrice;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.PromotionPlan;
import io.storeops.promotion.PromotionRules;
import io.storeops.promotion.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever is approved, extended, cancelled and priced in whatever order: nothing accepted promises more than can be sold, or can leave
 * less than a floor. What stands is judged anew, minute by minute, without a thought for time.
 */
class VettingLawsTest {
    private static final List<String> SKUS = List.of("A", "B", "K-S");
    private static final PromotionRules RULES = VettingShop.RULES.with(PromotionRules.Sequence.ORDER_THEN_CODE);
    private static final int MINUTES = 12;

    @Property(tries = 25)
    void nothingAcceptedBreaksAFloorOrPromisesTooMuch(@ForAll Random random) {
        Trial trial = new Trial(random);
        for (int step = 0; step < 25; step++) {
            trial.step(step);
        }
        assertTrue(trial.accepted > 0);
    }

    private static final class Trial {
        private final Random random;
        private final VettingShop shop = VettingShop.open();
        private final Map<String, Long> floors = new HashMap<>();
        private final Instant begin = shop.at("09:00");
        private boolean lowered;
        private int accepted;

        Trial(Random random) {
            this.random = random;
        }

        private <E> E any(List<E> of) {
            return of.get(random.nextInt(of.size()));
        }

        private Instant minute(int minute) {
            return begin.plusSeconds(60L * minute);
        }

        void step(int number) {
            if (random.nextInt(4) == 0) {
                shop.shop.clock.set(shop.shop.clock.instant().plusSeconds(20));
            }
            boolean leaves = false;
            try {
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> approve("C" + number);
                    case 3 -> price();
                    case 4 -> floor();
                    case 5 -> start();
                    case 6 -> extend();
                    default -> leaves = leave();
                }
            } catch (RefusedException | DeniedException e) {
                return;
            }
            accepted++;
            promisesNoMore();
            if (leaves) {
                // A cancellation is never refused: what then falls below is judged at the next change (D36, D38).
                lowered |= !broken().isEmpty();
            } else if (!lowered) {
                assertEquals(Set.of(), broken());
            }
        }

        private void approve(String id) {
            int from = random.nextInt(MINUTES);
            VettingShop.Planned planned =
                    shop.planned(id, minute(from), minute(from + 1 + random.nextInt(MINUTES - from)));
            Set<String> skus = new TreeSet<>(Set.of(any(SKUS)));
            if (random.nextBoolean()) {
                skus.add(any(SKUS));
            }
            String[] all = skus.toArray(String[]::new);
            switch (random.nextInt(4)) {
                case 0 -> planned.offering(all).item(500 + random.nextInt(9_000), all);
                case 1 -> planned.offering(all).flash(500 + random.nextInt(1_500), all);
                case 2 ->
                    planned.offering(all).lessFrom(1_000 + random.nextInt(20_000), 1 + random.nextInt(2_000), all);
                default -> skus.forEach(sku -> planned.promising(sku, 10 + random.nextInt(60)));
            }
            CampaignPlan plan = planned.plan();
            Set<String> others = new TreeSet<>();
            campaigns().forEach(campaign -> others.add(campaign.id()));
            shop.allow(plan, others);
        }

        private void price() {
            shop.price(any(SKUS), 1_000 + random.nextInt(10_000));
        }

        private void floor() {
            String sku = any(SKUS);
            long minor = 100 + random.nextInt(4_000);
            shop.floor(sku, minor);
            floors.put(sku, minor);
        }

        private List<Campaign> campaigns() {
            return shop.desk().campaigns().all(STORE).stream()
                    .filter(campaign -> !campaign.isOver() && campaign.end().isAfter(shop.shop.clock.instant()))
                    .toList();
        }

        private Optional<Campaign> one(Course.State state) {
            List<Campaign> those = campaigns().stream()
                    .filter(campaign -> campaign.course().state() == state)
                    .toList();
            return those.isEmpty() ? Optional.empty() : Optional.of(any(those));
        }

        private void start() {
            one(Course.State.PLANNED).ifPresent(campaign -> {
                if (campaign.start().isAfter(shop.shop.clock.instant())) {
                    shop.shop.clock.set(campaign.start());
                }
                shop.start(campaign.id());
            });
        }

        private void extend() {
            one(Course.State.RUNNING)
                    .ifPresent(campaign ->
                            shop.extend(campaign.id(), campaign.end().plusSeconds(60L * (1 + random.nextInt(4)))));
        }

        private boolean leave() {
            List<Campaign> campaigns = campaigns();
            if (campaigns.isEmpty()) {
                return false;
            }
            shop.leave(any(campaigns).id(), Released.CANCELLED);
            return true;
        }

        private void promisesNoMore() {
            for (int minute = 0; minute < 3 * MINUTES; minute++) {
                Instant at = minute(minute).plusSeconds(30);
                for (String sku : SKUS) {
                    long promised = campaigns().stream()
                            .filter(campaign -> !at.isBefore(campaign.start()) && at.isBefore(campaign.end()))
                            .flatMap(campaign -> campaign.offerOf(sku).stream())
                            .mapToLong(offer -> offer.quota().orElse(0L))
                            .sum();
                    assertTrue(promised <= 100, () -> promised + " of " + sku);
                }
            }
        }

        /** The SKUs that can leave less than their floor at some second from now on while a campaign is on them. */
        private Set<String> broken() {
            Set<String> broken = new TreeSet<>();
            List<ApprovedPrice> prices = SKUS.stream()
                    .map(sku -> new ApprovedPrice(
                            sku,
                            shop.desk()
                                    .prices()
                                    .bookOf(STORE, sku)
                                    .minorAt(shop.shop.clock.instant())
                                    .orElseThrow()))
                    .toList();
            for (int minute = 0; minute < 3 * MINUTES; minute++) {
                Instant at = minute(minute).plusSeconds(59);
                if (at.isBefore(shop.shop.clock.instant())) {
                    continue;
                }
                List<Campaign> then = campaigns().stream()
                        .filter(campaign -> !at.isBefore(campaign.start()) && at.isBefore(campaign.end()))
                        .toList();
                List<Promotion> promotions = new ArrayList<>();
                for (Campaign campaign : then) {
                    for (Promotion promotion : campaign.promotions()) {
                        promotions.add(promotion.as(campaign.id(), new Window(at, at.plusSeconds(1))));
                    }
                }
                if (!then.isEmpty()) {
                    PromotionPlan plan = PromotionPlan.of(prices, promotions, RULES);
                    floors.forEach((sku, floor) -> {
                        boolean acts = then.stream()
                                .anyMatch(campaign -> campaign.offerOf(sku).isPresent());
                        if (acts && plan.bound(sku).found().orElseThrow().isBelow(floor)) {
                            broken.add(sku);
                        }
                    });
                }
            }
            return broken;
        }
    }
}
