package io.storeops.listing;

import static io.storeops.StoreFixture.STORE;
import static io.storeops.listing.ShopWithFeeds.shows;
import static io.storeops.listing.ShopWithPrices.FIRST;
import static io.storeops.listing.ShopWithPrices.KEEPER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.failure.AdapterException;
import io.storeops.failure.DeniedException;
import io.storeops.feed.Coverage;
import io.storeops.feed.RowProblem;
import io.storeops.id.CommandId;
import io.storeops.inspection.InformationRule;
import io.storeops.inspection.InspectionVerdict;
import io.storeops.inspection.Judgement;
import io.storeops.inspection.StockRule;
import io.storeops.listing.FakeEditor.Manner;
import io.storeops.position.MaintenanceRules;
import io.storeops.source.Source;
import io.storeops.source.SourceIntake;
import io.storeops.source.SourceIntake.Refused;
import io.storeops.source.SourceLook;
import io.storeops.source.StrayRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CollectListingsTest {
    private final ShopWithFeeds shop = new ShopWithFeeds();

    private static ListingValue title(String text) {
        return new ListingValue(ListingField.TITLE, text);
    }

    private Optional<ListingVersion> seen(String subject, ListingField field) {
        return shop.keeper().lastSeen(STORE, subject, field);
    }

    private static List<String> codes(SourceIntake intake) {
        return intake.refused().stream()
                .map(each -> each.subject() + " " + each.what() + " " + each.code())
                .toList();
    }

    @Nested
    class WhatIsShown {
        @Test
        void isAVersionOfEachFieldOfWhoeverHasIt() {
            SourceIntake intake = shop.collect(
                    shop.at("08:50"),
                    shows("A", "", ListingValue.price(10_000), title("Teapot")),
                    shows("B", "B-red", ListingValue.price(5_000), ListingValue.stock(0), title("Kettle")),
                    shows("B", "B-blue", ListingValue.price(5_500), title("Kettle")));
            assertEquals(6, intake.taken());
            assertEquals(List.of(), intake.refused());
            ListingVersion red = seen("B-red", ListingField.PRICE_MINOR).orElseThrow();
            assertEquals(Optional.of(ListingValue.price(5_000)), red.value());
            assertEquals(shop.at("08:50"), red.asOf());
            assertEquals(Optional.of(1L), red.look());
            assertEquals(KEEPER, red.seen().by());
            assertEquals(
                    Optional.of(ListingValue.price(5_500)),
                    seen("B-blue", ListingField.PRICE_MINOR).flatMap(ListingVersion::value));
            assertEquals(
                    Optional.of(title("Kettle")), seen("B", ListingField.TITLE).flatMap(ListingVersion::value));
            assertEquals(
                    Optional.of(ListingValue.price(10_000)),
                    seen("A", ListingField.PRICE_MINOR).flatMap(ListingVersion::value));
            // A field that the source left out was not looked at.
            assertEquals(Optional.empty(), seen("B-blue", ListingField.STOCK));
        }

        @Test
        void isOneMoreVersionAtEachLaterInstantAndNothingAtTheSame() {
            shop.collect(shop.at("08:50"), shows("A", "", title("Teapot")));
            assertEquals(
                    0,
                    shop.collect(shop.at("08:50"), shows("A", "", title("Teapot")))
                            .taken());
            assertEquals(
                    1,
                    shop.collect(shop.at("08:55"), shows("A", "", title("Teapot")))
                            .taken());
            assertEquals(2, seen("A", ListingField.TITLE).orElseThrow().version());
            // The same instant told otherwise is a version too: the source mended what it said.
            assertEquals(
                    1,
                    shop.collect(shop.at("08:55"), shows("A", "", title("Kettle")))
                            .taken());
            assertEquals(3, seen("A", ListingField.TITLE).orElseThrow().version());
        }

        @Test
        void isNoNumberOfAStockThatIsNotCounted() {
            shop.collect(
                    shop.at("08:50"),
                    new ShownListing("B", Optional.of("B-red"), List.of(ListingValue.stock(0)), false),
                    shows("B", "B-blue", ListingValue.stock(0)));
            StockRule rule = new StockRule(MaintenanceRules.Stock.DEFAULT);
            ListingVersion red = seen("B-red", ListingField.STOCK).orElseThrow();
            assertEquals(Optional.empty(), red.value());
            assertEquals(StockRule.Stock.untracked(), red.stock(OptionalLong.of(7), 0));
            assertEquals(
                    InspectionVerdict.OK,
                    rule.judge(red.asOf(), red.stock(OptionalLong.of(7), 0)).verdict());
            ListingVersion blue = seen("B-blue", ListingField.STOCK).orElseThrow();
            assertEquals(StockRule.Stock.of(0, 7, 2), blue.stock(OptionalLong.of(7), 2));
        }
    }

    @Nested
    class ARow {
        @Test
        void thatContradictsAnotherIsRefusedWithIt() {
            SourceIntake intake = shop.collect(
                    shop.at("08:50"),
                    shows("B", "B-red", ListingValue.price(5_000), title("Kettle")),
                    shows("B", "B-red", ListingValue.price(5_100), title("Kettle")));
            assertEquals(
                    List.of(new Refused(
                            "B-red",
                            "PRICE_MINOR",
                            "CONTRADICTORY",
                            "the source shows [5000, 5100] at the same time; correct it")),
                    intake.refused());
            assertEquals(1, intake.taken());
            assertEquals(Optional.empty(), seen("B-red", ListingField.PRICE_MINOR));
        }

        @Test
        void thatCountsAStockWhichAnotherDoesNotIsRefusedWithIt() {
            SourceIntake intake = shop.collect(
                    shop.at("08:50"),
                    shows("B", "B-red", ListingValue.stock(7)),
                    new ShownListing("B", Optional.of("B-red"), List.of(), false));
            assertEquals(
                    List.of(new Refused(
                            "B-red",
                            "STOCK",
                            "CONTRADICTORY",
                            "the source shows [7, not counted] at the same time; correct it")),
                    intake.refused());
        }

        @Test
        void ofAnotherItemsSkuIsRefused() {
            assertEquals(
                    List.of(new Refused(
                            "B-red",
                            "ITEM",
                            "OTHER_ITEM",
                            "the source shows it as one of item A, and it is one of item B; correct the source, or the"
                                    + " catalogue")),
                    shop.collect(shop.at("08:50"), shows("A", "B-red", ListingValue.price(1)))
                            .refused());
        }

        @Test
        void thatPricesAnItemOfSeveralSkusIsRefusedAndItsTitleTaken() {
            SourceIntake intake =
                    shop.collect(shop.at("08:50"), shows("B", "", ListingValue.price(5_000), title("Kettle")));
            assertEquals(List.of("B PRICE_MINOR NO_SUCH_SKU"), codes(intake));
            assertEquals(1, intake.taken());
        }

        @Test
        void ofNoKnownSkuIsKeptAndJudgedAsInformation() {
            ShownListing row = shows("B", "B-green", ListingValue.price(5_000));
            SourceIntake intake =
                    shop.collect(shop.at("08:50"), row, shows("Z", "", title("Cup")), shows("A", "", title("Teapot")));
            assertEquals(1, intake.taken());
            assertEquals(List.of(), intake.refused());
            List<StrayRow> strays = List.of(
                    new StrayRow(
                            STORE,
                            Source.LISTINGS,
                            1,
                            1,
                            Optional.of("B"),
                            Optional.of("B-green"),
                            "[PRICE_MINOR 5000]"),
                    new StrayRow(STORE, Source.LISTINGS, 1, 2, Optional.of("Z"), Optional.empty(), "[TITLE Cup]"));
            assertEquals(strays, intake.strays());
            assertEquals(strays, shop.prices.desk(KEEPER).sources().strays(STORE, Source.LISTINGS));
            InformationRule rule = new InformationRule(Optional.of(Set.of("A", "B-red", "B-blue")));
            assertEquals(
                    List.of(InspectionVerdict.ANOMALY, InspectionVerdict.ANOMALY),
                    strays.stream()
                            .map(stray -> rule.judge(shop.at("08:50"), stray.listed()))
                            .map(Judgement::verdict)
                            .toList());
            // The next look has its own.
            shop.collect(shop.at("08:55"), shows("A", "", title("Teapot")));
            assertEquals(List.of(), shop.prices.desk(KEEPER).sources().strays(STORE, Source.LISTINGS));
        }

        @Test
        void thatIsOlderThanWhatWasSeenIsRefused() {
            shop.keeper().readBack(STORE, "A", title("Teapot"));
            assertEquals(
                    List.of("A TITLE OUTDATED"),
                    codes(shop.collect(shop.at("08:59"), shows("A", "", title("Kettle")))));
            assertEquals(
                    Optional.of(title("Teapot")), seen("A", ListingField.TITLE).flatMap(ListingVersion::value));
        }
    }

    /** The next snapshot is the read-back of what a person was to do (D20). */
    @Nested
    class TheLastWrite {
        private ListingWrite write(Manner manner, String text) {
            shop.editor.manner = manner;
            return shop.keeper().write(STORE, "A", title(text));
        }

        private Optional<WriteVerdict> verdict() {
            return shop.keeper().lastWrite(STORE, "A", ListingField.TITLE).flatMap(ListingWrite::verdict);
        }

        private void collectAt(String now, String asOf, String text) {
            shop.wait(now);
            shop.collect(shop.at(asOf), shows("A", "", title(text)));
        }

        @Test
        void thatAPersonWasToDoIsAppliedOnceItShows() {
            assertEquals(
                    Optional.of(WriteVerdict.MANUAL_REQUIRED),
                    write(Manner.BY_HAND, "Teapot").verdict());
            collectAt("09:20", "09:10", "Kettle");
            assertEquals(Optional.of(WriteVerdict.MANUAL_REQUIRED), verdict());
            collectAt("09:40", "09:30", "Teapot");
            assertEquals(Optional.of(WriteVerdict.APPLIED), verdict());
        }

        @Test
        void isNotJudgedByWhatWasShownBeforeIt() {
            write(Manner.BY_HAND, "Teapot");
            collectAt("09:20", "08:59", "Teapot");
            assertEquals(Optional.of(WriteVerdict.MANUAL_REQUIRED), verdict());
            // That nobody could look since does not make it outdated.
            assertEquals(
                    Optional.of(title("Teapot")), seen("A", ListingField.TITLE).flatMap(ListingVersion::value));
            collectAt("09:21", "09:00", "Teapot");
            assertEquals(Optional.of(WriteVerdict.APPLIED), verdict());
        }

        @Test
        void isNotJudgedByWhatIsShownAtNoKnownInstant() {
            write(Manner.BY_HAND, "Teapot");
            shop.wait("09:20");
            shop.collectOfUnknownInstant(shows("A", "", title("Teapot")));
            assertEquals(Optional.of(WriteVerdict.MANUAL_REQUIRED), verdict());
            assertEquals(
                    Optional.of(title("Teapot")), seen("A", ListingField.TITLE).flatMap(ListingVersion::value));
        }

        @Test
        void isJudgedAsOfTheInstantThatTheSourceSpeaksOf() {
            shop.editor.show("A", title("Kettle"));
            shop.editor.blind = true;
            assertEquals(
                    Optional.of(shop.at("11:00")),
                    write(Manner.REVIEWS, "Teapot").outcome().orElseThrow().until());
            // At 11:05 the snapshot of 10:59 says nothing of what the review came to.
            collectAt("11:05", "10:59", "Kettle");
            assertEquals(Optional.of(WriteVerdict.PENDING), verdict());
            collectAt("11:10", "11:00", "Kettle");
            assertEquals(Optional.of(WriteVerdict.DIFFERENT), verdict());
        }
    }

    @Nested
    class TheLook {
        private final MaintenanceRules.Feed feed = MaintenanceRules.Feed.DEFAULT;

        private SourceLook last() {
            return shop.prices
                    .desk(KEEPER)
                    .sources()
                    .findLast(STORE, Source.LISTINGS)
                    .orElseThrow();
        }

        private Optional<String> obstacle(SourceLook look, String now) {
            return look.judgedAt(shop.at(now), feed)
                    .findObstacle(StockRule.KEY)
                    .map(judgement -> judgement.phrase().name());
        }

        private static ShownListing[] titles(int rows) {
            return IntStream.range(0, rows)
                    .mapToObj(i -> shows("Z" + i, "", title("Cup")))
                    .toArray(ShownListing[]::new);
        }

        @Test
        void saysHowFarTheSourceCanBeJudgedBy() {
            shop.collect(shop.at("08:50"), titles(100));
            assertEquals(Optional.empty(), obstacle(last(), "10:50"));
            assertEquals(Optional.of("SOURCE_TOO_OLD"), obstacle(last(), "10:51"));
            assertEquals(Optional.empty(), last().baseRows());
            shop.collectOfUnknownInstant(titles(100));
            assertEquals(Optional.of("SOURCE_WITHOUT_INSTANT"), obstacle(last(), "09:00"));
            shop.listings.clear();
            RowProblem cut = new RowProblem("products.csv", 7, Optional.empty(), "the row is cut off");
            shop.listings.adds(Optional.of(shop.at("08:55")), Coverage.PARTIAL, List.of(cut), List.of(titles(3)));
            SourceIntake partial = shop.keeper().collect(STORE);
            assertEquals(List.of(cut), partial.problems());
            assertEquals(1, last().problems());
            assertEquals(Optional.of("SOURCE_PARTIAL"), obstacle(last(), "09:00"));
            assertEquals(
                    3,
                    shop.prices
                            .desk(KEEPER)
                            .sources()
                            .looks(STORE, Source.LISTINGS)
                            .size());
        }

        @Test
        void isComparedWithTheLastCompleteOneOfAnEarlierInstant() {
            shop.collect(shop.at("08:50"), titles(100));
            shop.listings.clear();
            shop.listings.adds(Optional.of(shop.at("08:51")), Coverage.PARTIAL, List.of(), List.of(titles(1)));
            shop.keeper().collect(STORE);
            shop.collect(shop.at("08:52"), titles(95));
            assertEquals(Optional.empty(), obstacle(last(), "09:00"));
            shop.collect(shop.at("08:53"), titles(90));
            assertEquals(Optional.of("SOURCE_SHRUNK"), obstacle(last(), "09:00"));
            // The same read once more is not its own base.
            shop.collect(shop.at("08:53"), titles(90));
            assertEquals(Optional.of("SOURCE_SHRUNK"), obstacle(last(), "09:00"));
            shop.collect(shop.at("08:54"), titles(90));
            assertEquals(Optional.empty(), obstacle(last(), "09:00"));
        }

        @Test
        void ofTooFarAheadTakesNothing() {
            SourceIntake intake = shop.collect(shop.at("11:01"), shows("A", "", title("Teapot")));
            assertEquals(List.of("S1 LISTINGS FROM_THE_FUTURE"), codes(intake));
            assertEquals(Optional.empty(), seen("A", ListingField.TITLE));
            assertEquals(Optional.of("SOURCE_AHEAD"), obstacle(last(), "09:00"));
            assertEquals(
                    1,
                    shop.collect(shop.at("11:00"), shows("A", "", title("Teapot")))
                            .taken());
        }
    }

    @Test
    void aRepeatedCommandReadsNothingAndGivesTheFirstResult() {
        shop.listings.gives(
                shop.at("08:50"),
                shows("A", "", title("Teapot")),
                shows("Z", "", title("Cup")),
                shows("B", "", ListingValue.price(1)));
        Listings under = shop.prices.desk(KEEPER).under(CommandId.of("c-1")).listings();
        SourceIntake first = under.collect(STORE);
        shop.listings.gives(shop.at("08:55"), shows("A", "", title("Kettle")));
        assertEquals(first, under.collect(STORE));
        assertEquals(1, shop.listings.requests.size());
        assertEquals(STORE, shop.listings.requests.get(0).store().id());
    }

    @Test
    void nothingIsReadForSomebodyWhoMayNot() {
        assertThrows(
                DeniedException.class, () -> shop.prices.desk(FIRST).listings().collect(STORE));
        assertThrows(
                DeniedException.class, () -> shop.prices.desk(FIRST).listings().collectStock(STORE));
        assertThrows(
                DeniedException.class, () -> shop.prices.desk(KEEPER).prices().collect(STORE));
        assertEquals(List.of(), shop.listings.requests);
        assertEquals(List.of(), shop.stock.requests);
        assertEquals(List.of(), shop.book.requests);
    }

    @Test
    void aStoreWithoutAFeedSaysSo() {
        ShopWithPrices bare = new ShopWithPrices();
        assertEquals(
                "Store S1 has no listings feed; stores that have one: []. Configure a marketplace that has it, or read back"
                        + " one by one",
                assertThrows(
                                AdapterException.class,
                                () -> bare.desk(KEEPER).listings().collect(STORE))
                        .getMessage());
    }
}
