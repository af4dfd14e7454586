package io.storeops.activity;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.activity.ActivityShop.SECOND;
import static io.storeops.activity.ActivityShop.code;
import static io.storeops.activity.ActivityShop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.campaign.CampaignPlan;
import io.storeops.campaign.Offer;
import io.storeops.id.Sha256;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.position.ActivityRules;
import io.storeops.step.Phase;
import io.storeops.step.Step;
import io.storeops.step.StepAnswer;
import io.storeops.vetting.Allowances;
import io.storeops.vetting.Commitment;
import io.storeops.vetting.Released;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Turns that an activity takes less often: it is extended over a date, broken off, sold out after its end, or collides with others. */
class ActivityCourseTest {
    private final ActivityShop shop = new ActivityShop();

    private List<String> steps(String id) {
        return shop.desk(OPERATOR).steps().of(STORE, Activity.target(id)).stream()
                .map(step -> step.id() + " " + step.due())
                .toList();
    }

    /** Extended until the next evening it is to be checked on the next day too, with the inspection, which is due at 09:30. */
    @Test
    void aLaterEndBringsTheChecksOfMoreDates() {
        shop.running("D", shop.daily("09:15", "18:00"));
        String before = "D-BEFORE:PAGE_PRICE " + shop.at("09:15");
        String today = "D-" + DAY + ":STOCK_ITEM_MATCH " + shop.at("09:30");
        assertEquals(List.of(before, today, "D-AFTER:RESTORE_PRICE " + shop.at("18:30")), steps("D"));
        shop.desk(MANAGER).campaigns().approveExtension(STORE, "D", shop.shop.at(NEXT, "20:00"));
        shop.desk(OPERATOR).campaigns().extend(STORE, "D", shop.shop.at(NEXT, "20:00"));
        assertEquals(
                List.of(
                        before,
                        today,
                        "D-AFTER:RESTORE_PRICE " + shop.shop.at(NEXT, "20:30"),
                        "D-" + NEXT + ":STOCK_ITEM_MATCH " + shop.shop.at(NEXT, "09:30")),
                steps("D"));
        assertEquals(Optional.of(shop.at("09:15")), shop.get("D").course().extendedAt());
    }

    /** A due that somebody gave stays, and only what runs ends later. */
    @Test
    void aDueThatWasGivenStays() {
        shop.running("F", shop.flash("20:00", "22:00"));
        shop.desk(MANAGER).campaigns().approveExtension(STORE, "F", shop.at("23:00"));
        shop.desk(OPERATOR).campaigns().extend(STORE, "F", shop.at("23:00"));
        assertEquals(
                List.of("EFFECT_TRACKING " + shop.at("22:00"), "CLOSE_OUT " + shop.at("23:30")),
                shop.desk(OPERATOR).steps().of(STORE, Activity.target("F")).stream()
                        .filter(step ->
                                step.name().startsWith("E") || step.name().startsWith("C"))
                        .map(step -> step.name() + " " + step.due())
                        .toList());
    }

    /** What was broken off is closed once it is restored, whatever of its steps is open. */
    @Test
    void oneThatWasBrokenOffNeedsNothingButToBeRestored() {
        shop.ready("F", shop.flash("20:00", "22:00"));
        shop.write(shop.flashValue("20:00", "22:00"), "F");
        shop.tick("20:00");
        shop.clock("20:30");
        shop.by(MANAGER).cancel(STORE, "F", "wrong price");
        shop.clock("20:31");
        shop.write(ListingValue.price(9_900), "F");
        shop.write(new ListingValue(ListingField.PAGE, "page of A"), "F");
        shop.write(ListingValue.images(List.of(Sha256.of("image"))), "F");
        assertEquals(ActivityState.CLOSED, shop.by(OPERATOR).close(STORE, "F").state());
    }

    /** Units that are told after the end are told; it stays as it ended. */
    @Test
    void soldOutAfterItsEndItHasEndedAtItsEnd() {
        shop.running("F", shop.flash("20:00", "22:00"));
        shop.tick("22:00");
        shop.clock("22:30");
        Activity tracked = shop.by(OPERATOR).track(STORE, "F", Effect.of(50, 50));
        assertEquals(ActivityState.ENDING, tracked.state());
        assertEquals(Optional.of(shop.at("22:00")), tracked.course().endedAt());
        assertEquals(Optional.of(50L), tracked.course().sold());
    }

    /** What it promised is released when it is over, for the reason for which it is (D45). */
    @ParameterizedTest
    @CsvSource({"cancelled, CANCELLED", "never started, NOT_STARTED", "ended, ENDED", "sold out, ENDED"})
    void whatItPromisedIsReleased(String how, Released why) {
        if (how.equals("ended") || how.equals("sold out")) {
            shop.running("F", shop.flash("20:00", "22:00"));
        } else {
            shop.approved("F", shop.flash("20:00", "22:00"));
        }
        assertEquals(List.of(Optional.empty()), released());
        shop.clock("21:00");
        switch (how) {
            case "cancelled" -> shop.by(MANAGER).cancel(STORE, "F", "no");
            case "sold out" -> shop.by(OPERATOR).track(STORE, "F", Effect.of(50, 50));
            default -> shop.tick("22:00");
        }
        assertEquals(List.of(Optional.of(why)), released());
    }

    private List<Optional<Released>> released() {
        return shop.desk(MANAGER).vetting().commitmentsOf(STORE, "A").stream()
                .map(Commitment::release)
                .map(release -> release.map(Commitment.Release::why))
                .toList();
    }

    /** Of one without a quota of its own the stock is verified against the units that somebody names (R60). */
    @ParameterizedTest
    @CsvSource({"49, 50, STOCK_BELOW_QUOTA", "50, 50, ", "51, 50, "})
    void theStockIsVerifiedAgainstTheUnitsThatAreNamed(long measured, long needed, String refusal) {
        shop.preparing(
                "T",
                ActivityPlan.of(
                                ActivityRules.Kind.THIRD_PARTY,
                                "outside",
                                List.of(Offer.of("A")),
                                new ActivityWindow(shop.at("20:00"), shop.at("22:00")))
                        .checking(List.of(CheckStep.of("T", "STOCK_VERIFY", Phase.BEFORE, Optional.empty())))
                        .preparing(List.of()));
        Runnable verify = () -> shop.desk(OPERATOR)
                .steps()
                .answer(STORE, "T", "STOCK_VERIFY", StepAnswer.ok().measuring(measured, needed));
        if (refusal == null) {
            verify.run();
            assertEquals(ActivityState.READY, shop.state("T"));
        } else {
            assertEquals(
                    "activity T offers 50 units, and 49 can be sold",
                    refused(verify).detail());
        }
    }

    /** A step of another activity is none of its own. */
    @Test
    void feedbackIsAboutAStepOfTheActivity() {
        shop.preparing("D", shop.daily("12:00", "18:00"));
        shop.preparing("E", shop.daily("18:00", "20:00"));
        shop.desk(OPERATOR).steps().answer(STORE, "E-BEFORE", "PAGE_PRICE", StepAnswer.fail());
        Finding finding = new Finding(
                "E-BEFORE",
                "PAGE_PRICE",
                "page shows 99.00",
                "item page",
                shop.at("09:00"),
                "shot/1",
                List.of(MANAGER));
        assertEquals("NO_SUCH_STEP", code(() -> shop.by(OPERATOR).sendFeedback(STORE, "X", "D", finding)));
        assertEquals("NO_SUCH_ACTIVITY", code(() -> shop.by(OPERATOR).sendFeedback(STORE, "X", "Z", finding)));
        shop.by(OPERATOR).sendFeedback(STORE, "X", "E", finding);
        Finding again = new Finding(
                "E-BEFORE",
                "PAGE_PRICE",
                "page shows 99.00",
                "item page",
                shop.at("09:00").plusNanos(1_000),
                "shot/1",
                List.of(MANAGER));
        assertEquals("FROM_THE_FUTURE", code(() -> shop.by(OPERATOR).sendFeedback(STORE, "Y", "E", again)));
    }

    /** Neither an approved activity of the same name, which the host told, nor a run of somebody else's is replaced. */
    @Test
    void whatIsApprovedIsNew() {
        shop.shop.ops.tellCampaigns(
                STORE,
                List.of(new CampaignPlan(
                        "D",
                        ActivityRules.Kind.DAILY,
                        "told",
                        List.of(Offer.of("A")),
                        shop.at("20:00"),
                        shop.at("21:00"))));
        shop.by(SECOND).submit(STORE, "D", shop.daily("12:00", "18:00"));
        assertEquals("EXISTS", code(() -> shop.by(MANAGER).approve(STORE, "D", Allowances.NONE)));
        shop.approved("E", shop.daily("12:00", "13:00"));
        shop.by(SECOND)
                .submit(
                        STORE,
                        "G",
                        shop.daily("14:00", "15:00")
                                .checking(List.of(
                                        CheckStep.of("E-BEFORE", "PAGE_PRICE", Phase.BEFORE, Optional.empty()))));
        assertEquals("RUN_TAKEN", code(() -> shop.by(MANAGER).approve(STORE, "G", Allowances.NONE)));
        assertEquals(ActivityState.SUBMITTED, shop.state("G"));
        assertEquals(
                List.of("E-BEFORE", "E-AFTER"),
                shop.desk(OPERATOR).steps().of(STORE, Activity.target("E")).stream()
                        .map(Step::run)
                        .toList());
    }
}
