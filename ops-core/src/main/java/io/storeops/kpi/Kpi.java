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
