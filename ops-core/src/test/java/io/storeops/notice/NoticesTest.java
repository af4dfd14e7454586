package io.storeops.notice;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.notice.NoticeShop.CUSTOMER_SERVICE;
import static io.storeops.notice.NoticeShop.LIAISON;
import static io.storeops.notice.NoticeShop.PRE_SALES;
import static io.storeops.notice.NoticeShop.QC;
import static io.storeops.notice.NoticeShop.TWO_LEFT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.act.Caller;
import io.storeops.agenda.AgendaItem;
import io.storeops.evidence.Target;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private final StoreFixture shop = NoticeShop.in(new StoreFixture.Setup()).open();

    @BeforeEach
    void atTenToTwelve() {
        shop.clock.set(shop.at("11:50"));
    }

    private Notices desk(ActorId actor) {
        return shop.ops.deskOf(actor).notices();
    }

    private Notice known() {
        return desk(LIAISON).find(STORE, TWO_LEFT.id()).orElseThrow();
    }

    private static String codeOf(Runnable act) {
        return assertThrows(RefusedException.class, act::run).refusal().code();
    }

    private List<String> raisedAt(String time) {
        shop.clock.set(shop.at(time));
        return shop.ops.tick(STORE).raised().stream()
                .map(item -> item.occurrence().id().toString())
                .filter(id -> id.startsWith("4.1/"))
                .toList();
    }

    @Nested
    class Sending {
        @Test
        void goesToEveryChannelOfTheRoster() {
            Notice sent = desk(LIAISON).send(STORE, TWO_LEFT);
            assertEquals(NoticeState.DELIVERED, sent.state());
            assertEquals(List.of("notice/NT1/WORK_GROUP"), shop.channel.ids());
            assertEquals(List.of("notice/NT1/OA"), shop.oa.ids());
            assertEquals(Optional.of(shop.at("11:50")), sent.deliveredAt());
            assertEquals(Optional.of(LIAISON), sent.sentBy());
            assertEquals(List.of("CUSTOMER_SERVICE", "QC"), sent.open());
        }

        @Test
        void isDeliveredWhenTheLastChannelAccepts() {
            shop.oa.nextRefusesUntil(shop.at("13:20"));
            Notice sent = desk(LIAISON).send(STORE, TWO_LEFT);
            assertEquals(NoticeState.DRAFT, sent.state());
            assertEquals(Optional.of(shop.at("11:50")), sent.firstAcceptedAt());
            assertEquals(List.of(), raisedAt("13:19:59"));
            assertEquals(List.of("4.1/receipt/NT1/CUSTOMER_SERVICE", "4.1/receipt/NT1/QC"), raisedAt("13:20"));
            assertEquals(NoticeState.DELIVERED, known().state());
            assertEquals(Optional.of(shop.at("13:20")), known().deliveredAt());
            assertEquals(Optional.of(shop.at("11:50")), known().firstAcceptedAt());
        }

        @Test
        void oneOfTheChannelsIsEnoughIfTheRosterSaysSo() {
            StoreFixture any = NoticeShop.in(new StoreFixture.Setup())
                    .with(
                            "channels",
                            Json.object(Map.of(
                                    "DATA_GROUP", Json.object(Map.of("type", Json.of("wechat"))),
                                    "WORK_GROUP", Json.object(Map.of("type", Json.of("wechat"))),
                                    "OA", Json.object(Map.of("type", Json.of("jinmubiao"))))))
                    .with(
                            "noticeChannels",
                            Json.object(
                                    Map.of("channels", RosterDraft.texts("OA", "WORK_GROUP"), "mode", Json.of("ANY"))))
                    .open();
            any.oa.nextRefusesForGood();
            Notice sent = any.ops.deskOf(LIAISON).notices().send(STORE, TWO_LEFT);
            assertEquals(NoticeState.DELIVERED, sent.state());
            assertEquals(Optional.empty(), sent.accepted().get("OA"));
        }

        @Test
        void ofADraftIsDoneOnce() {
            assertEquals(NoticeState.DRAFT, desk(LIAISON).draft(STORE, TWO_LEFT).state());
            assertEquals(List.of(), shop.channel.ids());
            assertEquals(NoticeState.DELIVERED, desk(LIAISON).send(STORE, "NT1").state());
            assertEquals("WRONG_STATE", codeOf(() -> desk(LIAISON).send(STORE, "NT1")));
            assertEquals(List.of("notice/NT1/WORK_GROUP"), shop.channel.ids());
        }

        @Test
        void againUnderTheSameIdGivesTheFirstResult() {
            CommandId id = CommandId.of("c1");
            Notice first = shop.ops.deskOf(LIAISON).under(id).notices().send(STORE, TWO_LEFT);
            assertEquals(first, shop.ops.deskOf(LIAISON).under(id).notices().send(STORE, TWO_LEFT));
            assertEquals(List.of("notice/NT1/WORK_GROUP"), shop.channel.ids());
        }

        @Test
        void isRefusedForWhatIsNotThere() {
            assertEquals("NO_SUCH_NOTICE", codeOf(() -> desk(LIAISON).send(STORE, "NT9")));
            assertEquals(
                    "NO_SUCH_DEPARTMENT",
                    codeOf(() -> desk(LIAISON).send(STORE, new Announcement("NT2", "A", "x", List.of("QC", "CRM")))));
            desk(LIAISON).draft(STORE, TWO_LEFT);
            assertEquals("EXISTS", codeOf(() -> desk(LIAISON).send(STORE, TWO_LEFT)));
        }

        @Test
        void takesAChannelForNotices() {
            StoreFixture usual = new StoreFixture.Setup()
                    .role("LIAISON", "EXECUTE:X4")
                    .with("departments", RosterDraft.texts("CUSTOMER_SERVICE", "QC"))
                    .works(LIAISON, "LIAISON")
                    .open();
            assertEquals(
                    "NO_CHANNEL",
                    codeOf(() -> usual.ops.deskOf(LIAISON).notices().send(STORE, TWO_LEFT)));
        }

        @Test
        void takesTheRightToLiaise() {
            DeniedException denied =
                    assertThrows(DeniedException.class, () -> desk(OPERATOR).send(STORE, TWO_LEFT));
            assertEquals("EXECUTE:X4", denied.code());
        }
    }

    @Nested
    class AReceipt {
        @BeforeEach
        void sent() {
            desk(LIAISON).send(STORE, TWO_LEFT);
        }

        @Test
        void isOwedWithinTheWorkingTimeOfDepartments() {
            // Ten minutes before lunch and twenty after it.
            assertEquals(Optional.of(shop.at("13:20")), known().ackDue());
            assertEquals(List.of(), raisedAt("13:19:59"));
            assertEquals(List.of(), desk(LIAISON).unacknowledged(STORE));
            desk(QC).acknowledge(STORE, "NT1", "QC");
            assertEquals(List.of("4.1/receipt/NT1/CUSTOMER_SERVICE"), raisedAt("13:20"));
            assertEquals(List.of(known()), desk(LIAISON).unacknowledged(STORE));
            assertEquals(List.of(), raisedAt("13:21"));
            desk(CUSTOMER_SERVICE).acknowledge(STORE, "NT1", "CUSTOMER_SERVICE");
            assertEquals(List.of(), desk(LIAISON).unacknowledged(STORE));
        }

        @Test
        void ofEveryDepartmentEndsIt() {
            NoticeReceipt receipt = desk(QC).acknowledge(STORE, "NT1", "QC");
            assertEquals("QC", receipt.by());
            assertEquals(NoticeState.DELIVERED, known().state());
            desk(CUSTOMER_SERVICE).acknowledge(STORE, "NT1", "CUSTOMER_SERVICE");
            assertEquals(NoticeState.ACKNOWLEDGED, known().state());
            assertEquals(List.of(), known().open());
        }

        @Test
        void ofOneThatBelongsToADepartmentCountsForIt() {
            NoticeReceipt receipt = desk(PRE_SALES).acknowledge(STORE, "NT1", "CUSTOMER_SERVICE");
            assertEquals("PRE_SALES", receipt.by());
            assertEquals("CUSTOMER_SERVICE", receipt.department());
            assertEquals(List.of("QC"), known().open());
        }

        @Test
        void isNobodyElsesToGive() {
            DeniedException denied =
                    assertThrows(DeniedException.class, () -> desk(QC).acknowledge(STORE, "NT1", "CUSTOMER_SERVICE"));
            assertEquals("ACK:NOTICE", denied.code());
            assertEquals(List.of(CUSTOMER_SERVICE, PRE_SALES), denied.holders());
            assertEquals(
                    List.of(QC),
                    assertThrows(
                                    DeniedException.class,
                                    () -> desk(CUSTOMER_SERVICE).acknowledge(STORE, "NT1", "QC"))
                            .holders());
            assertThrows(DeniedException.class, () -> desk(MANAGER).acknowledge(STORE, "NT1", "QC"));
            assertEquals(List.of("CUSTOMER_SERVICE", "QC"), known().open());
        }

        @Test
        void isGivenOnceAndByWhomTheNoticeIsFor() {
            desk(QC).acknowledge(STORE, "NT1", "QC");
            assertEquals("WRONG_STATE", codeOf(() -> desk(QC).acknowledge(STORE, "NT1", "QC")));
            assertEquals("NOT_ADDRESSED", codeOf(() -> desk(PRE_SALES).acknowledge(STORE, "NT1", "PRE_SALES")));
            assertEquals("NO_SUCH_NOTICE", codeOf(() -> desk(QC).acknowledge(STORE, "NT2", "QC")));
        }
    }

    @Test
    void aReceiptIsPossibleFromTheFirstAcceptanceOnAndCompletesWithTheLast() {
        shop.channel.nextRefusesUntil(shop.at("12:10"));
        shop.oa.nextRefusesUntil(shop.at("12:20"));
        desk(LIAISON).send(STORE, TWO_LEFT);
        assertEquals("WRONG_STATE", codeOf(() -> desk(QC).acknowledge(STORE, "NT1", "QC")));
        assertEquals(Optional.empty(), known().ackDue());
        shop.clock.set(shop.at("12:10"));
        shop.ops.tick(STORE);
        desk(QC).acknowledge(STORE, "NT1", "QC");
        desk(CUSTOMER_SERVICE).acknowledge(STORE, "NT1", "CUSTOMER_SERVICE");
        assertEquals(NoticeState.DRAFT, known().state());
        shop.clock.set(shop.at("12:20"));
        shop.ops.tick(STORE);
        assertEquals(NoticeState.ACKNOWLEDGED, known().state());
    }

    private void correct(String id, String command) {
        shop.acts(Correction.ENTRY).perform(new Caller(LIAISON, CommandId.of(command)), STORE, new Correction(id));
    }

    private List<String> agenda() {
        return shop.ops.deskOf(LIAISON).agenda().on(STORE, DAY).items().stream()
                .filter(item -> item.occurrence().duty().equals("4.1"))
                .map(this::line)
                .toList();
    }

    private String line(AgendaItem item) {
        Instant due = item.occurrence().dueAt();
        return item.occurrence().id() + " " + due.atZone(StoreFixture.SHANGHAI).toLocalTime() + " "
                + item.stateAt(shop.clock.instant());
    }

    @Test
    void aChangeOfWhatDepartmentsWereToldLeavesADraftOnTheAgendaThatIsNotSentByItself() {
        correct("E4", "c1");
        Notice draft = desk(LIAISON).find(STORE, "DRAFT:E4").orElseThrow();
        assertEquals(NoticeState.DRAFT, draft.state());
        assertEquals(Optional.of(Target.of("anomaly", "E4")), draft.cause());
        assertEquals(List.of("CUSTOMER_SERVICE", "QC"), draft.to());
        assertEquals(Optional.of("8 left"), draft.text());
        assertEquals(Optional.of(shop.at("13:20")), draft.draftDue());
        assertEquals(List.of("4.1/draft/DRAFT:E4 13:20 DUE"), agenda());
        assertEquals(List.of(), raisedAt("13:30"));
        assertEquals(List.of("4.1/draft/DRAFT:E4 13:20 OVERDUE"), agenda());
        assertEquals(List.of(), shop.oa.ids());
        desk(LIAISON).send(STORE, "DRAFT:E4");
        assertEquals(
                List.of(
                        "4.1/draft/DRAFT:E4 13:20 LATE",
                        "4.1/receipt/DRAFT:E4/CUSTOMER_SERVICE 14:00 DUE",
                        "4.1/receipt/DRAFT:E4/QC 14:00 DUE"),
                agenda());
    }

    @Test
    void eachEpisodeOfACauseLeavesADraftOfItsOwn() {
        correct("E4", "c1");
        correct("E4", "c2");
        correct("E".repeat(100), "c3");
        assertEquals(3, desk(LIAISON).all(STORE).size());
        assertTrue(desk(LIAISON).find(STORE, "DRAFT:E4/2").isPresent());
    }

    @Test
    void anAnnouncementSaysSomethingToSomebody() {
        assertThrows(IllegalArgumentException.class, () -> new Announcement("N".repeat(73), "A", "x", List.of("QC")));
        assertThrows(IllegalArgumentException.class, () -> new Announcement("N", "A", " ", List.of("QC")));
        assertThrows(IllegalArgumentException.class, () -> new Announcement("N", "A", "x", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Announcement("N", "A", "x", List.of("QC", "QC")));
    }
}
