package io.storeops.adapter.excel;

import java.util.Arrays;
import java.util.Locale;

/** What a workbook says beside what the document says, in a language. */
enum Words {
    /** 中文. */
    CHINESE(Locale.CHINESE, "图片未附", "空表", "表"),
    /** English. */
    ENGLISH(Locale.ENGLISH, "picture not attached", "no rows", "Sheet");

    private final String language;
    private final String pictureAbsent;
    private final String noRows;
    private final String sheet;

    Words(Locale language, String pictureAbsent, String noRows, String sheet) {
        this.language = language.getLanguage();
        this.pictureAbsent = pictureAbsent;
        this.noRows = noRows;
        this.sheet = sheet;
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

    /** What a sheet is called whose section has no name. */
    String sheet() {
        return sheet;
    }
}
