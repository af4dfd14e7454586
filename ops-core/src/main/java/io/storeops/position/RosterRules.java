package io.storeops.position;

import io.storeops.authority.Confidentiality;
import io.storeops.authority.Limit;
import io.storeops.authority.Role;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.id.IdText;
import io.storeops.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the parts of a roster ask of each other: every role, department and channel that one part names stands in another.
 *
 * @param roles the roles of the roster
 * @param departments its departments
 * @param channels its channels; where it names none, any may be spoken of
 */
record RosterRules(Set<Role> roles, Set<String> departments, Set<String> channels) {
    void check(PositionDescription position) {
        PositionDescription.ReportingLines lines = position.reporting();
        requireRole(lines.role(), "$.position.role");
        lines.reportsTo().ifPresent(role -> requireRole(role, "$.position.reportsTo"));
        lines.others().forEach((low, high) -> {
            requireRole(low, "$.position.reporting");
            requireRole(high, "$.position.reporting." + low);
        });
        int place = 0;
        for (Role role : position.career().promotion()) {
            requireRole(role, "$.position.promotion[" + place++ + "]");
        }
        place = 0;
        for (String post : position.career().rotation()) {
            Role role = PositionDescription.Career.roleOf(post);
            if (!roles.contains(role)) {
                throw new BrokenRule(
                        "$.position.rotation[" + place + "]", post, "needs the role " + role + "; roles: " + roles);
            }
            place++;
        }
    }

    void check(Map<String, Duty> duties) {
        int place = 0;
        for (Map.Entry<String, Duty> entry : duties.entrySet()) {
            Duty duty = entry.getValue();
            if (!duty.id().equals(entry.getKey())) {
                throw new IllegalArgumentException("The duty " + duty.id() + " stands under " + entry.getKey());
            }
            check(duty, "$.duties[" + place++ + "]");
        }
    }

    private void check(Duty duty, String path) {
        Duty.Parties parties = duty.parties();
        requireRole(parties.escalateTo(), path + ".escalateTo");
        requireRole(parties.level2(), path + ".level2");
        requireDepartments(parties.to(), path + ".to");
        requireDepartments(parties.from(), path + ".from");
        requireDepartments(parties.with(), path + ".with");
        int place = 0;
        for (EvidenceNeed need : duty.evidence()) {
            if (need.name().equals(Duty.CHANNEL_RECEIPT)) {
                requireChannels(need.variants(), path + ".evidence[" + place + "]");
            }
            place++;
        }
    }

    void checkParents(Map<String, String> parents) {
        parents.forEach((child, parent) -> {
            requireDepartment(child, "$.departmentParents");
            requireDepartment(parent, "$.departmentParents." + child);
        });
        requireNoCircle(parents, child -> "$.departmentParents." + child);
    }

    void check(WorkingCalendar calendar) {
        calendar.roles().keySet().forEach(role -> requireRole(role, "$.calendar.roles"));
    }

    static void check(List<MaintenanceRules.Line> checklist, Set<String> categories) {
        for (int i = 0; i < checklist.size(); i++) {
            String category = checklist.get(i).category();
            if (!categories.isEmpty() && !categories.contains(category)) {
                throw new BrokenRule(
                        "$.checklist[" + i + "].category",
                        category,
                        "is not a category of the duties; categories: " + categories);
            }
        }
    }

    static void check(HealthRules health, Set<String> categories) {
        for (int i = 0; i < health.indicators().size(); i++) {
            String category = health.indicators().get(i).category();
            if (!categories.isEmpty() && !categories.contains(category)) {
                throw new BrokenRule(
                        "$.health[" + i + "].category",
                        category,
                        "is not a category of the duties; categories: " + categories);
            }
        }
    }

    static void check(List<Limit> limits) {
        Set<String> names = new HashSet<>();
        for (Limit limit : limits) {
            if (!names.add(limit.name())) {
                throw new BrokenRule(
                        "$.limits[" + limits.lastIndexOf(limit) + "].name", limit.name(), "is the name of two limits");
            }
        }
    }

    void check(Confidentiality confidentiality) {
        confidentiality.rules().forEach((data, rule) -> {
            String path = "$.confidentiality." + data;
            requireChannels(rule.channels(), path + ".channels");
            rule.roles().forEach(role -> requireRole(role, path + ".roles"));
        });
    }

    /** A department is never outside. */
    void checkOutside(Collection<String> parties) {
        for (String party : parties) {
            if (departments.contains(IdText.checked("party", party))) {
                throw new BrokenRule("$.externalParties", party, "is a department of the roster, not a party outside");
            }
        }
    }

    private void requireRole(Optional<Role> role, String path) {
        role.ifPresent(named -> requireRole(named, path));
    }

    private void requireRole(Role role, String path) {
        if (!roles.contains(role)) {
            throw new BrokenRule(path, role, "is not a role of the roster; roles: " + roles);
        }
    }

    private void requireDepartments(List<String> named, String path) {
        for (int i = 0; i < named.size(); i++) {
            requireDepartment(named.get(i), path + "[" + i + "]");
        }
    }

    private void requireDepartment(String named, String path) {
        if (!departments.contains(named)) {
            throw new BrokenRule(path, named, "is not a department of the roster; departments: " + departments);
        }
    }

    private void requireChannels(Collection<String> named, String path) {
        named.forEach(channel -> requireChannel(channels, channel, path));
    }

    /** Refuses a channel that is not there; where there is none, any may be spoken of. */
    static void requireChannel(Set<String> channels, String named, String path) {
        if (!channels.isEmpty() && !channels.contains(named)) {
            throw new BrokenRule(path, named, "is not a channel of the roster; channels: " + channels);
        }
    }

    /** Refuses a chain of superiors that comes back to where it began, naming the chain. */
    static <T extends Comparable<T>> void requireNoCircle(Map<T, T> above, Function<T, String> path) {
        for (T start : above.keySet()) {
            List<T> chain = new ArrayList<>(List.of(start));
            Optional<T> next = Optional.of(above.get(start));
            while (next.isPresent() && !chain.contains(next.get())) {
                chain.add(next.get());
                next = Optional.ofNullable(above.get(next.get()));
            }
            if (next.isPresent() && next.get().equals(start)) {
                chain.add(start);
                String circle =
                        String.join(" -> ", chain.stream().map(Object::toString).toList());
                throw new BrokenRule(
                        path.apply(start), Json.of(above.get(start).toString()), "goes round in a circle: " + circle);
            }
        }
    }
}
