package io.storeops.spi;

import io.storeops.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The default roster, with the parts that it leaves out, and one rule broken.
 *
 * @param refuser who refuses it
 * @param path where, as in {@code duties[0].escalateTo}
 * @param value the JSON text that stands there instead
 */
record BrokenRoster(Refuser refuser, String path, String value) {
    /** Who refuses a broken roster. */
    enum Refuser {
        BOTH,
        /** What one part says of another, which a schema cannot say. */
        READER_ACROSS_PARTS,
        /** Two values of one part that do not fit together, which a schema cannot compare. */
        READER_BY_COMPARING,
        /** A text of the right form that names nothing, such as a 30th of February. */
        READER_BY_MEANING
    }

    Json roster() {
        return with(whole(), path, JsonCodec.parse("value", value));
    }

    /** The default roster with the parts that it leaves out. */
    static Json whole() {
        Json roster = DefaultRoster.document();
        for (Map.Entry<String, String> part : Map.of(
                        "calendar",
                        "{\"spans\":{\"MON\":[[\"09:00\",\"12:00\"],[\"13:00\",\"24:00\"]],\"SAT\":[]},"
                                + "\"holidays\":[\"2024-10-01\"],\"makeUpWorkdays\":{\"2024-10-12\":\"MON\"},"
                                + "\"roles\":{\"OPERATOR\":{\"holidays\":[]}}}",
                        "checklist",
                        "[{\"id\":\"L-PRICE\",\"category\":\"PRICE\",\"filter\":\"A\"}]",
                        "channelFallback",
                        "{\"WORK_GROUP\":[\"OA\"]}",
                        "noticeChannels",
                        "{\"channels\":[\"OA\"],\"mode\":\"ANY\"}",
                        "metricSources",
                        "{\"AMOUNT\":\"ERP\"}",
                        "activityRules.referencePriceDays",
                        "30",
                        "sla",
                        "{\"PRICE\":\"PT10M\",\"TICKET_ACK.HIGH\":\"PT5M\"}")
                .entrySet()) {
            roster = with(roster, part.getKey(), JsonCodec.parse("value", part.getValue()));
        }
        return roster;
    }

    /** The document with another value at a path such as {@code duties[0].escalateTo}; a new member is added. */
    static Json with(Json document, String path, Json value) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        String name = first.replaceFirst("\\[\\d+]", "");
        Map<String, Json> members = new TreeMap<>(((Json.Obj) document).members());
        Json old = members.getOrDefault(name, Json.object(Map.of()));
        if (name.equals(first)) {
            members.put(name, dot < 0 ? value : with(old, path.substring(dot + 1), value));
        } else {
            List<Json> elements = new ArrayList<>(((Json.Arr) old).elements());
            int index = Integer.parseInt(first.substring(name.length() + 1, first.length() - 1));
            elements.set(index, dot < 0 ? value : with(elements.get(index), path.substring(dot + 1), value));
            members.put(name, Json.array(elements));
        }
        return Json.object(members);
    }

    private static BrokenRoster both(String path, String value) {
        return new BrokenRoster(Refuser.BOTH, path, value);
    }

    static Stream<BrokenRoster> byForm() {
        return Stream.of(
                both("rolls", "{}"),
                both("position.sex", "\"any\""),
                both("position.version", "\"\""),
                both("position.version", "1"),
                both("position.effectiveFrom", "\"16.6.2024\""),
                both("position.effectiveFrom", "\"2024-13-40\""),
                both("position.headcount", "-1"),
                both("position.headcount", "1.5"),
                both("position.positionClass", "\"CHIEF\""),
                both("position.promotion", "\"STORE_MANAGER\""),
                both("position.rotation", "[\"data\"]"),
                both("position.environment.age", "22"),
                both("position.profile", "\"opaque\""),
                both("slotPlan.boundaries", "[]"),
                both("slotPlan.boundaries", "[\"9 am\"]"),
                both("slotPlan.boundaries", "[\"00:00\"]"),
                both("slotPlan.collectBy", "\"10 minutes\""),
                both("slotPlan.collectBy", "\"PT-10M\""),
                both("slotPlan.collectBy", "\"P\""),
                both("slotPlan.missedAt", "\"09:00\""),
                both("duties", "{}"),
                both("duties[0]", "\"1.1\""),
                both("duties[0].id", "\"6.1\""),
                both("duties[0].module", "6"),
                both("duties[0].color", "\"red\""),
                both("duties[0].urgency", "\"SOON\""),
                both("duties[0].evidence", "[]"),
                both("duties[0].evidence", "[\"a screenshot\"]"),
                both("duties[0].permission", "\"EXECUTE:X9\""),
                both("duties[0].kpi", "[\"K6.1\"]"),
                both("duties[0].kpi", "[\"T\",\"T\"]"),
                both("duties[0].cadence", "{\"kind\":\"HOURLY\"}"),
                both("duties[0].cadence", "{}"),
                both("duties[0].cadence.start", "\"09:00\""),
                both("duties[2].cadence", "{\"kind\":\"DAILY\",\"start\":\"09:00\"}"),
                both("duties[11].cadence.due", "\"MONDAY 12:00\""),
                both("duties[7].checklists.daily", "[]"),
                both("roles", "{}"),
                both("roles.OPERATOR", "[\"EXECUTE:X9\"]"),
                both("roles.OPERATOR", "[\"INSTRUCT\",\"INSTRUCT\"]"),
                both("departments", "[\"QC\",\"QC\"]"),
                both("channels.MAIL", "{}"),
                both("channels.fax", "{\"type\":\"fax\"}"),
                both("baselines.DSR", "\"4.80\""),
                both("baselines.dsr", "4.8"),
                both("baselines.dsr", "\"-1\""),
                both("baselines.refundWindowDays", "0"),
                both("sla.PRICES", "\"PT10M\""),
                both("sla.PRICE", "\"-PT10M\""),
                both("sla", "{\"TICKET_ACK.high\":\"PT5M\"}"),
                both("sla", "{\"TICKET.HIGH\":\"PT5M\"}"),
                both("sla", "{\"TICKET_ACK.HIGH\":\"5 minutes\"}"),
                both("calendar.spans.MONDAY", "[]"),
                both("calendar.spans.TUE", "[[\"09:00\"]]"),
                both("calendar.spans.TUE", "[[\"09:00\",\"12:00\",\"13:00\"]]"),
                both("calendar.spans.TUE", "[[\"24:00\",\"24:00\"]]"),
                both("calendar.spans.TUE", "[[\"09:00\",\"24:01\"]]"),
                both("calendar.holidays", "[\"1 October\"]"),
                both("calendar.makeUpWorkdays", "{\"2024-10-12\":\"mon\"}"),
                both("calendar.makeUpWorkdays", "{\"12 October\":\"MON\"}"),
                both("calendar.roles.OPERATOR.roles", "{}"),
                both("checklist[0].id", "\"\""),
                both("checklist[0].category", "\"price\""),
                both("checklist[0].filter", "\" \""),
                both("channelFallback.WORK_GROUP", "[]"),
                both("channelFallback.WORK_GROUP", "[\"work group\"]"),
                both("noticeChannels.channels", "[]"),
                both("noticeChannels.mode", "\"MOST\""),
                both("feedMaxAge", "\"two hours\""),
                both("feedMinShare", "\"1.01\""),
                both("feedMinShare", "0.95"),
                both("stockTolerance", "-1"),
                both("stockGrace", "\"-PT1M\""),
                both("priceGuard", "\"30%\""),
                both("pendingUntil", "\"-PT1M\""),
                both("readBackFor", "\"-PT1M\""),
                both("massBreaker.count", "-1"),
                both("massBreaker.share", "\"2\""),
                both("reopenWithin", "24"),
                both("clearLooks", "0"),
                both("baselines.competitorSalesMove", "\"half\""),
                both("health[0].name", "\" \""),
                both("health[0].kind", "\"MOOD\""),
                both("health[5].direction", "\"BELOW\""),
                both("health[0].base", "\"4.80\""),
                both("health[0].baseline", "\"DSR\""),
                both("health[0].window", "\"P0M\""),
                both("health[0].window", "\"PT1H\""),
                both("health[0].minSample", "0"),
                both("health[0].decimals", "13"),
                both("activityRules.order", "[\"FLASH\",\"ITEM\"]"),
                both("activityRules.floorDecision", "\"GUESS\""),
                both("activityRules.cartUnits", "0"),
                both("activityRules.overlapAllowed", "[[\"DAILY\"]]"),
                both("activityRules.overlapAllowed", "[[\"DAILY\",\"WEEKLY\"]]"),
                both("activityRules.referencePriceDays", "0"),
                both("activityRules.baselineDays", "0"),
                both("activityRules.baselineDays", "1001"),
                both("activityRules.afterBy", "\"-PT1M\""),
                both("activityRules.closeOut.WEEKLY", "[]"),
                both("detection.minSample", "1"),
                both("detection.orders.dip", "\"0\""),
                both("detection.orders.dip", "5"),
                both("detection.orders.evenFigures", "0"),
                both("detection.forecast.slotMemory", "\"1.01\""),
                both("detection.drift.days", "6"),
                both("detection.drift.referenceDays", "1001"),
                both("detection.refunds.evidence", "\"-1\""),
                both("detection.prices.below", "\"2\""),
                both("detection.prices.history", "1001"),
                both("detection.stockouts.falseAlarms", "\"0.0\""),
                both("targetBasis", "\"GROSS\""),
                both("releaseItems", "-1"),
                both("metricSources.CLICKS", "\"ERP\""),
                both("metricSources.AMOUNT", "\"\""),
                both("duties[12].summaryDue", "\"9 pm\""),
                both("duties[7].checklists.DAILY.midway", "[]"),
                both("limits[0].perDay", "0"),
                both("limits[0].per", "[\"SKU\"]"),
                both("limits[0].max", "1"),
                both("confidentiality.GOSSIP", "{\"channels\":[],\"roles\":[]}"),
                both("confidentiality.SALES", "{\"roles\":[]}"),
                both("evidence.maxBytes", "0"),
                both("evidence.contentTypes", "[\"png\"]"));
    }

    private static BrokenRoster across(String path, String value) {
        return new BrokenRoster(Refuser.READER_ACROSS_PARTS, path, value);
    }

    private static BrokenRoster comparing(String path, String value) {
        return new BrokenRoster(Refuser.READER_BY_COMPARING, path, value);
    }

    static Stream<BrokenRoster> byMeaning() {
        return Stream.of(
                across("position.role", "\"CLERK\""),
                across("position.reportsTo", "\"BOSS\""),
                across("position.rotation", "[\"CODE\"]"),
                across("duties[0].escalateTo", "\"BOSS\""),
                across("duties[4].level2", "\"BOSS\""),
                across("duties[8].to", "[\"CANTEEN\"]"),
                across("duties[1].evidence", "[\"CHANNEL_RECEIPT:FAX\"]"),
                across("departmentParents.QC", "\"CANTEEN\""),
                across("confidentiality.SALES.channels", "[\"FAX\"]"),
                across("confidentiality.SALES.roles", "[\"BOSS\"]"),
                across("calendar.roles.BOSS", "{}"),
                across("checklist[0].category", "\"WEATHER\""),
                across("health[0].category", "\"WEATHER\""),
                across("channelFallback.FAX", "[\"OA\"]"),
                across("noticeChannels.channels", "[\"FAX\"]"),
                comparing("channelFallback.OA", "[\"OA\"]"),
                comparing("calendar.spans", "{\"SAT\":[]}"),
                comparing("calendar.spans.TUE", "[[\"12:00\",\"09:00\"]]"),
                comparing("calendar.spans.TUE", "[[\"09:00\",\"12:00\"],[\"11:00\",\"13:00\"]]"),
                comparing("calendar.holidays", "[\"2024-10-12\"]"),
                comparing("duties[0].summaryDue", "\"21:30\""),
                comparing("checklist", "[{\"id\":\"L\",\"category\":\"PRICE\"},{\"id\":\"L\",\"category\":\"STOCK\"}]"),
                comparing("health[1].metric", "\"DESCRIPTION\""),
                comparing(
                        "activityRules.overlapAllowed",
                        "[[\"DAILY\",\"MAJOR_CAMPAIGN\"],[\"MAJOR_CAMPAIGN\",\"DAILY\"]]"),
                comparing("position.reporting.INDIRECT_SUPERIOR", "\"STORE_MANAGER\""),
                comparing("departmentParents.CUSTOMER_SERVICE", "\"PRE_SALES\""),
                comparing("slotPlan.boundaries", "[\"10:00\",\"09:00\"]"),
                comparing("slotPlan.releaseBy", "\"PT1M\""),
                comparing("duties[1].id", "\"1.1\""),
                comparing("duties[0].module", "2"),
                comparing("duties[2].cadence.due", "\"08:59\""),
                comparing("duties[2].cadence", "{\"kind\":\"EACH_BOUNDARY\"}"),
                comparing(
                        "limits",
                        "[{\"name\":\"same\",\"act\":\"RELEASE\",\"per\":[],\"perDay\":1},"
                                + "{\"name\":\"same\",\"act\":\"RELEASE\",\"per\":[],\"perDay\":2}]"),
                new BrokenRoster(Refuser.READER_BY_MEANING, "position.effectiveFrom", "\"2024-02-30\""),
                new BrokenRoster(Refuser.READER_BY_MEANING, "roles.A\u200bB", "[]"));
    }
}
