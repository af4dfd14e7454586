package io.storeops.examples.detect;

import io.storeops.calendar.SlotPlan;
import io.storeops.detection.DayKind;
import io.storeops.detection.ItemDay;
import io.storeops.detection.ListingDay;
import io.storeops.examples.replay.CsvTable;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one store: {@code store.csv}, and as far as they are there the others. */
final class StoreFolder {
    private static final String STORE = "store.csv";

    private final Path folder;
    private final CsvTable.Row store;
    private final List<CsvTable.Row> campaigns;

    private StoreFolder(Path folder, CsvTable.Row store) {
        this.folder = folder;
        this.store = store;
        this.campaigns = rows("campaign.csv");
    }

    /** Whether a folder is one of a store. */
    static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(STORE));
    }

    /** Opens a folder. */
    static StoreFolder open(Path folder) {
        List<CsvTable.Row> rows = CsvTable.read(folder.resolve(STORE)).rows();
        if (rows.size() != 1) {
            throw new IllegalArgumentException(
                    folder.resolve(STORE) + " has " + rows.size() + " rows; expected one, the store's");
        }
        return new StoreFolder(folder, rows.get(0));
    }

    /** The store's id. */
    String id() {
        return store.text("store");
    }

    /** The readings, day by day. */
    List<ReadingDay> readings(SlotPlan plan) {
        ZoneId zone = store.as("zone", "is not a time zone (expected something like Asia/Shanghai)", ZoneId::of);
        Set<LocalDate> closed = new HashSet<>();
        rows("closed.csv").forEach(row -> closed.add(date(row, "date")));
        return ReadingDay.of(rows("readings.csv"), plan, zone, closed);
    }

    /** What kind of day a date is; one that no campaign covers is ordinary and not in the map. */
    Map<LocalDate, DayKind> kinds() {
        Map<LocalDate, DayKind> kinds = new HashMap<>();
        for (CsvTable.Row campaign : campaigns) {
            DayKind kind = campaign.as(
                    "kind",
                    "is not a kind of campaign (expected PROMOTION or HOLIDAY)",
                    text -> text.equals("HOLIDAY") ? DayKind.HOLIDAY : promotion(text));
            days(campaign).forEach(date -> kinds.merge(date, kind, StoreFolder::stronger));
        }
        return kinds;
    }

    /** Of a promotion on a holiday, the promotion is what prices go by. */
    private static DayKind stronger(DayKind one, DayKind other) {
        return one == DayKind.PROMOTION ? one : other;
    }

    private static DayKind promotion(String text) {
        if (!text.equals("PROMOTION")) {
            throw new IllegalArgumentException(text);
        }
        return DayKind.PROMOTION;
    }

    /** What was sold, item by item; a day without a row is not known, and not there. */
    List<ItemDay> items(Map<LocalDate, DayKind> kinds) {
        SortedMap<LocalDate, SortedMap<String, ItemDay.Sale>> sales = new TreeMap<>();
        for (CsvTable.Row row : rows("items.csv")) {
            sales.computeIfAbsent(date(row, "date"), date -> new TreeMap<>())
                    .put(row.text("item_id"), new ItemDay.Sale(number(row, "price_minor"), number(row, "lines")));
        }
        Map<LocalDate, SortedMap<String, BigDecimal>> factors = factors();
        List<ItemDay> days = new ArrayList<>();
        sales.forEach((date, sold) -> days.add(new ItemDay(
                date, kinds.getOrDefault(date, DayKind.ORDINARY), sold, factors.getOrDefault(date, new TreeMap<>()))));
        return days;
    }

    private Map<LocalDate, SortedMap<String, BigDecimal>> factors() {
        Map<LocalDate, SortedMap<String, BigDecimal>> factors = new HashMap<>();
        for (CsvTable.Row campaign : campaigns) {
            if (campaign.text("item_ids").isEmpty()) {
                continue;
            }
            BigDecimal factor = campaign.as("price_factor", "is not a factor (expected as in 0.80)", BigDecimal::new);
            for (LocalDate date : days(campaign)) {
                for (String item : campaign.text("item_ids").split(";", -1)) {
                    factors.computeIfAbsent(date, each -> new TreeMap<>()).put(item, factor);
                }
            }
        }
        return factors;
    }

    /** The snapshots of the listings. */
    List<ListingDay> listings() {
        SortedMap<LocalDate, SortedMap<String, ListingDay.Listing>> shown = listings("listings.csv");
        Map<LocalDate, SortedMap<String, ListingDay.Listing>> approved = listings("pricebook.csv");
        List<ListingDay> days = new ArrayList<>();
        shown.forEach((date, listings) ->
                days.add(new ListingDay(date, listings, approved.getOrDefault(date, new TreeMap<>()))));
        return days;
    }

    private SortedMap<LocalDate, SortedMap<String, ListingDay.Listing>> listings(String file) {
        SortedMap<LocalDate, SortedMap<String, ListingDay.Listing>> listings = new TreeMap<>();
        for (CsvTable.Row row : rows(file)) {
            listings.computeIfAbsent(date(row, "date"), date -> new TreeMap<>())
                    .put(row.text("item_id"), new ListingDay.Listing(number(row, "price_minor"), row.text("title")));
        }
        return listings;
    }

    private List<CsvTable.Row> rows(String file) {
        Path path = folder.resolve(file);
        return Files.exists(path) ? CsvTable.read(path).rows() : List.of();
    }

    private static List<LocalDate> days(CsvTable.Row campaign) {
        LocalDate from = date(campaign, "from_date");
        return from.datesUntil(date(campaign, "to_date").plusDays(1)).toList();
    }

    private static LocalDate date(CsvTable.Row row, String column) {
        return row.as(column, "is not a date (expected yyyy-MM-dd)", LocalDate::parse);
    }

    private static long number(CsvTable.Row row, String column) {
        return row.as(column, "is not a whole number", Long::parseLong);
    }
}
