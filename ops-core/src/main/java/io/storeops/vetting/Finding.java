package io.storeops.vetting;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.evidence.Stamp;
import io.storeops.promotion.Cart;
import io.storeops.promotion.FloorDecision;
import io.storeops.promotion.Fraction;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.PromotionPlan;
import io.storeops.promotion.Window;
import io.storeops.promotion.WorstIncome;
import io.storeops.promotion.WorstIncome.Reached;
import io.storeops.promotion.WorstIncome.Unproven;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is found of one SKU in one elementary interval.
 *
 * @param sku the SKU
 * @param acting the campaigns that act on it, by their ids
 * @param interval the interval
 * @param plan what is in effect in it; empty if the SKU has no approved price
 * @param bound an income that no cart falls below
 * @param decisive the figure by which the floor is decided
 * @param floor the floor in minor units; empty if there is none
 */
record Finding(
        String sku,
        List<String> acting,
        Window interval,
        Optional<PromotionPlan> plan,
        WorstIncome bound,
        WorstIncome decisive,
        Optional<Long> floor) {
    Finding {
        requireNonNull(sku, "sku");
        acting = List.copyOf(acting);
        requireNonNull(interval, "interval");
        requireNonNull(plan, "plan");
        requireNonNull(bound, "bound");
        requireNonNull(decisive, "decisive");
        requireNonNull(floor, "floor");
    }

    FloorDecision.Verdict check() {
        if (floor.isEmpty()) {
            return FloorDecision.Verdict.NO_FLOOR;
        }
        return decisive.found()
                .map(income ->
                        income.isBelow(floor.get()) ? FloorDecision.Verdict.BELOW_FLOOR : FloorDecision.Verdict.OK)
                .orElse(FloorDecision.Verdict.UNPROVEN);
    }

    boolean isRefused() {
        return check() == FloorDecision.Verdict.BELOW_FLOOR || check() == FloorDecision.Verdict.UNPROVEN;
    }

    /** Whether it leaves less than another, above the floor where there is one: nothing proved is least of all. */
    boolean isWorseThan(Finding other) {
        if (floor.isPresent() != other.floor.isPresent()) {
            return floor.isPresent();
        }
        Optional<Fraction> own = left();
        Optional<Fraction> others = other.left();
        return others.isPresent()
                && own.map(income -> income.compareTo(others.get()) < 0).orElse(true);
    }

    private Optional<Fraction> left() {
        return decisive.found().map(income -> income.less(floor.orElse(0L)));
    }

    /** The finding as it is kept and told, with a cart that shows it if no more prices than so many have to be tried for it. */
    Proof proof(Context context, String campaign, Stamp judged, RulesInForce rules, long mostPricings) {
        return new Proof(
                context.store().id(),
                campaign,
                sku,
                acting,
                interval,
                plan.flatMap(found -> worst(found, rules, mostPricings)),
                bound.found(),
                floor,
                check(),
                decisive instanceof Unproven unproven ? unproven.reasons() : List.of(),
                judged);
    }

    private Optional<Proof.Worst> worst(PromotionPlan found, RulesInForce rules, long mostPricings) {
        Optional<Reached> worst = decisive instanceof Reached reached
                ? Optional.of(reached)
                : found.tryingAtMost(mostPricings).shownCart(sku, rules.shownUnits());
        return worst.map(shown -> new Proof.Worst(shown.cart(), pays(found, shown), shown.income()));
    }

    private long pays(PromotionPlan found, Reached reached) {
        List<Cart.Line> lines = reached.cart().lines();
        List<Long> amounts = found.price(
                        reached.cart(),
                        reached.promotions().stream().map(Promotion::id).collect(Collectors.toSet()))
                .amounts();
        int own = 0;
        while (!lines.get(own).sku().equals(sku)) {
            own++;
        }
        return amounts.get(own);
    }
}
