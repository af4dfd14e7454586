package io.storeops.activity;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.activity.ActivityShop.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.OccurrenceId;
import io.storeops.campaign.Offer;
import io.storeops.position.ActivityRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The start of an activity on the agenda: it opens with the approval, is due at its instant, and is done once it runs (D35). It is 09:00. */
class ActivityAgendaTest {
    private final ActivityShop shop = new ActivityShop();

    private ActivityPlan plan(Instant from, Instant to) {
        return ActivityPlan.of(
                        ActivityRules.Kind.DAILY,
                        "daily",
                        List.of(new Offer("A", Optional.of(4_400L), Optional.empty())),
                        new ActivityWindow(from, to))
                .preparing(List.of());
    }

    /** What the agenda of a date says of starts now. */
    private List<String> starts(LocalDate date) {
        Instant now = shop.shop.clock.instant();
        return shop.desk(OPERATOR).agenda().on(STORE, date).items().stream()
                .filter(item -> item.occurrence().id().toString().startsWith("3.3/start:"))
                .map(item -> item.occurrence().id() + " " + item.stateAt(now))
                .toList();
    }

    private AgendaItem.State state(String id) {
        return shop.desk(OPERATOR)
                .agenda()
                .getItem(STORE, OccurrenceId.parse("3.3/start:" + id))
                .stateAt(shop.shop.clock.instant());
    }

    @Test
    void isOnTheAgendaFromTheDateOfItsApprovalUntilThatOfItsStart() {
        shop.by(SECOND).submit(STORE, "D", plan(shop.shop.at(NEXT, "12:00"), shop.shop.at(NEXT, "18:00")));
        assertEquals(List.of(), starts(DAY));
        shop.by(MANAGER).approve(STORE, "D", io.storeops.vetting.Allowances.NONE);
        shop.by(OPERATOR).startPreparation(STORE, "D");
        shop.ok("D-BEFORE", "PAGE_PRICE");
        assertEquals(List.of(), starts(DAY.minusDays(1)));
        assertEquals(List.of("3.3/start:D DUE"), starts(DAY));
        assertEquals(List.of("3.3/start:D DUE"), starts(NEXT));
        Occurrence start = shop.desk(OPERATOR)
                .agenda()
                .getItem(STORE, OccurrenceId.parse("3.3/start:D"))
                .occurrence();
        assertEquals(
                List.of(NEXT, shop.at("09:00"), shop.shop.at(NEXT, "12:00")),
                List.of(start.date(), start.opensAt(), start.dueAt()));
        shop.shop.clock.set(shop.shop.at(NEXT, "12:00"));
        shop.shop.ops.tick(STORE);
        assertEquals(List.of("3.3/start:D DONE"), starts(NEXT));
        assertEquals(List.of(), starts(NEXT.plusDays(1)));
    }

    /** With the first instant of a date it starts on that date, and on the agenda of the date before nothing is left to be done of it. */
    @Test
    void aStartAtMidnightBelongsToTheDateThatBegins() {
        shop.ready("D", plan(shop.shop.at(NEXT, "00:00"), shop.shop.at(NEXT, "18:00")));
        shop.shop.clock.set(shop.shop.at(NEXT, "00:00"));
        shop.shop.ops.tick(STORE);
        assertEquals(List.of("3.3/start:D DONE"), starts(NEXT));
        assertEquals(List.of("3.3/start:D DONE"), starts(DAY));
        assertEquals(List.of(), starts(NEXT.plusDays(1)));
    }

    /** One that is approved at midnight opens on the date that begins. */
    @Test
    void anApprovalAtMidnightOpensItOnTheDateThatBegins() {
        shop.shop.clock.set(shop.shop.at(NEXT, "00:00"));
        shop.approved("D", plan(shop.shop.at(NEXT, "12:00"), shop.shop.at(NEXT, "18:00")));
        assertEquals(List.of(), starts(DAY));
        assertEquals(List.of("3.3/start:D DUE"), starts(NEXT));
    }

    /** What is approved after its start opens at its start. */
    @ParameterizedTest
    @CsvSource({"08:00, 08:00", "09:00, 09:00", "10:00, 09:00"})
    void opensWithTheApprovalButNeverAfterItsStart(String start, String opens) {
        shop.approved("D", plan(shop.at(start), shop.at("18:00")));
        assertEquals(
                shop.at(opens),
                shop.desk(OPERATOR)
                        .agenda()
                        .getItem(STORE, OccurrenceId.parse("3.3/start:D"))
                        .occurrence()
                        .opensAt());
    }

    @Test
    void whatCouldNotStartIsOverdueUntilItRunsOrIsGivenUp() {
        shop.preparing("D", shop.daily("12:00", "18:00"));
        shop.preparing("E", shop.daily("18:00", "20:00"));
        shop.tick("12:00");
        assertEquals(AgendaItem.State.OVERDUE, state("D"));
        assertEquals(AgendaItem.State.DUE, state("E"));
        shop.ok("D-BEFORE", "PAGE_PRICE");
        shop.clock("12:10");
        shop.by(OPERATOR).start(STORE, "D");
        assertEquals(AgendaItem.State.LATE, state("D"));
        shop.by(MANAGER).cancel(STORE, "E", "no");
        assertEquals(AgendaItem.State.ABANDONED, state("E"));
        // Cancelled after it ran, it was started all the same.
        shop.by(MANAGER).cancel(STORE, "D", "no");
        assertEquals(AgendaItem.State.LATE, state("D"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3/start:X", "3.3/start:T", "3.3/D", "2.1/start:D", "3.3/step/D-BEFORE:PAGE_PRICE2"})
    void nothingElseIsAStart(String id) {
        shop.approved("D", shop.daily("12:00", "18:00"));
        // The start of one that the host told of is nobody's to do.
        shop.shop.ops.tellActivities(
                STORE,
                List.of(new ToldActivity(
                        "T", shop.daily("08:00", "12:00"), true, Optional.of(SECOND), Optional.of(MANAGER))));
        assertEquals(List.of("3.3/start:D DUE"), starts(DAY));
        assertThrows(
                IllegalArgumentException.class,
                () -> shop.desk(OPERATOR).agenda().getItem(STORE, OccurrenceId.parse(id)));
    }
}
