package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A person's role in a store for a time, or a service's (D82). Rights follow the assignment valid at the instant of the command (R88).
 *
 * @param store the store
 * @param actor the person, or the service account
 * @param kind which of the two
 * @param role the role
 * @param from where it begins: a date in the store's zone, or an instant (D81)
 * @param to where it ends: the last date, included, or the first instant after it; empty while it goes on
 * @param department the department a DEPARTMENT role speaks for, if it is one
 */
public record Assignment(
        StoreId store,
        ActorId actor,
        ActorKind kind,
        Role role,
        Bound from,
        Optional<Bound> to,
        Optional<String> department) {
    private static final Column<ActorId> ACTOR = Column.actor("actor_id", "the person, or the service account");
    private static final Column<ActorKind> KIND =
            Column.constant("kind", "PERSON, or SERVICE for jobs of the host", ActorKind.class);
    private static final Column<Role> ROLE =
            Column.text("role", "the role of the roster").as(Role.class, Role::of, Role::name);
    private static final Column<Bound> FROM =
            Column.text("valid_from", "the first date, or an instant").as(Bound.class, Bound::parse, Bound::toString);
    private static final Column<Bound> TO = Column.text(
                    "valid_to", "the last date, included, or the first instant after it; absent while it goes on")
            .as(Bound.class, Bound::parse, Bound::toString);
    private static final Column<String> DEPARTMENT = Column.text("department", "the department of a DEPARTMENT role");

    /** The table of assignments, kept per store so that an act and the rights that allowed it are one commit. */
    public static final Table<Assignment> TABLE = Table.of("assignment", Assignment::store)
            .column(ACTOR, Assignment::actor)
            .column(KIND, Assignment::kind)
            .column(ROLE, Assignment::role)
            .column(FROM, Assignment::from)
            .optional(TO, Assignment::to)
            .optional(DEPARTMENT, Assignment::department)
            .key(ACTOR, ROLE, FROM)
            .reads(row -> new Assignment(
                    row.store(),
                    row.get(ACTOR),
                    row.get(KIND),
                    row.get(ROLE),
                    row.get(FROM),
                    row.find(TO),
                    row.find(DEPARTMENT)));

    /**
     * Checks the period.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Assignment {
        requireNonNull(store, "store");
        requireNonNull(actor, "actor");
        requireNonNull(kind, "kind");
        requireNonNull(role, "role");
        requireNonNull(from, "from");
        requireNonNull(department, "department");
        if (to.isPresent() && endsBefore(to.get(), from)) {
            throw new IllegalArgumentException("The assignment of " + actor + " as " + role + " ends on " + to.get()
                    + ", before it begins on " + from);
        }
    }

    /**
     * A person's role from a date on.
     *
     * @param store the store
     * @param actor the person
     * @param role the role
     * @param from the first date in the store's zone
     * @param to the last date, included; empty while it goes on
     * @param department the department a DEPARTMENT role speaks for, if it is one
     */
    public Assignment(
            StoreId store,
            ActorId actor,
            Role role,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<String> department) {
        this(store, actor, ActorKind.PERSON, role, Bound.on(from), to.map(Bound::on), department);
    }

    /**
     * Whether the role is held at an instant.
     *
     * @param at the instant
     * @param zone the store's zone
     * @return true from its beginning until its end
     */
    public boolean holds(Instant at, ZoneId zone) {
        return Period.of(zone, from, to).holds(at);
    }

    /**
     * The same with another end.
     *
     * @param end the last date, included, or the first instant after it
     * @return the assignment
     * @throws IllegalArgumentException if it would end before it begins
     */
    public Assignment endingAt(Bound end) {
        return new Assignment(store, actor, kind, role, from, Optional.of(end), department);
    }

    /** Two dates, or two instants, out of order; a date and an instant are compared where the zone is known. */
    static boolean endsBefore(Bound to, Bound from) {
        return to.getClass() == from.getClass() && !to.ends(ZoneOffset.UTC).isAfter(from.begins(ZoneOffset.UTC));
    }

    /**
     * The key of its row.
     *
     * @return the key
     */
    public Key key() {
        return TABLE.keyOf(store, actor, role, from);
    }
}
