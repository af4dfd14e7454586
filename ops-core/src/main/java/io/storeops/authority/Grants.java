package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.storeops.id.ActorId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out, once, every right that every person of a store has at any time. */
final class Grants {
    private final long version;
    private final ZoneId zone;
    private final List<RolePlan> plans;
    private final Map<ActorId, Map<Right, List<Charter.Grant>>> found = new LinkedHashMap<>();

    Grants(
            long version,
            ZoneId zone,
            Collection<RolePlan> plans,
            Collection<Assignment> assignments,
            Collection<Deputyship> deputies) {
        this.version = version;
        this.zone = requireNonNull(zone, "zone");
        this.plans = plans.stream()
                .sorted(Comparator.comparing(RolePlan::effectiveFrom))
                .toList();
        List<Assignment> own = assignments.stream()
                .sorted(Comparator.comparing(Assignment::from).thenComparing(Assignment::role))
                .toList();
        for (Assignment assignment : own) {
            add(assignment.actor(), assignment.role(), Optional.empty(), period(assignment.from(), assignment.to()));
        }
        deputies.stream()
                .sorted(Comparator.comparing(Deputyship::from).thenComparing(Deputyship::principal))
                .forEach(deputyship -> own.stream()
                        .filter(assignment -> assignment.actor().equals(deputyship.principal())
                                && assignment.role().equals(deputyship.role()))
                        .forEach(assignment -> add(
                                deputyship.deputy(),
                                deputyship.role(),
                                Optional.of(deputyship.principal()),
                                period(assignment.from(), assignment.to())
                                        .and(period(deputyship.from(), deputyship.to())))));
    }

    Map<ActorId, Map<Right, List<Charter.Grant>>> byActor() {
        ImmutableMap.Builder<ActorId, Map<Right, List<Charter.Grant>>> byActor = ImmutableMap.builder();
        found.forEach((actor, rights) -> {
            ImmutableMap.Builder<Right, List<Charter.Grant>> byRight = ImmutableMap.builder();
            rights.forEach((right, grants) -> byRight.put(right, ImmutableList.copyOf(grants)));
            byActor.put(actor, byRight.buildOrThrow());
        });
        return byActor.buildOrThrow();
    }

    private void add(ActorId actor, Role role, Optional<ActorId> onBehalfOf, Period held) {
        for (int i = 0; i < plans.size(); i++) {
            RolePlan plan = plans.get(i);
            Instant end = i + 1 < plans.size() ? start(plans.get(i + 1).effectiveFrom()) : Instant.MAX;
            Period period = held.and(new Period(start(plan.effectiveFrom()), end));
            if (period.from().isBefore(period.to())) {
                for (Right right : plan.roles().getOrDefault(role, Set.of())) {
                    Decision.Allowed allowed = new Decision.Allowed(right, role, onBehalfOf, version);
                    found.computeIfAbsent(actor, key -> new LinkedHashMap<>())
                            .computeIfAbsent(right, key -> new ArrayList<>())
                            .add(new Charter.Grant(period.from(), period.to(), allowed));
                }
            }
        }
    }

    private Period period(LocalDate from, Optional<LocalDate> to) {
        return new Period(start(from), to.map(last -> start(last.plusDays(1))).orElse(Instant.MAX));
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** From an instant until another, half-open; empty if it ends where it begins, or before. */
    private record Period(Instant from, Instant to) {
        Period and(Period other) {
            return new Period(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
        }
    }
}
