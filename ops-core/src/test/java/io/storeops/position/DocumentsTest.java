package io.storeops.position;

import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.authority.Bound;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.calendar.SlotPlan;
import io.storeops.enrolment.Enrolment;
import io.storeops.enrolment.EnrolmentDocument;
import io.storeops.id.StoreId;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final Json ROSTER = StoreFixture.rosterDocument(
            LocalDate.of(2024, 1, 1), "7", SlotPlan.ofHours(9, 21).boundaries());

    private static Json with(Json object, String name, Json value) {
        Map<String, Json> members = new HashMap<>(((Json.Obj) object).members());
        members.put(name, value);
        return Json.object(members);
    }

    private static Json without(Json object, String name) {
        Map<String, Json> members = new HashMap<>(((Json.Obj) object).members());
        members.remove(name);
        return Json.object(members);
    }

    private static Json member(Json object, String name) {
        return ((Json.Obj) object).members().get(name);
    }

    private static String refusal(Json roster) {
        return assertThrows(DocumentException.class, () -> RosterDocument.read("roster.json", roster, STORE))
                .getMessage();
    }

    @Nested
    class ARoster {
        @Test
        void isReadAsItIsWritten() {
            Roster roster = RosterDocument.read("roster.json", ROSTER, STORE);
            assertEquals("7", roster.version());
            assertEquals(Bound.on(LocalDate.of(2024, 1, 1)), roster.effectiveFrom());
            assertEquals(SlotPlan.ofHours(9, 21), roster.slotPlan());
            assertEquals(
                    Set.of(Right.INSTRUCT, Right.DECIDE_ANOMALY, Right.DECIDE_SUGGESTION),
                    roster.roles().get(Role.STORE_MANAGER));
        }

        @Test
        void mayWidenTheWindow() {
            Json wide = with(ROSTER, "slotPlan", with(member(ROSTER, "slotPlan"), "collectFrom", Json.of("PT5M")));
            assertEquals(
                    Duration.ofMinutes(5),
                    RosterDocument.read("roster.json", wide, STORE).slotPlan().collectFrom());
        }

        @Test
        void namesAMemberThatItDoesNotKnow() {
            String message = refusal(with(ROSTER, "slotplan", Json.ofNull()));
            assertTrue(
                    message.startsWith("roster.json $: the member 'slotplan' is unknown; known: [activityRules, "),
                    message);
        }

        @Test
        void namesAMemberThatIsMissing() {
            assertEquals(
                    "roster.json $: the member 'slotPlan' is missing; present: [duties, position, roles]",
                    refusal(without(ROSTER, "slotPlan")));
        }

        @Test
        void namesTheBoundaryThatIsNone() {
            Json plan = with(
                    member(ROSTER, "slotPlan"),
                    "boundaries",
                    Json.array(List.of(Json.of("09:00"), Json.of("9 o'clock"))));
            assertEquals(
                    "roster.json $.slotPlan.boundaries[1]: \"9 o'clock\" is not a local time (expected HH:mm)",
                    refusal(with(ROSTER, "slotPlan", plan)));
        }

        @Test
        void refusesBoundariesThatDoNotAscend() {
            Json plan = with(
                    member(ROSTER, "slotPlan"), "boundaries", Json.array(List.of(Json.of("10:00"), Json.of("09:00"))));
            String message = refusal(with(ROSTER, "slotPlan", plan));
            assertEquals(
                    "is not a slot plan: Boundaries ascend strictly and begin after 00:00, but 09:00 follows 10:00",
                    message.substring(message.indexOf("is not a slot plan")));
        }

        @Test
        void refusesADeadlineThatIsNone() {
            Json plan = with(member(ROSTER, "slotPlan"), "missedAt", Json.of("09:00"));
            assertEquals(
                    "roster.json $.slotPlan.missedAt: \"09:00\" is not a time of the next day (expected NEXT_DAY HH:mm)",
                    refusal(with(ROSTER, "slotPlan", plan)));
        }

        @Test
        void namesTheRightThatIsNone() {
            Json roles = Json.object(Map.of("OPERATOR", Json.array(List.of(Json.of("execute:x1")))));
            assertEquals(
                    "roster.json $.roles.OPERATOR[0]: \"execute:x1\" is not a right (expected something like EXECUTE:X1 or INSTRUCT)",
                    refusal(with(ROSTER, "roles", roles)));
        }

        @Test
        void refusesToLetNobodyDoAnything() {
            assertEquals(
                    "roster.json $.roles: {} names no role, so nobody could do anything",
                    refusal(with(ROSTER, "roles", Json.object(Map.of()))));
        }
    }

    @Nested
    class ACatalogue {
        private final Json store =
                Json.object(Map.of("id", Json.of("S1"), "zone", Json.of("Asia/Shanghai"), "currency", Json.of("CNY")));

        private Enrolment read(Json catalogue) {
            return EnrolmentDocument.read("catalog.json", catalogue, "roster.json", ROSTER);
        }

        @Test
        void namesTheStoreItsItemsItsPeopleAndItsTargets() {
            Json item = Json.object(Map.of(
                    "id", Json.of("A"), "active_from", Json.of("2024-01-01"), "active_to", Json.of("2024-12-31")));
            Json rival = Json.object(Map.of("id", Json.of("X"), "active_from", Json.of("2024-01-01")));
            Json target = Json.object(
                    Map.of("from", Json.of("2024-06-16"), "to", Json.of("2024-06-16"), "amount_minor", Json.of(500)));
            Json here = Json.object(
                    Map.of("role", Json.of("OPERATOR"), "store", Json.of("S1"), "from", Json.of("2024-01-01")));
            Json elsewhere = with(here, "store", Json.of("S2"));
            Json person =
                    Json.object(Map.of("id", Json.of("op-1"), "assignments", Json.array(List.of(here, elsewhere))));
            Enrolment enrolment = read(Json.object(Map.of(
                    "store", store,
                    "items", Json.array(List.of(item)),
                    "competitors", Json.array(List.of(rival)),
                    "target", target,
                    "people", Json.array(List.of(person)))));
            assertEquals("S1", enrolment.store().name());
            assertEquals(ZoneId.of("Asia/Shanghai"), enrolment.store().zone());
            assertEquals(
                    Optional.of(LocalDate.of(2024, 12, 31)),
                    enrolment.items().get(0).activeTo());
            assertEquals("X", enrolment.competitors().get(0).id());
            assertEquals(500, enrolment.targets().get(0).amountMinor());
            assertEquals(1, enrolment.assignments().size());
            assertEquals(StoreId.of("S1"), enrolment.assignments().get(0).store());
        }

        private Enrolment titled(String item, String rival) {
            Map<String, Json> since = Map.of("active_from", Json.of("2024-01-01"));
            return read(Json.object(Map.of(
                    "store",
                    store,
                    "items",
                    Json.array(List.of(
                            with(with(Json.object(since), "id", Json.of("A")), "title", Json.of(item)),
                            with(Json.object(since), "id", Json.of("B")))),
                    "competitors",
                    Json.array(List.of(with(with(Json.object(since), "id", Json.of("X")), "title", Json.of(rival)))))));
        }

        @Test
        void namesTheTitlesOfItemsAndRivalsItemsThatHaveOne() {
            Enrolment enrolment = titled("连衣裙", "竞品裙");
            assertEquals(Optional.of("连衣裙"), enrolment.items().get(0).title());
            assertEquals(Optional.empty(), enrolment.items().get(1).title());
            assertEquals(Optional.of("竞品裙"), enrolment.competitors().get(0).title());
        }

        @Test
        void refusesATitleThatShowsNothing() {
            assertEquals(
                    "catalog.json $.items[0].title: \" \" is blank; leave it out instead",
                    assertThrows(DocumentException.class, () -> titled(" ", "x"))
                            .getMessage());
            assertEquals(
                    "catalog.json $.competitors[0].title: \"\" is blank; leave it out instead",
                    assertThrows(DocumentException.class, () -> titled("x", "")).getMessage());
        }

        @Test
        void namesTheZoneThatIsNone() {
            DocumentException refused = assertThrows(
                    DocumentException.class,
                    () -> read(Json.object(Map.of("store", with(store, "zone", Json.of("Asia/Peking"))))));
            assertEquals(
                    "catalog.json $.store.zone: \"Asia/Peking\" is not a time zone (expected something like Asia/Shanghai)",
                    refused.getMessage());
            assertEquals("$.store.zone", refused.path());
        }

        @Test
        void namesTheAmountThatIsNoWholeNumber() {
            Json target = Json.object(
                    Map.of("from", Json.of("2024-06-16"), "to", Json.of("2024-06-16"), "amount_minor", Json.of("500")));
            DocumentException refused = assertThrows(
                    DocumentException.class, () -> read(Json.object(Map.of("store", store, "target", target))));
            assertEquals("catalog.json $.target.amount_minor: \"500\" is not a number", refused.getMessage());
        }
    }

    @Test
    void anEnrolmentHasItsOwnRoster() {
        Enrolment enrolment = StoreFixture.open().enrolment(RosterDocument.read("roster.json", ROSTER, STORE));
        Roster other = RosterDocument.read("roster.json", ROSTER, StoreId.of("S2"));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Enrolment(enrolment.store(), List.of(), List.of(), List.of(), List.of(), List.of(), other));
        assertEquals("The roster is of store S2, the enrolment of S1", refused.getMessage());
    }

    @Test
    void aPlanRefusesWhatItCannotKeep() {
        List<LocalTime> nine = List.of(LocalTime.of(9, 0));
        assertThrows(IllegalArgumentException.class, () -> plan(List.of(), 60, 10, 15));
        assertThrows(IllegalArgumentException.class, () -> plan(List.of(LocalTime.MIDNIGHT), 60, 10, 15));
        assertThrows(IllegalArgumentException.class, () -> plan(nine, -1, 10, 15));
        assertThrows(IllegalArgumentException.class, () -> plan(nine, 60, 16, 15));
        assertEquals(2, plan(nine, 0, 0, 0).slots());
    }

    private static SlotPlan plan(List<LocalTime> boundaries, int from, int collect, int release) {
        return new SlotPlan(
                boundaries,
                Duration.ofSeconds(from),
                Duration.ofMinutes(collect),
                Duration.ofMinutes(release),
                LocalTime.of(9, 0));
    }
}
