package io.storeops.enrolment;

import io.storeops.act.PersonalActs;
import io.storeops.authority.Assignment;
import io.storeops.authority.Bound;
import io.storeops.authority.Role;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import java.util.List;

/**
 * Who has which post (岗位), in the hands of one person: rotation and promotion (轮换, 晋升; R88, R89). Rights follow the post that is held
 * at the instant of a command. Thread-safe.
 */
public final class Posts {
    private final PersonalActs acts;

    Posts(PersonalActs acts) {
        this.acts = acts;
    }

    /**
     * Gives somebody who works in the store a post. Right INSTRUCT, and never for oneself. What the person has open stays theirs until it is
     * handed over. The host's next enrolment has to say the same: it replaces what differs.
     *
     * @param store the store
     * @param person who gets it
     * @param role a role of the roster that rules then, as in ROTATION_DATA
     * @param from where it begins: a date in the store's zone, or an instant (D81), not before now
     * @param ends the person's posts that end where it begins; none to keep all
     * @return the assignment, which goes on until another ends it
     * @throws io.storeops.failure.DeniedException if the right is missing, or SELF_DECISION for one's own post
     * @throws io.storeops.failure.RefusedException NO_SUCH_PERSON, NO_SUCH_ROLE, IN_THE_PAST, NOT_HELD naming the posts that the person
     *     holds then, or HELD_ALREADY
     */
    public Assignment assign(StoreId store, ActorId person, Role role, Bound from, List<Role> ends) {
        return acts.perform(
                store,
                new AssignPost(person, role, from, ends.stream().distinct().toList()));
    }

    /**
     * The posts that a person has, had and will have.
     *
     * @param store the store
     * @param person the person
     * @return the assignments by role, then by beginning as it is written
     * @throws io.storeops.failure.DeniedException if the right to look at posts is missing
     */
    public List<Assignment> of(StoreId store, ActorId person) {
        return acts.look(
                store,
                EnrolmentModule.READ_POSTS,
                context -> context.rows().all(Query.of(Assignment.TABLE, store).where(person)));
    }
}
