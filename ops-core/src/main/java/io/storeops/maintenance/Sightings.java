package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.campaign.Campaign;
import io.storeops.catalog.Sku;
import io.storeops.feed.Coverage;
import io.storeops.inspection.ActivityExpiryRule;
import io.storeops.inspection.CompetitorPriceRule;
import io.storeops.inspection.CompetitorSalesRule;
import io.storeops.inspection.CompetitorTitleRule;
import io.storeops.inspection.InformationRule;
import io.storeops.inspection.InspectionRule;
import io.storeops.inspection.Judgement;
import io.storeops.inspection.PageRule;
import io.storeops.inspection.Phrase;
import io.storeops.inspection.PriceRule;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.StockRule;
import io.storeops.listing.SeenListings;
import io.storeops.listing.SellableStock;
import io.storeops.source.Source;
import io.storeops.source.SourceLook;
import io.storeops.source.StrayRow;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the last looks at the sources gave, with what else is stored, as a rule is judged by it. Used by one thread. */
final class Sightings {
    private final Context context;
    private final LastLooks looks;

    Sightings(Context context, LastLooks looks) {
        this.context = context;
        this.looks = looks;
    }

    /** What a rule is judged by, of which the carrying looks are there. */
    Sighting<?> of(InspectionRule<?> rule) {
        SourceLook look = looks.carrying(rule.key()).get(0);
        if (rule instanceof PriceRule) {
            return listed(
                    rule.key(), look, asOf -> SeenListings.of(context, asOf).prices(Campaign.pricesAt(context, asOf)));
        }
        if (rule instanceof StockRule) {
            return stocks(look, looks.find(Source.STOCK));
        }
        if (rule instanceof PageRule) {
            return listed(
                    rule.key(),
                    look,
                    asOf -> SeenListings.of(context, asOf)
                            .contents(Subjects.field(rule.key()).orElseThrow()));
        }
        if (rule instanceof InformationRule) {
            return strays();
        }
        if (rule instanceof ActivityExpiryRule expiry) {
            return ends(expiry.warning());
        }
        return rule instanceof CompetitorPriceRule
                        || rule instanceof CompetitorTitleRule
                        || rule instanceof CompetitorSalesRule
                ? new RivalSightings(context, look).of(rule)
                : HealthSightings.of(context, look, rule);
    }

    /** A source that does not say of which instant it speaks showed nothing that could be judged. */
    private static <V> Sighting<V> listed(RuleKey rule, SourceLook look, Function<Instant, Map<String, V>> read) {
        Map<String, V> shown = look.asOf().map(read).orElse(Map.of());
        return new Sighting<>(
                rule,
                look.asOf(),
                look.coverage(),
                look.asOf().isPresent() ? shown.size() : look.rows(),
                shown,
                Map.of());
    }

    /** Of two sources that are compared the older one decides of when the comparison is, and the worse one how far it carries. */
    private Sighting<StockRule.Stock> stocks(SourceLook shop, Optional<SourceLook> erp) {
        Optional<Instant> shown = shop.asOf();
        Optional<Instant> told = erp.isPresent() ? erp.get().asOf() : shown;
        Optional<Instant> older = shown.flatMap(at -> told.map(other -> other.isBefore(at) ? other : at));
        Coverage worse = erp.map(look -> look.coverage().and(shop.coverage())).orElse(shop.coverage());
        Map<String, StockRule.Stock> read = older.isEmpty()
                ? Map.of()
                : stocks(
                        SeenListings.of(context, shown.orElseThrow()),
                        erp.flatMap(SourceLook::asOf),
                        shown.orElseThrow());
        return new Sighting<>(
                StockRule.KEY, older, worse, older.isPresent() ? read.size() : shop.rows(), read, Map.of());
    }

    private Map<String, StockRule.Stock> stocks(SeenListings seen, Optional<Instant> erp, Instant shown) {
        Map<String, SellableStock> sellable = seen.sellable(erp);
        return seen.stocks(sellable, unsynced(sellable, shown));
    }

    /** What was paid after the instant of the ERP's stock, and by then is gone from what is shown (D6). */
    private Map<String, Long> unsynced(Map<String, SellableStock> sellable, Instant shown) {
        Map<String, Long> units = new HashMap<>();
        Optional<Instant> first =
                sellable.values().stream().map(SellableStock::asOf).min(Comparator.naturalOrder());
        if (first.filter(shown::isAfter).isEmpty()) {
            return units;
        }
        try (Scan<Versioned<SoldLine>> sold = context.rows()
                .scan(Query.of(SoldLine.TABLE, context.store().id(), SoldLine.BY_PAID)
                        .from(first.get())
                        .to(shown.plus(1, ChronoUnit.MICROS)))) {
            sold.forEachRemaining(row -> {
                SoldLine line = row.value();
                String sku = context.catalogue()
                        .skus()
                        .find(line.subject())
                        .map(Sku::id)
                        .orElse(line.subject());
                SellableStock stock = sellable.get(sku);
                if (stock != null && line.paidAt().isAfter(stock.asOf())) {
                    units.merge(sku, line.units(), Math::addExact);
                }
            });
        }
        return units;
    }

    /**
     * Rows of unknown SKUs (D88), of all sources that can be judged by. What was one and is in no source any more is good again, unless a
     * source gave only a part of what it has; what only an old look still has is neither.
     */
    private Sighting<InformationRule.Listed> strays() {
        List<SourceLook> own = looks.own();
        List<SourceLook> carrying =
                own.stream().filter(look -> obstacle(look).isEmpty()).toList();
        Map<String, InformationRule.Listed> read = new LinkedHashMap<>();
        Set<String> listed = new HashSet<>();
        for (SourceLook look : own) {
            for (StrayRow row : StrayRow.of(context.rows(), look.source(), look.number())) {
                row.listed().sku().ifPresent(id -> {
                    listed.add(id);
                    if (carrying.contains(look)) {
                        read.put(id, row.listed());
                    }
                });
            }
        }
        if (own.stream()
                .allMatch(look -> obstacle(look)
                        .filter(phrase -> phrase != Phrase.SOURCE_TOO_OLD)
                        .isEmpty())) {
            knownStrays()
                    .filter(id -> !listed.contains(id))
                    .forEach(id -> read.put(id, InformationRule.Listed.gone(id)));
        }
        SourceLook newest = (carrying.isEmpty() ? own : carrying)
                .stream()
                        .max(Comparator.comparing(look -> look.asOf().orElse(Instant.MIN)))
                        .orElseThrow();
        return new Sighting<>(
                InformationRule.KEY,
                newest.asOf(),
                carrying.isEmpty() ? newest.coverage() : Coverage.UNKNOWN,
                carrying.isEmpty()
                        ? newest.rows()
                        : own.stream().mapToLong(SourceLook::rows).sum(),
                carrying.isEmpty() ? Map.of() : read,
                Map.of());
    }

    private Optional<Phrase> obstacle(SourceLook look) {
        return look.judgedAt(context.now(), context.roster().maintenance().feed())
                .findObstacle(InformationRule.KEY)
                .map(Judgement::phrase);
    }

    /** Those that a look once gave: what a person reported as wrong information is not among them. */
    private Stream<String> knownStrays() {
        return context
                .rows()
                .all(Query.of(SeenStreak.TABLE, context.store().id()).where(InformationRule.KEY))
                .stream()
                .filter(seen -> seen.streak().since().isPresent()
                        || Case.ofKey(context, seen.key())
                                .filter(each -> each.anomaly().state().open())
                                .isPresent())
                .map(seen -> seen.key().subject());
    }

    /** What is approved to run no longer than the warning reaches ahead, a flash sale, was approved with its end before everybody's eyes. */
    private static boolean endIsNews(Campaign campaign, Optional<Duration> warning) {
        return warning.filter(ahead ->
                        Duration.between(campaign.start(), campaign.end()).compareTo(ahead) <= 0)
                .isEmpty();
    }

    /** What runs, and what ended while it was to be decided on. That is the store's own knowledge, and always as of now. */
    private Sighting<ActivityExpiryRule.End> ends(Optional<Duration> warning) {
        Map<String, ActivityExpiryRule.End> read = new LinkedHashMap<>();
        Stream.concat(
                        Campaign.running(context, context.now()).stream()
                                .filter(campaign -> endIsNews(campaign, warning)),
                        Case.open(context).stream()
                                .map(each -> each.anomaly().key())
                                .filter(key -> key.rule().equals(ActivityExpiryRule.KEY))
                                .flatMap(key -> Campaign.find(context, key.subject()).stream()))
                .forEach(campaign -> read.put(campaign.id(), ActivityExpiryRule.End.of(campaign.end())));
        return new Sighting<>(ActivityExpiryRule.KEY, Optional.of(context.now()), Coverage.COMPLETE, 1, read, Map.of());
    }
}
