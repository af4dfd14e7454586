package io.storeops.reporting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.Scored;
import io.storeops.StoreFixture;
import io.storeops.evidence.EvidenceKind;
import io.storeops.failure.CommandReusedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.CommandId;
import io.storeops.kpi.Kpi;
import io.storeops.publishing.Confirmation;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.DeliveryState;
import io.storeops.publishing.SendResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release due at 09:15 whose answer was lost, and of which a person says at 09:20 that it arrived at 09:02. */
@DisplayName("A release that a person says has arrived")
class ConfirmedByAPersonTest {
    private final StoreFixture shop = StoreFixture.open();

    @BeforeEach
    void loseTheAnswer() {
        shop.channel.nextLosesTheAnswer();
        shop.collect(1, 100, 10, 1);
        shop.release(1);
        shop.clock.set(shop.at("09:20"));
    }

    private void attach(String kind) {
        shop.ops
                .deskOf(OPERATOR)
                .archive()
                .attach(
                        STORE,
                        shop.book().releases().get(0).message(),
                        EvidenceKind.parse(kind),
                        shop.at("09:19"),
                        "https://example.org/7");
    }

    private Release confirm() {
        return shop.operator().resolve(STORE, slot(1), 1, new Resolution.Arrived("screenshot 7", shop.at("09:02")));
    }

    private String promptness() {
        return Scored.of(shop, DAY, DAY, Kpi.K1_4).raw().get(0);
    }

    private Confirmation word(boolean proven) {
        return new Confirmation(OPERATOR, shop.at("09:20"), shop.at("09:02"), proven);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCREENSHOT", "SCREENSHOT:GROUP", "CHANNEL_RECEIPT", "CHANNEL_RECEIPT:DATA_GROUP"})
    void countsFromWhenTheySayWithEvidence(String kind) {
        attach(kind);
        Release release = confirm();
        assertEquals(Optional.of(shop.at("09:02")), release.acceptedAt());
        assertEquals(Optional.of(word(true)), release.confirmation());
        assertEquals(Release.Timeliness.ON_TIME, release.timeliness());
        assertEquals("K1.4 1/1 100.00%", promptness());
    }

    @Test
    void countsFromWhenTheySaidSoWithoutEvidence() {
        Release release = confirm();
        assertEquals(Optional.of(shop.at("09:20")), release.acceptedAt());
        assertEquals(Optional.of(word(false)), release.confirmation());
        assertEquals(Release.Timeliness.LATE, release.timeliness());
        assertEquals("K1.4 0/1 0.00%", promptness());
    }

    private Release arrived(Instant at) {
        return shop.operator().resolve(STORE, slot(1), 1, new Resolution.Arrived("screenshot 7", at));
    }

    /** It was queued at 09:01, and now is 09:20. */
    @Test
    void arrivedAfterItWasQueuedAndBeforeNow() {
        for (Instant at :
                List.of(shop.at("09:01").minusMillis(1), shop.at("09:20").plusMillis(1))) {
            assertEquals(
                    "IMPLAUSIBLE_INSTANT",
                    assertThrows(RefusedException.class, () -> arrived(at))
                            .refusal()
                            .code());
        }
        attach("SCREENSHOT");
        assertEquals(Optional.of(shop.at("09:01")), arrived(shop.at("09:01")).acceptedAt());
    }

    @Test
    void arrivedAtTheInstantAtWhichTheySaySo() {
        attach("SCREENSHOT");
        assertEquals(Optional.of(shop.at("09:20")), arrived(shop.at("09:20")).acceptedAt());
    }

    @Test
    void isNoLongerInDoubt() {
        confirm();
        assertEquals(
                "NOT_IN_DOUBT",
                assertThrows(RefusedException.class, this::confirm).refusal().code());
    }

    @Test
    void isSaidUnderACommandOfItsOwn() {
        SlotReporting under =
                shop.ops.deskOf(OPERATOR).under(CommandId.of("c-1")).reporting();
        under.resolve(STORE, slot(1), 1, new Resolution.Arrived("screenshot 7", shop.at("09:02")));
        assertThrows(
                CommandReusedException.class,
                () -> under.resolve(STORE, slot(1), 1, new Resolution.Arrived("screenshot 7", shop.at("09:03"))));
    }

    @Test
    void isNotProvenByANote() {
        attach("FEEDBACK:ORAL");
        assertEquals(Optional.of(word(false)), confirm().confirmation());
    }

    @Test
    void isNotProvenByWhatIsAttachedAfterwards() {
        confirm();
        attach("SCREENSHOT");
        assertEquals(Optional.of(word(false)), shop.book().releases().get(0).confirmation());
        assertEquals("K1.4 0/1 0.00%", promptness());
    }

    @Test
    void isMarkedInTheTable() {
        confirm();
        Delivery delivery = shop.deliveries().get(0);
        assertEquals(Optional.of(word(false)), delivery.confirmation());
        assertEquals(DeliveryState.SENT, delivery.state());
        assertEquals(delivery, Delivery.TABLE.read(Delivery.TABLE.write(delivery)));
    }

    @Test
    void wasNotKnownBeforeTheySaidSo() {
        attach("SCREENSHOT");
        confirm();
        Release then = shop.book().asOf(shop.at("09:19")).releases().get(0);
        assertEquals(Optional.empty(), then.acceptedAt());
        assertEquals(Optional.empty(), then.confirmation());
        assertEquals(DeliveryState.PENDING, then.delivery());
        assertEquals(DeliveryState.SENT, shop.book().releases().get(0).delivery());
    }

    @Test
    void isNotMarkedWhereTheChannelAnswered() {
        shop.collect(2, 200, 20, 2);
        assertEquals(Optional.empty(), shop.release(2).confirmation());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u3164", "a\u200Bb", "a\nb"})
    void needsAReceiptThatIsAnId(String receipt) {
        Instant at = shop.at("09:02");
        assertThrows(IllegalArgumentException.class, () -> new Resolution.Arrived(receipt, at));
    }

    @Test
    void needsAReasonToBeSentAgainAndAReceiptFromAChannel() {
        assertThrows(IllegalArgumentException.class, () -> new Resolution.NotArrived(" "));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new SendResult.Accepted(" ", Instant.EPOCH));
        assertEquals(
                "A message that was accepted at 1970-01-01T00:00:00Z has a receipt, the channel's id of it, which is not"
                        + " blank. Without one it is UNKNOWN",
                refused.getMessage());
    }

    @Test
    void cannotBeSaidToArriveAfterItWasSaid() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Confirmation(OPERATOR, Instant.EPOCH, Instant.EPOCH.plusSeconds(1), true));
    }
}
