package io.storeops.activity;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.activity.ActivityShop.SECOND;
import static io.storeops.activity.ActivityShop.code;
import static io.storeops.activity.ActivityShop.denied;
import static io.storeops.activity.ActivityShop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.campaign.CampaignPlan;
import io.storeops.campaign.Offer;
import io.storeops.id.ActorId;
import io.storeops.position.ActivityRules;
import io.storeops.step.Phase;
import io.storeops.step.Step;
import io.storeops.vetting.Allowances;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Activities that were begun before the library was, as the host tells them: some run, and some wait to be approved. It is 09:00. */
class ToldActivitiesTest {
    private final ActivityShop shop = new ActivityShop();

    private ToldActivity told(String id, ActivityPlan plan, boolean running, ActorId submitter, ActorId approver) {
        return new ToldActivity(id, plan, running, Optional.ofNullable(submitter), Optional.ofNullable(approver));
    }

    private ToldActivity running(String id, String from, String to) {
        return told(id, shop.daily(from, to), true, SECOND, MANAGER);
    }

    private void tell(ToldActivity... told) {
        shop.shop.ops.tellActivities(STORE, List.of(told));
    }

    private List<String> steps(String id) {
        return shop.desk(OPERATOR).steps().of(STORE, Activity.target(id)).stream()
                .map(Step::id)
                .toList();
    }

    private List<String> known() {
        return shop.by(OPERATOR).all(STORE).stream()
                .map(activity -> activity.id() + " " + activity.state())
                .toList();
    }

    /** Its price counts, its checks are to be done, and it ends at its end. */
    @Test
    void oneThatRunsGoesOnFromWhereItIs() {
        tell(running("R", "08:00", "18:00"));
        assertEquals(List.of("R RUNNING"), known());
        Activity activity = shop.get("R");
        assertEquals(Optional.of(shop.at("08:00")), activity.course().startedAt());
        assertEquals(Optional.of(SECOND), activity.hands().submittedBy());
        assertEquals(Optional.of(MANAGER), activity.hands().approvedBy());
        assertEquals(
                List.of("R-BEFORE:PAGE_PRICE", "R-" + DAY + ":STOCK_ITEM_MATCH", "R-AFTER:RESTORE_PRICE"), steps("R"));
        assertEquals(Optional.of(4_400L), shop.desk(OPERATOR).campaigns().priceOf(STORE, "A", shop.at("08:00")));
        assertEquals(Optional.empty(), shop.desk(OPERATOR).campaigns().priceOf(STORE, "A", shop.at("07:59")));
        shop.tick("18:00");
        assertEquals(ActivityState.ENDING, shop.state("R"));
    }

    @Test
    void oneThatWaitsIsApprovedLikeAnyOther() {
        tell(told("W", shop.daily("12:00", "18:00"), false, SECOND, null));
        assertEquals(List.of("W SUBMITTED"), known());
        assertEquals(List.of(), steps("W"));
        assertEquals(Optional.empty(), shop.desk(OPERATOR).campaigns().find(STORE, "W"));
        assertEquals("SELF_DECISION", denied(() -> shop.by(SECOND).approve(STORE, "W", Allowances.NONE)));
        assertEquals(
                ActivityState.APPROVED,
                shop.by(MANAGER).approve(STORE, "W", Allowances.NONE).state());
    }

    /** Of whom the host does not know who submitted it, nobody is named. */
    @Test
    void oneOfWhichNobodyKnowsWhoSubmittedItIsGivenBackAndCancelledAllTheSame() {
        tell(
                told("W", shop.daily("12:00", "18:00"), false, null, null),
                told("R", shop.daily("08:00", "12:00"), true, null, null));
        assertEquals(
                "activity W is given back with remarks, which tell its people what to change",
                refused(() -> shop.by(MANAGER).giveBack(STORE, "W", " ")).detail());
        assertEquals(
                ActivityState.RETURNED,
                shop.by(MANAGER).giveBack(STORE, "W", "too cheap").state());
        assertEquals(
                "activity R is cancelled for a reason, which tells its people why",
                refused(() -> shop.by(MANAGER).cancel(STORE, "R", " ")).detail());
    }

    /** Told again alike it changes nothing, whatever has become of it since. */
    @Test
    void whatIsToldAgainChangesNothing() {
        tell(running("R", "08:00", "18:00"));
        shop.tick("18:00");
        tell(running("R", "08:00", "18:00"), running("S", "17:00", "19:00"));
        assertEquals(List.of("R ENDING", "S RUNNING"), known());
    }

    @ParameterizedTest
    @CsvSource({
        // The plan differs, and who submitted it.
        "R, 08:00, 19:00, mgr-2, KNOWN_ALREADY",
        "R, 08:00, 18:00, mgr-1, KNOWN_ALREADY",
        "R, 08:00, 18:00, , KNOWN_ALREADY",
        // The host told of a campaign of that name.
        "C, 08:00, 18:00, mgr-2, KNOWN_ALREADY",
        "N, 09:01, 18:00, mgr-2, FROM_THE_FUTURE",
        "N, 09:00, 18:00, mgr-2,"
    })
    void itIsTakenAllOrNothing(String id, String from, String to, String submitter, String refusal) {
        tell(running("R", "08:00", "18:00"));
        shop.shop.ops.tellCampaigns(
                STORE,
                List.of(new CampaignPlan(
                        "C",
                        ActivityRules.Kind.DAILY,
                        "campaign",
                        List.of(Offer.of("A")),
                        shop.at("08:00"),
                        shop.at("18:00"))));
        ToldActivity more =
                told(id, shop.daily(from, to), true, submitter == null ? null : ActorId.of(submitter), MANAGER);
        ToldActivity another = running("B", "08:00", "18:00");
        if (refusal == null) {
            tell(another, more);
            assertEquals(List.of("B RUNNING", "N RUNNING", "R RUNNING"), known());
        } else {
            assertEquals(refusal, code(() -> tell(another, more)));
            assertEquals(List.of("R RUNNING"), known());
        }
    }

    @Test
    void itsSkusAreKnownAndItsRunsAreItsOwn() {
        ActivityPlan strange = ActivityPlan.of(
                ActivityRules.Kind.DAILY,
                "strange",
                List.of(Offer.of("Z")),
                new ActivityWindow(shop.at("08:00"), shop.at("18:00")));
        assertEquals("NO_SUCH_SKU", code(() -> tell(told("Z", strange, true, SECOND, MANAGER))));
        tell(running("R", "08:00", "18:00"));
        ActivityPlan taken = shop.daily("08:00", "18:00")
                .checking(List.of(CheckStep.of("R-AFTER", "RESTORE_PRICE", Phase.AFTER, Optional.empty())));
        assertEquals("RUN_TAKEN", code(() -> tell(told("T", taken, true, SECOND, MANAGER))));
        assertEquals(List.of("R RUNNING"), known());
    }

    /** Of one that is said to wait its start may have passed or not. */
    @ParameterizedTest
    @CsvSource({"08:00", "12:00"})
    void oneThatWaitsMayStartWhenever(String from) {
        tell(told("W", shop.daily(from, "18:00"), false, SECOND, null));
        assertEquals(List.of("W SUBMITTED"), known());
    }
}
