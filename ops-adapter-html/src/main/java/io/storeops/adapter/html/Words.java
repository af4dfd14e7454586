package io.storeops.adapter.html;

import java.util.Arrays;
import java.util.Locale;

/** What a page says beside what the document says, in a language. */
enum Words {
    /** 中文. */
    CHINESE(Locale.CHINESE, "图片未附", "空表", "：", "；"),
    /** English. */
    ENGLISH(Locale.ENGLISH, "picture not attached", "no rows", ": ", "; ");

    private final String language;
    private final String pictureAbsent;
    private final String noRows;
    private final String is;
    private final String next;

    Words(Locale language, String pictureAbsent, String noRows, String is, String next) {
        this.language = language.getLanguage();
        this.pictureAbsent = pictureAbsent;
        this.noRows = noRows;
        this.is = is;
        this.next = next;
    }

    static Words of(Locale language) {
        return Arrays.stream(values())
                .filter(words -> words.language.equals(language.getLanguage()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No words in '" + language.toLanguageTag()
                        + "'. Known languages: "
                        + Arrays.stream(values()).map(words -> words.language).toList()));
    }

    String pictureAbsent() {
        return pictureAbsent;
    }

    String noRows() {
        return noRows;
    }

    /** What stands between a label and its value. */
    String is() {
        return is;
    }

    /** What stands between one value and the next label. */
    String next() {
        return next;
    }
}
