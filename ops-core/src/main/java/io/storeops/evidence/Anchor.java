package io.storeops.evidence;

import static java.util.Objects.requireNonNull;

import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a store's audit chain at some moment, kept where whoever could change the trail cannot reach it: in a release, a
 * report, a mail. Later it shows that nothing up to it was changed and nothing was cut off. Without an anchor a chain that
 * was cut at its end looks like a shorter chain, and one that was written anew from some line to its end, with new hashes,
 * looks like another chain: {@link AuditChain} finds neither.
 *
 * @param store the store
 * @param number the number of the chain's last line then, 1 or more
 * @param hash the hash of that line
 */
public record Anchor(StoreId store, long number, Sha256 hash) {
    private static final Pattern TEXT = Pattern.compile("(.+)#([1-9][0-9]{0,17}):([0-9a-f]{64})");

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Anchor {
        requireNonNull(store, "store");
        requireNonNull(hash, "hash");
        if (number < 1) {
            throw new IllegalArgumentException("A line of the trail has a number of 1 or more, not " + number);
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text as in {@code S1#120:9f86d0...}
     * @return the anchor
     * @throws IllegalArgumentException if the text is not an anchor
     */
    public static Anchor parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an anchor (expected store#number:64 hexadecimal digits)");
        }
        return new Anchor(
                StoreId.of(matcher.group(1)), Long.parseLong(matcher.group(2)), Sha256.parse(matcher.group(3)));
    }

    @Override
    public String toString() {
        return store + "#" + number + ":" + hash;
    }
}
