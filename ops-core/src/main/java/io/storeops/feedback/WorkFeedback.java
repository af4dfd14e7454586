package io.storeops.feedback;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Act;
import io.storeops.act.Acts;
import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
    private final Acts acts;
    private final Supplier<Caller> caller;

    /**
     * The duty of a person.
     *
     * @param acts the pattern of every act
     * @param caller the person, with the command id of the next call
     */
    public WorkFeedback(Acts acts, Supplier<Caller> caller) {
        this.acts = requireNonNull(acts, "acts");
        this.caller = requireNonNull(caller, "caller");
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
        return perform(store, by -> ReviseSuggestion.submit(by.command(), id));
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
        return perform(store, by -> ReviseSuggestion.amend(by.command(), id, version, text));
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
        return perform(store, by -> ReviseSuggestion.withdraw(by.command(), id));
    }

    /**
     * Accepts somebody else's suggestion, which gives an instruction in the same commit. The assignee must hold EXECUTE:X5 at
     * the instant of the acceptance.
     *
     * @param store the store
     * @param id the suggestion
     * @param version the version that is accepted, 1 or more
     * @param terms who is to do what by when
     * @return the instruction
     * @throws io.storeops.act.RefusedException VERSION_PASSED naming the version that stands; DUE_PASSED if the instruction
     *     would be due now or earlier; ASSIGNEE_CANNOT_ACT naming who can
     */
    public Instruction accept(StoreId store, String id, int version, Instruction.Terms terms) {
        return perform(store, by -> new AcceptSuggestion(id, version, terms));
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
        return perform(store, by -> new AnswerSuggestion(by.command(), SuggestionEvent.REJECT, id, version, reason));
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
        return perform(store, by -> new AnswerSuggestion(by.command(), SuggestionEvent.DEFER, id, version, reason));
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
                caller.get(),
                store,
                FeedbackEntries.READ_SUGGESTIONS,
                context -> SuggestionAct.find(context, id).map(Versioned::value));
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
                caller.get(),
                store,
                FeedbackEntries.READ_SUGGESTIONS,
                context -> asked.stream()
                        .distinct()
                        .flatMap(state -> inState(context, state))
                        .toList());
    }

    private static Stream<Suggestion> inState(Context context, SuggestionState state) {
        return context
                .rows()
                .all(Query.of(Suggestion.TABLE, context.store().id(), Suggestion.BY_STATE)
                        .where(state.name()))
                .stream();
    }

    /**
     * The instructions that a person was given.
     *
     * @param store the store
     * @param assignee the person
     * @return the instructions by due instant, then by id
     */
    public List<Instruction> instructions(StoreId store, ActorId assignee) {
        return acts.look(
                caller.get(),
                store,
                FeedbackEntries.READ_INSTRUCTIONS,
                context -> context.rows()
                        .all(Query.of(Instruction.TABLE, context.store().id(), Instruction.BY_ASSIGNEE)
                                .where(assignee.value())));
    }

    private Suggestion write(StoreId store, SuggestionEvent event, Proposal proposal) {
        return perform(store, by -> new WriteSuggestion(by.command(), event, proposal));
    }

    private <R> R perform(StoreId store, Function<Caller, Act<R>> act) {
        Caller by = caller.get();
        return acts.perform(by, store, act.apply(by));
    }
}
