package io.storeops.activity;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.activity.ActivityShop.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.storeops.failure.CommandReusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.step.StepAnswer;
import io.storeops.vetting.Allowances;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A command says one thing: given again it gives its first result, and with something else under its id it is refused (R10). */
class ActivityCommandsTest {
    /** How a store stands before, who acts, what is asked for, and what is asked for under the same command then. */
    static Stream<Arguments> commands() {
        return Stream.of(
                row(
                        shop -> {},
                        OPERATOR,
                        (by, shop) -> by.draft(STORE, "D", daily(shop, "18:00")),
                        (by, shop) -> by.draft(STORE, "D", daily(shop, "19:00"))),
                row(
                        shop -> {},
                        OPERATOR,
                        (by, shop) -> by.submit(STORE, "D", daily(shop, "18:00")),
                        (by, shop) -> by.submit(STORE, "D", daily(shop, "19:00"))),
                row(
                        shop -> shop.by(OPERATOR).draft(STORE, "D", daily(shop, "18:00")),
                        OPERATOR,
                        (by, shop) -> by.submit(STORE, "D"),
                        (by, shop) -> by.submit(STORE, "D", daily(shop, "19:00"))),
                row(
                        shop -> shop.by(OPERATOR).draft(STORE, "D", daily(shop, "18:00")),
                        OPERATOR,
                        (by, shop) -> by.comment(STORE, "D", "fine"),
                        (by, shop) -> by.comment(STORE, "D", "too cheap")),
                row(
                        ActivityCommandsTest::submitted,
                        MANAGER,
                        (by, shop) -> by.giveBack(STORE, "D", "too cheap"),
                        (by, shop) -> by.giveBack(STORE, "D", "too dear")),
                row(
                        ActivityCommandsTest::submitted,
                        MANAGER,
                        (by, shop) -> by.approve(STORE, "D", Allowances.NONE),
                        (by, shop) -> by.approve(STORE, "D", new Allowances(Set.of("E"), false))),
                row(
                        ActivityCommandsTest::submitted,
                        MANAGER,
                        (by, shop) -> by.approve(STORE, "D", Allowances.NONE),
                        (by, shop) -> by.approve(STORE, "D", new Allowances(Set.of(), true))),
                row(
                        ActivityCommandsTest::running,
                        OPERATOR,
                        (by, shop) -> by.track(STORE, "D", Effect.of(1, 50)),
                        (by, shop) -> by.track(STORE, "D", Effect.of(2, 50))),
                row(
                        ActivityCommandsTest::running,
                        MANAGER,
                        (by, shop) -> by.cancel(STORE, "D", "wrong price"),
                        (by, shop) -> by.cancel(STORE, "D", "wrong item")),
                row(
                        shop -> {
                            shop.preparing("D", daily(shop, "18:00"));
                            shop.tick("12:00");
                        },
                        MANAGER,
                        (by, shop) -> by.override(STORE, "D", "contract"),
                        (by, shop) -> by.override(STORE, "D", "hurry")),
                row(
                        shop -> {
                            shop.preparing("D", daily(shop, "18:00"));
                            shop.desk(OPERATOR).steps().answer(STORE, "D-BEFORE", "PAGE_PRICE", StepAnswer.fail());
                        },
                        OPERATOR,
                        (by, shop) -> by.sendFeedback(STORE, "X", "D", finding(shop, "page shows 99.00")),
                        (by, shop) -> by.sendFeedback(STORE, "X", "D", finding(shop, "page shows 98.00"))));
    }

    private static Arguments row(
            Consumer<ActivityShop> before,
            ActorId actor,
            BiFunction<Activities, ActivityShop, Object> asked,
            BiFunction<Activities, ActivityShop, Object> otherwise) {
        return arguments(before, actor, asked, otherwise);
    }

    private static ActivityPlan daily(ActivityShop shop, String to) {
        return shop.daily("12:00", to);
    }

    private static void submitted(ActivityShop shop) {
        shop.by(SECOND).submit(STORE, "D", daily(shop, "18:00"));
    }

    private static void running(ActivityShop shop) {
        shop.running("D", daily(shop, "18:00"));
    }

    private static Finding finding(ActivityShop shop, String what) {
        return new Finding("D-BEFORE", "PAGE_PRICE", what, "item page", shop.at("09:00"), "shot/1", List.of(MANAGER));
    }

    @ParameterizedTest
    @MethodSource
    void commands(
            Consumer<ActivityShop> before,
            ActorId actor,
            BiFunction<Activities, ActivityShop, Object> asked,
            BiFunction<Activities, ActivityShop, Object> otherwise) {
        ActivityShop shop = new ActivityShop();
        before.accept(shop);
        Activities by = shop.desk(actor).under(CommandId.of("c-1")).activities();
        Object first = asked.apply(by, shop);
        Optional<Activity> activity = shop.by(OPERATOR).find(STORE, "D");
        assertEquals(first, asked.apply(by, shop));
        assertThrows(CommandReusedException.class, () -> otherwise.apply(by, shop));
        assertEquals(activity, shop.by(OPERATOR).find(STORE, "D"));
    }
}
