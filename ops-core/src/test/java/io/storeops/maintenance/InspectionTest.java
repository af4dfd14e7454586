package io.storeops.maintenance;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static io.storeops.maintenance.AnomalyShop.OTHER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.HookedStorage;
import io.storeops.StoreOps;
import io.storeops.agenda.AgendaBuilder;
import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.OccurrenceId;
import io.storeops.catalog.Money;
import io.storeops.document.Document;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceKind;
import io.storeops.failure.DeniedException;
import io.storeops.failure.Refusal;
import io.storeops.failure.RefusedException;
import io.storeops.feed.Coverage;
import io.storeops.id.CommandId;
import io.storeops.inspection.PriceRule;
import io.storeops.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The daily inspection: begun, answered line by line, completed; its lines are the categories of the roster. */
class InspectionTest {
    private static final List<String> LINES =
            List.of("PRICE", "STOCK", "REFUND_RATE", "INFORMATION", "COMPETITOR", "ACTIVITY_EXPIRY");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final OccurrenceId OCCURRENCE = OccurrenceId.ofDate("2.1", DAY);

    private final AnomalyShop shop = AnomalyShop.inspecting(UnaryOperator.identity());

    private Inspections keeper() {
        return shop.inspections(KEEPER);
    }

    private Checklist checklist() {
        return keeper().find(STORE, DAY).orElseThrow();
    }

    private Checklist.Item item(String line) {
        return checklist().items().stream()
                .filter(each -> each.line().line().id().equals(line))
                .findFirst()
                .orElseThrow();
    }

    private void answerAll(LineAnswer answer) {
        LINES.forEach(line -> keeper().answer(STORE, DAY, line, answer));
    }

    private AgendaItem.State onTheAgenda() {
        return shop.shop.ops.deskOf(MANAGER).agenda().getItem(STORE, OCCURRENCE).stateAt(shop.shop.clock.instant());
    }

    private static Refusal refusal(Executable act) {
        return assertThrows(RefusedException.class, act).refusal();
    }

    private static String code(Executable act) {
        return refusal(act).code();
    }

    @Test
    void isPlannedWithTheLinesOfTheRoster() {
        Checklist planned = checklist();
        assertEquals(InspectionState.PLANNED, planned.state());
        assertEquals(LINES, planned.lines(LineState.PENDING));
        assertEquals(shop.shop.at("09:00:00"), planned.times().startBy());
        assertEquals(shop.shop.at("09:30:00"), planned.times().dueAt());
        assertEquals(shop.shop.at(NEXT, "00:00:00"), planned.times().closesAt());
        assertEquals(Optional.empty(), planned.timeliness());
        assertEquals(AgendaItem.State.DUE, onTheAgenda());
    }

    @Test
    void isOnTimeByItsDueInstantAndLateAfterIt() {
        for (Duration after : List.of(Duration.ZERO, Duration.ofNanos(1000))) {
            AnomalyShop other = AnomalyShop.inspecting(UnaryOperator.identity());
            Inspections inspections = other.inspections(KEEPER);
            assertEquals(after.isZero(), !startedAt(other, after).lateStart());
            LINES.forEach(line -> inspections.answer(STORE, DAY, line, LineAnswer.ok()));
            other.shop.clock.set(other.shop.at("09:30:00").plus(after));
            Inspection done = inspections.complete(STORE, DAY);
            assertEquals(
                    other.shop.clock.instant(), done.completed().orElseThrow().at());
            assertEquals(KEEPER, done.completed().orElseThrow().by());
            assertEquals(
                    Optional.of(after.isZero() ? Checklist.Timeliness.ON_TIME : Checklist.Timeliness.LATE),
                    inspections.find(STORE, DAY).orElseThrow().timeliness());
            assertEquals(
                    after.isZero() ? AgendaItem.State.DONE : AgendaItem.State.LATE,
                    other.shop
                            .ops
                            .deskOf(MANAGER)
                            .agenda()
                            .getItem(STORE, OCCURRENCE)
                            .stateAt(other.shop.clock.instant()));
        }
    }

    private static Inspection startedAt(AnomalyShop other, Duration after) {
        other.pass(after);
        return other.inspections(KEEPER).start(STORE, DAY);
    }

    @Test
    void mayBeBegunEarlyOnItsDateAndNotBefore() {
        AnomalyShop other = AnomalyShop.inspecting(UnaryOperator.identity());
        assertEquals("NOT_OPEN", code(() -> other.inspections(KEEPER).start(STORE, NEXT)));
        other.shop.clock.set(other.shop.at(NEXT, "00:00:00"));
        assertFalse(other.inspections(KEEPER).start(STORE, NEXT).lateStart());
    }

    @Test
    void isMissedForGoodAtTheEndOfItsDate() {
        keeper().start(STORE, DAY);
        answerAll(LineAnswer.ok());
        shop.shop.clock.set(shop.shop.at(NEXT, "00:00:00").minusNanos(1000));
        assertEquals(InspectionState.IN_PROGRESS, checklist().state());
        assertEquals(AgendaItem.State.OVERDUE, onTheAgenda());
        shop.shop.clock.set(shop.shop.at(NEXT, "00:00:00"));
        assertEquals(InspectionState.MISSED, checklist().state());
        assertEquals(Optional.of(Checklist.Timeliness.MISSED), checklist().timeliness());
        assertEquals(AgendaItem.State.MISSED, onTheAgenda());
        for (Executable act : List.<Executable>of(
                () -> keeper().start(STORE, DAY),
                () -> keeper().answer(STORE, DAY, "PRICE", LineAnswer.ok()),
                () -> keeper().confirm(STORE, DAY),
                () -> keeper().complete(STORE, DAY))) {
            assertEquals("MISSED", code(act));
        }
    }

    @Test
    void ofADateOfWhichNothingIsExpectedIsRefused() {
        AnomalyShop other = new AnomalyShop();
        Refusal refusal = refusal(() -> other.inspections(KEEPER).start(STORE, DAY));
        assertEquals("NO_SUCH_INSPECTION", refusal.code());
        assertTrue(refusal.detail().contains("CLASSIFIED_CHECKLIST"), refusal.detail());
        assertEquals(
                "NO_SUCH_INSPECTION",
                code(() -> other.inspections(KEEPER).answer(STORE, DAY, "PRICE", LineAnswer.ok())));
        assertEquals("NO_SUCH_INSPECTION", code(() -> other.inspections(KEEPER).confirm(STORE, DAY)));
        assertEquals(Optional.empty(), other.inspections(KEEPER).find(STORE, DAY));
        assertEquals("NO_SUCH_INSPECTION", code(() -> keeper().start(STORE, LocalDate.of(2023, 12, 31))));
    }

    @Test
    void isForWhoeverMaintainsTheStore() {
        keeper().start(STORE, DAY);
        for (Executable act : List.<Executable>of(
                () -> shop.inspections(MANAGER).start(STORE, NEXT),
                () -> shop.inspections(MANAGER).answer(STORE, DAY, "PRICE", LineAnswer.ok()),
                () -> shop.inspections(MANAGER).confirm(STORE, DAY),
                () -> shop.inspections(MANAGER).complete(STORE, DAY),
                () -> shop.inspections(MANAGER).sweep(STORE, DAY))) {
            assertEquals("EXECUTE:X2", assertThrows(DeniedException.class, act).code());
        }
        assertThrows(DeniedException.class, () -> shop.inspections(STRANGER).find(STORE, DAY));
        assertThrows(DeniedException.class, () -> shop.inspections(STRANGER).findSweep(STORE, DAY));
    }

    @Nested
    class AnAnswer {
        @Test
        void belongsToAnInspectionThatRuns() {
            assertEquals("WRONG_STATE", code(() -> keeper().answer(STORE, DAY, "PRICE", LineAnswer.ok())));
            assertEquals("WRONG_STATE", code(() -> keeper().complete(STORE, DAY)));
            keeper().start(STORE, DAY);
            assertEquals("WRONG_STATE", code(() -> keeper().start(STORE, DAY)));
            answerAll(LineAnswer.ok());
            keeper().complete(STORE, DAY);
            assertEquals("WRONG_STATE", code(() -> keeper().answer(STORE, DAY, "PRICE", LineAnswer.ok())));
            assertEquals("WRONG_STATE", code(() -> keeper().confirm(STORE, DAY)));
            assertEquals("WRONG_STATE", code(() -> keeper().complete(STORE, DAY)));
        }

        @Test
        void isOfALineOfTheChecklist() {
            keeper().start(STORE, DAY);
            Refusal refusal = refusal(() -> keeper().answer(STORE, DAY, "PAGE", LineAnswer.ok()));
            assertEquals("NO_SUCH_LINE", refusal.code());
            assertTrue(refusal.detail().contains(LINES.toString()), refusal.detail());
        }

        @Test
        void ofAnAnomalyNamesOneThatThereIs() {
            keeper().start(STORE, DAY);
            assertEquals(
                    "ANOMALY_MISSING", code(() -> keeper().answer(STORE, DAY, "PRICE", LineAnswer.anomaly(List.of()))));
            assertEquals(
                    "NO_SUCH_ANOMALY",
                    code(() -> keeper().answer(STORE, DAY, "PRICE", LineAnswer.anomaly(List.of("E1")))));
            assertEquals(LineState.PENDING, item("PRICE").line().answer().state());
            shop.report("E1");
            ChecklistLine answered = keeper().answer(STORE, DAY, "PRICE", LineAnswer.anomaly(List.of("E1")));
            assertEquals(List.of("E1"), answered.answer().anomalies());
            assertEquals(KEEPER, answered.answered().orElseThrow().by());
        }

        @Test
        void thatNothingCouldBeSeenHasAReason() {
            keeper().start(STORE, DAY);
            Instant asOf = shop.shop.at("06:00:00");
            for (String blank : List.of("", "  ")) {
                assertEquals(
                        "REASON_MISSING",
                        code(() -> keeper().answer(STORE, DAY, "STOCK", LineAnswer.notApplicable(blank))));
                assertEquals(
                        "REASON_MISSING",
                        code(() -> keeper().answer(
                                        STORE, DAY, "STOCK", LineAnswer.couldNotCheck(blank, Optional.of(asOf)))));
            }
            keeper().answer(STORE, DAY, "STOCK", LineAnswer.couldNotCheck("the ERP is down", Optional.of(asOf)));
            assertEquals(List.of("STOCK"), checklist().lines(LineState.COULD_NOT_CHECK));
            assertEquals(Optional.of(asOf), item("STOCK").line().answer().asOf());
        }

        @Test
        void mayBeChangedUntilItIsCompleted() {
            keeper().start(STORE, DAY);
            shop.report("E1");
            for (LineAnswer answer : List.of(
                    LineAnswer.ok(),
                    LineAnswer.anomaly(List.of("E1")),
                    LineAnswer.notApplicable("sold out"),
                    LineAnswer.couldNotCheck("no file", Optional.empty()),
                    LineAnswer.ok())) {
                keeper().answer(STORE, DAY, "PRICE", answer);
                assertEquals(answer, item("PRICE").line().answer());
            }
            shop.inspections(OTHER).answer(STORE, DAY, "PRICE", LineAnswer.ok());
            assertEquals(OTHER, item("PRICE").line().answered().orElseThrow().by());
        }

        @Test
        void hasOnlyWhatItsKindHas() {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new LineAnswer(LineState.OK, List.of("E1"), Optional.empty(), Optional.empty()));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new LineAnswer(LineState.ANOMALY, List.of("E1"), Optional.of("why"), Optional.empty()));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new LineAnswer(
                            LineState.NOT_APPLICABLE,
                            List.of(),
                            Optional.of("why"),
                            Optional.of(shop.shop.clock.instant())));
        }
    }

    @Nested
    class Completing {
        @Test
        void takesAnAnswerToEveryLine() {
            keeper().start(STORE, DAY);
            List.of("PRICE", "STOCK", "INFORMATION")
                    .forEach(line -> keeper().answer(STORE, DAY, line, LineAnswer.ok()));
            Refusal refusal = refusal(() -> keeper().complete(STORE, DAY));
            assertEquals("UNANSWERED_ITEM", refusal.code());
            assertTrue(refusal.detail().contains("[REFUND_RATE, COMPETITOR, ACTIVITY_EXPIRY]"), refusal.detail());
            assertEquals(InspectionState.IN_PROGRESS, checklist().state());
        }

        @Test
        void makesTheChecklistEvidenceWithItsBytes() {
            keeper().start(STORE, DAY);
            shop.report("E1");
            answerAll(LineAnswer.ok());
            keeper().answer(STORE, DAY, "PRICE", LineAnswer.anomaly(List.of("E1")));
            keeper().answer(STORE, DAY, "STOCK", LineAnswer.couldNotCheck("no ERP file", Optional.empty()));
            shop.shop
                    .ops
                    .deskOf(KEEPER)
                    .under(CommandId.of("done-1"))
                    .inspections()
                    .complete(STORE, DAY);
            List<Evidence> evidence =
                    shop.shop.ops.deskOf(KEEPER).archive().evidence(STORE, AgendaBuilder.target(OCCURRENCE));
            assertEquals(1, evidence.size());
            assertEquals("done-1", evidence.get(0).id());
            assertEquals("CLASSIFIED_CHECKLIST", evidence.get(0).kind().toString());
            assertEquals(shop.shop.clock.instant(), evidence.get(0).capturedAt());
            String text = new String(
                    shop.shop
                            .ops
                            .deskOf(KEEPER)
                            .archive()
                            .content(STORE, "done-1")
                            .content(),
                    UTF_8);
            for (String said : List.of("2024-06-16", "REFUND_RATE", "E1", "搪瓷杯", "no ERP file", "keeper-1", "9000")) {
                assertTrue(text.contains(said), said + " in " + text);
            }
        }

        @Test
        void namesTheChecklistByItsHashWhereTheStorageKeepsRowsOnly() {
            keeper().start(STORE, DAY);
            shop.report("E1");
            answerAll(LineAnswer.ok());
            keeper().answer(STORE, DAY, "PRICE", LineAnswer.anomaly(List.of("E1")));
            StoreOps rowsOnly = shop.shop.opened(HookedStorage.rowsOnly(shop.shop.storage));
            rowsOnly.deskOf(KEEPER).inspections().complete(STORE, DAY);
            Evidence evidence = shop.shop
                    .ops
                    .deskOf(KEEPER)
                    .archive()
                    .evidence(STORE, AgendaBuilder.target(OCCURRENCE))
                    .get(0);
            assertEquals(Optional.empty(), evidence.attachment());
            Document again = keeper().document(STORE, DAY).orElseThrow();
            assertEquals(
                    Optional.of("sha256:"
                            + shop.shop.ops.render(STORE, again, Locale.CHINESE).sha256()),
                    evidence.reference());
        }

        @Test
        void underACommandWhoseEvidenceThereIsAlreadyIsRefused() {
            keeper().start(STORE, DAY);
            answerAll(LineAnswer.ok());
            shop.shop
                    .ops
                    .deskOf(OTHER)
                    .under(CommandId.of("done-1"))
                    .archive()
                    .attach(
                            STORE,
                            AgendaBuilder.target(OCCURRENCE),
                            EvidenceKind.parse("CLASSIFIED_CHECKLIST"),
                            shop.shop.clock.instant(),
                            "mine");
            assertEquals(
                    "EXISTS",
                    code(() -> shop.shop
                            .ops
                            .deskOf(KEEPER)
                            .under(CommandId.of("done-1"))
                            .inspections()
                            .complete(STORE, DAY)));
            assertEquals(InspectionState.IN_PROGRESS, checklist().state());
        }

        @Test
        void isDoneOnceAndGivesItsFirstResultAgain() {
            keeper().start(STORE, DAY);
            answerAll(LineAnswer.ok());
            Inspections same =
                    shop.shop.ops.deskOf(KEEPER).under(CommandId.of("done-1")).inspections();
            Inspection first = same.complete(STORE, DAY);
            shop.minute();
            assertEquals(first, same.complete(STORE, DAY));
        }

        @Test
        void isDecidedAnewIfALineIsAnsweredMeanwhile() {
            keeper().start(STORE, DAY);
            shop.report("E1");
            answerAll(LineAnswer.ok());
            shop.shop.storage.beforeNextCommit(
                    () -> shop.inspections(OTHER).answer(STORE, DAY, "PRICE", LineAnswer.anomaly(List.of("E1"))));
            keeper().complete(STORE, DAY);
            assertEquals(List.of("E1"), checklist().anomalies());
            Evidence last = shop.shop
                    .ops
                    .deskOf(KEEPER)
                    .archive()
                    .evidence(STORE, AgendaBuilder.target(OCCURRENCE))
                    .get(0);
            String text = new String(
                    shop.shop
                            .ops
                            .deskOf(KEEPER)
                            .archive()
                            .content(STORE, last.id())
                            .content(),
                    UTF_8);
            assertTrue(text.contains("E1"), text);
        }

        @Test
        void comesBeforeAnAnswerThatWasDecidedEarlier() {
            keeper().start(STORE, DAY);
            answerAll(LineAnswer.ok());
            shop.shop.storage.beforeNextCommit(() -> shop.inspections(OTHER).complete(STORE, DAY));
            assertEquals(
                    "WRONG_STATE",
                    code(() -> keeper().answer(STORE, DAY, "PRICE", LineAnswer.notApplicable("no price"))));
            assertEquals(LineState.OK, item("PRICE").line().answer().state());
        }
    }

    @Nested
    class AProposal {
        private Optional<ProposedAnswer> of(String line) {
            return item(line).proposal();
        }

        private LineState state(String line) {
            return of(line).map(ProposedAnswer::state).orElse(LineState.PENDING);
        }

        @Test
        void isMadeOnlyWhereARuleLooked() {
            LINES.forEach(line -> assertEquals(Optional.empty(), of(line)));
            shop.look(10_000);
            ProposedAnswer proposal = of("PRICE").orElseThrow();
            assertEquals(LineState.OK, proposal.state());
            assertEquals(Optional.of(shop.shop.clock.instant()), proposal.asOf());
            assertEquals(1, proposal.checked());
            assertEquals(Optional.empty(), of("STOCK"));
        }

        @Test
        void ofAnAnomalyShowsWhatWasMeasuredAgainstWhat() {
            shop.look(9_000);
            ProposedAnswer proposal = of("PRICE").orElseThrow();
            assertEquals(LineState.ANOMALY, proposal.state());
            assertEquals(
                    List.of(new ProposedAnswer.Reason(Optional.of("E1"), "PRICE of A", "CNY 90.00", "CNY 100.00")),
                    proposal.reasons());
            assertEquals(LineAnswer.anomaly(List.of("E1")), proposal.answer());
        }

        @Test
        void isAnAnomalyAlsoWhereAPersonFoundOne() {
            shop.report("E7");
            assertEquals(LineState.ANOMALY, state("PRICE"));
            shop.duty(KEEPER).dismiss(STORE, "E7", "it was another shop");
            assertEquals(Optional.empty(), of("PRICE"));
        }

        @Test
        void isNoOkayWhereTheSourceCannotBeJudgedByOrIsTooOldByNow() {
            shop.look(10_000);
            shop.pass(Duration.ofHours(2));
            assertEquals(LineState.OK, state("PRICE"));
            shop.pass(Duration.ofNanos(1000));
            ProposedAnswer old = of("PRICE").orElseThrow();
            assertEquals(LineState.COULD_NOT_CHECK, old.state());
            assertEquals(Optional.of(shop.shop.at("09:00:00")), old.answer().asOf());
            assertFalse(old.answer().reason().orElse("").isBlank());
            shop.shop.ops.observe(
                    STORE,
                    new Sighting<>(
                            PriceRule.KEY,
                            Optional.of(shop.shop.clock.instant()),
                            Coverage.PARTIAL,
                            1,
                            shop.sighting(Map.of("A", 10_000L), 10_000).read(),
                            Map.of()));
            assertEquals(LineState.COULD_NOT_CHECK, state("PRICE"));
        }

        @Test
        void isNoneWhereTheSourceNeverHadWhatTheLineIsAbout() {
            Map<String, Long> none = Map.of();
            shop.shop.ops.observe(STORE, shop.sighting(none, 10_000));
            assertEquals(Optional.empty(), of("PRICE"));
            shop.minute();
            shop.look(10_000);
            shop.minute();
            shop.shop.ops.observe(STORE, shop.sighting(none, 10_000));
            assertEquals(LineState.COULD_NOT_CHECK, state("PRICE"));
        }

        @Test
        void isNoneWhereThereIsNothingToCompareWith() {
            shop.shop.ops.observe(
                    STORE,
                    new Sighting<>(
                            PriceRule.KEY,
                            Optional.of(shop.shop.clock.instant()),
                            Coverage.COMPLETE,
                            1,
                            Map.of("A", new PriceRule.Price(Optional.of(Money.ofMinor(100, CNY)), Optional.empty())),
                            Map.of()));
            assertEquals(Optional.empty(), of("PRICE"));
        }

        @Test
        void isNoOkayWhereWhatIsWrongIsSilenced() {
            shop.duty(MANAGER)
                    .silence(
                            STORE,
                            "PRICE",
                            Optional.empty(),
                            shop.shop.clock.instant().plusSeconds(3600),
                            "sale");
            shop.look(9_000);
            assertEquals(Optional.empty(), of("PRICE"));
            shop.minute();
            shop.look(10_000);
            assertEquals(LineState.OK, state("PRICE"));
        }

        @Test
        void isNoOkayWhereTheSourceItselfIsWrong() {
            Map<String, Long> shown = new LinkedHashMap<>();
            for (int i = 0; i < 30; i++) {
                shown.put("L" + i, 9_000L);
            }
            shop.shop.ops.observe(STORE, shop.sighting(shown, 10_000));
            assertEquals(LineState.COULD_NOT_CHECK, state("PRICE"));
            assertEquals(LineState.ANOMALY, state("INFORMATION"));
        }

        @Test
        void isConfirmedAtOnceWhereItIsOkayAndNobodyHasAnswered() {
            keeper().start(STORE, DAY);
            shop.look(10_000);
            shop.refunds(Map.of(STORE.value(), 80));
            keeper().answer(STORE, DAY, "REFUND_RATE", LineAnswer.notApplicable("of last month"));
            Inspections same =
                    shop.shop.ops.deskOf(KEEPER).under(CommandId.of("c-1")).inspections();
            List<ChecklistLine> confirmed = same.confirm(STORE, DAY);
            assertEquals(
                    List.of("PRICE"),
                    confirmed.stream().map(line -> line.line().id()).toList());
            assertEquals(LineState.OK, confirmed.get(0).answer().state());
            assertEquals(confirmed, same.confirm(STORE, DAY));
            assertEquals(List.of(), keeper().confirm(STORE, DAY));
            assertEquals(
                    LineState.NOT_APPLICABLE,
                    item("REFUND_RATE").line().answer().state());
            assertEquals(
                    List.of("STOCK", "INFORMATION", "COMPETITOR", "ACTIVITY_EXPIRY"),
                    checklist().lines(LineState.PENDING));
        }

        @Test
        void ofAnAnomalyIsNotConfirmedAtOnce() {
            keeper().start(STORE, DAY);
            shop.look(9_000);
            assertEquals(List.of(), keeper().confirm(STORE, DAY));
            assertEquals(LineState.PENDING, item("PRICE").line().answer().state());
        }

        @Test
        void standsInTheTrailBesideTheAnswer() {
            keeper().start(STORE, DAY);
            shop.look(9_000);
            ChecklistLine answered = keeper().answer(STORE, DAY, "PRICE", LineAnswer.notApplicable("a sale"));
            assertEquals(LineState.ANOMALY, answered.proposal().orElseThrow().state());
            String line = shop.shop.trail().stream()
                    .filter(each -> each.record().act().equals("ANSWER_ITEM"))
                    .findFirst()
                    .flatMap(each ->
                            each.contents().map(contents -> contents.after().canonical()))
                    .orElseThrow();
            assertTrue(
                    line.contains("\"state\":\"NOT_APPLICABLE\"") && line.contains("\"proposed\":\"ANOMALY\""), line);
        }

        @Test
        void ofALineThatLooksAtOneItemIsAboutThatItem() {
            AnomalyShop other = AnomalyShop.inspecting(setup -> setup.with(
                    "checklist",
                    Json.array(Stream.of("A", "X")
                            .map(filter -> (Json) Json.object(Map.of(
                                    "id", Json.of("PRICE-" + filter),
                                    "category", Json.of("PRICE"),
                                    "filter", Json.of(filter))))
                            .toList())));
            other.report("E1");
            Checklist checklist = other.inspections(KEEPER).find(STORE, DAY).orElseThrow();
            assertEquals(
                    List.of(Optional.of(LineState.ANOMALY), Optional.empty()),
                    checklist.items().stream()
                            .map(each -> each.proposal().map(ProposedAnswer::state))
                            .toList());
        }
    }
}
