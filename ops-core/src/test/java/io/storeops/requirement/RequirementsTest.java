package io.storeops.requirement;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static io.storeops.ticket.LiaisonShop.DESIGN;
import static io.storeops.ticket.LiaisonShop.FIRST;
import static io.storeops.ticket.LiaisonShop.MONDAY;
import static io.storeops.ticket.LiaisonShop.QC;
import static io.storeops.ticket.LiaisonShop.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Scored;
import io.storeops.StoreFixture;
import io.storeops.agenda.Handover;
import io.storeops.delivery.HandDelivery;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.publishing.DeliveryState;
import io.storeops.ticket.LiaisonShop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What parties are asked for, and what becomes of it (4.7, D56-D59). */
class RequirementsTest {
    private static final String ID = "RQ1";
    private static final String DUE = "16:00";

    private final StoreFixture shop = LiaisonShop.open();

    @BeforeEach
    void aMondayMorning() {
        at("10:00");
    }

    private void at(String time) {
        LiaisonShop.at(shop, time);
    }

    private Requirements by(ActorId actor) {
        return shop.ops.deskOf(actor).requirements();
    }

    private Requirement known() {
        return by(FIRST).find(STORE, ID).orElseThrow();
    }

    private Requirement open(String id, String party, String due) {
        return by(FIRST)
                .open(
                        STORE,
                        new OpenedRequirements.Ask(
                                id, party, "a banner", shop.at(MONDAY, due), Optional.of("IMAGE_PREP"), true),
                        Optional.empty());
    }

    private void delivered() {
        open(ID, "DESIGN", DUE);
        by(FIRST).send(STORE, ID);
        by(DESIGN).confirm(STORE, ID);
        by(DESIGN).deliver(STORE, ID);
    }

    private static void assertRefused(String code, Runnable act) {
        assertEquals(
                code, assertThrows(RefusedException.class, act::run).refusal().code());
    }

    private static void assertDenied(String right, Runnable act) {
        assertEquals(right, assertThrows(DeniedException.class, act::run).code());
    }

    private List<String> late() {
        return shop.ops.tick(STORE).raised().stream()
                .map(item -> item.occurrence().id().about())
                .filter(about -> about.startsWith("requirement/"))
                .toList();
    }

    @Nested
    class Asking {
        @Test
        void saysWhatOfWhomByWhen() {
            Requirement asked = open(ID, "DESIGN", DUE);
            assertEquals(RequirementState.OPEN, asked.state());
            assertEquals("DESIGN", asked.party());
            assertEquals(Optional.of("IMAGE_PREP"), asked.blocks());
            assertTrue(asked.required());
            assertFalse(asked.asked().external());
            assertFalse(asked.accepted());
            assertEquals(FIRST, asked.owner());
            assertEquals(Optional.empty(), asked.origin());
            assertEquals(List.of(asked), by(DESIGN).open(STORE));
        }

        @Test
        void isOfAKnownParty() {
            assertRefused("NO_SUCH_PARTY", () -> open(ID, "CANTEEN", DUE));
            assertTrue(open(ID, "X-PLAT", DUE).asked().external());
            assertRefused("EXISTS", () -> open(ID, "QC", DUE));
        }

        @ParameterizedTest
        @CsvSource({"10:00, true", "09:59:59.999999, true", "10:00:00.000001, false"})
        void isForTheFuture(String due, boolean refused) {
            if (refused) {
                assertRefused("DUE_PASSED", () -> open(ID, "DESIGN", due));
            } else {
                assertEquals(shop.at(MONDAY, due), open(ID, "DESIGN", due).due());
            }
        }

        @Test
        void asksForSomething() {
            Instant due = shop.at(MONDAY, DUE);
            Optional<String> none = Optional.empty();
            assertThrows(
                    IllegalArgumentException.class, () -> new OpenedRequirements.Ask(ID, "QC", " ", due, none, true));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new OpenedRequirements.Ask("R".repeat(73), "QC", "a file", due, none, true));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new OpenedRequirements.Ask(ID, "QC", "a file", due.plusNanos(1), none, true));
            assertThrows(IllegalArgumentException.class, () -> by(FIRST).resend(STORE, ID, due.plusNanos(1)));
            assertEquals(
                    "R".repeat(72), new OpenedRequirements.Ask("R".repeat(72), "QC", "a file", due, none, true).id());
        }
    }

    @Nested
    class Answering {
        @Test
        void isTheDepartmentsOwn() {
            open(ID, "DESIGN", DUE);
            by(FIRST).send(STORE, ID);
            assertDenied("ANSWER:COORDINATION_OWN", () -> by(QC).confirm(STORE, ID));
            assertDenied("ANSWER:COORDINATION_OWN", () -> by(FIRST).confirm(STORE, ID));
            assertDenied("ANSWER:COORDINATION_OWN", () -> by(QC).reject(STORE, ID, "no"));
            assertEquals(
                    RequirementState.CONFIRMED, by(DESIGN).confirm(STORE, ID).state());
            assertDenied("ANSWER:COORDINATION_OWN", () -> by(QC).deliver(STORE, ID));
            assertDenied("EXECUTE:X4", () -> by(DESIGN).accept(STORE, ID));
        }

        @Test
        void isRecordedOfAPartyOutsideOnEvidenceOfEachStep() {
            open(ID, "X-PLAT", DUE);
            by(FIRST).send(STORE, ID);
            shop.clock.advance(Duration.ofMinutes(1));
            assertDenied("EXECUTE:X4", () -> by(DESIGN).confirm(STORE, ID));
            assertRefused("EVIDENCE_MISSING", () -> by(FIRST).confirm(STORE, ID));
            attach();
            by(FIRST).confirm(STORE, ID);
            shop.clock.advance(Duration.ofMinutes(1));
            assertRefused("EVIDENCE_MISSING", () -> by(FIRST).deliver(STORE, ID));
            attach();
            assertEquals(
                    RequirementState.DELIVERED, by(FIRST).deliver(STORE, ID).state());
        }

        private void attach() {
            shop.ops
                    .deskOf(FIRST)
                    .archive()
                    .attach(
                            STORE,
                            Target.of("requirement", ID),
                            EvidenceKind.parse("SCREENSHOT"),
                            shop.clock.instant(),
                            "shot");
        }

        @Test
        void tellsTheManagerOfARejection() {
            open(ID, "DESIGN", DUE);
            by(FIRST).send(STORE, ID);
            assertRefused("REASON_MISSING", () -> by(DESIGN).reject(STORE, ID, " "));
            Requirement rejected = by(DESIGN).reject(STORE, ID, "nobody is free");
            assertEquals(Optional.of(new Told(shop.clock.instant(), List.of(MANAGER))), rejected.rejection());
            assertEquals(1, rejected.course().rejected());
            assertEquals(Optional.of("nobody is free"), rejected.course().reason());
            assertEquals(List.of("requirement/RQ1/rejected-1"), shop.oa.ids());
            assertTrue(shop.oa.lastBody().contains("nobody is free"));
        }
    }

    @Nested
    class SendingAgain {
        @BeforeEach
        void rejected() {
            open(ID, "DESIGN", DUE);
            by(FIRST).send(STORE, ID);
            by(DESIGN).reject(STORE, ID, "nobody is free");
        }

        @Test
        void isTheSameRequirementWithALaterDue() {
            Instant first = known().course().sentAt().orElseThrow();
            at("11:00");
            Requirement again = by(FIRST).resend(STORE, ID, shop.at(MONDAY, "17:00"));
            assertEquals(RequirementState.SENT, again.state());
            assertEquals(shop.at(MONDAY, "17:00"), again.due());
            assertEquals(Optional.of(first), again.course().sentAt());
            assertRefused("DUE_PASSED", () -> {
                by(DESIGN).reject(STORE, ID, "still not");
                by(FIRST).resend(STORE, ID, shop.at(MONDAY, "11:00"));
            });
            assertEquals(2, known().course().rejected());
        }

        @Test
        void isJudgedByTheLastDue() {
            by(FIRST).resend(STORE, ID, shop.at(MONDAY, "17:00"));
            by(DESIGN).confirm(STORE, ID);
            by(DESIGN).deliver(STORE, ID);
            at("16:30");
            assertFalse(by(FIRST).accept(STORE, ID).late());
            assertEquals(List.of("K4.1 1/1 100.00%", "K4.3 1/1 100.00%"), raw());
        }
    }

    @Nested
    class Through {
        @Test
        void aChannelItIsSentWhenThatTakesIt() {
            open(ID, "DESIGN", DUE);
            Requirement sent = by(FIRST).send(STORE, ID, "OA");
            assertEquals(RequirementState.SENT, sent.state());
            assertEquals(Optional.of(shop.clock.instant()), sent.course().sentAt());
            assertEquals(List.of("requirement/RQ1/1"), shop.oa.ids());
            assertRefused("WRONG_STATE", () -> by(FIRST).send(STORE, ID, "OA"));
        }

        @Test
        void aChannelThatIsDownItWaitsAndIsNotDoubled() {
            open(ID, "DESIGN", DUE);
            Instant later = shop.at(MONDAY, "10:30");
            shop.oa.nextRefusesUntil(later);
            Requirement waiting = by(FIRST).send(STORE, ID, "OA");
            assertEquals(RequirementState.OPEN, waiting.state());
            assertEquals(Optional.of("requirement/RQ1/1"), waiting.course().waitsFor());
            assertEquals(waiting, by(FIRST).send(STORE, ID, "OA"));
            assertRefused("WRONG_STATE", () -> by(DESIGN).confirm(STORE, ID));
            shop.clock.set(later);
            shop.ops.tick(STORE);
            assertEquals(RequirementState.SENT, known().state());
            assertEquals(Optional.of(later), known().course().sentAt());
            assertEquals(Optional.empty(), known().course().waitsFor());
        }

        @Test
        void wordOfMouthItIsSentThoughAMessageWaits() {
            open(ID, "DESIGN", DUE);
            shop.oa.nextRefusesUntil(shop.at(MONDAY, "10:30"));
            by(FIRST).send(STORE, ID, "OA");
            at("10:10");
            by(FIRST).send(STORE, ID);
            at("10:30");
            shop.ops.tick(STORE);
            assertEquals(Optional.of(shop.at(MONDAY, "10:10")), known().course().sentAt());
        }

        @Test
        void anotherChannelAfterOneThatRefusedForGood() {
            open(ID, "DESIGN", DUE);
            shop.oa.nextRefusesForGood();
            assertEquals(RequirementState.OPEN, by(FIRST).send(STORE, ID, "OA").state());
            assertEquals(RequirementState.SENT, by(FIRST).send(STORE, ID, "OA").state());
            assertEquals(List.of("requirement/RQ1/1", "requirement/RQ1/2"), shop.oa.ids());
        }

        @Test
        void theHandsOfAPersonWhoConfirmsIt() {
            open(ID, "X-PLAT", DUE);
            assertEquals(
                    RequirementState.OPEN,
                    by(FIRST).send(STORE, ID, "WORK_GROUP").state());
            HandDelivery waiting =
                    shop.ops.deskOf(SECOND).deliveries().byHand(STORE).get(0);
            assertEquals("requirement/RQ1/1", waiting.messageId());
            at("10:20");
            shop.ops
                    .deskOf(SECOND)
                    .archive()
                    .attach(STORE, waiting.target(), EvidenceKind.parse("SCREENSHOT"), shop.clock.instant(), "shot");
            Instant stated = shop.at(MONDAY, "10:08");
            assertEquals(
                    DeliveryState.SENT,
                    shop.ops
                            .deskOf(SECOND)
                            .deliveries()
                            .confirm(STORE, waiting.messageId(), stated)
                            .state());
            assertEquals(RequirementState.SENT, known().state());
            assertEquals(Optional.of(stated), known().course().sentAt());
        }

        @Test
        void noChannelThatTheRosterDoesNotHave() {
            open(ID, "DESIGN", DUE);
            assertRefused("NO_SUCH_CHANNEL", () -> by(FIRST).send(STORE, ID, "PIGEON"));
            // A department's is of the store's operations, which are not for the group of data.
            assertRefused("CONFIDENTIAL", () -> by(FIRST).send(STORE, ID, "DATA_GROUP"));
        }
    }

    @Nested
    class BeingLate {
        @Test
        void isToldOnceFromTheDueInstantOn() {
            open(ID, "DESIGN", DUE);
            shop.clock.set(shop.at(MONDAY, DUE).minus(1, ChronoUnit.MICROS));
            assertEquals(List.of(), late());
            assertEquals(List.of(), by(MANAGER).late(STORE));
            assertEquals(Optional.empty(), known().lateness());
            at(DUE);
            assertEquals(List.of("requirement/RQ1"), late());
            assertEquals(Optional.of(new Told(shop.clock.instant(), List.of(MANAGER))), known().lateness());
            assertEquals(List.of("requirement/RQ1/late"), shop.oa.ids());
            assertEquals(List.of(known()), by(MANAGER).late(STORE));
            at("17:00");
            assertEquals(List.of(), late());
            assertEquals(List.of("requirement/RQ1/late"), shop.oa.ids());
        }

        @Test
        void isNobodysConcernOnceItIsAccepted() {
            delivered();
            by(FIRST).accept(STORE, ID);
            at("17:00");
            assertEquals(List.of(), late());
            assertEquals(Optional.empty(), known().lateness());
            assertEquals(List.of(), shop.oa.ids());
        }

        @Test
        void isSoWhileAPersonHasNotConfirmedThatItWasSent() {
            open(ID, "X-PLAT", DUE);
            by(FIRST).send(STORE, ID, "WORK_GROUP");
            at(DUE);
            assertEquals(List.of("requirement/RQ1"), late());
            assertEquals(RequirementState.OPEN, known().state());
        }

        @ParameterizedTest
        @CsvSource({"-1, false", "0, false", "1, true"})
        void isJudgedWithTheDueInstantIncluded(long micros, boolean late) {
            delivered();
            shop.clock.set(shop.at(MONDAY, DUE).plus(micros, ChronoUnit.MICROS));
            Requirement accepted = by(SECOND).accept(STORE, ID);
            assertEquals(late, accepted.late());
            assertEquals(Optional.of(new Requirement.Acceptance(shop.clock.instant(), SECOND)), accepted.acceptance());
        }
    }

    private Scored measured(LocalDate from, LocalDate to) {
        return Scored.of(shop, from, to, Kpi.K4_1, Kpi.K4_3);
    }

    private Scored measured() {
        return measured(DAY, DAY.plusDays(30));
    }

    private List<String> raw() {
        return measured().raw();
    }

    @Nested
    class TheMeasures {
        @Test
        void countWhatIsAcceptedOrOverdue() {
            delivered();
            assertEquals(List.of("K4.1 0/0 N/A", "K4.3 0/0 N/A"), raw());
            shop.clock.set(shop.at(MONDAY, DUE).minus(1, ChronoUnit.MICROS));
            assertEquals(List.of("K4.1 0/0 N/A", "K4.3 0/0 N/A"), raw());
            at(DUE);
            assertEquals(List.of("K4.1 0/1 0.00%", "K4.3 0/1 0.00%"), raw());
            at("16:30");
            by(FIRST).accept(STORE, ID);
            assertEquals(List.of("K4.1 1/1 100.00%", "K4.3 0/1 0.00%"), raw());
        }

        @Test
        void countAReworkAsAnErrorThoughItIsInTime() {
            delivered();
            Requirement back = by(FIRST).rework(STORE, ID, "the size is wrong");
            assertEquals(RequirementState.CONFIRMED, back.state());
            assertEquals(shop.at(MONDAY, DUE), back.due());
            assertEquals(1, back.course().rework());
            assertRefused("WRONG_STATE", () -> by(FIRST).accept(STORE, ID));
            by(DESIGN).deliver(STORE, ID);
            by(FIRST).accept(STORE, ID);
            assertEquals(List.of("K4.1 0/1 0.00%", "K4.3 1/1 100.00%"), raw());
        }

        @Test
        void areOfThePeriodOfTheLastDue() {
            delivered();
            by(FIRST).accept(STORE, ID);
            assertEquals(
                    List.of("K4.1 1/1 100.00%", "K4.3 1/1 100.00%"),
                    measured(MONDAY, MONDAY).raw());
            assertEquals(
                    List.of("K4.1 0/0 N/A", "K4.3 0/0 N/A"), measured(DAY, DAY).raw());
            assertEquals(List.of(known()), by(FIRST).due(STORE, MONDAY, MONDAY));
            assertEquals(List.of(), by(FIRST).due(STORE, MONDAY.plusDays(1), MONDAY.plusDays(1)));
        }

        @Test
        void areOfWhoAcceptedAndOfEverybodyWhatNobodyDid() {
            delivered();
            open("RQ2", "QC", DUE);
            at("16:30");
            by(SECOND).accept(STORE, ID);
            assertEquals(List.of("K4.1 0/1 0.00%", "K4.3 0/1 0.00%"), of(FIRST));
            assertEquals(List.of("K4.1 1/2 50.00%", "K4.3 0/2 0.00%"), of(SECOND));
        }

        private List<String> of(ActorId person) {
            return measured().of(person);
        }

        @Test
        void excuseNoRework() {
            delivered();
            by(FIRST).rework(STORE, ID, "the size is wrong");
            by(DESIGN).deliver(STORE, ID);
            at("16:30");
            by(FIRST).accept(STORE, ID);
            shop.ops
                    .deskOf(MANAGER)
                    .absences()
                    .record(STORE, FIRST, shop.at(MONDAY, "15:00"), shop.at(MONDAY, "16:01"), "ill");
            assertEquals(List.of("K4.1 0/1 0.00%", "K4.3 0/1 0.00%"), raw());
            assertEquals(List.of("K4.1 0/1 0.00%", "K4.3 0/0 N/A"), measured().excused());
            assertEquals(List.of("K4.1 0/1 0.00%", "K4.3 0/0 N/A"), measured().excusedOf(FIRST));
        }
    }

    @Test
    void whatIsNotAcceptedIsHandedOver() {
        delivered();
        by(FIRST).accept(STORE, ID);
        open("RQ3", "QC", "17:00");
        at("10:05");
        open("RQ2", "QC", DUE);
        Handover handover = shop.ops.deskOf(FIRST).agenda().handOver(STORE, "H1", SECOND, "off");
        assertEquals(
                List.of(Target.of("requirement", "RQ3"), Target.of("requirement", "RQ2")),
                handover.items().stream().map(Handover.Item::target).toList());
        assertEquals(SECOND, by(FIRST).find(STORE, "RQ2").orElseThrow().owner());
        assertEquals(FIRST, known().owner());
    }

    @Test
    void aStrangerSeesNothing() {
        open(ID, "DESIGN", DUE);
        assertDenied("EXECUTE:X4", () -> by(STRANGER).open(STORE));
        assertDenied("EXECUTE:X4", () -> by(STRANGER).send(STORE, ID));
        assertRefused("NO_SUCH_REQUIREMENT", () -> by(FIRST).send(STORE, "RQ9"));
    }
}
