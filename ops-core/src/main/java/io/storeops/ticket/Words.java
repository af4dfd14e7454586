package io.storeops.ticket;

import io.storeops.catalog.Language;

/** What the messages about tickets say, in each language. */
enum Words {
    /** Title of what is put before somebody who decides. */
    ESCALATED("问题上报", "Problem to be decided"),
    /** Title of what became of it. */
    REPORTED_BACK("问题处理结果", "Problem solved"),
    /** Before the department that brought it. */
    DEPARTMENT("来自：", "From: "),
    /** Before how grave it is. */
    SEVERITY("严重程度：", "Severity: "),
    /** Before what it is. */
    PROBLEM("问题：", "Problem: "),
    /** Before why it is put before somebody. */
    REASON("原因：", "Reason: "),
    /** Before who decides. */
    DECIDES("请决定：", "To be decided by: "),
    /** Before what was decided. */
    DECISION("决定：", "Decision: "),
    /** Before how it was solved. */
    REPORT("处理结果：", "How: "),
    /** Before who is told. */
    TOLD("请知悉：", "For: ");

    private final String chinese;
    private final String english;

    Words(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String in(Language language) {
        return language.choose(chinese, english);
    }
}
