package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.inspection.RuleKey;
import io.storeops.storage.Column;

/**
 * What an anomaly is about: one is open of a key at a time (D16). Immutable.
 *
 * @param rule category and metric, as in PAGE:TITLE
 * @param subject whose: the store, an item or SKU, a rival's item, or {@code SOURCE:PRICE} where the source itself is wrong
 */
public record AnomalyKey(RuleKey rule, String subject) {
    static final Column<RuleKey> RULE = Column.text("rule", "category and metric, as in PAGE:TITLE")
            .as(RuleKey.class, AnomalyKey::rule, RuleKey::toString);
    static final Column<String> SUBJECT = Column.text("subject_id", "whose: the store, an item, a SKU, a rival's item");

    private static final int LONGEST = 200;

    /**
     * Checks the subject.
     *
     * @throws IllegalArgumentException if it is blank or longer than 200 characters
     */
    public AnomalyKey {
        requireNonNull(rule, "rule");
        if (subject.isBlank() || subject.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A subject has 1 to " + LONGEST + " characters that are not all blank, not '" + subject + "'");
        }
    }

    /**
     * The category.
     *
     * @return as in PAGE
     */
    public String category() {
        return rule.category();
    }

    static RuleKey rule(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? RuleKey.of(text) : RuleKey.of(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return rule + " of " + subject;
    }
}
