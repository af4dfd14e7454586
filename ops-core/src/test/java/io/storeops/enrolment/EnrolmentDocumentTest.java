package io.storeops.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.authority.Assignment;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Role;
import io.storeops.catalog.Language;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.StoreId;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.position.RosterDocument;
import io.storeops.position.RosterFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrolmentDocumentTest {
    private static final Json ROSTER = RosterDocument.write(RosterFixture.whole());
    private static final Json CATALOGUE = object(
            "store",
            object("id", Json.of("S1"), "zone", Json.of("Asia/Shanghai"), "currency", Json.of("CNY")),
            "items",
            array(object("id", Json.of("A"), "active_from", Json.of("2024-10-01"))),
            "competitors",
            array(object("id", Json.of("K1"), "active_from", Json.of("2024-10-01"))),
            "people",
            array(object("id", Json.of("dep-1"), "assignments", array(post()))),
            "deputies",
            array(object(
                    "deputy", Json.of("op-1"),
                    "for", Json.of("mgr-1"),
                    "role", Json.of("STORE_MANAGER"),
                    "from", Json.of("2024-10-01"))),
            "target",
            object("from", Json.of("2024-10-01"), "to", Json.of("2024-10-31"), "amount_minor", Json.of(62_000_000)));

    private static Json post() {
        return object(
                "role", Json.of("STORE_MANAGER"),
                "store", Json.of("S1"),
                "from", Json.of("2024-10-11"),
                "to", Json.of("2024-10-12"));
    }

    private static Json object(Object... namesAndValues) {
        Map<String, Json> members = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], (Json) namesAndValues[i + 1]);
        }
        return Json.object(members);
    }

    private static Json array(Json... elements) {
        return Json.array(List.of(elements));
    }

    private static Enrolment read(Json catalogue, Json roster) {
        return EnrolmentDocument.read("catalog.json", catalogue, "roster.json", roster);
    }

    private static Enrolment with(String path, Json value) {
        return read(RosterFixture.with(CATALOGUE, path, value), ROSTER);
    }

    private static String refusal(String path, Json value) {
        return assertThrows(DocumentException.class, () -> with(path, value)).getMessage();
    }

    @Test
    void aStoresPeopleAreWrittenToInChineseUnlessTheCatalogueNamesALanguage() {
        assertEquals(Language.CHINESE, read(CATALOGUE, ROSTER).store().language());
        assertEquals(
                Language.ENGLISH,
                with("store.language", Json.of("ENGLISH")).store().language());
        assertEquals(
                "catalog.json $.store.language: \"en\" is not a language (expected CHINESE or ENGLISH)",
                refusal("store.language", Json.of("en")));
    }

    @Test
    void aPostOfADeputyIsADeputyshipAndNoAssignment() {
        LocalDate friday = LocalDate.of(2024, 10, 11);
        StoreId store = StoreId.of("S1");
        Role manager = Role.STORE_MANAGER;
        Optional<LocalDate> saturday = Optional.of(friday.plusDays(1));
        Enrolment plain = read(CATALOGUE, ROSTER);
        assertEquals(
                List.of(new Assignment(store, ActorId.of("dep-1"), manager, friday, saturday, Optional.empty())),
                plain.assignments());
        assertEquals(1, plain.deputies().size());
        Enrolment deputised = with("people[0].assignments[0].deputy_of", Json.of("mgr-1"));
        assertEquals(List.of(), deputised.assignments());
        assertEquals(
                new Deputyship(store, ActorId.of("dep-1"), ActorId.of("mgr-1"), manager, friday, saturday),
                deputised.deputies().get(0));
        assertEquals(2, deputised.deputies().size());
    }

    @Test
    void aDeputySpeaksForTheDepartmentOfThePrincipal() {
        Json both = RosterFixture.with(
                RosterFixture.with(CATALOGUE, "people[0].assignments[0].deputy_of", Json.of("mgr-1")),
                "people[0].assignments[0].department",
                Json.of("QC"));
        assertEquals(
                "catalog.json $.people[0].assignments[0].department: \"QC\" stands beside deputy_of, but a deputy speaks for"
                        + " the principal's department",
                assertThrows(DocumentException.class, () -> read(both, ROSTER)).getMessage());
    }

    @Nested
    class AServiceAccount {
        private final Json service = RosterFixture.with(CATALOGUE, "people[0].kind", Json.of("SERVICE"));

        private String refusal(String path, Json value) {
            Json catalogue = RosterFixture.with(service, path, value);
            return assertThrows(DocumentException.class, () -> read(catalogue, ROSTER))
                    .getMessage();
        }

        @Test
        void isNamedByItsKind() {
            assertEquals(
                    ActorKind.PERSON,
                    read(CATALOGUE, ROSTER).assignments().get(0).kind());
            assertEquals(
                    ActorKind.SERVICE,
                    read(service, ROSTER).assignments().get(0).kind());
            assertEquals(
                    "catalog.json $.people[0].kind: \"ROBOT\" is not a kind (expected PERSON or SERVICE)",
                    refusal("people[0].kind", Json.of("ROBOT")));
        }

        @Test
        void isNoPersonToo() {
            Json person = object("id", Json.of("dep-1"), "assignments", array(post()));
            Json account = object("id", Json.of("dep-1"), "kind", Json.of("SERVICE"), "assignments", array(post()));
            assertEquals(
                    "catalog.json $.people[1].id: \"dep-1\" names two accounts: dep-1 is a SERVICE of the store already; give"
                            + " the PERSON an id of its own",
                    refusal("people", array(account, person)));
        }

        @Test
        void standsInForNobody() {
            String message = refusal("deputies[0].deputy", Json.of("dep-1"));
            assertEquals(
                    "catalog.json $.deputies[0]: {\"deputy\":\"dep-1\",\"for\":\"mgr-1\",\"from\":\"2024-10-01\",\"role\":"
                            + "\"STORE_MANAGER\"} is not a deputyship: dep-1 is a SERVICE of the store; only persons stand in for"
                            + " each other",
                    message);
            assertTrue(refusal("people[0].assignments[0].deputy_of", Json.of("mgr-1"))
                    .startsWith("catalog.json $.people[0].assignments[0]: "));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour|$",
                "store.colour|$.store",
                "items[0].colour|$.items[0]",
                "competitors[0].colour|$.competitors[0]",
                "people[0].colour|$.people[0]",
                "people[0].assignments[0].colour|$.people[0].assignments[0]",
                "deputies[0].colour|$.deputies[0]",
                "target.colour|$.target"
            })
    void aMemberThatNobodyKnowsIsRefused(String path, String place) {
        String message = refusal(path, Json.of("red"));
        assertEquals(
                "catalog.json " + place + ": the member 'colour' is unknown; known: [",
                message.substring(0, message.indexOf('[', message.indexOf("known:")) + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "kpi_period",
        "price_history",
        "activities",
        "listings",
        "store.listing_read_back",
        "items[0].price_book_minor",
        "items[0].floor_minor",
        "items[0].approved",
        "items[0].erp_sellable",
        "competitors[0].reference_price_minor"
    })
    void aMemberThatOnlyALaterVersionWillReadIsNotDroppedSilently(String path) {
        assertTrue(refusal(path, Json.object(Map.of())).contains("is unknown; known: ["));
    }

    @Test
    void amountsAreInTheMinorUnitsOfTheCurrency() {
        assertEquals(read(CATALOGUE, ROSTER), with("store.minor_units", Json.of(100)));
        assertEquals(
                "catalog.json $.store.minor_units: 1000 is not how many minor units CNY has (100)",
                refusal("store.minor_units", Json.of(1000)));
    }

    @Nested
    class TheParentsOfDepartments {
        private final Json bare = RosterFixture.without(ROSTER, "departmentParents");

        @Test
        void comeToTheRosterFromTheCatalogue() {
            Json parents = object("PRE_SALES", Json.of("CUSTOMER_SERVICE"));
            Json catalogue = RosterFixture.with(CATALOGUE, "department_parents", parents);
            assertEquals(Optional.empty(), read(CATALOGUE, bare).roster().findParent("PRE_SALES"));
            assertEquals(
                    Optional.of("CUSTOMER_SERVICE"),
                    read(catalogue, bare).roster().findParent("PRE_SALES"));
            assertEquals(RosterFixture.whole(), read(catalogue, ROSTER).roster());
        }

        @Test
        void areDepartmentsOfTheRoster() {
            assertEquals(
                    "catalog.json $.department_parents.PRE_SALES: \"CANTEEN\" is not a department of the roster;"
                            + " departments: [PRE_SALES, CUSTOMER_SERVICE, QC]",
                    refusal("department_parents", object("PRE_SALES", Json.of("CANTEEN"))));
            assertEquals(
                    "catalog.json $.department_parents: \"CANTEEN\" is not a department of the roster; departments:"
                            + " [PRE_SALES, CUSTOMER_SERVICE, QC]",
                    refusal("department_parents", object("CANTEEN", Json.of("QC"))));
        }

        @Test
        void areNotOthersThanTheRosterSays() {
            assertEquals(
                    "catalog.json $.department_parents: {\"QC\":\"CUSTOMER_SERVICE\"} differs from the roster's"
                            + " departmentParents: {PRE_SALES=CUSTOMER_SERVICE}",
                    refusal("department_parents", object("QC", Json.of("CUSTOMER_SERVICE"))));
        }
    }
}
