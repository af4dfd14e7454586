package io.storeops.vetting;

import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.Desk;
import io.storeops.Marketplace;
import io.storeops.StoreFixture;
import io.storeops.act.Acts;
import io.storeops.act.Act;
import io.storeops.act.Caller;
import io.storeops.act.Effects;
import io.storeops.act.OpsModule;
import io.storeops.act.Stated;
import io.storeops.agenda.DutyModule;
import io.storeops.campaign.CampaignPlan;
import io.storeops.campaign.Offer;
import io.storeops.catalog.Item;
import io.storeops.catalog.Sku;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.Refusal;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import io.storeops.listing.ListingFacts;
import io.storeops.position.ActivityRules;
import io.storeops.promotion.Cut;
import io.storeops.promotion.Level;
import io.storeops.promotion.OrderPromotion;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.PromotionRules;
import io.storeops.promotion.Terms;
import io.storeops.promotion.Threshold;
import io.storeops.promotion.UnitPromotion;
import io.storeops.promotion.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A store with the items A and B, the item K with the SKUs K-S and K-M, a platform that states its rules, and people who plan. A costs
 * 99.00, B 49.00, K-S and K-M 20.00 each; 100 units of each can be sold.
 */
final class VettingShop {
    static final ActorId MANAGER = ActorId.of("planner-1");
    static final ActorId SECOND = ActorId.of("planner-2");
    static final PromotionRules RULES = PromotionRules.usual()
            .with(PromotionRules.ThresholdBase.RUNNING)
            .with(PromotionRules.GroupChoice.BEST)
            .withCodesPerOrder(1);

    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    final StoreFixture shop;
    private final Acts acts;
    private final ZoneId zone;
    private int commands;

    /** What a store is like before it opens. */
    static final class Setup {
        private String zone = "Asia/Shanghai";
        private Optional<PromotionRules> rules = Optional.of(RULES);
        private final Map<String, Json> activities = new TreeMap<>();
        private boolean stocked = true;

        Setup zone(String value) {
            zone = value;
            return this;
        }

        Setup rules(Optional<PromotionRules> value) {
            rules = value;
            return this;
        }

        /** A member of the roster's rules of activities. */
        Setup with(String member, Json value) {
            activities.put(member, value);
            return this;
        }

        Setup withoutStock() {
            stocked = false;
            return this;
        }

        VettingShop open() {
            return new VettingShop(this);
        }
    }

    static VettingShop open() {
        return new Setup().open();
    }

    private VettingShop(Setup setup) {
        this.zone = ZoneId.of(setup.zone);
        this.shop = new StoreFixture.Setup()
                .zone(setup.zone)
                .role(
                        "PLANNER",
                        "APPROVE:ACTIVITY",
                        "APPROVE:EXTENSION",
                        "SET:PRICE_BOOK",
                        "SET:FLOOR",
                        "INSTRUCT",
                        "EXECUTE:X2",
                        "READ")
                .works(MANAGER, "PLANNER")
                .works(SECOND, "PLANNER")
                .with("activityRules", Json.object(setup.activities))
                .with("priceGuard", Json.of("0.99"))
                .marketplace(new Stating(setup.rules))
                .open();
        Enrolment.Builder more = Enrolment.builder(shop.enrolment(shop.roster()).store(), SINCE);
        for (String item : List.of("A", "B", "K")) {
            more.item(new Item(STORE, item, SINCE, Optional.empty()));
        }
        for (String sku : List.of("K-S", "K-M")) {
            more.sku(new Sku(STORE, "K", sku, Optional.empty(), new TreeMap<>(), SINCE, Optional.empty()));
        }
        shop.ops.enrol(more.roster(shop.roster()).build());
        shop.clock.set(shop.at("09:00"));
        ListingFacts.Builder facts = ListingFacts.since(shop.at("00:00"))
                .price("A", 9_900)
                .price("B", 4_900)
                .price("K-S", 2_000)
                .price("K-M", 2_000);
        if (setup.stocked) {
            facts.stock("A", 100).stock("B", 100).stock("K-S", 100).stock("K-M", 100);
        }
        shop.ops.tellListings(STORE, facts.build());
        List<OpsModule> modules = new ArrayList<>(StoreFixture.modules());
        modules.add(ApprovalModule.MODULE);
        Stated stated = setup.rules
                .map(rules -> new Stated(Map.of(PromotionRules.class, rules)))
                .orElse(Stated.NOTHING);
        this.acts = new Acts(
                shop.commits(),
                shop.storage,
                shop.clock,
                new Effects(modules, DutyModule::commonReactions),
                store -> stated);
    }

    private record Stating(Optional<PromotionRules> promotionRules) implements Marketplace {}

    Instant at(String time) {
        return shop.at(time);
    }

    Desk desk() {
        return shop.ops.deskOf(MANAGER);
    }

    Vettings vettings() {
        return desk().vetting();
    }

    /** How a campaign is planned. */
    final class Planned {
        private final String id;
        private final Instant from;
        private final Instant to;
        private ActivityRules.Kind kind = ActivityRules.Kind.DAILY;
        private final List<Offer> offers = new ArrayList<>();
        private final List<Promotion> promotions = new ArrayList<>();

        private Planned(String id, Instant from, Instant to) {
            this.id = id;
            this.from = from;
            this.to = to;
        }

        Planned kind(ActivityRules.Kind value) {
            kind = value;
            return this;
        }

        Planned offering(String... skus) {
            Stream.of(skus).map(Offer::of).forEach(offers::add);
            return this;
        }

        Planned promising(String sku, long units) {
            offers.add(new Offer(sku, Optional.empty(), Optional.of(units)));
            return this;
        }

        private Terms terms(String... skus) {
            return Terms.of("p" + promotions.size(), Set.of(skus), new Window(from, to));
        }

        private Planned price(Level level, long minor, String... skus) {
            promotions.add(new UnitPromotion(terms(skus), level, new Cut.Price(minor)));
            return this;
        }

        Planned item(long minor, String... skus) {
            return price(Level.ITEM, minor, skus);
        }

        Planned flash(long minor, String... skus) {
            return price(Level.FLASH, minor, skus);
        }

        Planned lessFrom(long threshold, long minus, String... skus) {
            promotions.add(OrderPromotion.of(terms(skus), Level.ORDER, new Cut.Minus(minus))
                    .from(Threshold.amount(threshold)));
            return this;
        }

        Planned with(Promotion promotion) {
            promotions.add(promotion);
            return this;
        }

        CampaignPlan plan() {
            return new CampaignPlan(id, kind, "campaign " + id, offers, promotions, from, to);
        }
    }

    Planned planned(String id, String from, String to) {
        return planned(id, at(from), at(to));
    }

    Planned planned(String id, Instant from, Instant to) {
        return new Planned(id, from, to);
    }

    private <R> R perform(Act<R> act) {
        commands++;
        return acts.perform(new Caller(MANAGER, CommandId.of("steer-" + commands)), STORE, act);
    }

    void approve(Planned planned, String... overlapping) {
        perform(ApprovalModule.approve(planned.plan(), new Allowances(Set.of(overlapping), false)));
    }

    /** Approves whatever overlaps and whatever the price was before. */
    void allow(CampaignPlan plan, Set<String> overlapping) {
        perform(ApprovalModule.approve(plan, new Allowances(overlapping, true)));
    }

    void start(String id) {
        perform(ApprovalModule.start(id));
    }

    void leave(String id, Released why) {
        perform(ApprovalModule.leave(id, why));
    }

    void stock(String sku, long units) {
        shop.ops.tellListings(
                STORE, ListingFacts.since(shop.clock.instant()).stock(sku, units).build());
    }

    void floor(String sku, long minor) {
        desk().prices().setFloor(STORE, sku, minor, LocalDate.ofInstant(shop.clock.instant(), zone));
    }

    void price(String sku, long minor) {
        commands++;
        desk().prices().setPriceBook(STORE, "change-" + commands, sku, minor);
    }

    void extend(String id, Instant end) {
        shop.ops.deskOf(SECOND).campaigns().approveExtension(STORE, id, end);
        desk().campaigns().extend(STORE, id, end);
    }

    static Refusal refused(Runnable act) {
        return assertThrows(RefusedException.class, act::run).refusal();
    }
}
