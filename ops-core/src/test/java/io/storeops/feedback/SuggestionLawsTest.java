package io.storeops.feedback;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.feedback.SuggestionState.ACCEPTED;
import static io.storeops.feedback.SuggestionState.DEFERRED;
import static io.storeops.feedback.SuggestionState.DRAFT;
import static io.storeops.feedback.SuggestionState.REJECTED;
import static io.storeops.feedback.SuggestionState.SUBMITTED;
import static io.storeops.feedback.SuggestionState.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.storage.RowJson;
import io.storeops.task.TaskTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SuggestionLawsTest {
    private static final ActorId OTHER_OPERATOR = ActorId.of("op-2");
    private static final ActorId OTHER_MANAGER = ActorId.of("mgr-2");
    private static final Instant NOW = Instant.parse("2024-06-15T16:00:00Z");
    private static final Set<SuggestionState> FINAL = Set.of(ACCEPTED, REJECTED, WITHDRAWN);

    /** Domain 4.10 with the exits that a draft and a deferred suggestion need; what is not here is refused. */
    private static final Map<Optional<SuggestionState>, Map<SuggestionEvent, SuggestionState>> MACHINE = Map.of(
            Optional.empty(), Map.of(SuggestionEvent.DRAFT, DRAFT, SuggestionEvent.SUBMIT, SUBMITTED),
            Optional.of(DRAFT),
                    Map.of(
                            SuggestionEvent.AMEND, DRAFT,
                            SuggestionEvent.SUBMIT, SUBMITTED,
                            SuggestionEvent.WITHDRAW, WITHDRAWN),
            Optional.of(SUBMITTED),
                    Map.of(
                            SuggestionEvent.AMEND, SUBMITTED,
                            SuggestionEvent.WITHDRAW, WITHDRAWN,
                            SuggestionEvent.ACCEPT, ACCEPTED,
                            SuggestionEvent.REJECT, REJECTED,
                            SuggestionEvent.DEFER, DEFERRED),
            Optional.of(DEFERRED),
                    Map.of(
                            SuggestionEvent.AMEND, SUBMITTED,
                            SuggestionEvent.WITHDRAW, WITHDRAWN,
                            SuggestionEvent.ACCEPT, ACCEPTED,
                            SuggestionEvent.REJECT, REJECTED),
            Optional.of(ACCEPTED), Map.of(),
            Optional.of(REJECTED), Map.of(),
            Optional.of(WITHDRAWN), Map.of());

    /** Something that one of two people who hold the right tries. */
    private record Step(SuggestionEvent event, boolean first) {
        ActorId actor() {
            return switch (event) {
                case ACCEPT, REJECT, DEFER -> first ? MANAGER : OTHER_MANAGER;
                default -> first ? OPERATOR : OTHER_OPERATOR;
            };
        }

        boolean authors() {
            return event == SuggestionEvent.AMEND
                    || event == SuggestionEvent.WITHDRAW
                    || event == SuggestionEvent.SUBMIT;
        }
    }

    @Provide
    Arbitrary<List<Step>> walks() {
        return Arbitraries.of(SuggestionEvent.class)
                .flatMap(event -> Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.just(new Step(event, true))),
                        Tuple.of(1, Arbitraries.just(new Step(event, false)))))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 200)
    void walksFollowTheMachineAndChangeNothingElse(@ForAll("walks") List<Step> walk) {
        StoreFixture shop = new StoreFixture.Setup()
                .works(OTHER_OPERATOR, "OPERATOR")
                .works(OTHER_MANAGER, "STORE_MANAGER")
                .open();
        SortedMap<String, String> others = shop.rowsBut("suggestion", "task", "audit");
        for (Step step : walk) {
            Optional<Suggestion> before = find(shop);
            Optional<SuggestionState> expected = Optional.ofNullable(
                            MACHINE.get(before.map(Suggestion::state)).get(step.event()))
                    .filter(to -> before.isEmpty()
                            || !step.authors()
                            || before.get().author().equals(step.actor()));
            if (expected.isPresent()) {
                take(shop, step, before);
                keepsItsLaws(before, find(shop).orElseThrow(), step, expected.get());
            } else {
                SortedMap<String, String> rows = shop.rowsBut("audit");
                assertThrows(RefusedException.class, () -> take(shop, step, before), step::toString);
                assertEquals(rows, shop.rowsBut("audit"));
            }
            assertEquals(others, shop.rowsBut("suggestion", "task", "audit"));
        }
        assertEquals(
                find(shop).filter(known -> known.state() == ACCEPTED).isPresent() ? 1 : 0,
                shop.tasks(MANAGER).givenTo(STORE, OPERATOR).size());
    }

    private static Optional<Suggestion> find(StoreFixture shop) {
        return shop.feedback(MANAGER).findSuggestion(STORE, "SG1");
    }

    private static void keepsItsLaws(Optional<Suggestion> before, Suggestion after, Step step, SuggestionState to) {
        assertEquals(to, after.state());
        assertEquals(
                before.map(Suggestion::version).orElse(0)
                        + (before.isEmpty() || step.event() == SuggestionEvent.AMEND ? 1 : 0),
                after.version());
        assertEquals(before.map(Suggestion::author).orElse(step.actor()), after.author());
        assertEquals(
                false, before.map(Suggestion::state).filter(FINAL::contains).isPresent());
        assertEquals(
                before.flatMap(Suggestion::submittedAt).or(() -> to == SUBMITTED ? Optional.of(NOW) : Optional.empty()),
                after.submittedAt());
        assertEquals(after, RowJson.read(Suggestion.TABLE, STORE, RowJson.write(Suggestion.TABLE, after)));
    }

    private static void take(StoreFixture shop, Step step, Optional<Suggestion> known) {
        WorkFeedback desk = shop.feedback(step.actor());
        Proposal proposal = new Proposal("SG1", SuggestionScope.S3, "T1", "call back sooner");
        int version = known.map(Suggestion::version).orElse(1);
        switch (step.event()) {
            case DRAFT -> desk.draft(STORE, proposal);
            case SUBMIT -> {
                if (known.isPresent()) {
                    desk.submit(STORE, "SG1");
                } else {
                    desk.submit(STORE, proposal);
                }
            }
            case AMEND -> desk.amend(STORE, "SG1", version, "call back at once");
            case WITHDRAW -> desk.withdraw(STORE, "SG1");
            case ACCEPT ->
                desk.accept(
                        STORE,
                        "SG1",
                        version,
                        new TaskTerms(OPERATOR, "do it", shop.clock.instant().plusSeconds(60)));
            case REJECT -> desk.reject(STORE, "SG1", version, "no");
            case DEFER -> desk.defer(STORE, "SG1", version, "later");
        }
    }

    @Example
    void theDeclaredMachineIsTheOneOfTheDomain() {
        for (Optional<SuggestionState> from : MACHINE.keySet()) {
            for (SuggestionEvent event : SuggestionEvent.values()) {
                assertEquals(
                        Optional.ofNullable(MACHINE.get(from).get(event)),
                        SuggestionState.MACHINE.find(from, event).map(transition -> transition.to()),
                        () -> event + " from " + from);
            }
        }
        assertEquals(FINAL, SuggestionState.MACHINE.ends());
    }

    @Example
    void eachScopeHasItsRight() {
        assertEquals(
                List.of("SUGGEST:S1", "SUGGEST:S2", "SUGGEST:S3", "SUGGEST:S4"),
                SuggestionScope.rights().stream().map(Object::toString).toList());
    }
}
