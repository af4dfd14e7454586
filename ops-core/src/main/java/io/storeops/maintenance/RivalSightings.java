package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Money;
import io.storeops.competitor.CompetitorVersion;
import io.storeops.competitor.ShownCompetitor;
import io.storeops.inspection.CompetitorPriceRule;
import io.storeops.inspection.CompetitorSalesRule;
import io.storeops.inspection.CompetitorTitleRule;
import io.storeops.inspection.InspectionRule;
import io.storeops.source.SourceLook;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/**
 * What rivals' items were last seen to show, as the rules COMPETITOR take it (D15). A price is compared with the reference in force, titles
 * and counts of sales with what was known before. A rival whose last observation is older than a source may be shows nothing.
 */
final class RivalSightings {
    private final Context context;
    private final SourceLook look;
    private final Map<String, ShownCompetitor> shown = new HashMap<>();

    RivalSightings(Context context, SourceLook look) {
        this.context = context;
        this.look = look;
        Instant oldest =
                context.now().minus(context.roster().maintenance().feed().maxAge());
        for (CompetitorItem rival : context.catalogue().competitorsOn(context.today())) {
            CompetitorVersion.findLatest(context.rows(), rival.id())
                    .map(CompetitorVersion::shown)
                    .filter(last -> !last.observedAt().isBefore(oldest))
                    .ifPresent(last -> shown.put(rival.id(), last));
        }
    }

    Sighting<?> of(InspectionRule<?> rule) {
        if (rule instanceof CompetitorPriceRule) {
            return sighting(
                    rule,
                    (now, before) -> new CompetitorPriceRule.Price(
                            now.map(ShownCompetitor::priceMinor).flatMap(this::money), Optional.empty()));
        }
        return rule instanceof CompetitorTitleRule
                ? sighting(
                        rule,
                        (now, before) -> new CompetitorTitleRule.Title(
                                now.flatMap(ShownCompetitor::title), before.flatMap(ShownCompetitor::title)))
                : sighting(
                        rule,
                        (now, before) -> new CompetitorSalesRule.Sales(
                                now.map(ShownCompetitor::sales).orElse(OptionalLong.empty()),
                                before.map(ShownCompetitor::sales).orElse(OptionalLong.empty())));
    }

    private Optional<Money> money(OptionalLong minor) {
        return minor.isPresent()
                ? Optional.of(Money.ofMinor(minor.getAsLong(), context.store().currency()))
                : Optional.empty();
    }

    /** A source that does not say of which instant it speaks is of that of its latest row. */
    private <V> Sighting<V> sighting(
            InspectionRule<?> rule, BiFunction<Optional<ShownCompetitor>, Optional<ShownCompetitor>, V> read) {
        Map<String, V> values = new HashMap<>();
        for (CompetitorItem rival : context.catalogue().competitorsOn(context.today())) {
            Optional<ShownCompetitor> now = Optional.ofNullable(shown.get(rival.id()));
            Optional<ShownCompetitor> before = now.flatMap(last -> CompetitorVersion.findBefore(
                            context.rows(),
                            rival.id(),
                            News.from(context, new AnomalyKey(rule.key(), rival.id()), last.observedAt()))
                    .map(CompetitorVersion::shown));
            values.put(rival.id(), read.apply(now, before));
        }
        return new Sighting<>(
                rule.key(),
                look.asOf()
                        .or(() -> shown.values().stream()
                                .map(ShownCompetitor::observedAt)
                                .max(Instant::compareTo)),
                look.coverage(),
                shown.size(),
                values,
                Map.of());
    }
}
