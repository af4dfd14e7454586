package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limited price (秒杀) as it is set up at a marketplace ahead of its time. Immutable.
 *
 * @param minor in minor units of the store's currency, 1 or more
 * @param from from when on, included
 * @param to until when, excluded and after that
 * @param quota how many units, 1 or more; empty if as many as there are
 */
public record FlashPrice(long minor, Instant from, Instant to, Optional<Long> quota) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18}) from (\\S+) to (\\S+)(?: quota ([0-9]{1,18}))?");

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if price or quota is below 1, or it does not end after it begins
     */
    public FlashPrice {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (minor < 1 || quota.orElse(1L) < 1 || !to.isAfter(from)) {
            throw new IllegalArgumentException(
                    "A limited price and its quota are 1 or more, and it ends after it begins, not " + minor + " for "
                            + quota.orElse(1L) + " from " + from + " to " + to);
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text as in {@code 6920 from 2024-11-10T12:00:00Z to 2024-11-10T14:00:00Z quota 50}
     * @return the limited price
     * @throws IllegalArgumentException if the text is none
     */
    public static FlashPrice parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (parts.matches()) {
            try {
                return new FlashPrice(
                        Long.parseLong(parts.group(1)),
                        Instant.parse(parts.group(2)),
                        Instant.parse(parts.group(3)),
                        Optional.ofNullable(parts.group(4)).map(Long::valueOf));
            } catch (DateTimeException e) {
                // Said below, as for a text of another form.
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a limited price (expected as in"
                + " 6920 from 2024-11-10T12:00:00Z to 2024-11-10T14:00:00Z quota 50)");
    }

    /**
     * The limited price as text.
     *
     * @return the price, from when until when, and the quota if there is one
     */
    @Override
    public String toString() {
        return minor + " from " + from + " to " + to
                + quota.map(units -> " quota " + units).orElse("");
    }
}
