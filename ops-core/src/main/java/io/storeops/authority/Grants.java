package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.StoreId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out, once, every right that every person of a store has at any time. */
final class Grants {
    private final long version;
    private final ZoneId zone;
    private final List<RolePlan> plans;
    private final Set<ActorId> services;
    private final Map<ActorId, Map<Right, List<Charter.Grant>>> found = new LinkedHashMap<>();

    Grants(
            long version,
            ZoneId zone,
            Collection<RolePlan> plans,
            Collection<Assignment> assignments,
            Collection<Deputyship> deputies) {
        this.version = version;
        this.zone = requireNonNull(zone, "zone");
        this.plans = inOrder(zone, plans);
        requireOneStore(assignments, deputies);
        this.services = assignments.stream()
                .filter(assignment -> assignment.kind() == ActorKind.SERVICE)
                .map(Assignment::actor)
                .collect(ImmutableSet.toImmutableSet());
        List<Assignment> own = assignments.stream()
                .sorted(Comparator.comparing(
                                (Assignment assignment) -> assignment.from().begins(zone))
                        .thenComparing(Assignment::role))
                .toList();
        // Own rights stand before those of a deputy, so that a person acts in their own name where they can.
        own.forEach(assignment -> add(assignment.actor(), assignment.role(), Optional.empty(), held(assignment)));
        deputies.stream()
                .sorted(Comparator.comparing(
                                (Deputyship deputyship) -> deputyship.from().begins(zone))
                        .thenComparing(Deputyship::principal))
                .forEach(deputyship -> add(deputyship, own));
    }

    private static List<RolePlan> inOrder(ZoneId zone, Collection<RolePlan> plans) {
        List<RolePlan> sorted = plans.stream()
                .sorted(Comparator.comparing(plan -> plan.effectiveFrom().begins(zone)))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            Bound from = sorted.get(i).effectiveFrom();
            if (from.begins(zone).equals(sorted.get(i - 1).effectiveFrom().begins(zone))) {
                throw new IllegalArgumentException("Two role plans take effect on " + from + "; only one can rule");
            }
        }
        return sorted;
    }

    private static void requireOneStore(Collection<Assignment> assignments, Collection<Deputyship> deputies) {
        Set<StoreId> stores = Stream.concat(
                        assignments.stream().map(Assignment::store),
                        deputies.stream().map(Deputyship::store))
                .collect(Collectors.toSet());
        if (stores.size() > 1) {
            throw new IllegalArgumentException("A charter is one store's, not that of "
                    + stores.stream().sorted().toList());
        }
    }

    Map<ActorId, Map<Right, List<Charter.Grant>>> byActor() {
        ImmutableMap.Builder<ActorId, Map<Right, List<Charter.Grant>>> byActor = ImmutableMap.builder();
        found.forEach((actor, rights) -> byActor.put(actor, copied(rights)));
        return byActor.buildOrThrow();
    }

    Set<ActorId> services() {
        return services;
    }

    /** Which persons hold a right at any time, in order of their ids. */
    Map<Right, List<Charter.Holder>> byRight() {
        Map<Right, List<Charter.Holder>> holders = new LinkedHashMap<>();
        Map<ActorId, Map<Right, List<Charter.Grant>>> persons = new TreeMap<>(found);
        persons.keySet().removeAll(services);
        persons.forEach((actor, rights) -> rights.forEach((right, held) ->
                holders.computeIfAbsent(right, key -> new ArrayList<>()).add(new Charter.Holder(actor, held))));
        return copied(holders);
    }

    private static <K, V> Map<K, List<V>> copied(Map<K, List<V>> lists) {
        ImmutableMap.Builder<K, List<V>> copy = ImmutableMap.builder();
        lists.forEach((key, list) -> copy.put(key, ImmutableList.copyOf(list)));
        return copy.buildOrThrow();
    }

    private Period held(Assignment assignment) {
        return Period.of(zone, assignment.from(), assignment.to());
    }

    private void add(Deputyship deputyship, List<Assignment> own) {
        Period period = Period.of(zone, deputyship.from(), deputyship.to());
        own.stream()
                .filter(assignment -> assignment.actor().equals(deputyship.principal())
                        && assignment.role().equals(deputyship.role()))
                .forEach(assignment -> add(
                        deputyship.deputy(),
                        deputyship.role(),
                        Optional.of(deputyship.principal()),
                        held(assignment).and(period)));
    }

    private void add(ActorId actor, Role role, Optional<ActorId> onBehalfOf, Period held) {
        for (int i = 0; i < plans.size(); i++) {
            RolePlan plan = plans.get(i);
            Instant end =
                    i + 1 < plans.size() ? plans.get(i + 1).effectiveFrom().begins(zone) : Instant.MAX;
            Period period = held.and(new Period(plan.effectiveFrom().begins(zone), end));
            if (!period.isEmpty()) {
                for (Right right : plan.roles().getOrDefault(role, Set.of())) {
                    Decision.Allowed allowed = new Decision.Allowed(right, role, onBehalfOf, version);
                    found.computeIfAbsent(actor, key -> new LinkedHashMap<>())
                            .computeIfAbsent(right, key -> new ArrayList<>())
                            .add(new Charter.Grant(period, allowed));
                }
            }
        }
    }
}
