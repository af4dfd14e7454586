package io.storeops.requirement;

import io.storeops.catalog.Language;
import io.storeops.report.ReportWord;

/** The words of what is known of requirements for the weekly report. */
enum WeekWord implements ReportWord {
    REQUIREMENTS("要求", "Requirements due"),
    REQUIREMENTS_LATE("要求迟", "Requirements late"),
    REQUIREMENTS_REWORKED("返工", "Requirements reworked"),
    REQUIREMENTS_OPEN("未验收", "Requirement open");

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
