package io.storeops.activity;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.Desk;
import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.campaign.Offer;
import io.storeops.catalog.Item;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.DeniedException;
import io.storeops.failure.Refusal;
import io.storeops.failure.RefusedException;
import io.storeops.figures.Figures;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.listing.FlashPrice;
import io.storeops.listing.ListingFacts;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.position.ActivityRules;
import io.storeops.step.Phase;
import io.storeops.step.StepAnswer;
import io.storeops.vetting.Allowances;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A store with the item A at 99.00, of which 100 units can be sold, two managers, an operator, and a fake platform. */
public final class ActivityShop {
    public static final ActorId SECOND = ActorId.of("mgr-2");
    public static final ActorId DESIGNER = ActorId.of("de-1");

    private static final String[] OF_OPERATOR = {
        "EXECUTE:X1", "EXECUTE:X2", "EXECUTE:X3", "EXECUTE:X4", "EXECUTE:X5", "PARTICIPATE:P1"
    };
    private static final String[] OF_MANAGER = {
        "INSTRUCT", "APPROVE:ACTIVITY", "APPROVE:EXTENSION", "SET:PRICE_BOOK", "SET:FLOOR", "FIND:ANOMALY", "READ"
    };

    public final FakePlatform platform;
    public final StoreFixture shop;

    ActivityShop() {
        this(setup -> setup);
    }

    ActivityShop(String zone) {
        this(setup -> setup.zone(zone));
    }

    /** One that is otherwise in some way. */
    ActivityShop(UnaryOperator<StoreFixture.Setup> otherwise) {
        this(otherwise, Optional.empty());
    }

    /** One whose marketplace tells of its orders. */
    ActivityShop(OrderFeed orders) {
        this(setup -> setup, Optional.of(orders));
    }

    private ActivityShop(UnaryOperator<StoreFixture.Setup> otherwise, Optional<OrderFeed> orders) {
        SettableClock[] clock = new SettableClock[1];
        this.platform = new FakePlatform(() -> clock[0], orders);
        this.shop = otherwise
                .apply(setup(new StoreFixture.Setup()))
                .works(SECOND, "STORE_MANAGER")
                .speaks(DESIGNER, "DESIGN")
                .marketplace(platform)
                .open();
        clock[0] = shop.clock;
        shop.clock.set(shop.at("09:00"));
        tell();
    }

    void tell() {
        shop.ops.tellListings(
                STORE,
                ListingFacts.since(shop.at("00:00"))
                        .price("A", 9_900)
                        .stock("A", 100)
                        .content("A", new ListingValue(ListingField.PAGE, "page of A"))
                        .build());
    }

    /** The item, and the roster's duties and rights of activities. */
    public static StoreFixture.Setup setup(StoreFixture.Setup setup) {
        return setup.itemAndRival()
                .role("OPERATOR", OF_OPERATOR)
                .role("STORE_MANAGER", OF_MANAGER)
                .role("DEPARTMENT", "ANSWER:COORDINATION_OWN")
                .with("departments", RosterDraft.texts("DESIGN", "WAREHOUSE"))
                .with("duties", Json.array(List.of(inspection(), activities(), coordination())));
    }

    /** There is an item B at 99.00 too, of which 100 units can be sold. */
    void twoItems() {
        Enrolment now = shop.enrolment(shop.roster());
        Enrolment.Builder more = Enrolment.builder(now.store(), DAY);
        now.items().forEach(more::item);
        more.item(new Item(STORE, "B", DAY.minusYears(1), Optional.empty()));
        shop.ops.enrol(more.roster(now.roster()).build());
        shop.ops.tellListings(
                STORE,
                ListingFacts.since(shop.at("00:00"))
                        .price("B", 9_900)
                        .stock("B", 100)
                        .build());
    }

    private static Json duty(
            String id, String name, Json cadence, String evidence, String permission, Map<String, Json> more) {
        Map<String, Json> members = new TreeMap<>(more);
        members.put("id", Json.of(id));
        members.put("module", Json.of(Long.parseLong(id.substring(0, 1))));
        members.put("name", Json.of(name));
        members.put("en", Json.of(name));
        members.put("cadence", cadence);
        members.put("urgency", Json.of("PROMPT"));
        members.put("evidence", RosterDraft.texts(evidence));
        members.put("permission", Json.of(permission));
        return Json.object(members);
    }

    private static Json inspection() {
        return duty(
                "2.1",
                "inspection",
                Json.object(Map.of("kind", Json.of("DAILY"), "start", Json.of("09:00"), "due", Json.of("09:30"))),
                "CLASSIFIED_CHECKLIST",
                "EXECUTE:X2",
                Map.of());
    }

    private static Json activities() {
        return duty(
                "3.3",
                "activities",
                Json.object(Map.of("kind", Json.of("PER_ACTIVITY"))),
                "CHECK_RECORD",
                "EXECUTE:X3",
                Map.of(
                        "checklists",
                        Json.object(Map.of(
                                "DAILY",
                                phases(List.of("PAGE_PRICE"), List.of("STOCK_ITEM_MATCH"), List.of("RESTORE_PRICE")),
                                "MAJOR_CAMPAIGN",
                                phases(List.of("ADDED_SKU"), List.of("ADDED_SKU"), List.of("REMOVE_SLOT")),
                                "THIRD_PARTY",
                                RosterDraft.texts("IMAGE_PREP", "FLASH_SETUP", "CLOSE_OUT")))));
    }

    private static Json phases(List<String> before, List<String> during, List<String> after) {
        return Json.object(Map.of(
                "before", RosterDraft.texts(before.toArray(String[]::new)),
                "during", RosterDraft.texts(during.toArray(String[]::new)),
                "after", RosterDraft.texts(after.toArray(String[]::new))));
    }

    private static Json coordination() {
        return duty(
                "4.3",
                "coordination",
                Json.object(Map.of("kind", Json.of("PER_ACTIVITY"))),
                "ACCEPTANCE",
                "EXECUTE:X4",
                Map.of("with", RosterDraft.texts("DESIGN", "WAREHOUSE")));
    }

    Instant at(String time) {
        return shop.at(time);
    }

    void clock(String time) {
        shop.clock.set(at(time));
    }

    Desk desk(ActorId actor) {
        return shop.ops.deskOf(actor);
    }

    Activities by(ActorId actor) {
        return desk(actor).activities();
    }

    Activity get(String id) {
        return by(OPERATOR).find(STORE, id).orElseThrow();
    }

    ActivityState state(String id) {
        return get(id).state();
    }

    /** A daily activity of A at 44.00 from an hour to another of the day. */
    ActivityPlan daily(String from, String to) {
        return ActivityPlan.of(
                        ActivityRules.Kind.DAILY,
                        "daily",
                        List.of(new Offer("A", Optional.of(4_400L), Optional.empty())),
                        new ActivityWindow(at(from), at(to)))
                .preparing(List.of());
    }

    /** A flash sale of 50 units of A at 69.00, with all seven steps. */
    ActivityPlan flash(String from, String to) {
        List<CheckStep> steps = new ArrayList<>();
        for (String step : List.of("IMAGE_PREP", "STOCK_VERIFY", "WARM_UP", "FLASH_SETUP")) {
            steps.add(CheckStep.of("F", step, Phase.BEFORE, Optional.of(at(from))));
        }
        steps.add(CheckStep.of("F", "EFFECT_TRACKING", Phase.DURING, Optional.of(at(to))));
        steps.add(CheckStep.of("F", "CLOSE_OUT", Phase.AFTER, Optional.empty()));
        steps.add(CheckStep.of("F", "FOLLOW_UP", Phase.AFTER, Optional.empty()));
        return ActivityPlan.of(
                        ActivityRules.Kind.THIRD_PARTY,
                        "flash",
                        List.of(new Offer("A", Optional.of(6_900L), Optional.of(50L))),
                        new ActivityWindow(at(from), at(to)))
                .checking(steps)
                .preparing(List.of());
    }

    ListingValue flashValue(String from, String to) {
        return ListingValue.flash(new FlashPrice(6_900, at(from), at(to), Optional.of(50L)));
    }

    /** Submitted by the second manager, approved by the first. */
    Activity approved(String id, ActivityPlan plan) {
        by(SECOND).submit(STORE, id, plan);
        return by(MANAGER).approve(STORE, id, Allowances.NONE);
    }

    Activity preparing(String id, ActivityPlan plan) {
        approved(id, plan);
        return by(OPERATOR).startPreparation(STORE, id);
    }

    void ok(String run, String... steps) {
        for (String step : steps) {
            desk(OPERATOR).steps().answer(STORE, run, step, StepAnswer.ok());
        }
    }

    Activity ready(String id, ActivityPlan plan) {
        preparing(id, plan);
        if (plan.kind() == ActivityRules.Kind.THIRD_PARTY) {
            ok("F", "IMAGE_PREP", "STOCK_VERIFY", "WARM_UP", "FLASH_SETUP");
        } else {
            ok(id + "-BEFORE", plan.kind() == ActivityRules.Kind.DAILY ? "PAGE_PRICE" : "ADDED_SKU");
        }
        return get(id);
    }

    /** What a slot brought of an item, told at its end. */
    void brought(String item, LocalDate date, int slot, long amount, long visitors, long buyers) {
        shop.clock.set(shop.day(date).closes(slot));
        read(item, date, slot, Semantics.DELTA, Figures.of(amount, visitors, buyers));
    }

    /** What is read of an item now. */
    void read(String item, LocalDate date, int slot, Semantics semantics, Figures figures) {
        desk(OPERATOR)
                .reporting()
                .record(
                        STORE,
                        List.of(new Reading(
                                Subject.ofItem(item),
                                SlotId.of(date, slot),
                                shop.clock.instant(),
                                figures,
                                semantics,
                                Quality.ACTUAL,
                                "test",
                                Optional.empty())));
    }

    void tick(String time) {
        clock(time);
        shop.ops.tick(STORE);
    }

    Activity running(String id, ActivityPlan plan) {
        ready(id, plan);
        shop.clock.set(plan.window().start());
        shop.ops.tick(STORE);
        return get(id);
    }

    void write(ListingValue value, String activity) {
        desk(OPERATOR).listings().write(STORE, "A", value, activity);
    }

    static Refusal refused(Runnable act) {
        return assertThrows(RefusedException.class, act::run).refusal();
    }

    static String code(Runnable act) {
        return refused(act).code();
    }

    static String denied(Runnable act) {
        return assertThrows(DeniedException.class, act::run).code();
    }

    static String date() {
        return DAY.toString();
    }
}
