package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * PAGE (页面), an item's, with the metrics PC, WIRELESS, IMAGE, TITLE and ATTRIBUTES (D16): broken where what buyers see is not the
 * approved content (R40, D9), character by character or hash by hash.
 *
 * @param key PAGE and one of its metrics
 */
public record PageRule(RuleKey key) implements InspectionRule<PageRule.Content> {
    /** The category. */
    public static final String CATEGORY = "PAGE";

    /** The metrics: the detail page on computers, on phones (无线), the images, the title (标题) and the attributes (产品属性). */
    public static final List<String> METRICS = List.of("PC", "WIRELESS", "IMAGE", "TITLE", "ATTRIBUTES");

    /**
     * Checks the key.
     *
     * @throws IllegalArgumentException if it is not PAGE with one of its metrics
     */
    public PageRule {
        if (!key.category().equals(CATEGORY) || !METRICS.contains(key.metric().orElse(""))) {
            throw new IllegalArgumentException(
                    "The rule " + key + " is not one of " + CATEGORY + "; its metrics: " + METRICS);
        }
    }

    /**
     * The rule of a metric.
     *
     * @param metric as in TITLE
     * @return the rule
     * @throws IllegalArgumentException if there is no such metric
     */
    public static PageRule of(String metric) {
        return new PageRule(RuleKey.of(CATEGORY, metric));
    }

    /**
     * What is read of an item.
     *
     * @param shown the text or hash of what buyers see; empty if it was not read
     * @param approved the text or hash that is approved; empty if none is known (D9)
     */
    public record Content(Optional<String> shown, Optional<String> approved) {
        /** Checks for null. */
        public Content {
            requireNonNull(shown, "shown");
            requireNonNull(approved, "approved");
        }

        /**
         * Both contents.
         *
         * @param shown the text or hash of what buyers see
         * @param approved the text or hash that is approved
         * @return the content
         */
        public static Content of(String shown, String approved) {
            return new Content(Optional.of(shown), Optional.of(approved));
        }
    }

    @Override
    public boolean isPlainlyKept(Instant asOf, Content read) {
        return read.shown().isPresent() && read.shown().equals(read.approved());
    }

    @Override
    public Judgement judge(Instant asOf, Content read) {
        if (read.shown().isEmpty()) {
            return Compared.of(key, asOf).missing();
        }
        Value measured = new Value.Text(read.shown().get());
        if (read.approved().isEmpty()) {
            return Compared.of(key, asOf, measured).withoutBase();
        }
        Compared compared =
                Compared.of(key, asOf, measured, new Value.Text(read.approved().get()));
        return read.shown().equals(read.approved()) ? compared.cleared(Phrase.SAME) : compared.broken(Phrase.DIFFERENT);
    }
}
