package io.storeops.lifecycle;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.activity.Activities;
import io.storeops.activity.Activity;
import io.storeops.activity.ActivityEvent;
import io.storeops.activity.ActivityPlan;
import io.storeops.activity.ActivityShop;
import io.storeops.activity.ActivityState;
import io.storeops.activity.ActivityWindow;
import io.storeops.activity.CheckStep;
import io.storeops.activity.Effect;
import io.storeops.activity.FakePlatform;
import io.storeops.calendar.SettableClock;
import io.storeops.campaign.Offer;
import io.storeops.evidence.EvidenceKind;
import io.storeops.id.ActorId;
import io.storeops.id.Sha256;
import io.storeops.listing.FlashPrice;
import io.storeops.listing.ListingFacts;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.position.ActivityRules;
import io.storeops.step.Phase;
import io.storeops.step.StepAnswer;
import io.storeops.vetting.Allowances;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A flash sale of 50 units with a step before it and one after it. */
final class WalkedActivity extends Walked<ActivityState, ActivityEvent> {
    private static final String ID = "F";
    private static final ActorId SECOND = ActivityShop.SECOND;

    private static final Set<ActivityState> COMING =
            Set.of(ActivityState.APPROVED, ActivityState.PREPARING, ActivityState.READY);

    private final FakePlatform platform;

    WalkedActivity(StoreFixture.Setup setup) {
        this(setup, new SettableClock[1]);
    }

    private WalkedActivity(StoreFixture.Setup setup, SettableClock[] clock) {
        this(setup, clock, new FakePlatform(() -> clock[0]));
    }

    private WalkedActivity(StoreFixture.Setup setup, SettableClock[] clock, FakePlatform platform) {
        super(ActivityShop.setup(setup).works(SECOND, "STORE_MANAGER").marketplace(platform));
        this.platform = platform;
        clock[0] = shop.clock;
        shop.clock.set(shop.at("09:00"));
        shop.ops.tellListings(
                STORE,
                ListingFacts.since(shop.at("00:00"))
                        .price("A", 9_900)
                        .stock("A", 100)
                        .build());
    }

    private Instant start() {
        return shop.at("12:00");
    }

    private Instant end() {
        return shop.at("14:00");
    }

    private Activities by(ActorId actor) {
        return shop.ops.deskOf(actor).activities();
    }

    private ActivityPlan plan() {
        return ActivityPlan.of(
                        ActivityRules.Kind.THIRD_PARTY,
                        "flash",
                        List.of(new Offer("A", Optional.of(6_900L), Optional.of(50L))),
                        new ActivityWindow(start(), end()))
                .checking(List.of(
                        CheckStep.of(ID, "IMAGE_PREP", Phase.BEFORE, Optional.empty()),
                        CheckStep.of(ID, "FOLLOW_UP", Phase.AFTER, Optional.empty())))
                .preparing(List.of());
    }

    @Override
    StateMachine<ActivityState, ActivityEvent> machine() {
        return ActivityState.MACHINE;
    }

    @Override
    Optional<ActivityState> state() {
        return by(MANAGER).find(STORE, ID).map(Activity::state);
    }

    @Override
    ActorId doer(ActivityEvent event) {
        return switch (event) {
            case DRAFT, SUBMIT, COMMENT, OVERRIDE -> MANAGER;
            case GIVE_BACK, APPROVE, CANCEL, CANCEL_SHOWN -> SECOND;
            default -> OPERATOR;
        };
    }

    @Override
    void prepare(ActivityEvent event) {
        switch (event) {
            case LAPSE_SHOWN, CANCEL_SHOWN ->
                write(ListingValue.flash(new FlashPrice(6_900, start(), end(), Optional.of(50L))));
            case WITHDRAW -> {
                platform.leaveToPeople();
                block();
                shop.ops
                        .deskOf(OPERATOR)
                        .archive()
                        .attach(
                                STORE,
                                Activity.target(ID),
                                EvidenceKind.parse("SCREENSHOT"),
                                shop.clock.instant(),
                                "shot/1");
            }
            case CLOSE -> {
                shop.clock.set(shop.clock.instant().plusSeconds(60));
                write(ListingValue.price(9_900));
                write(new ListingValue(ListingField.PAGE, "page of A"));
                write(ListingValue.images(List.of(Sha256.of("image"))));
            }
            default -> {
                // The state is enough.
            }
        }
    }

    private void write(ListingValue value) {
        shop.ops.deskOf(OPERATOR).listings().write(STORE, "A", value, ID);
    }

    private void block() {
        shop.ops.tellListings(
                STORE, ListingFacts.since(shop.clock.instant()).stock("A", 0).build());
        tick(start());
    }

    /** What comes of time or of an answer is another event in other states, so there the engine only looks. */
    private void whenIn(Set<ActivityState> states, Runnable cause) {
        if (state().filter(states::contains).isPresent()) {
            cause.run();
        } else {
            shop.ops.tick(STORE);
        }
    }

    private void tick(Instant at) {
        if (shop.clock.instant().isBefore(at)) {
            shop.clock.set(at);
        }
        shop.ops.tick(STORE);
    }

    @Override
    void cause(ActivityEvent event, ActorId by) {
        switch (event) {
            case DRAFT -> by(by).draft(STORE, ID, plan());
            case SUBMIT -> by(by).submit(STORE, ID, plan());
            case COMMENT -> by(by).comment(STORE, ID, "fine");
            case GIVE_BACK -> by(by).giveBack(STORE, ID, "too cheap");
            case APPROVE -> by(by).approve(STORE, ID, Allowances.NONE);
            case PREPARE -> by(by).startPreparation(STORE, ID);
            case MAKE_READY ->
                whenIn(
                        Set.of(ActivityState.PREPARING),
                        () -> shop.ops.deskOf(OPERATOR).steps().answer(STORE, ID, "IMAGE_PREP", StepAnswer.ok()));
            case BEGIN -> whenIn(COMING, () -> tick(start()));
            case BLOCK -> whenIn(COMING, this::block);
            case START -> {
                shop.clock.set(shop.clock.instant().isBefore(start()) ? start() : shop.clock.instant());
                by(by).start(STORE, ID);
            }
            case OVERRIDE -> {
                shop.clock.set(shop.clock.instant().isBefore(start()) ? start() : shop.clock.instant());
                by(by).override(STORE, ID, "contract");
            }
            case TRACK -> by(by).track(STORE, ID, Effect.of(10, 50));
            case EXHAUST -> by(by).track(STORE, ID, Effect.of(50, 50));
            case END -> whenIn(Set.of(ActivityState.RUNNING), () -> tick(end()));
            case LAPSE, LAPSE_SHOWN -> whenIn(COMING, () -> tick(end()));
            case CANCEL, CANCEL_SHOWN -> by(by).cancel(STORE, ID, "site is down");
            case WITHDRAW -> by(by).withdrawStart(STORE, ID);
            case CLOSE -> by(by).close(STORE, ID);
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }
}
