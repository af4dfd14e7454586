package io.storeops.position;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What evidence may be attached. Immutable.
 *
 * @param maxBytes the size of one attachment at most, in bytes, 1 or more
 * @param contentTypes the media types that are taken, as in image/png, copied
 */
public record EvidenceLimits(long maxBytes, Set<String> contentTypes) {
    // Stands first: the limits below are checked against it while the class is being initialised.
    private static final Pattern CONTENT_TYPE = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,63}/[a-z0-9][a-z0-9.+-]{0,127}");

    /** The default roster's limits, for a roster that names none: 10 MiB; pictures, PDF, texts, CSV and JSON [A]. */
    public static final EvidenceLimits DEFAULT = new EvidenceLimits(
            10L << 20,
            Set.of(
                    "image/png",
                    "image/jpeg",
                    "image/gif",
                    "image/webp",
                    "application/pdf",
                    "text/plain",
                    "text/csv",
                    "application/json"));

    /**
     * Copies the types.
     *
     * @throws IllegalArgumentException if the size is below 1 or a type is not one
     */
    public EvidenceLimits {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("An attachment may have at least 1 byte, not " + maxBytes);
        }
        contentTypes = contentTypes.stream()
                .map(EvidenceLimits::contentType)
                .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
    }

    static String contentType(String text) {
        if (!CONTENT_TYPE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a media type (expected something like image/png)");
        }
        return text;
    }
}
