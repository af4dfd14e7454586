package io.storeops.feedback;

import io.storeops.report.ReportWord;

/** The words of what is known of suggestions for the weekly report. */
final class WeekWords {
    static final ReportWord SUGGESTIONS = new ReportWord("suggestions", "建议", "Suggestion");

    private WeekWords() {}
}
