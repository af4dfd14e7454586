package io.storeops.weeklyreport;

import io.storeops.catalog.Language;
import java.util.stream.Stream;

/** How people call the sections of a weekly report; one that a roster adds goes by its own name. */
enum SectionWords {
    SALES_TARGET("销售与目标", "Sales and target"),
    SLOT_DATA("时段数据", "Slot data"),
    RECONCILIATION("对账", "Reconciliation"),
    INSPECTION_ANOMALY("检查与异常", "Inspections and anomalies"),
    ACTIVITY("活动", "Activities"),
    PROBLEM_COORDINATION("问题与对接", "Problems and coordination"),
    TASK_KPI_SUGGESTION("任务、考核与建议", "Tasks, KPIs and suggestions");

    private final String chinese;
    private final String english;

    SectionWords(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    static String of(String section, Language language) {
        return Stream.of(values())
                .filter(known -> known.name().equals(section))
                .findFirst()
                .map(known -> language.choose(known.chinese, known.english))
                .orElse(section);
    }
}
