package io.storeops;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;

import io.storeops.catalog.Item;
import io.storeops.competitor.CompetitorFeed;
import io.storeops.competitor.CompetitorRequest;
import io.storeops.competitor.Competitors;
import io.storeops.competitor.ShownCompetitor;
import io.storeops.enrolment.Enrolment;
import io.storeops.health.Health;
import io.storeops.health.HealthFeed;
import io.storeops.health.HealthReading;
import io.storeops.health.HealthRequest;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.listing.BookPrice;
import io.storeops.listing.ListingFeed;
import io.storeops.listing.ListingValue;
import io.storeops.listing.Listings;
import io.storeops.listing.ListingsRequest;
import io.storeops.listing.PriceBookFeed;
import io.storeops.listing.PriceBookRequest;
import io.storeops.listing.ShownListing;
import io.storeops.listing.StockFeed;
import io.storeops.listing.StockLevel;
import io.storeops.listing.StockRequest;
import io.storeops.maintenance.Anomaly;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A store with the item A and the rival's item X of which every source is collected, and a library that judges what they give. */
public final class CollectingShop {
    public static final ActorId KEEPER = ActorId.of("keeper-1");
    public static final ActorId SETTER = ActorId.of("setter-1");

    public final FakePages<ListingsRequest, ShownListing> listings = new FakePages<>();
    public final FakePages<StockRequest, StockLevel> stock = new FakePages<>();
    public final FakePages<PriceBookRequest, BookPrice> book = new FakePages<>();
    public final FakePages<CompetitorRequest, ShownCompetitor> rivals = new FakePages<>();
    public final FakePages<HealthRequest, HealthReading> health = new FakePages<>();
    public final StoreFixture shop;
    private final Function<Clock, Storage> place;
    private Storage storage;
    private StoreOps ops;

    public CollectingShop(Function<Clock, Storage> place) {
        this.place = place;
        shop = new StoreFixture.Setup()
                .storage(place)
                .anomalies()
                .itemAndRival()
                .with(
                        "duties",
                        DayDuties.anomalies(
                                "WORK_GROUP",
                                List.of("PRICE", "STOCK", "PAGE", "ACTIVITY_EXPIRY"),
                                List.of(
                                        "DSR",
                                        "REVIEWS",
                                        "REFUND_RATE",
                                        "INFORMATION",
                                        "ZHITONGCHE",
                                        "PENALTY",
                                        "COMPETITOR")))
                .with(
                        "baselines",
                        Json.object(Map.of(
                                "dsr", Json.of("4.80"),
                                "refundRate", Json.of("0.08"),
                                "badReviewRate", Json.of("0.02"),
                                "competitorPriceMove", Json.of("0.10"),
                                "competitorSalesMove", Json.of("0.50"),
                                "activityExpiryWarning", Json.of("PT24H"))))
                .with(
                        "health",
                        Json.array(List.of(
                                indicator("DSR", "SCORE", "BELOW", Map.of("metric", "DESCRIPTION", "base", "4.80")),
                                indicator("REFUND_RATE", "RATE", "ABOVE", Map.of("base", "0.08")),
                                indicator("REVIEWS", "RATE", "ABOVE", Map.of("base", "0.02")),
                                indicator("ZHITONGCHE", "SPEND", "ABOVE", Map.of()))))
                .role("KEEPER", "EXECUTE:X2", "EXECUTE:X4")
                .role("SETTER", "SET:PRICE_BOOK")
                .works(KEEPER, "KEEPER")
                .works(SETTER, "SETTER")
                .works(ActorId.of("sup-1"), "SUPERIOR")
                .marketplace(new Feeds())
                .open();
        storage = shop.storage;
        ops = shop.ops;
        pass(Duration.ofHours(9));
    }

    public StoreOps ops() {
        return ops;
    }

    public Storage storage() {
        return storage;
    }

    /** Closes the library with its storage, and opens both again, as another life of the process. */
    public void reopen() {
        ops.close();
        storage = place.apply(shop.clock);
        ops = shop.opened(storage);
    }

    private static Json indicator(String category, String kind, String direction, Map<String, String> more) {
        Map<String, Json> members = new TreeMap<>(Map.of(
                "category", Json.of(category),
                "name", Json.of("名"),
                "en", Json.of(category),
                "kind", Json.of(kind),
                "direction", Json.of(direction)));
        more.forEach((name, text) -> members.put(name, Json.of(text)));
        return Json.object(members);
    }

    private final class Feeds implements Marketplace {
        @Override
        public Optional<ListingFeed> listings() {
            return Optional.of(listings::read);
        }

        @Override
        public Optional<StockFeed> stock() {
            return Optional.of(stock::read);
        }

        @Override
        public Optional<PriceBookFeed> priceBook() {
            return Optional.of(book::read);
        }

        @Override
        public Optional<CompetitorFeed> competitors() {
            return Optional.of(rivals::read);
        }

        @Override
        public Optional<HealthFeed> health() {
            return Optional.of(health::read);
        }
    }

    /** Enrols the items L0, L1 and so on. */
    public void enrolMore(int items) {
        Enrolment now = shop.enrolment(shop.roster());
        List<Item> more = IntStream.range(0, items)
                .mapToObj(i -> new Item(STORE, "L" + i, LocalDate.of(2024, 1, 1), Optional.empty()))
                .toList();
        ops.enrol(new Enrolment(
                now.store(), more, List.of(), now.competitors(), List.of(), List.of(), List.of(), now.roster()));
    }

    public Instant now() {
        return shop.clock.instant();
    }

    public void pass(Duration time) {
        shop.clock.advance(time);
    }

    public void minutes(long number) {
        pass(Duration.ofMinutes(number));
    }

    public Listings keeper() {
        return ops.deskOf(KEEPER).listings();
    }

    public Health keepersHealth() {
        return ops.deskOf(KEEPER).health();
    }

    public Competitors keepersRivals() {
        return ops.deskOf(KEEPER).competitors();
    }

    /** A listing of a SKU that is its item's only one, whose stock the marketplace counts. */
    public static ShownListing shows(String item, ListingValue... values) {
        return new ShownListing(item, Optional.empty(), List.of(values), true);
    }

    /** What item A shows now is collected. */
    public void look(ListingValue... values) {
        listings.gives(now(), shows("A", values));
        keeper().collect(STORE);
    }

    public void erp(long units) {
        stock.gives(now(), new StockLevel("A", units));
        keeper().collectStock(STORE);
    }

    public void priced(long minor) {
        ops.deskOf(SETTER).prices().setPriceBook(STORE, "P" + shop.clock.instant(), "A", minor);
    }

    public List<Anomaly> anomalies() {
        return ops.deskOf(MANAGER).maintenance().anomalies(STORE);
    }

    /** As in {@code PRICE of A FOUND}. */
    public List<String> known() {
        return anomalies().stream()
                .map(anomaly -> anomaly.key() + " " + anomaly.state())
                .toList();
    }

    /** As in {@code found}, {@code recovered}. */
    public List<String> messages() {
        return storage.select(Query.of(Delivery.TABLE, STORE)).items().stream()
                .map(row -> row.value().messageId())
                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                .toList();
    }

    /** How often a rule was judged, as the trail tells. */
    public long judgements(String rule) {
        return shop.trail().stream()
                .map(line -> line.record())
                .filter(record ->
                        record.act().equals("OBSERVE") && record.target().id().startsWith(rule + "/"))
                .count();
    }
}
