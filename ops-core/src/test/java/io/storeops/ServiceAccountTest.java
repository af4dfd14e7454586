package io.storeops;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.OccurrenceId;
import io.storeops.authority.Assignment;
import io.storeops.authority.Bound;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Role;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.DeniedException;
import io.storeops.figures.Intake;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.reporting.SlotReporting;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A service account, for jobs of the host (D82). */
class ServiceAccountTest {
    private static final ActorId JOB = ActorId.of("erp-job");
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    private final StoreFixture shop =
            new StoreFixture.Setup().duties().service(JOB, "OPERATOR").open();
    private final SlotReporting job = shop.ops.deskOf(JOB).reporting();

    private Assignment post(ActorId actor, ActorKind kind, String role) {
        return new Assignment(STORE, actor, kind, Role.of(role), Bound.on(SINCE), Optional.empty(), Optional.empty());
    }

    private String refusalOf(Runnable enrolment) {
        return assertThrows(IllegalArgumentException.class, enrolment::run).getMessage();
    }

    private List<String> lines() {
        return shop.records().stream()
                .map(line -> line.record())
                .filter(record -> !record.act().equals("ENROL"))
                .map(record -> record.actor() + " " + record.kind() + " " + record.act() + " " + record.outcome())
                .toList();
    }

    @Test
    void collectsAndReleasesUnderTheRightsOfItsRoleAndTheTrailShowsIt() {
        shop.clock.set(shop.at("09:01:00"));
        Intake intake = job.record(STORE, List.of(shop.reading(1, 100, 10, 1))).get(0);
        assertEquals(Intake.Taking.ACCEPTED, intake.taking());
        job.release(STORE, StoreFixture.slot(1));
        shop.collect(2, 200, 20, 2);
        assertEquals(
                List.of(
                        "erp-job SERVICE RECORD_READINGS DONE",
                        "erp-job SERVICE RELEASE DONE",
                        "op-1 PERSON RECORD_READINGS DONE"),
                lines());
    }

    @Test
    void doesTheDutyOfThePersonsWhoHoldIt() {
        shop.clock.set(shop.at("09:01:00"));
        job.record(STORE, List.of(shop.reading(1, 100, 10, 1)));
        assertEquals(
                Optional.of(AgendaItem.State.DONE),
                shop.ops
                        .deskOf(OPERATOR)
                        .agenda(STORE)
                        .find(OccurrenceId.parse("1.1/" + DAY + "#01"))
                        .map(item -> item.stateAt(shop.clock.instant())));
    }

    @Test
    void isDeniedWhatItsRoleDoesNotGiveAndTheTrailShowsThatToo() {
        DeniedException denied =
                assertThrows(DeniedException.class, () -> shop.feedback(JOB).reject(STORE, "SG1", 1, "No."));
        assertEquals(List.of(MANAGER), denied.holders());
        assertEquals(List.of("erp-job SERVICE REJECT_SUGGESTION DENIED"), lines());
    }

    @Test
    void isNobodyWhoCouldBeAskedInstead() {
        DeniedException denied = assertThrows(
                DeniedException.class,
                () -> shop.ops.deskOf(STRANGER).reporting().release(STORE, StoreFixture.slot(1)));
        assertEquals(List.of(OPERATOR), denied.holders());
    }

    @Test
    void isEnrolledBesideThePersons() {
        Enrolment built = Enrolment.builder(Store.of("S1", "Asia/Shanghai", "CNY"), SINCE)
                .person("li", Role.OPERATOR)
                .service("erp-job", Role.OPERATOR)
                .roster(shop.rosterFrom(SINCE, "1", List.of(LocalTime.NOON)))
                .build();
        assertEquals(
                post(JOB, ActorKind.SERVICE, "OPERATOR"), built.assignments().get(1));
    }

    @Nested
    class IsRefused {
        @Test
        void whereItIsAPersonOfTheEnrolmentToo() {
            Enrolment.Builder builder = Enrolment.builder(Store.of("S1", "Asia/Shanghai", "CNY"), SINCE)
                    .person("erp-job", Role.OPERATOR)
                    .service("erp-job", Role.STORE_MANAGER)
                    .roster(shop.rosterFrom(SINCE, "1", List.of(LocalTime.NOON)));
            assertEquals(
                    "erp-job is a PERSON of the store already; give the SERVICE an id of its own",
                    refusalOf(builder::build));
        }

        @Test
        void whereItWasEnrolledAsAPersonBefore() {
            assertEquals(
                    "op-1 is a PERSON of the store already; give the SERVICE an id of its own",
                    refusalOf(() -> shop.assign(post(OPERATOR, ActorKind.SERVICE, "STORE_MANAGER"))));
        }

        @Test
        void asADeputyAndAsSomebodyToStandInFor() {
            for (Deputyship post : List.of(
                    new Deputyship(STORE, JOB, MANAGER, Role.STORE_MANAGER, SINCE, Optional.empty()),
                    new Deputyship(STORE, MANAGER, JOB, Role.OPERATOR, SINCE, Optional.empty()))) {
                Enrolment.Builder builder = Enrolment.builder(Store.of("S1", "Asia/Shanghai", "CNY"), SINCE)
                        .service("erp-job", Role.OPERATOR)
                        .deputy(post)
                        .roster(shop.rosterFrom(SINCE, "1", List.of(LocalTime.NOON)));
                assertEquals(
                        "erp-job is a SERVICE of the store; only persons stand in for each other",
                        refusalOf(builder::build));
            }
        }
    }

    @Test
    void isOneAfterAllWhereAllItsRolesAreEnrolledAnewAsAServices() {
        shop.assign(post(OPERATOR, ActorKind.SERVICE, "OPERATOR"));
        shop.collect(1, 100, 10, 1);
        assertEquals(List.of("op-1 SERVICE RECORD_READINGS DONE"), lines());
    }
}
