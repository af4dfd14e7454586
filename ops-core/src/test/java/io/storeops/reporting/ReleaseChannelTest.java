package io.storeops.reporting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.DayDuties;
import io.storeops.FakeChannel;
import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.calendar.SlotId;
import io.storeops.failure.RefusedException;
import io.storeops.figures.Figures;
import io.storeops.figures.Restatement;
import io.storeops.json.Json;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.DeliveryState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** R25: the roster alone says where releases go. */
class ReleaseChannelTest {
    private final StoreFixture shop = StoreFixture.open();
    private final FakeChannel group = new FakeChannel(shop.clock);
    private final FakeChannel mail = new FakeChannel(shop.clock);
    private final StoreOps ops = StoreOps.builder()
            .storage(shop.storage)
            .clock(shop.clock)
            .channel("DATA_GROUP", group)
            .channel("MAIL", mail)
            .build();

    private void ruled(LocalDate from, Json duties) {
        ops.enrol(shop.enrolment(RosterDraft.usual(from).with("duties", duties).read(STORE)));
    }

    private void release(SlotId slot) {
        ops.deskOf(OPERATOR).reporting().release(STORE, slot);
    }

    private String refusal(SlotId slot) {
        return assertThrows(RefusedException.class, () -> release(slot)).getMessage();
    }

    @Test
    void releasesGoWhereTheRosterInForceSays() {
        ruled(DAY, DayDuties.release("MAIL"));
        ruled(NEXT, DayDuties.release("DATA_GROUP"));
        shop.collect(1, 100, 10, 1);
        release(slot(1));
        shop.collect(SlotId.of(NEXT, 1), 200, 20, 2);
        release(SlotId.of(NEXT, 1));
        assertEquals(List.of("release/2024-06-16#01/v1"), mail.ids());
        assertEquals(List.of("release/2024-06-17#01/v1"), group.ids());
    }

    /** A roster whose releases go to the group, and in its place by mail. */
    private void withMailInPlace() {
        ops.enrol(shop.enrolment(RosterDraft.usual(DAY)
                .with("duties", DayDuties.release("DATA_GROUP"))
                .with("channels", Json.object(Map.of("DATA_GROUP", type("wechat"), "MAIL", type("email"))))
                .with("channelFallback", Json.object(Map.of("DATA_GROUP", Json.array(List.of(Json.of("MAIL"))))))
                .read(STORE)));
        shop.collect(1, 100, 10, 1);
    }

    private static Json type(String type) {
        return Json.object(Map.of("type", Json.of(type)));
    }

    @Test
    void oneThatDoesNotAcceptIsStoodInForByTheNext() {
        withMailInPlace();
        group.nextRefusesUntil(shop.at("10:00"));
        Release release = ops.deskOf(OPERATOR).reporting().release(STORE, slot(1));
        assertEquals(ReleaseState.PUBLISHED, release.state());
        assertEquals(List.of("release/2024-06-16#01/v1"), mail.ids());
        assertTrue(shop.deliveries().get(0).detail().startsWith("MAIL: "), shop.deliveries()::toString);
    }

    @Test
    void oneThatAcceptsNeedsNobodyInItsPlace() {
        withMailInPlace();
        release(slot(1));
        assertEquals(List.of(), mail.ids());
    }

    @Test
    void whatAllRefuseWaitsForItsOwn() {
        withMailInPlace();
        group.nextRefusesUntil(shop.at("10:00"));
        mail.nextRefusesForGood();
        Release release = ops.deskOf(OPERATOR).reporting().release(STORE, slot(1));
        assertEquals(DeliveryState.PENDING, release.delivery());
        shop.clock.set(shop.at("10:00"));
        ops.deliverDue(STORE);
        assertEquals(DeliveryState.SENT, shop.deliveries().get(0).state());
    }

    @Test
    void ofSeveralThatAreAsGoodTheFirstThatIsThereIsTaken() {
        ruled(DAY, DayDuties.release("CALL|MAIL"));
        shop.collect(1, 100, 10, 1);
        release(slot(1));
        assertEquals(1, mail.attempts().size());
    }

    @Test
    void aRosterThatNamesNoneIsRefusedWithWhatItHas() {
        ruled(DAY, Json.array(List.of()));
        shop.collect(1, 100, 10, 1);
        assertEquals(
                "RELEASE in store S1 refused, NO_CHANNEL: releases go to the channel whose receipt a duty of each boundary"
                        + " asks for, as in CHANNEL_RECEIPT:DATA_GROUP; the roster of 2024-06-16 has none, its duties of each"
                        + " boundary are []",
                refusal(slot(1)));
        assertEquals(List.of(), shop.deliveries());
    }

    @Test
    void aRosterWhoseBoundaryDutiesAskForNoReceiptIsRefusedWithThem() {
        Json.Obj duty =
                (Json.Obj) ((Json.Arr) DayDuties.release("MAIL")).elements().get(0);
        Map<String, Json> members = new TreeMap<>(duty.members());
        members.put("evidence", Json.array(List.of(Json.of("SLOT_DATA"))));
        ruled(DAY, Json.array(List.of(Json.object(members))));
        shop.collect(1, 100, 10, 1);
        String refusal = refusal(slot(1));
        assertTrue(refusal.endsWith("its duties of each boundary are [1.2 [SLOT_DATA]]"), refusal);
    }

    @Test
    void aCorrectionGoesNowhereEitherWhereTheRosterNamesNone() {
        ruled(DAY, DayDuties.release("DATA_GROUP"));
        ruled(NEXT, Json.array(List.of()));
        shop.collect(1, 100, 10, 1);
        release(slot(1));
        shop.clock.set(shop.at(NEXT, "10:00"));
        shop.accept(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(110, 10, 1)));
        String refusal = assertThrows(
                        RefusedException.class,
                        () -> ops.deskOf(OPERATOR).reporting().correct(STORE, slot(1)))
                .getMessage();
        assertTrue(refusal.contains("NO_CHANNEL"), refusal);
    }

    @Test
    void aReleaseIsToldWhatBecameOfItsOwnMessage() {
        ruled(DAY, DayDuties.release("DATA_GROUP"));
        group.nextRefusesUntil(shop.at("09:30"));
        shop.collect(1, 100, 10, 1);
        release(slot(1));
        shop.collect(2, 200, 20, 2);
        group.nextRefusesForGood();
        assertEquals(
                ReleaseState.PUBLISHED,
                ops.deskOf(OPERATOR).reporting().release(STORE, slot(2)).state());
        assertEquals(
                List.of(DeliveryState.REJECTED, DeliveryState.SENT),
                shop.deliveries().stream().map(Delivery::state).toList());
    }

    @Test
    void aChannelThatTheLibraryWasNotGivenIsRefused() {
        ruled(DAY, DayDuties.release("CALL"));
        shop.collect(1, 100, 10, 1);
        assertEquals(
                "RELEASE in store S1 refused, NO_CHANNEL: releases go to the channel CALL of the roster of 2024-06-16, which"
                        + " the library was not given; it has [DATA_GROUP, MAIL]",
                refusal(slot(1)));
    }
}
