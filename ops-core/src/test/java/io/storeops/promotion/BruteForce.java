package io.storeops.promotion;

import io.storeops.promotion.PromotionRules.GroupChoice;
import io.storeops.promotion.PromotionRules.PercentRounding;
import io.storeops.promotion.PromotionRules.Sequence;
import io.storeops.promotion.PromotionRules.ThresholdBase;
import io.storeops.promotion.PromotionRules.UnitStacking;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The model written down once more, without a thought for time: every moment, everything that can be offered, every winner of every
 * group, every cart, and a ledger of what each promotion takes off which line.
 */
final class BruteForce {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    private final Map<String, Long> prices = new LinkedHashMap<>();
    private final List<Promotion> promotions;
    private final PromotionRules rules;
    private final String subject;

    /** A worst cart, if it is worse than what it is compared with. */
    record Worst(Fraction income, Map<String, Integer> cart) {}

    /** What the buyer pays, and what the seller has of all units of the subject. */
    private record Paid(BigDecimal total, BigDecimal income) {
        private static final Comparator<Paid> BUYER =
                Comparator.comparing(Paid::total).thenComparing(Paid::income);
    }

    BruteForce(List<ApprovedPrice> prices, List<Promotion> promotions, PromotionRules rules, String subject) {
        prices.forEach(price -> this.prices.put(price.sku(), price.minor()));
        this.promotions = promotions;
        this.rules = rules;
        this.subject = subject;
    }

    /** The worst cart of at most so many units, at any moment; what is sold before and after counts too. */
    Worst worst(int mostUnits) {
        List<Map<String, Integer>> carts = new ArrayList<>();
        grow(new LinkedHashMap<>(), mostUnits, carts);
        List<Worst> found = new ArrayList<>();
        for (Instant moment : moments()) {
            List<Promotion> active = promotions.stream()
                    .filter(each -> !moment.isBefore(each.window().from())
                            && moment.isBefore(each.window().to()))
                    .toList();
            for (List<Promotion> offered : offers(active)) {
                List<List<Promotion>> left = winners(offered);
                for (Map<String, Integer> cart : carts) {
                    Stream<Paid> ends = left.stream().map(each -> paid(cart, each));
                    (rules.groupChoice().orElseThrow() == GroupChoice.ANY ? ends : ends.min(Paid.BUYER).stream())
                            .forEach(end ->
                                    found.add(new Worst(perUnit(end.income, cart.getOrDefault(subject, 0)), cart)));
                }
            }
        }
        return found.stream().min(Comparator.comparing(Worst::income)).orElseThrow();
    }

    private TreeSet<Instant> moments() {
        TreeSet<Instant> moments = new TreeSet<>(List.of(Instant.MIN));
        promotions.forEach(each ->
                moments.addAll(List.of(each.window().from(), each.window().to())));
        return moments;
    }

    private static Fraction perUnit(BigDecimal income, int units) {
        return new Fraction(income.multiply(WHOLE).toBigIntegerExact(), BigInteger.valueOf(10_000L * units));
    }

    private void grow(Map<String, Integer> cart, int rest, List<Map<String, Integer>> carts) {
        if (cart.containsKey(subject)) {
            carts.add(cart);
        }
        for (String sku : prices.keySet()) {
            for (int units = 1; units <= rest && !cart.containsKey(sku); units++) {
                Map<String, Integer> more = new LinkedHashMap<>(cart);
                more.put(sku, units);
                grow(more, rest - units, carts);
            }
        }
    }

    private static Terms terms(Promotion promotion) {
        return promotion instanceof UnitPromotion unit ? unit.terms() : ((OrderPromotion) promotion).terms();
    }

    private static Level level(Promotion promotion) {
        return promotion instanceof UnitPromotion unit ? unit.level() : ((OrderPromotion) promotion).level();
    }

    private List<List<Promotion>> offers(List<Promotion> active) {
        List<List<Promotion>> offers = new ArrayList<>();
        for (int bits = 0; bits < 1 << active.size(); bits++) {
            List<Promotion> offer = new ArrayList<>();
            boolean isComplete = true;
            for (int i = 0; i < active.size(); i++) {
                boolean isIn = (bits >> i & 1) == 1;
                if (isIn) {
                    offer.add(active.get(i));
                }
                Level level = level(active.get(i));
                isComplete &= isIn || level != Level.ITEM && level != Level.ORDER;
            }
            if (isComplete
                    && count(offer, Level.CODE) <= rules.codesPerOrder().orElseThrow()
                    && count(offer, Level.MEMBER) <= rules.membersPerOrder().orElseThrow()) {
                offers.add(offer);
            }
        }
        return offers;
    }

    private static long count(List<Promotion> offer, Level level) {
        return offer.stream().filter(each -> level(each) == level).count();
    }

    private static List<List<Promotion>> winners(List<Promotion> offer) {
        for (Promotion one : offer) {
            Optional<String> group = terms(one).group();
            List<Promotion> rivals = offer.stream()
                    .filter(each -> group.isPresent() && terms(each).group().equals(group))
                    .toList();
            if (rivals.size() > 1) {
                return rivals.stream()
                        .flatMap(winner ->
                                winners(offer.stream()
                                                .filter(each -> each == winner || !rivals.contains(each))
                                                .toList())
                                        .stream())
                        .toList();
            }
        }
        return List.of(offer);
    }

    private Paid paid(Map<String, Integer> cart, List<Promotion> selection) {
        Map<String, BigDecimal> costs = new LinkedHashMap<>();
        Map<String, BigDecimal> given = new HashMap<>();
        for (Map.Entry<String, Integer> line : cart.entrySet()) {
            long units = rules.percentRounding().orElseThrow() == PercentRounding.UNIT ? 1 : line.getValue();
            BigDecimal times = BigDecimal.valueOf(line.getValue() / units);
            BigDecimal[] ends = unitLevels(line.getKey(), units, selection);
            costs.put(line.getKey(), ends[0].multiply(times));
            given.put(line.getKey(), ends[1].multiply(times));
        }
        Map<String, BigDecimal> before = Map.copyOf(costs);
        for (Promotion each : inSequence(selection)) {
            order((OrderPromotion) each, cart, before, costs, given);
        }
        BigDecimal list = BigDecimal.valueOf(prices.get(subject) * cart.get(subject));
        return new Paid(
                costs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                list.subtract(given.getOrDefault(subject, BigDecimal.ZERO)));
    }

    private List<Promotion> inSequence(List<Promotion> selection) {
        Sequence sequence = rules.sequence().orElseThrow();
        Level first = sequence == Sequence.CODE_THEN_ORDER ? Level.CODE : Level.ORDER;
        return selection.stream()
                .filter(OrderPromotion.class::isInstance)
                .sorted(Comparator.comparing(each -> sequence != Sequence.AS_LISTED && level(each) != first))
                .toList();
    }

    private static BigDecimal percent(BigDecimal of, Cut.Percent cut) {
        return of.multiply(BigDecimal.valueOf(cut.basisPoints())).divide(WHOLE, 0, RoundingMode.HALF_UP);
    }

    private static BigDecimal sellers(BigDecimal cut, Promotion promotion) {
        return cut.multiply(BigDecimal.valueOf(terms(promotion).sellerShareBp()))
                .divide(WHOLE, 4, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal off(Cut cut, BigDecimal amount, long units, BigDecimal list) {
        if (cut instanceof Cut.Percent percent) {
            return percent(amount, percent);
        }
        return cut instanceof Cut.Price price
                ? list.subtract(list.min(BigDecimal.valueOf(price.minor() * units)))
                : list.min(BigDecimal.valueOf(((Cut.Minus) cut).minor() * units));
    }

    /** What the units cost after ITEM, FLASH and MEMBER, and what the seller gave. */
    private BigDecimal[] unitLevels(String sku, long units, List<Promotion> selection) {
        BigDecimal list = BigDecimal.valueOf(prices.get(sku) * units);
        List<UnitPromotion> mine = selection.stream()
                .filter(UnitPromotion.class::isInstance)
                .map(UnitPromotion.class::cast)
                .filter(each -> each.terms().scope().contains(sku))
                .toList();
        BigDecimal left = list;
        BigDecimal given = BigDecimal.ZERO;
        List<UnitPromotion> applied = new ArrayList<>(mine);
        boolean isAdded = rules.unitStacking().orElseThrow() == UnitStacking.ALL_ON_LIST;
        if (!isAdded) {
            boolean isFlash = mine.stream().anyMatch(each -> each.level() == Level.FLASH);
            Level level = isFlash ? Level.FLASH : Level.ITEM;
            Optional<UnitPromotion> best = mine.stream()
                    .filter(each -> each.level() == level)
                    .max(Comparator.<UnitPromotion, BigDecimal>comparing(each -> off(each.cut(), list, units, list))
                            .thenComparing(each -> each.terms().sellerShareBp()));
            applied.removeIf(each -> each.level() != Level.MEMBER);
            best.ifPresent(winner -> applied.add(0, winner));
        }
        for (UnitPromotion each : applied) {
            BigDecimal cut = left.min(off(each.cut(), isAdded ? list : left, units, list));
            left = left.subtract(cut);
            given = given.add(sellers(cut, each));
        }
        return new BigDecimal[] {left, given};
    }

    private void order(
            OrderPromotion promotion,
            Map<String, Integer> cart,
            Map<String, BigDecimal> before,
            Map<String, BigDecimal> costs,
            Map<String, BigDecimal> given) {
        List<String> covered = cart.keySet().stream()
                .filter(promotion.terms().scope()::contains)
                .toList();
        List<String> sharing =
                covered.stream().filter(sku -> costs.get(sku).signum() > 0).toList();
        BigDecimal pot = sum(sharing, costs);
        long times = times(promotion, cart, covered, before, pot);
        if (pot.signum() == 0 || times == 0) {
            return;
        }
        BigDecimal total = promotion.cut() instanceof Cut.Percent percent
                ? percent(pot, percent)
                : BigDecimal.valueOf(((Cut.Minus) promotion.cut()).minor()).multiply(BigDecimal.valueOf(times));
        total = total.min(BigDecimal.valueOf(promotion.cap().orElse(Long.MAX_VALUE)))
                .min(pot);
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        BigDecimal rest = total;
        for (String sku : sharing.subList(0, sharing.size() - 1)) {
            BigDecimal share = total.multiply(costs.get(sku))
                    .divide(pot, 0, RoundingMode.HALF_UP)
                    .min(rest);
            shares.put(sku, share);
            rest = rest.subtract(share);
        }
        for (int i = sharing.size() - 1; i >= 0; i--) {
            String sku = sharing.get(i);
            BigDecimal had = shares.getOrDefault(sku, BigDecimal.ZERO);
            BigDecimal more = rest.min(costs.get(sku).subtract(had));
            shares.put(sku, had.add(more));
            rest = rest.subtract(more);
        }
        shares.forEach((sku, share) -> {
            costs.merge(sku, share.negate(), BigDecimal::add);
            given.merge(sku, sellers(share, promotion), BigDecimal::add);
        });
    }

    private long times(
            OrderPromotion promotion,
            Map<String, Integer> cart,
            List<String> covered,
            Map<String, BigDecimal> before,
            BigDecimal pot) {
        if (promotion.threshold().isEmpty()) {
            return 1;
        }
        Threshold threshold = promotion.threshold().get();
        BigDecimal measure;
        if (threshold.on() == Threshold.On.COUNT) {
            measure = BigDecimal.valueOf(covered.stream()
                    .filter(sku ->
                            rules.giftsCount().orElseThrow() || before.get(sku).signum() > 0)
                    .mapToLong(cart::get)
                    .sum());
        } else {
            measure = rules.thresholdBase().orElseThrow() == ThresholdBase.RUNNING ? pot : sum(covered, before);
        }
        long reached = measure.divideToIntegralValue(BigDecimal.valueOf(threshold.value()))
                .longValueExact();
        return threshold.each() ? reached : Math.min(1, reached);
    }

    private static BigDecimal sum(List<String> skus, Map<String, BigDecimal> amounts) {
        return skus.stream().map(amounts::get).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
