package io.storeops.feedback;

import io.storeops.catalog.Language;
import io.storeops.report.ReportWord;

/** The words of what is known of suggestions for the weekly report. */
enum WeekWord implements ReportWord {
    SUGGESTIONS("建议", "Suggestion");

    private final String chinese;
    private final String english;

    WeekWord(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    @Override
    public String in(Language language) {
        return language.choose(chinese, english);
    }
}
