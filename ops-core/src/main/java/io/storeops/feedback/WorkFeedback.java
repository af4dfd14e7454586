package io.storeops.feedback;

import io.storeops.act.Move;
import io.storeops.act.PersonalActs;
import io.storeops.evidence.Target;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import io.storeops.task.GivenTasks;
import io.storeops.task.Task;
import io.storeops.task.TaskTerms;
import java.util.List;
import java.util.Optional;

/**
 * Duty 5 in the hands of one person: suggestions (建议权) and the decisions on them (R84, R85). A suggestion goes from DRAFT or
 * at once to SUBMITTED, and on as {@link SuggestionState#MACHINE} lists; it never changes the thing that it is about. Writing
 * takes the right of its scope, as in SUGGEST:S4; amending and withdrawing are for its author; deciding takes
 * DECIDE:SUGGESTION and is never for its author, for whom the author stood in, or in the name of either. Thread-safe.
 *
 * <p>Each amendment raises the version, and whoever amends or decides names the one that they have seen.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing, with the code
 * SELF_DECISION for a decision on one's own suggestion; {@link io.storeops.failure.NotEnrolledException} if the store is not known;
 * {@link io.storeops.storage.StorageException}; and {@link IllegalArgumentException} if an id breaks the rule of
 * {@link io.storeops.id.IdText} or a text is blank. Acts throw {@link io.storeops.failure.RefusedException}: EXISTS or
 * NO_SUCH_SUGGESTION; WRONG_STATE if the machine does not list the event; NOT_AUTHOR naming the author; VERSION_PASSED naming the
 * version that stands; REASON_MISSING if a reason is blank.
 */
public final class WorkFeedback {
    private final PersonalActs acts;

    WorkFeedback(PersonalActs acts) {
        this.acts = acts;
    }

    /**
     * Writes a suggestion without submitting it. Readers of suggestions see it, nobody can decide on it.
     *
     * @param store the store
     * @param proposal what to suggest
     * @return the draft, version 1
     */
    public Suggestion draft(StoreId store, Proposal proposal) {
        return write(store, SuggestionEvent.DRAFT, proposal);
    }

    /**
     * Writes and submits a suggestion.
     *
     * @param store the store
     * @param proposal what to suggest
     * @return the suggestion, version 1
     */
    public Suggestion submit(StoreId store, Proposal proposal) {
        return write(store, SuggestionEvent.SUBMIT, proposal);
    }

    /**
     * Submits one's draft as it stands.
     *
     * @param store the store
     * @param id the draft
     * @return the suggestion, its version as before
     */
    public Suggestion submit(StoreId store, String id) {
        return acts.perform(
                store, ofAuthor(SuggestionEvent.SUBMIT, id).becoming((context, known, to) -> known.moved(context, to)));
    }

    /**
     * Says something else instead. A deferred suggestion is submitted again by it.
     *
     * @param store the store
     * @param id one's own suggestion
     * @param version the version that is amended, 1 or more
     * @param text what is suggested now; not blank
     * @return the suggestion, its version raised by one
     */
    public Suggestion amend(StoreId store, String id, int version, String text) {
        Proposal.requireText(id, text);
        return acts.perform(
                store,
                ofAuthor(SuggestionEvent.AMEND, id, version, text)
                        .seen(version, Suggestion::version)
                        .becoming((context, known, to) -> known.amended(context, to, text)));
    }

    /**
     * Takes a suggestion back, for good.
     *
     * @param store the store
     * @param id one's own suggestion
     * @return the suggestion
     */
    public Suggestion withdraw(StoreId store, String id) {
        return acts.perform(
                store,
                ofAuthor(SuggestionEvent.WITHDRAW, id).becoming((context, known, to) -> known.moved(context, to)));
    }

    /**
     * Accepts somebody else's suggestion, which gives a task in the same commit. The assignee must hold EXECUTE:X5 then.
     *
     * @param store the store
     * @param id the suggestion
     * @param version the version that is accepted, 1 or more
     * @param terms who is to do what by when
     * @return the task
     * @throws io.storeops.failure.RefusedException DUE_PASSED if the task would be due already; ASSIGNEE_CANNOT_ACT naming who can
     */
    public Task accept(StoreId store, String id, int version, TaskTerms terms) {
        Target origin = Target.of(Suggestion.TABLE.name(), id);
        return acts.perform(
                store,
                ofDecider(SuggestionEvent.ACCEPT, id, version, terms)
                        .unless((context, known) -> terms.refusal(context))
                        .becoming((context, known, to) -> known.answered(context, to, Optional.empty()))
                        .also((context, done) -> GivenTasks.given(GivenTasks.of(context, origin, terms), done))
                        .giving((context, written) -> written.get(Task.TABLE)));
    }

    /**
     * Rejects somebody else's suggestion, for good.
     *
     * @param store the store
     * @param id the suggestion
     * @param version the version that is rejected, 1 or more
     * @param reason why
     * @return the suggestion
     */
    public Suggestion reject(StoreId store, String id, int version, String reason) {
        return answer(store, SuggestionEvent.REJECT, id, version, reason);
    }

    /**
     * Puts somebody else's suggestion off. It can be accepted, rejected, amended or withdrawn later.
     *
     * @param store the store
     * @param id the suggestion
     * @param version the version that is deferred, 1 or more
     * @param reason why
     * @return the suggestion
     */
    public Suggestion defer(StoreId store, String id, int version, String reason) {
        return answer(store, SuggestionEvent.DEFER, id, version, reason);
    }

    /**
     * A suggestion as it stands.
     *
     * @param store the store
     * @param id the suggestion
     * @return the suggestion
     * @throws IllegalArgumentException if there is no such suggestion
     */
    public Suggestion getSuggestion(StoreId store, String id) {
        return findSuggestion(store, id)
                .orElseThrow(() -> new IllegalArgumentException("Store " + store + " has no suggestion " + id));
    }

    /**
     * A suggestion as it stands.
     *
     * @param store the store
     * @param id the suggestion
     * @return the suggestion, empty if there is none
     */
    public Optional<Suggestion> findSuggestion(StoreId store, String id) {
        return acts.look(
                store, FeedbackModule.READ_SUGGESTIONS, context -> FeedbackModule.SUGGESTIONS.find(context, id));
    }

    /**
     * The suggestions of a store.
     *
     * @param store the store
     * @param states only those in one of these states; all if none is named
     * @return the suggestions by state in the order named, then by id
     */
    public List<Suggestion> suggestions(StoreId store, SuggestionState... states) {
        List<SuggestionState> asked = List.of(states.length == 0 ? SuggestionState.values() : states);
        return acts.look(
                store,
                FeedbackModule.READ_SUGGESTIONS,
                context -> asked.stream()
                        .distinct()
                        .flatMap(
                                state -> context
                                        .rows()
                                        .all(Query.of(Suggestion.TABLE, store, Suggestion.BY_STATE)
                                                .where(state))
                                        .stream())
                        .toList());
    }

    private Suggestion write(StoreId store, SuggestionEvent event, Proposal proposal) {
        return acts.perform(
                store,
                FeedbackModule.SUGGESTIONS
                        .begin(
                                event,
                                proposal.id(),
                                (context, to) -> Suggestion.written(context, proposal, to),
                                proposal)
                        .asking(proposal.scope().right()));
    }

    private Suggestion answer(StoreId store, SuggestionEvent event, String id, int version, String reason) {
        return acts.perform(
                store,
                ofDecider(event, id, version, reason)
                        .because(reason, Suggestion::author)
                        .becoming((context, known, to) -> known.answered(context, to, Optional.of(reason))));
    }

    private static Move<Suggestion, SuggestionState, SuggestionEvent, Suggestion> ofAuthor(
            SuggestionEvent event, String id, Object... arguments) {
        return FeedbackModule.SUGGESTIONS
                .move(event, id, arguments)
                .asking(known -> known.scope().right())
                .ofAuthor(Suggestion::author);
    }

    private static Move<Suggestion, SuggestionState, SuggestionEvent, Suggestion> ofDecider(
            SuggestionEvent event, String id, int version, Object decision) {
        return FeedbackModule.SUGGESTIONS
                .move(event, id, version, decision)
                .submittedBy(Suggestion::submitters)
                .seen(version, Suggestion::version);
    }
}
