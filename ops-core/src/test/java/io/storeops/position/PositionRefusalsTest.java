package io.storeops.position;

import static io.storeops.position.BrokenRoster.ROLES;
import static io.storeops.position.BrokenRoster.row;
import static io.storeops.position.BrokenRoster.texts;

import io.storeops.json.Json;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PositionRefusalsTest {
    static Stream<Arguments> positions() {
        return Stream.of(
                row(
                        "position.sex",
                        "any",
                        "$.position: the member 'sex' is unknown; known: [approvedBy, centre, code,"
                                + " compiledBy, department, documentNo, effectiveFrom, environment, external, headcount,"
                                + " internal, organisation, payBand, positionClass, profile, promotion, purpose, purposeZh,"
                                + " reporting, reportsTo, reviewedBy, role, rotation, title, titleEn, version]"),
                row("position.version", "", "$.position.version: \"\" is not a version"),
                row(
                        "position.effectiveFrom",
                        "16.6.2024",
                        "$.position.effectiveFrom: \"16.6.2024\" is neither a date nor an instant (expected something like"
                                + " 2024-06-16 or 2024-06-16T09:00:00+08:00)"),
                row("position.headcount", Json.of(-1), "$.position.headcount: -1 is negative"),
                row(
                        "position.positionClass",
                        "CHIEF",
                        "$.position.positionClass: \"CHIEF\" is not a class of posts; known: [FUNCTIONAL_MANAGEMENT,"
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

    @ParameterizedTest
    @MethodSource({"positions"})
    void aBrokenRuleIsNamedWithItsPlaceAndItsValue(String path, Json value, String message) {
        BrokenRoster.refuses(path, value, message);
    }
}
