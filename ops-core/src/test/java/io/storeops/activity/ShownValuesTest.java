package io.storeops.activity;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.activity.ActivityShop.SECOND;
import static io.storeops.activity.ActivityShop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.RosterDraft;
import io.storeops.campaign.Offer;
import io.storeops.catalog.Item;
import io.storeops.catalog.Sku;
import io.storeops.enrolment.Enrolment;
import io.storeops.id.Sha256;
import io.storeops.json.Json;
import io.storeops.listing.FlashPrice;
import io.storeops.listing.ListingFacts;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.position.ActivityRules;
import io.storeops.step.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What of an activity counts as shown, by what was written of the listing of A and what was seen of it: what counts is ENDING when it is
 * cancelled, and keeps it from being closed (R63, D36). A costs 99.00 without it, and its page is "page of A"; nobody knows what images,
 * title and the pages for computers and phones are approved.
 */
class ShownValuesTest {
    private final ActivityShop shop = new ActivityShop();

    /**
     * What happened, one after the other, as in {@code 12:10 writes PRICE_MINOR 4400}: it is written for the activity, {@code restores}
     * writes it for none, {@code loses} and {@code refuses} say how the platform took it, with {@code crashes} nobody waited for the answer,
     * and {@code sees} is what a person saw.
     */
    private void happened(String activity, String deeds) {
        for (String deed : deeds.isEmpty() ? new String[0] : deeds.split("; ")) {
            String[] parts = deed.split(" ", 4);
            shop.tick(parts[0]);
            ListingValue value = value(parts[2], parts[3]);
            switch (parts[1]) {
                case "writes" -> shop.write(value, activity);
                case "restores" -> shop.desk(OPERATOR).listings().write(STORE, "A", value);
                case "sees" -> shop.desk(OPERATOR).listings().readBack(STORE, "A", value);
                case "shows" -> shop.platform.show("A", value);
                case "loses" -> writes(FakePlatform.Manner.LOSES, activity, value);
                case "refuses" -> writes(FakePlatform.Manner.REFUSES, activity, value);
                default ->
                    assertThrows(FakePlatform.Crash.class, () -> writes(FakePlatform.Manner.CRASHES, activity, value));
            }
            shop.platform.manner = FakePlatform.Manner.PLAIN;
        }
    }

    private void writes(FakePlatform.Manner manner, String activity, ListingValue value) {
        shop.platform.manner = manner;
        shop.write(value, activity);
    }

    private ListingValue value(String field, String text) {
        return switch (ListingField.valueOf(field)) {
            case PRICE_MINOR -> ListingValue.price(Long.parseLong(text));
            case FLASH_PRICE_MINOR -> flash(text.split(" "));
            case IMAGE -> ListingValue.images(List.of(Sha256.of(text)));
            default -> new ListingValue(ListingField.valueOf(field), text);
        };
    }

    /** As in 6900 20:00 22:00. */
    private ListingValue flash(String... parts) {
        return ListingValue.flash(
                new FlashPrice(Long.parseLong(parts[0]), shop.at(parts[1]), shop.at(parts[2]), Optional.of(50L)));
    }

    private ActivityState cancelled(String id) {
        return shop.by(MANAGER).cancel(STORE, id, "no").state();
    }

    /** D sells A at 44.00 from 12:00 on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                                 | CANCELLED",
                "12:10 writes PRICE_MINOR 4400                                      | ENDING",
                "12:10 sees PRICE_MINOR 4400                                        | ENDING",
                "12:10 sees PRICE_MINOR 4300                                        | CANCELLED",
                "12:10 writes PRICE_MINOR 4400; 12:20 sees PRICE_MINOR 9900         | CANCELLED",
                "12:10 writes PRICE_MINOR 4400; 12:20 sees PRICE_MINOR 4300         | ENDING",
                "12:10 sees PRICE_MINOR 9900; 12:20 writes PRICE_MINOR 4400         | ENDING",
                "11:00 restores PRICE_MINOR 9900; 12:20 writes PRICE_MINOR 4400     | ENDING",
                "12:10 sees PRICE_MINOR 9900; 12:20 crashes PRICE_MINOR 4400        | ENDING",
                "12:10 refuses PRICE_MINOR 4400                                     | CANCELLED",
                "12:10 loses PRICE_MINOR 4400                                       | ENDING",
                "12:10 loses PRICE_MINOR 4400; 12:20 sees PRICE_MINOR 9900          | CANCELLED",
                "12:10 writes TITLE half price                                      | ENDING",
                "12:10 refuses TITLE half price                                     | CANCELLED",
                "12:10 restores TITLE half price                                    | CANCELLED",
                "12:10 sees TITLE half price                                        | CANCELLED",
                "12:10 writes PAGE page of A                                        | CANCELLED",
                "12:10 writes PAGE_PC half price                                    | ENDING",
                "12:10 writes IMAGE half price                                      | ENDING"
            })
    void whatIsShownOfARunningOneWhenItIsCancelled(String deeds, ActivityState state) {
        shop.running("D", shop.daily("12:00", "18:00"));
        happened("D", deeds);
        shop.clock("13:00");
        assertEquals(state, cancelled("D"));
    }

    /** F sells A at 69.00 from 20:00 to 22:00, for which the platform is given a limited price ahead (R61). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                                                          | CANCELLED",
                "10:00 writes FLASH_PRICE_MINOR 6900 20:00 22:00                                             | ENDING",
                "10:00 sees FLASH_PRICE_MINOR 6900 20:00 22:00                                               | ENDING",
                "10:00 sees FLASH_PRICE_MINOR 6900 20:00 21:00                                               | ENDING",
                "10:00 sees FLASH_PRICE_MINOR 6900 19:00 22:00                                               | CANCELLED",
                "10:00 sees FLASH_PRICE_MINOR 6800 20:00 22:00                                               | CANCELLED",
                // The price of now says nothing of the one that is to come, unless the platform was given it.
                "10:00 writes FLASH_PRICE_MINOR 6900 20:00 22:00; 11:00 sees PRICE_MINOR 9900                | ENDING",
                "10:00 writes FLASH_PRICE_MINOR 6900 20:00 22:00; 11:00 restores PRICE_MINOR 9900            | CANCELLED",
                "11:00 restores PRICE_MINOR 9900; 11:30 writes FLASH_PRICE_MINOR 6900 20:00 22:00            | ENDING",
                "11:00 writes FLASH_PRICE_MINOR 6900 20:00 22:00; 11:00 restores PRICE_MINOR 9900            | ENDING",
                "09:30 shows PRICE_MINOR 9900; 10:00 writes FLASH_PRICE_MINOR 6900 20:00 22:00;"
                        + " 11:00 restores PRICE_MINOR 9900                                                  | ENDING",
                // Another's limited price restores nothing.
                "10:00 writes FLASH_PRICE_MINOR 6900 20:00 22:00;"
                        + " 11:00 sees FLASH_PRICE_MINOR 6800 10:00 12:00                                    | ENDING"
            })
    void whatThePlatformIsGoingToShowWhenItIsCancelledBeforeItsStart(String deeds, ActivityState state) {
        shop.approved("F", shop.flash("20:00", "22:00"));
        happened("F", deeds);
        shop.clock("15:00");
        assertEquals(state, cancelled("F"));
    }

    /** At its start F is not ready, and the platform takes its own start back, whereupon 20:00 is the instant that counts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WITHDRAWN   | 19:59 writes FLASH_PRICE_MINOR 6900 20:00 22:00; 20:00 sees TITLE A | CANCELLED",
                "NOT_PLANNED | 19:59 writes FLASH_PRICE_MINOR 6900 20:00 22:00; 20:00 sees TITLE A | CANCELLED",
                "BY_HAND     | 19:59 writes FLASH_PRICE_MINOR 6900 20:00 22:00; 20:00 sees TITLE A | ENDING",
                "WITHDRAWN   | 20:00 writes FLASH_PRICE_MINOR 6900 20:00 22:00                     | CANCELLED",
                "WITHDRAWN   | 20:01 writes FLASH_PRICE_MINOR 6900 20:00 22:00                     | ENDING",
                "WITHDRAWN   | 20:01 sees FLASH_PRICE_MINOR 6900 20:00 22:00                       | ENDING"
            })
    void aLimitedPriceGoesWithTheStartThatIsTakenBack(ActivityEditor.Answer answer, String deeds, ActivityState state) {
        shop.platform.answer = answer;
        shop.approved("F", shop.flash("20:00", "22:00"));
        if (deeds.startsWith("20:01")) {
            shop.tick("20:00");
        }
        happened("F", deeds);
        shop.clock("20:30");
        assertEquals(state, cancelled("F"));
    }

    /** F has to restore images, page and price; its limited price stood until 22:00, when it ended. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | IMAGE, PAGE, PRICE",
                "21:59 sees PRICE_MINOR 9900 | '' | IMAGE, PAGE, PRICE",
                "'' | 22:00 sees PRICE_MINOR 9900 | IMAGE, PAGE",
                "'' | 22:05 restores PRICE_MINOR 9900 | IMAGE, PAGE",
                "'' | 22:05 sees PRICE_MINOR 6900 | IMAGE, PAGE, PRICE",
                "'' | 22:05 restores PRICE_MINOR 9900; 22:06 sees PRICE_MINOR 6900 | IMAGE, PAGE, PRICE",
                "21:30 sees PRICE_MINOR 6900 | 22:05 sees PRICE_MINOR 6900 | IMAGE, PAGE, PRICE",
                "'' | 22:05 restores PRICE_MINOR 9900; 22:06 sees FLASH_PRICE_MINOR 6900 20:00 23:00 | IMAGE, PAGE, PRICE",
                "'' | 22:05 writes PAGE page of A | IMAGE, PRICE",
                "'' | 22:05 sees PAGE page of A | IMAGE, PRICE",
                "'' | 22:05 sees PAGE half price | IMAGE, PAGE, PRICE",
                "'' | 22:05 restores PAGE_PC as before | IMAGE, PRICE",
                // The page for phones is not restored with the one for computers.
                "21:00 writes PAGE_PC half; 21:01 writes PAGE_WIRELESS half | 22:05 restores PAGE_PC as before | IMAGE, PAGE, PRICE",
                "21:00 writes PAGE_PC half; 21:01 writes PAGE_WIRELESS half |"
                        + " 22:05 restores PAGE_PC as before; 22:06 restores PAGE_WIRELESS as before | IMAGE, PRICE",
                // Whatever is seen of the images may be approved, but for those that were written for it.
                "'' | 22:05 sees IMAGE other | PAGE, PRICE",
                "21:00 writes IMAGE half | 22:05 sees IMAGE half | IMAGE, PAGE, PRICE",
                "21:00 writes IMAGE half | 22:05 sees IMAGE other | PAGE, PRICE",
                "21:00 writes IMAGE half | 22:05 restores IMAGE other | PAGE, PRICE",
                "21:00 writes IMAGE half | 22:05 writes IMAGE half | PAGE, PRICE",
                "21:00 writes IMAGE half | 22:05 refuses IMAGE other | IMAGE, PAGE, PRICE",
                "21:00 writes TITLE half | '' | IMAGE, PAGE, PRICE, TITLE",
                "21:00 writes TITLE half | 22:05 restores TITLE A | IMAGE, PAGE, PRICE"
            })
    void whatIsMissingOnceItIsOver(String before, String after, String missing) {
        shop.ready("F", shop.flash("20:00", "22:00"));
        shop.write(shop.flashValue("20:00", "22:00"), "F");
        shop.tick("20:00");
        happened("F", before);
        shop.tick("22:00");
        happened("F", after);
        assertEquals(ActivityState.ENDING, shop.state("F"));
        assertEquals(List.of(missing.split(", ")), shop.by(OPERATOR).missing(STORE, "F"));
    }

    /** Only of one that is over something is missing. */
    @Test
    void nothingIsMissingWhileItRuns() {
        shop.running("F", shop.flash("20:00", "22:00"));
        assertEquals(List.of(), shop.by(OPERATOR).missing(STORE, "F"));
    }

    /** What is approved is what is approved now, not what was before the activity (D36). */
    @Test
    void aPriceThatTheBookHasTooIsNotItsOwn() {
        shop.running(
                "D",
                ActivityPlan.of(
                                ActivityRules.Kind.DAILY,
                                "a little less",
                                List.of(new Offer("A", Optional.of(9_000L), Optional.empty())),
                                new ActivityWindow(shop.at("12:00"), shop.at("18:00")))
                        .preparing(List.of()));
        happened("D", "12:10 writes PRICE_MINOR 9000");
        shop.clock("12:30");
        shop.desk(MANAGER).prices().setPriceBook(STORE, "PC", "A", 9_000);
        shop.platform.prices.put("A", prices(9_000L, 9_000L, 9_000L));
        assertEquals(ActivityState.CANCELLED, cancelled("D"));
    }

    private static ActivityEditor.ShownPrices prices(Long shown, Long cart, Long stored) {
        return new ActivityEditor.ShownPrices(
                Optional.ofNullable(shown), Optional.ofNullable(cart), Optional.ofNullable(stored));
    }

    /** Where the platform tells of prices, it is asked as well. */
    @ParameterizedTest
    @CsvSource({
        "9900, 9900, 9900, CANCELLED",
        "4400, 9900, 9900, ENDING",
        "9900, 4400, 9900, ENDING",
        "9900, 9900, 4400, ENDING",
        ", 4400, , ENDING",
        "9900, 4300, , CANCELLED"
    })
    void whatThePlatformTellsOfItsPricesWhenItIsCancelled(Long told, Long cart, Long stored, ActivityState state) {
        shop.running("D", shop.daily("12:00", "18:00"));
        shop.platform.prices.put("A", prices(told, cart, stored));
        assertEquals(state, cancelled("D"));
    }

    /** A store whose roster names what no listing has: a check of that name says that it is gone. */
    @Test
    void whatNoListingHasIsRestoredWhenItsCheckSaysSo() {
        ActivityShop banners = new ActivityShop(setup -> setup.with(
                "activityRules",
                Json.object(Map.of("closeOut", Json.object(Map.of("DAILY", RosterDraft.texts("BANNER")))))));
        banners.approved(
                "D",
                banners.daily("12:00", "18:00")
                        .checking(List.of(
                                CheckStep.of("D", "SUBTITLE", Phase.DURING, Optional.empty()),
                                CheckStep.of("D", "BANNER", Phase.DURING, Optional.empty()))));
        banners.by(OPERATOR).startPreparation(STORE, "D");
        banners.tick("12:00");
        banners.ok("D", "SUBTITLE");
        banners.tick("18:00");
        assertEquals(
                List.of("BANNER"),
                refused(() -> banners.by(OPERATOR).close(STORE, "D")).named("missing"));
        banners.ok("D", "BANNER");
        assertEquals(
                ActivityState.CLOSED, banners.by(OPERATOR).close(STORE, "D").state());
    }

    /** Prices are those of a SKU, pages those of its item (D88). */
    @ParameterizedTest
    @CsvSource({
        "A-red, PRICE_MINOR, 4400, ENDING",
        "A-red, PRICE_MINOR, 4300, CANCELLED",
        "A-old, PRICE_MINOR, 4400, CANCELLED",
        "A, PAGE, half, ENDING"
    })
    void anItemWithSeveralSkusShowsItByEachAndOnePage(String subject, String field, String text, ActivityState state) {
        Item item = new Item(STORE, "A", DAY.minusYears(1), Optional.empty());
        shop.shop.ops.enrol(
                Enrolment.builder(shop.shop.enrolment(shop.shop.roster()).store(), DAY)
                        .sku(Sku.of(item, "A-red"))
                        .sku(Sku.of(item, "A-old"))
                        .roster(shop.shop.roster())
                        .build());
        shop.shop.ops.tellListings(
                STORE,
                ListingFacts.since(shop.at("00:00"))
                        .price("A-red", 9_900)
                        .price("A-old", 9_900)
                        .build());
        shop.running(
                "D",
                ActivityPlan.of(
                                ActivityRules.Kind.DAILY,
                                "red",
                                List.of(new Offer("A-red", Optional.of(4_400L), Optional.empty())),
                                new ActivityWindow(shop.at("12:00"), shop.at("18:00")))
                        .preparing(List.of()));
        ListingValue value = value(field, text);
        if (value.field() == ListingField.PAGE) {
            shop.desk(SECOND).listings().nameValue(STORE, subject, value, shop.at("18:00"));
            shop.desk(OPERATOR).listings().write(STORE, subject, value, "D");
        } else {
            shop.desk(OPERATOR).listings().readBack(STORE, subject, value);
        }
        assertEquals(state, cancelled("D"));
    }
}
