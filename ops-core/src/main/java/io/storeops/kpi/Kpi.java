package io.storeops.kpi;

/** The assessed measures (关键考核指标) that this version computes, with the formulas of the domain's section 5. */
public enum Kpi {
    /** K1.1 accuracy: published values not restated for OPERATOR_ERROR / published values. */
    K1_1("K1.1", "数据准确"),
    /** K1.2 completeness: due values present and alone / due values. */
    K1_2("K1.2", "数据完整"),
    /** K1.3 comprehensiveness: releases complete at their own boundary for every required subject / releases made. */
    K1_3("K1.3", "数据全面"),
    /** K1.4 release timeliness: first versions accepted by their due instant / releases due. */
    K1_4("K1.4", "发布及时"),
    /** K2.1 handling timeliness: episodes whose first act met its due / episodes due. */
    K2_1("K2.1", "异常处理及时"),
    /** K2.2 completeness: anomalies with all evidence of their kind / anomalies closed or overdue. */
    K2_2("K2.2", "异常处理完整"),
    /** K2.3 accuracy: closed anomalies neither reopened nor wrongly classified / closed. */
    K2_3("K2.3", "异常处理准确"),
    /** K2.4 no omission: anomalies found by the operators or own rules / all anomalies of the period. */
    K2_4("K2.4", "异常无遗漏"),
    /** K3.1 without error: steps without a recorded execution error / steps done. */
    K3_1("K3.1", "执行无误"),
    /** K3.2 prompt: steps done by their due instant / steps due. */
    K3_2("K3.2", "执行及时"),
    /** K3.3 accurate: feedbacks on checks of activities that are upheld / feedbacks sent. */
    K3_3("K3.3", "反馈准确"),
    /** K3.4 complete: steps done / steps due. */
    K3_4("K3.4", "执行完整"),
    /** K4.1 coordination without error: requirements accepted without rework / requirements accepted or overdue. */
    K4_1("K4.1", "协调配合无误"),
    /** K4.2 problems prompt: episodes of tickets acknowledged and solved or escalated by their dues / episodes due. */
    K4_2("K4.2", "问题处理及时"),
    /** K4.3 coordination prompt: requirements accepted by their due / requirements due. */
    K4_3("K4.3", "协调配合及时"),
    /** K4.4 feedback to the reporter: episodes of tickets reported back / episodes resolved. */
    K4_4("K4.4", "问题反馈及时"),
    /** T sales target: actual amount / target amount, both in minor units. */
    TARGET("T", "销售目标达成");

    private final String id;
    private final String chinese;

    Kpi(String id, String chinese) {
        this.id = id;
        this.chinese = chinese;
    }

    /**
     * The id as the position description's table has it.
     *
     * @return as in {@code K1.1}
     */
    public String id() {
        return id;
    }

    /**
     * The Chinese name.
     *
     * @return the name
     */
    public String chinese() {
        return chinese;
    }
}
