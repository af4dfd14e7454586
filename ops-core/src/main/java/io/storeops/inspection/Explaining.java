package io.storeops.inspection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.storeops.document.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of judgements in a language. In a template {@code {m}} is what was measured, {@code {b}} what it was compared with,
 * {@code {0}} and so on the further figures, and {@code {at}} the instant of the source.
 */
public enum Explaining {
    /** 中文. */
    CHINESE(
            "无",
            List.of("天", "小时", "分钟", "秒"),
            "",
            Map.ofEntries(
                    Map.entry(Phrase.SOURCE_TOO_OLD, "数据截至 {at}，已过 {0}，超过 {1} 不作判断"),
                    Map.entry(Phrase.SOURCE_AHEAD, "数据时间 {at} 比现在晚 {0}，其时钟或日期有误"),
                    Map.entry(Phrase.SOURCE_WITHOUT_INSTANT, "数据未注明时间，无法判断"),
                    Map.entry(Phrase.SOURCE_PARTIAL, "数据不完整，无法判断"),
                    Map.entry(Phrase.SOURCE_EMPTY, "数据中没有任何商品，无法判断"),
                    Map.entry(Phrase.SOURCE_SHRUNK, "本次只有 {0} 个商品，上次完整为 {1} 个，不足 {2}，无法判断"),
                    Map.entry(Phrase.SOURCE_WRONG, "检查 {0} 个商品，{m} 个同时不符合规则 {1}，超过 {b} 个：应是数据源有误"),
                    Map.entry(Phrase.MISSING, "没有读到数值"),
                    Map.entry(Phrase.NEGATIVE, "{m} 为负数，读取有误"),
                    Map.entry(Phrase.OTHER_CURRENCY, "{m} 与 {b} 币种不同，无法比较"),
                    Map.entry(Phrase.OTHER_DEFINITION, "数据按 {0} 统计，要求按 {1} 统计，无法比较"),
                    Map.entry(Phrase.OTHER_WINDOW, "数据统计周期为 {0}，要求为 {1}，无法比较"),
                    Map.entry(Phrase.NO_BASE, "{m} 没有可比较的基础值"),
                    Map.entry(Phrase.SMALL_SAMPLE, "样本只有 {0} 个，满 {1} 个才判断"),
                    Map.entry(Phrase.UNIT_ERROR_HUNDREDFOLD, "{m} 恰为 {b} 的 100 倍：单位有误"),
                    Map.entry(Phrase.UNIT_ERROR_HUNDREDTH, "{m} 恰为 {b} 的百分之一：单位有误"),
                    Map.entry(Phrase.SAME, "{m} 与应有值一致"),
                    Map.entry(Phrase.DIFFERENT, "现为 {m}，应为 {b}"),
                    Map.entry(Phrase.NOT_BELOW, "{m} 不低于 {b}"),
                    Map.entry(Phrase.BELOW, "{m} 低于 {b}"),
                    Map.entry(Phrase.NOT_ABOVE, "{m} 不高于 {b}"),
                    Map.entry(Phrase.ABOVE, "{m} 高于 {b}"),
                    Map.entry(Phrase.STOCK_UNTRACKED, "平台不统计该库存"),
                    Map.entry(Phrase.ERP_NEGATIVE, "ERP 可售 {b} 为负数，无法比较"),
                    Map.entry(Phrase.STOCK_AGREES, "平台库存 {m}，应为 {b}，一致"),
                    Map.entry(Phrase.STOCK_DIFFERS, "平台库存 {m}，应为 {b}，已持续 {0}"),
                    Map.entry(Phrase.STOCK_SOLD_OUT, "平台库存为 0，ERP 可售 {0}，已持续 {1}"),
                    Map.entry(Phrase.STOCK_WAITS, "平台库存 {m}，应为 {b}，已持续 {0}，满 {1} 才判断"),
                    Map.entry(Phrase.ENDS_LATER, "活动 {m} 到期，距今超过 {0}"),
                    Map.entry(Phrase.ENDS_SOON, "活动 {m} 到期，只剩 {0}"),
                    Map.entry(Phrase.ENDED, "活动已于 {m} 到期"),
                    Map.entry(Phrase.NO_NEW_PENALTY, "没有新的处罚"),
                    Map.entry(Phrase.NEW_PENALTY, "新的处罚：{0}"),
                    Map.entry(Phrase.IN_CATALOGUE, "{m} 在商品目录中"),
                    Map.entry(Phrase.NOT_IN_CATALOGUE, "{m} 不在商品目录中"),
                    Map.entry(Phrase.NOT_LISTED, "数据中已没有 {m}"),
                    Map.entry(Phrase.MOVED_LITTLE, "{m} 与 {b} 相差 {0}，未达 {1}"),
                    Map.entry(Phrase.MOVED, "{m} 与 {b} 相差 {0}，达到 {1}"),
                    Map.entry(Phrase.COUNTER_FELL, "{m} 少于 {b}，累计数不会减少，不可信"))),
    /** English. */
    ENGLISH(
            "nothing",
            List.of("d", "h", "min", "s"),
            " ",
            Map.ofEntries(
                    Map.entry(
                            Phrase.SOURCE_TOO_OLD, "The source stands at {at}, {0} ago; beyond {1} nothing is judged"),
                    Map.entry(
                            Phrase.SOURCE_AHEAD,
                            "The source says {at}, which is {0} ahead of now; its clock or its date is wrong"),
                    Map.entry(Phrase.SOURCE_WITHOUT_INSTANT, "The source does not say of which instant it speaks"),
                    Map.entry(Phrase.SOURCE_EMPTY, "The source gave nothing at all"),
                    Map.entry(Phrase.SOURCE_PARTIAL, "The source did not give everything"),
                    Map.entry(
                            Phrase.SOURCE_SHRUNK,
                            "The source gave {0} listings, and {1} when it was last judged; {2} of them are needed"),
                    Map.entry(
                            Phrase.SOURCE_WRONG,
                            "{m} of {0} listings fail the rule {1} at once, more than {b}: the source itself is wrong"),
                    Map.entry(Phrase.MISSING, "No value was read"),
                    Map.entry(Phrase.NEGATIVE, "{m} is below 0, so it was read wrong"),
                    Map.entry(Phrase.OTHER_CURRENCY, "{m} and {b} are of different currencies"),
                    Map.entry(Phrase.OTHER_DEFINITION, "It was counted as {0} and is to be counted as {1}"),
                    Map.entry(Phrase.OTHER_WINDOW, "It was counted over {0} and is to be counted over {1}"),
                    Map.entry(Phrase.NO_BASE, "There is nothing to compare {m} with"),
                    Map.entry(Phrase.SMALL_SAMPLE, "Only {0} were counted; it is judged from {1} on"),
                    Map.entry(Phrase.UNIT_ERROR_HUNDREDFOLD, "{m} is exactly 100 times {b}: a unit error"),
                    Map.entry(Phrase.UNIT_ERROR_HUNDREDTH, "{m} is exactly a hundredth of {b}: a unit error"),
                    Map.entry(Phrase.SAME, "{m} is what it should be"),
                    Map.entry(Phrase.DIFFERENT, "It is {m} and should be {b}"),
                    Map.entry(Phrase.NOT_BELOW, "{m} is not below {b}"),
                    Map.entry(Phrase.BELOW, "{m} is below {b}"),
                    Map.entry(Phrase.NOT_ABOVE, "{m} is not above {b}"),
                    Map.entry(Phrase.ABOVE, "{m} is above {b}"),
                    Map.entry(Phrase.STOCK_UNTRACKED, "The marketplace does not count this stock"),
                    Map.entry(Phrase.ERP_NEGATIVE, "The ERP can sell {b}, which is below 0"),
                    Map.entry(Phrase.STOCK_AGREES, "The marketplace has {m} and should have {b}"),
                    Map.entry(Phrase.STOCK_DIFFERS, "The marketplace has {m} and should have {b}, for {0} by now"),
                    Map.entry(
                            Phrase.STOCK_SOLD_OUT,
                            "The marketplace is sold out while the ERP can sell {0}, for {1} by now"),
                    Map.entry(
                            Phrase.STOCK_WAITS,
                            "The marketplace has {m} and should have {b}, for {0} by now; it counts from {1} on"),
                    Map.entry(Phrase.ENDS_LATER, "The activity ends at {m}, in more than {0}"),
                    Map.entry(Phrase.ENDS_SOON, "The activity ends at {m}, in {0}"),
                    Map.entry(Phrase.ENDED, "The activity ended at {m}"),
                    Map.entry(Phrase.NO_NEW_PENALTY, "There is no new penalty"),
                    Map.entry(Phrase.NEW_PENALTY, "New penalties: {0}"),
                    Map.entry(Phrase.IN_CATALOGUE, "The catalogue knows {m}"),
                    Map.entry(Phrase.NOT_IN_CATALOGUE, "The catalogue does not know {m}"),
                    Map.entry(Phrase.NOT_LISTED, "The source does not have {m} any more"),
                    Map.entry(Phrase.MOVED_LITTLE, "{m} is {0} away from {b}, less than {1}"),
                    Map.entry(Phrase.MOVED, "{m} is {0} away from {b}, the limit is {1}"),
                    Map.entry(
                            Phrase.COUNTER_FELL, "{m} is less than {b}; a count does not fall, so it is not trusted")));

    private static final Pattern PLACE = Pattern.compile("\\{(at|[a-z]|[0-9])}");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 2;

    private final String nothing;
    private final ImmutableList<String> units;
    private final String gap;
    private final ImmutableMap<Phrase, String> templates;

    Explaining(String nothing, List<String> units, String gap, Map<Phrase, String> templates) {
        this.nothing = nothing;
        this.units = ImmutableList.copyOf(units);
        this.gap = gap;
        this.templates = ImmutableMap.copyOf(templates);
    }

    Line say(Judgement judgement, ZoneId zone) {
        String template = template(judgement.phrase());
        Line line = Line.EMPTY;
        int end = 0;
        for (Matcher place = PLACE.matcher(template); place.find(); end = place.end()) {
            line = line.and(template.substring(end, place.start())).and(filled(judgement, place.group(1), zone));
        }
        return line.and(template.substring(end));
    }

    String template(Phrase phrase) {
        String template = templates.get(phrase);
        if (template == null) {
            throw new IllegalStateException(this + " has no words for " + phrase);
        }
        return template;
    }

    private Line filled(Judgement judgement, String place, ZoneId zone) {
        return switch (place) {
            case "m" -> said(judgement.measured(), zone);
            case "b" -> said(judgement.base(), zone);
            case "at" -> said(judgement.asOf().map(Value.At::new), zone);
            default -> said(Optional.of(judgement.told().get(Integer.parseInt(place))), zone);
        };
    }

    private Line said(Optional<? extends Value> value, ZoneId zone) {
        return value.map(present -> said(present, zone)).orElseGet(() -> Line.of(nothing));
    }

    private Line said(Value value, ZoneId zone) {
        if (value instanceof Value.Text text) {
            return Line.ofName(text.text());
        }
        if (value instanceof Value.At at) {
            return Line.of(MINUTE.format(at.instant().atZone(zone)));
        }
        if (value instanceof Value.Lasting lasting) {
            return Line.of(said(lasting.duration()));
        }
        return Line.of(value instanceof Value.Share share ? said(share) : value.toString());
    }

    /** Percent, and the fraction where one was counted, so that nobody wonders why 8.00% is above 8%. */
    private static String said(Value.Share share) {
        BigDecimal percent =
                share.dividend().multiply(HUNDRED).divide(share.divisor(), PERCENT_DECIMALS, RoundingMode.HALF_UP);
        boolean stated = share.divisor().compareTo(BigDecimal.ONE) == 0;
        return percent.toPlainString() + "%" + (stated ? "" : " (" + share + ")");
    }

    private String said(Duration duration) {
        long[] parts = {
            duration.toDaysPart(), duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart()
        };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                text.append(text.length() == 0 ? "" : gap)
                        .append(parts[i])
                        .append(gap)
                        .append(units.get(i));
            }
        }
        return text.length() == 0 ? "0" + gap + units.get(2) : text.toString();
    }
}
