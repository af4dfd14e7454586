package io.storeops.listingtask;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.Scored;
import io.storeops.StoreFixture;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.kpi.Kpi;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.sample.StepShop;
import io.storeops.step.CheckRecord;
import io.storeops.step.Step;
import io.storeops.step.StepAnswer;
import io.storeops.step.StepOwner;
import io.storeops.step.StepState;
import io.storeops.task.Instruction;
import io.storeops.task.Task;
import io.storeops.task.TaskState;
import io.storeops.task.Tasks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The item A is listed with three steps by noon, or optimised. */
class ListingTaskTest {
    private static final ActorId OTHER = ActorId.of("op-2");
    private static final ActorId BOTH = ActorId.of("both-1");
    private static final String ONE = "1a".repeat(32);
    private static final String TWO = "2b".repeat(32);
    private static final Map<String, String> CUP =
            Map.of("IMAGE", ONE + " " + TWO, "PRICE", "8900", "TITLE", "Caf\u00e9 cup, 350 ml");

    /** A marketplace that shows what the test puts there. */
    private final Map<ListingField, ListingValue> shown = new EnumMap<>(ListingField.class);

    private final List<ListedField> read = new ArrayList<>();

    private final StoreFixture shop = StepShop.in(new StoreFixture.Setup())
            .works(OTHER, "OPERATOR")
            .works(BOTH, "OPERATOR")
            .works(BOTH, "STORE_MANAGER")
            .marketplace(new Shop())
            .open();

    {
        shop.clock.set(shop.at("09:00:00"));
    }

    private final class Shop implements Marketplace {
        @Override
        public Optional<ListingEditor> listingEditor() {
            return Optional.of(new ListingEditor() {
                @Override
                public Answer apply(Wish wish) {
                    throw new AssertionError("nothing is written here");
                }

                @Override
                public Optional<Shown> read(ListedField field) {
                    read.add(field);
                    return Optional.ofNullable(shown.get(field.field()))
                            .map(value -> new Shown(value, shop.clock.instant()));
                }
            });
        }
    }

    private ListingTasks by(ActorId actor) {
        return shop.ops.deskOf(actor).listingTasks();
    }

    private Tasks tasks(ActorId actor) {
        return shop.ops.deskOf(actor).tasks();
    }

    private Instruction instruction(String kind, String... steps) {
        return new Instruction(
                kind,
                Optional.empty(),
                Optional.of("A"),
                List.of(steps),
                Optional.of("list the cup"),
                shop.at("12:00:00"));
    }

    private ListingTask list(Map<String, String> values) {
        by(MANAGER).assign(STORE, "T1", instruction("NEW_LISTING", "IMAGE", "PRICE", "TITLE"), values, OPERATOR);
        tasks(OPERATOR).accept(STORE, "T1");
        return known();
    }

    private ListingTask optimise(String step) {
        tasks(MANAGER).assign(STORE, "T1", instruction("OPTIMISE", step), OPERATOR);
        tasks(OPERATOR).accept(STORE, "T1");
        return known();
    }

    private ListingTask known() {
        return by(MANAGER).find(STORE, "T1").orElseThrow();
    }

    private Task task() {
        return tasks(MANAGER).find(STORE, "T1").orElseThrow();
    }

    private Step step(String name) {
        return shop.ops.deskOf(MANAGER).steps().find(STORE, "T1", name).orElseThrow();
    }

    private ListingPhase ok(String step, String value) {
        return answer(step, StepAnswer.ok().showing(value));
    }

    private ListingPhase answer(String step, StepAnswer answer) {
        shop.ops.deskOf(OPERATOR).steps().answer(STORE, "T1", step, answer);
        return known().phase();
    }

    private void selfChecked() {
        CUP.forEach(this::ok);
        assertEquals(ListingPhase.SELF_CHECKED, known().phase());
    }

    private void attach(String kind) {
        shop.ops
                .deskOf(OPERATOR)
                .archive()
                .attach(STORE, Target.of("task", "T1"), EvidenceKind.parse(kind), shop.clock.instant(), "check.png");
    }

    private static String code(Executable act) {
        return assertThrows(RefusedException.class, act).refusal().code();
    }

    private static String denied(Executable act) {
        return assertThrows(DeniedException.class, act).code();
    }

    @Test
    void goesFromTheInstructionToTheApprovedContent() {
        shop.ops.tellReadable(STORE, Set.of(ListingField.IMAGE, ListingField.PRICE_MINOR, ListingField.TITLE));
        assertEquals(
                ListingPhase.INSTRUCTED,
                by(MANAGER)
                        .assign(STORE, "T1", instruction("NEW_LISTING", "IMAGE", "PRICE", "TITLE"), CUP, OPERATOR)
                        .phase());
        tasks(OPERATOR).accept(STORE, "T1");
        assertEquals(ListingPhase.ACCEPTED, known().phase());
        assertEquals(ListingPhase.IN_PROGRESS, ok("TITLE", CUP.get("TITLE")));
        assertEquals(ListingPhase.IN_PROGRESS, ok("PRICE", CUP.get("PRICE")));
        shop.clock.set(shop.at("10:00:00"));
        assertEquals(ListingPhase.SELF_CHECKED, ok("IMAGE", CUP.get("IMAGE")));
        assertEquals(Optional.of(shop.at("10:00:00")), known().course().selfCheckedAt());
        shop.clock.set(shop.at("10:05:00"));
        WentLive live = by(OPERATOR).goLive(STORE, "T1", CUP);
        assertEquals(List.of(), live.difference());
        assertEquals(ListingPhase.LIVE, live.listing().phase());
        assertEquals(Optional.of(shop.at("10:05:00")), live.listing().course().liveAt());
        assertEquals(Optional.of(OPERATOR), live.listing().course().liveBy());
        assertFalse(approved(ListingField.TITLE, "another"));
        shop.clock.set(shop.at("10:10:00"));
        ListingTask confirmed = by(MANAGER).confirm(STORE, "T1");
        assertEquals(ListingPhase.CONFIRMED, confirmed.phase());
        assertEquals(Optional.of(shop.at("10:10:00")), confirmed.course().confirmedAt());
        assertTrue(approved(ListingField.TITLE, CUP.get("TITLE")));
        assertTrue(approved(ListingField.IMAGE, CUP.get("IMAGE")));
        attach("LISTING_CHECK");
        assertEquals(TaskState.DONE, tasks(OPERATOR).complete(STORE, "T1").state());
        assertEquals(ListingPhase.CONFIRMED, known().phase());
        assertEquals(Optional.of(OPERATOR), known().course().liveBy());
    }

    private boolean approved(ListingField field, String text) {
        return shop.ops
                .deskOf(OPERATOR)
                .listings()
                .approval(STORE, "A", field)
                .approved()
                .equals(Optional.of(new ListingValue(field, text)));
    }

    @Nested
    class AnInstruction {
        @Test
        void ofANewListingHasEveryStepOfTheRoster() {
            RefusedException refused = assertThrows(
                    RefusedException.class,
                    () -> tasks(MANAGER).assign(STORE, "T1", instruction("NEW_LISTING", "IMAGE"), OPERATOR));
            assertEquals("STEPS_MISSING", refused.refusal().code());
            assertTrue(refused.refusal().detail().contains("[PRICE, TITLE]"), refused::getMessage);
            assertEquals(Optional.empty(), tasks(MANAGER).find(STORE, "T1"));
        }

        @Test
        void ofAnOptimisationHasATarget() {
            assertEquals(
                    "STEPS_MISSING", code(() -> tasks(MANAGER).assign(STORE, "T1", instruction("OPTIMISE"), OPERATOR)));
            assertEquals(
                    "STEP_TWICE",
                    code(() ->
                            tasks(MANAGER).assign(STORE, "T1", instruction("OPTIMISE", "TITLE", "TITLE"), OPERATOR)));
        }

        @Test
        void ofAnotherTaskIsNoListing() {
            tasks(MANAGER).assign(STORE, "T1", instruction("GENERAL", "IMAGE"), OPERATOR);
            assertEquals(Optional.empty(), by(MANAGER).find(STORE, "T1"));
            assertEquals(
                    "NO_LISTING",
                    code(() -> by(MANAGER).assign(STORE, "T2", instruction("GENERAL", "IMAGE"), Map.of(), OPERATOR)));
        }

        @Test
        void saysWhatItsStepsAreToShow() {
            Instruction title = instruction("OPTIMISE", "TITLE", "PRICE");
            assertEquals(
                    "NO_SUCH_STEP", code(() -> by(MANAGER).assign(STORE, "T1", title, Map.of("IMAGE", ONE), OPERATOR)));
            assertEquals(
                    "VALUE_UNREADABLE",
                    code(() -> by(MANAGER).assign(STORE, "T1", title, Map.of("PRICE", "89.00"), OPERATOR)));
            assertEquals(
                    "INSTRUCT", denied(() -> by(OPERATOR).assign(STORE, "T1", title, Map.of("TITLE", "a"), OPERATOR)));
            assertEquals(
                    "ASSIGNEE_CANNOT_ACT",
                    code(() -> by(MANAGER).assign(STORE, "T1", title, Map.of("TITLE", "a"), MANAGER)));
            by(MANAGER).assign(STORE, "T1", title, Map.of("TITLE", " cafe\u0301 "), OPERATOR);
            List<ListingContent> contents = by(OPERATOR).contents(STORE, "T1");
            assertEquals(
                    List.of("TITLE"),
                    contents.stream().map(ListingContent::step).toList());
            assertEquals("caf\u00e9", contents.get(0).text());
            assertEquals(MANAGER, contents.get(0).given().by());
            assertEquals(List.of(known()), by(OPERATOR).in(STORE, ListingPhase.INSTRUCTED));
        }

        @Test
        void plansStepsThatAreDueWithTheTaskAndGoWithIt() {
            list(CUP);
            assertEquals(shop.at("12:00:00"), step("PRICE").due());
            assertEquals("NEW_LISTING", step("PRICE").group());
            assertEquals(Optional.of("3.1"), step("PRICE").duty());
            assertEquals(Optional.of(StepOwner.person(OPERATOR)), step("PRICE").owner());
            ok("PRICE", "8900");
            shop.ops.deskOf(OPERATOR).agenda().handOver(STORE, "H1", OTHER, "");
            assertEquals(OTHER, task().assignee());
            assertEquals(Optional.of(StepOwner.person(OTHER)), step("TITLE").owner());
            assertEquals(Optional.of(StepOwner.person(OPERATOR)), step("PRICE").owner());
        }
    }

    @Nested
    class ADifference {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                ignoreLeadingAndTrailingWhitespace = false,
                value = {
                    "TITLE|Caf\u00e9 cup|Cafe\u0301 cup|true",
                    "TITLE|Caf\u00e9 cup|  Caf\u00e9 cup \t|true",
                    "TITLE|Caf\u00e9 cup|Cafe cup|false",
                    "TITLE|Caf\u00e9 cup|caf\u00e9 cup|false",
                    "TITLE|Caf\u00e9 cup|Caf\u00e9  cup|false",
                    "PRICE|8900|8900|true",
                    "PRICE|8900|08900|true",
                    "PRICE|8900|8901|false",
                    "PAGE_PC|page|page|true",
                    "PAGE_WIRELESS|page|page 2|false",
                    "LISTING_TIME|MONDAY 21:00|monday 21:00|true",
                    "LISTING_TIME|MONDAY 21:00|MONDAY 20:00|false",
                    "LISTING_TIME|MONDAY 21:00|SUNDAY 21:00|false",
                    "STORE_PAGE|autumn| autumn|true",
                    "STORE_PAGE|autumn|winter|false",
                })
        void isOneOfWhatIsShown(String step, String instructed, String told, boolean same) {
            agrees(step, instructed, told, same);
        }

        private void agrees(String step, String instructed, String told, boolean same) {
            by(MANAGER).assign(STORE, "T1", instruction("OPTIMISE", step), Map.of(step, instructed), OPERATOR);
            tasks(OPERATOR).accept(STORE, "T1");
            StepAnswer answer = StepAnswer.ok().changing(StepAnswer.Change.of("before", told));
            if (same) {
                assertEquals(ListingPhase.SELF_CHECKED, answer(step, answer));
            } else {
                assertEquals("DIFFERENCE", code(() -> answer(step, answer)));
                assertEquals(StepState.PENDING, step(step).state());
                assertEquals(0, step(step).errors());
                assertEquals(ListingPhase.ACCEPTED, known().phase());
            }
        }

        @Test
        void ofImagesIsOneOfTheirOrder() {
            agrees("IMAGE", ONE + " " + TWO, TWO + " " + ONE, false);
        }

        @Test
        void ofImagesIsOneOfTheirNumber() {
            agrees("IMAGE", ONE + " " + TWO, ONE, false);
        }

        @Test
        void ofAttributesIsNoneOfTheirOrder() {
            Map<String, String> backwards = new LinkedHashMap<>();
            backwards.put("volume", "350 ml");
            backwards.put("material", "porcelain ");
            agrees(
                    "ATTRIBUTES",
                    attributes(Map.of("material", "porcelain", "volume", "350 ml")),
                    attributes(backwards),
                    true);
        }

        @Test
        void ofAttributesIsAnExtraOne() {
            agrees(
                    "ATTRIBUTES",
                    attributes(Map.of("material", "porcelain")),
                    attributes(Map.of("material", "porcelain", "colour", "blue")),
                    false);
        }

        @Test
        void ofAttributesIsAMissingOne() {
            agrees("ATTRIBUTES", attributes(Map.of("material", "porcelain")), attributes(Map.of()), false);
        }

        private String attributes(Map<String, String> values) {
            return ListingValue.attributes(values).text();
        }

        @ParameterizedTest
        @CsvSource({"PRICE,89.00", "PRICE,0", "PRICE,-1", "IMAGE,picture.png", "LISTING_TIME,TOMORROW", "TITLE,' '"})
        void isNoneOfWhatCannotBeRead(String step, String told) {
            optimise(step);
            assertEquals(
                    "VALUE_UNREADABLE",
                    code(() -> answer(step, StepAnswer.ok().changing(StepAnswer.Change.of("before", told)))));
        }
    }

    @Nested
    class AnAnswer {
        @Test
        void tellsWhatIsThereIfItWasInstructed() {
            list(CUP);
            assertEquals("EVIDENCE_MISSING", code(() -> answer("TITLE", StepAnswer.ok())));
            assertEquals(ListingPhase.IN_PROGRESS, answer("TITLE", StepAnswer.fail()));
            assertEquals(1, step("TITLE").errors());
            assertEquals(ListingPhase.IN_PROGRESS, ok("TITLE", CUP.get("TITLE")));
        }

        @Test
        void isNotPossibleOfWhatIsNotInstructedAmongWhatIs() {
            list(Map.of("TITLE", "a cup"));
            assertEquals("INSTRUCTION_MISSING", code(() -> ok("PRICE", "8900")));
        }

        @Test
        void isTakenAtItsWordIfNothingIsInstructedFieldByField() {
            list(Map.of());
            assertEquals(ListingPhase.IN_PROGRESS, answer("TITLE", StepAnswer.ok()));
            assertEquals(ListingPhase.IN_PROGRESS, ok("PRICE", "8900"));
            assertEquals(ListingPhase.SELF_CHECKED, answer("IMAGE", StepAnswer.ok()));
        }

        @Test
        void ofAnOptimisationSaysWhatWasThereAndWhatIs() {
            optimise("TITLE");
            StepAnswer.Change after = new StepAnswer.Change(Optional.empty(), Optional.of("new"));
            StepAnswer.Change before = new StepAnswer.Change(Optional.of("old"), Optional.empty());
            assertEquals("EVIDENCE_MISSING", code(() -> answer("TITLE", StepAnswer.ok())));
            assertEquals("EVIDENCE_MISSING", code(() -> ok("TITLE", "new")));
            assertEquals(
                    "EVIDENCE_MISSING",
                    code(() -> answer("TITLE", StepAnswer.ok().changing(after))));
            assertEquals(
                    "EVIDENCE_MISSING",
                    code(() -> answer("TITLE", StepAnswer.ok().changing(before))));
            assertEquals(
                    ListingPhase.SELF_CHECKED,
                    answer("TITLE", StepAnswer.ok().changing(StepAnswer.Change.of("old", "new"))));
            CheckRecord record = shop.ops
                    .deskOf(MANAGER)
                    .steps()
                    .records(STORE, "T1", "TITLE")
                    .get(0);
            assertEquals(Optional.of(StepAnswer.Change.of("old", "new")), record.change());
        }

        @Test
        void isNotPossibleBeforeTheTaskIsTakenOnOrOnceItIsNotDone() {
            tasks(MANAGER).assign(STORE, "T1", instruction("OPTIMISE", "TITLE"), OPERATOR);
            assertEquals("WRONG_STATE", code(() -> answer("TITLE", StepAnswer.fail())));
            tasks(OPERATOR).accept(STORE, "T1");
            tasks(OPERATOR).notDone(STORE, "T1", "no designer");
            assertEquals("WRONG_STATE", code(() -> answer("TITLE", StepAnswer.fail())));
        }
    }

    @Nested
    class ABlockedTask {
        @Test
        void waitsUntilAllIsSaidAndGoesBackToWhereItWas() {
            list(Map.of("TITLE", "a cup"));
            by(OPERATOR).block(STORE, "T1", List.of("PRICE", "IMAGE"), "DESIGN");
            assertEquals(ListingPhase.BLOCKED, known().phase());
            assertEquals("TASK_BLOCKED", code(() -> ok("TITLE", "a cup")));
            assertEquals("TASK_BLOCKED", code(() -> answer("TITLE", StepAnswer.fail())));
            shop.clock.set(shop.at("10:00:00"));
            ListingTask partly = by(MANAGER).amend(STORE, "T1", Map.of("PRICE", "8900"));
            assertEquals(ListingPhase.BLOCKED, partly.phase());
            assertEquals(Optional.empty(), partly.block().flatMap(ListingBlock::backAt));
            ListingTask back = by(MANAGER).amend(STORE, "T1", Map.of("IMAGE", ONE));
            assertEquals(ListingPhase.ACCEPTED, back.phase());
            assertEquals(Optional.of(shop.at("10:00:00")), back.block().flatMap(ListingBlock::backAt));
            assertEquals(Optional.of(shop.at("09:00:00")), back.block().map(ListingBlock::at));
            assertEquals(ListingPhase.IN_PROGRESS, ok("PRICE", "8900"));
            assertEquals("DIFFERENCE", code(() -> ok("IMAGE", TWO)));
        }

        @Test
        void goesOnWhereAStepWasAnswered() {
            list(Map.of("TITLE", "a cup"));
            ok("TITLE", "a cup");
            by(OPERATOR).block(STORE, "T1", List.of("PRICE"), "the manager");
            assertEquals(
                    ListingPhase.IN_PROGRESS,
                    by(MANAGER).amend(STORE, "T1", Map.of("PRICE", "8900")).phase());
        }

        @Test
        void isBlockedOfWhatIsMissingAlone() {
            list(Map.of("TITLE", "a cup"));
            assertEquals("REASON_MISSING", code(() -> by(OPERATOR).block(STORE, "T1", List.of(), "DESIGN")));
            assertEquals("REASON_MISSING", code(() -> by(OPERATOR).block(STORE, "T1", List.of("PRICE"), " ")));
            assertEquals("NO_SUCH_STEP", code(() -> by(OPERATOR).block(STORE, "T1", List.of("PAGE_PC"), "DESIGN")));
            assertEquals("NOT_MISSING", code(() -> by(OPERATOR).block(STORE, "T1", List.of("TITLE"), "DESIGN")));
            assertEquals("EXECUTE:X3", denied(() -> by(MANAGER).block(STORE, "T1", List.of("PRICE"), "DESIGN")));
            assertEquals("NO_SUCH_LISTING_TASK", code(() -> by(OPERATOR).block(STORE, "T9", List.of("PRICE"), "D")));
        }

        @Test
        void isAmendedByTheManagerWithWhatWasNotSaid() {
            list(Map.of("TITLE", "a cup"));
            assertEquals("WRONG_STATE", code(() -> by(MANAGER).amend(STORE, "T1", Map.of("PRICE", "8900"))));
            by(OPERATOR).block(STORE, "T1", List.of("PRICE"), "DESIGN");
            assertEquals("INSTRUCT", denied(() -> by(OPERATOR).amend(STORE, "T1", Map.of("PRICE", "8900"))));
            assertEquals("NOTHING_ADDED", code(() -> by(MANAGER).amend(STORE, "T1", Map.of())));
            assertEquals("NO_SUCH_STEP", code(() -> by(MANAGER).amend(STORE, "T1", Map.of("PAGE_PC", "a"))));
            assertEquals("VALUE_UNREADABLE", code(() -> by(MANAGER).amend(STORE, "T1", Map.of("PRICE", "dear"))));
            assertEquals("INSTRUCTED_ALREADY", code(() -> by(MANAGER).amend(STORE, "T1", Map.of("TITLE", "b"))));
            assertEquals("NO_SUCH_LISTING_TASK", code(() -> by(MANAGER).amend(STORE, "T9", Map.of("TITLE", "b"))));
            assertEquals(ListingPhase.BLOCKED, known().phase());
        }
    }

    @Nested
    class AReadBack {
        private void readable(ListingField... fields) {
            shop.ops.tellReadable(STORE, Set.of(fields));
        }

        @Test
        void readsWhatTheMarketplaceLetsBeRead() {
            readable(ListingField.PRICE_MINOR, ListingField.TITLE);
            list(CUP);
            selfChecked();
            shown.put(ListingField.PRICE_MINOR, ListingValue.price(8900));
            shown.put(ListingField.TITLE, new ListingValue(ListingField.TITLE, "Cafe\u0301 cup, 350 ml "));
            shown.put(ListingField.IMAGE, new ListingValue(ListingField.IMAGE, TWO));
            ListingTasks same =
                    shop.ops.deskOf(OPERATOR).under(CommandId.of("c-1")).listingTasks();
            WentLive live = same.goLive(STORE, "T1");
            assertEquals(ListingPhase.LIVE, live.listing().phase());
            assertEquals(
                    Set.of(ListingField.PRICE_MINOR, ListingField.TITLE),
                    read.stream().map(ListedField::field).collect(Collectors.toSet()));
            int looks = read.size();
            assertEquals(live, same.goLive(STORE, "T1"));
            assertEquals(looks, read.size());
        }

        @Test
        void thatDiffersIsAnErrorOfEachStepWhichIsDoneAgain() {
            readable(ListingField.PRICE_MINOR, ListingField.TITLE, ListingField.IMAGE);
            list(CUP);
            selfChecked();
            WentLive differs = by(OPERATOR)
                    .goLive(STORE, "T1", Map.of("PRICE", "9800", "TITLE", "a cup", "IMAGE", CUP.get("IMAGE")));
            assertEquals(List.of("PRICE", "TITLE"), differs.difference());
            assertEquals(ListingPhase.IN_PROGRESS, differs.listing().phase());
            assertEquals(StepState.FAIL, step("PRICE").state());
            assertEquals(1, step("PRICE").errors());
            assertEquals(0, step("IMAGE").errors());
            CheckRecord last = shop.ops
                    .deskOf(MANAGER)
                    .steps()
                    .records(STORE, "T1", "PRICE")
                    .get(1);
            assertEquals(CheckRecord.Kind.DIFFERED, last.kind());
            assertEquals(Optional.of("9800"), last.value());
            assertEquals("WRONG_STATE", code(() -> by(OPERATOR).goLive(STORE, "T1", CUP)));
            ok("PRICE", "8900");
            shop.clock.set(shop.at("11:00:00"));
            assertEquals(ListingPhase.SELF_CHECKED, ok("TITLE", CUP.get("TITLE")));
            assertEquals(Optional.of(shop.at("11:00:00")), known().course().selfCheckedAt());
            assertEquals(
                    ListingPhase.LIVE,
                    by(OPERATOR).goLive(STORE, "T1", CUP).listing().phase());
        }

        @Test
        void isOfEverythingThatCanBeRead() {
            readable(ListingField.PRICE_MINOR, ListingField.TITLE);
            list(CUP);
            selfChecked();
            RefusedException refused = assertThrows(
                    RefusedException.class, () -> by(OPERATOR).goLive(STORE, "T1", Map.of("PRICE", "8900")));
            assertEquals("READ_BACK_MISSING", refused.refusal().code());
            assertTrue(refused.refusal().detail().contains("[TITLE]"), refused::getMessage);
            assertEquals("READ_BACK_MISSING", code(() -> by(OPERATOR).goLive(STORE, "T1")));
            assertEquals(
                    "NO_SUCH_STEP",
                    code(() ->
                            by(OPERATOR).goLive(STORE, "T1", Map.of("PRICE", "8900", "TITLE", "a", "PAGE_PC", "a"))));
            assertEquals(
                    "VALUE_UNREADABLE",
                    code(() -> by(OPERATOR).goLive(STORE, "T1", Map.of("PRICE", "dear", "TITLE", "a"))));
            assertEquals("EXECUTE:X3", denied(() -> by(MANAGER).goLive(STORE, "T1", CUP)));
            assertEquals("NO_SUCH_LISTING_TASK", code(() -> by(OPERATOR).goLive(STORE, "T9")));
            assertEquals(ListingPhase.SELF_CHECKED, known().phase());
        }

        @Test
        void givesWayToTheEvidenceOfTheDutyWhereNothingCanBeRead() {
            list(CUP);
            selfChecked();
            assertEquals("EVIDENCE_MISSING", code(() -> by(OPERATOR).goLive(STORE, "T1")));
            attach("DOCUMENT");
            assertEquals("EVIDENCE_MISSING", code(() -> by(OPERATOR).goLive(STORE, "T1", CUP)));
            attach("LISTING_CHECK");
            assertEquals(
                    List.of("PRICE"),
                    by(OPERATOR).goLive(STORE, "T1", Map.of("PRICE", "1")).difference());
            ok("PRICE", "8900");
            assertEquals(
                    ListingPhase.LIVE,
                    by(OPERATOR).goLive(STORE, "T1").listing().phase());
            assertEquals(List.of(), read);
        }

        @Test
        void comparesAnOptimisationWithWhatItsStepLeft() {
            readable(ListingField.TITLE);
            optimise("TITLE");
            answer("TITLE", StepAnswer.ok().changing(StepAnswer.Change.of("old", "new")));
            assertEquals(
                    List.of("TITLE"),
                    by(OPERATOR).goLive(STORE, "T1", Map.of("TITLE", "old")).difference());
            answer("TITLE", StepAnswer.ok().changing(StepAnswer.Change.of("old", "newer")));
            assertEquals(
                    List.of(),
                    by(OPERATOR).goLive(STORE, "T1", Map.of("TITLE", "newer")).difference());
            by(MANAGER).confirm(STORE, "T1");
            assertTrue(approved(ListingField.TITLE, "newer"));
        }

        @Test
        void canNoLongerBeOfWhatIsToldToBeUnreadable() {
            readable(ListingField.TITLE, ListingField.IMAGE);
            readable(ListingField.PRICE_MINOR);
            list(CUP);
            selfChecked();
            assertEquals(
                    ListingPhase.LIVE,
                    by(OPERATOR)
                            .goLive(STORE, "T1", Map.of("PRICE", "8900"))
                            .listing()
                            .phase());
        }
    }

    @Nested
    class ADoneTask {
        @Test
        void isLive() {
            shop.ops.tellReadable(STORE, Set.of(ListingField.TITLE));
            tasks(MANAGER).assign(STORE, "T1", instruction("OPTIMISE", "TITLE"), OPERATOR);
            assertEquals("NOT_LIVE", code(() -> tasks(OPERATOR).complete(STORE, "T1")));
            tasks(OPERATOR).accept(STORE, "T1");
            assertEquals("NOT_LIVE", code(() -> tasks(OPERATOR).complete(STORE, "T1")));
            answer("TITLE", StepAnswer.ok().changing(StepAnswer.Change.of("old", "new")));
            attach("BEFORE_AFTER");
            assertEquals("NOT_LIVE", code(() -> tasks(OPERATOR).complete(STORE, "T1")));
            by(OPERATOR).goLive(STORE, "T1", Map.of("TITLE", "new"));
            assertEquals(TaskState.DONE, tasks(OPERATOR).complete(STORE, "T1").state());
            assertEquals(ListingPhase.LIVE, known().phase());
        }

        @Test
        void isProvenByTheEvidenceOfItsDuty() {
            optimise("LISTING_TIME");
            answer("LISTING_TIME", StepAnswer.ok().changing(StepAnswer.Change.of("SUNDAY 20:00", "MONDAY 21:00")));
            assertEquals("EVIDENCE_MISSING", code(() -> tasks(OPERATOR).complete(STORE, "T1")));
            attach("LISTING_CHECK");
            assertEquals("EVIDENCE_MISSING", code(() -> tasks(OPERATOR).complete(STORE, "T1")));
            shop.clock.set(shop.at("11:00:00"));
            attach("BEFORE_AFTER");
            tasks(OPERATOR).complete(STORE, "T1");
            assertEquals(ListingPhase.LIVE, known().phase());
            assertEquals(Optional.of(shop.at("11:00:00")), known().course().liveAt());
        }

        @Test
        void thatIsReturnedStaysLiveAndIsProvenAnew() {
            optimise("LISTING_TIME");
            answer("LISTING_TIME", StepAnswer.ok().changing(StepAnswer.Change.of("SUNDAY 20:00", "MONDAY 21:00")));
            attach("BEFORE_AFTER");
            tasks(OPERATOR).complete(STORE, "T1");
            tasks(OPERATOR).feedBack(STORE, "T1", "WECHAT", "done", Optional.empty());
            shop.clock.set(shop.at("11:00:00"));
            tasks(MANAGER).giveBack(STORE, "T1", "show the page");
            assertEquals(ListingPhase.LIVE, known().phase());
            assertEquals("EVIDENCE_MISSING", code(() -> tasks(OPERATOR).complete(STORE, "T1")));
            attach("BEFORE_AFTER");
            assertEquals(TaskState.DONE, tasks(OPERATOR).complete(STORE, "T1").state());
            assertEquals(Optional.of(shop.at("09:00:00")), known().course().liveAt());
        }
    }

    @Nested
    class AConfirmation {
        @Test
        void isNeverByWhoFoundItLive() {
            tasks(MANAGER).assign(STORE, "T1", instruction("OPTIMISE", "TITLE"), BOTH);
            tasks(BOTH).accept(STORE, "T1");
            shop.ops
                    .deskOf(BOTH)
                    .steps()
                    .answer(STORE, "T1", "TITLE", StepAnswer.ok().changing(StepAnswer.Change.of("old", "new")));
            shop.ops.tellReadable(STORE, Set.of(ListingField.TITLE));
            by(BOTH).goLive(STORE, "T1", Map.of("TITLE", "new"));
            assertEquals("SELF_DECISION", denied(() -> by(BOTH).confirm(STORE, "T1")));
            assertEquals("INSTRUCT", denied(() -> by(OPERATOR).confirm(STORE, "T1")));
            assertEquals(
                    ListingPhase.CONFIRMED, by(MANAGER).confirm(STORE, "T1").phase());
        }

        @Test
        void approvesNoPriceAndNothingOfWhatIsNoItem() {
            tasks(MANAGER)
                    .assign(
                            STORE,
                            "T1",
                            new Instruction(
                                    "OPTIMISE",
                                    Optional.empty(),
                                    Optional.of("Z9"),
                                    List.of("TITLE", "PRICE"),
                                    Optional.of("change it"),
                                    shop.at("12:00:00")),
                            OPERATOR);
            tasks(OPERATOR).accept(STORE, "T1");
            answer("TITLE", StepAnswer.ok().changing(StepAnswer.Change.of("old", "new")));
            answer("PRICE", StepAnswer.ok().changing(StepAnswer.Change.of("1", "2")));
            attach("BEFORE_AFTER");
            by(OPERATOR).goLive(STORE, "T1");
            assertEquals(
                    ListingPhase.CONFIRMED, by(MANAGER).confirm(STORE, "T1").phase());
        }
    }

    @Nested
    class ACancelledTask {
        private List<String> scores() {
            return Scored.of(shop, DAY, DAY, Kpi.K3_1, Kpi.K3_2, Kpi.K3_4).ratios().values().stream()
                    .map(ratio -> ratio.n() + "/" + ratio.d())
                    .toList();
        }

        @Test
        void takesItsOpenStepsOutOfTheMeasuresForGood() {
            list(CUP);
            ok("PRICE", "8900");
            shop.clock.set(shop.at("12:00:00"));
            assertEquals(List.of("1/1", "1/3", "1/3"), scores());
            tasks(MANAGER).cancel(STORE, "T1", "supplier late");
            assertEquals(ListingPhase.CANCELLED, known().phase());
            assertEquals(Optional.of(shop.at("12:00:00")), known().course().cancelledAt());
            assertTrue(step("PRICE").counted());
            assertFalse(step("TITLE").counted());
            assertEquals(List.of("1/1", "1/1", "1/1"), scores());
            answer("TITLE", StepAnswer.ok());
            assertEquals(ListingPhase.CANCELLED, known().phase());
            assertEquals(List.of("1/1", "1/1", "1/1"), scores());
        }

        @Test
        void isNoneThatIsLive() {
            optimise("LISTING_TIME");
            answer("LISTING_TIME", StepAnswer.ok().changing(StepAnswer.Change.of("SUNDAY 20:00", "MONDAY 21:00")));
            attach("BEFORE_AFTER");
            by(OPERATOR).goLive(STORE, "T1");
            assertEquals("ALREADY_LIVE", code(() -> tasks(MANAGER).cancel(STORE, "T1", "not now")));
            by(MANAGER).confirm(STORE, "T1");
            assertEquals("ALREADY_LIVE", code(() -> tasks(MANAGER).cancel(STORE, "T1", "not now")));
            tasks(OPERATOR).complete(STORE, "T1");
            assertEquals("ALREADY_LIVE", code(() -> tasks(MANAGER).cancel(STORE, "T1", "not now")));
            assertEquals(TaskState.DONE, task().state());
        }

        @Test
        void isTheManagersAndCancelledOnce() {
            list(CUP);
            assertEquals("INSTRUCT", denied(() -> tasks(OPERATOR).cancel(STORE, "T1", "no")));
            tasks(MANAGER).cancel(STORE, "T1", "no");
            assertEquals("WRONG_STATE", code(() -> tasks(MANAGER).cancel(STORE, "T1", "no")));
        }
    }

    @Nested
    class AListingHour {
        @ParameterizedTest
        @ValueSource(strings = {"MONDAY 21:00", "SUNDAY 00:00", "SATURDAY 23:59"})
        void isReadAsItIsWritten(String text) {
            assertEquals(text, ListingHour.parse(text).toString());
        }

        @ParameterizedTest
        @ValueSource(strings = {"MONDAY", "21:00", "MONDAY 24:00", "MONDAY 21:00:30", "MOONDAY 21:00", "", "MONDAY 9"})
        void isADayOfTheWeekAndAMinute(String text) {
            assertThrows(IllegalArgumentException.class, () -> ListingHour.parse(text));
        }
    }
}
