package io.storeops.competitor;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.catalog.Money;
import io.storeops.inspection.CompetitorPriceRule;
import io.storeops.inspection.CompetitorSalesRule;
import io.storeops.inspection.CompetitorTitleRule;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * From one observation of a rival's item to another, as the rules of COMPETITOR take it: the later one is what is shown, the earlier one
 * the reference, as long as nobody decided on another (D15). Immutable.
 *
 * @param reference the observation that is compared with: the one before, or one in force
 * @param shown the observation that is judged
 */
public record CompetitorMove(ShownCompetitor reference, ShownCompetitor shown) {
    /**
     * Checks the item.
     *
     * @throws IllegalArgumentException if the observations are of two items
     */
    public CompetitorMove {
        requireNonNull(reference, "reference");
        requireNonNull(shown, "shown");
        if (!reference.itemId().equals(shown.itemId())) {
            throw new IllegalArgumentException(
                    "A move is one item's, not from " + reference.itemId() + " to " + shown.itemId());
        }
    }

    /**
     * The moves of an item: each instant compared with the one before it. Of several versions of an instant the last counts.
     *
     * @param history the versions of one item in the order of instants and versions, as {@link Competitors#history} gives them
     * @return the moves in order, one fewer than there are instants
     */
    public static List<CompetitorMove> of(List<CompetitorVersion> history) {
        List<ShownCompetitor> instants = new ArrayList<>();
        for (CompetitorVersion version : history) {
            int last = instants.size() - 1;
            if (last >= 0
                    && instants.get(last).observedAt().equals(version.shown().observedAt())) {
                instants.set(last, version.shown());
            } else {
                instants.add(version.shown());
            }
        }
        ImmutableList.Builder<CompetitorMove> moves = ImmutableList.builder();
        for (int i = 1; i < instants.size(); i++) {
            moves.add(new CompetitorMove(instants.get(i - 1), instants.get(i)));
        }
        return moves.build();
    }

    /**
     * The prices.
     *
     * @param currency the store's
     * @return what the rule COMPETITOR:PRICE takes
     */
    public CompetitorPriceRule.Price price(Currency currency) {
        return new CompetitorPriceRule.Price(
                money(shown.priceMinor(), currency), money(reference.priceMinor(), currency));
    }

    private static Optional<Money> money(OptionalLong minor, Currency currency) {
        return minor.isPresent() ? Optional.of(Money.ofMinor(minor.getAsLong(), currency)) : Optional.empty();
    }

    /**
     * The titles.
     *
     * @return what the rule COMPETITOR:TITLE takes
     */
    public CompetitorTitleRule.Title title() {
        return new CompetitorTitleRule.Title(shown.title(), reference.title());
    }

    /**
     * The counts of sales.
     *
     * @return what the rule COMPETITOR:SALES takes
     */
    public CompetitorSalesRule.Sales sales() {
        return new CompetitorSalesRule.Sales(shown.sales(), reference.sales());
    }

    /**
     * Which counters fell: told, and not trusted.
     *
     * @return the counters whose number is lower than it was; one that was not given on either side did not fall
     */
    public List<FallenCounter> fallen() {
        List<FallenCounter> fallen = new ArrayList<>();
        add(fallen, FallenCounter.Counter.SALES, reference.sales(), shown.sales());
        add(fallen, FallenCounter.Counter.COMMENTS, reference.comments(), shown.comments());
        return List.copyOf(fallen);
    }

    private void add(List<FallenCounter> fallen, FallenCounter.Counter counter, OptionalLong was, OptionalLong is) {
        if (was.isPresent() && is.isPresent() && is.getAsLong() < was.getAsLong()) {
            fallen.add(new FallenCounter(shown.itemId(), shown.observedAt(), counter, was.getAsLong(), is.getAsLong()));
        }
    }
}
