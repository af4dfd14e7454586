package io.storeops.feedback;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.failure.CommandReusedException;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.task.Instruction;
import io.storeops.task.Task;
import io.storeops.task.TaskCourse;
import io.storeops.task.TaskState;
import io.storeops.task.TaskTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class WorkFeedbackTest {
    private static final ActorId DATA = ActorId.of("data-1");
    private static final ActorId SECOND_OPERATOR = ActorId.of("op-2");

    private final StoreFixture shop = new StoreFixture.Setup()
            .role("ROTATION_DATA", "EXECUTE:X1", "SUGGEST:S4")
            .works(DATA, "ROTATION_DATA")
            .works(SECOND_OPERATOR, "OPERATOR")
            .open();
    private final WorkFeedback author = shop.feedback(OPERATOR);
    private final WorkFeedback manager = shop.feedback(MANAGER);
    private final Proposal proposal = new Proposal("SG1", SuggestionScope.S4, "E5", "match 79.00");
    private final TaskTerms terms = new TaskTerms(OPERATOR, "set the price to 79.00", shop.at("18:00"));

    @BeforeEach
    void atWork() {
        shop.clock.set(shop.at("14:10"));
    }

    private WorkFeedback under(ActorId actor, String command) {
        return shop.ops.deskOf(actor).under(CommandId.of(command)).feedback();
    }

    private static void assertRefused(String message, Executable act) {
        assertEquals(message, assertThrows(RefusedException.class, act).getMessage());
    }

    private static void assertDenied(String message, Executable act) {
        assertEquals(message, assertThrows(DeniedException.class, act).getMessage());
    }

    @Nested
    class Submitting {
        @Test
        void keepsWhoSaidWhatAboutWhatAndWhen() {
            Suggestion submitted = author.submit(STORE, proposal);
            assertEquals(
                    new Suggestion(
                            STORE,
                            "SG1",
                            SuggestionScope.S4,
                            "E5",
                            Optional.of("match 79.00"),
                            SuggestionState.SUBMITTED,
                            1,
                            OPERATOR,
                            Set.of(),
                            shop.at("14:10"),
                            Optional.of(shop.at("14:10")),
                            Optional.empty(),
                            "1"),
                    submitted);
            assertEquals(submitted, manager.getSuggestion(STORE, "SG1"));
        }

        @Test
        void isToldInTheTrailUnderTheRightOfItsScope() {
            author.submit(STORE, proposal);
            AuditEntry line = shop.records().get(0);
            assertEquals("SUBMIT_SUGGESTION", line.record().act());
            assertEquals("suggestion/SG1", line.record().target().toString());
            assertEquals("SUGGEST:S4", line.record().right());
            assertEquals("[]", line.contents().orElseThrow().before().canonical());
            assertEquals(
                    "{\"edited\":[{\"key\":[\"SG1\"],\"table\":\"suggestion\"}]}",
                    line.record().result().canonical());
        }

        @Test
        void takesTheRightOfItsScopeAndOfNoOther() {
            shop.feedback(DATA).submit(STORE, proposal);
            assertDenied(
                    "data-1 may not SUBMIT_SUGGESTION in store S1: the right SUGGEST:S2 is missing. It is held by"
                            + " [op-1, op-2]",
                    () -> shop.feedback(DATA)
                            .submit(STORE, new Proposal("SG2", SuggestionScope.S2, "DA", "start earlier")));
            assertEquals(Optional.empty(), manager.findSuggestion(STORE, "SG2"));
        }

        @Test
        void isRefusedUnderAnIdThatIsTaken() {
            author.draft(STORE, proposal);
            String taken = " in store S1 refused, EXISTS: store S1 has a suggestion SG1 already, which is DRAFT;"
                    + " choose another id";
            assertRefused("SUBMIT_SUGGESTION" + taken, () -> author.submit(STORE, proposal));
            assertRefused(
                    "DRAFT_SUGGESTION" + taken,
                    () -> shop.feedback(SECOND_OPERATOR).draft(STORE, proposal));
        }

        @Test
        void refusesAProposalThatSuggestsNothing() {
            IllegalArgumentException blank = assertThrows(
                    IllegalArgumentException.class, () -> new Proposal("SG1", SuggestionScope.S1, "E5", " \n"));
            assertEquals("Suggestion SG1 suggests nothing; its text is blank", blank.getMessage());
        }

        @Test
        void refusesAnIdThatEvidenceCouldNotName() {
            String id = "x".repeat(118);
            IllegalArgumentException longId = assertThrows(
                    IllegalArgumentException.class, () -> new Proposal(id, SuggestionScope.S1, "E5", "text"));
            assertEquals("The target 'suggestion/" + id + "' needs 1 to 128 characters, has 129", longId.getMessage());
        }
    }

    @Nested
    class ADraft {
        @Test
        void isSubmittedAsItStands() {
            Suggestion draft = author.draft(STORE, proposal);
            assertEquals(SuggestionState.DRAFT, draft.state());
            assertEquals(Optional.empty(), draft.submittedAt());
            author.amend(STORE, "SG1", 1, "match 78.00");
            shop.clock.set(shop.at("14:20"));
            Suggestion submitted = author.submit(STORE, "SG1");
            assertEquals(SuggestionState.SUBMITTED, submitted.state());
            assertEquals(Optional.of("match 78.00"), submitted.text());
            assertEquals(2, submitted.version());
            assertEquals(shop.at("14:10"), submitted.writtenAt());
            assertEquals(Optional.of(shop.at("14:20")), submitted.submittedAt());
        }

        @Test
        void isNotDecided() {
            author.draft(STORE, proposal);
            assertRefused(
                    "REJECT_SUGGESTION in store S1 refused, WRONG_STATE: suggestion SG1 is DRAFT; REJECT is possible when"
                            + " it is one of [SUBMITTED, DEFERRED]",
                    () -> manager.reject(STORE, "SG1", 1, "hold our price"));
        }

        @Test
        void isSubmittedByItsAuthorAlone() {
            author.draft(STORE, proposal);
            assertRefused(
                    "SUBMIT_SUGGESTION in store S1 refused, NOT_AUTHOR: suggestion SG1 is by op-1; SUBMIT is for its"
                            + " author alone",
                    () -> shop.feedback(SECOND_OPERATOR).submit(STORE, "SG1"));
        }
    }

    @Nested
    class Amending {
        @Test
        void raisesTheVersionAndChangesNothingButTheWords() {
            Suggestion first = author.submit(STORE, proposal);
            shop.clock.set(shop.at("14:20"));
            Suggestion amended = author.amend(STORE, "SG1", 1, "match 78.00");
            assertEquals(
                    new Suggestion(
                            STORE,
                            "SG1",
                            SuggestionScope.S4,
                            "E5",
                            Optional.of("match 78.00"),
                            SuggestionState.SUBMITTED,
                            2,
                            OPERATOR,
                            Set.of(),
                            first.writtenAt(),
                            first.submittedAt(),
                            Optional.empty(),
                            "1"),
                    amended);
        }

        @Test
        void isForTheAuthorAlone() {
            author.submit(STORE, proposal);
            assertRefused(
                    "AMEND_SUGGESTION in store S1 refused, NOT_AUTHOR: suggestion SG1 is by op-1; AMEND is for its author"
                            + " alone",
                    () -> shop.feedback(SECOND_OPERATOR).amend(STORE, "SG1", 1, "match 1.00"));
        }

        @Test
        void takesTheRightOfTheSuggestionsScope() {
            author.submit(STORE, new Proposal("SG2", SuggestionScope.S2, "DA", "start earlier"));
            assertDenied(
                    "data-1 may not AMEND_SUGGESTION in store S1: the right SUGGEST:S2 is missing. It is held by [op-1,"
                            + " op-2]",
                    () -> shop.feedback(DATA).amend(STORE, "SG2", 1, "start later"));
        }

        @Test
        void isRefusedOfAVersionThatHasPassed() {
            author.submit(STORE, proposal);
            author.amend(STORE, "SG1", 1, "match 78.00");
            assertRefused(
                    "AMEND_SUGGESTION in store S1 refused, VERSION_PASSED: version 2 of suggestion SG1 stands, not 1;"
                            + " read it again",
                    () -> author.amend(STORE, "SG1", 1, "match 77.00"));
        }

        @Test
        void submitsADeferredOneAgainWithoutTheDecision() {
            author.submit(STORE, proposal);
            manager.defer(STORE, "SG1", 1, "after the weekend");
            Suggestion again = author.amend(STORE, "SG1", 1, "match 78.00 from Monday");
            assertEquals(SuggestionState.SUBMITTED, again.state());
            assertEquals(Optional.empty(), again.answer());
        }

        @Test
        void ofNothingIsRefused() {
            assertRefused(
                    "AMEND_SUGGESTION in store S1 refused, NO_SUCH_SUGGESTION: store S1 has no suggestion SG9",
                    () -> author.amend(STORE, "SG9", 1, "text"));
        }

        @Test
        void ofNothingIsDeniedToWhoMaySuggestNothing() {
            assertDenied(
                    "mgr-1 may not AMEND_SUGGESTION in store S1: the right SUGGEST:S1 is missing. It is held by [op-1,"
                            + " op-2]",
                    () -> manager.amend(STORE, "SG9", 1, "text"));
        }
    }

    @Nested
    class Withdrawing {
        @Test
        void isForGood() {
            author.submit(STORE, proposal);
            manager.defer(STORE, "SG1", 1, "after the weekend");
            Suggestion withdrawn = author.withdraw(STORE, "SG1");
            assertEquals(SuggestionState.WITHDRAWN, withdrawn.state());
            assertEquals(Optional.empty(), withdrawn.answer());
            assertRefused(
                    "AMEND_SUGGESTION in store S1 refused, WRONG_STATE: suggestion SG1 is WITHDRAWN; AMEND is possible"
                            + " when it is one of [DRAFT, SUBMITTED, DEFERRED]",
                    () -> author.amend(STORE, "SG1", 1, "match 78.00"));
        }

        @Test
        void isForTheAuthorAlone() {
            author.submit(STORE, proposal);
            assertRefused(
                    "WITHDRAW_SUGGESTION in store S1 refused, NOT_AUTHOR: suggestion SG1 is by op-1; WITHDRAW is for its"
                            + " author alone",
                    () -> shop.feedback(DATA).withdraw(STORE, "SG1"));
        }
    }

    @Nested
    class Deciding {
        @BeforeEach
        void submitted() {
            author.submit(STORE, proposal);
            shop.clock.set(shop.at("14:30"));
        }

        @Test
        void rejectsWithAReason() {
            Suggestion rejected = manager.reject(STORE, "SG1", 1, "hold our price");
            assertEquals(SuggestionState.REJECTED, rejected.state());
            assertEquals(
                    Optional.of(new Suggestion.Answer(MANAGER, shop.at("14:30"), Optional.of("hold our price"))),
                    rejected.answer());
            assertEquals(rejected, author.getSuggestion(STORE, "SG1"));
            assertEquals(List.of(), shop.tasks(MANAGER).givenTo(STORE, OPERATOR));
        }

        @Test
        void isRefusedWithoutAReason() {
            assertRefused(
                    "REJECT_SUGGESTION in store S1 refused, REASON_MISSING: REJECT needs a reason, which tells"
                            + " op-1 why",
                    () -> manager.reject(STORE, "SG1", 1, " "));
            assertRefused(
                    "DEFER_SUGGESTION in store S1 refused, REASON_MISSING: DEFER needs a reason, which tells"
                            + " op-1 why",
                    () -> manager.defer(STORE, "SG1", 1, ""));
        }

        @Test
        void isDeniedWithoutTheRightAndNamesWhoHoldsIt() {
            assertDenied(
                    "op-2 may not REJECT_SUGGESTION in store S1: the right DECIDE:SUGGESTION is missing. It is held by"
                            + " [mgr-1]",
                    () -> shop.feedback(SECOND_OPERATOR).reject(STORE, "SG1", 1, "no"));
        }

        @Test
        void isRefusedOfWordsThatTheManagerHasNotSeen() {
            author.amend(STORE, "SG1", 1, "match 1.00");
            assertRefused(
                    "ACCEPT_SUGGESTION in store S1 refused, VERSION_PASSED: version 2 of suggestion SG1 stands, not 1;"
                            + " read it again",
                    () -> manager.accept(STORE, "SG1", 1, terms));
            assertEquals(List.of(), shop.tasks(MANAGER).givenTo(STORE, OPERATOR));
        }

        @Test
        void mayFollowADeferral() {
            manager.defer(STORE, "SG1", 1, "after the weekend");
            assertEquals(
                    "suggestion/SG1", manager.accept(STORE, "SG1", 1, terms).id());
            assertEquals(
                    SuggestionState.ACCEPTED,
                    manager.getSuggestion(STORE, "SG1").state());
        }

        @Test
        void isForGoodOnceAccepted() {
            manager.accept(STORE, "SG1", 1, terms);
            assertRefused(
                    "REJECT_SUGGESTION in store S1 refused, WRONG_STATE: suggestion SG1 is ACCEPTED; REJECT is possible"
                            + " when it is one of [SUBMITTED, DEFERRED]",
                    () -> manager.reject(STORE, "SG1", 1, "after all"));
        }
    }

    @Nested
    class Accepting {
        @BeforeEach
        void submitted() {
            author.submit(STORE, proposal);
            shop.clock.set(shop.at("14:30"));
        }

        @Test
        void givesATaskInTheSameCommit() {
            Task given = manager.accept(STORE, "SG1", 1, terms);
            assertEquals(
                    new Task(
                            STORE,
                            "suggestion/SG1",
                            new Instruction(
                                    "SUGGESTION",
                                    Optional.of(Target.of("suggestion", "SG1")),
                                    Optional.empty(),
                                    List.of(),
                                    Optional.of("set the price to 79.00"),
                                    shop.at("18:00")),
                            OPERATOR,
                            TaskState.ASSIGNED,
                            new Stamp(MANAGER, shop.at("14:30"), "1"),
                            new TaskCourse(shop.at("14:30"), Optional.empty(), Optional.empty(), false, 0),
                            Optional.empty(),
                            Optional.empty()),
                    given);
            assertEquals(List.of(given), shop.tasks(OPERATOR).givenTo(STORE, OPERATOR));
            assertEquals(2, shop.records().size());
        }

        @Test
        void givesATaskOfANameOfItsOwnThatNoOtherHas() {
            TaskTerms named = new TaskTerms(OPERATOR, "do it", shop.at("18:00"), Optional.of("T7"));
            assertEquals("T7", manager.accept(STORE, "SG1", 1, named).id());
            author.submit(STORE, new Proposal("SG2", SuggestionScope.S4, "E5", "do it twice"));
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> manager.accept(STORE, "SG2", 1, named));
            assertEquals("EXISTS", refused.refusal().code());
        }

        @Test
        void leavesNeitherIfTheCommitFails() {
            shop.storage.beforeNextCommit(() -> {
                throw new IllegalStateException("disk full");
            });
            assertThrows(IllegalStateException.class, () -> manager.accept(STORE, "SG1", 1, terms));
            assertEquals(List.of(), shop.tasks(MANAGER).givenTo(STORE, OPERATOR));
            assertEquals(
                    SuggestionState.SUBMITTED,
                    manager.getSuggestion(STORE, "SG1").state());
        }

        @Test
        void isRefusedForAnAssigneeWhoCannotDoIt() {
            assertRefused(
                    "ACCEPT_SUGGESTION in store S1 refused, ASSIGNEE_CANNOT_ACT: data-1 does not hold EXECUTE:X5, so a"
                            + " task would be lost. It can be given to [op-1, op-2]",
                    () -> manager.accept(STORE, "SG1", 1, new TaskTerms(DATA, "do it", shop.at("18:00"))));
        }

        @Test
        void asksForTheAssigneesRightAtTheInstantOfTheAcceptance() {
            shop.assign(StoreFixture.leaves(DAY.minusDays(1)));
            assertRefused(
                    "ACCEPT_SUGGESTION in store S1 refused, ASSIGNEE_CANNOT_ACT: op-1 does not hold EXECUTE:X5, so a"
                            + " task would be lost. It can be given to [op-2]",
                    () -> manager.accept(STORE, "SG1", 1, terms));
        }

        @Test
        void saysThatNobodyCanDoIt() {
            StoreFixture alone = StoreFixture.open();
            alone.clock.set(alone.at("14:30"));
            alone.feedback(OPERATOR).submit(STORE, proposal);
            alone.assign(StoreFixture.leaves(DAY.minusDays(1)));
            assertRefused(
                    "ACCEPT_SUGGESTION in store S1 refused, ASSIGNEE_CANNOT_ACT: op-1 does not hold EXECUTE:X5, so a"
                            + " task would be lost. Nobody holds it now",
                    () -> alone.feedback(MANAGER).accept(STORE, "SG1", 1, terms));
        }

        @Test
        void isRefusedIfTheInstructionWouldBeOverdueAtOnce() {
            assertRefused(
                    "ACCEPT_SUGGESTION in store S1 refused, DUE_PASSED: the task would be due at"
                            + " 2024-06-16T06:30:00Z, and now is 2024-06-16T06:30:00Z; give it a later instant",
                    () -> manager.accept(STORE, "SG1", 1, new TaskTerms(OPERATOR, "do it", shop.at("14:30"))));
        }

        @Test
        void refusesTermsThatSayNothingOrAreFinerThanTheStorageKeeps() {
            IllegalArgumentException blank =
                    assertThrows(IllegalArgumentException.class, () -> new TaskTerms(OPERATOR, "", Instant.EPOCH));
            assertEquals("The task to op-1 says nothing; its text is blank", blank.getMessage());
            IllegalArgumentException fine = assertThrows(
                    IllegalArgumentException.class, () -> new TaskTerms(OPERATOR, "do it", Instant.EPOCH.plusNanos(1)));
            assertEquals(
                    "A task is due at a whole microsecond, not at 1970-01-01T00:00:00.000000001Z", fine.getMessage());
        }

        @Test
        void changesNothingOfWhatItIsAbout() {
            shop.work(DAY, 2);
            author.submit(STORE, new Proposal("SG2", SuggestionScope.S1, slot(1).toString(), "say it again"));
            var before = shop.rowsBut("suggestion", "task", "audit");
            assertTrue(before.keySet().stream().anyMatch(key -> key.startsWith("release")), before::toString);
            assertTrue(before.keySet().stream().anyMatch(key -> key.startsWith("delivery")), before::toString);
            manager.accept(STORE, "SG2", 1, terms(shop));
            assertEquals(before, shop.rowsBut("suggestion", "task", "audit"));
        }
    }

    private static TaskTerms terms(StoreFixture shop) {
        return new TaskTerms(OPERATOR, "do it", shop.clock.instant().plusSeconds(3600));
    }

    @Nested
    class ARepeatedCommand {
        @Test
        void givesTheFirstResultWhateverBecameOfItSince() {
            Suggestion first = under(OPERATOR, "c-1").submit(STORE, proposal);
            author.amend(STORE, "SG1", 1, "match 78.00");
            manager.reject(STORE, "SG1", 2, "hold our price");
            assertEquals(first, under(OPERATOR, "c-1").submit(STORE, proposal));
            assertEquals(
                    SuggestionState.REJECTED,
                    manager.getSuggestion(STORE, "SG1").state());
        }

        @Test
        void givesTheFirstDecision() {
            author.submit(STORE, proposal);
            Suggestion deferred = under(MANAGER, "c-1").defer(STORE, "SG1", 1, "after the weekend");
            author.amend(STORE, "SG1", 1, "match 78.00");
            assertEquals(deferred, under(MANAGER, "c-1").defer(STORE, "SG1", 1, "after the weekend"));
            assertEquals(
                    SuggestionState.SUBMITTED,
                    manager.getSuggestion(STORE, "SG1").state());
        }

        @Test
        void givesOneInstruction() {
            author.submit(STORE, proposal);
            Task first = under(MANAGER, "c-1").accept(STORE, "SG1", 1, terms);
            int lines = shop.trail().size();
            assertEquals(first, under(MANAGER, "c-1").accept(STORE, "SG1", 1, terms));
            assertEquals(List.of(first), shop.tasks(MANAGER).givenTo(STORE, OPERATOR));
            assertEquals(lines, shop.trail().size());
        }

        @Test
        void isRefusedForOtherWords() {
            author.submit(STORE, proposal);
            under(OPERATOR, "c-1").amend(STORE, "SG1", 1, "match 78.00");
            assertThrows(
                    CommandReusedException.class, () -> under(OPERATOR, "c-1").amend(STORE, "SG1", 1, "match 77.00"));
        }

        @Test
        void givesTheSuggestionAsItStandsOnceTheTrailIsRedacted() {
            under(OPERATOR, "c-1").submit(STORE, proposal);
            long line = shop.trail().get(shop.trail().size() - 1).number();
            shop.storage.commit(Changes.of(STORE, CommitId.of("redaction"))
                    .redact(AuditEntry.TABLE, AuditEntry.key(STORE, line), AuditEntry.PERSONAL)
                    .redact(Suggestion.TABLE, Suggestion.key(STORE, "SG1"), Suggestion.PERSONAL));
            Suggestion again = under(OPERATOR, "c-1").submit(STORE, proposal);
            assertEquals(Optional.empty(), again.text());
            assertEquals(SuggestionState.SUBMITTED, again.state());
        }
    }

    @Nested
    class Reading {
        @Test
        void listsByStateInTheOrderAskedThenById() {
            for (String id : List.of("SG3", "SG1", "SG2")) {
                author.submit(STORE, new Proposal(id, SuggestionScope.S1, "E5", "text"));
            }
            author.draft(STORE, new Proposal("SG0", SuggestionScope.S1, "E5", "text"));
            manager.reject(STORE, "SG1", 1, "no");
            assertEquals(List.of("SG0", "SG2", "SG3", "SG1"), ids(manager.suggestions(STORE)));
            assertEquals(
                    List.of("SG1", "SG2", "SG3"),
                    ids(manager.suggestions(STORE, SuggestionState.REJECTED, SuggestionState.SUBMITTED)));
            assertEquals(List.of(), manager.suggestions(STORE, SuggestionState.DEFERRED));
        }

        private List<String> ids(List<Suggestion> suggestions) {
            return suggestions.stream().map(Suggestion::id).toList();
        }

        @Test
        void namesWhatIsNotThere() {
            IllegalArgumentException none =
                    assertThrows(IllegalArgumentException.class, () -> manager.getSuggestion(STORE, "SG9"));
            assertEquals("Store S1 has no suggestion SG9", none.getMessage());
            assertEquals(Optional.empty(), manager.findSuggestion(STORE, "SG9"));
        }

        @Test
        void isDeniedToStrangers() {
            WorkFeedback stranger = shop.feedback(STRANGER);
            String why = " in store S1: the right SUGGEST:S1 is missing. It is held by [op-1, op-2]";
            assertDenied("guest-1 may not READ_SUGGESTIONS" + why, () -> stranger.getSuggestion(STORE, "SG1"));
            assertDenied("guest-1 may not READ_SUGGESTIONS" + why, () -> stranger.findSuggestion(STORE, "SG1"));
            assertDenied("guest-1 may not READ_SUGGESTIONS" + why, () -> stranger.suggestions(STORE));
            assertDenied(
                    "guest-1 may not READ_TASKS in store S1: the right EXECUTE:X5 is missing. It is held by [op-1, op-2]",
                    () -> shop.tasks(STRANGER).givenTo(STORE, OPERATOR));
        }

        @Test
        void listsTasksByTheirDueInstant() {
            for (String id : List.of("SG1", "SG2")) {
                author.submit(STORE, new Proposal(id, SuggestionScope.S1, "E5", "text"));
            }
            manager.accept(STORE, "SG1", 1, new TaskTerms(OPERATOR, "later", shop.at("19:00")));
            manager.accept(STORE, "SG2", 1, new TaskTerms(OPERATOR, "sooner", shop.at("18:00")));
            assertEquals(
                    List.of("suggestion/SG2", "suggestion/SG1"),
                    shop.tasks(OPERATOR).givenTo(STORE, OPERATOR).stream()
                            .map(Task::id)
                            .toList());
            assertEquals(List.of(), shop.tasks(OPERATOR).givenTo(STORE, SECOND_OPERATOR));
        }
    }

    @Test
    void aSuggestionThatContradictsItselfIsNone() {
        Suggestion submitted = author.submit(STORE, proposal);
        IllegalArgumentException undecided = assertThrows(
                IllegalArgumentException.class, () -> copy(submitted, SuggestionState.REJECTED, submitted.version()));
        assertEquals("Suggestion SG1 is REJECTED, and there is no decision", undecided.getMessage());
        IllegalArgumentException early =
                assertThrows(IllegalArgumentException.class, () -> copy(submitted, submitted.state(), 0));
        assertEquals("Suggestion SG1 has a version of 1 or more, not 0", early.getMessage());
    }

    private static Suggestion copy(Suggestion known, SuggestionState state, int version) {
        return new Suggestion(
                known.store(),
                known.id(),
                known.scope(),
                known.about(),
                known.text(),
                state,
                version,
                known.author(),
                known.onBehalfOf(),
                known.writtenAt(),
                known.submittedAt(),
                known.answer(),
                known.rules());
    }
}
