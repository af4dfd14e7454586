package io.storeops.activity;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.activity.ActivityShop.SECOND;
import static io.storeops.activity.ActivityShop.code;
import static io.storeops.activity.ActivityShop.denied;
import static io.storeops.activity.ActivityShop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Scored;
import io.storeops.agenda.Tick;
import io.storeops.campaign.Offer;
import io.storeops.catalog.Item;
import io.storeops.catalog.Sku;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.FaultKind;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.listing.ListingFacts;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.maintenance.Anomaly;
import io.storeops.maintenance.AnomalyState;
import io.storeops.position.ActivityRules;
import io.storeops.step.Step;
import io.storeops.step.StepAnswer;
import io.storeops.step.StepState;
import io.storeops.vetting.Allowances;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityTest {
    private final ActivityShop shop = new ActivityShop();

    private ActivityPlan daily() {
        return shop.daily("12:00", "18:00");
    }

    private ActivityPlan flash() {
        return shop.flash("20:00", "22:00");
    }

    @Nested
    class Drafts {
        @Test
        void anOperatorTakesPartInDailyActivitiesAlone() {
            assertEquals(
                    ActivityState.DRAFT,
                    shop.by(OPERATOR).draft(STORE, "D", daily()).state());
            assertEquals("INSTRUCT", denied(() -> shop.by(OPERATOR).draft(STORE, "F", flash())));
            assertEquals("INSTRUCT", denied(() -> shop.by(OPERATOR).submit(STORE, "F", flash())));
            assertEquals("PARTICIPATE:P1", denied(() -> shop.by(SECOND).draft(STORE, "D2", daily())));
            assertEquals(
                    ActivityState.DRAFT,
                    shop.by(SECOND).draft(STORE, "F", flash()).state());
            // Nobody makes a daily activity of one that is not theirs.
            assertEquals("INSTRUCT", denied(() -> shop.by(OPERATOR).submit(STORE, "F", daily())));
            assertEquals("INSTRUCT", denied(() -> shop.by(OPERATOR).comment(STORE, "F", "cheap")));
        }

        @Test
        void whoDraftedOrSubmittedItDoesNotApproveIt() {
            shop.by(OPERATOR).draft(STORE, "D", daily());
            assertEquals("NOT_SUBMITTED", code(() -> shop.by(MANAGER).approve(STORE, "D", Allowances.NONE)));
            shop.by(SECOND).submit(STORE, "D");
            assertEquals("SELF_DECISION", denied(() -> shop.by(SECOND).approve(STORE, "D", Allowances.NONE)));
            assertEquals("REASON_MISSING", code(() -> shop.by(MANAGER).giveBack(STORE, "D", " ")));
            assertEquals(
                    Optional.of("too cheap"),
                    shop.by(MANAGER).giveBack(STORE, "D", "too cheap").hands().remarks());
            shop.by(MANAGER).submit(STORE, "D", shop.daily("13:00", "18:00"));
            // The second manager submitted it once, and the first now.
            assertEquals("SELF_DECISION", denied(() -> shop.by(SECOND).approve(STORE, "D", Allowances.NONE)));
            assertEquals("SELF_DECISION", denied(() -> shop.by(MANAGER).approve(STORE, "D", Allowances.NONE)));
            assertEquals(shop.at("13:00"), shop.get("D").start());
        }

        @Test
        void whoStoodInForItsApproverSubmittedItForThem() {
            ActorId deputy = ActorId.of("mgr-3");
            ActivityShop stoodIn = new ActivityShop(setup -> setup.deputy(deputy, SECOND, "STORE_MANAGER"));
            stoodIn.by(deputy).submit(STORE, "F", flash());
            assertEquals("SELF_DECISION", denied(() -> stoodIn.by(SECOND).approve(STORE, "F", Allowances.NONE)));
            assertEquals("SELF_DECISION", denied(() -> stoodIn.by(deputy).approve(STORE, "F", Allowances.NONE)));
            assertEquals(
                    ActivityState.APPROVED,
                    stoodIn.by(MANAGER).approve(STORE, "F", Allowances.NONE).state());
        }

        @Test
        void aCommentChangesNothingAndIsPossibleUntilItIsApproved() {
            shop.by(OPERATOR).draft(STORE, "D", daily());
            assertEquals("TEXT_MISSING", code(() -> shop.by(OPERATOR).comment(STORE, "D", " ")));
            assertEquals(1, shop.by(OPERATOR).comment(STORE, "D", "fine").number());
            shop.by(OPERATOR).submit(STORE, "D");
            assertEquals(2, shop.by(OPERATOR).comment(STORE, "D", "still").number());
            assertEquals(ActivityState.SUBMITTED, shop.state("D"));
            shop.by(MANAGER).approve(STORE, "D", Allowances.NONE);
            assertEquals("WRONG_STATE", code(() -> shop.by(OPERATOR).comment(STORE, "D", "late")));
            assertEquals(
                    List.of(Optional.of("fine"), Optional.of("still")),
                    shop.by(OPERATOR).comments(STORE, "D").stream()
                            .map(ActivityComment::text)
                            .toList());
        }

        @Test
        void whatIsNotThereIsRefused() {
            assertEquals("NO_SUCH_ACTIVITY", code(() -> shop.by(OPERATOR).submit(STORE, "X")));
            shop.by(OPERATOR).draft(STORE, "D", daily());
            assertEquals("EXISTS", code(() -> shop.by(OPERATOR).draft(STORE, "D", daily())));
            ActivityPlan strange =
                    ActivityPlan.of(ActivityRules.Kind.DAILY, "strange", List.of(Offer.of("Z")), daily().window());
            assertEquals("NO_SUCH_SKU", code(() -> shop.by(OPERATOR).draft(STORE, "Z", strange)));
            assertEquals("NO_SUCH_SKU", code(() -> shop.by(OPERATOR).submit(STORE, "D", strange)));
        }
    }

    @Nested
    class Preparation {
        @Test
        void aMissingListIsNotAnEmptyOne() {
            ActivityPlan plan =
                    ActivityPlan.of(ActivityRules.Kind.DAILY, "d", List.of(Offer.of("A")), daily().window());
            shop.approved("D", plan);
            assertEquals("PREPARATION_MISSING", code(() -> shop.by(OPERATOR).startPreparation(STORE, "D")));
            ActivityShop other = new ActivityShop();
            other.approved("D", plan.preparing(List.of()));
            assertEquals(
                    ActivityState.PREPARING,
                    other.by(OPERATOR).startPreparation(STORE, "D").state());
            assertEquals("NOT_APPROVED", code(() -> other.by(OPERATOR).startPreparation(STORE, "D")));
        }

        @Test
        void generatedRunsAreDueAtTheStartWithTheInspectionAndAfterTheEnd() {
            ActivityPlan plan = new ActivityPlan(
                    ActivityRules.Kind.DAILY,
                    "two days",
                    List.of(Offer.of("A")),
                    List.of(),
                    new ActivityWindow(shop.at("09:31"), shop.at("09:30").plusSeconds(2 * 24 * 3600)),
                    Optional.of(List.of()),
                    List.of());
            shop.approved("D", plan);
            // 09:30 of the first day is before the start, that of the third is the end, which is excluded.
            assertEquals(
                    List.of("D-BEFORE:PAGE_PRICE", "D-2024-06-17:STOCK_ITEM_MATCH", "D-AFTER:RESTORE_PRICE"),
                    steps("D").stream().map(Step::id).toList());
            assertEquals(
                    List.of(
                            plan.window().start(),
                            shop.at("09:30").plusSeconds(24 * 3600),
                            plan.window().end().plusSeconds(1800)),
                    steps("D").stream().map(Step::due).toList());
        }

        @Test
        void requirementsBlockTheirStepUntilTheyAreAccepted() {
            shop.preparing(
                    "F",
                    flash().preparing(List.of(
                            new Need("R1", "DESIGN", "images", shop.at("18:00"), Optional.of("IMAGE_PREP"), true),
                            new Need("R2", "WAREHOUSE", "plan", shop.at("18:00"), Optional.of("WARM_UP"), false))));
            assertEquals(
                    List.of("R1"), refused(() -> shop.ok("F", "IMAGE_PREP")).named("blocked_by"));
            shop.ok("F", "WARM_UP");
            assertEquals(
                    List.of("IMAGE_PREP", "STOCK_VERIFY"),
                    refused(() -> shop.ok("F", "FLASH_SETUP")).named("blocked_by"));
            shop.desk(OPERATOR).requirements().send(STORE, "R1");
            shop.desk(ActivityShop.DESIGNER).requirements().confirm(STORE, "R1");
            shop.desk(ActivityShop.DESIGNER).requirements().deliver(STORE, "R1");
            assertEquals("STEP_BLOCKED", code(() -> shop.ok("F", "IMAGE_PREP")));
            shop.desk(OPERATOR).requirements().accept(STORE, "R1");
            shop.ok("F", "IMAGE_PREP", "STOCK_VERIFY");
            assertEquals(ActivityState.PREPARING, shop.state("F"));
            shop.ok("F", "FLASH_SETUP");
            assertEquals(ActivityState.READY, shop.state("F"));
        }

        @ParameterizedTest
        @CsvSource({"49, STOCK_BELOW_QUOTA", "50,", "51,"})
        void verifiedMeansAsManyAsAreOffered(long measured, String expected) {
            shop.preparing("F", flash());
            Runnable verify = () -> shop.desk(OPERATOR)
                    .steps()
                    .answer(STORE, "F", "STOCK_VERIFY", StepAnswer.ok().measuring(measured, 1));
            if (expected == null) {
                verify.run();
            } else {
                assertEquals(expected, code(verify));
            }
        }

        @Test
        void aSkuThatIsAddedIsAFindingOfItsCheck() {
            LocalDate today = io.storeops.StoreFixture.DAY;
            Item item = new Item(STORE, "A", io.storeops.StoreFixture.DAY.minusYears(1), Optional.empty());
            enrol(Sku.of(item, "A-red"), Sku.of(item, "A-old"));
            shop.preparing(
                    "M",
                    ActivityPlan.of(
                                    ActivityRules.Kind.MAJOR_CAMPAIGN,
                                    "618",
                                    List.of(Offer.of("A-red")),
                                    new ActivityWindow(
                                            shop.at("20:00"), shop.at("23:00").plus(Duration.ofDays(2))))
                            .preparing(List.of()));
            enrol(from(item, "A-same-day", today), from(item, "A-blue", today.plusDays(1)));
            assertEquals(List.of(), added("M"), "A-blue is not sold yet");
            shop.shop.clock.set(shop.at("08:00").plus(Duration.ofDays(1)));
            assertEquals(List.of("A-blue"), added("M"));
            Refusal refusal = ActivityShop.refused(() -> shop.ok("M-BEFORE", "ADDED_SKU"));
            assertEquals("SKU_ADDED", refusal.code());
            assertTrue(refusal.detail().contains("[A-blue]"), refusal.detail());
            shop.desk(OPERATOR).steps().answer(STORE, "M-BEFORE", "ADDED_SKU", StepAnswer.fail());
            shop.by(OPERATOR)
                    .sendFeedback(
                            STORE,
                            "X",
                            "M",
                            new Finding(
                                    "M-BEFORE",
                                    "ADDED_SKU",
                                    "blue is new",
                                    "item page",
                                    shop.shop.clock.instant(),
                                    "shot/1",
                                    List.of(MANAGER)));
            assertEquals(
                    StepState.FIXED,
                    shop.desk(OPERATOR)
                            .steps()
                            .answer(STORE, "M-BEFORE", "ADDED_SKU", StepAnswer.fixed())
                            .state());
        }

        private List<String> added(String activity) {
            return shop.by(OPERATOR).addedSkus(STORE, activity).stream()
                    .map(Sku::id)
                    .toList();
        }

        private Sku from(Item item, String id, LocalDate date) {
            return new Sku(STORE, item.id(), id, Optional.empty(), new TreeMap<>(), date, Optional.empty());
        }

        private void enrol(Sku... skus) {
            Enrolment.Builder more =
                    Enrolment.builder(shop.shop.enrolment(shop.shop.roster()).store(), io.storeops.StoreFixture.DAY);
            for (Sku sku : skus) {
                more.sku(sku);
            }
            shop.shop.ops.enrol(more.roster(shop.shop.roster()).build());
        }

        @Test
        void stepsOfALaterPhaseWait() {
            shop.preparing("F", flash());
            assertEquals("WRONG_STATE", code(() -> shop.ok("F", "EFFECT_TRACKING")));
            assertEquals("WRONG_STATE", code(() -> shop.ok("F", "FOLLOW_UP")));
        }
    }

    private List<Step> steps(String id) {
        return shop.desk(OPERATOR).steps().of(STORE, Activity.target(id));
    }

    @Nested
    class Start {
        @Test
        void aReadyOneStartsByItselfAtItsInstantAndNotBefore() {
            shop.ready("D", daily());
            shop.tick("11:59");
            assertEquals(ActivityState.READY, shop.state("D"));
            assertEquals("NOT_DUE", code(() -> shop.by(OPERATOR).start(STORE, "D")));
            shop.tick("12:00");
            assertEquals(ActivityState.RUNNING, shop.state("D"));
            assertEquals(Optional.of(shop.at("12:00")), shop.get("D").course().startedAt());
            assertTrue(!shop.get("D").startedLate());
            assertEquals(Optional.of(4_400L), shop.desk(OPERATOR).campaigns().priceOf(STORE, "A", shop.at("12:00")));
        }

        @Test
        void aStartWhileNoNodeRanIsCaughtUpOnceAndLate() {
            shop.ready("D", daily());
            shop.tick("12:05");
            assertEquals(Optional.of(shop.at("12:05")), shop.get("D").course().startedAt());
            assertTrue(shop.get("D").startedLate());
            shop.tick("12:06");
            assertEquals(Optional.of(shop.at("12:05")), shop.get("D").course().startedAt());
        }

        @Test
        void whatIsNotReadyIsBlockedOnceAndStartedByAPersonOnly() {
            shop.preparing("D", daily());
            shop.clock("12:00");
            assertEquals(List.of("3.3/start:D", "3.3/step/D-BEFORE:PAGE_PRICE"), raised());
            assertTrue(shop.get("D").startBlocked());
            assertEquals(ActivityState.PREPARING, shop.state("D"));
            shop.clock("12:01");
            assertEquals(List.of(), raised());
            assertEquals(
                    List.of("NOT_READY"),
                    refused(() -> shop.by(OPERATOR).start(STORE, "D")).named("causes"));
            shop.ok("D-BEFORE", "PAGE_PRICE");
            shop.tick("12:02");
            assertEquals(ActivityState.READY, shop.state("D"));
            assertEquals(
                    ActivityState.RUNNING, shop.by(OPERATOR).start(STORE, "D").state());
            assertTrue(shop.get("D").startedLate());
        }

        private List<String> raised() {
            Tick tick = shop.shop.ops.tick(STORE);
            return tick.raised().stream()
                    .map(item -> item.occurrence().id().toString())
                    .filter(id -> id.startsWith("3.3"))
                    .sorted()
                    .toList();
        }

        @ParameterizedTest
        @CsvSource({"49, STOCK", "50,"})
        void tooLittleStockBlocks(long units, String cause) {
            shop.ready("F", flash());
            shop.shop.ops.tellListings(
                    STORE,
                    ListingFacts.since(shop.shop.clock.instant())
                            .stock("A", units)
                            .build());
            shop.tick("20:00");
            assertEquals(
                    cause == null ? List.of() : List.of(StartCause.valueOf(cause)),
                    cause == null ? List.of() : shop.by(OPERATOR).startCauses(STORE, "F"));
            assertEquals(cause == null ? ActivityState.RUNNING : ActivityState.READY, shop.state("F"));
        }

        @Test
        void theManagerOverridesForAReason() {
            shop.approved("F", flash());
            shop.tick("20:00");
            assertEquals("INSTRUCT", denied(() -> shop.by(OPERATOR).override(STORE, "F", "hurry")));
            assertEquals("REASON_MISSING", code(() -> shop.by(MANAGER).override(STORE, "F", " ")));
            Activity started = shop.by(MANAGER).override(STORE, "F", "contract");
            assertEquals(ActivityState.RUNNING, started.state());
            assertEquals(Optional.of("contract"), started.course().words());
        }

        @Test
        void neverStartedByItsEndIsNotStarted() {
            shop.approved("F", flash());
            shop.tick("20:00");
            shop.clock("22:00");
            assertEquals("ENDED", code(() -> shop.by(MANAGER).override(STORE, "F", "late")));
            shop.tick("22:00");
            assertEquals(ActivityState.CANCELLED, shop.state("F"));
            assertEquals(
                    Optional.of(EndReason.NOT_STARTED), shop.get("F").course().reason());
            assertTrue(steps("F").stream().noneMatch(Step::counted));
            assertEquals("FINAL_STATE", code(() -> shop.by(MANAGER).cancel(STORE, "F", "again")));
            assertEquals("FINAL_STATE", code(() -> shop.ok("F", "WARM_UP")));
        }

        @Test
        void thePlatformsOwnStartIsTakenBackOnce() {
            shop.approved("F", flash());
            shop.write(shop.flashValue("20:00", "22:00"), "F");
            shop.tick("20:00");
            shop.tick("20:01");
            assertEquals(1, shop.platform.withdrawn.size());
            assertEquals(
                    Optional.of(WithdrawnStart.WITHDRAWN),
                    shop.get("F").course().withdrawal());
            assertEquals("NOTHING_TO_WITHDRAW", code(() -> shop.by(OPERATOR).withdrawStart(STORE, "F")));
            // The limited price went with it, so nothing of the activity is shown.
            assertEquals(
                    ActivityState.CANCELLED,
                    shop.by(MANAGER).cancel(STORE, "F", "no").state());
        }

        @ParameterizedTest
        @CsvSource({"TRANSIENT, UNKNOWN", "UNKNOWN_OUTCOME, UNKNOWN", "PERMISSION, REJECTED", ", MANUAL_REQUIRED"})
        void whatThePlatformCannotTakeBackIsDoneByHandWithEvidence(FaultKind fault, WithdrawnStart outcome) {
            shop.platform.fault = Optional.ofNullable(fault);
            shop.platform.editsActivities = true;
            shop.platform.answer = ActivityEditor.Answer.BY_HAND;
            shop.approved("F", flash());
            shop.write(shop.flashValue("20:00", "22:00"), "F");
            shop.tick("20:00");
            assertEquals(Optional.of(outcome), shop.get("F").course().withdrawal());
            assertEquals("EVIDENCE_MISSING", code(() -> shop.by(OPERATOR).withdrawStart(STORE, "F")));
            shop.desk(OPERATOR)
                    .archive()
                    .attach(
                            STORE,
                            Activity.target("F"),
                            io.storeops.evidence.EvidenceKind.parse("SCREENSHOT"),
                            shop.at("20:00"),
                            "shot/1");
            assertEquals(
                    Optional.of(WithdrawnStart.BY_HAND),
                    shop.by(OPERATOR).withdrawStart(STORE, "F").course().withdrawal());
        }
    }

    @Nested
    class End {
        @Test
        void itEndsAtItsEndAndClosesOnItsChecks() {
            shop.running("D", daily());
            shop.write(ListingValue.price(4_400), "D");
            shop.tick("17:59");
            assertEquals(ActivityState.RUNNING, shop.state("D"));
            assertEquals("WRONG_STATE", code(() -> shop.by(OPERATOR).close(STORE, "D")));
            shop.tick("18:00");
            assertEquals(ActivityState.ENDING, shop.state("D"));
            assertEquals(List.of("RESTORE_PRICE"), shop.by(OPERATOR).missing(STORE, "D"));
            assertEquals("CLOSE_OUT_INCOMPLETE", code(() -> shop.ok("D-AFTER", "RESTORE_PRICE")));
            shop.clock("18:01");
            shop.write(ListingValue.price(9_900), "D");
            shop.ok("D-AFTER", "RESTORE_PRICE");
            assertEquals(
                    ActivityState.CLOSED, shop.by(OPERATOR).close(STORE, "D").state());
        }

        @ParameterizedTest
        @CsvSource({"49, RUNNING", "50, ENDING", "51, ENDING"})
        void aSoldQuotaEndsIt(long sold, ActivityState state) {
            shop.running("F", flash());
            shop.clock("20:30");
            Activity tracked = shop.by(OPERATOR)
                    .track(STORE, "F", new Effect(sold, Optional.empty(), Optional.of(40L), Optional.of(400L)));
            assertEquals(state, tracked.state());
            EffectReading reading = shop.by(OPERATOR).readings(STORE, "F").get(0);
            assertEquals(Optional.of(50L), reading.effect().quota());
            assertEquals("10.00%", reading.effect().conversion().orElseThrow().text("-"));
            assertEquals(
                    state == ActivityState.ENDING ? Optional.of(shop.at("20:30")) : Optional.empty(),
                    tracked.course().endedAt());
        }

        @Test
        void unitsBeyondTheQuotaAreOneAnomalyHoweverOftenTheyAreRead() {
            shop.running("F", flash());
            shop.clock("20:30");
            shop.by(OPERATOR).track(STORE, "F", Effect.of(50, 50));
            assertEquals(List.of(), found());
            shop.by(OPERATOR).track(STORE, "F", Effect.of(51, 50));
            shop.clock("20:40");
            shop.by(OPERATOR).track(STORE, "F", Effect.of(53, 50));
            assertEquals(1, found().size());
            Anomaly anomaly = found().get(0);
            assertEquals("STOCK:QUOTA of F", anomaly.key().toString());
            assertEquals(new Anomaly.Counts(1, 2, 0), anomaly.counts());
            assertEquals(List.of(), shop.desk(OPERATOR).maintenance().openRequests(STORE), "no orders are told");
        }

        private List<Anomaly> found() {
            return shop.desk(OPERATOR).maintenance().anomalies(STORE, AnomalyState.FOUND);
        }

        @Test
        void aThirdPartyActivityRestoresAllThreeAndDoesAllItsSteps() {
            shop.ready("F", flash());
            shop.write(shop.flashValue("20:00", "22:00"), "F");
            shop.tick("20:00");
            shop.tick("22:00");
            assertEquals(
                    List.of("IMAGE", "PAGE", "PRICE"),
                    refused(() -> shop.by(OPERATOR).close(STORE, "F")).named("missing"));
            shop.clock("22:01");
            shop.write(ListingValue.price(9_900), "F");
            shop.write(new ListingValue(ListingField.PAGE, "page of A"), "F");
            assertEquals(
                    List.of("IMAGE"), refused(() -> shop.ok("F", "CLOSE_OUT")).named("missing"));
            shop.write(ListingValue.images(List.of(io.storeops.id.Sha256.of("image"))), "F");
            shop.ok("F", "CLOSE_OUT");
            assertEquals(
                    List.of("EFFECT_TRACKING", "FOLLOW_UP"),
                    refused(() -> shop.by(OPERATOR).close(STORE, "F")).named("open"));
            shop.ok("F", "EFFECT_TRACKING", "FOLLOW_UP");
            assertEquals(
                    ActivityState.CLOSED, shop.by(OPERATOR).close(STORE, "F").state());
        }

        @Test
        void pricesAreComparedWhereverThePlatformShowsThem() {
            shop.running("D", daily());
            shop.tick("18:00");
            shop.ok("D-AFTER", "RESTORE_PRICE");
            shop.platform.prices.put(
                    "A", new ActivityEditor.ShownPrices(Optional.of(9_900L), Optional.of(4_400L), Optional.empty()));
            assertEquals(
                    List.of("PRICE"),
                    refused(() -> shop.by(OPERATOR).close(STORE, "D")).named("missing"));
            shop.platform.prices.put(
                    "A", new ActivityEditor.ShownPrices(Optional.of(9_900L), Optional.of(9_900L), Optional.of(9_900L)));
            assertEquals(
                    ActivityState.CLOSED, shop.by(OPERATOR).close(STORE, "D").state());
        }

        @Test
        void cancelledAtOnceOnlyIfNothingIsShown() {
            shop.running("D", daily());
            assertEquals("APPROVE:ACTIVITY", denied(() -> shop.by(OPERATOR).cancel(STORE, "D", "no")));
            assertEquals("REASON_MISSING", code(() -> shop.by(MANAGER).cancel(STORE, "D", "")));
            shop.write(ListingValue.price(4_400), "D");
            assertEquals(
                    ActivityState.ENDING,
                    shop.by(MANAGER).cancel(STORE, "D", "no").state());
            assertTrue(steps("D").stream().filter(step -> !step.done()).noneMatch(Step::counted));
            assertTrue(steps("D").stream().filter(Step::done).allMatch(Step::counted));
            ActivityShop other = new ActivityShop();
            other.running("D", daily());
            assertEquals(
                    ActivityState.CANCELLED,
                    other.by(MANAGER).cancel(STORE, "D", "no").state());
        }

        @ParameterizedTest
        @CsvSource({"LOSES, ENDING", "BY_HAND, ENDING", "REFUSES, CANCELLED"})
        void whatMayHaveBeenWrittenCounts(FakePlatform.Manner manner, ActivityState state) {
            shop.running("D", daily());
            shop.platform.manner = manner;
            shop.write(ListingValue.price(4_400), "D");
            assertEquals(state, shop.by(MANAGER).cancel(STORE, "D", "no").state());
        }

        @Test
        void aLaterEndMovesTheDuesThatNobodyGave() {
            shop.running("D", daily());
            shop.by(MANAGER);
            shop.desk(MANAGER).campaigns().approveExtension(STORE, "D", shop.at("23:00"));
            shop.clock("17:00");
            shop.desk(OPERATOR).campaigns().extend(STORE, "D", shop.at("20:00"));
            assertEquals(shop.at("20:00"), shop.get("D").end());
            Step after = steps("D").get(steps("D").size() - 1);
            assertEquals(shop.at("20:30"), after.due());
            shop.tick("18:00");
            assertEquals(ActivityState.RUNNING, shop.state("D"));
            shop.clock("20:00");
            assertEquals("ENDED", code(() -> shop.desk(OPERATOR).campaigns().extend(STORE, "D", shop.at("21:00"))));
        }
    }

    @Nested
    class FeedbackOnChecks {
        private Finding finding() {
            return new Finding(
                    "D-BEFORE",
                    "PAGE_PRICE",
                    "page shows 99.00",
                    "item page",
                    shop.at("09:00"),
                    "shot/1",
                    List.of(MANAGER));
        }

        @Test
        void aFailingCheckIsFedBackAndCountsAsLongAsItIsUpheld() {
            shop.preparing("D", daily());
            assertEquals("WRONG_STATE", code(() -> shop.by(OPERATOR).sendFeedback(STORE, "X", "D", finding())));
            shop.desk(OPERATOR).steps().answer(STORE, "D-BEFORE", "PAGE_PRICE", StepAnswer.fail());
            shop.by(OPERATOR).sendFeedback(STORE, "X", "D", finding());
            assertEquals(StepState.FEEDBACK_SENT, steps("D").get(0).state());
            assertEquals("1/1", score());
            assertEquals("NOT_AUTHOR", code(() -> {
                shop.shop.assign(io.storeops.StoreFixture.works(SECOND, "OPERATOR"));
                shop.by(SECOND).withdrawFeedback(STORE, "X", "fine");
            }));
            shop.by(OPERATOR).withdrawFeedback(STORE, "X", "old page");
            assertEquals(StepState.PENDING, steps("D").get(0).state());
            assertEquals("0/1", score());
            assertEquals("WRONG_STATE", code(() -> shop.by(MANAGER).rejectFeedback(STORE, "X", "no")));
            assertEquals("EXISTS", code(() -> {
                shop.desk(OPERATOR).steps().answer(STORE, "D-BEFORE", "PAGE_PRICE", StepAnswer.fail());
                shop.by(OPERATOR).sendFeedback(STORE, "X", "D", finding());
            }));
            shop.by(OPERATOR).sendFeedback(STORE, "Y", "D", finding());
            assertEquals("INSTRUCT", denied(() -> shop.by(OPERATOR).rejectFeedback(STORE, "Y", "no")));
            shop.by(MANAGER).rejectFeedback(STORE, "Y", "the slot starts at 10:00");
            assertEquals("0/2", score());
        }

        private String score() {
            Ratio ratio = Scored.of(shop.shop, io.storeops.StoreFixture.DAY, io.storeops.StoreFixture.DAY, Kpi.K3_3)
                    .ratios()
                    .get(Kpi.K3_3);
            return ratio.n() + "/" + ratio.d();
        }
    }

    @Nested
    class Windows {
        private final ZoneId newYork = ZoneId.of("America/New_York");

        @Test
        void aDateAloneNamesItsTwoReadings() {
            String said = assertThrows(
                            IllegalArgumentException.class,
                            () -> ActivityWindow.instant("2024-11-10", ZoneId.of("Asia/Shanghai")))
                    .getMessage();
            assertEquals(
                    "'2024-11-10' is a date, not an instant; it can be read as the start of that date, 2024-11-10T00:00+08:00,"
                            + " or as its end, 2024-11-11T00:00+08:00. Write the one that is meant",
                    said);
        }

        @ParameterizedTest
        @CsvSource({
            "2024-11-10T20:00:00+08:00, 2024-11-10T12:00:00Z",
            "2024-11-10T20:00, 2024-11-11T01:00:00Z",
            "2024-11-30T23:59:59.999999-05:00, 2024-12-01T04:59:59.999999Z"
        })
        void anInstantIsReadAsWritten(String text, String instant) {
            assertEquals(java.time.Instant.parse(instant), ActivityWindow.instant(text, newYork));
        }

        @Test
        void aLocalTimeThatTheClocksSkipOrShowTwiceIsRefused() {
            assertTrue(assertThrows(
                            IllegalArgumentException.class, () -> ActivityWindow.instant("2024-03-10T02:30", newYork))
                    .getMessage()
                    .contains("skip"));
            assertTrue(assertThrows(
                            IllegalArgumentException.class, () -> ActivityWindow.instant("2024-11-03T01:30", newYork))
                    .getMessage()
                    .contains("2024-11-03T01:30-04:00 or 2024-11-03T01:30-05:00"));
            assertThrows(IllegalArgumentException.class, () -> ActivityWindow.instant("tomorrow", newYork));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ActivityWindow.parse("2024-11-10T20:00", "2024-11-10T20:00", newYork));
        }
    }
}
