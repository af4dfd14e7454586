package io.storeops.task;

import io.storeops.report.ReportWord;

/** The words of what is known of tasks for the weekly report. */
final class WeekWords {
    static final ReportWord TASKS = new ReportWord("tasks", "任务", "Tasks due");
    static final ReportWord TASKS_DONE = new ReportWord("tasks_done", "已完成", "Tasks done");
    static final ReportWord TASKS_NOT_DONE = new ReportWord("tasks_not_done", "未完成", "Tasks not done");
    static final ReportWord LATE_FEEDBACK = new ReportWord("late_feedback", "反馈迟", "Fed back late");
    static final ReportWord NO_FEEDBACK = new ReportWord("no_feedback", "未反馈", "Not fed back");

    private WeekWords() {}
}
