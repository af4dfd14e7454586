package io.storeops.position;

import static io.storeops.position.BrokenRoster.CHANNELS;
import static io.storeops.position.BrokenRoster.DEPARTMENTS;
import static io.storeops.position.BrokenRoster.ROLES;
import static io.storeops.position.BrokenRoster.row;
import static io.storeops.position.BrokenRoster.texts;

import io.storeops.authority.Right;
import io.storeops.json.Json;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DutyRefusalsTest {
    static Stream<Arguments> duties() {
        return Stream.of(
                row(
                        "duties[0].color",
                        "red",
                        "$.duties[0]: the member 'color' is unknown; known: [cadence, categories,"
                                + " checklists, en, escalateTo, evidence, from, id, kpi, level2, module, name, permission,"
                                + " sections, steps, subjects, summaryDue, to, urgency, with]"),
                row("duties[1].id", "1.1", "$.duties[1].id: \"1.1\" is the id of two duties"),
                row("duties[0].id", "1/1", "$.duties[0].id: \"1/1\" is not a duty id (expected something like 1.1)"),
                row(
                        "duties[0].id",
                        "2.9",
                        "$.duties[0].id: \"2.9\" is not a duty: The duty 2.9 is not one of module 1"),
                row("duties[0].module", Json.of(6), "$.duties[0].module: 6 is not a module (expected 1 to 5)"),
                row("duties[0].name", Json.of(1), "$.duties[0].name: 1 is not a text"),
                row(
                        "duties[0].urgency",
                        "SOON",
                        "$.duties[0].urgency: \"SOON\" is not an urgency; known: [FIRST_THING, PROMPT, IMMEDIATE, REGULAR,"
                                + " IRREGULAR]"),
                row(
                        "duties[0].evidence",
                        texts(),
                        "$.duties[0].evidence: [] names no evidence, so nothing would prove that the duty was done"),
                row(
                        "duties[0].evidence",
                        texts("SLOT_DATA", "a screenshot"),
                        "$.duties[0].evidence[1]: \"a screenshot\" is not a kind of evidence (expected something like SCREENSHOT or"
                                + " FEEDBACK:ORAL|REPORT)"),
                row(
                        "duties[0].evidence",
                        texts("SLOT_DATA", "CHANNEL_RECEIPT:FAX"),
                        "$.duties[0].evidence[1]: \"FAX\" is not a channel of the roster; channels: " + CHANNELS),
                row(
                        "duties[0].permission",
                        "EXECUTE:X9",
                        "$.duties[0].permission: \"EXECUTE:X9\" is an unknown right; known: " + Right.known()),
                row(
                        "duties[0].kpi",
                        texts("K6.1"),
                        "$.duties[0].kpi[0]: \"K6.1\" is not a KPI (expected something like K1.1)"),
                row("duties[0].kpi", texts("T", "T"), "$.duties[0].kpi[1]: \"T\" stands twice"),
                row(
                        "duties[0].subjects",
                        texts("the store"),
                        "$.duties[0].subjects[0]: \"the store\" is not a word (expected something like PAGE_PRICE)"),
                row(
                        "duties[0].checklists.daily",
                        texts(),
                        "$.duties[0].checklists: \"daily\" is not a kind of activity; known: [DAILY, MAJOR_CAMPAIGN, THIRD_PARTY]"),
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
                        "$.duties[0].cadence.kind: \"HOURLY\" is not a cadence; known: [EACH_BOUNDARY, DAILY,"
                                + " DAILY_SWEEP_AND_EVENT, EVENT, ON_INSTRUCTION, PER_ACTIVITY, WEEKLY, PER_TASK]"),
                row("duties[0].cadence.due", "PT-1M", "$.duties[0].cadence.due: \"PT-1M\" is negative"),
                row(
                        "duties[0].cadence.due",
                        "soon",
                        "$.duties[0].cadence.due: \"soon\" is not a duration (expected ISO 8601, something like PT10M)"),
                row(
                        "duties[0].cadence.start",
                        "09:00",
                        "$.duties[0].cadence: the member 'start' is unknown; known: [due, kind]"),
                row(
                        "duties[2].cadence.due",
                        "08:59",
                        "$.duties[2].cadence: {\"due\":\"08:59\",\"kind\":\"DAILY\",\"start\":\"09:00\"} is not a cadence:"
                                + " A duty is not due at 08:59, before it starts at 09:00"),
                row(
                        "duties[2].cadence.start",
                        "9 am",
                        "$.duties[2].cadence.start: \"9 am\" is not a local time (expected HH:mm)"),
                row(
                        "duties[7].cadence.due",
                        "MONDAY 12:00",
                        "$.duties[7].cadence.due: \"MONDAY 12:00\" is not a day and time of the next week (expected"
                                + " something like NEXT_MONDAY 12:00)"),
                row(
                        "duties[2].cadence",
                        Json.object(Map.of("kind", Json.of("EACH_BOUNDARY"))),
                        "$.duties[2].id: \"2.1\" is not a duty: The duty 2.1 of each boundary has neither a due of its own"
                                + " nor evidence SLOT_DATA or CHANNEL_RECEIPT, whose deadlines the slot plan names"));
    }

    @ParameterizedTest
    @MethodSource({"duties", "cadences"})
    void aBrokenRuleIsNamedWithItsPlaceAndItsValue(String path, Json value, String message) {
        BrokenRoster.refuses(path, value, message);
    }
}
