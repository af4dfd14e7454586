package io.storeops.position;

import static io.storeops.position.BrokenRoster.CHANNELS;
import static io.storeops.position.BrokenRoster.ROLES;
import static io.storeops.position.BrokenRoster.row;
import static io.storeops.position.BrokenRoster.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.calendar.WorkingHours;
import io.storeops.figures.Metric;
import io.storeops.json.Json;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The members of D85. */
class RulesRefusalsTest {
    private static Json spans(Json... spans) {
        return Json.array(List.of(spans));
    }

    static Stream<Arguments> calendars() {
        return Stream.of(
                row(
                        "calendar.zone",
                        "UTC",
                        "$.calendar: the member 'zone' is unknown; known: [holidays, makeUpWorkdays, roles, spans]"),
                row(
                        "calendar.roles.OPERATOR.roles",
                        texts(),
                        "$.calendar.roles.OPERATOR: the member 'roles' is unknown; known: [holidays, makeUpWorkdays,"
                                + " spans]"),
                row(
                        "calendar.roles.BOSS",
                        Json.object(Map.of()),
                        "$.calendar.roles: \"BOSS\" is not a role of the roster; roles: " + ROLES),
                row(
                        "calendar.spans.MONDAY",
                        texts(),
                        "$.calendar.spans: \"MONDAY\" is not a weekday; known: [MON, TUE, WED, THU, FRI, SAT, SUN]"),
                row(
                        "calendar.spans.TUE",
                        spans(texts("09:00")),
                        "$.calendar.spans.TUE[0]: [\"09:00\"] is not a span (expected something like"
                                + " [\"09:00\",\"12:00\"])"),
                row(
                        "calendar.spans.TUE",
                        spans(texts("12:00", "09:00")),
                        "$.calendar.spans.TUE[0]: [\"12:00\",\"09:00\"] is not a span: it begins at 12:00 and ends at"
                                + " 09:00"),
                row(
                        "calendar.spans.TUE",
                        spans(texts("09:00", "25:00")),
                        "$.calendar.spans.TUE[0][1]: \"25:00\" is not a local time (expected HH:mm)"),
                row(
                        "calendar.roles.OPERATOR.spans",
                        Json.object(Map.of("TUE", spans(texts("13:00", "24:00"), texts("09:00", "12:00")))),
                        "$.calendar.roles.OPERATOR: {\"holidays\":[],\"makeUpWorkdays\":{},\"spans\":{\"TUE\":"
                                + "[[\"13:00\",\"24:00\"],[\"09:00\",\"12:00\"]]}} are not working hours: a span that"
                                + " begins at 09:00 follows one that ends at 00:00"),
                row(
                        "calendar",
                        Json.object(Map.of("spans", Json.object(Map.of("SAT", texts())))),
                        "$.calendar: {\"spans\":{\"SAT\":[]}} are not working hours: no weekday has working time"),
                row(
                        "calendar",
                        Json.object(Map.of(
                                "holidays",
                                texts("2024-10-12"),
                                "makeUpWorkdays",
                                Json.object(Map.of("2024-10-12", Json.of("MON"))))),
                        "$.calendar: {\"holidays\":[\"2024-10-12\"],\"makeUpWorkdays\":{\"2024-10-12\":\"MON\"}} are"
                                + " not working hours: 2024-10-12 is both a holiday and a make-up workday"),
                row(
                        "calendar.holidays",
                        texts("1 October"),
                        "$.calendar.holidays[0]: \"1 October\" is not a date (expected yyyy-MM-dd)"),
                row(
                        "calendar.makeUpWorkdays",
                        Json.object(Map.of("2024-10-12", Json.of("mon"))),
                        "$.calendar.makeUpWorkdays.2024-10-12: \"mon\" is not a weekday; known: [MON, TUE, WED, THU, FRI,"
                                + " SAT, SUN]"));
    }

    static Stream<Arguments> maintenance() {
        return Stream.of(
                row("checklist[1].id", "L-STOCK", "$.checklist[1].id: \"L-STOCK\" is the id of two lines"),
                row("checklist[0].id", "", "$.checklist[0].id: \"\" is not an id of a line"),
                row(
                        "checklist[0].category",
                        "WEATHER",
                        "$.checklist[0].category: \"WEATHER\" is not a category of the duties; categories: [STOCK]"),
                row("checklist[0].filter", " ", "$.checklist[0].filter: \" \" is blank"),
                row(
                        "checklist[0].due",
                        "09:00",
                        "$.checklist[0]: the member 'due' is unknown; known: [category, filter, id]"),
                row("feedMaxAge", "-PT2H", "$.feedMaxAge: \"-PT2H\" is negative"),
                row("feedMinShare", "1.01", "$.feedMinShare: \"1.01\" is above 1"),
                row(
                        "feedMinShare",
                        "95%",
                        "$.feedMinShare: \"95%\" is not a decimal of 0 or more (expected something like \"4.80\")"),
                row("stockTolerance", Json.of(-1), "$.stockTolerance: -1 is below 0"),
                row("stockGrace", "-PT1S", "$.stockGrace: \"-PT1S\" is negative"),
                row(
                        "priceGuard",
                        "-0.30",
                        "$.priceGuard: \"-0.30\" is not a decimal of 0 or more (expected something like \"4.80\")"),
                row("pendingUntil", "-PT1S", "$.pendingUntil: \"-PT1S\" is negative"),
                row("readBackFor", "-PT1S", "$.readBackFor: \"-PT1S\" is negative"),
                row("massBreaker.count", Json.of(-1), "$.massBreaker.count: -1 is below 0"),
                row("massBreaker.share", "5", "$.massBreaker.share: \"5\" is above 1"),
                row("massBreaker.rule", "?", "$.massBreaker: the member 'rule' is unknown; known: [count, share]"),
                row("reopenWithin", "-PT1S", "$.reopenWithin: \"-PT1S\" is negative"),
                row("clearLooks", Json.of(0), "$.clearLooks: 0 is below 1"));
    }

    static Stream<Arguments> detection() {
        return Stream.of(
                row(
                        "detection.store",
                        "S1",
                        "$.detection: the member 'store' is unknown; known: [drift, forecast, minSample, orders, prices,"
                                + " refunds, stockouts]"),
                row("detection.minSample", Json.of(1), "$.detection.minSample: 1 is below 2"),
                row("detection.minSample", Json.of(1001), "$.detection.minSample: 1001 is above 1000"),
                row(
                        "detection.forecast.halfLife",
                        "1",
                        "$.detection.forecast: the member 'halfLife' is unknown; known: [dispersionHalfLife,"
                                + " levelHalfLife, nightMemory, profileHalfLife, slotMemory, weekdayPrior]"),
                row(
                        "detection.forecast.levelHalfLife",
                        "0",
                        "$.detection.forecast.levelHalfLife: \"0\" is not above 0"),
                row("detection.forecast.slotMemory", "1.1", "$.detection.forecast.slotMemory: \"1.1\" is above 1"),
                row("detection.orders.dip", "0.00", "$.detection.orders.dip: \"0.00\" is not above 0"),
                row(
                        "detection.orders.dip",
                        "-5",
                        "$.detection.orders.dip: \"-5\" is not a decimal of 0 or more (expected something like"
                                + " \"4.80\")"),
                row("detection.orders.evenFigures", Json.of(0), "$.detection.orders.evenFigures: 0 is below 1"),
                row("detection.drift.days", Json.of(6), "$.detection.drift.days: 6 is below 7"),
                row("detection.drift.fall", "2", "$.detection.drift.fall: \"2\" is above 1"),
                row("detection.refunds.minDays", Json.of(1), "$.detection.refunds.minDays: 1 is below 2"),
                row("detection.prices.below", "1.5", "$.detection.prices.below: \"1.5\" is above 1"),
                row("detection.prices.history", Json.of(1001), "$.detection.prices.history: 1001 is above 1000"),
                row("detection.stockouts.days", Json.of(0), "$.detection.stockouts.days: 0 is below 1"));
    }

    static Stream<Arguments> health() {
        return Stream.of(
                row(
                        "health[0].category",
                        "WEATHER",
                        "$.health[0].category: \"WEATHER\" is not a category of the duties; categories: [STOCK]"),
                row(
                        "health[1].metric",
                        "EXPERIENCE",
                        "$.health[1]: \"STOCK:EXPERIENCE\" is the category and metric of two indicators"),
                row("health[0].name", " ", "$.health[0].name: \" \" is blank"),
                row("health[0].en", "", "$.health[0].en: \"\" is blank"),
                row(
                        "health[0].kind",
                        "MOOD",
                        "$.health[0].kind: \"MOOD\" is not a kind of indicator; known: [SCORE, RATE, SPEND]"),
                row(
                        "health[0].kind",
                        "SPEND",
                        "$.health[0].direction: \"BELOW\" is not the side on which spend is bad; known: [ABOVE]"),
                row(
                        "health[0].direction",
                        "UP",
                        "$.health[0].direction: \"UP\" is not a side of the base; known: [BELOW, ABOVE]"),
                row(
                        "health[0].baseline",
                        "dsr",
                        "$.health[0].base: \"4.50\" stands beside a baseline; leave one of them out"),
                row(
                        "health[1].baseline",
                        "competitorPriceMove",
                        "$.health[1].baseline: \"competitorPriceMove\" is not a base value of an indicator; known: [dsr,"
                                + " badReviewRate, refundRate]"),
                row(
                        "health[0].clear",
                        "-1",
                        "$.health[0].clear: \"-1\" is not a decimal of 0 or more (expected something like \"4.80\")"),
                row(
                        "health[0].definition",
                        "votes",
                        "$.health[0].definition: \"votes\" is not a word (expected something like PAGE_PRICE)"),
                row(
                        "health[0].window",
                        "P0D",
                        "$.health[0].window: \"P0D\" is not a window (expected ISO 8601 in days, weeks, months or years,"
                                + " something like P30D)"),
                row(
                        "health[0].window",
                        "-P1D",
                        "$.health[0].window: \"-P1D\" is not a window (expected ISO 8601 in days, weeks, months or years,"
                                + " something like P30D)"),
                row("health[0].minSample", Json.of(0), "$.health[0].minSample: 0 is below 1"),
                row("health[0].decimals", Json.of(13), "$.health[0].decimals: 13 is above 12"),
                row(
                        "health[0].scale",
                        "?",
                        "$.health[0]: the member 'scale' is unknown; known: [base, baseline, category, clear, decimals,"
                                + " definition, direction, en, kind, metric, minSample, name, window]"));
    }

    static Stream<Arguments> activities() {
        return Stream.of(
                row(
                        "activityRules.floor",
                        "?",
                        "$.activityRules: the member 'floor' is unknown; known: [afterBy, baselineDays, cartUnits,"
                                + " closeOut, floorDecision, order, overlapAllowed, promotionRules, referencePriceDays]"),
                row(
                        "activityRules.order",
                        texts("FLASH", "ITEM"),
                        "$.activityRules.order: [\"FLASH\",\"ITEM\"] does not name every level of promotions: [FLASH, ITEM,"
                                + " MEMBER, ORDER, CODE]"),
                row(
                        "activityRules.order",
                        texts("GIFT"),
                        "$.activityRules.order[0]: \"GIFT\" is not a level of promotions; known: [FLASH, ITEM, MEMBER,"
                                + " ORDER, CODE]"),
                row(
                        "activityRules.floorDecision",
                        "GUESS",
                        "$.activityRules.floorDecision: \"GUESS\" is not a figure to decide by; known: [BOUND, EXACT]"),
                row("activityRules.cartUnits", Json.of(0), "$.activityRules.cartUnits: 0 is below 1"),
                row(
                        "activityRules.overlapAllowed",
                        Json.array(List.of(texts("DAILY"))),
                        "$.activityRules.overlapAllowed[0]: [\"DAILY\"] is not a pair of kinds of activities (expected"
                                + " something like [\"DAILY\",\"MAJOR_CAMPAIGN\"])"),
                row(
                        "activityRules.overlapAllowed",
                        Json.array(List.of(texts("DAILY", "THIRD_PARTY"), texts("THIRD_PARTY", "DAILY"))),
                        "$.activityRules.overlapAllowed[1]: [\"THIRD_PARTY\",\"DAILY\"] stands twice"),
                row(
                        "activityRules.overlapAllowed",
                        Json.array(List.of(texts("DAILY", "WEEKLY"))),
                        "$.activityRules.overlapAllowed[0][1]: \"WEEKLY\" is not a kind of activity; known: [DAILY,"
                                + " MAJOR_CAMPAIGN, THIRD_PARTY]"),
                row("activityRules.referencePriceDays", Json.of(0), "$.activityRules.referencePriceDays: 0 is below 1"),
                row("activityRules.baselineDays", Json.of(0), "$.activityRules.baselineDays: 0 is below 1"),
                row("activityRules.baselineDays", Json.of(1001), "$.activityRules.baselineDays: 1001 is above 1000"),
                row("activityRules.afterBy", "-PT1S", "$.activityRules.afterBy: \"-PT1S\" is negative"),
                row(
                        "activityRules.closeOut.WEEKLY",
                        texts(),
                        "$.activityRules.closeOut: \"WEEKLY\" is not a kind of activity; known: [DAILY, MAJOR_CAMPAIGN,"
                                + " THIRD_PARTY]"),
                row(
                        "activityRules.closeOut.DAILY",
                        texts("the price"),
                        "$.activityRules.closeOut.DAILY[0]: \"the price\" is not a word (expected something like"
                                + " PAGE_PRICE)"));
    }

    static Stream<Arguments> figuresAndChannels() {
        return Stream.of(
                row("targetBasis", "GROSS", "$.targetBasis: \"GROSS\" is not a basis of targets; known: [AMOUNT, NET]"),
                row("releaseItems", Json.of(-1), "$.releaseItems: -1 is below 0"),
                row(
                        "metricSources.CLICKS",
                        "ERP",
                        "$.metricSources: the member 'CLICKS' is unknown; known: [AMOUNT, BUYERS, ORDERS, PAGE_VIEWS,"
                                + " REFUNDED, UNITS, VISITORS]"),
                row("metricSources.AMOUNT", "", "$.metricSources.AMOUNT: \"\" is not a source"),
                row(
                        "channelFallback.FAX",
                        texts("MAIL"),
                        "$.channelFallback: \"FAX\" is not a channel of the roster; channels: " + CHANNELS),
                row(
                        "channelFallback.MAIL",
                        texts("FAX"),
                        "$.channelFallback.MAIL[0]: \"FAX\" is not a channel of the roster; channels: " + CHANNELS),
                row("channelFallback.MAIL", texts("MAIL"), "$.channelFallback.MAIL[0]: \"MAIL\" stands in for itself"),
                row("channelFallback.MAIL", texts(), "$.channelFallback.MAIL: [] does not name a channel"),
                row("noticeChannels.channels", texts(), "$.noticeChannels.channels: [] does not name a channel"),
                row(
                        "noticeChannels.channels",
                        texts("FAX"),
                        "$.noticeChannels.channels[0]: \"FAX\" is not a channel of the roster; channels: " + CHANNELS),
                row(
                        "noticeChannels.mode",
                        "MOST",
                        "$.noticeChannels.mode: \"MOST\" is not a way to count channels; known: [ALL, ANY]"),
                row("noticeChannels.to", "QC", "$.noticeChannels: the member 'to' is unknown; known: [channels, mode]"),
                row(
                        "duties[0].summaryDue",
                        "21:30",
                        "$.duties[0].summaryDue: \"21:30\" is the due of a summary of tasks, which a duty of cadence"
                                + " EACH_BOUNDARY does not have"),
                row(
                        "duties[8].summaryDue",
                        "9 pm",
                        "$.duties[8].summaryDue: \"9 pm\" is not a local time (expected HH:mm)"),
                row(
                        "duties[0].checklists.DAILY.midway",
                        texts(),
                        "$.duties[0].checklists.DAILY: the member 'midway' is unknown; known: [after, before, during]"));
    }

    @ParameterizedTest
    @MethodSource({"calendars", "maintenance", "detection", "health", "activities", "figuresAndChannels"})
    void aBrokenRuleIsNamedWithItsPlaceAndItsValue(String path, Json value, String message) {
        BrokenRoster.refuses(path, value, message);
    }

    private static String refusal(Runnable asked) {
        return assertThrows(IllegalArgumentException.class, asked::run).getMessage();
    }

    @Test
    void aValueMadeByHandIsRefusedForTheSameReasons() {
        BigDecimal two = BigDecimal.valueOf(2);
        Duration before = Duration.ofSeconds(-1);
        assertEquals(
                "The rule feedMinShare is a share of 0 to 1, not 2",
                refusal(() -> new MaintenanceRules.Feed(Duration.ZERO, two)));
        assertEquals(
                "The rule stockGrace is 0 or more, not PT-1S", refusal(() -> new MaintenanceRules.Stock(0, before)));
        assertEquals(
                "The rule stockTolerance is 0 or more, not -1",
                refusal(() -> new MaintenanceRules.Stock(-1, Duration.ZERO)));
        assertEquals(
                "The rule massBreaker.count is 0 or more, not -1",
                refusal(() -> new MaintenanceRules.MassBreaker(-1, BigDecimal.ONE)));
        assertEquals(
                "The filter of the checklist line A is blank",
                refusal(() -> new MaintenanceRules.Line("A", "STOCK", Optional.of(" "))));
        assertEquals(
                "A window is longer than 0, not P0D",
                refusal(() -> new HealthRules.Counting("COUNTED", Period.ZERO, 1)));
        assertEquals(
                "The least sample is 1 or more, not 0",
                refusal(() -> new HealthRules.Counting("COUNTED", Period.ofDays(1), 0)));
        assertEquals(
                "A score is rounded to 0 to 12 decimals, not 13",
                refusal(() -> new HealthRules.Counting(Optional.empty(), Optional.empty(), 1, 13)));
        assertEquals(
                "An indicator has either a base of its own or one of the baselines; this has 1 and dsr",
                refusal(() -> new HealthRules.Threshold(
                        HealthRules.Direction.BELOW,
                        Optional.of("dsr"),
                        Optional.of(BigDecimal.ONE),
                        Optional.empty())));
        assertEquals(
                "The time limit TICKET_ACK.HIGH is 0 or more, not PT-1S",
                refusal(() -> new Sla(
                        new TreeMap<>(),
                        new TreeMap<>(Map.of(Sla.Key.TICKET_ACK, new TreeMap<>(Map.of("HIGH", before)))))));
        assertEquals(
                "A notice has at least one channel", refusal(() -> new Channels.Notices(List.of(), Channels.Mode.ALL)));
        assertEquals(
                "A release shows 0 items or more, not -1",
                refusal(() -> new Rules.FigureRules(Rules.TargetBasis.AMOUNT, -1, new TreeMap<>())));
    }

    @Test
    void aSourceRulesForTheMetricsThatAReadingCanHave() {
        assertEquals(
                Arrays.stream(Metric.values()).map(Enum::name).collect(Collectors.toSet()), Rules.FigureRules.METRICS);
    }

    /** D30, D85: a role has what stands under it, and the general hours for the rest. */
    @Test
    void aRoleHasTheGeneralHoursForWhatItLacks() {
        Json document = RosterFixture.with(
                BrokenRoster.WHOLE,
                "calendar.roles",
                Json.object(Map.of(
                        "OPERATOR",
                        Json.object(Map.of("holidays", texts())),
                        "STORE_MANAGER",
                        Json.object(Map.of("spans", Json.object(Map.of("SUN", spans(texts("10:00", "16:00")))))))));
        WorkingCalendar calendar =
                RosterDocument.read("roster.json", document, StoreFixture.STORE).calendar();
        WorkingHours general = calendar.general();
        assertEquals(
                new WorkingHours(general.spans(), new TreeSet<>(), general.makeUpWorkdays()),
                calendar.hoursOf(RosterFixture.OPERATOR));
        assertEquals(
                new WorkingHours(
                        new TreeMap<>(Map.of(
                                DayOfWeek.SUNDAY,
                                List.of(new WorkingHours.Span(LocalTime.of(10, 0), LocalTime.of(16, 0))))),
                        general.holidays(),
                        general.makeUpWorkdays()),
                calendar.hoursOf(RosterFixture.MANAGER));
        assertEquals(general, calendar.hoursOf(RosterFixture.SUPERIOR));
    }

    @Test
    void aDateHasItsWeekdaysHoursUnlessTheCalendarSaysOtherwise() {
        WorkingHours hours = RosterFixture.whole().calendar().general();
        List<WorkingHours.Span> monday = hours.spans().get(DayOfWeek.MONDAY);
        assertEquals(2, monday.size());
        assertEquals(monday, hours.on(LocalDate.of(2024, 10, 7)));
        assertEquals(List.of(), hours.on(LocalDate.of(2024, 10, 8)));
        assertEquals(monday, hours.on(LocalDate.of(2024, 10, 12)));
        WorkingHours closed =
                new WorkingHours(hours.spans(), new TreeSet<>(Set.of(LocalDate.of(2024, 10, 7))), new TreeMap<>());
        assertEquals(List.of(), closed.on(LocalDate.of(2024, 10, 7)));
    }

    /** D34: a plain list is for before and during; what follows after is known for each kind. */
    @Test
    void aPlainListOfChecksIsForBeforeAndDuring() {
        Json document = RosterFixture.with(
                BrokenRoster.WHOLE,
                "duties[0].checklists",
                Json.object(Map.of(
                        "DAILY", texts("PAGE_PRICE"),
                        "MAJOR_CAMPAIGN", Json.object(Map.of("before", texts("SUBTITLE"))),
                        "THIRD_PARTY", texts("IMAGE_PREP"))));
        List<String> price = List.of("PAGE_PRICE");
        List<String> image = List.of("IMAGE_PREP");
        assertEquals(
                Map.of(
                        ActivityRules.Kind.DAILY,
                        new Duty.Checklist(price, price, List.of("RESTORE_PRICE", "RESTORE_PAGE")),
                        ActivityRules.Kind.MAJOR_CAMPAIGN,
                        new Duty.Checklist(
                                List.of("SUBTITLE"),
                                List.of(),
                                List.of("REMOVE_SUBTITLE", "REMOVE_RECOMMENDATION", "REMOVE_SLOT")),
                        ActivityRules.Kind.THIRD_PARTY,
                        new Duty.Checklist(image, image, List.of())),
                RosterDocument.read("roster.json", document, StoreFixture.STORE)
                        .duty("1.1")
                        .content()
                        .checklists());
    }
}
