package io.storeops.competitor;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row of a {@link CompetitorFeed}: what a rival's item shows. What the source leaves out is empty, never 0. Immutable.
 *
 * @param itemId the rival's item
 * @param observedAt of which instant the row speaks, cut to microseconds
 * @param title its title
 * @param priceMinor its price in minor units of the store's currency, 0 or more
 * @param sales its count of sales, 0 or more
 * @param comments its count of comments, 0 or more
 */
public record ShownCompetitor(
        String itemId,
        Instant observedAt,
        Optional<String> title,
        OptionalLong priceMinor,
        OptionalLong sales,
        OptionalLong comments) {
    /**
     * Checks the values and cuts the instant.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or a number is below 0
     */
    public ShownCompetitor {
        IdText.checked("item id", itemId);
        observedAt = observedAt.truncatedTo(ChronoUnit.MICROS);
        requireNonNull(title, "title");
        requireNotNegative(itemId, "price", priceMinor);
        requireNotNegative(itemId, "count of sales", sales);
        requireNotNegative(itemId, "count of comments", comments);
    }

    private static void requireNotNegative(String itemId, String what, OptionalLong number) {
        if (requireNonNull(number, what).orElse(0) < 0) {
            throw new IllegalArgumentException(
                    "The " + what + " of " + itemId + " is 0 or more, not " + number.getAsLong());
        }
    }
}
