package io.storeops.step;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.Role;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.storage.Column;

/** Who owns a step (D91): a {@link Person} or a {@link Holders role}. Whoever owns it is reminded; others may do it. Immutable. */
public sealed interface StepOwner {
    /** The column of an owner. */
    Column<StepOwner> COLUMN = Column.text("owner", "who owns it: person/ID or role/NAME")
            .as(StepOwner.class, StepOwner::parse, StepOwner::toString);

    /**
     * One person.
     *
     * @param actor the person
     */
    record Person(ActorId actor) implements StepOwner {
        /** Checks for null. */
        public Person {
            requireNonNull(actor, "actor");
        }

        @Override
        public String name() {
            return actor.value();
        }

        @Override
        public String toString() {
            return "person/" + actor;
        }
    }

    /**
     * Whoever holds a role.
     *
     * @param role the role
     */
    record Holders(Role role) implements StepOwner {
        /** Checks for null. */
        public Holders {
            requireNonNull(role, "role");
        }

        @Override
        public String name() {
            return role.name();
        }

        @Override
        public String toString() {
            return "role/" + role;
        }
    }

    /**
     * Who it is.
     *
     * @return the person's id, or the role's name
     */
    String name();

    /**
     * A person as owner.
     *
     * @param actor the person
     * @return the owner
     */
    static StepOwner person(ActorId actor) {
        return new Person(actor);
    }

    /**
     * The holders of a role as owner.
     *
     * @param role the role
     * @return the owner
     */
    static StepOwner role(Role role) {
        return new Holders(role);
    }

    /**
     * Reads an owner as text.
     *
     * @param text as in {@code person/op-1} or {@code role/OPERATOR}
     * @return the owner
     * @throws IllegalArgumentException if the text names neither
     */
    static StepOwner parse(String text) {
        Target named = Target.parse(text);
        return switch (named.kind()) {
            case "person" -> new Person(ActorId.of(named.id()));
            case "role" -> new Holders(Role.of(named.id()));
            default ->
                throw new IllegalArgumentException("'" + text + "' owns no step (expected person/ID or role/NAME)");
        };
    }
}
