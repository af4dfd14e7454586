package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;
import java.util.Set;

/**
 * A promotion of a kind that the price model has no rule for, as in "buy two, get one". While it is in effect nothing is proved of any
 * SKU, since its effect on an order is unknown. Immutable.
 *
 * @param id its id, one of a plan
 * @param kind what it is, in words, for people
 * @param window when it is in effect
 */
public record UnknownPromotion(String id, String kind, Window window) implements Promotion {
    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or the kind is blank
     */
    public UnknownPromotion {
        IdText.checked("promotion id", id);
        if (kind.isBlank()) {
            throw new IllegalArgumentException("The kind of promotion " + id + " is blank");
        }
        requireNonNull(window, "window");
    }

    @Override
    public UnknownPromotion as(String name, Window other) {
        return new UnknownPromotion(name, kind, other);
    }

    @Override
    public Set<String> scope() {
        return Set.of();
    }
}
