package io.storeops.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RosterTest {
    private final Roster whole = RosterFixture.whole();

    private static String refusal(Runnable asked) {
        return assertThrows(IllegalArgumentException.class, asked::run).getMessage();
    }

    @Nested
    class ThatIsWhole {
        @Test
        void givesItsDutiesById() {
            assertEquals(
                    new Cadence.EachBoundary(Optional.empty()),
                    whole.duty("1.1").cadence());
            assertEquals(Optional.empty(), whole.findDuty("9.9"));
            assertEquals(
                    "The roster 1 of store S1 has no duty '9.9'; it has [1.1, 1.2, 2.1, 2.2, 3.1, 3.3, 4.1, 5.1, 5.2]",
                    refusal(() -> whole.duty("9.9")));
        }

        @Test
        void givesItsTimeLimitsByWhatTheyAreFor() {
            Sla sla = whole.sla();
            assertEquals(Duration.ofMinutes(10), sla.get(Sla.Key.PRICE));
            assertEquals(Optional.of(Duration.ofMinutes(15)), sla.find(Sla.Key.STOCK));
            assertEquals(Optional.empty(), sla.find(Sla.Key.PAGE));
            assertEquals(
                    "The roster has no time limit PAGE; it has [PRICE, STOCK]", refusal(() -> sla.get(Sla.Key.PAGE)));
        }

        /** D53: without a limit of its own, a severity has the plain one. */
        @Test
        void givesItsTimeLimitsBySeverity() {
            assertEquals(Optional.of(Duration.ofMinutes(5)), whole.sla().find(Sla.Key.TICKET_ACK, "HIGH"));
            assertEquals(Optional.empty(), whole.sla().find(Sla.Key.TICKET_ACK, "LOW"));
            assertEquals(Optional.empty(), whole.sla().find(Sla.Key.TICKET_ACK));
            assertEquals(Optional.of(Duration.ofMinutes(10)), whole.sla().find(Sla.Key.PRICE, "HIGH"));
        }

        @Test
        void givesItsBaselines() {
            assertEquals(Optional.of(new BigDecimal("4.80")), whole.baselines().dsr());
            assertEquals(Optional.of(30L), whole.baselines().refundWindowDays());
            assertEquals(Optional.of(Duration.ofHours(24)), whole.baselines().activityExpiryWarning());
            assertEquals(Optional.empty(), whole.baselines().refundRate());
        }

        /** D54: without a word of the roster, the channels of the evidence of duty 4.1, all of them. */
        @Test
        void givesTheChannelsOfItsNotices() {
            assertEquals(
                    Optional.of(new Channels.Notices(List.of("WORK_GROUP", "MAIL"), Channels.Mode.ANY)),
                    whole.findNoticeChannels());
            Roster silent = RosterFixture.with(
                    whole,
                    "channels",
                    new Channels(whole.channels().types(), whole.channels().fallback(), Optional.empty()));
            assertEquals(
                    Optional.of(new Channels.Notices(List.of("WORK_GROUP"), Channels.Mode.ALL)),
                    silent.findNoticeChannels());
            assertEquals(
                    Optional.empty(),
                    RosterFixture.with(silent, "duties", Map.of()).findNoticeChannels());
        }

        @Test
        void knowsWhichChannelsAPersonServesAndWhichStandIn() {
            assertTrue(whole.channels().isManual("WORK_GROUP"));
            assertFalse(whole.channels().isManual("MAIL"));
            assertFalse(whole.channels().isManual("FAX"));
            assertEquals(List.of("MAIL"), whole.channels().fallbackOf("WORK_GROUP"));
            assertEquals(List.of(), whole.channels().fallbackOf("MAIL"));
        }

        @Test
        void knowsWhoIsAboveWhomAndWhichDepartmentBelongsToWhich() {
            PositionDescription.ReportingLines lines = whole.position().reporting();
            assertEquals(Optional.of(RosterFixture.MANAGER), lines.findSuperior(RosterFixture.OPERATOR));
            assertEquals(Optional.of(RosterFixture.SUPERIOR), lines.findSuperior(RosterFixture.MANAGER));
            assertEquals(Optional.empty(), lines.findSuperior(RosterFixture.SUPERIOR));
            assertEquals(Optional.of("CUSTOMER_SERVICE"), whole.findParent("PRE_SALES"));
            assertEquals(Optional.empty(), whole.findParent("QC"));
        }

        @Test
        void isKeptWholeInItsTable() {
            assertEquals(whole, Roster.TABLE.read(Roster.TABLE.write(whole)));
        }
    }

    @Nested
    class ThatLeavesThingsOut {
        private final Roster minimal = RosterDraft.of(LocalDate.of(2024, 1, 1))
                .role("OPERATOR", "EXECUTE:X1")
                .role("STORE_MANAGER", "INSTRUCT")
                .read(StoreFixture.STORE);

        @Test
        void hasNoneOfThem() {
            assertEquals(Map.of(), minimal.duties());
            assertEquals(Set.of(), minimal.departments());
            assertEquals(Channels.none(), minimal.channels());
            assertEquals(Sla.none(), minimal.sla());
            assertEquals(Baselines.none(), minimal.baselines());
            assertEquals(List.of(), minimal.limits());
            assertEquals(
                    PositionDescription.ReportingLines.none(),
                    minimal.position().reporting());
            assertEquals(Json.object(Map.of()), minimal.position().profile());
        }

        @Test
        void letsEveryRoleSeeEveryClassOfDataAndSendsEachWhereTheDefaultRosterDoes() {
            Set<Role> roles = Set.of(Role.OPERATOR, Role.STORE_MANAGER);
            for (DataClass data : DataClass.values()) {
                assertEquals(roles, minimal.confidentiality().rolesOf(data), data.name());
            }
            assertEquals(Set.of("DATA_GROUP", "MAIL"), minimal.confidentiality().channelsOf(DataClass.SALES));
            assertEquals(Set.of("DATA_GROUP", "MAIL"), minimal.confidentiality().channelsOf(DataClass.COMPETITOR));
            assertEquals(
                    Set.of("WORK_GROUP", "OA", "MAIL"),
                    minimal.confidentiality().channelsOf(DataClass.OPERATIONS));
            assertEquals(
                    Set.of("WORK_GROUP", "OA", "MAIL"),
                    minimal.confidentiality().channelsOf(DataClass.EVIDENCE));
            assertEquals(Set.of("MAIL"), minimal.confidentiality().channelsOf(DataClass.AUDIT));
        }

        /** D85: the figures that a roster may leave out. */
        @Test
        void goesByTheDefaultRostersRules() {
            MaintenanceRules maintenance = minimal.maintenance();
            assertEquals(List.of(), maintenance.checklist());
            assertEquals(new MaintenanceRules.Feed(Duration.ofHours(2), new BigDecimal("0.95")), maintenance.feed());
            assertEquals(new MaintenanceRules.Stock(0, Duration.ofMinutes(15)), maintenance.stock());
            assertEquals(
                    new MaintenanceRules.Writes(new BigDecimal("0.30"), Duration.ofHours(2), Duration.ofMinutes(10)),
                    maintenance.writes());
            assertEquals(new MaintenanceRules.MassBreaker(20, new BigDecimal("0.05")), maintenance.massBreaker());
            assertEquals(Duration.ofHours(24), maintenance.reopenWithin());
            assertEquals(2, maintenance.clearLooks());
            ActivityRules activities = minimal.activities();
            assertEquals(
                    List.of("FLASH", "ITEM", "MEMBER", "ORDER", "CODE"),
                    activities.order().stream().map(Enum::name).toList());
            assertEquals(ActivityRules.FloorDecision.BOUND, activities.floorDecision());
            assertEquals(4, activities.cartUnits());
            assertTrue(activities.mayOverlap(ActivityRules.Kind.MAJOR_CAMPAIGN, ActivityRules.Kind.DAILY));
            assertFalse(activities.mayOverlap(ActivityRules.Kind.DAILY, ActivityRules.Kind.DAILY));
            assertFalse(activities.mayOverlap(ActivityRules.Kind.THIRD_PARTY, ActivityRules.Kind.DAILY));
            assertEquals(Optional.empty(), activities.referencePriceDays());
            assertEquals(28, activities.baselineDays());
            assertEquals(Duration.ofMinutes(30), activities.afterBy());
            assertEquals(
                    Map.of(ActivityRules.Kind.THIRD_PARTY, List.of("IMAGE", "PAGE", "PRICE")), activities.closeOut());
            assertEquals(new Rules.FigureRules(Rules.TargetBasis.AMOUNT, 20, new TreeMap<>()), minimal.figures());
            assertEquals(WorkingCalendar.everyHour(), minimal.calendar());
            assertEquals(LocalTime.of(21, 30), new Cadence.PerTask().summaryDue());
        }

        /** D2: one line a category. */
        @Test
        void looksOnceAtEachCategoryOfItsDuties() {
            Json document = RosterFixture.without(RosterDocument.write(whole), "checklist");
            assertEquals(
                    List.of(new MaintenanceRules.Line("STOCK", "STOCK", Optional.empty())),
                    RosterDocument.read("roster.json", document, StoreFixture.STORE)
                            .maintenance()
                            .checklist());
        }

        @Test
        void sendsNothingToAChannelThatItDoesNotHave() {
            Json document = RosterFixture.without(RosterDocument.write(whole), "confidentiality");
            Roster read = RosterDocument.read("roster.json", document, StoreFixture.STORE);
            assertEquals(Set.of("WORK_GROUP", "MAIL"), read.confidentiality().channelsOf(DataClass.OPERATIONS));
        }

        @Test
        void takesAttachmentsUpToTenMebibytes() {
            assertEquals(10 * 1024 * 1024, minimal.evidence().maxBytes());
            assertEquals(
                    Set.of(
                            "image/png",
                            "image/jpeg",
                            "image/gif",
                            "image/webp",
                            "application/pdf",
                            "text/plain",
                            "text/csv",
                            "application/json"),
                    minimal.evidence().contentTypes());
        }

        @Test
        void sendsAClassThatItsConfidentialityDoesNotNameNowhere() {
            assertEquals(Set.of(), whole.confidentiality().channelsOf(DataClass.AUDIT));
            assertEquals(Set.of(), whole.confidentiality().rolesOf(DataClass.AUDIT));
        }
    }

    @Test
    void aDutyMadeByHandIsRefusedForTheSameReasonsAsOneThatIsRead() {
        Cadence event = new Cadence.Event();
        assertEquals(
                "The duty 2.1 is not one of module 1",
                refusal(() -> new Duty(
                        "2.1",
                        1,
                        "",
                        "",
                        event,
                        Duty.Urgency.PROMPT,
                        List.of(),
                        Right.MAINTAIN,
                        List.of(),
                        Duty.Content.none(),
                        Duty.Parties.none())));
        assertEquals(
                "The duty 2.1 names no evidence",
                refusal(() -> new Duty(
                        "2.1",
                        2,
                        "",
                        "",
                        event,
                        Duty.Urgency.PROMPT,
                        List.of(),
                        Right.MAINTAIN,
                        List.of(),
                        Duty.Content.none(),
                        Duty.Parties.none())));
    }

    @Test
    void aValueOutOfRangeIsRefusedWhereverItComesFrom() {
        assertEquals(
                "A duty is not due before its boundary, but PT-1S",
                refusal(() -> new Cadence.EachBoundary(Optional.of(Duration.ofSeconds(-1)))));
        assertEquals(
                "An attachment may have at least 1 byte, not 0", refusal(() -> new Rules.EvidenceLimits(0, Set.of())));
        assertEquals(
                "A decimal of the roster is 0 or more with at most 12 digits before and after the point, not 1E+3",
                refusal(() -> new MaintenanceRules.Writes(new BigDecimal("1E+3"), Duration.ZERO, Duration.ZERO)));
        assertEquals(
                "One of [DATA, DATA] stands twice",
                refusal(() -> new PositionDescription.Career(List.of(), List.of("DATA", "DATA"))));
    }
}
