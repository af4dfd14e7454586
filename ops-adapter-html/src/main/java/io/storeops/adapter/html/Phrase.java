package io.storeops.adapter.html;

import io.storeops.catalog.Language;
import io.storeops.figures.Metric;
import io.storeops.figures.SubjectKind;
import io.storeops.reporting.Word;

/** What the board says, in both languages; the words of a release are taken from {@link Word}. */
enum Phrase {
    BOARD("时段数据看板", "Time-slot board"),
    AS_OF("数据截至", "As of"),
    ZONE("时区", "Zone"),
    SINCE("自", "since"),
    OPEN("进行中", "Open"),
    PROVISIONAL("暂定", "Provisional"),
    FINAL("终版", "Final"),
    TARGET("销售目标达成", "Sales target"),
    NO_TARGET("未设目标", "No target is set"),
    ACTUAL("实际", "Actual"),
    AIM("目标", "Target"),
    GAP("差额", "Gap"),
    SURPLUS("超出", "Surplus"),
    MET("已达成", "Met"),
    NOT_MET("未达成", "Not met yet"),
    PERIOD("目标期", "Period"),
    OTHER_PERIOD("目标期不止当日，故不画目标线", "The target's period is not this day, so its line is not drawn"),
    DAY_TOTALS("当日累计", "Day so far"),
    QUALITY("关键考核指标", "Key measures"),
    ACCURACY("数据准确", "Accuracy"),
    COMPLETENESS("数据完整", "Completeness"),
    COMPREHENSIVENESS("数据全面", "Comprehensiveness"),
    PROMPTNESS("发布及时", "Release timeliness"),
    HANDLED_PROMPTLY("异常处理及时", "Handling timeliness"),
    HANDLED_COMPLETELY("异常处理完整", "Handling completeness"),
    HANDLED_ACCURATELY("异常处理准确", "Handling accuracy"),
    NONE_OMITTED("异常无遗漏", "No omission"),
    EXECUTED_WITHOUT_ERROR("执行无误", "Execution without error"),
    EXECUTED_PROMPTLY("执行及时", "Execution timeliness"),
    FED_BACK_ACCURATELY("反馈准确", "Feedback accuracy"),
    EXECUTED_COMPLETELY("执行完整", "Execution completeness"),
    COORDINATED_WITHOUT_ERROR("协调配合无误", "Coordination without error"),
    PROBLEMS_PROMPTLY("问题处理及时", "Problem handling timeliness"),
    COORDINATED_PROMPTLY("协调配合及时", "Coordination timeliness"),
    REPORTED_BACK("问题反馈及时", "Feedback to reporters"),
    BARS("各时段支付金额", "Paid amount by slot"),
    CUMULATIVE("累计支付金额", "Cumulative paid amount"),
    SUBJECTS("各对象时段数据", "Figures by subject"),
    ESTIMATED("估算", "estimated"),
    LEGEND_MISSING("缺失，不计为 0", "missing, never 0"),
    LEGEND_UNDEFINED("无访客，转化率无定义", "no visitors, conversion undefined"),
    LEGEND_AHEAD("时段未到", "slot not due yet"),
    LEGEND_CORRECTED("已更正", "corrected"),
    LEGEND_LAST("最近结束的时段", "the slot that closed last"),
    LEGEND_MERGED("漏采整点，相邻时段合并", "a reading was missed: adjoining slots together"),
    RELEASES("发布记录", "Releases"),
    RELEASE("发布", "Release"),
    BOUNDARY("整点", "Boundary"),
    DUE("应发", "Due"),
    ACCEPTED("接收", "Accepted"),
    PROVEN_BY("凭证据确认", "proven by"),
    WITHOUT_PROOF("无证据，自称", "without proof, said of"),
    TIMELINESS("时效", "Timeliness"),
    READINGS("数据", "Readings"),
    AUTHOR("发布人", "By"),
    ON_TIME("准时", "On time"),
    LATE("迟", "Late"),
    CORRECTED("更正", "Correction"),
    OVERDUE("逾期", "Overdue"),
    WAITING("待接收", "Waiting"),
    BY_HAND("待人工发送", "To be sent by hand"),
    UNKNOWN("结果不明", "Unknown"),
    REJECTED("被拒收", "Rejected"),
    PLANNED("未到", "Planned"),
    COLLECTING("采集中", "Collecting"),
    READY("待发布", "Ready"),
    MISSED("漏发", "Missed"),
    WHOLE("齐全", "Complete"),
    EVERYTHING("全部", "everything"),
    NEXT_FIRST("随次日首次发布", "with the next day's first release"),
    CORRECTIONS("更正记录", "Corrections"),
    SUBJECT("对象", "Subject"),
    VALUE("指标", "Value"),
    CHANGE("旧值 → 新值", "Old → New"),
    REASON("原因", "Reason"),
    OPERATOR_ERROR(Word.OPERATOR_ERROR),
    PLATFORM(Word.PLATFORM),
    ARRIVED("补采到", "Arrived later"),
    NONE("无", "None"),
    ORDERS(Word.ORDERS),
    UNITS(Word.UNITS),
    PAGE_VIEWS(Word.PAGE_VIEWS),
    REFUNDED(Word.REFUNDED),
    INCOMPLETE(Word.INCOMPLETE),
    MISSING(Word.MISSING),
    SLOT(Word.SLOT),
    AMOUNT(Word.AMOUNT),
    VISITORS(Word.VISITORS),
    BUYERS(Word.BUYERS),
    CONVERSION(Word.CONVERSION),
    TOTAL(Word.TOTAL),
    MERGED(Word.MERGED),
    STORE("店铺", "Store"),
    ITEM("单品", "Item"),
    COMPETITOR("竞品", "Competitor");

    private final String chinese;
    private final String english;

    Phrase(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    Phrase(Word word) {
        this(word.in(Language.CHINESE), word.in(Language.ENGLISH));
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }

    String both() {
        return chinese + " " + english;
    }

    static Phrase of(Metric metric) {
        return valueOf(metric.name());
    }

    static Phrase of(SubjectKind kind) {
        return valueOf(kind.name());
    }
}
