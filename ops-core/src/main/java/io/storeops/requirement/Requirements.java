package io.storeops.requirement;

import io.storeops.act.Act;
import io.storeops.act.PersonalActs;
import io.storeops.evidence.Target;
import io.storeops.id.StoreId;
import io.storeops.outbox.Outbox;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Requirements (活动要求对接) in the hands of one person: asked for, confirmed, delivered, accepted, as {@link RequirementState#MACHINE} lists
 * (R73-R76). Thread-safe.
 *
 * <p>Asking, sending and accepting take EXECUTE:X4. Confirming, rejecting and delivering take ANSWER:COORDINATION_OWN of the department that
 * is asked, its own members'; of a party outside, whoever holds EXECUTE:X4 records them, with evidence attached to {@code requirement/ID}
 * (D58). From its due instant on one that is not accepted is late, and the manager is told of it by the engine, once (D56).
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing, or covers another department,
 * and {@link io.storeops.storage.StorageException}. Acts throw {@link io.storeops.failure.RefusedException}: NO_SUCH_REQUIREMENT;
 * WRONG_STATE if the machine does not list the event; REASON_MISSING; and what their methods say. Queries take one of EXECUTE:X4,
 * EXECUTE:X3, ANSWER:COORDINATION_OWN, INSTRUCT, EXECUTE:X5 or READ.
 */
public final class Requirements {
    private final PersonalActs acts;
    private final Outbox outbox;

    Requirements(PersonalActs acts, Outbox outbox) {
        this.acts = acts;
        this.outbox = outbox;
    }

    /**
     * Writes down what is asked of a party. The duty of what it comes of may refuse it: a ticket asks only while it is handled.
     *
     * @param store the store
     * @param ask what is asked of whom by when
     * @param origin what it comes of, as in {@code ticket/PT10}; empty if it simply is asked for
     * @return the requirement, OPEN
     * @throws io.storeops.failure.RefusedException EXISTS; NO_SUCH_PARTY naming those that are known; DUE_PASSED; and what the duty of its
     *     origin says
     */
    public Requirement open(StoreId store, OpenedRequirements.Ask ask, Optional<Target> origin) {
        return acts.perform(store, new OpenRequirement(ask, origin));
    }

    /**
     * Says that the party was told by word of mouth.
     *
     * @param store the store
     * @param id the requirement
     * @return the requirement, SENT
     */
    public Requirement send(StoreId store, String id) {
        return acts.perform(store, RequirementActs.send(id));
    }

    /**
     * Sends it to the party through a channel. It is SENT when the channel takes the message; where a person sends by hand (D59), when
     * that person confirms it, at the instant that they state. While a message waits there, there is no second one (D71).
     *
     * @param store the store
     * @param id the requirement
     * @param channel the channel's name in the roster
     * @return the requirement as it stands after one attempt
     * @throws io.storeops.failure.RefusedException NO_SUCH_CHANNEL naming those that the roster has; CONFIDENTIAL if data of the store's
     *     operations may not go there; REDACTED
     */
    public Requirement send(StoreId store, String id, String channel) {
        return taken(store, acts.perform(store, RequirementActs.queue(id, channel)));
    }

    private Requirement taken(StoreId store, Requirement asked) {
        outbox.deliverDue(store);
        RequirementTimers.notice(acts.acts(), store);
        return RequirementEntries.REQUIREMENTS
                .find(acts.acts().engineContext(store), asked.id())
                .orElse(asked);
    }

    /**
     * Says that the party will deliver by the due instant.
     *
     * @param store the store
     * @param id the requirement, SENT
     * @return the requirement, CONFIRMED
     * @throws io.storeops.failure.RefusedException EVIDENCE_MISSING if a party outside is said to have confirmed it and nothing was attached
     *     since it was sent
     */
    public Requirement confirm(StoreId store, String id) {
        return acts.perform(store, RequirementActs.confirm(id));
    }

    /**
     * Says that the party will not deliver. The manager is told (D57).
     *
     * @param store the store
     * @param id the requirement, SENT
     * @param reason why
     * @return the requirement, REJECTED
     */
    public Requirement reject(StoreId store, String id, String reason) {
        return sent(store, RequirementActs.reject(id, reason));
    }

    private Requirement sent(StoreId store, Act<Requirement> act) {
        Requirement done = acts.perform(store, act);
        outbox.deliverDue(store);
        return done;
    }

    /**
     * Asks for it again, by another due instant, by which it is judged from then on (D57): through the channel by which the party was told
     * first, or by word of mouth if it was told so.
     *
     * @param store the store
     * @param id the requirement, REJECTED
     * @param due by when it is to be accepted, in whole microseconds
     * @return the requirement as {@link #resend(StoreId, String, Instant, Optional)} leaves it
     * @throws io.storeops.failure.RefusedException as there
     * @throws IllegalArgumentException if the instant is finer than microseconds
     */
    public Requirement resend(StoreId store, String id, Instant due) {
        return resend(
                store,
                id,
                due,
                RequirementEntries.REQUIREMENTS
                        .find(acts.acts().engineContext(store), id)
                        .flatMap(known -> known.course().through()));
    }

    /**
     * Asks for it again, by another due instant, by which it is judged from then on (D57). Through a channel it is SENT when that takes the
     * message, or whoever sends it by hand confirms that, as the first time; until then it stays REJECTED.
     *
     * @param store the store
     * @param id the requirement, REJECTED
     * @param due by when it is to be accepted, in whole microseconds
     * @param channel the channel's name in the roster; empty for word of mouth
     * @return the requirement, SENT; through a channel, as it stands after one attempt
     * @throws io.storeops.failure.RefusedException DUE_PASSED; of a channel what {@link #send(StoreId, String, String)} says
     * @throws IllegalArgumentException if the instant is finer than microseconds
     */
    public Requirement resend(StoreId store, String id, Instant due, Optional<String> channel) {
        OpenedRequirements.checkDue(due);
        return channel.isEmpty()
                ? acts.perform(store, RequirementActs.resend(id, due))
                : taken(store, acts.perform(store, RequirementActs.queueAgain(id, due, channel.get())));
    }

    /**
     * Says that the party has delivered.
     *
     * @param store the store
     * @param id the requirement, CONFIRMED
     * @return the requirement, DELIVERED
     * @throws io.storeops.failure.RefusedException EVIDENCE_MISSING if a party outside is said to have delivered and nothing was attached
     *     since it confirmed
     */
    public Requirement deliver(StoreId store, String id) {
        return acts.perform(store, RequirementActs.deliver(id));
    }

    /**
     * Accepts what was delivered. What waited for it can go on.
     *
     * @param store the store
     * @param id the requirement, DELIVERED
     * @return the requirement, ACCEPTED
     */
    public Requirement accept(StoreId store, String id) {
        return acts.perform(store, RequirementActs.accept(id));
    }

    /**
     * Sends back what was delivered. The due instant stays (D57).
     *
     * @param store the store
     * @param id the requirement, DELIVERED
     * @param reason why
     * @return the requirement, CONFIRMED
     */
    public Requirement rework(StoreId store, String id, String reason) {
        return acts.perform(store, RequirementActs.rework(id, reason));
    }

    /**
     * A requirement as it stands.
     *
     * @param store the store
     * @param id the requirement
     * @return the requirement; empty if there is none
     */
    public Optional<Requirement> find(StoreId store, String id) {
        return acts.look(store, RequirementEntries.READ, context -> RequirementEntries.REQUIREMENTS.find(context, id));
    }

    /**
     * The requirements that came of something.
     *
     * @param store the store
     * @param origin what they came of, as in {@code ticket/PT10}
     * @return the requirements in the order of their ids
     */
    public List<Requirement> of(StoreId store, Target origin) {
        return acts.look(store, RequirementEntries.READ, context -> OpenedRequirements.of(context, origin));
    }

    /**
     * The requirements that are not accepted yet. What was accepted is not read.
     *
     * @param store the store
     * @return the requirements by due instant
     */
    public List<Requirement> open(StoreId store) {
        return acts.look(
                store,
                RequirementEntries.READ,
                context -> RequirementEntries.REQUIREMENTS.all(context, Requirement.BY_OPEN, true));
    }

    /**
     * The requirements that are late by now: not accepted, their due instant come. What was accepted is not read.
     *
     * @param store the store
     * @return the requirements by due instant
     */
    public List<Requirement> late(StoreId store) {
        return acts.look(
                store,
                RequirementEntries.READ,
                context -> RequirementEntries.REQUIREMENTS.all(context, Requirement.BY_OPEN, true).stream()
                        .filter(known -> !context.now().isBefore(known.due()))
                        .toList());
    }

    /**
     * All requirements that were due in a period.
     *
     * @param store the store
     * @param from the first date in the store's zone
     * @param to the last date, included
     * @return the requirements by due instant
     */
    public List<Requirement> due(StoreId store, LocalDate from, LocalDate to) {
        return acts.look(
                store,
                RequirementEntries.READ,
                context -> context.rows()
                        .all(Query.of(Requirement.TABLE, store, Requirement.BY_DUE)
                                .from(from.atStartOfDay(context.store().zone()).toInstant())
                                .to(to.plusDays(1)
                                        .atStartOfDay(context.store().zone())
                                        .toInstant())));
    }
}
