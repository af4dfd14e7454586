package io.storeops.maintenance;

import io.storeops.report.ReportWord;

/** The words of what duty 2 knows for the weekly report. */
final class WeekWords {
    static final ReportWord INSPECTIONS_DONE = new ReportWord("inspections_done", "已检查", "Inspections done");
    static final ReportWord INSPECTIONS_DUE = new ReportWord("inspections_due", "应检查", "Inspections due");
    static final ReportWord COULD_NOT_CHECK = new ReportWord("could_not_check", "未能检查", "Could not be checked");
    static final ReportWord ANOMALIES = new ReportWord("anomalies", "异常", "Anomalies");
    static final ReportWord BY_CATEGORY = new ReportWord("by_category", "类别", "Category");
    static final ReportWord CORRECTED = new ReportWord("corrected", "已处理", "Corrected");
    static final ReportWord ESCALATED = new ReportWord("escalated", "已上报", "Escalated");
    static final ReportWord OPEN = new ReportWord("open", "未关闭", "Open");
    static final ReportWord MISPRICED_ORDERS = new ReportWord("mispriced_orders", "错价订单", "Orders at a wrong price");
    static final ReportWord EXPOSURE_MINOR = new ReportWord("exposure_minor", "错价金额", "Exposure");

    private WeekWords() {}
}
