package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.storeops.promotion.Bounds.Lowest;
import io.storeops.promotion.PricedOrder.Step;
import io.storeops.promotion.Selections.Selection;
import io.storeops.promotion.Timeline.Interval;
import io.storeops.promotion.UnitPricing.Charge;
import io.storeops.promotion.WorstIncome.Proved;
import io.storeops.promotion.WorstIncome.Reached;
import io.storeops.promotion.WorstIncome.Unproven;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is sold at which approved prices under which promotions, on a platform of which rules: the entry to the price model (D40). Ask it
 * before a plan is approved, and again whenever a price, a floor, a window or a promotion changes (D38).
 *
 * <pre>{@code
 * Window day = new Window(from, to);
 * PromotionPlan plan = PromotionPlan.of(
 *         List.of(new ApprovedPrice("A", 9900)),
 *         List.of(
 *                 new UnitPromotion(Terms.of("flash", Set.of("A"), day), Level.FLASH, new Cut.Price(6900)),
 *                 OrderPromotion.of(Terms.of("199-20", Set.of("A"), day), Level.ORDER, new Cut.Minus(2000))
 *                         .from(Threshold.amount(19900))),
 *         rules);
 * FloorDecision decision = plan.decide("A", OptionalLong.of(6220), FloorMode.bound());
 * if (decision.isRefused()) {
 *     tell(decision.sentence(2)); // No cart leaves less than 62.06 of a unit of A under flash, 199-20 from ...
 * }
 * }</pre>
 *
 * <p>A plan holds everything that can apply to an order with the SKU: all promotions whose scopes meet, over common SKUs or exclusive groups.
 * Promotions that cannot meet in an order are better two plans, since each choice of one is tried with each of the other.
 *
 * <p><strong>What is not proved.</strong> Rules with a {@linkplain PromotionRules#gaps gap}, an {@link UnknownPromotion} that is in effect
 * at any time, a scope with a SKU that has no approved price, more than {@link #MOST_SELECTIONS} selections in one elementary interval and,
 * for the worst cart alone, more than {@link #MOST_PRICINGS} carts to price give {@link Unproven} with the reason.
 *
 * <p>Outside of the model: taxes that differ between the lines, and whatever else changes a price.
 *
 * <p>Immutable and thread-safe.
 */
public final class PromotionPlan {
    /**
     * The most distinct selections of promotions in one elementary interval. They double with every promotion that is free to be there or
     * not: 12 such give 4096, the 13th twice as many. It takes about a hundredth of a second to bound so many, and who has more does not
     * know any more what runs.
     */
    public static final int MOST_SELECTIONS = 4096;

    /**
     * The most prices of a cart that a search for the worst takes, carts times selections over all intervals: some seconds. The carts of 4
     * units pass it under one selection at some 150 SKUs that have to be told apart.
     */
    public static final long MOST_PRICINGS = 20_000_000;

    private static final int[] NOBODY = new int[0];

    private final List<ApprovedPrice> prices;
    private final List<Promotion> promotions;
    private final PromotionRules rules;
    private final int mostSelections;
    private final long mostPricings;
    private final Map<String, Integer> positions;
    private final List<String> doubts;
    private final @Nullable Board board;
    private final List<Interval> intervals;

    private PromotionPlan(List<ApprovedPrice> prices, List<Promotion> promotions, PromotionRules rules) {
        this.prices = ImmutableList.copyOf(prices);
        this.promotions = ImmutableList.copyOf(promotions);
        this.rules = requireNonNull(rules, "rules");
        this.mostSelections = MOST_SELECTIONS;
        this.mostPricings = MOST_PRICINGS;
        this.positions = positions(this.prices);
        List<int[]> scopes = new ArrayList<>();
        this.doubts = doubts(scopes);
        if (doubts.isEmpty()) {
            this.board = new Board(this.prices, this.promotions, scopes, rules);
            this.intervals = Timeline.of(this.promotions, board.deals);
        } else {
            this.board = null;
            this.intervals = List.of();
        }
    }

    /**
     * A plan.
     *
     * @param prices the approved price of each SKU that can be in an order with the promotions; their order says which cart comes first
     *     among equal ones
     * @param promotions the promotions, in the order in which those of one level apply
     * @param rules the rules of the platform
     * @return the plan
     * @throws IllegalArgumentException if a SKU has two prices or two promotions have one id
     */
    public static PromotionPlan of(List<ApprovedPrice> prices, List<Promotion> promotions, PromotionRules rules) {
        return new PromotionPlan(prices, promotions, rules);
    }

    /**
     * The same with another limit of selections.
     *
     * @param selections the most in one elementary interval, 1 to 65536
     * @return the plan
     * @throws IllegalArgumentException if the limit is out of range
     */
    public PromotionPlan limitedTo(int selections) {
        if (selections < 1 || selections > 1 << 16) {
            throw new IllegalArgumentException("The limit of selections is 1 to " + (1 << 16) + ", not " + selections);
        }
        return new PromotionPlan(this, selections, mostPricings);
    }

    /**
     * The same with another limit of the prices that a search for the worst cart takes.
     *
     * @param pricings the most, 1 to {@link #MOST_PRICINGS}
     * @return the plan
     * @throws IllegalArgumentException if the limit is out of range
     */
    public PromotionPlan tryingAtMost(long pricings) {
        if (pricings < 1 || pricings > MOST_PRICINGS) {
            throw new IllegalArgumentException(
                    "The limit of prices to try is 1 to " + MOST_PRICINGS + ", not " + pricings);
        }
        return new PromotionPlan(this, mostSelections, pricings);
    }

    /** The same with other limits. */
    private PromotionPlan(PromotionPlan plan, int mostSelections, long mostPricings) {
        this.prices = plan.prices;
        this.promotions = plan.promotions;
        this.rules = plan.rules;
        this.mostSelections = mostSelections;
        this.mostPricings = mostPricings;
        this.positions = plan.positions;
        this.doubts = plan.doubts;
        this.board = plan.board;
        this.intervals = plan.intervals;
    }

    private static Map<String, Integer> positions(List<ApprovedPrice> prices) {
        Map<String, Integer> positions = new HashMap<>();
        for (ApprovedPrice price : prices) {
            if (positions.put(price.sku(), positions.size()) != null) {
                throw new IllegalArgumentException("SKU " + price.sku() + " has two approved prices");
            }
        }
        return positions;
    }

    /** Why nothing can be proved; on the way the positions of the SKUs of each promotion are found. */
    private List<String> doubts(List<int[]> scopes) {
        List<String> found = new ArrayList<>(rules.gaps());
        Set<String> ids = new HashSet<>();
        for (Promotion promotion : promotions) {
            if (!ids.add(promotion.id())) {
                throw new IllegalArgumentException("Two promotions have the id " + promotion.id());
            }
            if (promotion instanceof UnknownPromotion unknown) {
                scopes.add(NOBODY);
                if (!unknown.window().isEmpty()) {
                    found.add("promotion " + unknown.id() + " is of a kind that the price model does not know: "
                            + unknown.kind());
                }
            } else {
                scopes.add(scope(promotion, found));
            }
        }
        return ImmutableList.copyOf(found);
    }

    /** The positions of the SKUs of a promotion, rising; those that have none are doubts. */
    private int[] scope(Promotion promotion, List<String> doubts) {
        Set<String> skus = terms(promotion).scope();
        int[] scope = new int[skus.size()];
        int count = 0;
        boolean isRising = true;
        for (String sku : skus) {
            Integer position = positions.get(sku);
            if (position == null) {
                doubts.add("promotion " + promotion.id() + " covers SKU " + sku + ", which has no approved price");
            } else {
                isRising &= count == 0 || scope[count - 1] < position;
                scope[count++] = position;
            }
        }
        if (!isRising) {
            Arrays.sort(scope, 0, count);
        }
        return scope;
    }

    private static Terms terms(Promotion promotion) {
        return promotion instanceof UnitPromotion unit ? unit.terms() : ((OrderPromotion) promotion).terms();
    }

    /**
     * Decides a floor. A refusal by the bound also {@linkplain #shownCart looks for a cart} of at most
     * {@link FloorMode#USUAL_UNITS} units that shows it.
     *
     * @param sku the SKU
     * @param floor the least that the seller wants of a unit, in minor units; empty if no floor is set
     * @param mode by what
     * @return the decision
     * @throws IllegalArgumentException if the plan has no price of the SKU
     */
    public FloorDecision decide(String sku, OptionalLong floor, FloorMode mode) {
        if (mode instanceof FloorMode.Exact exact) {
            WorstIncome worst = worstCart(sku, exact.units());
            return FloorDecision.of(
                    sku, floor, worst, worst instanceof Reached cart ? Optional.of(cart) : Optional.empty());
        }
        return decide(sku, floor, bound(sku), this);
    }

    /**
     * Decides the floors of many SKUs by the bound, in one go: what their promotions have in common is done once. The prices that are tried to show
     * refusals, {@link #MOST_PRICINGS} if not less, are shared out among the SKUs: of very many only small carts are tried.
     *
     * @param floors the floor of each SKU in minor units; empty if none is set
     * @return the decision of each, in the same order
     * @throws IllegalArgumentException if the plan has no price of a SKU
     */
    public List<FloorDecision> decideAll(Map<String, OptionalLong> floors) {
        List<WorstIncome> bounds =
                bounds(floors.keySet().stream().mapToInt(this::position).toArray());
        PromotionPlan showing = tryingAtMost(Math.max(1, mostPricings / Math.max(1, floors.size())));
        ImmutableList.Builder<FloorDecision> decisions = ImmutableList.builder();
        int place = 0;
        for (Map.Entry<String, OptionalLong> entry : floors.entrySet()) {
            decisions.add(decide(entry.getKey(), entry.getValue(), bounds.get(place++), showing));
        }
        return decisions.build();
    }

    private static FloorDecision decide(String sku, OptionalLong floor, WorstIncome bound, PromotionPlan showing) {
        boolean isRefused = FloorDecision.verdict(floor, bound) == FloorDecision.Verdict.BELOW_FLOOR;
        return FloorDecision.of(
                sku, floor, bound, isRefused ? showing.shownCart(sku, FloorMode.USUAL_UNITS) : Optional.empty());
    }

    /**
     * An income of a unit that no cart falls below, of whatever size.
     *
     * @param sku the SKU
     * @return proved or unproven
     * @throws IllegalArgumentException if the plan has no price of the SKU
     */
    public WorstIncome bound(String sku) {
        return bounds(new int[] {position(sku)}).get(0);
    }

    /**
     * The same of many SKUs, in one go.
     *
     * @param skus the SKUs
     * @return proved or unproven, of each SKU, in the same order
     * @throws IllegalArgumentException if the plan has no price of a SKU
     */
    public Map<String, WorstIncome> bounds(List<String> skus) {
        List<String> distinct = skus.stream().distinct().toList();
        List<WorstIncome> bounds =
                bounds(distinct.stream().mapToInt(this::position).toArray());
        ImmutableMap.Builder<String, WorstIncome> found = ImmutableMap.builder();
        for (int i = 0; i < bounds.size(); i++) {
            found.put(distinct.get(i), bounds.get(i));
        }
        return found.buildOrThrow();
    }

    /** The bounds of the SKUs at distinct positions. */
    private List<WorstIncome> bounds(int[] subjects) {
        WorstIncome[] found = new WorstIncome[subjects.length];
        if (board == null) {
            Arrays.fill(found, new Unproven(doubts));
            return Arrays.asList(found);
        }
        if (intervals.isEmpty()) {
            Arrays.setAll(
                    found, i -> new Proved(Fraction.of(board.price[subjects[i]], 1), Optional.empty(), List.of()));
            return Arrays.asList(found);
        }
        Bounds bounds = new Bounds(board, subjects);
        for (Interval interval : intervals) {
            Optional<List<Selection>> selections = Selections.of(board, interval.active(), mostSelections);
            if (selections.isEmpty()) {
                Arrays.fill(found, tooMany(interval.window()));
                return Arrays.asList(found);
            }
            bounds.lower(selections.get(), interval.window());
        }
        for (int i = 0; i < subjects.length; i++) {
            Lowest lowest = bounds.lowest(i);
            found[i] = new Proved(
                    lowest.value().fraction(),
                    Optional.of(lowest.interval()),
                    lowest.selection().promotions(board));
        }
        return Arrays.asList(found);
    }

    /**
     * The worst cart of few units.
     *
     * @param sku the SKU that every cart holds
     * @param mostUnits the most units of a cart, 1 to {@link FloorMode#MOST_UNITS}
     * @return reached or unproven
     * @throws IllegalArgumentException if the plan has no price of the SKU, or the units are out of range
     */
    public WorstIncome worstCart(String sku, int mostUnits) {
        int subject = position(sku);
        int units = new FloorMode.Exact(mostUnits).units();
        if (board == null) {
            return new Unproven(doubts);
        }
        if (intervals.isEmpty()) {
            return new Reached(
                    plain(sku), new Cart(List.of(new Cart.Line(sku, 1))), Optional.empty(), List.of(), units);
        }
        ExactSearch search = new ExactSearch(board, subject, units);
        long left = mostPricings;
        for (Interval interval : intervals) {
            Optional<List<Selection>> selections = Selections.of(board, interval.active(), mostSelections);
            if (selections.isEmpty()) {
                return new Unproven(List.of(tooMany(interval.window()).toString()));
            }
            left -= search.pricings(interval.likeness(board), selections.get().size(), left);
            if (left <= 0) {
                return new Unproven(List.of("there are more than " + mostPricings + " prices of carts of at most "
                        + units + " units to try; the bound has no such limit"));
            }
        }
        for (Interval interval : intervals) {
            search.search(
                    interval.likeness(board),
                    interval.active(),
                    Selections.of(board, interval.active(), mostSelections).orElseThrow(),
                    interval.window());
        }
        return reached(search.found(), units);
    }

    /**
     * A cart to show: the worst of at most so many units, or of fewer where so many are too many to try.
     *
     * @param sku the SKU that the cart holds
     * @param mostUnits the most units of it, 1 to {@link FloorMode#MOST_UNITS}
     * @return the cart, which says how many units were looked at; empty if nothing is proved of any
     * @throws IllegalArgumentException if the plan has no price of the SKU, or the units are out of range
     */
    public Optional<Reached> shownCart(String sku, int mostUnits) {
        for (int units = new FloorMode.Exact(mostUnits).units(); units >= 1; units--) {
            if (worstCart(sku, units) instanceof Reached reached) {
                return Optional.of(reached);
            }
        }
        return Optional.empty();
    }

    private WorstIncome reached(ExactSearch.Found found, int mostUnits) {
        Board known = requireNonNull(board);
        return new Reached(
                Ratio.of(found.income(), (long) found.units() * Cut.WHOLE).fraction(),
                new Cart(found.lines().stream()
                        .map(line -> new Cart.Line(known.skus.get(line.sku()), line.units()))
                        .toList()),
                Optional.of(found.interval()),
                found.selection().promotions(known),
                mostUnits);
    }

    private Unproven tooMany(Window interval) {
        return new Unproven(List.of("there are more than " + mostSelections
                + " ways for promotions to be in effect together from " + interval));
    }

    private Fraction plain(String sku) {
        return Fraction.of(prices.get(position(sku)).minor(), 1);
    }

    private int position(String sku) {
        Integer position = positions.get(sku);
        if (position == null) {
            throw new IllegalArgumentException(
                    "The plan has no approved price of SKU " + sku + "; it has " + positions.size() + " SKUs");
        }
        return position;
    }

    /**
     * What a cart costs when certain promotions are in effect.
     *
     * @param cart the cart
     * @param inEffect the ids of the promotions, after the choices of the buyer and of exclusive groups
     * @return step by step
     * @throws IllegalArgumentException if the plan has no price of a SKU, no such promotion, or is unproven for another reason than the
     *     number of selections
     */
    public PricedOrder price(Cart cart, Set<String> inEffect) {
        if (board == null) {
            throw new IllegalArgumentException("The cart " + cart + " has no price: " + new Unproven(doubts));
        }
        int[] unit = taken(board, inEffect, true);
        int[] order = taken(board, inEffect, false);
        if (unit.length + order.length < inEffect.size()) {
            throw new IllegalArgumentException("Of the promotions " + inEffect + " the plan has only some. It has "
                    + promotions.stream().map(Promotion::id).toList());
        }
        int lines = cart.lines().size();
        int[] skus =
                cart.lines().stream().mapToInt(line -> position(line.sku())).toArray();
        int[] units = cart.lines().stream().mapToInt(Cart.Line::units).toArray();
        OrderPricing pricing = new OrderPricing(board, lines);
        UnitPricing unitPricing = new UnitPricing(board, unit);
        for (int line = 0; line < lines; line++) {
            Charge charge = unitPricing.line(skus[line], units[line]);
            pricing.begin(line, charge);
        }
        List<Step> steps = new ArrayList<>(List.of(new Step(Optional.empty(), amounts(pricing, lines))));
        pricing.apply(
                order,
                skus,
                units,
                lines,
                (deal, after) -> steps.add(new Step(Optional.of(deal.promotion), amounts(after, lines))));
        return new PricedOrder(
                cart,
                steps,
                IntStream.range(0, lines)
                        .mapToObj(line -> Fraction.of(pricing.funding[line], Cut.WHOLE))
                        .toList());
    }

    private static int[] taken(Board board, Set<String> ids, boolean ofUnit) {
        IntStream all = ofUnit ? IntStream.range(0, board.deals.length) : IntStream.of(board.sequence);
        return all.filter(i -> board.deals[i].level.isOfUnit() == ofUnit && ids.contains(board.deals[i].id()))
                .toArray();
    }

    private static List<Long> amounts(OrderPricing pricing, int lines) {
        return IntStream.range(0, lines).mapToObj(line -> pricing.amount[line]).toList();
    }
}
