package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which rule it is: the category of the anomalies that it finds, and the metric where the category has several (D16). Immutable.
 *
 * @param category a word of the roster, as in PAGE
 * @param metric a word, as in TITLE; empty where the category has one metric only
 */
public record RuleKey(String category, Optional<String> metric) implements Comparable<RuleKey> {
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,40}");
    private static final Comparator<RuleKey> ORDER =
            Comparator.comparing(RuleKey::category).thenComparing(key -> key.metric.orElse(""));

    /**
     * Checks the words.
     *
     * @throws IllegalArgumentException if one is not a word of capital letters, digits and underscores, at most 41 characters
     */
    public RuleKey {
        requireWord(category);
        metric.ifPresent(RuleKey::requireWord);
    }

    private static void requireWord(String text) {
        if (!WORD.matcher(requireNonNull(text, "text")).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a word (expected something like PAGE or TITLE, at most 41 characters)");
        }
    }

    /**
     * The rule of a category with one metric.
     *
     * @param category as in PRICE
     * @return the key
     * @throws IllegalArgumentException if it is not a word
     */
    public static RuleKey of(String category) {
        return new RuleKey(category, Optional.empty());
    }

    /**
     * The rule of one of a category's metrics.
     *
     * @param category as in PAGE
     * @param metric as in TITLE
     * @return the key
     * @throws IllegalArgumentException if one is not a word
     */
    public static RuleKey of(String category, String metric) {
        return new RuleKey(category, Optional.of(metric));
    }

    @Override
    public int compareTo(RuleKey other) {
        return ORDER.compare(this, other);
    }

    /** As in {@code PRICE} or {@code PAGE:TITLE}. */
    @Override
    public String toString() {
        return metric.map(name -> category + ":" + name).orElse(category);
    }
}
