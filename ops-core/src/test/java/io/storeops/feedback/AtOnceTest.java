package io.storeops.feedback;

import static io.storeops.AtOnce.atOnce;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.task.Task;
import io.storeops.task.TaskTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What must hold when two people have one suggestion in their hands (R9). */
class AtOnceTest {
    private static final ActorId OTHER = ActorId.of("mgr-2");
    private static final Proposal PROPOSAL = new Proposal("SG1", SuggestionScope.S1, "E5", "match 79.00");

    private final StoreFixture shop =
            new StoreFixture.Setup().works(OTHER, "STORE_MANAGER").open();
    private final WorkFeedback author = shop.feedback(OPERATOR);
    private final TaskTerms terms =
            new TaskTerms(OPERATOR, "do it", shop.clock.instant().plusSeconds(3600));

    private Suggestion now() {
        return shop.feedback(MANAGER).getSuggestion(STORE, "SG1");
    }

    @Nested
    class BetweenLoadAndCommit {
        @Test
        void aDecisionWinsOverALaterOne() {
            author.submit(STORE, PROPOSAL);
            shop.storage.beforeNextCommit(() -> shop.feedback(OTHER).reject(STORE, "SG1", 1, "no"));
            RefusedException second = assertThrows(
                    RefusedException.class, () -> shop.feedback(MANAGER).accept(STORE, "SG1", 1, terms));
            assertEquals("WRONG_STATE", second.refusal().code());
            assertEquals(OTHER, now().answer().orElseThrow().by());
            assertEquals(List.of(), shop.tasks(OPERATOR).givenTo(STORE, OPERATOR));
        }

        @Test
        void anAmendmentIsNotDecidedUponUnseen() {
            author.submit(STORE, PROPOSAL);
            shop.storage.beforeNextCommit(() -> author.amend(STORE, "SG1", 1, "match 1.00"));
            RefusedException unseen = assertThrows(
                    RefusedException.class, () -> shop.feedback(MANAGER).accept(STORE, "SG1", 1, terms));
            assertEquals("VERSION_PASSED", unseen.refusal().code());
            assertEquals(SuggestionState.SUBMITTED, now().state());
        }

        @Test
        void anAmendmentIsNotLostByAnother() {
            author.submit(STORE, PROPOSAL);
            shop.storage.beforeNextCommit(() -> author.amend(STORE, "SG1", 1, "match 78.00"));
            RefusedException second =
                    assertThrows(RefusedException.class, () -> author.amend(STORE, "SG1", 1, "match 77.00"));
            assertEquals("VERSION_PASSED", second.refusal().code());
            assertEquals(Optional.of("match 78.00"), now().text());
        }

        @Test
        void aSuggestionOfTheSameIdIsNotOverwritten() {
            shop.storage.beforeNextCommit(
                    () -> author.draft(STORE, new Proposal("SG1", SuggestionScope.S2, "DA", "first")));
            RefusedException second = assertThrows(RefusedException.class, () -> author.submit(STORE, PROPOSAL));
            assertEquals("EXISTS", second.refusal().code());
            assertEquals(Optional.of("first"), now().text());
        }

        @Test
        void whatSomebodySuggestsMeanwhileWasNotThereToBeDecidedOn() {
            shop.assign(StoreFixture.works(OPERATOR, "STORE_MANAGER"));
            shop.storage.duringNextFind(Suggestion.TABLE, () -> author.submit(STORE, PROPOSAL));
            RefusedException early = assertThrows(RefusedException.class, () -> author.reject(STORE, "SG1", 1, "no"));
            assertEquals("NO_SUCH_SUGGESTION", early.refusal().code());
            DeniedException own = assertThrows(DeniedException.class, () -> author.reject(STORE, "SG1", 1, "no"));
            assertEquals(DeniedException.SELF_DECISION, own.code());
            assertEquals(SuggestionState.SUBMITTED, now().state());
        }
    }

    @Nested
    class InManyThreads {
        @Test
        void oneDecisionStandsAndOneTaskIsGiven() throws Exception {
            for (int round = 0; round < 20; round++) {
                String id = "SG" + round;
                author.submit(STORE, new Proposal(id, SuggestionScope.S1, "E5", "text"));
                List<Callable<String>> decisions = new ArrayList<>();
                for (ActorId decider : List.of(MANAGER, OTHER, MANAGER, OTHER)) {
                    boolean accepts = decisions.size() < 2;
                    decisions.add(() -> decided(decider, id, accepts));
                }
                List<String> outcomes = atOnce(decisions);
                assertEquals(3, outcomes.stream().filter("WRONG_STATE"::equals).count(), outcomes::toString);
                Suggestion decided = shop.feedback(MANAGER).getSuggestion(STORE, id);
                assertTrue(outcomes.contains(decided.state().name()), outcomes::toString);
                assertEquals(
                        decided.state() == SuggestionState.ACCEPTED ? 1 : 0,
                        shop.tasks(OPERATOR).givenTo(STORE, OPERATOR).stream()
                                .filter(given -> given.id().equals("suggestion/" + id))
                                .count());
            }
        }

        private String decided(ActorId decider, String id, boolean accepts) {
            try {
                if (accepts) {
                    shop.feedback(decider).accept(STORE, id, 1, terms);
                    return "ACCEPTED";
                }
                return shop.feedback(decider).reject(STORE, id, 1, "no").state().name();
            } catch (RefusedException e) {
                return e.refusal().code();
            }
        }

        @Test
        void theSameCommandHasOneEffectAndOneResult() throws Exception {
            author.submit(STORE, PROPOSAL);
            Callable<Task> command = () -> shop.ops
                    .deskOf(MANAGER)
                    .under(CommandId.of("c-1"))
                    .feedback()
                    .accept(STORE, "SG1", 1, terms);
            List<Task> results = atOnce(List.of(command, command, command, command));
            assertEquals(1, results.stream().distinct().count());
            assertEquals(
                    1,
                    shop.records().stream()
                            .filter(line -> line.record().act().equals("ACCEPT_SUGGESTION"))
                            .count());
        }
    }
}
