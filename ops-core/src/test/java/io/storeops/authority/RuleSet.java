package io.storeops.authority;

import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules made up around a day on which the clocks of their zone change, and questions to them. */
record RuleSet(
        ZoneId zone, LocalDate centre, List<RolePlan> plans, List<Assignment> assignments, List<Deputyship> deputies) {
    static final StoreId STORE = StoreId.of("S1");
    static final List<ActorId> PEOPLE =
            Stream.of("a", "b", "c", "d").map(ActorId::of).toList();
    static final List<Role> ROLES = Stream.of("R1", "R2", "R3").map(Role::of).toList();
    static final List<Right> RIGHTS = Stream.of(
                    "READ", "EXECUTE", "EXECUTE:X1", "EXECUTE:X2", "DECIDE:SUGGESTION", "INSTRUCT")
            .map(Right::parse)
            .toList();

    /** Midnight does not exist, or exists twice, in some of them on some days; Apia skipped a whole day in 2011. */
    private static final List<ZoneId> ZONES = Stream.of(
                    "Asia/Shanghai",
                    "Europe/Berlin",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "America/Sao_Paulo",
                    "Asia/Beirut",
                    "Africa/Cairo",
                    "America/Havana",
                    "Pacific/Apia",
                    "UTC")
            .map(ZoneId::of)
            .toList();

    /** Instants stand at quarters of a day of 24 hours, so that several begin and end together. */
    private static final long QUARTER = 21_600;

    /** A question: may this person, at this instant, by one of these rights, decide on what these people submitted. */
    record Question(ActorId actor, Instant at, List<Right> anyOf, Set<ActorId> submitters) {}

    static RuleSet of(Random random) {
        ZoneId zone = any(ZONES, random);
        LocalDate start = LocalDate.of(2011, 1, 1).plusDays(random.nextInt(15 * 365));
        ZoneOffsetTransition clocks =
                zone.getRules().nextTransition(start.atStartOfDay(zone).toInstant());
        LocalDate centre = clocks == null ? start : clocks.getDateTimeBefore().toLocalDate();
        List<RolePlan> plans = new ArrayList<>();
        Set<Instant> begun = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            add(plans, begun, bound(near(centre, 4, random), zone, random), zone, random);
        }
        add(plans, begun, Bound.on(centre.minusDays(2L + 9 * random.nextInt(2))), zone, random);
        return new RuleSet(zone, centre, plans, assignments(centre, zone, random), deputies(centre, zone, random));
    }

    private static void add(List<RolePlan> plans, Set<Instant> begun, Bound from, ZoneId zone, Random random) {
        if (begun.add(from.begins(zone))) {
            plans.add(new RolePlan(from, roles(random)));
        }
    }

    /** A date as often as an instant of it, which may be its first. */
    private static Bound bound(LocalDate date, ZoneId zone, Random random) {
        return random.nextBoolean()
                ? Bound.on(date)
                : Bound.at(date.atStartOfDay(zone).toInstant().plusSeconds(QUARTER * random.nextInt(4)));
    }

    private static SortedMap<Role, Set<Right>> roles(Random random) {
        SortedMap<Role, Set<Right>> roles = new TreeMap<>();
        for (Role role : ROLES) {
            if (random.nextInt(5) > 0) {
                roles.put(role, new HashSet<>(some(RIGHTS, random)));
            }
        }
        return roles;
    }

    private static List<Assignment> assignments(LocalDate centre, ZoneId zone, Random random) {
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 2 + random.nextInt(10); i > 0; i--) {
            LocalDate from = near(centre, 4, random);
            assignments.add(new Assignment(
                    STORE,
                    any(PEOPLE, random),
                    ActorKind.PERSON,
                    any(ROLES, random),
                    bound(from, zone, random),
                    end(from, zone, random),
                    Optional.empty()));
        }
        return assignments;
    }

    private static List<Deputyship> deputies(LocalDate centre, ZoneId zone, Random random) {
        List<Deputyship> deputies = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            ActorId deputy = any(PEOPLE, random);
            ActorId principal = any(PEOPLE, random);
            LocalDate from = near(centre, 3, random);
            if (!deputy.equals(principal)) {
                deputies.add(new Deputyship(
                        STORE,
                        deputy,
                        principal,
                        any(ROLES, random),
                        bound(from, zone, random),
                        end(from, zone, random)));
            }
        }
        return deputies;
    }

    private static Optional<Bound> end(LocalDate from, ZoneId zone, Random random) {
        return random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(bound(from.plusDays(1L + random.nextInt(6)), zone, random));
    }

    private static LocalDate near(LocalDate centre, int days, Random random) {
        return centre.plusDays(random.nextInt(2 * days + 1) - (long) days);
    }

    private static <T> T any(List<T> things, Random random) {
        return things.get(random.nextInt(things.size()));
    }

    private static <T> List<T> some(List<T> things, Random random) {
        return things.stream().filter(thing -> random.nextInt(2) == 0).toList();
    }

    /** Half of the questions are asked a nanosecond before, at, or after the beginning of a date or of a quarter of it. */
    Question question(Random random) {
        LocalDate date = near(centre, 4, random);
        Instant at = date.atStartOfDay(zone).toInstant().plusSeconds(QUARTER * random.nextInt(4));
        at = random.nextBoolean()
                ? at.plusNanos(random.nextInt(3) - 1L)
                : at.plusSeconds(random.nextInt(86_400 * 2) - 86_400L);
        List<Right> anyOf = random.nextBoolean()
                ? List.of(any(RIGHTS, random))
                : List.of(any(RIGHTS, random), any(RIGHTS, random), any(RIGHTS, random));
        Set<ActorId> submitters =
                random.nextBoolean() ? Set.of() : Set.copyOf(List.of(any(PEOPLE, random), any(PEOPLE, random)));
        return new Question(any(PEOPLE, random), at, anyOf, submitters);
    }

    Charter charter(long version) {
        return Charter.of(version, zone, plans, assignments, deputies);
    }

    /** The same rules, each with one right of one role less. */
    List<RuleSet> withoutARight() {
        List<RuleSet> less = new ArrayList<>();
        for (RolePlan plan : plans) {
            plan.roles()
                    .forEach((role, rights) -> rights.forEach(right -> {
                        SortedMap<Role, Set<Right>> roles = new TreeMap<>(plan.roles());
                        roles.put(role, Set.copyOf(without(List.copyOf(rights), right)));
                        List<RolePlan> changed = new ArrayList<>(without(plans, plan));
                        changed.add(new RolePlan(plan.effectiveFrom(), roles));
                        less.add(new RuleSet(zone, centre, changed, assignments, deputies));
                    }));
        }
        return less;
    }

    /** The same rules, each with one assignment less. */
    List<RuleSet> withoutAnAssignment() {
        return assignments.stream()
                .map(gone -> new RuleSet(zone, centre, plans, without(assignments, gone), deputies))
                .toList();
    }

    /** The same rules, each with one deputyship less. */
    List<RuleSet> withoutADeputyship() {
        return deputies.stream()
                .map(gone -> new RuleSet(zone, centre, plans, assignments, without(deputies, gone)))
                .toList();
    }

    private static <T> List<T> without(List<T> things, T gone) {
        return things.stream().filter(Predicate.not(gone::equals)).toList();
    }
}
