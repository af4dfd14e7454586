package io.storeops.requirement;

import io.storeops.report.ReportWord;

/** The words of what is known of requirements for the weekly report. */
final class WeekWords {
    static final ReportWord REQUIREMENTS = new ReportWord("requirements", "要求", "Requirements due");
    static final ReportWord REQUIREMENTS_LATE = new ReportWord("requirements_late", "要求迟", "Requirements late");
    static final ReportWord REQUIREMENTS_REWORKED =
            new ReportWord("requirements_reworked", "返工", "Requirements reworked");
    static final ReportWord REQUIREMENTS_OPEN = new ReportWord("requirements_open", "未验收", "Requirement open");

    private WeekWords() {}
}
