package io.storeops.step;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Scored;
import io.storeops.StoreFixture;
import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.Measure;
import io.storeops.agenda.OccurrenceId;
import io.storeops.authority.Role;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.publishing.Delivery;
import io.storeops.sample.StepShop;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps of a run R1 that are due at noon. */
class StepTest {
    private static final ActorId OTHER = ActorId.of("op-2");

    private final StepShop steps = new StepShop(
            StepShop.in(new StoreFixture.Setup()).works(OTHER, "OPERATOR").open());
    private final StoreFixture shop = steps.shop;

    {
        shop.clock.set(shop.at("09:00:00"));
    }

    private static String code(Executable act) {
        return assertThrows(RefusedException.class, act).refusal().code();
    }

    private Step answer(ActorId by, String step, StepAnswer answer) {
        return shop.ops.deskOf(by).steps().answer(STORE, "R1", step, answer);
    }

    private Step answer(String step, StepAnswer answer) {
        return answer(OPERATOR, step, answer);
    }

    private AgendaItem.State onTheAgenda(String step) {
        return shop.ops
                .deskOf(OPERATOR)
                .agenda()
                .getItem(STORE, OccurrenceId.ofThing("3.3", "step/R1:" + step))
                .stateAt(shop.clock.instant());
    }

    private List<String> raised() {
        return shop.ops.tick(STORE).raised().stream()
                .map(item -> item.occurrence().id().toString())
                .filter(id -> id.startsWith("3."))
                .toList();
    }

    private List<String> scores() {
        return counts(measured(DAY).raw());
    }

    private Scored measured(LocalDate date) {
        return Scored.of(shop, date, date, Kpi.K3_1, Kpi.K3_2, Kpi.K3_4);
    }

    /** Without the percent. */
    private static List<String> counts(List<String> scores) {
        return scores.stream()
                .map(score -> score.substring(0, score.lastIndexOf(' ')))
                .toList();
    }

    private List<String> scoresOf(ActorId person) {
        return counts(measured(DAY).of(person));
    }

    @Nested
    class AnAnswer {
        @Test
        void isDoneAtTheInstantOfItsLastOkByWhoeverGaveIt() {
            steps.plan(steps.check("R1", "PAGE_PRICE", "12:00:00"));
            assertFalse(steps.step("R1", "PAGE_PRICE").done());
            shop.clock.set(shop.at("12:00:00"));
            Step done = answer(OTHER, "PAGE_PRICE", StepAnswer.ok());
            assertEquals(StepState.OK, done.state());
            assertEquals(Optional.of(shop.at("12:00:00")), done.course().doneAt());
            assertEquals(Optional.of(OTHER), done.course().doneBy());
            assertFalse(done.late());
        }

        @Test
        void isLateAfterTheDueInstant() {
            steps.plan(steps.check("R1", "PAGE_PRICE", "12:00:00"));
            shop.clock.set(shop.at("12:00:00").plusNanos(1000));
            assertTrue(answer("PAGE_PRICE", StepAnswer.ok()).late());
        }

        @Test
        void isForThoseWhoRunActivitiesOfAStepThatIsThere() {
            steps.plan(steps.check("R1", "PAGE_PRICE", "12:00:00"));
            assertEquals(
                    "EXECUTE:X3",
                    assertThrows(DeniedException.class, () -> answer(MANAGER, "PAGE_PRICE", StepAnswer.ok()))
                            .code());
            assertThrows(DeniedException.class, () -> answer(STRANGER, "PAGE_PRICE", StepAnswer.ok()));
            assertEquals("NO_SUCH_STEP", code(() -> answer("SUBTITLE", StepAnswer.ok())));
        }

        @Test
        void ofACheckThatFailedIsAFindingThatIsFedBackFirst() {
            steps.plan(steps.check("R1", "PAGE_PRICE", "12:00:00"));
            Step failed = answer("PAGE_PRICE", StepAnswer.fail());
            assertEquals(StepState.FAIL, failed.state());
            assertEquals(0, failed.errors());
            assertEquals("WRONG_STATE", code(() -> answer("PAGE_PRICE", StepAnswer.ok())));
            assertEquals("WRONG_STATE", code(() -> answer("PAGE_PRICE", StepAnswer.fixed())));
            steps.tell("R1", "PAGE_PRICE");
            assertEquals(
                    StepState.FIXED, answer("PAGE_PRICE", StepAnswer.fixed()).state());
            assertEquals(
                    Optional.empty(), steps.step("R1", "PAGE_PRICE").course().doneAt());
            assertEquals(StepState.OK, answer("PAGE_PRICE", StepAnswer.ok()).state());
        }

        @Test
        void ofASelfCheckThatFailedIsAnErrorThatIsPutRightAtOnce() {
            steps.planSelfChecks(steps.check("R1", "PRICE", "12:00:00"));
            assertEquals(1, answer("PRICE", StepAnswer.fail()).errors());
            Step mended = answer("PRICE", StepAnswer.ok());
            assertEquals(StepState.OK, mended.state());
            assertEquals(1, mended.errors());
            steps.differ("R1", "PRICE");
            Step differs = steps.step("R1", "PRICE");
            assertEquals(StepState.FAIL, differs.state());
            assertEquals(2, differs.errors());
            assertEquals(Optional.empty(), differs.course().doneAt());
        }

        @Test
        void isKeptWithEverythingThatWasSaid() {
            steps.plan(steps.check("R1", "STOCK_VERIFY", "12:00:00"));
            answer("STOCK_VERIFY", StepAnswer.fail().measuring(49, 50));
            steps.tell("R1", "STOCK_VERIFY");
            steps.takeBack("R1", "STOCK_VERIFY");
            StepAnswer last = StepAnswer.ok()
                    .showing("120")
                    .changing(StepAnswer.Change.of("49", "120"))
                    .measuring(120, 50)
                    .passingOn(List.of(new StepAnswer.PassedOn("WAREHOUSE", 46)));
            answer("STOCK_VERIFY", last);
            steps.managersSteps().recordError(STORE, "R1", "STOCK_VERIFY", "counted twice");
            List<CheckRecord> records = steps.managersSteps().records(STORE, "R1", "STOCK_VERIFY");
            assertEquals(
                    List.of(
                            CheckRecord.Kind.FAIL,
                            CheckRecord.Kind.FEEDBACK_SENT,
                            CheckRecord.Kind.TAKEN_BACK,
                            CheckRecord.Kind.OK,
                            CheckRecord.Kind.ERROR),
                    records.stream().map(CheckRecord::kind).toList());
            assertEquals(Optional.of(49L), records.get(0).measured());
            CheckRecord ok = records.get(3);
            assertEquals(last.value(), ok.value());
            assertEquals(last.change(), ok.change());
            assertEquals(last.measured(), ok.measured());
            assertEquals(last.quota(), ok.quota());
            assertEquals(last.passedOn(), ok.passedOn());
            assertEquals(OPERATOR, ok.made().by());
            assertEquals(Optional.of("counted twice"), records.get(4).words());
            assertEquals(5, steps.step("R1", "STOCK_VERIFY").course().records());
        }
    }

    @Nested
    class AnError {
        @Test
        void isRecordedByThoseWhoFindAnomaliesOfAStepThatWasAnswered() {
            steps.plan(steps.check("R1", "PAGE_PRICE", "12:00:00"));
            Steps manager = steps.managersSteps();
            assertEquals("WRONG_STATE", code(() -> manager.recordError(STORE, "R1", "PAGE_PRICE", "189")));
            answer("PAGE_PRICE", StepAnswer.ok());
            assertEquals(
                    "FIND:ANOMALY",
                    assertThrows(
                                    DeniedException.class,
                                    () -> steps.steps().recordError(STORE, "R1", "PAGE_PRICE", "189"))
                            .code());
            assertEquals("REASON_MISSING", code(() -> manager.recordError(STORE, "R1", "PAGE_PRICE", " ")));
            assertEquals("NO_SUCH_STEP", code(() -> manager.recordError(STORE, "R1", "SUBTITLE", "189")));
            Step wrong = manager.recordError(STORE, "R1", "PAGE_PRICE", "189");
            assertEquals(StepState.OK, wrong.state());
            assertEquals(1, wrong.errors());
            assertEquals(
                    2,
                    manager.recordError(STORE, "R1", "PAGE_PRICE", "no end date")
                            .errors());
            assertEquals(List.of("K3.1 0/1", "K3.2 1/1", "K3.4 1/1"), scores());
        }
    }

    @Nested
    class OnTheAgenda {
        @Test
        void aStepIsOverdueFromItsDueInstantOnAndRaisedOnce() {
            steps.plan(steps.check("R1", "PAGE_PRICE", "12:00:00"), steps.check("R1", "SUBTITLE", "12:00:00"));
            assertEquals(AgendaItem.State.DUE, onTheAgenda("PAGE_PRICE"));
            assertEquals(List.of(), raised());
            shop.clock.set(shop.at("11:59:59"));
            assertEquals(List.of(), raised());
            answer("SUBTITLE", StepAnswer.ok());
            shop.clock.set(shop.at("12:00:00"));
            assertEquals(AgendaItem.State.OVERDUE, onTheAgenda("PAGE_PRICE"));
            assertEquals(List.of("3.3/step/R1:PAGE_PRICE"), raised());
            shop.clock.set(shop.at("12:01:00"));
            assertEquals(List.of(), raised());
            assertEquals(AgendaItem.State.DONE, onTheAgenda("SUBTITLE"));
            answer("PAGE_PRICE", StepAnswer.ok());
            assertEquals(AgendaItem.State.LATE, onTheAgenda("PAGE_PRICE"));
        }

        @Test
        void whatBecameOverdueAndWasDoneBetweenTwoLooksIsNotRaised() {
            steps.plan(steps.check("R1", "PAGE_PRICE", "12:00:00"));
            raised();
            shop.clock.set(shop.at("12:10:00"));
            answer("PAGE_PRICE", StepAnswer.ok());
            shop.clock.set(shop.at("12:20:00"));
            assertEquals(List.of(), raised());
        }

        @Test
        void aStepOfACancelledThingIsGivenUpThoughItBeDoneLater() {
            steps.plan(steps.check("R1", "PAGE_PRICE", "12:00:00"));
            steps.cancel();
            shop.clock.set(shop.at("12:00:00"));
            assertEquals(AgendaItem.State.ABANDONED, onTheAgenda("PAGE_PRICE"));
            assertEquals(List.of(), raised());
            answer("PAGE_PRICE", StepAnswer.ok());
            assertEquals(AgendaItem.State.ABANDONED, onTheAgenda("PAGE_PRICE"));
        }

        @Test
        void aMovedStepIsDueAtItsNewInstant() {
            steps.plan(steps.check("R1", "RESTORE_PRICE", "12:00:00"), steps.check("R2", "RESTORE_PRICE", "12:00:00"));
            answer("RESTORE_PRICE", StepAnswer.ok());
            steps.move("R1", "RESTORE_PRICE", shop.at("15:00:00"));
            steps.move("R2", "RESTORE_PRICE", shop.at("15:00:00"));
            assertEquals(shop.at("12:00:00"), steps.step("R1", "RESTORE_PRICE").due());
            assertEquals(shop.at("15:00:00"), steps.step("R2", "RESTORE_PRICE").due());
            shop.clock.set(shop.at("12:30:00"));
            assertEquals(List.of(), raised());
            assertEquals(
                    List.of("R2:RESTORE_PRICE"),
                    steps.steps().open(STORE).stream().map(Step::id).toList());
        }
    }

    @Nested
    class AnOwner {
        private PlannedStep owned(StepOwner owner) {
            return new PlannedStep("R1", "WARM_UP", Optional.of(Phase.BEFORE), shop.at("12:00:00"), Optional.of(owner));
        }

        private List<String> messages() {
            return shop.deliveries().stream()
                    .map(Delivery::message)
                    .map(message -> message.id() + ": " + message.document())
                    .toList();
        }

        @Test
        void isRemindedOnceOfAStepThatIsDueAndNotDone() {
            steps.plan(owned(StepOwner.person(OTHER)));
            shop.clock.set(shop.at("11:59:59"));
            shop.ops.tick(STORE);
            assertEquals(List.of(), messages());
            shop.clock.set(shop.at("12:00:00"));
            shop.ops.tick(STORE);
            assertEquals(1, messages().size());
            assertTrue(messages().get(0).startsWith("step/R1:WARM_UP/reminder: "), messages()::toString);
            assertTrue(messages().get(0).contains("op-2"), messages()::toString);
            shop.clock.set(shop.at("13:00:00"));
            shop.ops.tick(STORE);
            assertEquals(1, messages().size());
        }

        @Test
        void isNotRemindedOfWhatSomebodyElseDid() {
            steps.plan(owned(StepOwner.role(Role.OPERATOR)));
            Step done = answer("WARM_UP", StepAnswer.ok());
            assertEquals(Optional.of(OPERATOR), done.course().doneBy());
            assertEquals(Optional.of(StepOwner.role(Role.OPERATOR)), done.owner());
            shop.clock.set(shop.at("13:00:00"));
            shop.ops.tick(STORE);
            assertEquals(List.of(), messages());
        }

        @Test
        void canHandTheStepOver() {
            steps.plan(owned(StepOwner.person(OTHER)));
            shop.ops.deskOf(OTHER).agenda().handOver(STORE, "H1", OPERATOR, "");
            assertEquals(
                    Optional.of(StepOwner.person(OPERATOR)),
                    steps.step("R1", "WARM_UP").owner());
        }

        @Test
        void isChargedWithWhatNobodyDid() {
            steps.plan(owned(StepOwner.person(OTHER)), steps.check("R1", "SUBTITLE", "12:00:00"));
            shop.clock.set(shop.at("12:00:00"));
            assertEquals(List.of("K3.1 0/0", "K3.2 0/1", "K3.4 0/1"), scoresOf(OPERATOR));
            assertEquals(List.of("K3.1 0/0", "K3.2 0/2", "K3.4 0/2"), scoresOf(OTHER));
            answer("WARM_UP", StepAnswer.ok());
            assertEquals(List.of("K3.1 1/1", "K3.2 1/2", "K3.4 1/2"), scoresOf(OPERATOR));
        }

        @ParameterizedTest
        @ValueSource(strings = {"person/op-1", "role/OPERATOR"})
        void isReadAsItIsWritten(String text) {
            assertEquals(text, StepOwner.parse(text).toString());
        }

        @ParameterizedTest
        @ValueSource(strings = {"op-1", "team/design", "person/"})
        void isAPersonOrARole(String text) {
            assertThrows(IllegalArgumentException.class, () -> StepOwner.parse(text));
        }
    }

    @Nested
    class TheMeasures {
        /** Five steps that are due at noon, one of the next day: done in time, done late, with an error, never, cancelled. */
        private void day() {
            steps.plan(
                    steps.check("R1", "IN_TIME", "12:00:00"),
                    steps.check("R1", "LATE", "12:00:00"),
                    steps.check("R1", "WRONG", "12:00:00"),
                    steps.check("R1", "NEVER", "12:00:00"));
            answer("IN_TIME", StepAnswer.ok());
            answer("WRONG", StepAnswer.ok());
            steps.managersSteps().recordError(STORE, "R1", "WRONG", "it was not");
            shop.clock.set(shop.at("12:00:00").plusNanos(1000));
            answer("LATE", StepAnswer.ok());
        }

        @Test
        void countWhatIsDoneOrPastDue() {
            day();
            assertEquals(List.of("K3.1 2/3", "K3.2 2/4", "K3.4 3/4"), scores());
        }

        @Test
        void leaveOutWhatIsNotDueYetAndNotDone() {
            steps.plan(steps.check("R1", "NEVER", "12:00:00"), steps.check("R1", "EARLY", "12:00:00"));
            answer("EARLY", StepAnswer.ok());
            shop.clock.set(shop.at("12:00:00").minusNanos(1000));
            assertEquals(List.of("K3.1 1/1", "K3.2 1/1", "K3.4 1/1"), scores());
            shop.clock.set(shop.at("12:00:00"));
            assertEquals(List.of("K3.1 1/1", "K3.2 1/2", "K3.4 1/2"), scores());
        }

        @Test
        void areOfTheDateOnWhichAStepIsDue() {
            PlannedStep midnight = new PlannedStep(
                    "R1", "AT_MIDNIGHT", Optional.empty(), shop.at(DAY.plusDays(1), "00:00:00"), Optional.empty());
            steps.plan(midnight, steps.check("R1", "AT_DAWN", "09:00:00"));
            answer("AT_MIDNIGHT", StepAnswer.ok());
            shop.clock.set(shop.at(DAY.plusDays(1), "01:00:00"));
            assertEquals(List.of("K3.1 0/0", "K3.2 0/1", "K3.4 0/1"), scores());
            assertEquals(
                    List.of("K3.1 1/1", "K3.2 1/1", "K3.4 1/1"),
                    counts(measured(DAY.plusDays(1)).raw()));
        }

        @Test
        void loseForGoodWhatWasNotDoneWhenItWasCancelled() {
            day();
            steps.cancel();
            assertEquals(List.of("K3.1 2/3", "K3.2 2/3", "K3.4 3/3"), scores());
            answer("NEVER", StepAnswer.ok());
            assertFalse(steps.step("R1", "NEVER").counted());
            assertEquals(List.of("K3.1 2/3", "K3.2 2/3", "K3.4 3/3"), scores());
        }

        private List<String> asOf(Instant instant) {
            return StepModule.MODULE.measures().stream()
                    .map(measure -> measure.count().of(steps.context(), new Measure.Period(DAY, DAY, instant)))
                    .map(charged -> charged.raw().n() + "/" + charged.raw().d())
                    .toList();
        }

        @Test
        void tellWhatWasKnownAtAnInstant() {
            steps.planSelfChecks(steps.check("R1", "PRICE", "12:00:00"));
            shop.clock.set(shop.at("10:00:00"));
            answer("PRICE", StepAnswer.ok());
            shop.clock.set(shop.at("13:00:00"));
            steps.differ("R1", "PRICE");
            shop.clock.set(shop.at("14:00:00"));
            answer("PRICE", StepAnswer.ok());
            shop.clock.set(shop.at("15:00:00"));
            steps.managersSteps().recordError(STORE, "R1", "PRICE", "wrong again");
            assertEquals(List.of("0/0", "0/0", "0/0"), asOf(shop.at("08:59:59")));
            assertEquals(List.of("0/0", "0/0", "0/0"), asOf(shop.at("09:59:59")));
            assertEquals(List.of("1/1", "1/1", "1/1"), asOf(shop.at("10:00:00")));
            assertEquals(List.of("0/0", "0/1", "0/1"), asOf(shop.at("13:00:00")));
            assertEquals(List.of("0/1", "0/1", "1/1"), asOf(shop.at("14:30:00")));
            assertEquals(List.of("0/1", "0/1", "1/1"), asOf(shop.at("15:00:00")));
        }

        @Test
        void countACancellationFromItsInstantOn() {
            steps.plan(steps.check("R1", "PAGE_PRICE", "12:00:00"));
            shop.clock.set(shop.at("13:00:00"));
            steps.cancel();
            assertEquals(List.of("0/0", "0/1", "0/1"), asOf(shop.at("12:59:59")));
            assertEquals(List.of("0/0", "0/0", "0/0"), asOf(shop.at("13:00:00")));
        }

        @Test
        void countAFailureThatWasASelfCheckOnly() {
            steps.planSelfChecks(steps.check("R1", "PRICE", "12:00:00"));
            steps.plan(steps.check("R2", "SUBTITLE", "12:00:00"));
            answer("PRICE", StepAnswer.fail());
            answer("PRICE", StepAnswer.ok());
            steps.steps().answer(STORE, "R2", "SUBTITLE", StepAnswer.fail());
            steps.tell("R2", "SUBTITLE");
            steps.steps().answer(STORE, "R2", "SUBTITLE", StepAnswer.fixed());
            steps.steps().answer(STORE, "R2", "SUBTITLE", StepAnswer.ok());
            Instant then = shop.clock.instant();
            assertEquals(List.of("1/2", "2/2", "2/2"), asOf(then));
            shop.clock.set(shop.at("13:00:00"));
            Stream.of("R1:PRICE", "R2:SUBTITLE")
                    .map(id -> id.split(":"))
                    .forEach(id -> steps.managersSteps().recordError(STORE, id[0], id[1], "seen later"));
            assertEquals(List.of("1/2", "2/2", "2/2"), asOf(then));
            assertEquals(List.of("0/2", "2/2", "2/2"), asOf(shop.clock.instant()));
        }

        @Test
        void areExcusedByTheAbsenceOfEverybodyChargedButForErrors() {
            day();
            shop.ops
                    .deskOf(MANAGER)
                    .absences()
                    .record(STORE, OPERATOR, shop.at("11:00:00"), shop.at("13:00:00"), "ill");
            assertEquals(
                    List.of("K3.1 2/3", "K3.2 2/3", "K3.4 3/4"),
                    counts(measured(DAY).excused()));
            assertEquals(
                    List.of("K3.1 2/3", "K3.2 2/2", "K3.4 3/3"),
                    counts(measured(DAY).excusedOf(OPERATOR)));
        }
    }

    @Nested
    class PlanningAStep {
        @ParameterizedTest
        @ValueSource(strings = {"page price", "", "a", "1ST", "PAGE:PRICE"})
        void takesAWord(String name) {
            assertThrows(IllegalArgumentException.class, () -> steps.check("R1", name, "12:00:00"));
        }

        @Test
        void takesWholeMicrosecondsAndARun() {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new PlannedStep(
                            "R1", "PRICE", Optional.empty(), shop.at("12:00:00").plusNanos(1), Optional.empty()));
            assertThrows(IllegalArgumentException.class, () -> steps.check("", "PRICE", "12:00:00"));
        }

        @Test
        void isNotPossibleInARunOfSomethingElse() {
            steps.plan(steps.check("R1", "PRICE", "12:00:00"));
            assertEquals(
                    Optional.of("RUN_TAKEN"),
                    PlannedSteps.taken(
                                    steps.context(),
                                    List.of(
                                            steps.check("R1", "TITLE", "12:00:00"),
                                            steps.check("R1", "PRICE", "12:00:00")))
                            .map(refusal -> refusal.code()));
            assertEquals(
                    Optional.empty(),
                    PlannedSteps.taken(steps.context(), List.of(steps.check("R2", "PRICE", "12:00:00"))));
        }

        @Test
        void keepsTheOrder() {
            steps.plan(steps.check("R2", "WARM_UP", "12:00:00"), steps.check("R2", "IMAGE_PREP", "11:00:00"));
            steps.plan(steps.check("R1", "CLOSE_OUT", "10:00:00"));
            assertEquals(
                    List.of("R2:WARM_UP", "R2:IMAGE_PREP", "R1:CLOSE_OUT"),
                    steps.managersSteps().of(STORE, StepShop.OF).stream()
                            .map(Step::id)
                            .toList());
            assertEquals(
                    List.of(0, 1, 2),
                    PlannedSteps.of(steps.context(), StepShop.OF).stream()
                            .map(Versioned::value)
                            .map(Step::place)
                            .toList());
            assertEquals(
                    List.of("R1:CLOSE_OUT", "R2:IMAGE_PREP", "R2:WARM_UP"),
                    steps.steps().open(STORE).stream().map(Step::id).toList());
        }
    }
}
