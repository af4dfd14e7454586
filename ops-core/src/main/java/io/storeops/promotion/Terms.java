package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import io.storeops.id.IdText;
import java.util.Optional;
import java.util.Set;

/**
 * What every promotion states: its name, the SKUs it is for, who pays, what it excludes and when. Immutable.
 *
 * @param id its id, one of a plan
 * @param scope the SKUs that it is for (D88), copied in order
 * @param sellerShareBp what the seller bears of what it takes off, in basis points: 10000 all, 0 nothing, as the platform pays
 * @param group the exclusive group, of whose promotions one order takes one; empty for none
 * @param window when it is in effect
 */
public record Terms(String id, Set<String> scope, int sellerShareBp, Optional<String> group, Window window) {
    /**
     * Copies the scope.
     *
     * @throws IllegalArgumentException if an id breaks the rule of {@link IdText}, or the share is out of range
     */
    public Terms {
        IdText.checked("promotion id", id);
        scope = ImmutableSet.copyOf(scope);
        scope.forEach(sku -> IdText.checked("SKU id", sku));
        if (sellerShareBp < 0 || sellerShareBp > Cut.WHOLE) {
            throw new IllegalArgumentException("The seller's share of promotion " + id + " is 0 to " + Cut.WHOLE
                    + " basis points, not " + sellerShareBp);
        }
        group.ifPresent(name -> IdText.checked("exclusive group", name));
        requireNonNull(window, "window");
    }

    /**
     * Terms of a promotion that the seller pays alone and that excludes none.
     *
     * @param id its id, one of a plan
     * @param scope the SKUs that it is for
     * @param window when it is in effect
     * @return the terms
     * @throws IllegalArgumentException if an id breaks the rule of {@link IdText}
     */
    public static Terms of(String id, Set<String> scope, Window window) {
        return new Terms(id, scope, Cut.WHOLE, Optional.empty(), window);
    }

    /**
     * The same, of which the seller bears a share.
     *
     * @param basisPoints the seller's share, 0 to 10000
     * @return the terms
     * @throws IllegalArgumentException if the share is out of range
     */
    public Terms sellerBears(int basisPoints) {
        return new Terms(id, scope, basisPoints, group, window);
    }

    /**
     * The same in an exclusive group.
     *
     * @param name the group
     * @return the terms
     * @throws IllegalArgumentException if the name breaks the rule of {@link IdText}
     */
    public Terms inGroup(String name) {
        return new Terms(id, scope, sellerShareBp, Optional.of(name), window);
    }

    /**
     * The same of other SKUs.
     *
     * @param skus the SKUs
     * @return the terms
     * @throws IllegalArgumentException if an id breaks the rule of {@link IdText}
     */
    public Terms of(Set<String> skus) {
        return new Terms(id, skus, sellerShareBp, group, window);
    }

    /**
     * The same under another name in another window.
     *
     * @param name the id
     * @param other the window
     * @return the terms
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}
     */
    public Terms as(String name, Window other) {
        return new Terms(name, scope, sellerShareBp, group, other);
    }
}
