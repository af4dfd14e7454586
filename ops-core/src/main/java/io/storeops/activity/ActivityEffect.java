package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.kpi.Ratio;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of the items of an activity while it ran, beside as many slots before and after it, and beside the same slots of ordinary days
 * (R62). Nothing is ever taken pro rata (D41): what it sold while it ran comes from orders if the marketplace has them, else from the span of
 * whole slots that covers it, which is named. Immutable.
 *
 * @param source where the figures of the span come from in which it ran
 * @param before as many slots as cover it, right before those
 * @param during the time in which it ran, from orders; or the slots that cover it
 * @param after as many slots, right after those
 * @param uplifts what the slots that cover it brought beside ordinary days, item by item, copied
 */
public record ActivityEffect(Source source, Span before, Span during, Span after, List<Uplift> uplifts) {
    /** Where figures come from. */
    public enum Source {
        /** Orders paid while it ran, to the instant. */
        ORDERS,
        /** The slots that cover the time in which it ran. */
        SLOTS
    }

    /**
     * A time, with what each item brought in it.
     *
     * @param from from when on, included
     * @param to until when, excluded
     * @param items the figures item by item, since persons are not added up over items (R33); a metric that is not known of the whole span
     *     is missing (R26), and persons are missing of a span of several days; copied
     */
    public record Span(Instant from, Instant to, List<ItemFigures> items) {
        /** Copies the items. */
        public Span {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            items = ImmutableList.copyOf(items);
        }

        /**
         * What all items brought.
         *
         * @return the paid amount in minor units; empty unless that of every item is known
         */
        public OptionalLong amountMinor() {
            return items.stream()
                            .allMatch(item -> item.figures().find(Metric.AMOUNT).isPresent())
                    ? OptionalLong.of(items.stream()
                            .mapToLong(item -> item.figures().get(Metric.AMOUNT))
                            .sum())
                    : OptionalLong.empty();
        }
    }

    /**
     * What an item brought.
     *
     * @param item the item
     * @param figures its figures
     */
    public record ItemFigures(String item, Figures figures) {
        /** Checks for null. */
        public ItemFigures {
            requireNonNull(item, "item");
            requireNonNull(figures, "figures");
        }
    }

    /**
     * What the slots that cover an activity brought of an item beside the same slots of ordinary days.
     *
     * @param item the item
     * @param amountMinor the paid amount of those slots in minor units; empty if it is not known
     * @param baselineMinor the median of the same slots of ordinary days before, in minor units; empty while there are fewer of them than the
     *     roster's least sample: it is learning (D28)
     * @param days how many ordinary days were found, 0 or more
     */
    public record Uplift(String item, OptionalLong amountMinor, OptionalLong baselineMinor, int days) {
        /** Checks for null. */
        public Uplift {
            requireNonNull(item, "item");
            requireNonNull(amountMinor, "amountMinor");
            requireNonNull(baselineMinor, "baselineMinor");
        }

        /**
         * By how much it brought more.
         *
         * @return the amount less the baseline, by the baseline; negative if it brought less; empty unless both are known
         */
        public Optional<Ratio> ratio() {
            return amountMinor.isPresent() && baselineMinor.isPresent()
                    ? Optional.of(
                            Ratio.of(amountMinor.getAsLong() - baselineMinor.getAsLong(), baselineMinor.getAsLong()))
                    : Optional.empty();
        }
    }

    /** Copies the list. */
    public ActivityEffect {
        requireNonNull(source, "source");
        requireNonNull(before, "before");
        requireNonNull(during, "during");
        requireNonNull(after, "after");
        uplifts = ImmutableList.copyOf(uplifts);
    }

    /** The same with what orders tell of the time in which it ran. */
    ActivityEffect told(Span byOrders) {
        return new ActivityEffect(Source.ORDERS, before, byOrders, after, uplifts);
    }
}
