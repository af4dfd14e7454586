package io.storeops.enrolment;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.authority.Assignment;
import io.storeops.authority.Bound;
import io.storeops.authority.Role;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.reporting.SlotReporting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rotation and promotion by the manager (R88, R89, D81): op-1 goes from the operator's post to another one. */
class PostsTest {
    private static final Role FLOATER = Role.of("FLOATER");
    private static final ActorId SECOND = ActorId.of("op-2");
    private static final ActorId JOB = ActorId.of("erp-job");

    private final StoreFixture shop = new StoreFixture.Setup()
            .role("FLOATER", "EXECUTE:X3")
            .works(SECOND, "OPERATOR")
            .works(SECOND, "STORE_MANAGER")
            .service(JOB, "OPERATOR")
            .deputy(SECOND, MANAGER, "STORE_MANAGER")
            .open();

    @BeforeEach
    void atTen() {
        shop.clock.set(shop.at("10:00"));
    }

    private Posts desk(ActorId actor) {
        return shop.ops.deskOf(actor).posts();
    }

    private static Bound at(Instant instant) {
        return Bound.at(instant);
    }

    private String codeOf(ActorId person, Role role, Bound from, Role... ends) {
        return assertThrows(
                        RefusedException.class, () -> desk(MANAGER).assign(STORE, person, role, from, List.of(ends)))
                .refusal()
                .code();
    }

    private boolean collects(ActorId person) {
        SlotReporting reporting = shop.ops.deskOf(person).reporting();
        try {
            reporting.dayBook(STORE, DAY);
            return true;
        } catch (DeniedException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"10:00, 09:59:59.999999, true", "11:00, 10:59:59.999999, true", "11:00, 11:00, false"})
    void rightsFollowThePostThatIsHeldAtTheInstantOfTheCommand(String from, String at, boolean old) {
        desk(MANAGER).assign(STORE, OPERATOR, FLOATER, at(shop.at(from)), List.of(Role.OPERATOR));
        shop.clock.set(shop.at(at));
        assertEquals(old, collects(OPERATOR));
    }

    @Test
    void whatBeginsOnADateBeginsWithItsFirstInstantInTheStore() {
        desk(MANAGER).assign(STORE, OPERATOR, FLOATER, Bound.on(DAY.plusDays(1)), List.of(Role.OPERATOR));
        assertEquals(true, collects(OPERATOR));
        shop.clock.set(DAY.plusDays(1).atStartOfDay(StoreFixture.SHANGHAI).toInstant());
        assertEquals(false, collects(OPERATOR));
        assertEquals(true, collects(SECOND));
    }

    @Test
    void whatIsNotToEndGoesOnAndWhatEndedIsRemembered() {
        Assignment given = desk(MANAGER).assign(STORE, OPERATOR, FLOATER, at(shop.at("10:00")), List.of());
        assertEquals(Optional.empty(), given.to());
        assertEquals(true, collects(OPERATOR));
        desk(MANAGER).assign(STORE, OPERATOR, Role.STORE_MANAGER, at(shop.at("12:00")), List.of(FLOATER, FLOATER));
        assertEquals(
                List.of("FLOATER " + shop.at("12:00"), "OPERATOR -", "STORE_MANAGER -"),
                desk(MANAGER).of(STORE, OPERATOR).stream()
                        .map(post -> post.role() + " "
                                + post.to().map(Bound::toString).orElse("-"))
                        .toList());
    }

    @Test
    void nobodyGivesAPostToThemselfInPersonOrAsADeputy() {
        for (ActorId self : List.of(MANAGER, SECOND)) {
            DeniedException denied = assertThrows(
                    DeniedException.class,
                    () -> desk(self).assign(STORE, self, FLOATER, at(shop.at("10:00")), List.of()));
            assertEquals(DeniedException.SELF_DECISION, denied.code());
        }
        assertEquals(
                "INSTRUCT",
                assertThrows(
                                DeniedException.class,
                                () -> desk(OPERATOR).assign(STORE, SECOND, FLOATER, at(shop.at("10:00")), List.of()))
                        .code());
    }

    @Test
    void isRefusedForWhatIsNotThereAndForWhatIsOver() {
        Bound now = at(shop.at("10:00"));
        assertEquals("NO_SUCH_PERSON", codeOf(STRANGER, FLOATER, now));
        assertEquals("NO_SUCH_PERSON", codeOf(JOB, FLOATER, now));
        assertEquals("NO_SUCH_ROLE", codeOf(OPERATOR, Role.of("PILOT"), now));
        assertEquals("IN_THE_PAST", codeOf(OPERATOR, FLOATER, at(shop.at("09:59:59.999999"))));
        assertEquals("IN_THE_PAST", codeOf(OPERATOR, FLOATER, Bound.on(DAY)));
        assertEquals("NOT_HELD", codeOf(OPERATOR, FLOATER, now, Role.STORE_MANAGER));
        assertEquals("HELD_ALREADY", codeOf(OPERATOR, Role.OPERATOR, now));
        assertEquals(1, desk(MANAGER).of(STORE, OPERATOR).size());
    }

    @Test
    void aPostThatBeginsThenCannotEndThen() {
        desk(MANAGER).assign(STORE, OPERATOR, FLOATER, at(shop.at("12:00")), List.of());
        assertEquals("NOT_HELD", codeOf(OPERATOR, Role.STORE_MANAGER, at(shop.at("12:00")), FLOATER));
        assertEquals("NOT_HELD", codeOf(OPERATOR, Role.STORE_MANAGER, at(shop.at("11:00")), FLOATER));
        desk(MANAGER).assign(STORE, OPERATOR, Role.STORE_MANAGER, at(shop.at("12:00:00.000001")), List.of(FLOATER));
        assertEquals(3, desk(MANAGER).of(STORE, OPERATOR).size());
    }

    @Test
    void aPostCanBeginAnewWhereItEnds() {
        desk(MANAGER).assign(STORE, OPERATOR, Role.OPERATOR, at(shop.at("12:00")), List.of(Role.OPERATOR));
        shop.clock.set(shop.at("12:00"));
        assertEquals(true, collects(OPERATOR));
    }

    @Test
    void theSameCommandGivesTheFirstResultAgain() {
        CommandId id = CommandId.of("c1");
        Assignment first = shop.ops
                .deskOf(MANAGER)
                .under(id)
                .posts()
                .assign(STORE, OPERATOR, FLOATER, at(shop.at("10:00")), List.of(Role.OPERATOR));
        assertEquals(
                first,
                shop.ops
                        .deskOf(MANAGER)
                        .under(id)
                        .posts()
                        .assign(STORE, OPERATOR, FLOATER, at(shop.at("10:00")), List.of(Role.OPERATOR)));
        assertEquals(2, desk(MANAGER).of(STORE, OPERATOR).size());
    }
}
