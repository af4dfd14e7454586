package io.storeops.enrolment;

import io.storeops.authority.Assignment;
import io.storeops.authority.Deputyship;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Who is a person of one store and who a service: nobody is both (D82), and only persons stand in for each other. */
final class Kinds {
    private final Map<ActorId, ActorKind> known = new HashMap<>();

    /**
     * Checks what holds in a store together.
     *
     * @throws IllegalArgumentException if somebody is both, or a service stands in for somebody or is stood in for
     */
    static void check(Collection<Assignment> assignments, Collection<Deputyship> deputies) {
        Kinds kinds = new Kinds();
        assignments.forEach(post -> kinds.checked(post.actor(), post.kind()));
        deputies.forEach(kinds::checked);
    }

    ActorId checked(ActorId actor, ActorKind kind) {
        ActorKind other = known.putIfAbsent(actor, kind);
        if (other != null && other != kind) {
            throw new IllegalArgumentException(
                    actor + " is a " + other + " of the store already; give the " + kind + " an id of its own");
        }
        return actor;
    }

    Deputyship checked(Deputyship deputyship) {
        requirePerson(deputyship.deputy());
        requirePerson(deputyship.principal());
        return deputyship;
    }

    private void requirePerson(ActorId actor) {
        if (known.get(actor) == ActorKind.SERVICE) {
            throw new IllegalArgumentException(
                    actor + " is a SERVICE of the store; only persons stand in for each other");
        }
    }
}
