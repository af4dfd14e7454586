package io.storeops.examples.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.storeops.authority.Deputyship;
import io.storeops.authority.Role;
import io.storeops.calendar.WorkingHours;
import io.storeops.enrolment.Enrolment;
import io.storeops.enrolment.EnrolmentDocument;
import io.storeops.id.ActorId;
import io.storeops.position.ActivityRules;
import io.storeops.position.Channels;
import io.storeops.position.Roster;
import io.storeops.position.Sla;
import io.storeops.position.WorkingCalendar;
import io.storeops.spi.JsonCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shared scenarios say of their stores, as far as this version reads it. */
class ScenariosTest {
    private static Enrolment read(String scenario) {
        Path folder = Path.of(System.getProperty("storeops.shared", "../shared"), scenario);
        assumeTrue(Files.exists(folder), "the scenario is not here: " + folder);
        return EnrolmentDocument.read(
                "catalog.json",
                ScenarioMembers.without(JsonCodec.read(folder.resolve("catalog.json"))),
                "roster.json",
                JsonCodec.read(folder.resolve("roster.json")));
    }

    @ParameterizedTest
    @CsvSource({
        "scenario-a, S1, 4, 2, 15, 0, 1",
        "scenario-c, S3, 3, 1, 6, 1, 0",
        "scenario-d, S4, 6, 0, 9, 0, 0",
        "scenario-e, S5, 0, 0, 17, 0, 1"
    })
    void theStoreAndItsPeopleAreRead(
            String scenario, String store, int items, int competitors, int assignments, int deputies, int targets) {
        Enrolment enrolment = read(scenario);
        assertEquals(store, enrolment.store().id().value());
        assertEquals(items, enrolment.items().size());
        assertEquals(competitors, enrolment.competitors().size());
        assertEquals(assignments, enrolment.assignments().size());
        assertEquals(deputies, enrolment.deputies().size());
        assertEquals(targets, enrolment.targets().size());
    }

    @Test
    void theBadDaysHaveADeputyAndWorkingHoursOfTheirOwn() {
        Enrolment enrolment = read("scenario-c");
        assertEquals(
                List.of(new Deputyship(
                        enrolment.store().id(),
                        ActorId.of("dep-1"),
                        ActorId.of("mgr-1"),
                        Role.STORE_MANAGER,
                        LocalDate.of(2024, 10, 11),
                        Optional.of(LocalDate.of(2024, 10, 12)))),
                enrolment.deputies());
        Roster roster = enrolment.roster();
        LocalDate saturday = LocalDate.of(2024, 10, 12);
        LocalDate sunday = LocalDate.of(2024, 10, 13);
        WorkingHours general = roster.calendar().hoursOf(Role.STORE_MANAGER);
        assertEquals(general.spans().get(DayOfWeek.MONDAY), general.on(saturday));
        assertEquals(List.of(), general.on(sunday));
        WorkingHours operator = roster.calendar().hoursOf(Role.OPERATOR);
        assertEquals(List.of(new WorkingHours.Span(LocalTime.of(8, 30), LocalTime.of(22, 0))), operator.on(saturday));
        assertEquals(List.of(new WorkingHours.Span(LocalTime.of(10, 0), LocalTime.of(16, 0))), operator.on(sunday));
        assertEquals(
                List.of("L-PRICE", "L-STOCK", "L-PAGE", "L-DSR", "L-EXPIRY"),
                roster.maintenance().checklist().stream().map(line -> line.id()).toList());
        assertEquals(List.of("OA"), roster.channels().fallbackOf("WORK_GROUP"));
    }

    @Test
    void theCampaignWeekHasChecksByPhaseAndRulesOfActivities() {
        Roster roster = read("scenario-d").roster();
        ActivityRules rules = roster.activities();
        assertEquals(Optional.of(30L), rules.referencePriceDays());
        assertTrue(rules.mayOverlap(ActivityRules.Kind.MAJOR_CAMPAIGN, ActivityRules.Kind.DAILY));
        assertEquals(
                List.of("PAGE_PRICE", "STOCK_ITEM_MATCH"),
                roster.duty("3.3")
                        .content()
                        .checklists()
                        .get(ActivityRules.Kind.DAILY)
                        .during());
        assertEquals(WorkingCalendar.everyHour(), roster.calendar());
    }

    @Test
    void theWeekBetweenDepartmentsHasSeveritiesAndChannelsServedByHand() {
        Roster roster = read("scenario-e").roster();
        assertEquals(Optional.of(Duration.ofMinutes(5)), roster.sla().find(Sla.Key.TICKET_ACK, "HIGH"));
        assertEquals(Optional.of(Duration.ofMinutes(15)), roster.sla().find(Sla.Key.TICKET_ACK, "LOW"));
        assertEquals(Optional.of(Duration.ofHours(8)), roster.sla().find(Sla.Key.TICKET_SOLVE, "LOW"));
        assertEquals(
                Optional.of(new Channels.Notices(List.of("OA", "WORK_GROUP"), Channels.Mode.ALL)),
                roster.findNoticeChannels());
        assertEquals(
                Set.of("PLATFORM_CHAT", "WORK_GROUP"),
                Set.copyOf(roster.channels().names().stream()
                        .filter(roster.channels()::isManual)
                        .toList()));
        assertEquals(Optional.of("CUSTOMER_SERVICE"), roster.findParent("AFTER_SALES"));
        // What the role does not say of itself is the general calendar's.
        WorkingHours departments = roster.calendar().hoursOf(Role.of("DEPARTMENT"));
        assertEquals(List.of(), departments.on(LocalDate.of(2024, 10, 7)));
        assertEquals(2, departments.on(LocalDate.of(2024, 10, 12)).size());
    }
}
