package io.storeops.position;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.storeops.authority.Confidentiality;
import io.storeops.authority.Limit;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.calendar.SlotPlan;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A store's position description, duties, deadlines and rights as data, in force from a date until the next roster's (R2). The
 * numbers that the position description does not state [A] live here and nowhere else; the few that a document may leave out
 * are then the default roster's. Every role, department and channel that one part names stands in another. Immutable.
 *
 * @param store the store
 * @param position the position description
 * @param slotPlan boundaries and deadlines of duty 1
 * @param duties the duties by id, in the order of the document, copied
 * @param roles what each role may do, at least one, copied
 * @param departments the departments that the duties deal with, in order, copied
 * @param departmentParents the departments that belong to another, and to which, copied
 * @param channels the channels and the type of each, copied; where there is none, duties may speak of any
 * @param baselines what figures are compared with
 * @param sla time limits by name, each 0 or more, copied; the names are {@link #SLA_NAMES}
 * @param limits how often acts may be done, each name once, copied
 * @param confidentiality where data may go and who may see it (R13)
 * @param evidence what evidence may be attached
 */
public record Roster(
        StoreId store,
        PositionDescription position,
        SlotPlan slotPlan,
        Map<String, Duty> duties,
        SortedMap<Role, Set<Right>> roles,
        Set<String> departments,
        SortedMap<String, String> departmentParents,
        SortedMap<String, String> channels,
        Baselines baselines,
        SortedMap<String, Duration> sla,
        List<Limit> limits,
        Confidentiality confidentiality,
        EvidenceLimits evidence) {
    /** The names of the time limits: of the anomalies by kind, then of escalations, tickets, notices and tasks (A6). */
    public static final List<String> SLA_NAMES = List.of(
            "PRICE",
            "STOCK",
            "PAGE",
            "ACTIVITY_EXPIRY",
            "ESCALATE",
            "FEEDBACK",
            "FEEDBACK_LEVEL2",
            "TICKET_ACK",
            "TICKET_SOLVE",
            "NOTICE_ACK",
            "TASK_FEEDBACK");

    private static final Column<LocalDate> EFFECTIVE_FROM =
            Column.date("effective_from", "first date on which the roster rules");
    private static final Column<String> VERSION = Column.text("version", "version of the position description");
    private static final Column<Json> DOCUMENT = Column.json("document", "the roster as a document");

    /** The table of rosters, one row a store and effective date. */
    public static final Table<Roster> TABLE = Table.of("roster", Roster::store)
            .column(EFFECTIVE_FROM, Roster::effectiveFrom)
            .column(VERSION, Roster::version)
            .column(DOCUMENT, RosterDocument::write)
            .key(EFFECTIVE_FROM)
            .reads(row -> RosterDocument.read("roster of " + row.store(), row.get(DOCUMENT), row.store()));

    /**
     * Copies the parts.
     *
     * @throws IllegalArgumentException if one part names what another does not have, saying where in the document it stands
     */
    public Roster {
        requireNonNull(store, "store");
        requireNonNull(slotPlan, "slotPlan");
        requireNonNull(baselines, "baselines");
        requireNonNull(evidence, "evidence");
        duties = ImmutableMap.copyOf(duties);
        roles = copied(roles);
        departments = ImmutableSet.copyOf(departments);
        departmentParents = ImmutableSortedMap.copyOf(departmentParents);
        channels = ImmutableSortedMap.copyOf(channels);
        sla = ImmutableSortedMap.copyOf(sla);
        limits = ImmutableList.copyOf(limits);
        if (roles.isEmpty()) {
            throw new BrokenRule("$.roles", Json.object(Map.of()), "names no role, so nobody could do anything");
        }
        departments.forEach(Duty::word);
        channels.keySet().forEach(Duty::word);
        sla.forEach(Roster::checkSla);
        RosterRules rules = new RosterRules(roles.keySet(), departments, channels.keySet());
        rules.check(position);
        rules.check(duties);
        rules.checkParents(departmentParents);
        RosterRules.check(limits);
        rules.check(confidentiality);
    }

    private static SortedMap<Role, Set<Right>> copied(Map<Role, Set<Right>> roles) {
        ImmutableSortedMap.Builder<Role, Set<Right>> copy = ImmutableSortedMap.naturalOrder();
        roles.forEach((role, rights) -> copy.put(role, ImmutableSortedSet.copyOf(rights)));
        return copy.build();
    }

    private static void checkSla(String name, Duration limit) {
        if (!SLA_NAMES.contains(name) || limit.isNegative()) {
            throw new IllegalArgumentException("The time limit " + name + " cannot be " + limit);
        }
    }

    /**
     * The first date on which the roster rules.
     *
     * @return a date in the store's zone
     */
    public LocalDate effectiveFrom() {
        return position.effectiveFrom();
    }

    /**
     * The version of the position description.
     *
     * @return as the audit trail names it (R1)
     */
    public String version() {
        return position.version();
    }

    /**
     * A duty.
     *
     * @param id as in 1.1
     * @return the duty
     * @throws IllegalArgumentException if the roster has no such duty
     */
    public Duty duty(String id) {
        return findDuty(id).orElseThrow(() -> missing("duty", id, duties.keySet()));
    }

    /**
     * A duty.
     *
     * @param id as in 1.1
     * @return the duty, empty if the roster has no such duty
     */
    public Optional<Duty> findDuty(String id) {
        return Optional.ofNullable(duties.get(id));
    }

    /**
     * A time limit.
     *
     * @param name one of {@link #SLA_NAMES}, as in PRICE
     * @return the limit, 0 or more
     * @throws IllegalArgumentException if the roster has no such limit
     */
    public Duration sla(String name) {
        return findSla(name).orElseThrow(() -> missing("sla", name, sla.keySet()));
    }

    /**
     * A time limit.
     *
     * @param name one of {@link #SLA_NAMES}, as in PRICE
     * @return the limit, empty if the roster has no such limit
     */
    public Optional<Duration> findSla(String name) {
        return Optional.ofNullable(sla.get(name));
    }

    /**
     * The department that a department belongs to.
     *
     * @param department as in PRE_SALES
     * @return as in CUSTOMER_SERVICE, empty if it belongs to none
     */
    public Optional<String> findParent(String department) {
        return Optional.ofNullable(departmentParents.get(department));
    }

    private IllegalArgumentException missing(String what, String name, Set<String> present) {
        return new IllegalArgumentException("The roster " + version() + " of store " + store + " has no " + what + " '"
                + name + "'; it has " + present);
    }
}
