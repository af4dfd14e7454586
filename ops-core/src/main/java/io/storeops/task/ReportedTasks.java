package io.storeops.task;

import io.storeops.act.Context;
import io.storeops.report.ReportFilling;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportScope;
import java.util.List;

/** The tasks that are due in a week, for the weekly report (D61). */
final class ReportedTasks {
    static final ReportPart PART = new ReportPart(ReportPart.TASK_KPI_SUGGESTION, ReportedTasks::fill);

    private ReportedTasks() {}

    private static ReportFilling fill(Context context, ReportScope scope) {
        List<Task> due =
                FedBack.due(context, scope.from(), scope.to(), scope.asOf()).toList();
        long done = due.stream().filter(Task::done).count();
        long told =
                due.stream().filter(task -> FedBack.told(task, scope.asOf())).count();
        return new ReportFilling.Draft(context.store().language())
                .add(WeekWords.TASKS, due.size())
                .add(WeekWords.TASKS_DONE, done)
                .add(WeekWords.TASKS_NOT_DONE, due.size() - done)
                .add(
                        WeekWords.LATE_FEEDBACK,
                        due.stream()
                                .filter(task -> task.course().lateFeedback())
                                .count())
                .add(WeekWords.NO_FEEDBACK, due.size() - told)
                .filled(!due.isEmpty());
    }
}
