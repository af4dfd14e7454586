package io.storeops.vetting;

import static io.storeops.StoreFixture.STORE;
import static io.storeops.vetting.VettingShop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.campaign.CampaignPlan;
import io.storeops.campaign.Offer;
import io.storeops.failure.Refusal;
import io.storeops.position.ActivityRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What overlapping campaigns promise together, of 100 units that can be sold (D45). */
class CommitmentsTest {
    private final VettingShop shop = VettingShop.open();

    private VettingShop.Planned sale(String id, String from, String to, long units) {
        return shop.planned(id, from, to).kind(ActivityRules.Kind.THIRD_PARTY).promising("A", units);
    }

    @ParameterizedTest
    @CsvSource({"40, true", "41, false"})
    void neverExceedWhatCanBeSold(long units, boolean passes) {
        shop.approve(sale("T1", "10:00", "14:00", 60));
        if (passes) {
            shop.approve(sale("T2", "13:00", "15:00", units), "T1");
        } else {
            Refusal refusal = refused(() -> shop.approve(sale("T2", "13:00", "15:00", units), "T1"));
            assertEquals("OVERCOMMITTED", refusal.code());
            assertEquals(
                    "T1, T2 promise 101 units of A at " + shop.at("13:00") + ", and 100 can be sold; lower a quota",
                    refusal.detail());
            assertEquals(List.of("T1", "T2"), refusal.named("activities"));
            assertEquals(List.of("101"), refusal.named("committed"));
            assertEquals(List.of("100"), refusal.named("sellable"));
            assertEquals(List.of("A"), refusal.named("item"));
            assertEquals(List.of(), shop.vettings().commitmentsOf(STORE, "T2"));
        }
    }

    @Test
    void ofWindowsThatTouchDoNotAddUp() {
        shop.approve(sale("T1", "10:00", "14:00", 60));
        shop.approve(sale("T2", "14:00", "15:00", 60));
    }

    /** T1 and T2 never run together, T3 meets each of them: 30 + 60 and 30 + 65. */
    @Test
    void countTogetherWhereTheyMeetOnly() {
        shop.approve(sale("T1", "10:00", "12:00", 60));
        shop.approve(sale("T2", "12:00", "14:00", 65));
        shop.approve(sale("T3", "11:00", "13:00", 30), "T1", "T2");
        Commitment third = shop.vettings().commitmentsOf(STORE, "A").get(2);
        assertEquals("T3", third.campaignId());
        assertEquals(30, third.units());
        assertEquals(95, third.peak());
        assertEquals(Optional.of(100L), third.sellable());
        assertEquals(Optional.empty(), third.release());
        Refusal refusal = refused(() -> shop.approve(sale("T4", "11:30", "13:00", 10), "T1", "T2", "T3"));
        assertEquals(List.of("T2", "T3", "T4"), refusal.named("activities"));
        assertEquals(List.of("105"), refusal.named("committed"));
    }

    @Test
    void countTheSameSkuTwice() {
        CampaignPlan batch = new CampaignPlan(
                "T1",
                ActivityRules.Kind.THIRD_PARTY,
                "twice",
                List.of(
                        new Offer("A", Optional.empty(), Optional.of(50L)),
                        new Offer("B", Optional.empty(), Optional.of(10L)),
                        new Offer("A", Optional.empty(), Optional.of(51L))),
                shop.at("10:00"),
                shop.at("11:00"));
        Refusal refusal = refused(() -> shop.allow(batch, Set.of()));
        assertEquals("OVERCOMMITTED", refusal.code());
        assertEquals(List.of("101"), refusal.named("committed"));
    }

    @Test
    void ofTheSameSkuAtTwoPricesContradictThemselves() {
        CampaignPlan batch = new CampaignPlan(
                "T1",
                ActivityRules.Kind.THIRD_PARTY,
                "twice",
                List.of(
                        new Offer("A", Optional.of(9_000L), Optional.of(50L)),
                        new Offer("A", Optional.of(8_000L), Optional.of(10L))),
                shop.at("10:00"),
                shop.at("11:00"));
        assertThrows(IllegalArgumentException.class, () -> shop.allow(batch, Set.of()));
    }

    @Test
    void areReleasedWhenTheCampaignIsLeft() {
        shop.approve(sale("T1", "10:00", "14:00", 60));
        shop.approve(sale("T2", "14:00", "15:00", 60));
        shop.leave("T2", Released.CANCELLED);
        shop.shop.clock.set(shop.at("10:30"));
        shop.start("T1");
        shop.shop.clock.set(shop.at("11:00"));
        shop.leave("T1", Released.ENDED);
        assertEquals(
                List.of(
                        Optional.of(new Commitment.Release(shop.at("11:00"), Released.ENDED)),
                        Optional.of(new Commitment.Release(shop.at("09:00"), Released.CANCELLED))),
                shop.vettings().commitmentsOf(STORE, "A").stream()
                        .map(Commitment::release)
                        .toList());
        shop.approve(sale("T3", "12:00", "15:00", 100));
        assertEquals(
                List.of("T1", "T2", "T3"),
                shop.vettings().commitments(STORE).stream()
                        .map(Commitment::campaignId)
                        .toList());
    }

    @Test
    void areNoneWithoutAQuota() {
        shop.approve(shop.planned("D1", "10:00", "14:00").offering("A"));
        shop.approve(sale("T1", "10:00", "14:00", 100), "D1");
        assertEquals(1, shop.vettings().commitments(STORE).size());
    }

    @Test
    void areNotJudgedWhereNobodyToldTheStock() {
        VettingShop unknown = new VettingShop.Setup().withoutStock().open();
        unknown.approve(unknown.planned("T1", "10:00", "11:00").promising("A", 1_000_000));
        assertEquals(
                Optional.empty(),
                unknown.vettings().commitmentsOf(STORE, "A").get(0).sellable());
        unknown.stock("A", 999_999);
        unknown.shop.clock.set(unknown.at("10:00"));
        assertEquals("OVERCOMMITTED", refused(() -> unknown.start("T1")).code());
    }

    @Test
    void neverExceedSixtyFourBits() {
        shop.stock("A", Long.MAX_VALUE);
        shop.approve(sale("T1", "10:00", "14:00", Long.MAX_VALUE - 1));
        shop.approve(sale("T2", "10:00", "14:00", 1), "T1");
        shop.stock("A", Long.MAX_VALUE - 1);
        assertEquals(
                "OVERCOMMITTED",
                refused(() -> shop.approve(sale("T3", "10:00", "14:00", Long.MAX_VALUE), "T1", "T2"))
                        .code());
    }

    @ParameterizedTest
    @CsvSource({"60, true", "59, false"})
    void areProvedAgainAtTheStart(long left, boolean passes) {
        shop.approve(sale("T1", "10:00", "14:00", 60));
        shop.shop.clock.set(shop.at("10:00"));
        shop.stock("A", left);
        if (passes) {
            shop.start("T1");
        } else {
            assertEquals("OVERCOMMITTED", refused(() -> shop.start("T1")).code());
        }
    }

    @Test
    void areProvedAgainAtAnExtension() {
        shop.approve(sale("T1", "10:00", "12:00", 60));
        shop.approve(sale("T2", "14:00", "15:00", 60));
        shop.shop.clock.set(shop.at("10:00"));
        shop.start("T1");
        shop.extend("T1", shop.at("14:00"));
        Refusal refusal = refused(() -> shop.extend("T1", shop.at("14:01")));
        assertEquals("OVERCOMMITTED", refusal.code());
        assertEquals(List.of("T1", "T2"), refusal.named("activities"));
    }

    @Test
    void ofTwoApprovalsAtTheSameTimeOnlyOnePasses() {
        shop.shop.storage.beforeNextCommit(() -> shop.approve(sale("T2", "10:00", "14:00", 60)));
        Refusal refusal = refused(() -> shop.approve(sale("T1", "10:00", "14:00", 60), "T2"));
        assertEquals("OVERCOMMITTED", refusal.code());
        assertEquals(1, shop.vettings().commitments(STORE).size());
    }
}
