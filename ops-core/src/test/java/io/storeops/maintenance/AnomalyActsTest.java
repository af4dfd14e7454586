package io.storeops.maintenance;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static io.storeops.maintenance.AnomalyShop.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.CommandReusedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.CommandId;
import io.storeops.inspection.PriceRule;
import io.storeops.inspection.RuleKey;
import io.storeops.listing.ListingFacts;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import io.storeops.task.Instruction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an act on an anomaly needs, and what it leaves behind. */
class AnomalyActsTest {
    private final AnomalyShop shop = new AnomalyShop();

    private static void assertRefused(String code, Executable act) {
        assertEquals(code, assertThrows(RefusedException.class, act).refusal().code());
    }

    private Maintenance keeper() {
        return shop.duty(KEEPER);
    }

    private Maintenance manager() {
        return shop.duty(MANAGER);
    }

    private void answered(String id) {
        shop.escalate(id);
        manager().giveFeedback(STORE, id, Feedback.Decision.of("HOLD", "as it is"));
    }

    private <R> List<R> rows(Table<R> table) {
        return shop.shop.storage.select(Query.of(table, STORE)).items().stream()
                .map(Versioned::value)
                .toList();
    }

    private Instant now() {
        return shop.shop.clock.instant();
    }

    private Report report(String id, RuleKey rule, String subject, Instant since) {
        return Report.of(id, rule, subject, "bad", "good", since);
    }

    @ParameterizedTest
    @EnumSource(AnomalyResult.class)
    void whatIsAnsweredIsClosedAsWhatBecameOfTheAnswer(AnomalyResult result) {
        shop.refunds(Map.of("A", 100));
        answered("R-A");
        if (List.of(AnomalyResult.DONE, AnomalyResult.HOLD, AnomalyResult.ACCEPTED)
                .contains(result)) {
            assertEquals(
                    AnomalyState.CLOSED, keeper().close(STORE, "R-A", result).state());
            assertEquals(
                    Optional.of(new Anomaly.Ending(now(), result)),
                    shop.known("R-A").ended());
        } else {
            assertRefused("WRONG_STATE", () -> keeper().close(STORE, "R-A", result));
        }
    }

    @Test
    void whatIsAnsweredStaysOpenUntilTheTasksAboutItAreDoneOrNot() {
        shop.refunds(Map.of("A", 100));
        answered("R-A");
        shop.shop.tasks(MANAGER).assign(STORE, "T1", about("R-A"), OPERATOR);
        shop.shop.tasks(MANAGER).assign(STORE, "T2", about("R-B"), OPERATOR);
        assertRefused("LINKED_TASK_OPEN", () -> keeper().close(STORE, "R-A", AnomalyResult.DONE));
        shop.shop.tasks(OPERATOR).accept(STORE, "T1");
        assertRefused("LINKED_TASK_OPEN", () -> keeper().close(STORE, "R-A", AnomalyResult.DONE));
        shop.shop.tasks(OPERATOR).notDone(STORE, "T1", "sold out meanwhile");
        assertEquals(
                AnomalyState.CLOSED,
                keeper().close(STORE, "R-A", AnomalyResult.DONE).state());
    }

    private Instruction about(String anomaly) {
        return new Instruction(
                "GENERAL",
                Optional.empty(),
                Optional.of(anomaly),
                List.of(),
                Optional.of("mend the size chart"),
                now().plusSeconds(600));
    }

    @Test
    void whatIsGoodAgainWithoutAnyWriteIsClosedByWhoeverHasItOnceThatIsSeen() {
        shop.report("E1");
        keeper().claim(STORE, "E1", 1);
        assertRefused("WRONG_STATE", () -> keeper().close(STORE, "E1", AnomalyResult.DONE));
        assertRefused("CONFLICT", () -> shop.duty(OTHER).close(STORE, "E1", AnomalyResult.SELF_RECOVERED));
        assertRefused("READ_BACK_FIRST", () -> keeper().close(STORE, "E1", AnomalyResult.SELF_RECOVERED));
        shop.see(9_999);
        assertRefused("READ_BACK_DIFFERS", () -> keeper().close(STORE, "E1", AnomalyResult.SELF_RECOVERED));
        shop.see(10_000);
        assertEquals(
                AnomalyState.CLOSED,
                keeper().close(STORE, "E1", AnomalyResult.SELF_RECOVERED).state());
    }

    @Test
    void whatWasSeenBeforeItWasFoundProvesNothing() {
        shop.see(10_000);
        shop.minute();
        shop.report("E1");
        keeper().claim(STORE, "E1", 1);
        shop.attach("E1", "SCREENSHOT_AFTER");
        assertRefused("READ_BACK_FIRST", () -> keeper().correct(STORE, "E1"));
    }

    @Test
    void whatHasNoListingIsGoodAgainWhenItsRuleSaysSo() {
        shop.refunds(Map.of("A", 100));
        answered("R-A");
        manager().instructWork(STORE, "R-A", "mend the size chart", Optional.empty(), now().plusSeconds(600));
        assertEquals(AnomalyState.CORRECTING, shop.known("R-A").state());
        assertRefused("READ_BACK_FIRST", () -> keeper().close(STORE, "R-A", AnomalyResult.SELF_RECOVERED));
        shop.minute();
        shop.refunds(Map.of("A", 10));
        shop.minute();
        assertEquals(List.of(), shop.refunds(Map.of("A", 10)).recovered());
        Instant since = now();
        shop.minute();
        shop.refunds(Map.of("A", 10));
        assertEquals(Optional.of(since), shop.known("R-A").recoveredAt());
        assertEquals(
                AnomalyState.CLOSED,
                keeper().close(STORE, "R-A", AnomalyResult.SELF_RECOVERED).state());
    }

    @Test
    void workIsInstructedWithAValueThatMayBeWrittenForItsTime() {
        shop.refunds(Map.of("A", 100, STORE.value(), 90));
        answered("R-S");
        Optional<ListingValue> value = Optional.of(ListingValue.price(9_500));
        assertRefused(
                "NO_SUCH_LISTING",
                () -> manager().instructWork(STORE, "R-S", "sell it off", value, now().plusSeconds(1)));
        keeper().report(STORE, report("I", RuleKey.of("INFORMATION"), "A", now()));
        answered("I");
        assertRefused("UNTIL_PASSED", () -> manager().instructWork(STORE, "I", "sell it off", value, now()));
        manager().instructWork(STORE, "I", "sell it off", value, now().plusSeconds(1));
        assertTrue(shop.shop
                .ops
                .deskOf(KEEPER)
                .listings()
                .approval(STORE, "A", ListingField.PRICE_MINOR)
                .allows(value.get()));
        assertEquals(
                List.of("HOLD as it is", "WORK sell it off"),
                rows(Feedback.TABLE).stream()
                        .filter(said -> said.anomalyId().equals("I"))
                        .map(said -> said.decision().word() + " "
                                + said.decision().text().orElseThrow())
                        .toList());
    }

    /** Others know the approved price: that another one is shown, as a decision has it, is to be announced (R51, D22). */
    @Test
    void whatIsPutRightOtherwiseThanApprovedLeavesADraftOfANotice() {
        shop.report("E0");
        shop.putRight("E0");
        assertEquals(List.of(), drafts());
        shop.pass(Duration.ofHours(24));
        shop.report("E1");
        answered("E1");
        ListingValue lower = ListingValue.price(9_500);
        manager().instructWork(STORE, "E1", "sell it off", Optional.of(lower), now().plusSeconds(600));
        shop.attach("E1", "SCREENSHOT_AFTER");
        shop.see(9_500);
        keeper().correct(STORE, "E1");
        assertEquals(List.of("anomaly/E1 PRICE A: 9500"), drafts());
    }

    private List<String> drafts() {
        return shop.shop.ops.deskOf(KEEPER).notices().all(STORE).stream()
                .map(notice ->
                        notice.cause().orElseThrow() + " " + notice.text().orElseThrow())
                .toList();
    }

    @Test
    void itIsPutBeforeSomebodyWhoDecides() {
        shop.refunds(Map.of("A", 100));
        shop.attach("R-A", "SCREENSHOT");
        assertRefused("ASSIGNEE_CANNOT_ACT", () -> keeper().escalate(STORE, "R-A", OTHER, "see to it"));
    }

    @Test
    void whatAChannelRefusesForGoodIsSentAnew() {
        shop.refunds(Map.of("A", 100));
        shop.shop.ops.deliverDue(STORE);
        shop.shop.channel.nextRefusesForGood();
        assertEquals(AnomalyState.FOUND, shop.escalate("R-A").state());
        assertEquals(AnomalyState.ESCALATED, shop.escalate("R-A").state());
        Escalation sent = manager().episodes(STORE, "R-A").get(0).escalation().orElseThrow();
        assertEquals("anomaly/R-A/1/escalation-2", sent.messageId());
        assertEquals(List.of(2, 1), List.of(sent.asked(), sent.accepted()));
    }

    @Test
    void aDecisionMaySetANewReference() {
        shop.refunds(Map.of("A", 100));
        shop.escalate("R-A");
        manager()
                .giveFeedback(
                        STORE,
                        "R-A",
                        new Feedback.Decision("HOLD", Optional.empty(), Optional.empty(), Optional.of(120L)));
        assertEquals(
                List.of(120L),
                rows(Reference.TABLE).stream().map(Reference::value).toList());
    }

    @Test
    void eachEpisodeAsksForItsOwnEvidence() {
        shop.report("E1");
        assertEquals(
                "[SCREENSHOT_AFTER]",
                manager().missingEvidence(STORE, "E1").correcting().toString());
        shop.putRight("E1");
        assertEquals(List.of(), manager().missingEvidence(STORE, "E1").correcting());
        assertEquals(
                "[SCREENSHOT]",
                manager().missingEvidence(STORE, "E1").escalating().toString());
        shop.minute();
        assertEquals(Remark.REOPENED, shop.report("E1").remark());
        assertEquals(
                "[SCREENSHOT_AFTER]",
                manager().missingEvidence(STORE, "E1").correcting().toString());
        keeper().claim(STORE, "E1", shop.known("E1").version());
        assertRefused("EVIDENCE_MISSING", () -> keeper().correct(STORE, "E1"));
        assertEquals(
                List.of("E1 1", "E1 2"),
                rows(Observation.TABLE).stream()
                        .map(seen -> seen.anomalyId().orElseThrow() + " " + seen.episode())
                        .toList());
    }

    @Test
    void anotherCategoryIsAnotherOneThatTheRosterHasAndThatHasNoneOpen() {
        shop.refunds(Map.of("A", 100));
        assertRefused("REASON_MISSING", () -> manager().reclassify(STORE, "R-A", "INFORMATION", ""));
        assertRefused("NO_SUCH_CATEGORY", () -> manager().reclassify(STORE, "R-A", "MOOD", "x"));
        assertRefused("NOTHING_CHANGED", () -> manager().reclassify(STORE, "R-A", "REFUND_RATE", "x"));
        keeper().report(STORE, report("I", RuleKey.of("INFORMATION"), "A", now()));
        assertRefused("EXISTS", () -> manager().reclassify(STORE, "R-A", "INFORMATION", "x"));
        manager().dismiss(STORE, "I", "nothing is wrong");
        assertEquals(1, shop.known("R-A").version());
        Anomaly other = manager().reclassify(STORE, "R-A", "INFORMATION", "x");
        assertEquals("INFORMATION of A", other.key().toString());
        assertEquals(2, other.version());
    }

    @Test
    void aStockThatWasWrongCostNobodyAnything() {
        shop.shop.ops.tellListings(
                STORE, ListingFacts.since(now()).stock("A", 5).build());
        keeper().report(STORE, report("S", RuleKey.of("STOCK"), "A", now()));
        keeper().claim(STORE, "S", 1);
        shop.attach("S", "SCREENSHOT_AFTER");
        shop.shop.ops.deskOf(KEEPER).listings().readBack(STORE, "A", ListingValue.stock(5));
        keeper().correct(STORE, "S");
        assertEquals(Optional.empty(), manager().episodes(STORE, "S").get(0).loss());
    }

    @Test
    void peopleAreRemindedAndPassedOverOnce() {
        shop.refunds(Map.of("A", 100));
        shop.escalate("R-A");
        for (int i = 0; i < 4; i++) {
            shop.pass(Duration.ofMinutes(60));
            shop.shop.ops.tick(STORE);
        }
        for (String act : List.of("REMIND", "STEP_UP")) {
            assertEquals(
                    1,
                    shop.shop.trail().stream()
                            .filter(line -> line.record().act().startsWith(act))
                            .count(),
                    act);
        }
    }

    @Test
    void aCommandStandsForOneWish() {
        shop.report("E1");
        shop.refunds(Map.of("A", 100));
        Instant later = now().plusSeconds(600);
        Stream.of(
                        List.<Consumer<Maintenance>>of(
                                duty -> duty.report(STORE, report("E2", PriceRule.KEY, "A", now())),
                                duty -> duty.report(STORE, report("E2", RuleKey.of("STOCK"), "A", now()))),
                        List.<Consumer<Maintenance>>of(
                                duty -> duty.silence(STORE, "STOCK", Optional.empty(), later, "x"),
                                duty -> duty.silence(STORE, "STOCK", Optional.of("A"), later, "x"),
                                duty -> duty.silence(STORE, "STOCK", Optional.empty(), later, "y"),
                                duty -> duty.silence(STORE, "STOCK", Optional.empty(), later.plusSeconds(1), "x")),
                        List.<Consumer<Maintenance>>of(
                                duty -> duty.reclassify(STORE, "R-A", "INFORMATION", "x"),
                                duty -> duty.reclassify(STORE, "R-A", "INFORMATION", "y")),
                        List.<Consumer<Maintenance>>of(
                                duty -> duty.dismiss(STORE, "R-A", "x"), duty -> duty.dismiss(STORE, "R-A", "y")))
                .forEach(this::assertOneWish);
    }

    private int commands;

    private void assertOneWish(List<Consumer<Maintenance>> wishes) {
        boolean report = commands == 0;
        CommandId command = CommandId.of("c-" + ++commands);
        Maintenance under =
                shop.shop.ops.deskOf(report ? KEEPER : MANAGER).under(command).maintenance();
        wishes.get(0).accept(under);
        wishes.get(0).accept(under);
        wishes.stream().skip(1).forEach(other -> assertThrows(CommandReusedException.class, () -> other.accept(under)));
    }
}
