package io.storeops.maintenance;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static io.storeops.maintenance.AnomalyShop.OTHER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.OccurrenceId;
import io.storeops.document.PlainText;
import io.storeops.failure.RefusedException;
import io.storeops.id.CommandId;
import io.storeops.inspection.RuleKey;
import io.storeops.publishing.OutgoingMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The sweep at the end of the day: due at 21:30, it tells what is open. */
class SweepTest {
    private static final List<String> LINES =
            List.of("PRICE", "STOCK", "REFUND_RATE", "INFORMATION", "COMPETITOR", "ACTIVITY_EXPIRY");
    private static final OccurrenceId OCCURRENCE = OccurrenceId.ofDate("2.2", DAY);

    private final AnomalyShop shop = AnomalyShop.inspecting(UnaryOperator.identity());

    private void inspect() {
        Inspections keeper = shop.inspections(KEEPER);
        keeper.start(STORE, DAY);
        LINES.forEach(line -> keeper.answer(STORE, DAY, line, LineAnswer.ok()));
        keeper.complete(STORE, DAY);
    }

    private Swept sweep() {
        return shop.inspections(KEEPER).sweep(STORE, DAY);
    }

    private AgendaItem.State onTheAgenda() {
        return shop.shop.ops.deskOf(MANAGER).agenda().getItem(STORE, OCCURRENCE).stateAt(shop.shop.clock.instant());
    }

    private OutgoingMessage sent() {
        List<OutgoingMessage> attempts = shop.shop.channel.attempts();
        return attempts.get(attempts.size() - 1);
    }

    private static String code(Executable act) {
        return assertThrows(RefusedException.class, act).refusal().code();
    }

    @Test
    void saysThatThereIsNothingWhenTheDayWasInspectedAndNothingIsOpen() {
        inspect();
        shop.shop.clock.set(shop.shop.at("21:30:00"));
        Swept swept = sweep();
        assertEquals(Sweep.Notice.NO_EXCEPTION, swept.sweep().notice());
        assertEquals(Optional.of(shop.shop.at("21:30:00")), swept.doneAt());
        assertFalse(swept.late());
        assertEquals(AgendaItem.State.DONE, onTheAgenda());
        assertTrue(PlainText.of(sent().document()).contains("无异常"), PlainText.of(sent().document()));
        assertEquals(Optional.of(swept), shop.inspections(MANAGER).findSweep(STORE, DAY));
    }

    @Test
    void takesTheCompletedChecklistWithIt() {
        shop.shop.channel.takes(OptionalLong.of(100_000), OptionalLong.of(100_000));
        inspect();
        sweep();
        List<OutgoingMessage.File> files = sent().files();
        assertEquals(
                List.of("checklist-2024-06-16.txt"),
                files.stream().map(OutgoingMessage.File::name).toList());
        assertTrue(new String(files.get(0).content().content(), UTF_8).contains("REFUND_RATE"));
    }

    @Test
    void namesWhatIsOpenInTheOrderInWhichItWasFound() {
        inspect();
        shop.report("E9");
        shop.minute();
        shop.duty(KEEPER).report(STORE, Report.of("E1", RuleKey.of("STOCK"), "A", "0", "5", shop.shop.clock.instant()));
        shop.duty(KEEPER).claim(STORE, "E9", 1);
        Swept swept = sweep();
        assertEquals(Sweep.Notice.OPEN_LIST, swept.sweep().notice());
        assertEquals(List.of("E9", "E1"), swept.sweep().open());
        String text = PlainText.of(sent().document());
        for (String said : List.of("未结事项", "E9", "E1", "搪瓷杯", "9000", "10000")) {
            assertTrue(text.contains(said), said + " in " + text);
        }
    }

    @Test
    void leavesOutWhatEndedAndWhatIsCovered() {
        inspect();
        shop.report("E1");
        shop.duty(KEEPER).dismiss(STORE, "E1", "it was another shop");
        shop.duty(KEEPER)
                .report(
                        STORE,
                        Report.of("WHOLE", RuleKey.of("STOCK"), STORE.value(), "0", "5", shop.shop.clock.instant()));
        shop.duty(KEEPER).report(STORE, Report.of("E2", RuleKey.of("STOCK"), "A", "0", "5", shop.shop.clock.instant()));
        assertEquals(AnomalyState.COVERED, shop.known("E2").state());
        assertEquals(List.of("WHOLE"), sweep().sweep().open());
    }

    @Test
    void namesTheLinesThatCouldNotBeChecked() {
        shop.inspections(KEEPER).start(STORE, DAY);
        LINES.forEach(line -> shop.inspections(KEEPER).answer(STORE, DAY, line, LineAnswer.ok()));
        shop.inspections(KEEPER).answer(STORE, DAY, "STOCK", LineAnswer.couldNotCheck("no file", Optional.empty()));
        shop.inspections(KEEPER).complete(STORE, DAY);
        Swept swept = sweep();
        assertEquals(Sweep.Notice.OPEN_LIST, swept.sweep().notice());
        assertEquals(List.of("STOCK"), swept.sweep().couldNotCheck());
        assertTrue(PlainText.of(sent().document()).contains("未能检查 STOCK"), PlainText.of(sent().document()));
    }

    @Test
    void saysNothingOfNoExceptionWhereNobodyInspected() {
        assertEquals(Sweep.Notice.OPEN_LIST, sweep().sweep().notice());
        assertTrue(PlainText.of(sent().document()).contains("当日检查未完成"));
    }

    @Test
    void isDoneWhenTheChannelAcceptsItsNotice() {
        inspect();
        shop.shop.clock.set(shop.shop.at("21:20:00"));
        shop.shop.channel.nextRefusesUntil(shop.shop.at("21:40:00"));
        assertEquals(Optional.empty(), sweep().doneAt());
        assertEquals(AgendaItem.State.DUE, onTheAgenda());
        shop.shop.clock.set(shop.shop.at("21:40:00"));
        assertEquals(AgendaItem.State.OVERDUE, onTheAgenda());
        shop.shop.ops.deliverDue(STORE);
        Swept later = shop.inspections(KEEPER).findSweep(STORE, DAY).orElseThrow();
        assertTrue(later.late());
        assertEquals(AgendaItem.State.LATE, onTheAgenda());
    }

    @Test
    void isRaisedOnceWhenItIsOverdue() {
        inspect();
        shop.shop.ops.tick(STORE);
        shop.shop.clock.set(shop.shop.at("21:30:00"));
        assertEquals(
                List.of(OCCURRENCE),
                shop.shop.ops.tick(STORE).raised().stream()
                        .map(each -> each.occurrence().id())
                        .filter(id -> id.duty().equals("2.2"))
                        .toList());
        assertEquals(List.of(), shop.shop.ops.tick(STORE).raised());
    }

    @Test
    void isMadeOnceByOnePerson() {
        inspect();
        Inspections same =
                shop.shop.ops.deskOf(KEEPER).under(CommandId.of("s-1")).inspections();
        Swept first = same.sweep(STORE, DAY);
        shop.minute();
        assertEquals(first, same.sweep(STORE, DAY));
        RefusedException refused = assertThrows(
                RefusedException.class, () -> shop.inspections(OTHER).sweep(STORE, DAY));
        assertEquals("ALREADY_DONE", refused.refusal().code());
        assertTrue(refused.refusal().detail().contains("keeper-1"), refused.getMessage());
        assertEquals(
                1,
                shop.shop.deliveries().stream()
                        .filter(each -> each.messageId().equals("sweep/2024-06-16"))
                        .count());
    }

    @Test
    void isNotMadeBeforeItsDateNorWhereNothingExpectsIt() {
        assertEquals("NOT_OPEN", code(() -> shop.inspections(KEEPER).sweep(STORE, NEXT)));
        assertEquals("NO_SUCH_SWEEP", code(() -> shop.inspections(KEEPER).sweep(STORE, LocalDate.of(2023, 12, 31))));
    }

    @Test
    void mayStillBeMadeWhenItsDateIsOverAndIsLateThen() {
        inspect();
        shop.pass(Duration.ofHours(16));
        assertEquals(AgendaItem.State.MISSED, onTheAgenda());
        assertTrue(sweep().late());
        assertEquals(AgendaItem.State.LATE, onTheAgenda());
    }

    @Test
    void tellsFiguresOfRivalsOnlyToAChannelThatMayHaveThem() {
        shop.duty(KEEPER)
                .report(
                        STORE,
                        Report.of(
                                "C1",
                                RuleKey.of("COMPETITOR", "PRICE"),
                                "X",
                                "7777",
                                "8888",
                                shop.shop.clock.instant()));
        inspect();
        shop.shop.channel.takes(OptionalLong.of(100_000), OptionalLong.of(100_000));
        sweep();
        String text = PlainText.of(sent().document());
        assertTrue(text.contains("C1"), text);
        assertFalse(text.contains("7777") || text.contains("8888"), text);
        assertEquals(List.of(), sent().files());
    }
}
