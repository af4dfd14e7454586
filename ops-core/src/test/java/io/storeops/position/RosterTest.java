package io.storeops.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
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
        void givesItsTimeLimitsByName() {
            assertEquals(Duration.ofMinutes(10), whole.sla("PRICE"));
            assertEquals(Optional.empty(), whole.findSla("PAGE"));
            assertEquals(
                    "The roster 1 of store S1 has no sla 'PAGE'; it has [PRICE, STOCK]",
                    refusal(() -> whole.sla("PAGE")));
        }

        @Test
        void givesItsBaselinesByNameAndType() {
            Baselines baselines = whole.baselines();
            assertEquals(new BigDecimal("4.80"), baselines.decimal(Baselines.DSR));
            assertEquals(30, baselines.number(Baselines.REFUND_WINDOW_DAYS));
            assertEquals(Duration.ofHours(24), baselines.duration(Baselines.ACTIVITY_EXPIRY_WARNING));
            assertEquals(Optional.of(new BigDecimal("4.80")), baselines.findDecimal(Baselines.DSR));
            assertEquals(Optional.of(30L), baselines.findNumber(Baselines.REFUND_WINDOW_DAYS));
            assertEquals(Optional.of(Duration.ofHours(24)), baselines.findDuration(Baselines.ACTIVITY_EXPIRY_WARNING));
            assertEquals(
                    "The roster has no baseline 'refundRate'; it has [dsr]",
                    refusal(() -> baselines.decimal(Baselines.REFUND_RATE)));
        }

        @Test
        void knowsWhoIsAboveWhomAndWhichDepartmentBelongsToWhich() {
            ReportingLines lines = whole.position().reporting();
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
            assertEquals(Map.of(), minimal.channels());
            assertEquals(Map.of(), minimal.sla());
            assertEquals(Baselines.none(), minimal.baselines());
            assertEquals(List.of(), minimal.limits());
            assertEquals(ReportingLines.none(), minimal.position().reporting());
            assertEquals(Json.object(Map.of()), minimal.position().profile());
        }

        @Test
        void letsEveryRoleSeeEveryClassOfDataAndSendsEachWhereTheDefaultRosterDoes() {
            Set<Role> roles = Set.of(Role.of("OPERATOR"), Role.of("STORE_MANAGER"));
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
                        Urgency.PROMPT,
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
                        Urgency.PROMPT,
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
        assertEquals("An attachment may have at least 1 byte, not 0", refusal(() -> new EvidenceLimits(0, Set.of())));
        assertEquals(
                "The baseline dsr cannot be 1E+3",
                refusal(() -> new Baselines(
                        new TreeMap<>(Map.of("dsr", new BigDecimal("1E+3"))), new TreeMap<>(), new TreeMap<>())));
        assertEquals(
                "One of [DATA, DATA] stands twice",
                refusal(() -> new PositionDescription.Career(List.of(), List.of("DATA", "DATA"))));
    }
}
