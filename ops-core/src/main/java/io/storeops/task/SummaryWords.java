package io.storeops.task;

import io.storeops.catalog.Language;

/** The words of the summary of a day's tasks, in each language. */
enum SummaryWords {
    TITLE("任务小结", "tasks of the day"),
    NONE("当日无到期任务", "No task was due"),
    TASK("任务", "Task"),
    WHAT("内容", "What"),
    ASSIGNEE("负责人", "Assignee"),
    OUTCOME("结果", "Outcome"),
    REASON("原因", "Reason"),
    DONE("已完成", "done"),
    NOT_DONE("未完成", "not done"),
    OPEN("进行中", "open");

    private final String chinese;
    private final String english;

    SummaryWords(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String in(Language language) {
        return language.choose(chinese, english);
    }
}
