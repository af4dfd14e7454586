package io.storeops.task;

import io.storeops.catalog.Language;
import io.storeops.report.ReportWord;

/** The words of what is known of tasks for the weekly report. */
enum WeekWord implements ReportWord {
    TASKS("任务", "Tasks due"),
    TASKS_DONE("已完成", "Tasks done"),
    TASKS_NOT_DONE("未完成", "Tasks not done"),
    LATE_FEEDBACK("反馈迟", "Fed back late"),
    NO_FEEDBACK("未反馈", "Not fed back");

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
