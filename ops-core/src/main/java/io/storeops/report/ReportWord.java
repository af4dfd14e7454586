package io.storeops.report;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Language;

/**
 * What a figure of a report is called: its name for programs, and the words for people. Immutable.
 *
 * @param key lower-case letters, digits and underscores, as in actual_minor
 * @param chinese the Chinese words
 * @param english the English words
 */
public record ReportWord(String key, String chinese, String english) {
    /** Checks for null; {@link ReportFigure} checks the key. */
    public ReportWord {
        requireNonNull(key, "key");
        requireNonNull(chinese, "chinese");
        requireNonNull(english, "english");
    }

    /**
     * How people call it.
     *
     * @param language the language
     * @return the words
     */
    public String in(Language language) {
        return language.choose(chinese, english);
    }
}
