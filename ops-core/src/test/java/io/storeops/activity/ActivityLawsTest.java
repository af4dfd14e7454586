package io.storeops.activity;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.activity.ActivityShop.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Desk;
import io.storeops.Scored;
import io.storeops.StoreOps;
import io.storeops.failure.StoreOpsException;
import io.storeops.id.Sha256;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.step.Step;
import io.storeops.step.StepAnswer;
import io.storeops.vetting.Allowances;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people do in whatever order, with the library restarted at any time. */
class ActivityLawsTest {
    private static final List<String> STEPS = List.of(
            "IMAGE_PREP", "STOCK_VERIFY", "WARM_UP", "FLASH_SETUP", "EFFECT_TRACKING", "CLOSE_OUT", "FOLLOW_UP");

    /** What somebody does, or what happens, with a number that says to what. */
    private enum Deed {
        APPROVE,
        PREPARE,
        STEP,
        FAIL,
        FEEDBACK,
        WITHDRAW,
        REJECT,
        WAIT,
        WRITE_FLASH,
        WRITE_PRICE,
        WRITE_BACK,
        WRITE_PAGES,
        PROMOTE_PAGES,
        RESTORE_PAGE,
        MANNER,
        START,
        OVERRIDE,
        TRACK,
        CANCEL,
        CLOSE,
        RESTART
    }

    private record Doing(Deed deed, int number) {}

    @Provide
    Arbitrary<List<Doing>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class), Arbitraries.integers().between(0, 6))
                .as(Doing::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(60);
    }

    @Property(tries = 150)
    void nothingIsShownOfWhatIsOverAndNoKpiGetsBetterByGivingUp(@ForAll("deeds") List<Doing> deeds) {
        ActivityShop shop = new ActivityShop();
        Run run = new Run(shop);
        shop.by(SECOND).submit(STORE, "F", shop.flash("12:00", "14:00"));
        shop.by(SECOND).submit(STORE, "D", shop.daily("15:00", "18:00"));
        for (Doing doing : deeds) {
            Map<Kpi, Ratio> before = run.scores();
            boolean done = run.tried(doing);
            Map<Kpi, Ratio> after = run.scores();
            if (done
                    && Set.of(Deed.CANCEL, Deed.WITHDRAW, Deed.REJECT, Deed.CLOSE)
                            .contains(doing.deed())) {
                after.forEach((kpi, ratio) ->
                        assertTrue(ratio.n() <= before.get(kpi).n(), kpi + " by " + doing + ": " + before + after));
            }
            run.nothingIsShownOfWhatIsOver(doing);
            run.onlyWhatWasAnsweredIsDone();
        }
    }

    private static final class Run {
        private final ActivityShop shop;
        private StoreOps ops;
        private final Set<String> answered = new HashSet<>();
        private int feedbacks;

        Run(ActivityShop shop) {
            this.shop = shop;
            this.ops = shop.shop.ops;
        }

        private Desk desk(io.storeops.id.ActorId actor) {
            return ops.deskOf(actor);
        }

        Map<Kpi, Ratio> scores() {
            return Scored.of(shop.shop, DAY, DAY, Kpi.K3_1, Kpi.K3_2, Kpi.K3_3, Kpi.K3_4)
                    .ratios();
        }

        boolean tried(Doing doing) {
            try {
                perform(doing.deed(), doing.number());
                return true;
            } catch (StoreOpsException e) {
                return false;
            }
        }

        private void perform(Deed deed, int number) {
            String id = number % 2 == 0 ? "F" : "D";
            Activities people = desk(OPERATOR).activities();
            Activities managers = desk(MANAGER).activities();
            switch (deed) {
                case APPROVE -> managers.approve(STORE, id, Allowances.NONE);
                case PREPARE -> people.startPreparation(STORE, id);
                case STEP -> answer(number, StepAnswer.ok());
                case FAIL -> answer(number, StepAnswer.fail());
                case FEEDBACK ->
                    people.sendFeedback(
                            STORE,
                            "X" + ++feedbacks,
                            number == 6 ? "D" : "F",
                            new Finding(
                                    number == 6 ? "D-BEFORE" : "F",
                                    number == 6 ? "PAGE_PRICE" : STEPS.get(number),
                                    "wrong",
                                    "page",
                                    shop.at("09:00"),
                                    "shot",
                                    List.of(MANAGER)));
                case WITHDRAW -> people.withdrawFeedback(STORE, "X" + feedbacks, "stale");
                case REJECT -> managers.rejectFeedback(STORE, "X" + feedbacks, "no");
                case WAIT -> {
                    shop.shop.clock.set(shop.shop.clock.instant().plusSeconds(600L * (number + 1)));
                    ops.tick(STORE);
                }
                case WRITE_FLASH -> write(shop.flashValue("12:00", "14:00"), "F");
                case WRITE_PRICE -> write(ListingValue.price(number % 2 == 0 ? 6_900 : 4_400), id);
                case WRITE_BACK -> {
                    shop.shop.clock.set(shop.shop.clock.instant().plusSeconds(1));
                    write(ListingValue.price(9_900), id);
                }
                case WRITE_PAGES -> {
                    write(new ListingValue(ListingField.PAGE, "page of A"), id);
                    write(ListingValue.images(List.of(Sha256.of("image"))), id);
                }
                case PROMOTE_PAGES -> {
                    if (Set.of(ActivityState.ENDING, ActivityState.CLOSED, ActivityState.CANCELLED)
                            .contains(people.find(STORE, id).orElseThrow().state())) {
                        return;
                    }
                    write(new ListingValue(ListingField.PAGE_PC, "half price with " + id), id);
                    write(new ListingValue(ListingField.PAGE_WIRELESS, "half price with " + id), id);
                }
                case RESTORE_PAGE -> {
                    shop.shop.clock.set(shop.shop.clock.instant().plusSeconds(1));
                    write(
                            new ListingValue(
                                    number % 3 == 0 ? ListingField.PAGE_PC : ListingField.PAGE_WIRELESS, "as before"),
                            id);
                }
                case MANNER ->
                    shop.platform.manner = List.of(
                                    FakePlatform.Manner.PLAIN,
                                    FakePlatform.Manner.PLAIN,
                                    FakePlatform.Manner.PLAIN,
                                    FakePlatform.Manner.PLAIN,
                                    FakePlatform.Manner.LOSES,
                                    FakePlatform.Manner.REFUSES,
                                    FakePlatform.Manner.PLAIN)
                            .get(number);
                case START -> people.start(STORE, id);
                case OVERRIDE -> managers.override(STORE, id, "contract");
                case TRACK -> people.track(STORE, id, Effect.of(10L * number, 50));
                case CANCEL -> managers.cancel(STORE, id, "no");
                case CLOSE -> people.close(STORE, id);
                default -> ops = shop.shop.opened(shop.shop.storage);
            }
        }

        private void answer(int number, StepAnswer answer) {
            List<Step> steps = desk(OPERATOR).steps().open(STORE);
            if (!steps.isEmpty()) {
                Step step = steps.get(number % steps.size());
                desk(OPERATOR).steps().answer(STORE, step.run(), step.name(), answer);
                if (answer.said() == StepAnswer.Said.OK) {
                    answered.add(step.id());
                }
            }
        }

        private void write(ListingValue value, String activity) {
            desk(OPERATOR).listings().write(STORE, "A", value, activity);
        }

        void nothingIsShownOfWhatIsOver(Doing doing) {
            for (String id : List.of("F", "D")) {
                Activity activity = desk(OPERATOR).activities().find(STORE, id).orElseThrow();
                if (ActivityState.FINAL.contains(activity.state())) {
                    ListingValue promotional = ListingValue.price(id.equals("F") ? 6_900 : 4_400);
                    assertTrue(
                            !shop.platform.shows("A", ListingField.PRICE_MINOR).equals(Optional.of(promotional)),
                            () -> id + " is over after " + doing + ", and its price is shown");
                    for (ListingField page : List.of(ListingField.PAGE_PC, ListingField.PAGE_WIRELESS)) {
                        assertTrue(
                                !shop.platform
                                        .shows("A", page)
                                        .equals(Optional.of(new ListingValue(page, "half price with " + id))),
                                () -> id + " is over after " + doing + ", and its page is shown");
                    }
                    if (id.equals("F")) {
                        assertEquals(
                                Optional.empty(),
                                shop.platform.shows("A", ListingField.FLASH_PRICE_MINOR),
                                () -> "after " + doing);
                    }
                }
            }
        }

        void onlyWhatWasAnsweredIsDone() {
            for (String id : List.of("F", "D")) {
                desk(OPERATOR).steps().of(STORE, Activity.target(id)).stream()
                        .filter(Step::done)
                        .forEach(step -> assertTrue(answered.contains(step.id()), step::id));
            }
        }
    }
}
