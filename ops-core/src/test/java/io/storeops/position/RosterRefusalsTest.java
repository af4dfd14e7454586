package io.storeops.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.authority.Right;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RosterRefusalsTest {
    private static final Json WHOLE = RosterDocument.write(RosterFixture.whole());
    private static final String ROLES = "[INDIRECT_SUPERIOR, OPERATOR, ROTATION_DATA, STORE_MANAGER]";
    private static final String DEPARTMENTS = "[PRE_SALES, CUSTOMER_SERVICE, QC]";
    private static final String CHANNELS = "[DATA_GROUP, MAIL, WORK_GROUP]";

    private static Arguments row(String path, Json value, String message) {
        return Arguments.of(path, value, "roster.json " + message);
    }

    private static Arguments row(String path, String value, String message) {
        return row(path, Json.of(value), message);
    }

    private static Json texts(String... texts) {
        return Json.array(Stream.of(texts).map(Json::of).toList());
    }

    static Stream<Arguments> positions() {
        return Stream.of(
                row(
                        "position.sex",
                        "any",
                        "$.position: the member 'sex' is unknown; known: [approvedBy, centre, code,"
                                + " compiledBy, department, documentNo, effectiveFrom, environment, external, headcount,"
                                + " internal, organisation, payBand, positionClass, profile, promotion, purpose, purposeZh,"
                                + " reporting, reportsTo, reviewedBy, role, rotation, title, titleEn, version]"),
                row("position.version", "", "$.position.version: \"\" is no version"),
                row(
                        "position.effectiveFrom",
                        "16.6.2024",
                        "$.position.effectiveFrom: \"16.6.2024\" is not a date (expected yyyy-MM-dd)"),
                row("position.headcount", Json.of(-1), "$.position.headcount: -1 is negative"),
                row(
                        "position.positionClass",
                        "CHIEF",
                        "$.position.positionClass: \"CHIEF\" is no class of posts; known: [FUNCTIONAL_MANAGEMENT,"
                                + " OPERATING_MANAGEMENT, BUSINESS, TECHNICAL, OTHER]"),
                row(
                        "position.role",
                        "CLERK",
                        "$.position.role: \"CLERK\" is not a role of the roster; roles: " + ROLES),
                row(
                        "position.reportsTo",
                        "BOSS",
                        "$.position.reportsTo: \"BOSS\" is not a role of the roster; roles: " + ROLES),
                row(
                        "position.reportsTo",
                        "OPERATOR",
                        "$.position.reportsTo: \"OPERATOR\" goes round in a circle: OPERATOR -> OPERATOR"),
                row(
                        "position.reporting.INDIRECT_SUPERIOR",
                        "STORE_MANAGER",
                        "$.position.reporting.INDIRECT_SUPERIOR: \"STORE_MANAGER\" goes round in a circle:"
                                + " INDIRECT_SUPERIOR -> STORE_MANAGER -> INDIRECT_SUPERIOR"),
                row(
                        "position.reporting.STORE_MANAGER",
                        "OPERATOR",
                        "$.position.reportsTo: \"STORE_MANAGER\" goes round in a circle:"
                                + " OPERATOR -> STORE_MANAGER -> OPERATOR"),
                row(
                        "position.reporting.OPERATOR",
                        "STORE_MANAGER",
                        "$.position.reporting: \"OPERATOR\" is the post itself, whose superior stands in reportsTo"),
                row(
                        "position.reporting.BOSS",
                        "STORE_MANAGER",
                        "$.position.reporting: \"BOSS\" is not a role of the roster; roles: " + ROLES),
                row(
                        "position.reporting.STORE_MANAGER",
                        "BOSS",
                        "$.position.reporting.STORE_MANAGER: \"BOSS\" is not a role of the roster; roles: " + ROLES),
                row(
                        "position.promotion",
                        texts("STORE_MANAGER", "BOSS"),
                        "$.position.promotion[1]: \"BOSS\" is not a role of the roster; roles: " + ROLES),
                row(
                        "position.rotation",
                        texts("DATA", "ACTIVITY"),
                        "$.position.rotation[1]: \"ACTIVITY\" needs the role ROTATION_ACTIVITY; roles: " + ROLES),
                row(
                        "position.environment.age",
                        "22",
                        "$.position.environment: the member 'age' is unknown; known: [hours, intensity, place,"
                                + " surroundings, tools]"),
                row(
                        "position.environment.tools",
                        texts("a", "a"),
                        "$.position.environment.tools[1]: \"a\" stands twice"),
                row("position.profile", "opaque", "$.position.profile: \"opaque\" is not an object"));
    }

    static Stream<Arguments> duties() {
        return Stream.of(
                row(
                        "duties[0].color",
                        "red",
                        "$.duties[0]: the member 'color' is unknown; known: [cadence, categories,"
                                + " checklists, en, escalateTo, evidence, from, id, kpi, level2, module, name, permission,"
                                + " sections, steps, subjects, to, urgency, with]"),
                row("duties[1].id", "1.1", "$.duties[1].id: \"1.1\" is the id of two duties"),
                row("duties[0].id", "1/1", "$.duties[0].id: \"1/1\" is no duty id (expected as in 1.1)"),
                row("duties[0].id", "2.9", "$.duties[0].id: \"2.9\" is no duty: The duty 2.9 is not one of module 1"),
                row("duties[0].module", Json.of(6), "$.duties[0].module: 6 is no module (expected 1 to 5)"),
                row("duties[0].name", Json.of(1), "$.duties[0].name: 1 is not a text"),
                row(
                        "duties[0].urgency",
                        "SOON",
                        "$.duties[0].urgency: \"SOON\" is no urgency; known: [FIRST_THING, PROMPT, IMMEDIATE, REGULAR,"
                                + " IRREGULAR]"),
                row(
                        "duties[0].evidence",
                        texts(),
                        "$.duties[0].evidence: [] names no evidence, so nothing would prove that the duty was done"),
                row(
                        "duties[0].evidence",
                        texts("SLOT_DATA", "a screenshot"),
                        "$.duties[0].evidence[1]: \"a screenshot\" asks for no evidence (expected as in SCREENSHOT or"
                                + " FEEDBACK:ORAL|REPORT)"),
                row(
                        "duties[0].evidence",
                        texts("SLOT_DATA", "CHANNEL_RECEIPT:FAX"),
                        "$.duties[0].evidence[1]: \"FAX\" is not a channel of the roster; channels: " + CHANNELS),
                row(
                        "duties[0].permission",
                        "EXECUTE:X9",
                        "$.duties[0].permission: \"EXECUTE:X9\" is an unknown right; known: " + Right.known()),
                row("duties[0].kpi", texts("K6.1"), "$.duties[0].kpi[0]: \"K6.1\" is no KPI (expected as in K1.1)"),
                row("duties[0].kpi", texts("T", "T"), "$.duties[0].kpi[1]: \"T\" stands twice"),
                row(
                        "duties[0].subjects",
                        texts("the store"),
                        "$.duties[0].subjects[0]: \"the store\" is no word (expected as in PAGE_PRICE)"),
                row(
                        "duties[0].checklists.daily",
                        texts(),
                        "$.duties[0].checklists: \"daily\" is no kind of activity (expected as in MAJOR_CAMPAIGN)"),
                row(
                        "duties[0].escalateTo",
                        "BOSS",
                        "$.duties[0].escalateTo: \"BOSS\" is not a role of the roster; roles: " + ROLES),
                row(
                        "duties[8].level2",
                        "BOSS",
                        "$.duties[8].level2: \"BOSS\" is not a role of the roster; roles: " + ROLES),
                row(
                        "duties[0].to",
                        texts("QC", "CANTEEN"),
                        "$.duties[0].to[1]: \"CANTEEN\" is not a department of the roster; departments: "
                                + DEPARTMENTS),
                row(
                        "duties[0].from",
                        texts("CANTEEN"),
                        "$.duties[0].from[0]: \"CANTEEN\" is not a department of the roster; departments: "
                                + DEPARTMENTS),
                row(
                        "duties[0].with",
                        texts("CANTEEN"),
                        "$.duties[0].with[0]: \"CANTEEN\" is not a department of the roster; departments: "
                                + DEPARTMENTS));
    }

    static Stream<Arguments> cadences() {
        return Stream.of(
                row(
                        "duties[0].cadence.kind",
                        "HOURLY",
                        "$.duties[0].cadence.kind: \"HOURLY\" is no cadence; known: [EACH_BOUNDARY, DAILY,"
                                + " DAILY_SWEEP_AND_EVENT, EVENT, ON_INSTRUCTION, PER_ACTIVITY, WEEKLY, PER_TASK]"),
                row("duties[0].cadence.due", "PT-1M", "$.duties[0].cadence.due: \"PT-1M\" is negative"),
                row(
                        "duties[0].cadence.due",
                        "soon",
                        "$.duties[0].cadence.due: \"soon\" is not a duration (expected ISO 8601, as in PT10M)"),
                row(
                        "duties[0].cadence.start",
                        "09:00",
                        "$.duties[0].cadence: the member 'start' is unknown; known: [due, kind]"),
                row(
                        "duties[2].cadence.due",
                        "08:59",
                        "$.duties[2].cadence: {\"due\":\"08:59\",\"kind\":\"DAILY\",\"start\":\"09:00\"} is no cadence:"
                                + " A duty is not due at 08:59, before it starts at 09:00"),
                row(
                        "duties[2].cadence.start",
                        "9 am",
                        "$.duties[2].cadence.start: \"9 am\" is not a local time (expected HH:mm)"),
                row(
                        "duties[7].cadence.due",
                        "MONDAY 12:00",
                        "$.duties[7].cadence.due: \"MONDAY 12:00\" is not a day and time of the next week (expected as in"
                                + " NEXT_MONDAY 12:00)"),
                row(
                        "duties[2].cadence",
                        Json.object(Map.of("kind", Json.of("EACH_BOUNDARY"))),
                        "$.duties[2].id: \"2.1\" is no duty: The duty 2.1 of each boundary has neither a due of its own"
                                + " nor evidence SLOT_DATA or CHANNEL_RECEIPT, whose deadlines the slot plan names"));
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                row(
                        "rolls",
                        texts(),
                        "$: the member 'rolls' is unknown; known: [baselines, channels, confidentiality,"
                                + " departmentParents, departments, duties, evidence, limits, position, roles, sla, slotPlan]"),
                row("slotPlan.collectBy", "PT-1M", "$.slotPlan.collectBy: \"PT-1M\" is negative"),
                row(
                        "roles.OPERATOR",
                        texts("EXECUTE:X1", "EXECUTE:X9"),
                        "$.roles.OPERATOR[1]: \"EXECUTE:X9\" is an unknown right; known: " + Right.known()),
                row("roles.OPERATOR", texts("INSTRUCT", "INSTRUCT"), "$.roles.OPERATOR[1]: \"INSTRUCT\" stands twice"),
                row("roles. ", texts(), "$.roles: \" \" is no role"),
                row("departments", texts("QC", "QC"), "$.departments[1]: \"QC\" stands twice"),
                row("departments", texts("qc"), "$.departments[0]: \"qc\" is no word (expected as in PAGE_PRICE)"),
                row(
                        "departmentParents.CANTEEN",
                        "QC",
                        "$.departmentParents: \"CANTEEN\" is not a department of the roster; departments: "
                                + DEPARTMENTS),
                row(
                        "departmentParents.QC",
                        "CANTEEN",
                        "$.departmentParents.QC: \"CANTEEN\" is not a department of the roster; departments: "
                                + DEPARTMENTS),
                row(
                        "departmentParents.CUSTOMER_SERVICE",
                        "PRE_SALES",
                        "$.departmentParents.CUSTOMER_SERVICE: \"PRE_SALES\" goes round in a circle: CUSTOMER_SERVICE ->"
                                + " PRE_SALES -> CUSTOMER_SERVICE"),
                row(
                        "channels.fax",
                        Json.object(Map.of()),
                        "$.channels: \"fax\" is no name of a channel (expected as in DATA_GROUP)"),
                row("channels.MAIL.kind", "email", "$.channels.MAIL: the member 'kind' is unknown; known: [type]"),
                row(
                        "channels.MAIL.type",
                        "",
                        "$.channels.MAIL.type: \"\" is no type of channel (expected as in wechat)"),
                row(
                        "baselines.DSR",
                        "4.80",
                        "$.baselines: the member 'DSR' is unknown; known: [activityExpiryWarning, badReviewRate,"
                                + " competitorPriceMove, dsr, refundRate, refundWindowDays]"),
                row(
                        "baselines.dsr",
                        "-1",
                        "$.baselines.dsr: \"-1\" is not a decimal of 0 or more (expected as in \"4.80\")"),
                row(
                        "baselines.dsr",
                        "1E999999999",
                        "$.baselines.dsr: \"1E999999999\" is not a decimal of 0 or more (expected as in \"4.80\")"),
                row("baselines.refundWindowDays", Json.of(0), "$.baselines.refundWindowDays: 0 is below 1"),
                row(
                        "baselines.activityExpiryWarning",
                        "-PT1H",
                        "$.baselines.activityExpiryWarning: \"-PT1H\" is negative"),
                row(
                        "sla.PRICES",
                        "PT10M",
                        "$.sla: the member 'PRICES' is unknown; known: [ACTIVITY_EXPIRY, ESCALATE, FEEDBACK,"
                                + " FEEDBACK_LEVEL2, NOTICE_ACK, PAGE, PRICE, STOCK, TASK_FEEDBACK, TICKET_ACK,"
                                + " TICKET_SOLVE]"),
                row("sla.PRICE", "PT-10M", "$.sla.PRICE: \"PT-10M\" is negative"),
                row("limits[1].name", "suggestions", "$.limits[1].name: \"suggestions\" is the name of two limits"),
                row("limits[0].perDay", Json.of(0), "$.limits[0].perDay: 0 is below 1"),
                row(
                        "limits[0].perDay",
                        new Json.Num(new BigDecimal("1.5")),
                        "$.limits[0].perDay: 1.5 is not a whole number of 64 bits"),
                row(
                        "limits[0].per",
                        texts("SKU"),
                        "$.limits[0].per[0]: \"SKU\" is no thing to count by; known: [ACTOR, SUBJECT]"),
                row(
                        "limits[0].act",
                        "submit",
                        "$.limits[0].act: \"submit\" is no act (expected as in SUBMIT_SUGGESTION)"),
                row(
                        "limits[0].max",
                        Json.of(1),
                        "$.limits[0]: the member 'max' is unknown; known: [act, name, per, perDay]"),
                row(
                        "confidentiality.GOSSIP",
                        Json.object(Map.of()),
                        "$.confidentiality: the member 'GOSSIP' is unknown; known: [AUDIT, COMPETITOR, EVIDENCE,"
                                + " OPERATIONS, SALES]"),
                row(
                        "confidentiality.SALES.channels",
                        texts("DATA_GROUP", "FAX"),
                        "$.confidentiality.SALES.channels: \"FAX\" is not a channel of the roster; channels: "
                                + CHANNELS),
                row(
                        "confidentiality.SALES.roles",
                        texts("BOSS"),
                        "$.confidentiality.SALES.roles: \"BOSS\" is not a role of the roster; roles: " + ROLES),
                row(
                        "confidentiality.AUDIT",
                        Json.object(Map.of("roles", texts())),
                        "$.confidentiality.AUDIT: the member 'channels' is missing; present: [roles]"),
                row("evidence.maxBytes", Json.of(0), "$.evidence.maxBytes: 0 is below 1"),
                row(
                        "evidence.contentTypes",
                        texts("png"),
                        "$.evidence.contentTypes[0]: \"png\" is no media type (expected as in image/png)"));
    }

    @ParameterizedTest
    @MethodSource({"positions", "duties", "cadences", "settings"})
    void aBrokenRuleIsNamedWithItsPlaceAndItsValue(String path, Json value, String message) {
        Json broken = RosterFixture.with(WHOLE, path, value);
        DocumentException refused = assertThrows(
                DocumentException.class, () -> RosterDocument.read("roster.json", broken, StoreFixture.STORE));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void theDocumentThatTheseAreMadeFromBreaksNoRule() {
        assertEquals(RosterFixture.whole(), RosterDocument.read("roster.json", WHOLE, StoreFixture.STORE));
    }

    @Test
    void whatARosterNeedsIsNamedWhenItIsMissing() {
        for (String name : List.of("position", "slotPlan", "roles")) {
            Json broken = RosterFixture.without(WHOLE, name);
            DocumentException refused = assertThrows(
                    DocumentException.class, () -> RosterDocument.read("roster.json", broken, StoreFixture.STORE));
            assertEquals(
                    "roster.json $: the member '" + name + "' is missing; present: "
                            + ((Json.Obj) broken).members().keySet(),
                    refused.getMessage());
        }
    }

    @Test
    void aRosterMadeByHandIsRefusedForTheSameReasons() {
        Roster whole = RosterFixture.whole();
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Roster(
                        whole.store(),
                        whole.position(),
                        whole.slotPlan(),
                        whole.duties(),
                        whole.roles(),
                        java.util.Set.of(),
                        whole.departmentParents(),
                        whole.channels(),
                        whole.baselines(),
                        whole.sla(),
                        whole.limits(),
                        whole.confidentiality(),
                        whole.evidence()));
        assertEquals(
                "$.duties[0].to[0]: \"QC\" is not a department of the roster; departments: []", refused.getMessage());
    }
}
