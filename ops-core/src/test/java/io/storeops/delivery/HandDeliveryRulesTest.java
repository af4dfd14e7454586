package io.storeops.delivery;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.notice.NoticeShop.LIAISON;
import static io.storeops.notice.NoticeShop.TWO_LEFT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.CommandReusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.inspection.RuleKey;
import io.storeops.json.Json;
import io.storeops.maintenance.Anomaly;
import io.storeops.maintenance.AnomalyState;
import io.storeops.maintenance.Maintenance;
import io.storeops.maintenance.Report;
import io.storeops.notice.Announcement;
import io.storeops.notice.NoticeShop;
import io.storeops.notice.NoticeState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person is shown of a message that they send by hand, what proves it, and what comes of it at once (D12, D59). */
class HandDeliveryRulesTest {
    private static final String LONG = "WORK_GROUP_OF_EVERYBODY_HERE";
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private static Json type(String name) {
        return Json.object(Map.of("type", Json.of(name)));
    }

    private static StoreFixture shop(String channel) {
        StoreFixture shop = NoticeShop.in(new StoreFixture.Setup())
                .with(
                        "channels",
                        Json.object(Map.of(
                                "DATA_GROUP",
                                type("wechat"),
                                "OA",
                                type("jinmubiao"),
                                "WORK_GROUP",
                                type("manual"),
                                LONG,
                                type("manual"))))
                .with(
                        "confidentiality",
                        Json.object(Map.of(
                                "OPERATIONS",
                                RosterDraft.rule(List.of("WORK_GROUP", "OA", LONG), List.of("LIAISON", "OPERATOR")))))
                .with(
                        "noticeChannels",
                        Json.object(Map.of("channels", RosterDraft.texts(channel), "mode", Json.of("ALL"))))
                .open();
        shop.clock.set(shop.at("10:00"));
        return shop;
    }

    private static HandDelivery waiting(StoreOps ops, ActorId actor) {
        return ops.deskOf(actor).deliveries().byHand(STORE).get(0);
    }

    /** A name that is too long for a target stands there by its digest, and its proof is found all the same. */
    @Test
    void aMessageWithALongNameIsProvenLikeAnyOther() {
        StoreFixture shop = shop(LONG);
        String id = "N".repeat(72);
        shop.ops.deskOf(LIAISON).notices().send(STORE, new Announcement(id, "A", "12 left", List.of("QC")));
        HandDelivery waiting = waiting(shop.ops, LIAISON);
        assertEquals("notice/" + id + "/" + LONG, waiting.messageId());
        assertEquals(Target.of("delivery", Sha256.of(waiting.messageId()).hex()), waiting.target());
        shop.ops
                .deskOf(LIAISON)
                .archive()
                .attach(STORE, waiting.target(), EvidenceKind.parse("SCREENSHOT"), shop.clock.instant(), "shot");
        shop.ops.deskOf(LIAISON).deliveries().confirm(STORE, waiting.messageId(), shop.at("10:00"));
        assertEquals(
                NoticeState.DELIVERED,
                shop.ops.deskOf(LIAISON).notices().find(STORE, id).orElseThrow().state());
        assertEquals(Target.of("delivery", "m".repeat(100)), HandDelivery.target("m".repeat(100)));
    }

    /** The renderer finds the pictures that the store keeps, and is told of those that it does not. */
    @Test
    void aPictureIsFoundWhereTheStoreKeepsIt() {
        StoreFixture shop = shop("WORK_GROUP");
        shop.ops
                .deskOf(LIAISON)
                .archive()
                .attach(
                        STORE,
                        Target.of("notice", "NT1"),
                        EvidenceKind.parse("SCREENSHOT"),
                        shop.clock.instant(),
                        Attachment.of("image/png", PICTURE));
        shop.ops.deskOf(LIAISON).notices().send(STORE, TWO_LEFT);
        assertEquals("8 bytes", rendered(shop, Sha256.of(PICTURE)));
        assertEquals("none", rendered(shop, Sha256.of("another")));
    }

    private static String rendered(StoreFixture shop, Sha256 picture) {
        StoreOps ops = StoreOps.builder()
                .storage(shop.storage)
                .clock(shop.clock)
                .renderer((document, language, pictures) -> Attachment.of(
                        "text/plain",
                        pictures.apply(picture)
                                .map(bytes -> bytes.length + " bytes")
                                .orElse("none")
                                .getBytes(StandardCharsets.UTF_8)))
                .build();
        return new String(waiting(ops, LIAISON).rendered().orElseThrow().content(), StandardCharsets.UTF_8);
    }

    /** An escalation that a person sent is escalated at the instant that they state, as soon as they say so (D12). */
    @Test
    void anEscalationIsSoOnceThePersonSaysThatItWasSent() {
        ActorId keeper = ActorId.of("keeper-1");
        StoreFixture shop = new StoreFixture.Setup()
                .itemAndRival()
                .anomalies()
                .with("channels", Json.object(Map.of("DATA_GROUP", type("wechat"), "WORK_GROUP", type("manual"))))
                .role("KEEPER", "EXECUTE:X2", "EXECUTE:X4")
                .works(keeper, "KEEPER")
                .open();
        shop.clock.set(shop.at("10:00"));
        Maintenance duty = shop.ops.deskOf(keeper).maintenance();
        duty.report(
                STORE, Report.of("E1", RuleKey.of("REFUND_RATE"), STORE.value(), "0.10", "0.08", shop.clock.instant()));
        attach(shop, keeper, Target.of("anomaly", "E1"));
        Anomaly escalated = duty.escalate(STORE, "E1", MANAGER, "match it");
        assertEquals(AnomalyState.FOUND, escalated.state());
        HandDelivery waiting = waiting(shop.ops, keeper);
        shop.clock.set(shop.at("10:06"));
        attach(shop, keeper, waiting.target());
        Instant stated = shop.at("10:05");
        shop.ops.deskOf(keeper).deliveries().confirm(STORE, waiting.messageId(), stated);
        assertEquals(
                Optional.of(AnomalyState.ESCALATED),
                duty.findAnomaly(STORE, "E1").map(Anomaly::state));
    }

    private static void attach(StoreFixture shop, ActorId actor, Target target) {
        shop.ops
                .deskOf(actor)
                .archive()
                .attach(STORE, target, EvidenceKind.parse("SCREENSHOT"), shop.clock.instant(), "shot");
    }

    @Test
    void aCommandIdStandsForOneMessageAndOneInstant() {
        StoreFixture shop = shop("WORK_GROUP");
        shop.ops.deskOf(LIAISON).notices().send(STORE, TWO_LEFT);
        HandDelivery waiting = waiting(shop.ops, LIAISON);
        attach(shop, LIAISON, waiting.target());
        Deliveries same = shop.ops.deskOf(LIAISON).under(CommandId.of("c-1")).deliveries();
        shop.clock.set(shop.at("10:10"));
        same.confirm(STORE, waiting.messageId(), shop.at("10:05"));
        assertEquals(
                Optional.of(shop.at("10:05")),
                same.confirm(STORE, waiting.messageId(), shop.at("10:05")).acceptedAt());
        assertThrows(CommandReusedException.class, () -> same.confirm(STORE, waiting.messageId(), shop.at("10:06")));
    }
}
