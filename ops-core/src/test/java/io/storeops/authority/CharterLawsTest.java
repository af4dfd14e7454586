package io.storeops.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CharterLawsTest {
    private static final StoreId STORE = StoreId.of("S1");
    private static final LocalDate DAY = LocalDate.of(2024, 6, 16);
    private static final List<ActorId> PEOPLE = List.of(ActorId.of("a"), ActorId.of("b"), ActorId.of("c"));
    private static final List<Role> ROLES = List.of(Role.of("R1"), Role.of("R2"), Role.of("R3"));
    private static final List<Right> RIGHTS =
            List.of(Right.parse("READ"), Right.parse("EXECUTE:X1"), Right.parse("EXECUTE:X2"), Right.parse("EXECUTE"));

    @Property(tries = 2000)
    void decidesAsTheTablesSay(@ForAll Random random) {
        Map<Role, Set<Right>> roles = new TreeMap<>();
        for (Role role : ROLES) {
            if (random.nextInt(4) > 0) {
                Set<Right> rights = new HashSet<>();
                RIGHTS.stream().filter(right -> random.nextInt(3) == 0).forEach(rights::add);
                roles.put(role, rights);
            }
        }
        List<Assignment> assignments = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            LocalDate from = DAY.plusDays(random.nextInt(5) - 2L);
            assignments.add(new Assignment(
                    STORE,
                    PEOPLE.get(random.nextInt(3)),
                    ROLES.get(random.nextInt(3)),
                    from,
                    random.nextBoolean() ? Optional.empty() : Optional.of(from.plusDays(random.nextInt(3))),
                    Optional.empty()));
        }
        List<Right> anyOf = List.of(RIGHTS.get(random.nextInt(4)), RIGHTS.get(random.nextInt(4)));
        ActorId actor = PEOPLE.get(random.nextInt(3));

        Set<String> grants = new TreeSet<>();
        for (Assignment held : assignments) {
            boolean begun = held.from().toEpochDay() <= DAY.toEpochDay();
            boolean over = held.to().isPresent() && held.to().get().toEpochDay() < DAY.toEpochDay();
            if (begun && !over) {
                roles.getOrDefault(held.role(), Set.of()).forEach(right -> grants.add(held.actor() + " " + right));
            }
        }
        Optional<Right> first = anyOf.stream()
                .filter(right -> grants.contains(actor + " " + right))
                .findFirst();
        Decision decision = Charter.of(
                        7,
                        ZoneOffset.UTC,
                        List.of(new RolePlan(DAY.minusDays(9), new TreeMap<>(roles))),
                        assignments,
                        List.of())
                .decide(actor, DAY.atTime(12, 0).toInstant(ZoneOffset.UTC), anyOf);
        if (first.isPresent()) {
            Decision.Allowed allowed = (Decision.Allowed) decision;
            assertEquals(first.get(), allowed.right());
            assertTrue(roles.get(allowed.role()).contains(allowed.right()));
        } else {
            List<ActorId> holders = PEOPLE.stream()
                    .filter(person -> grants.contains(person + " " + anyOf.get(0)))
                    .toList();
            assertEquals(new Decision.Denied(anyOf.get(0), holders, 7), decision);
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("ABCXYZ0189_")
                .ofMinLength(0)
                .ofMaxLength(12)
                .map(rest -> "X" + rest);
    }

    @Property
    void rightsReadWhatTheyPrint(@ForAll("words") String verb, @ForAll("words") String scope) {
        for (Right right : List.of(new Right(verb, scope), new Right(verb, ""))) {
            assertEquals(right, Right.parse(right.toString()));
        }
    }

    @Example
    void refusesWhatIsNoRight() {
        for (String text : List.of("", "execute:X1", "EXECUTE:x1", "A:B:C", ":X1", "1A", "A B")) {
            assertThrows(IllegalArgumentException.class, () -> Right.parse(text), text);
        }
    }

    @Example
    void anAssignmentHoldsFromItsFirstToItsLastDate() {
        Assignment assignment =
                new Assignment(STORE, PEOPLE.get(0), ROLES.get(0), DAY, Optional.of(DAY.plusDays(1)), Optional.empty());
        assertEquals(
                List.of(false, true, true, false),
                List.of(
                        assignment.validOn(DAY.minusDays(1)),
                        assignment.validOn(DAY),
                        assignment.validOn(DAY.plusDays(1)),
                        assignment.validOn(DAY.plusDays(2))));
    }
}
