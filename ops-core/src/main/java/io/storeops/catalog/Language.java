package io.storeops.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** A language in which people are written to. */
public enum Language {
    /** 中文. */
    CHINESE(Locale.SIMPLIFIED_CHINESE),
    /** English. */
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /**
     * The language for a renderer.
     *
     * @return the locale of texts in it
     */
    public Locale locale() {
        return locale;
    }

    /**
     * What is said in this language.
     *
     * @param chinese how it is said in Chinese
     * @param english how it is said in English
     * @return one of the two
     */
    public String choose(String chinese, String english) {
        requireNonNull(chinese, "chinese");
        requireNonNull(english, "english");
        return switch (this) {
            case CHINESE -> chinese;
            case ENGLISH -> english;
        };
    }
}
