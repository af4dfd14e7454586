package io.storeops.report;

import io.storeops.catalog.Language;
import java.util.Locale;

/** What a figure of a report is called: its name for programs, and the words for people. Immutable; constants of an enum. */
public interface ReportWord {
    /**
     * The name of the constant.
     *
     * @return as {@link Enum#name} gives it
     */
    String name();

    /**
     * The name under which programs know it.
     *
     * @return lower-case letters, digits and underscores, as in actual_minor
     */
    default String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * How people call it.
     *
     * @param language the language
     * @return the words
     */
    String in(Language language);
}
