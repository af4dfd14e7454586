package io.storeops.spi.several;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;

/**
 * One id of the catalogue and what a source calls the same thing. Immutable.
 *
 * @param of what has the ids
 * @param ours its id in the catalogue
 * @param platform its id at the source
 */
public record Alias(Of of, String ours, String platform) {
    /** What has ids. */
    public enum Of {
        /** An item (单品). */
        ITEM,
        /** A SKU. */
        SKU,
        /** A rival's item (竞品). */
        COMPETITOR
    }

    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if one breaks the rule of {@link IdText}
     */
    public Alias {
        requireNonNull(of, "of");
        IdText.checked("our id", ours);
        IdText.checked("platform's id", platform);
    }
}
