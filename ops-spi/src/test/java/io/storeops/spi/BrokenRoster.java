package io.storeops.spi;

import io.storeops.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The default roster with one rule broken.
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
        return with(DefaultRoster.document(), path, JsonCodec.parse("value", value));
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
