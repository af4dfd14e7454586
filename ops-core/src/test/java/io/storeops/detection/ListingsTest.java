package io.storeops.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hundred listings on three days. */
class ListingsTest {
    private final List<SortedMap<String, ListingDay.Listing>> shown = List.of(listings(), listings(), listings());
    private final SortedMap<String, ListingDay.Listing> approved = listings();

    private static SortedMap<String, ListingDay.Listing> listings() {
        SortedMap<String, ListingDay.Listing> listings = new TreeMap<>();
        for (int item = 100; item < 200; item++) {
            listings.put("I" + item, new ListingDay.Listing(item, "title " + item));
        }
        return listings;
    }

    private List<String> told() {
        List<ListingDay> days = new ArrayList<>();
        for (int day = 0; day < shown.size(); day++) {
            days.add(new ListingDay(Shop.FIRST.plusDays(day), shown.get(day), approved));
        }
        List<String> told = new ArrayList<>();
        Shop.DETECTOR.listings(
                days,
                each -> told.add(each.at().date().getDayOfMonth() + " " + each.verdict() + " " + each.metric() + " "
                        + each.subject() + " since " + each.since()));
        return told;
    }

    @Test
    void thatAreAsApprovedAreNotTold() {
        assertEquals(List.of(), told());
    }

    @Test
    void thatDifferAreToldOnceUntilTheyAreRight() {
        shown.get(0).put("I150", new ListingDay.Listing(15, "title 150"));
        shown.get(1).put("I150", new ListingDay.Listing(15, "other"));
        assertEquals(
                List.of("1 ANOMALY price I150 since 2024-01-01#01", "2 ANOMALY title I150 since 2024-01-02#01"),
                told());
        shown.get(1).put("I150", new ListingDay.Listing(150, "title 150"));
        shown.get(2).put("I150", new ListingDay.Listing(15, "title 150"));
        assertEquals(
                List.of("1 ANOMALY price I150 since 2024-01-01#01", "3 ANOMALY price I150 since 2024-01-03#01"),
                told());
    }

    /** What nobody approved is not compared, and what is not shown is not wrong. */
    @Test
    void thatStandOnOneSideOnlyAreNotTold() {
        approved.remove("I150");
        shown.get(0).put("I150", new ListingDay.Listing(1, ""));
        shown.get(1).remove("I160");
        assertEquals(List.of(), told());
    }

    /** D5: below 95 % of the last complete snapshot, which a short one is not. */
    @ParameterizedTest
    @CsvSource({"95, false", "94, true"})
    void ofAShortSnapshotCannotBeChecked(int count, boolean told) {
        for (int day = 1; day <= 2; day++) {
            for (int item = 100; item < 200 - count; item++) {
                shown.get(day).remove("I" + item);
            }
            shown.get(day).put("I199", new ListingDay.Listing(1, "title 199"));
        }
        List<String> expected = told
                ? List.of(
                        "2 COULD_NOT_CHECK coverage SOURCE:coverage since 2024-01-02#01",
                        "3 COULD_NOT_CHECK coverage SOURCE:coverage since 2024-01-03#01")
                : List.of("2 ANOMALY price I199 since 2024-01-02#01");
        assertEquals(expected, told());
    }

    /** D25: of 100 listings more than 20. */
    @ParameterizedTest
    @CsvSource({"20, false", "21, true"})
    void thatDifferInMassesAreOneFaultOfTheSource(int count, boolean source) {
        for (int item = 100; item < 100 + count; item++) {
            shown.get(1).put("I" + item, new ListingDay.Listing(item + 1, "title " + item));
        }
        assertEquals(
                source ? List.of("2 ANOMALY price SOURCE:price since 2024-01-02#01") : 20,
                source ? told() : told().size());
    }
}
