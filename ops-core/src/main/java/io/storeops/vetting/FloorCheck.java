package io.storeops.vetting;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.storeops.campaign.Campaign;
import io.storeops.promotion.ApprovedPrice;
import io.storeops.promotion.Cut;
import io.storeops.promotion.FloorMode;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.PromotionPlan;
import io.storeops.promotion.PromotionRules;
import io.storeops.promotion.Window;
import io.storeops.promotion.WorstIncome;
import io.storeops.promotion.WorstIncome.Unproven;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What SKUs are left with at worst in a window, under everything that acts on them together (D38-D40): interval by interval between all
 * instants at which a campaign, a promotion, a price or a floor changes. For one decision.
 */
final class FloorCheck {
    /** What no rule matters for: there is no promotion. */
    private static final PromotionRules NOTHING_TO_RULE = PromotionRules.usual()
            .with(PromotionRules.Sequence.ORDER_THEN_CODE)
            .with(PromotionRules.ThresholdBase.RUNNING)
            .with(PromotionRules.GroupChoice.BEST)
            .withCodesPerOrder(0);

    private final Situation situation;
    private final RulesInForce rules;
    private final Window window;
    private final List<Offered> offered;
    private final List<Integer> unknown;
    private final ListMultimap<String, Integer> bySku;
    private final ListMultimap<String, Integer> byGroup;
    private final ListMultimap<String, Campaign> actingOn;
    private final Set<String> met = new TreeSet<>();

    FloorCheck(Situation situation, RulesInForce rules, Window window) {
        this.situation = situation;
        this.rules = rules;
        this.window = window;
        this.offered = new ArrayList<>();
        this.unknown = new ArrayList<>();
        this.bySku = ArrayListMultimap.create();
        this.byGroup = ArrayListMultimap.create();
        this.actingOn = ArrayListMultimap.create();
        for (Campaign campaign : situation.during(window)) {
            campaign.offers().forEach(offer -> actingOn.put(offer.sku(), campaign));
            Offered.of(campaign)
                    .filter(each -> !each.promotion().window().within(window).isEmpty())
                    .forEach(this::add);
        }
    }

    private void add(Offered each) {
        int place = offered.size();
        offered.add(each);
        each.promotion().scope().forEach(sku -> bySku.put(sku, place));
        each.group().ifPresent(group -> byGroup.put(group, place));
        if (!each.isKnown()) {
            unknown.add(place);
        }
    }

    /** The SKUs that can be in an order with those that were judged, whose prices and campaigns the findings rely on. */
    Set<String> met() {
        return met;
    }

    /** Those of the SKUs on which something acts, and all that promotions bring together with them. */
    Set<String> together(Collection<String> skus) {
        Set<String> all = new TreeSet<>();
        for (String sku : skus) {
            if (!all.contains(sku) && (bySku.containsKey(sku) || actingOn.containsKey(sku))) {
                all.addAll(component(sku).skus());
            }
        }
        return all;
    }

    /** The worst finding of each SKU on which a campaign acts. */
    Map<String, Finding> worst(Collection<String> judged) {
        Map<String, Finding> worst = new LinkedHashMap<>();
        Set<String> open = new TreeSet<>(judged);
        while (!open.isEmpty()) {
            Component component = component(open.iterator().next());
            met.addAll(component.skus());
            Set<String> subjects =
                    component.skus().stream().filter(open::contains).collect(Collectors.toCollection(TreeSet::new));
            open.removeAll(subjects);
            new Judging(component, subjects, worst).judge();
        }
        return worst;
    }

    /** What can be in one order: SKUs, and the places of the promotions that bring them together, or of which nobody knows. */
    private record Component(Set<String> skus, List<Integer> places) {}

    private Component component(String sku) {
        Set<String> skus = new TreeSet<>(Set.of(sku));
        Set<Integer> places = new TreeSet<>(unknown);
        Deque<String> open = new ArrayDeque<>(skus);
        while (!open.isEmpty()) {
            for (int place : bySku.get(open.remove())) {
                if (places.add(place)) {
                    Offered each = offered.get(place);
                    Stream<String> grouped = each.group().stream()
                            .flatMap(group -> byGroup.get(group).stream())
                            .flatMap(other -> offered.get(other).promotion().scope().stream());
                    Stream.concat(each.promotion().scope().stream(), grouped)
                            .filter(skus::add)
                            .forEach(open::add);
                }
            }
        }
        return new Component(skus, List.copyOf(places));
    }

    /** One component, interval by interval. */
    private final class Judging {
        private final Component component;
        private final Set<String> subjects;
        private final Map<String, Finding> worst;
        private final Set<List<Object>> seen = new HashSet<>();

        Judging(Component component, Set<String> subjects, Map<String, Finding> worst) {
            this.component = component;
            this.subjects = subjects;
            this.worst = worst;
        }

        void judge() {
            Instant from = null;
            for (Instant to : cuts()) {
                if (from != null) {
                    judge(new Window(from, to));
                }
                from = to;
            }
        }

        private NavigableSet<Instant> cuts() {
            Stream<Window> windows = Stream.concat(
                    component.places().stream()
                            .map(place -> offered.get(place).promotion().window()),
                    subjects.stream().flatMap(sku -> actingOn.get(sku).stream()).map(Situation::window));
            Stream<Instant> ends = windows.flatMap(each -> Stream.of(each.from(), each.to()));
            Stream<Instant> prices = component.skus().stream()
                    .flatMap(sku -> situation.book(sku).changes().stream()
                            .filter(change -> change.state().approved())
                            .map(change -> change.effectiveFrom()));
            Stream<Instant> floors = subjects.stream().flatMap(situation::floorChanges);
            TreeSet<Instant> cuts = Stream.of(ends, prices, floors)
                    .flatMap(each -> each)
                    .filter(window::holds)
                    .collect(Collectors.toCollection(TreeSet::new));
            cuts.add(window.from());
            cuts.add(window.to());
            return cuts;
        }

        private void judge(Window interval) {
            List<Integer> active = component.places().stream()
                    .filter(place -> offered.get(place).promotion().window().holds(interval))
                    .toList();
            Map<String, Long> prices = prices(interval.from());
            Map<String, List<String>> acting = new TreeMap<>();
            Map<String, Optional<Long>> floors = new TreeMap<>();
            for (String sku : subjects) {
                List<String> ids = acting(sku, interval);
                if (!ids.isEmpty()) {
                    acting.put(sku, ids);
                    floors.put(sku, situation.floorAt(sku, interval.from()));
                }
            }
            if (!acting.isEmpty() && seen.add(List.of(active, prices, acting, floors))) {
                judge(interval, active, prices, acting, floors);
            }
        }

        private List<String> acting(String sku, Window interval) {
            return actingOn.get(sku).stream()
                    .filter(campaign -> Situation.window(campaign).holds(interval))
                    .map(Campaign::id)
                    .sorted()
                    .toList();
        }

        private Map<String, Long> prices(Instant at) {
            Map<String, Long> prices = new TreeMap<>();
            for (String sku : component.skus()) {
                situation
                        .book(sku)
                        .minorAt(at)
                        .filter(price -> price <= Cut.MOST_MINOR)
                        .ifPresent(price -> prices.put(sku, price));
            }
            return prices;
        }

        private void judge(
                Window interval,
                List<Integer> active,
                Map<String, Long> prices,
                Map<String, List<String>> acting,
                Map<String, Optional<Long>> floors) {
            PromotionPlan plan = plan(interval, active, prices);
            Map<String, WorstIncome> bounds = plan.bounds(
                    acting.keySet().stream().filter(prices::containsKey).toList());
            acting.forEach((sku, ids) -> {
                Optional<Long> floor = requireNonNull(floors.get(sku));
                WorstIncome bound = bounds.get(sku);
                Finding finding = bound == null
                        ? unpriced(sku, ids, interval, floor)
                        : new Finding(sku, ids, interval, Optional.of(plan), bound, decisive(plan, sku, bound), floor);
                worst.merge(sku, finding, (known, next) -> next.isWorseThan(known) ? next : known);
            });
        }

        private Finding unpriced(String sku, List<String> ids, Window interval, Optional<Long> floor) {
            Unproven none = new Unproven(List.of("SKU " + sku + " has no approved price that the price model takes"));
            return new Finding(sku, ids, interval, Optional.empty(), none, none, floor);
        }

        private WorstIncome decisive(PromotionPlan plan, String sku, WorstIncome bound) {
            if (rules.tooLarge().isPresent()) {
                return new Unproven(List.of("the roster decides by carts of more than "
                        + rules.tooLarge().getAsInt() + " units, the most that the price model looks at"));
            }
            return rules.mode() instanceof FloorMode.Exact exact ? plan.worstCart(sku, exact.units()) : bound;
        }

        private PromotionPlan plan(Window interval, List<Integer> active, Map<String, Long> prices) {
            List<ApprovedPrice> approved = prices.entrySet().stream()
                    .map(entry -> new ApprovedPrice(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparing(ApprovedPrice::sku))
                    .toList();
            List<Promotion> promotions = active.stream()
                    .map(place -> offered.get(place).promotion().as("promotion-" + place, interval))
                    .toList();
            return PromotionPlan.of(approved, promotions, promotions.isEmpty() ? NOTHING_TO_RULE : rules.promotions());
        }
    }
}
