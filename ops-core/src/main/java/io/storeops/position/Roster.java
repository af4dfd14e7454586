package io.storeops.position;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.storeops.authority.Bound;
import io.storeops.authority.Confidentiality;
import io.storeops.authority.Limit;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.calendar.SlotPlan;
import io.storeops.calendar.WorkingHours;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A store's position description, duties, deadlines and rights as data, in force until the next roster begins (R2). The
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
 * @param externalParties whom outside the organisation the duties deal with: platform staff, third-party sites (D58); none is a department.
 *     Copied
 * @param channels the channels; where there is none, duties may speak of any
 * @param rules the figures and rules by which the duties are done
 * @param limits how often acts may be done, each name once, copied
 * @param confidentiality where data may go and who may see it (R13)
 */
public record Roster(
        StoreId store,
        PositionDescription position,
        SlotPlan slotPlan,
        Map<String, Duty> duties,
        SortedMap<Role, Set<Right>> roles,
        Set<String> departments,
        SortedMap<String, String> departmentParents,
        Set<String> externalParties,
        Channels channels,
        Rules rules,
        List<Limit> limits,
        Confidentiality confidentiality) {
    private static final String NOTICES = "4.1";

    private static final Column<Bound> EFFECTIVE_FROM = Column.text(
                    "effective_from", "the first date on which the roster rules, or an instant")
            .as(Bound.class, Bound::parse, Bound::toString);
    private static final Column<String> VERSION = Column.text("version", "version of the position description");
    private static final Column<Json> DOCUMENT = Column.json("document", "the roster as a document");

    /** The table of rosters, one row a store and beginning. */
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
        requireNonNull(rules, "rules");
        duties = ImmutableMap.copyOf(duties);
        roles = copied(roles);
        departments = ImmutableSet.copyOf(departments);
        departmentParents = ImmutableSortedMap.copyOf(departmentParents);
        externalParties = ImmutableSet.copyOf(externalParties);
        limits = ImmutableList.copyOf(limits);
        if (roles.isEmpty()) {
            throw new BrokenRule("$.roles", Json.object(Map.of()), "names no role, so nobody could do anything");
        }
        departments.forEach(Duty::word);
        RosterRules names = new RosterRules(roles.keySet(), departments, channels.names());
        names.check(position);
        names.check(duties);
        names.checkParents(departmentParents);
        names.checkOutside(externalParties);
        names.check(rules.calendar());
        RosterRules.check(rules.maintenance().checklist(), categories(duties.values()));
        RosterRules.check(rules.maintenance().health(), categories(duties.values()));
        RosterRules.check(limits);
        names.check(confidentiality);
    }

    private static SortedMap<Role, Set<Right>> copied(Map<Role, Set<Right>> roles) {
        ImmutableSortedMap.Builder<Role, Set<Right>> copy = ImmutableSortedMap.naturalOrder();
        roles.forEach((role, rights) -> copy.put(role, ImmutableSortedSet.copyOf(rights)));
        return copy.build();
    }

    /** The categories of anomalies that the duties speak of, in their order. */
    static Set<String> categories(Collection<Duty> duties) {
        return duties.stream()
                .flatMap(duty -> duty.content().categories().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Where the roster begins to rule.
     *
     * @return a date in the store's zone, or an instant (D81)
     */
    public Bound effectiveFrom() {
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
        return findDuty(id)
                .orElseThrow(() -> new IllegalArgumentException("The roster " + version() + " of store " + store
                        + " has no duty '" + id + "'; it has " + duties.keySet()));
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
     * What figures are compared with.
     *
     * @return the base values
     */
    public Baselines baselines() {
        return rules.baselines();
    }

    /**
     * How long after its occasion each kind of act is due (A6).
     *
     * @return the time limits
     */
    public Sla sla() {
        return rules.sla();
    }

    /**
     * When people work (D30).
     *
     * @return the calendar
     */
    public WorkingCalendar calendar() {
        return rules.calendar();
    }

    /**
     * The duty of a cadence.
     *
     * @param cadence the cadence
     * @return the first such duty in the roster's order; empty if it has none
     */
    public Optional<Duty> findDuty(Cadence.Kind cadence) {
        return duties().values().stream()
                .filter(duty -> duty.cadence().kind() == cadence)
                .findFirst();
    }

    /**
     * In which hours those work who hold a right: in the time that they owe something in, durations run (D30).
     *
     * @param right the right of what is owed
     * @return the hours of the first role with the right that has its own, else the general ones
     */
    public WorkingHours hoursOf(Right right) {
        return roles().entrySet().stream()
                .filter(role -> role.getValue().contains(right))
                .map(role -> calendar().hoursOf(role.getKey()))
                .filter(own -> !own.equals(calendar().general()))
                .findFirst()
                .orElse(calendar().general());
    }

    /**
     * What duty 2 goes by.
     *
     * @return the rules
     */
    public MaintenanceRules maintenance() {
        return rules.maintenance();
    }

    /**
     * What duty 3 goes by.
     *
     * @return the rules
     */
    public ActivityRules activities() {
        return rules.activities();
    }

    /**
     * How the figures of duty 1 are taken and shown.
     *
     * @return the rules
     */
    public Rules.FigureRules figures() {
        return rules.figures();
    }

    /**
     * What evidence may be attached.
     *
     * @return the limits
     */
    public Rules.EvidenceLimits evidence() {
        return rules.evidence();
    }

    /**
     * The channels of every notice (D54).
     *
     * @return those that the roster names, else those of the evidence of duty 4.1, all of them; empty if it has neither
     */
    public Optional<Channels.Notices> findNoticeChannels() {
        return channels.notices()
                .or(() -> findDuty(NOTICES)
                        .map(duty -> duty.evidence().stream()
                                .filter(need -> need.name().equals(Duty.CHANNEL_RECEIPT))
                                .flatMap(need -> need.variants().stream())
                                .distinct()
                                .toList())
                        .filter(named -> !named.isEmpty())
                        .map(named -> new Channels.Notices(named, Channels.Mode.ALL)));
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

    /**
     * Where releases go (R25): the channels of which the first duty of each boundary that asks for a channel's receipt names one as
     * good as the other.
     *
     * @return the channels' names; none if no such duty names one
     */
    public List<String> releaseChannels() {
        return duties.values().stream()
                .filter(duty -> duty.cadence() instanceof Cadence.EachBoundary)
                .flatMap(duty -> duty.evidence().stream())
                .filter(need -> need.name().equals(Duty.CHANNEL_RECEIPT)
                        && !need.variants().isEmpty())
                .findFirst()
                .map(need -> List.copyOf(need.variants()))
                .orElse(List.of());
    }
}
