package io.storeops.feedback;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Move;
import io.storeops.act.PersonalActs;
import io.storeops.act.Refusal;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import io.storeops.task.Task;
import io.storeops.task.TaskModule;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Duty 5 in the hands of one person: suggestions (建议权) and the decisions on them (R84, R85). A suggestion goes from DRAFT or
 * at once to SUBMITTED, and on as {@link SuggestionState#MACHINE} lists; it never changes the thing that it is about. Writing
 * takes the right of its scope, as in SUGGEST:S4; amending and withdrawing are for its author; deciding takes
 * DECIDE:SUGGESTION and is never for its author, for whom the author stood in, or for a deputy of either. Thread-safe.
 *
 * <p><b>Versions.</b> Each amendment raises the version. Whoever amends or decides names the version that they have seen, so
 * nobody overwrites or accepts words that they have not read.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.act.DeniedException} if a right is missing, with the code
 * SELF_DECISION for a decision on one's own suggestion; {@link io.storeops.act.NotEnrolledException} if the store is not known;
 * {@link io.storeops.storage.StorageException}; and {@link IllegalArgumentException} if an id breaks the rule of
 * {@link io.storeops.id.IdText} or a text is blank. Acts throw {@link io.storeops.act.RefusedException} with the codes named
 * at the method, and with WRONG_STATE if the machine does not list the event in the suggestion's state and NO_SUCH_SUGGESTION
 * if there is none.
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
     * @throws io.storeops.act.RefusedException EXISTS if the store has a suggestion of this id
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
     * @throws io.storeops.act.RefusedException EXISTS if the store has a suggestion of this id, a draft included
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
     * @throws io.storeops.act.RefusedException NOT_AUTHOR naming the author
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
     * @throws io.storeops.act.RefusedException NOT_AUTHOR naming the author; VERSION_PASSED naming the version that stands
     */
    public Suggestion amend(StoreId store, String id, int version, String text) {
        Proposal.requireText(id, text);
        return acts.perform(
                store,
                ofAuthor(SuggestionEvent.AMEND, id, version, text)
                        .unless(passed(version))
                        .becoming((context, known, to) -> known.amended(context, to, text)));
    }

    /**
     * Takes a suggestion back, for good.
     *
     * @param store the store
     * @param id one's own suggestion
     * @return the suggestion
     * @throws io.storeops.act.RefusedException NOT_AUTHOR naming the author
     */
    public Suggestion withdraw(StoreId store, String id) {
        return acts.perform(
                store,
                ofAuthor(SuggestionEvent.WITHDRAW, id).becoming((context, known, to) -> known.moved(context, to)));
    }

    /**
     * Accepts somebody else's suggestion, which gives a task in the same commit. The assignee must hold EXECUTE:X5 at
     * the instant of the acceptance.
     *
     * @param store the store
     * @param id the suggestion
     * @param version the version that is accepted, 1 or more
     * @param terms who is to do what by when
     * @return the task
     * @throws io.storeops.act.RefusedException VERSION_PASSED naming the version that stands; DUE_PASSED if the task
     *     would be due now or earlier; ASSIGNEE_CANNOT_ACT naming who can
     */
    public Task accept(StoreId store, String id, int version, Task.Terms terms) {
        return acts.perform(
                store,
                ofDecider(SuggestionEvent.ACCEPT, id, version, terms)
                        .unless((context, known) -> terms.refusal(context))
                        .becoming((context, known, to) -> known.answered(context, to, Optional.empty()))
                        .also((context, done) -> done.with(List.of(Edit.insert(
                                Task.TABLE,
                                Task.of(
                                        context,
                                        Target.of(
                                                FeedbackModule.SUGGESTIONS
                                                        .machine()
                                                        .thing(),
                                                id),
                                        terms)))))
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
     * @throws io.storeops.act.RefusedException REASON_MISSING if the reason is blank; VERSION_PASSED naming the version that
     *     stands
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
     * @throws io.storeops.act.RefusedException REASON_MISSING if the reason is blank; VERSION_PASSED naming the version that
     *     stands
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
                        .flatMap(state -> context
                                .rows()
                                .all(Query.of(Suggestion.TABLE, store, Suggestion.BY_STATE)
                                        .where(state.name()))
                                .stream())
                        .toList());
    }

    /**
     * The tasks that a person was given.
     *
     * @param store the store
     * @param assignee the person
     * @return the tasks by due instant, then by id
     */
    public List<Task> tasks(StoreId store, ActorId assignee) {
        return acts.look(store, TaskModule.READ_TASKS, context -> TaskModule.tasksOf(context, assignee));
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
                        .unless((context, known) -> reasonMissing(event, known, reason))
                        .becoming((context, known, to) -> known.answered(context, to, Optional.of(reason))));
    }

    private static Move<Suggestion, SuggestionState, SuggestionEvent, Suggestion> ofAuthor(
            SuggestionEvent event, String id, Object... arguments) {
        return FeedbackModule.SUGGESTIONS
                .move(event, id, arguments)
                .asking(known -> known.scope().right())
                .unless((context, known) -> known.author().equals(context.actor())
                        ? Optional.empty()
                        : Optional.of(new Refusal(
                                "NOT_AUTHOR",
                                "suggestion " + id + " is by " + known.author() + "; " + event
                                        + " is for its author alone")));
    }

    private static Move<Suggestion, SuggestionState, SuggestionEvent, Suggestion> ofDecider(
            SuggestionEvent event, String id, int version, Object decision) {
        return FeedbackModule.SUGGESTIONS
                .move(event, id, version, decision)
                .submittedBy(Suggestion::submitters)
                .unless(passed(version));
    }

    /** Nobody changes, or decides on, words that they have not seen (R9). */
    private static BiFunction<Context, Suggestion, Optional<Refusal>> passed(int version) {
        return (context, known) -> known.version() == version
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "VERSION_PASSED",
                        "version " + known.version() + " of suggestion " + known.id() + " stands, not " + version
                                + "; read it again"));
    }

    private static Optional<Refusal> reasonMissing(SuggestionEvent event, Suggestion known, String reason) {
        return reason.isBlank()
                ? Optional.of(new Refusal(
                        "REASON_MISSING", event + " needs a reason, which tells the author " + known.author() + " why"))
                : Optional.empty();
    }
}
