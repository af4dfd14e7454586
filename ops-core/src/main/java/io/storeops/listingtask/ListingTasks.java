package io.storeops.listingtask;

import io.storeops.act.Caller;
import io.storeops.act.PersonalActs;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.listing.Editors;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.task.Instruction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * New listings and optimisations (新品上架, 上下架优化) in the hands of one person, as {@link ListingPhase#MACHINE} lists (R53-R56, D31). Each
 * is a task: it is taken on, done, fed back and cancelled through {@link io.storeops.task.Tasks}, and its steps are answered through
 * {@link io.storeops.step.Steps}. Cancelling one that is live is refused ALREADY_LIVE, saying that it is done before it is live NOT_LIVE.
 * Thread-safe.
 *
 * <p>What a step is to show, and shows, is a text: the digits of a price in minor units, the SHA-256 of images with a space between them,
 * attributes as {@link ListingValue#attributes} writes them, an hour of the week as {@link ListingHour} writes it, else the text itself.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing, and
 * {@link io.storeops.storage.StorageException}. Acts throw {@link io.storeops.failure.RefusedException}: NO_SUCH_LISTING_TASK;
 * WRONG_STATE if the machine does not list the event; NO_SUCH_STEP and VALUE_UNREADABLE of values; and what their methods say.
 */
public final class ListingTasks {
    private final PersonalActs acts;
    private final Editors editors;

    ListingTasks(PersonalActs acts, Editors editors) {
        this.acts = acts;
        this.editors = editors;
    }

    /**
     * Gives somebody a listing or an optimisation, field by field. Right INSTRUCT. A task of these kinds that is given otherwise is one as
     * well, and says in words what is to be shown.
     *
     * @param store the store
     * @param id the task's id, not used yet
     * @param instruction what is to be done by when; of kind NEW_LISTING or OPTIMISE, with the steps, linked to the item
     * @param values what its steps are to show, by step
     * @param assignee who is to do it
     * @return the listing
     * @throws io.storeops.failure.RefusedException NO_LISTING if it is of another kind; STEPS_MISSING naming those that the roster asks
     *     for; STEP_TWICE; RUN_TAKEN; and what {@link io.storeops.task.Tasks#assign} is refused for
     * @throws IllegalArgumentException if it does not say what is to be done, or is due at an instant finer than microseconds
     */
    public ListingTask assign(
            StoreId store, String id, Instruction instruction, Map<String, String> values, ActorId assignee) {
        return acts.perform(store, AssignListing.of(id, instruction, values, assignee));
    }

    /**
     * Says that a listing cannot go on before somebody says what it is to show. Right EXECUTE:X3.
     *
     * @param store the store
     * @param id the task
     * @param missing the steps of which it is not said
     * @param needs who has to say it: a department, or the manager
     * @return the listing
     * @throws io.storeops.failure.RefusedException REASON_MISSING; NOT_MISSING of what is said already
     */
    public ListingTask block(StoreId store, String id, List<String> missing, String needs) {
        return acts.perform(store, ListingActs.block(id, missing, needs));
    }

    /**
     * Says what a blocked listing waits for. It goes on once all of it is said. Right INSTRUCT.
     *
     * @param store the store
     * @param id the task
     * @param values what its steps are to show, by step
     * @return the listing
     * @throws io.storeops.failure.RefusedException NOTHING_ADDED; INSTRUCTED_ALREADY
     */
    public ListingTask amend(StoreId store, String id, Map<String, String> values) {
        return acts.perform(store, new AmendInstruction(id, values));
    }

    /**
     * Reads back what the marketplace shows, and compares it. Right EXECUTE:X3. A repeated command does not read again.
     *
     * @param store the store
     * @param id the task
     * @return the listing, and what differs
     * @throws io.storeops.failure.RefusedException READ_BACK_MISSING if the marketplace does not show what it lets be read back;
     *     EVIDENCE_MISSING if it lets nothing be read back, and the evidence of the duty is not there
     * @throws io.storeops.failure.AdapterException if it cannot be read
     */
    public WentLive goLive(StoreId store, String id) {
        Caller caller = acts.caller();
        Map<String, ListedField> fields = acts.acts()
                .beforeFirst(caller, store, new GoLive(id, Map.of(), Map.of()), context -> GoLive.readable(context, id))
                .orElse(Map.of());
        Map<String, String> read = new TreeMap<>();
        if (!fields.isEmpty()) {
            Map<ListingField, ListingValue> shown = editors.shown(store, List.copyOf(fields.values()));
            fields.forEach((step, at) ->
                    Optional.ofNullable(shown.get(at.field())).ifPresent(value -> read.put(step, value.text())));
        }
        return acts.acts().perform(caller, store, new GoLive(id, Map.of(), read));
    }

    /**
     * Says what is shown, as a person reads it, and compares it. Right EXECUTE:X3.
     *
     * @param store the store
     * @param id the task
     * @param shown what is shown, by step
     * @return the listing, and what differs
     * @throws io.storeops.failure.RefusedException READ_BACK_MISSING if something that can be read back is not among it; EVIDENCE_MISSING
     *     if nothing can be read back, and the evidence of the duty is not there
     */
    public WentLive goLive(StoreId store, String id, Map<String, String> shown) {
        return acts.perform(store, new GoLive(id, shown, Map.of()));
    }

    /**
     * Confirms what is live, never what one found live oneself. What it shows is the approved content from then on (D9). Right INSTRUCT.
     *
     * @param store the store
     * @param id the task
     * @return the listing
     */
    public ListingTask confirm(StoreId store, String id) {
        return acts.perform(store, ListingActs.confirm(id));
    }

    /**
     * A listing.
     *
     * @param store the store
     * @param id the task
     * @return the listing; empty if there is no task of the id that is one
     */
    public Optional<ListingTask> find(StoreId store, String id) {
        return acts.look(store, ListingEntries.READ, context -> ListingEntries.LISTINGS.find(context, id));
    }

    /**
     * The listings in a phase.
     *
     * @param store the store
     * @param phase the phase
     * @return the listings by due instant
     */
    public List<ListingTask> in(StoreId store, ListingPhase phase) {
        return acts.look(
                store,
                ListingEntries.READ,
                context -> ListingEntries.LISTINGS.all(context, ListingTask.BY_PHASE, phase));
    }

    /**
     * What is instructed of a listing, field by field.
     *
     * @param store the store
     * @param id the task
     * @return what its steps are to show, by step; none if the instruction says it in words
     */
    public List<ListingContent> contents(StoreId store, String id) {
        return acts.look(
                store,
                ListingEntries.READ,
                context -> List.copyOf(ListingContent.of(context, id).values()));
    }
}
