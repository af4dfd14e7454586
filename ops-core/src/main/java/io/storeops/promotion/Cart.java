package io.storeops.promotion;

import com.google.common.collect.ImmutableList;
import io.storeops.id.IdText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is bought in one order, line by line. Their order matters, since what is left of rounding goes to the last line. Immutable.
 *
 * @param lines the lines in order, one or more, each of another SKU; copied
 */
public record Cart(List<Line> lines) {
    /** The most units of a line, so that no sum exceeds 64 bits. */
    public static final int MOST_UNITS = 100;

    /**
     * A line of a cart.
     *
     * @param sku the SKU
     * @param units how many, 1 to {@link #MOST_UNITS}
     */
    public record Line(String sku, int units) {
        /**
         * Checks the units.
         *
         * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or the units are out of range
         */
        public Line {
            IdText.checked("SKU id", sku);
            if (units < 1 || units > MOST_UNITS) {
                throw new IllegalArgumentException(
                        "A line of " + sku + " has 1 to " + MOST_UNITS + " units, not " + units);
            }
        }

        /** As in {@code 3 x A}. */
        @Override
        public String toString() {
            return units + " x " + sku;
        }
    }

    /**
     * Copies the lines.
     *
     * @throws IllegalArgumentException if there is no line, or a SKU has two
     */
    public Cart {
        lines = ImmutableList.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A cart has one or more lines");
        }
        Set<String> seen = new HashSet<>();
        for (Line line : lines) {
            if (!seen.add(line.sku())) {
                throw new IllegalArgumentException("SKU " + line.sku() + " has two lines in the cart " + lines);
            }
        }
    }

    /** As in {@code 1 x A + 2 x B}. */
    @Override
    public String toString() {
        return lines.stream().map(Line::toString).collect(Collectors.joining(" + "));
    }
}
