package io.storeops.delivery;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static io.storeops.notice.NoticeShop.LIAISON;
import static io.storeops.notice.NoticeShop.QC;
import static io.storeops.notice.NoticeShop.TWO_LEFT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.EvidenceKind;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.notice.Notice;
import io.storeops.notice.NoticeShop;
import io.storeops.notice.NoticeState;
import io.storeops.publishing.Confirmation;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.DeliveryState;
import io.storeops.reporting.Release;
import io.storeops.reporting.ReleaseState;
import io.storeops.reporting.Resolution;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels without an interface (D59): the work group's messages are sent by a person, as are the releases of the second store. */
class DeliveriesTest {
    private static final String MESSAGE = "notice/NT1/WORK_GROUP";

    private static Json channels(String dataGroup, String workGroup) {
        return Json.object(Map.of(
                "DATA_GROUP", type(dataGroup),
                "WORK_GROUP", type(workGroup),
                "OA", type("jinmubiao")));
    }

    private static Json type(String name) {
        return Json.object(Map.of("type", Json.of(name)));
    }

    private final StoreFixture shop = NoticeShop.in(new StoreFixture.Setup())
            .with("channels", channels("wechat", "manual"))
            .open();

    @BeforeEach
    void atTen() {
        shop.clock.set(shop.at("10:00"));
    }

    private Deliveries desk(ActorId actor) {
        return shop.ops.deskOf(actor).deliveries();
    }

    private Notice known() {
        return shop.ops.deskOf(LIAISON).notices().find(STORE, "NT1").orElseThrow();
    }

    private void attach(String message, String kind) {
        shop.ops
                .deskOf(LIAISON)
                .archive()
                .attach(
                        STORE,
                        HandDelivery.target(message),
                        EvidenceKind.parse(kind),
                        shop.clock.instant(),
                        "https://example.org/7");
    }

    private static String codeOf(Runnable act) {
        return assertThrows(RefusedException.class, act::run).refusal().code();
    }

    @Nested
    class ANoticeToAGroupWithoutAnInterface {
        @BeforeEach
        void send() {
            shop.ops.deskOf(LIAISON).notices().send(STORE, TWO_LEFT);
        }

        @Test
        void waitsForAPersonWhoCopiesItsText() {
            List<HandDelivery> waiting = desk(LIAISON).byHand(STORE);
            assertEquals(
                    List.of(MESSAGE),
                    waiting.stream().map(HandDelivery::messageId).toList());
            HandDelivery message = waiting.get(0);
            assertEquals("WORK_GROUP", message.channel());
            assertTrue(message.text().contains("12 left"), message.text());
            assertEquals(shop.at("10:00"), message.queuedAt());
            assertEquals(Optional.empty(), message.rendered());
        }

        @Test
        void isNotSentByAnAdapterOfThatNameWhateverTimePasses() {
            shop.clock.set(shop.at("20:00"));
            shop.ops.tick(STORE);
            assertEquals(List.of(), shop.channel.ids());
            assertEquals(List.of("notice/NT1/OA"), shop.oa.ids());
            assertEquals(NoticeState.DRAFT, known().state());
            assertEquals(1, desk(LIAISON).byHand(STORE).size());
        }

        @Test
        void countsFromWhenThePersonSaysWithAScreenshot() {
            shop.clock.set(shop.at("10:20"));
            attach(MESSAGE, "SCREENSHOT");
            Delivery sent = desk(LIAISON).confirm(STORE, MESSAGE, shop.at("10:12"));
            assertEquals(DeliveryState.SENT, sent.state());
            assertEquals(Optional.of(shop.at("10:12")), sent.acceptedAt());
            assertEquals(
                    Optional.of(new Confirmation(LIAISON, shop.at("10:20"), shop.at("10:12"), true)),
                    sent.confirmation());
            assertEquals(NoticeState.DELIVERED, known().state());
            assertEquals(Optional.of(shop.at("10:12")), known().deliveredAt());
            assertEquals(Optional.of(shop.at("10:00")), known().firstAcceptedAt());
            assertEquals(List.of(), desk(LIAISON).byHand(STORE));
            assertEquals("WRONG_STATE", codeOf(() -> desk(LIAISON).confirm(STORE, MESSAGE, shop.at("10:12"))));
        }

        @Test
        void isNotTakenAsSentOnAWordAlone() {
            assertEquals("EVIDENCE_MISSING", codeOf(() -> desk(LIAISON).confirm(STORE, MESSAGE, shop.at("10:00"))));
            attach(MESSAGE, "CHECKLIST_PHOTO");
            assertEquals("EVIDENCE_MISSING", codeOf(() -> desk(LIAISON).confirm(STORE, MESSAGE, shop.at("10:00"))));
            assertEquals(1, desk(LIAISON).byHand(STORE).size());
            assertEquals(NoticeState.DRAFT, known().state());
        }

        @ParameterizedTest
        @CsvSource({"10:00:00, true", "09:59:59.999999, false", "10:20:00, true", "10:20:00.000001, false"})
        void wasSentAfterItWasThereAndBeforeThatIsSaid(String at, boolean plausible) {
            shop.clock.set(shop.at("10:20"));
            attach(MESSAGE, "CHANNEL_RECEIPT:WORK_GROUP");
            if (plausible) {
                desk(LIAISON).confirm(STORE, MESSAGE, shop.at(at));
                assertEquals(Optional.of(shop.at(at)), known().accepted().get("WORK_GROUP"));
            } else {
                assertEquals("IMPLAUSIBLE_INSTANT", codeOf(() -> desk(LIAISON).confirm(STORE, MESSAGE, shop.at(at))));
            }
        }

        @Test
        void isConfirmedByWhoeverMayLiaise() {
            attach(MESSAGE, "SCREENSHOT");
            for (ActorId other : List.of(OPERATOR, QC, MANAGER)) {
                assertEquals(
                        "EXECUTE:X4",
                        assertThrows(DeniedException.class, () -> desk(other).confirm(STORE, MESSAGE, shop.at("10:00")))
                                .code());
            }
        }
    }

    @Test
    void aReceiptThatWasDueBeforeAnybodyKnewOfItIsReportedOnceItIsKnown() {
        StoreFixture slow = NoticeShop.in(new StoreFixture.Setup())
                .with("channels", channels("wechat", "manual"))
                .open();
        slow.clock.set(slow.at("10:00"));
        slow.oa.nextRefusesUntil(slow.at("17:00"));
        slow.ops.deskOf(LIAISON).notices().send(STORE, TWO_LEFT);
        slow.ops.tick(STORE);
        slow.clock.set(slow.at("10:50"));
        slow.ops.tick(STORE);
        slow.ops
                .deskOf(LIAISON)
                .archive()
                .attach(
                        STORE,
                        HandDelivery.target(MESSAGE),
                        EvidenceKind.parse("SCREENSHOT"),
                        slow.clock.instant(),
                        "https://example.org/9");
        slow.ops.deskOf(LIAISON).deliveries().confirm(STORE, MESSAGE, slow.at("10:10"));
        slow.clock.set(slow.at("10:51"));
        List<String> raised = slow.ops.tick(STORE).raised().stream()
                .map(item -> item.occurrence().id().about())
                .toList();
        assertEquals(List.of("receipt/NT1/CUSTOMER_SERVICE", "receipt/NT1/QC"), raised);
        slow.clock.set(slow.at("10:52"));
        assertEquals(List.of(), slow.ops.tick(STORE).raised());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice/NT1/OA", "notice/NT9/WORK_GROUP"})
    void onlyWhatWaitsForAPersonIsConfirmed(String message) {
        shop.ops.deskOf(LIAISON).notices().send(STORE, TWO_LEFT);
        attach(message, "SCREENSHOT");
        assertEquals(
                message.endsWith("OA") ? "WRONG_STATE" : "NO_SUCH_DELIVERY",
                codeOf(() -> desk(LIAISON).confirm(STORE, message, shop.at("10:00"))));
    }

    @Test
    void aChannelWithoutAnInterfaceIsNotTriedInThePlaceOfAnother() {
        StoreFixture fallback = NoticeShop.in(new StoreFixture.Setup())
                .with("channels", channels("wechat", "manual"))
                .with("channelFallback", Json.object(Map.of("OA", RosterDraft.texts("WORK_GROUP"))))
                .open();
        fallback.oa.nextRefusesForGood();
        fallback.ops.deskOf(LIAISON).notices().send(STORE, TWO_LEFT);
        Notice sent = fallback.ops.deskOf(LIAISON).notices().find(STORE, "NT1").orElseThrow();
        assertEquals(Optional.empty(), sent.accepted().get("OA"));
        assertEquals(List.of(), fallback.channel.attempts());
        assertEquals(
                List.of(MESSAGE),
                fallback.ops.deskOf(LIAISON).deliveries().byHand(STORE).stream()
                        .map(HandDelivery::messageId)
                        .toList());
    }

    @Test
    void whoMayNotSeeWhatAMessageTellsIsNotShownIt() {
        StoreFixture secret = NoticeShop.in(new StoreFixture.Setup())
                .with("channels", channels("manual", "manual"))
                .with(
                        "confidentiality",
                        Json.object(Map.of(
                                "SALES", RosterDraft.rule(List.of("DATA_GROUP"), List.of("OPERATOR")),
                                "COMPETITOR", RosterDraft.rule(List.of("DATA_GROUP"), List.of("OPERATOR")),
                                "OPERATIONS",
                                        RosterDraft.rule(List.of("WORK_GROUP", "OA"), List.of("LIAISON", "OPERATOR")))))
                .open();
        secret.ops.deskOf(LIAISON).notices().send(STORE, TWO_LEFT);
        secret.clock.set(secret.at("11:00"));
        secret.collect(3, 100, 10, 1);
        secret.release(3);
        String release = "release/" + slot(3) + "/v1";
        assertEquals(
                List.of(MESSAGE),
                secret.ops.deskOf(LIAISON).deliveries().byHand(STORE).stream()
                        .map(HandDelivery::messageId)
                        .toList());
        assertEquals(Optional.empty(), secret.ops.deskOf(LIAISON).deliveries().find(STORE, release));
        assertEquals(
                List.of(MESSAGE, release),
                secret.ops.deskOf(OPERATOR).deliveries().byHand(STORE).stream()
                        .map(HandDelivery::messageId)
                        .toList());
        assertEquals(
                Optional.of(DeliveryState.BY_HAND),
                secret.ops.deskOf(OPERATOR).deliveries().find(STORE, release).map(Delivery::state));
    }

    @Nested
    class AReleaseToAGroupWithoutAnInterface {
        /** Neither a channel nor a renderer is given to the library; the roster's type is all it takes. */
        private final StoreFixture hand = NoticeShop.in(new StoreFixture.Setup())
                .with("channels", channels("manual", "manual"))
                .open();

        private final StoreOps ops = StoreOps.builder()
                .storage(hand.storage)
                .clock(hand.clock)
                .renderer((document, language, pictures) ->
                        Attachment.of("text/plain", document.title().text().getBytes(StandardCharsets.UTF_8)))
                .build();

        private final String message = "release/" + slot(1) + "/v1";

        @BeforeEach
        void release() {
            hand.clock.set(hand.at("09:01"));
            hand.collect(1, 100, 10, 1);
            ops.deskOf(OPERATOR).reporting().release(STORE, slot(1));
        }

        private Release confirmedAt(String said, String sent) {
            hand.clock.set(hand.at(said));
            ops.deskOf(OPERATOR)
                    .archive()
                    .attach(
                            STORE,
                            HandDelivery.target(message),
                            EvidenceKind.parse("SCREENSHOT"),
                            hand.clock.instant(),
                            "https://example.org/8");
            return ops.deskOf(OPERATOR)
                    .reporting()
                    .resolve(STORE, slot(1), 1, new Resolution.Arrived("screenshot-8", hand.at(sent)));
        }

        private ReleaseState state() {
            return hand.book().stateOf(1);
        }

        @Test
        void isQueuedUntilThePersonSaysSoAndThenOnTimeByTheInstantThatTheyState() {
            assertEquals(ReleaseState.QUEUED, state());
            Release released = confirmedAt("09:40", "09:15");
            assertEquals(Release.Timeliness.ON_TIME, released.timeliness());
            assertEquals(ReleaseState.PUBLISHED, state());
        }

        @Test
        void isLateIfItWasSentAfterItsDueAndOverdueWhileNobodySaysSo() {
            hand.clock.set(hand.at("09:15"));
            assertTrue(ops.tick(STORE).raised().stream()
                    .anyMatch(item -> item.occurrence().duty().equals("1.2")));
            assertEquals(
                    Release.Timeliness.LATE,
                    confirmedAt("09:40", "09:15:00.000001").timeliness());
        }

        @Test
        void takesAScreenshotAndAnInstantThatCanBeAndIsNotSentAgain() {
            Instant sent = hand.at("09:02");
            hand.clock.set(hand.at("09:03"));
            assertEquals(
                    "EVIDENCE_MISSING",
                    codeOf(() -> ops.deskOf(OPERATOR)
                            .reporting()
                            .resolve(STORE, slot(1), 1, new Resolution.Arrived("screenshot-8", sent))));
            assertEquals("IMPLAUSIBLE_INSTANT", codeOf(() -> confirmedAt("09:04", "09:00:59")));
            assertEquals(
                    "NOT_IN_DOUBT",
                    codeOf(() -> ops.deskOf(OPERATOR)
                            .reporting()
                            .resolve(STORE, slot(1), 1, new Resolution.NotArrived("nobody saw it"))));
        }

        @Test
        void isDrawnWhereThereIsARenderer() {
            HandDelivery waiting =
                    ops.deskOf(OPERATOR).deliveries().byHand(STORE).get(0);
            assertEquals(
                    waiting.document().title().text(),
                    new String(waiting.rendered().orElseThrow().content(), StandardCharsets.UTF_8));
        }

        @Test
        void isFoundOnTheAgendaAsAnyOther() {
            assertTrue(ops.deskOf(OPERATOR).agenda().on(STORE, DAY).items().stream()
                    .anyMatch(item -> item.occurrence().duty().equals("1.2")
                            && item.occurrence().id().about().endsWith("#01")));
        }
    }
}
