package io.storeops.act;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.authority.Assignment;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Role;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.position.Roster;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two stores in one storage: the rules of one never matter for the other. */
class StoresApartTest {
    private static final StoreId OTHER = StoreId.of("S2");
    private static final List<ActorId> PEOPLE =
            Stream.of("op-1", "mgr-1", "guest-1", "op-2", "li").map(ActorId::of).toList();
    private static final List<String> ROLES = List.of("OPERATOR", "STORE_MANAGER");

    private final StoreFixture shop = StoreFixture.open();

    private Map<String, String> answers(StoreId store) {
        Map<String, String> answers = new TreeMap<>();
        for (ActorId person : PEOPLE) {
            SlotReporting desk = shop.ops.deskOf(person).reporting();
            answers.put(person + " looks", answer(() -> desk.dayBook(store, DAY)));
            answers.put(person + " records", answer(() -> desk.record(store, List.of())));
            answers.put(person + " releases", answer(() -> desk.release(store, slot(13))));
        }
        return answers;
    }

    private static String answer(Runnable question) {
        try {
            question.run();
            return "yes";
        } catch (DeniedException | RefusedException e) {
            return e.getMessage();
        }
    }

    private static Enrolment anything(Random random, int round) {
        List<Assignment> assignments = new ArrayList<>();
        List<Deputyship> deputies = new ArrayList<>();
        for (ActorId person : PEOPLE) {
            LocalDate from = DAY.minusDays(random.nextInt(9));
            assignments.add(new Assignment(
                    OTHER,
                    person,
                    role(random),
                    from,
                    Optional.of(from.plusDays(random.nextInt(9))),
                    Optional.empty()));
            ActorId principal = PEOPLE.get(random.nextInt(PEOPLE.size()));
            if (!principal.equals(person)) {
                deputies.add(new Deputyship(OTHER, person, principal, role(random), from, Optional.empty()));
            }
        }
        Roster roster = RosterDraft.of(DAY.plusDays(round))
                .role("OPERATOR", random.nextBoolean() ? "EXECUTE:X1" : "READ")
                .role("STORE_MANAGER", random.nextBoolean() ? "EXECUTE:X1" : "INSTRUCT")
                .read(OTHER);
        Store store = new Store(OTHER, "Other", ZoneId.of("Pacific/Kiritimati"), Currency.getInstance("CNY"));
        return new Enrolment(store, List.of(), List.of(), assignments, deputies, List.of(), roster);
    }

    private static Role role(Random random) {
        return Role.of(ROLES.get(random.nextInt(ROLES.size())));
    }

    @Test
    void nothingThatIsSaidOfAStoreChangesAnAnswerInAnother() {
        Map<String, String> alone = answers(STORE);
        Random random = new Random(3);
        for (int round = 0; round < 30; round++) {
            shop.ops.enrol(anything(random, round));
            answers(OTHER);
            assertEquals(alone, answers(STORE), "round " + round);
        }
    }

    @Test
    void whoHoldsARightIsToldOfTheStoreAlone() {
        shop.ops.enrol(new Enrolment(
                new Store(OTHER, "Other", StoreFixture.SHANGHAI, Currency.getInstance("CNY")),
                List.of(),
                List.of(),
                List.of(new Assignment(
                        OTHER, ActorId.of("op-2"), Role.OPERATOR, DAY, Optional.empty(), Optional.empty())),
                List.of(),
                List.of(),
                RosterDraft.usual(DAY).read(OTHER)));
        DeniedException denied = assertThrows(
                DeniedException.class,
                () -> shop.ops.deskOf(OPERATOR).reporting().dayBook(OTHER, DAY));
        assertEquals(
                "op-1 may not READ_DAY in store S2: the right EXECUTE:X1 is missing. It is held by [op-2]",
                denied.getMessage());
    }

    @Nested
    class AViewOfAStore {
        private final StoreView view = StoreView.of(shop.storage, STORE);

        private void refuses(Runnable question) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, question::run);
            assertEquals("This is a view of store S1; it has no assignment of store S2", refused.getMessage());
        }

        @Test
        void hasNoRowOfAnother() {
            refuses(() -> view.find(Assignment.TABLE, Key.of(OTHER, "op-1", "OPERATOR", DAY)));
        }

        @Test
        void answersNoQuestionAboutAnother() {
            refuses(() -> view.select(Query.of(Assignment.TABLE, OTHER)));
            refuses(() -> view.scan(Query.of(Assignment.TABLE, OTHER)).close());
            refuses(() -> view.all(Query.of(Assignment.TABLE, OTHER)));
        }
    }
}
