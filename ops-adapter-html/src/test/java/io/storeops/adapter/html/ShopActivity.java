package io.storeops.adapter.html;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.activity.ActivityPlan;
import io.storeops.activity.ActivityShop;
import io.storeops.activity.ActivityWindow;
import io.storeops.activity.CheckStep;
import io.storeops.activity.Effect;
import io.storeops.campaign.Offer;
import io.storeops.catalog.Language;
import io.storeops.document.Document;
import io.storeops.listing.ListingFacts;
import io.storeops.position.ActivityRules;
import io.storeops.step.Phase;
import io.storeops.vetting.Allowances;
import java.util.List;
import java.util.Optional;

/** A flash sale with a long title that was started late, and its report. */
final class ShopActivity {
    static final String TITLE = "羊毛混纺长款大衣 秒杀 第二场 限量五十件";

    private ShopActivity() {}

    static Document report(Language language) {
        StoreFixture shop = ActivityShop.setup(new StoreFixture.Setup())
                .name(language == Language.CHINESE ? "示例旗舰店" : "Example flagship store")
                .language(language)
                .itemAndRival()
                .works(ActivityShop.SECOND, "STORE_MANAGER")
                .open();
        shop.clock.set(shop.at("09:00"));
        shop.ops.tellListings(
                STORE,
                ListingFacts.since(shop.at("00:00"))
                        .price("A", 9_900)
                        .stock("A", 100)
                        .build());
        ActivityPlan plan = ActivityPlan.of(
                        ActivityRules.Kind.THIRD_PARTY,
                        TITLE,
                        List.of(new Offer("A", Optional.of(6_900L), Optional.of(50L))),
                        new ActivityWindow(shop.at("12:00"), shop.at("14:00")))
                .checking(List.of(
                        CheckStep.of("FS-20240616-" + "W".repeat(30), "IMAGE_PREP", Phase.BEFORE, Optional.empty()),
                        CheckStep.of("FS-20240616-" + "W".repeat(30), "FOLLOW_UP", Phase.AFTER, Optional.empty())))
                .preparing(List.of());
        shop.ops.deskOf(MANAGER).activities().submit(STORE, "F", plan);
        shop.ops.deskOf(ActivityShop.SECOND).activities().approve(STORE, "F", Allowances.NONE);
        shop.clock.set(shop.at("12:10"));
        shop.ops.tick(STORE);
        shop.ops.deskOf(MANAGER).activities().override(STORE, "F", "contract");
        shop.clock.set(shop.at("13:00"));
        shop.ops
                .deskOf(OPERATOR)
                .activities()
                .track(STORE, "F", new Effect(31, Optional.of(50L), Optional.of(29L), Optional.of(640L)));
        shop.clock.set(shop.at("14:00"));
        shop.ops.tick(STORE);
        return shop.ops.deskOf(MANAGER).activities().report(STORE, "F").orElseThrow();
    }
}
