package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Somebody stands in for somebody else (代理) in a role for a time. The deputy may do what the principal may do by an
 * assignment of their own, on the dates on which both hold, and passes nothing on: there is no deputy of a deputy, so
 * delegation cannot run in a circle.
 *
 * <p>What the deputy submits in the principal's name counts as submitted by both, and neither decides on it (R85, R89), then or
 * later. What the principal submitted in person nobody decides in the principal's name; by a role of their own the deputy may.
 * What the deputy submitted in their own name the principal may decide. It is asked in whose name something was submitted and is
 * decided, not who stands in for whom at the time.
 *
 * @param store the store
 * @param deputy who stands in
 * @param principal for whom
 * @param role in which role of the principal
 * @param from where it begins: a date in the store's zone, or an instant (D81)
 * @param to where it ends: the last date, included, or the first instant after it; empty while it goes on
 */
public record Deputyship(StoreId store, ActorId deputy, ActorId principal, Role role, Bound from, Optional<Bound> to) {
    private static final Column<ActorId> DEPUTY = Column.actor("deputy_id", "who stands in");
    private static final Column<ActorId> PRINCIPAL = Column.actor("principal_id", "for whom");
    private static final Column<Role> ROLE =
            Column.text("role", "in which role of the principal").as(Role.class, Role::of, Role::name);
    private static final Column<Bound> FROM =
            Column.text("valid_from", "the first date, or an instant").as(Bound.class, Bound::parse, Bound::toString);
    private static final Column<Bound> TO = Column.text(
                    "valid_to", "the last date, included, or the first instant after it; absent while it goes on")
            .as(Bound.class, Bound::parse, Bound::toString);

    /** The table of deputies, kept per store as assignments are. */
    public static final Table<Deputyship> TABLE = Table.of("deputyship", Deputyship::store)
            .column(DEPUTY, Deputyship::deputy)
            .column(PRINCIPAL, Deputyship::principal)
            .column(ROLE, Deputyship::role)
            .column(FROM, Deputyship::from)
            .optional(TO, Deputyship::to)
            .key(DEPUTY, PRINCIPAL, ROLE, FROM)
            .reads(row -> new Deputyship(
                    row.store(), row.get(DEPUTY), row.get(PRINCIPAL), row.get(ROLE), row.get(FROM), row.find(TO)));

    /**
     * Checks people and period.
     *
     * @throws IllegalArgumentException if it ends before it begins, or somebody is to stand in for themselves
     */
    public Deputyship {
        requireNonNull(store, "store");
        requireNonNull(deputy, "deputy");
        requireNonNull(principal, "principal");
        requireNonNull(role, "role");
        requireNonNull(from, "from");
        if (deputy.equals(principal)) {
            throw new IllegalArgumentException(deputy + " cannot be the deputy of themselves as " + role);
        }
        if (to.isPresent() && Assignment.endsBefore(to.get(), from)) {
            throw new IllegalArgumentException("The deputyship of " + deputy + " for " + principal + " as " + role
                    + " ends on " + to.get() + ", before it begins on " + from);
        }
    }

    /**
     * Somebody who stands in from a date on.
     *
     * @param store the store
     * @param deputy who stands in
     * @param principal for whom
     * @param role in which role of the principal
     * @param from the first date in the store's zone
     * @param to the last date, included; empty while it goes on
     */
    public Deputyship(
            StoreId store, ActorId deputy, ActorId principal, Role role, LocalDate from, Optional<LocalDate> to) {
        this(store, deputy, principal, role, Bound.on(from), to.map(Bound::on));
    }

    /**
     * Whether the deputy stands in at an instant.
     *
     * @param at the instant
     * @param zone the store's zone
     * @return true from its beginning until its end
     */
    public boolean holds(Instant at, ZoneId zone) {
        return Period.of(zone, from, to).holds(at);
    }
}
