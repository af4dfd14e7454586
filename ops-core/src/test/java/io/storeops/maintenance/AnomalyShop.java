package io.storeops.maintenance;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;

import io.storeops.Marketplace;
import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.catalog.Language;
import io.storeops.catalog.Money;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.feed.Coverage;
import io.storeops.id.ActorId;
import io.storeops.inspection.PriceRule;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.Tally;
import io.storeops.json.Json;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A store whose item A is to cost 100.00, with two keepers, a manager and a superior. */
final class AnomalyShop {
    static final ActorId KEEPER = ActorId.of("keeper-1");
    static final ActorId OTHER = ActorId.of("keeper-2");
    static final ActorId SETTER = ActorId.of("setter-1");
    static final ActorId SUPERIOR = ActorId.of("sup-1");
    static final RuleKey REFUNDS = RuleKey.of("REFUND_RATE");

    private static final Currency CNY = Currency.getInstance("CNY");

    final StoreFixture shop;

    AnomalyShop() {
        this(Language.CHINESE);
    }

    AnomalyShop(Language language) {
        this(new StoreFixture.Setup().language(language).anomalies());
    }

    /** A shop whose marketplace takes writes. */
    AnomalyShop(Optional<ListingEditor> editor) {
        this(editor, Map.of());
    }

    /** A shop with other members of the roster. */
    AnomalyShop(Optional<ListingEditor> editor, Map<String, Json> members) {
        this(written(editor, members));
    }

    private AnomalyShop(StoreFixture.Setup setup) {
        shop = setup.itemAndRival()
                .titled("搪瓷杯")
                .role("KEEPER", "EXECUTE:X2", "EXECUTE:X4")
                .role("SETTER", "SET:PRICE_BOOK")
                .works(KEEPER, "KEEPER")
                .works(OTHER, "KEEPER")
                .works(SETTER, "SETTER")
                .works(SUPERIOR, "SUPERIOR")
                .open();
        shop.ops.deskOf(SETTER).prices().setPriceBook(STORE, "P1", "A", 10_000);
        pass(Duration.ofHours(9));
    }

    private static StoreFixture.Setup written(Optional<ListingEditor> editor, Map<String, Json> members) {
        StoreFixture.Setup setup = new StoreFixture.Setup()
                .language(Language.CHINESE)
                .anomalies()
                .with("departments", RosterDraft.texts("QC"))
                .marketplace(new Marketplace() {
                    @Override
                    public Optional<ListingEditor> listingEditor() {
                        return editor;
                    }
                });
        members.forEach(setup::with);
        return setup;
    }

    /** With the daily inspection of the categories, to be begun by 9:00, at which the clock stands, and completed by 9:30. */
    static AnomalyShop inspecting(UnaryOperator<StoreFixture.Setup> more) {
        return new AnomalyShop(
                more.apply(new StoreFixture.Setup().language(Language.CHINESE).inspections()));
    }

    Inspections inspections(ActorId actor) {
        return shop.ops.deskOf(actor).inspections();
    }

    Maintenance duty(ActorId actor) {
        return shop.ops.deskOf(actor).maintenance();
    }

    void pass(Duration time) {
        shop.clock.advance(time);
    }

    void minute() {
        pass(Duration.ofMinutes(1));
    }

    Anomaly known(String id) {
        return duty(MANAGER).findAnomaly(STORE, id).orElseThrow();
    }

    Sighted look(long minor) {
        return look(shop.ops, minor);
    }

    Sighted look(StoreOps ops, long minor) {
        return ops.observe(STORE, sighting(Map.of("A", minor), 10_000));
    }

    Sighting<PriceRule.Price> sighting(Map<String, Long> shown, long approved) {
        Map<String, PriceRule.Price> read = new LinkedHashMap<>();
        shown.forEach((subject, minor) ->
                read.put(subject, PriceRule.Price.of(Money.ofMinor(minor, CNY), Money.ofMinor(approved, CNY))));
        return new Sighting<>(
                PriceRule.KEY,
                Optional.of(shop.clock.instant()),
                Coverage.COMPLETE,
                read.size(),
                read,
                Map.of("A", "E1"));
    }

    /** The source always has the store and one item, of which a look may be about one. */
    Sighted refunds(Map<String, Integer> ofAThousand) {
        Map<String, Tally> read = new LinkedHashMap<>();
        ofAThousand.forEach((subject, refunds) -> read.put(subject, Tally.counted(BigDecimal.valueOf(refunds), 1000)));
        return shop.ops.observe(
                STORE,
                new Sighting<>(
                        REFUNDS,
                        Optional.of(shop.clock.instant()),
                        Coverage.COMPLETE,
                        2,
                        read,
                        Map.of("A", "R-A", STORE.value(), "R-S")));
    }

    Reported report(String id) {
        return report(KEEPER, id);
    }

    Reported report(ActorId finder, String id) {
        return duty(finder).report(STORE, Report.of(id, PriceRule.KEY, "A", "9000", "10000", shop.clock.instant()));
    }

    void attach(String id, String kind) {
        shop.ops
                .deskOf(KEEPER)
                .archive()
                .attach(STORE, Target.of("anomaly", id), EvidenceKind.parse(kind), shop.clock.instant(), "shot");
    }

    void see(long minor) {
        shop.ops.deskOf(KEEPER).listings().readBack(STORE, "A", ListingValue.price(minor));
    }

    /** Takes it on, puts it right by hand and tells the others. */
    Anomaly putRight(String id) {
        duty(KEEPER).claim(STORE, id, known(id).version());
        see(10_000);
        attach(id, "SCREENSHOT_AFTER");
        duty(KEEPER).correct(STORE, id);
        return duty(KEEPER).notifyCorrection(STORE, id);
    }

    Anomaly escalate(String id) {
        attach(id, "SCREENSHOT");
        return duty(KEEPER).escalate(STORE, id, MANAGER, "match it");
    }
}
