package io.storeops.position;

import static io.storeops.position.BrokenRoster.CHANNELS;
import static io.storeops.position.BrokenRoster.DEPARTMENTS;
import static io.storeops.position.BrokenRoster.ROLES;
import static io.storeops.position.BrokenRoster.WHOLE;
import static io.storeops.position.BrokenRoster.row;
import static io.storeops.position.BrokenRoster.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.authority.Right;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RosterRefusalsTest {
    static Stream<Arguments> settings() {
        return Stream.of(
                row(
                        "rolls",
                        texts(),
                        "$: the member 'rolls' is unknown; known: [activityRules, baselines, calendar,"
                                + " channelFallback, channels, checklist, clearLooks, confidentiality, departmentParents,"
                                + " departments, detection, duties, evidence, externalParties, feedMaxAge, feedMinShare, health, limits, massBreaker,"
                                + " metricSources, noticeChannels, pendingUntil, position, priceGuard, readBackFor,"
                                + " releaseItems, reopenWithin, roles, sla, slotPlan, stockGrace, stockTolerance,"
                                + " targetBasis]"),
                row("slotPlan.collectBy", "PT-1M", "$.slotPlan.collectBy: \"PT-1M\" is negative"),
                row(
                        "roles.OPERATOR",
                        texts("EXECUTE:X1", "EXECUTE:X9"),
                        "$.roles.OPERATOR[1]: \"EXECUTE:X9\" is an unknown right; known: " + Right.known()),
                row("roles.OPERATOR", texts("INSTRUCT", "INSTRUCT"), "$.roles.OPERATOR[1]: \"INSTRUCT\" stands twice"),
                row("roles. ", texts(), "$.roles: \" \" is not a role"),
                row("departments", texts("QC", "QC"), "$.departments[1]: \"QC\" stands twice"),
                row(
                        "departments",
                        texts("qc"),
                        "$.departments[0]: \"qc\" is not a word (expected something like PAGE_PRICE)"),
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
                        "$.channels: \"fax\" is not a name of a channel (expected something like DATA_GROUP)"),
                row("channels.MAIL.kind", "email", "$.channels.MAIL: the member 'kind' is unknown; known: [type]"),
                row(
                        "channels.MAIL.type",
                        "",
                        "$.channels.MAIL.type: \"\" is not a type of channel (expected something like wechat)"),
                row(
                        "baselines.DSR",
                        "4.80",
                        "$.baselines: the member 'DSR' is unknown; known: [activityExpiryWarning, badReviewRate,"
                                + " competitorPriceMove, competitorSalesMove, dsr, refundRate, refundWindowDays]"),
                row(
                        "baselines.dsr",
                        "-1",
                        "$.baselines.dsr: \"-1\" is not a decimal of 0 or more (expected something like \"4.80\")"),
                row(
                        "baselines.dsr",
                        "1E999999999",
                        "$.baselines.dsr: \"1E999999999\" is not a decimal of 0 or more (expected something like \"4.80\")"),
                row("baselines.refundWindowDays", Json.of(0), "$.baselines.refundWindowDays: 0 is below 1"),
                row(
                        "baselines.activityExpiryWarning",
                        "-PT1H",
                        "$.baselines.activityExpiryWarning: \"-PT1H\" is negative"),
                row(
                        "sla.PRICES",
                        "PT10M",
                        "$.sla: the member 'PRICES' is unknown; known, alone or with a severity as in"
                                + " TICKET_ACK.HIGH: [PRICE, STOCK, PAGE, ACTIVITY_EXPIRY, ESCALATE, FEEDBACK,"
                                + " FEEDBACK_LEVEL2, TICKET_ACK, TICKET_SOLVE, NOTICE_ACK, TASK_FEEDBACK]"),
                row(
                        "sla",
                        Json.object(Map.of("TICKET_ACK.high", Json.of("PT5M"))),
                        "$.sla: \"TICKET_ACK.high\" is not a time limit with a severity (expected something like"
                                + " TICKET_ACK.HIGH)"),
                row(
                        "sla",
                        Json.object(Map.of("TICKET_ACK.HIGH", Json.of("-PT5M"))),
                        "$.sla.TICKET_ACK.HIGH: \"-PT5M\" is negative"),
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
                        "$.limits[0].per[0]: \"SKU\" is not a thing to count by; known: [ACTOR, SUBJECT]"),
                row(
                        "limits[0].act",
                        "submit",
                        "$.limits[0].act: \"submit\" is not an act (expected something like SUBMIT_SUGGESTION)"),
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
                        "$.evidence.contentTypes[0]: \"png\" is not a media type (expected something like image/png)"));
    }

    @ParameterizedTest
    @MethodSource({"settings"})
    void aBrokenRuleIsNamedWithItsPlaceAndItsValue(String path, Json value, String message) {
        BrokenRoster.refuses(path, value, message);
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
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> RosterFixture.with(RosterFixture.whole(), "departments", Set.of()));
        assertEquals(
                "$.duties[0].to[0]: \"QC\" is not a department of the roster; departments: []", refused.getMessage());
    }
}
