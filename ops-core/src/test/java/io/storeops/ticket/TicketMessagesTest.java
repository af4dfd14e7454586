package io.storeops.ticket;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.ticket.LiaisonShop.DESIGN;
import static io.storeops.ticket.LiaisonShop.FIRST;
import static io.storeops.ticket.LiaisonShop.QC;
import static io.storeops.ticket.LiaisonShop.WAREHOUSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.catalog.Language;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who hears of a ticket: whoever decides when it is put before them, the departments that brought it when it is solved (R71, D51). */
class TicketMessagesTest {
    private static final String ID = "PT1";

    private StoreFixture shop = LiaisonShop.open();

    private Tickets by(ActorId actor) {
        return shop.ops.deskOf(actor).tickets();
    }

    private void handled(String id, ActorId reporter, String department, String text) {
        LiaisonShop.at(shop, "10:00");
        by(reporter).open(STORE, id, new Problem(department, "HIGH", text));
        by(FIRST).acknowledge(STORE, id);
        by(FIRST).handle(STORE, id);
    }

    private List<String> said() {
        return shop.oa.lastLines();
    }

    @Test
    void whoDecidesReadsWhatThereIsToDecide() {
        handled(ID, QC, "QC", "a batch fails");
        by(FIRST).escalate(STORE, ID, MANAGER, "stopping it is not mine");
        assertEquals(List.of("ticket/PT1/1/escalated-1"), shop.oa.ids());
        assertEquals(
                List.of(
                        "Problem to be decided PT1",
                        "From: QC",
                        "Problem: a batch fails",
                        "Severity: HIGH",
                        "Reason: stopping it is not mine",
                        "To be decided by: mgr-1"),
                said());
    }

    @Test
    void aChineseStoreReadsItInChinese() {
        shop = LiaisonShop.in(new StoreFixture.Setup())
                .language(Language.CHINESE)
                .open();
        handled(ID, QC, "QC", "批次不合格");
        by(FIRST).escalate(STORE, ID, MANAGER, "停发不归我");
        assertEquals(List.of("问题上报 PT1", "来自：QC", "问题：批次不合格", "严重程度：HIGH", "原因：停发不归我", "请决定：mgr-1"), said());
        by(MANAGER).decide(STORE, ID, "停发");
        by(FIRST).resolve(STORE, ID, "已停发");
        by(FIRST).reportBack(STORE, ID, List.of(QC));
        assertEquals(List.of("问题处理结果 PT1", "来自：QC", "问题：批次不合格", "决定：停发", "处理结果：已停发", "请知悉：qc-1 QC"), said());
    }

    @Test
    void eachEscalationIsSaidAndNoneTwice() {
        handled(ID, QC, "QC", "a batch fails");
        by(FIRST).escalate(STORE, ID, MANAGER, "not mine");
        by(MANAGER).decide(STORE, ID, "look again");
        by(FIRST).handle(STORE, ID);
        by(FIRST).escalate(STORE, ID, MANAGER, "still not mine");
        assertThrows(RefusedException.class, () -> by(FIRST).escalate(STORE, ID, MANAGER, "and again"));
        shop.ops.tick(STORE);
        assertEquals(List.of("ticket/PT1/1/escalated-1", "ticket/PT1/1/escalated-2"), shop.oa.ids());
        assertEquals(
                2, by(FIRST).find(STORE, ID).orElseThrow().episode().steps().escalations());
    }

    @Test
    void everybodyWhoBroughtItHearsWhatCameOfItWithTheirDepartments() {
        handled(ID, QC, "QC", "a batch fails");
        handled("PT2", WAREHOUSE, "WAREHOUSE", "a seal is loose");
        by(FIRST).merge(STORE, ID, "PT2");
        by(FIRST).resolve(STORE, "PT2", "set aside");
        assertThrows(RefusedException.class, () -> by(FIRST).reportBack(STORE, "PT2", List.of(QC)));
        assertEquals(List.of(), shop.oa.ids());
        by(FIRST).reportBack(STORE, "PT2", List.of(QC, WAREHOUSE, QC, DESIGN, MANAGER));
        assertEquals(List.of("ticket/PT2/1/reported-back"), shop.oa.ids());
        assertEquals(
                List.of(
                        "Problem solved PT2",
                        "From: WAREHOUSE",
                        "Problem: a seal is loose",
                        "How: set aside",
                        "For: qc-1 QC",
                        "For: wh-1 WAREHOUSE",
                        "For: de-1 DESIGN",
                        "For: mgr-1"),
                said());
    }

    @Test
    void anotherEpisodeIsReportedBackAnew() {
        handled(ID, QC, "QC", "a batch fails");
        by(FIRST).resolve(STORE, ID, "set aside");
        by(FIRST).reportBack(STORE, ID, List.of(QC));
        by(QC).reopen(STORE, ID, "it fails again");
        by(FIRST).acknowledge(STORE, ID);
        by(FIRST).handle(STORE, ID);
        by(FIRST).escalate(STORE, ID, MANAGER, "not mine");
        by(MANAGER).decide(STORE, ID, "burn it");
        by(FIRST).resolve(STORE, ID, "burnt");
        by(FIRST).reportBack(STORE, ID, List.of(QC));
        assertEquals(
                List.of("ticket/PT1/1/reported-back", "ticket/PT1/2/escalated-1", "ticket/PT1/2/reported-back"),
                shop.oa.ids());
        assertEquals(
                List.of(
                        "Problem solved PT1",
                        "From: QC",
                        "Problem: it fails again",
                        "Decision: burn it",
                        "How: burnt",
                        "For: qc-1 QC"),
                said());
    }

    /** What is said goes to a channel that needs no hand, if there is one, and never where the store's operations may not go (R13, D59). */
    @Test
    void itGoesWhereItMayGo() {
        shop = noticesTo("WORK_GROUP", "OA");
        handled(ID, QC, "QC", "a batch fails");
        assertEquals(
                TicketState.ESCALATED,
                by(FIRST).escalate(STORE, ID, MANAGER, "not mine").state());
        assertEquals(List.of("ticket/PT1/1/escalated-1"), shop.oa.ids());

        shop = noticesTo("WORK_GROUP");
        handled(ID, QC, "QC", "a batch fails");
        by(FIRST).escalate(STORE, ID, MANAGER, "not mine");
        assertEquals(
                "ticket/PT1/1/escalated-1",
                shop.ops.deskOf(FIRST).deliveries().byHand(STORE).get(0).messageId());

        shop = noticesTo("DATA_GROUP");
        handled(ID, QC, "QC", "a batch fails");
        assertEquals(
                TicketState.ESCALATED,
                by(FIRST).escalate(STORE, ID, MANAGER, "not mine").state());
        assertEquals(List.of(), shop.channel.ids());
    }

    private static StoreFixture noticesTo(String... channels) {
        return LiaisonShop.in(new StoreFixture.Setup())
                .with(
                        "noticeChannels",
                        Json.object(Map.of("channels", RosterDraft.texts(channels), "mode", Json.of("ALL"))))
                .open();
    }

    /** A channel that is down holds nothing up: the ticket is escalated, and the message follows. */
    @Test
    void aChannelThatIsDownHoldsNothingUp() {
        handled(ID, QC, "QC", "a batch fails");
        shop.oa.nextRefusesUntil(shop.at(LiaisonShop.MONDAY, "10:30"));
        Ticket escalated = by(FIRST).escalate(STORE, ID, MANAGER, "not mine");
        assertEquals(TicketState.ESCALATED, escalated.state());
        LiaisonShop.at(shop, "10:30");
        shop.ops.tick(STORE);
        assertEquals(List.of("ticket/PT1/1/escalated-1", "ticket/PT1/1/escalated-1"), shop.oa.ids());
    }
}
