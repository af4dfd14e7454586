package io.storeops.examples.bench;

import io.storeops.authority.Assignment;
import io.storeops.authority.Bound;
import io.storeops.authority.Charter;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.authority.RolePlan;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.casbin.jcasbin.main.CoreEnforcer;
import org.casbin.jcasbin.model.Model;

/** 100 people, 10 roles and 30 rights, each role with ten of them and each person with one or two roles: said twice. */
final class Rules {
    static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final StoreId STORE = StoreId.of("S1");
    private static final String RBAC = """
            [request_definition]
            r = sub, act
            [policy_definition]
            p = sub, act
            [role_definition]
            g = _, _
            [policy_effect]
            e = some(where (p.eft == allow))
            [matchers]
            m = g(r.sub, p.sub) && r.act == p.act
            """;

    final List<ActorId> people = new ArrayList<>();
    final List<Right> rights = new ArrayList<>();
    private final TreeMap<Role, Set<Right>> roles = new TreeMap<>();
    private final List<Assignment> assignments = new ArrayList<>();

    Rules() {
        Random random = new Random(1);
        for (int i = 0; i < 30; i++) {
            rights.add(Right.parse("EXECUTE:X" + i));
        }
        for (int i = 0; i < 10; i++) {
            Set<Right> held = new HashSet<>();
            while (held.size() < 10) {
                held.add(rights.get(random.nextInt(rights.size())));
            }
            roles.put(Role.of("role-" + i), held);
        }
        List<Role> names = List.copyOf(roles.keySet());
        for (int i = 0; i < 100; i++) {
            ActorId person = ActorId.of("person-" + i);
            people.add(person);
            assignments.add(works(person, names.get(i % 10)));
            if (i % 2 == 0) {
                assignments.add(works(person, names.get((i + 3) % 10)));
            }
        }
    }

    private static Assignment works(ActorId person, Role role) {
        return new Assignment(STORE, person, role, SINCE, Optional.empty(), Optional.empty());
    }

    Charter charter() {
        return Charter.of(1, ZoneOffset.UTC, List.of(new RolePlan(Bound.on(SINCE), roles)), assignments, List.of());
    }

    /** An enforcer of jCasbin with the same rules. */
    <E extends CoreEnforcer> E in(Function<Model, E> maker) {
        Model model = new Model();
        model.loadModelFromText(RBAC);
        roles.forEach((role, held) ->
                held.forEach(right -> model.addPolicy("p", "p", List.of(role.name(), right.toString()))));
        assignments.forEach(assignment -> model.addPolicy(
                "g", "g", List.of(assignment.actor().value(), assignment.role().name())));
        E enforcer = maker.apply(model);
        enforcer.enableLog(false);
        enforcer.buildRoleLinks();
        return enforcer;
    }
}
