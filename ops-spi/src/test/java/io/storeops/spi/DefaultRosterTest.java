package io.storeops.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.authority.Bound;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.calendar.SlotPlan;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.position.ActivityRules;
import io.storeops.position.Cadence;
import io.storeops.position.Duty;
import io.storeops.position.Roster;
import io.storeops.position.RosterDocument;
import io.storeops.position.Rules;
import io.storeops.position.Sla;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DefaultRosterTest {
    private static final StoreId STORE = StoreId.of("S1");
    private static final Roster ROSTER = RosterDocument.read(DefaultRoster.NAME, DefaultRoster.document(), STORE);

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static boolean english(String text) {
        return !text.isBlank() && text.codePoints().allMatch(c -> c < 0x80);
    }

    @Test
    void hasTheThirteenDutiesOfThePositionDescription() {
        assertEquals(
                Set.of("1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3", "5.1", "5.2"),
                ROSTER.duties().keySet());
        assertEquals(13, ROSTER.slotPlan().boundaries().size());
    }

    @Test
    void namesTitlePurposeAndEveryDutyInChineseAndInEnglish() {
        assertTrue(chinese(ROSTER.position().identification().title().orElseThrow()));
        assertTrue(english(ROSTER.position().identification().titleEn().orElseThrow()));
        assertTrue(chinese(ROSTER.position().purpose().chinese().orElseThrow()));
        assertTrue(english(ROSTER.position().purpose().english().orElseThrow()));
        for (Duty duty : ROSTER.duties().values()) {
            assertTrue(chinese(duty.name()), duty.id());
            assertTrue(english(duty.english()), duty.id());
        }
    }

    @Test
    void leavesNoPartOut() {
        assertEquals(
                EnumSet.allOf(DataClass.class), ROSTER.confidentiality().rules().keySet());
        assertEquals(EnumSet.allOf(Sla.Key.class), ROSTER.sla().general().keySet());
        assertFalse(ROSTER.limits().isEmpty());
        assertEquals(
                Optional.of(Role.STORE_MANAGER), ROSTER.position().reporting().findSuperior(Role.OPERATOR));
        assertEquals(
                Optional.of(Role.of("INDIRECT_SUPERIOR")),
                ROSTER.position().reporting().findSuperior(Role.STORE_MANAGER));
        assertEquals(Optional.of("CUSTOMER_SERVICE"), ROSTER.findParent("AFTER_SALES"));
    }

    /** Section 6: floors are the manager's, and the check lists of an activity go on after it (D34, D39). */
    @Test
    void givesTheManagerTheFloorsAndEndsActivitiesWithAChecklist() {
        assertTrue(ROSTER.roles().get(Role.STORE_MANAGER).contains(Right.SET_FLOOR));
        Map<ActivityRules.Kind, Duty.Checklist> checklists =
                ROSTER.duty("3.3").content().checklists();
        assertEquals(
                List.of("RESTORE_PRICE", "RESTORE_PAGE"),
                checklists.get(ActivityRules.Kind.DAILY).after());
        assertEquals(
                List.of("REMOVE_SUBTITLE", "REMOVE_RECOMMENDATION", "REMOVE_SLOT"),
                checklists.get(ActivityRules.Kind.MAJOR_CAMPAIGN).after());
        assertEquals(List.of(), checklists.get(ActivityRules.Kind.THIRD_PARTY).after());
    }

    /** R13: sales and rivals' figures are not for the departments. */
    @Test
    void keepsFiguresFromDepartments() {
        for (DataClass figures : Set.of(DataClass.SALES, DataClass.COMPETITOR)) {
            assertFalse(ROSTER.confidentiality().rolesOf(figures).contains(Role.of("DEPARTMENT")));
            assertEquals(Set.of("DATA_GROUP", "MAIL"), ROSTER.confidentiality().channelsOf(figures));
        }
    }

    @Test
    void isWhatARosterHasThatLeavesThingsOut() {
        Map<String, Json> members = new TreeMap<>(((Json.Obj) DefaultRoster.document()).members());
        List.of(
                        "confidentiality",
                        "evidence",
                        "feedMaxAge",
                        "feedMinShare",
                        "stockTolerance",
                        "stockGrace",
                        "priceGuard",
                        "pendingUntil",
                        "readBackFor",
                        "massBreaker",
                        "reopenWithin",
                        "clearLooks",
                        "health",
                        "activityRules",
                        "detection",
                        "targetBasis",
                        "releaseItems")
                .forEach(name -> assertNotNull(members.remove(name), name));
        Map<String, Json> plan = new TreeMap<>(((Json.Obj) members.get("slotPlan")).members());
        plan.remove("collectFrom");
        members.put("slotPlan", Json.object(plan));
        Roster shorter = RosterDocument.read("roster.json", Json.object(members), STORE);
        assertEquals(ROSTER.slotPlan(), shorter.slotPlan());
        assertEquals(ROSTER.evidence(), shorter.evidence());
        assertEquals(ROSTER.rules(), shorter.rules());
        assertEquals(ROSTER.duty("5.2").cadence(), new Cadence.PerTask());
        for (DataClass data : DataClass.values()) {
            assertEquals(
                    ROSTER.confidentiality().channelsOf(data),
                    shorter.confidentiality().channelsOf(data),
                    data.name());
            assertEquals(ROSTER.roles().keySet(), shorter.confidentiality().rolesOf(data));
        }
        assertEquals(SlotPlan.ofHours(9, 21), ROSTER.slotPlan());
        assertEquals(Rules.EvidenceLimits.DEFAULT, ROSTER.evidence());
    }

    @Test
    void beginsOnTheDateThatIsAskedFor() {
        LocalDate date = LocalDate.of(2030, 2, 28);
        Roster later = RosterDocument.read(DefaultRoster.NAME, DefaultRoster.effectiveFrom(date), STORE);
        assertEquals(Bound.on(date), later.effectiveFrom());
        assertEquals(ROSTER.duties(), later.duties());
        assertEquals(ROSTER.confidentiality(), later.confidentiality());
    }
}
