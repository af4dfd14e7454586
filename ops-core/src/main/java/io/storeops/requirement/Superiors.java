package io.storeops.requirement;

import io.storeops.act.Context;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.id.ActorId;
import io.storeops.position.Duty;
import java.util.List;
import java.util.Optional;

/** Whoever decides what is beyond the duty of requirements: they are told of what is late or rejected (R75, D57). */
final class Superiors {
    /** The duty of requirements (活动要求对接). */
    static final String DUTY = "4.3";

    private Superiors() {}

    /** The people of the role that the duty names who may instruct now; all who may, where it names none. */
    static List<ActorId> of(Context context) {
        Optional<Role> role = context.roster().findDuty(DUTY).map(Duty::parties).flatMap(Duty.Parties::escalateTo);
        return context.charter().holders(Right.INSTRUCT, context.now()).stream()
                .filter(person -> role.isEmpty() || role.equals(roleOf(context, person)))
                .toList();
    }

    private static Optional<Role> roleOf(Context context, ActorId person) {
        return context.charter().decide(person, context.now(), Right.INSTRUCT) instanceof Decision.Allowed allowed
                ? Optional.of(allowed.role())
                : Optional.empty();
    }
}
