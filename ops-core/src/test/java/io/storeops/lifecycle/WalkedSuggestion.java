package io.storeops.lifecycle;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.feedback.Proposal;
import io.storeops.feedback.Suggestion;
import io.storeops.feedback.SuggestionEvent;
import io.storeops.feedback.SuggestionScope;
import io.storeops.feedback.SuggestionState;
import io.storeops.feedback.WorkFeedback;
import io.storeops.id.ActorId;
import io.storeops.task.TaskTerms;
import java.util.Optional;

/** One suggestion of the operator, on which the manager decides. */
final class WalkedSuggestion extends Walked<SuggestionState, SuggestionEvent> {
    private static final String ID = "SG1";

    WalkedSuggestion(StoreFixture.Setup setup) {
        super(setup);
    }

    @Override
    StateMachine<SuggestionState, SuggestionEvent> machine() {
        return SuggestionState.MACHINE;
    }

    private Optional<Suggestion> known() {
        return shop.feedback(MANAGER).findSuggestion(STORE, ID);
    }

    @Override
    Optional<SuggestionState> state() {
        return known().map(Suggestion::state);
    }

    @Override
    ActorId doer(SuggestionEvent event) {
        return switch (event) {
            case ACCEPT, REJECT, DEFER -> MANAGER;
            default -> OPERATOR;
        };
    }

    @Override
    void cause(SuggestionEvent event, ActorId by) {
        WorkFeedback desk = shop.feedback(by);
        Proposal proposal = new Proposal(ID, SuggestionScope.S4, "E5", "match 79.00");
        int version = known().map(Suggestion::version).orElse(1);
        switch (event) {
            case DRAFT -> desk.draft(STORE, proposal);
            case SUBMIT -> submit(desk, proposal);
            case AMEND -> desk.amend(STORE, ID, version, "match 78.00");
            case WITHDRAW -> desk.withdraw(STORE, ID);
            case ACCEPT ->
                desk.accept(
                        STORE,
                        ID,
                        version,
                        new TaskTerms(OPERATOR, "do it", shop.clock.instant().plusSeconds(60)));
            case REJECT -> desk.reject(STORE, ID, version, "hold our price");
            case DEFER -> desk.defer(STORE, ID, version, "after the weekend");
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }

    private void submit(WorkFeedback desk, Proposal proposal) {
        if (state().isEmpty()) {
            desk.submit(STORE, proposal);
        } else {
            desk.submit(STORE, ID);
        }
    }
}
