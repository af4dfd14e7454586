package io.storeops.inspection;

import io.storeops.catalog.Language;

/**
 * What a rule has to say of a value, in one sentence. In a sentence {@code {m}} is what was measured, {@code {b}} what it was compared with,
 * {@code {0}} and so on the further figures, and {@code {at}} the instant of the source.
 */
public enum Phrase {
    /** The source is older than may be judged. */
    SOURCE_TOO_OLD("数据截至 {at}，已过 {0}，超过 {1} 不作判断", "The source stands at {at}, {0} ago; beyond {1} nothing is judged"),
    /** The source speaks of an instant that has not come. */
    SOURCE_AHEAD(
            "数据时间 {at} 比现在晚 {0}，其时钟或日期有误",
            "The source says {at}, which is {0} ahead of now; its clock or its date is wrong"),
    /** The source does not say of which instant it speaks. */
    SOURCE_WITHOUT_INSTANT("数据未注明时间，无法判断", "The source does not say of which instant it speaks"),
    /** The source said, or it shows, that something is missing. */
    SOURCE_PARTIAL("数据不完整，无法判断", "The source did not give everything"),
    /** The source has no listing at all. */
    SOURCE_EMPTY("数据中没有任何商品，无法判断", "The source gave nothing at all"),
    /** The source has fewer listings than its last complete read. */
    SOURCE_SHRUNK(
            "本次只有 {0} 个商品，上次完整为 {1} 个，不足 {2}，无法判断",
            "The source gave {0} listings, and {1} when it was last judged; {2} of them are needed"),
    /** One rule fails for so many listings that the source itself is wrong. */
    SOURCE_WRONG(
            "检查 {0} 个商品，{m} 个同时不符合规则 {1}，超过 {b} 个：应是数据源有误",
            "{m} of {0} listings fail the rule {1} at once, more than {b}: the source itself is wrong"),
    /** Nothing was read where a value belongs. */
    MISSING("没有读到数值", "No value was read"),
    /** A value below 0 where there can be none. */
    NEGATIVE("{m} 为负数，读取有误", "{m} is below 0, so it was read wrong"),
    /** Money of two currencies. */
    OTHER_CURRENCY("{m} 与 {b} 币种不同，无法比较", "{m} and {b} are of different currencies"),
    /** It was counted by another definition. */
    OTHER_DEFINITION("数据按 {0} 统计，要求按 {1} 统计，无法比较", "It was counted as {0} and is to be counted as {1}"),
    /** It was counted over another window. */
    OTHER_WINDOW("数据统计周期为 {0}，要求为 {1}，无法比较", "It was counted over {0} and is to be counted over {1}"),
    /** There is nothing to compare with. */
    NO_BASE("{m} 没有可比较的基础值", "There is nothing to compare {m} with"),
    /** Below the least sample. */
    SMALL_SAMPLE("样本只有 {0} 个，满 {1} 个才判断", "Only {0} were counted; it is judged from {1} on"),
    /** Exactly 100 times what it is compared with. */
    UNIT_ERROR_HUNDREDFOLD("{m} 恰为 {b} 的 100 倍：单位有误", "{m} is exactly 100 times {b}: a unit error"),
    /** Exactly a hundredth of what it is compared with. */
    UNIT_ERROR_HUNDREDTH("{m} 恰为 {b} 的百分之一：单位有误", "{m} is exactly a hundredth of {b}: a unit error"),
    /** It is what it should be. */
    SAME("{m} 与应有值一致", "{m} is what it should be"),
    /** It is not what it should be. */
    DIFFERENT("现为 {m}，应为 {b}", "It is {m} and should be {b}"),
    /** It is on the good side of its limit, or on the limit. */
    NOT_BELOW("{m} 不低于 {b}", "{m} is not below {b}"),
    /** It is below its limit. */
    BELOW("{m} 低于 {b}", "{m} is below {b}"),
    /** It is on the good side of its limit, or on the limit. */
    NOT_ABOVE("{m} 不高于 {b}", "{m} is not above {b}"),
    /** It is above its limit. */
    ABOVE("{m} 高于 {b}", "{m} is above {b}"),
    /** The marketplace does not track the stock. */
    STOCK_UNTRACKED("平台不统计该库存", "The marketplace does not count this stock"),
    /** The ERP says that it can sell less than nothing. */
    ERP_NEGATIVE("ERP 可售 {b} 为负数，无法比较", "The ERP can sell {b}, which is below 0"),
    /** The stock is as near to the ERP's as it may be. */
    STOCK_AGREES("平台库存 {m}，应为 {b}，一致", "The marketplace has {m} and should have {b}"),
    /** The stock has differed for too long. */
    STOCK_DIFFERS("平台库存 {m}，应为 {b}，已持续 {0}", "The marketplace has {m} and should have {b}, for {0} by now"),
    /** Sold out on the marketplace, and not in the ERP. */
    STOCK_SOLD_OUT(
            "平台库存为 0，ERP 可售 {0}，已持续 {1}", "The marketplace is sold out while the ERP can sell {0}, for {1} by now"),
    /** The stock differs, and not for long enough to count. */
    STOCK_WAITS(
            "平台库存 {m}，应为 {b}，已持续 {0}，满 {1} 才判断",
            "The marketplace has {m} and should have {b}, for {0} by now; it counts from {1} on"),
    /** The activity goes on for a while. */
    ENDS_LATER("活动 {m} 到期，距今超过 {0}", "The activity ends at {m}, in more than {0}"),
    /** The activity ends soon. */
    ENDS_SOON("活动 {m} 到期，只剩 {0}", "The activity ends at {m}, in {0}"),
    /** The activity is over. */
    ENDED("活动已于 {m} 到期", "The activity ended at {m}"),
    /** No penalty is in force that was not known. */
    NO_NEW_PENALTY("没有新的处罚", "There is no new penalty"),
    /** A penalty is in force that nobody knew. */
    NEW_PENALTY("新的处罚：{0}", "New penalties: {0}"),
    /** The catalogue knows what the source has. */
    IN_CATALOGUE("{m} 在商品目录中", "The catalogue knows {m}"),
    /** The source has what the catalogue does not know. */
    NOT_IN_CATALOGUE("{m} 不在商品目录中", "The catalogue does not know {m}"),
    /** The source does not have it any more. */
    NOT_LISTED("数据中已没有 {m}", "The source does not have {m} any more"),
    /** It moved by less than is told. */
    MOVED_LITTLE("{m} 与 {b} 相差 {0}，未达 {1}", "{m} is {0} away from {b}, less than {1}"),
    /** It moved by as much as is told, or more. */
    MOVED("{m} 与 {b} 相差 {0}，达到 {1}", "{m} is {0} away from {b}, the limit is {1}"),
    /** A count fell that can only rise. */
    COUNTER_FELL("{m} 少于 {b}，累计数不会减少，不可信", "{m} is less than {b}; a count does not fall, so it is not trusted");

    private final String chinese;
    private final String english;

    Phrase(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The sentence with its places. */
    String in(Language language) {
        return language.choose(chinese, english);
    }
}
