package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.campaign.Campaign;
import io.storeops.id.Sha256;
import io.storeops.inspection.ActivityExpiryRule;
import io.storeops.inspection.CompetitorPriceRule;
import io.storeops.inspection.InformationRule;
import io.storeops.inspection.PageRule;
import io.storeops.inspection.PriceRule;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.StockRule;
import io.storeops.listing.Baseline;
import io.storeops.source.Source;
import io.storeops.source.SourceLook;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The last look at each source that is collected, and which of them a rule is judged by. Immutable. */
final class LastLooks {
    private static final List<Source> OWN = List.of(Source.LISTINGS, Source.STOCK, Source.PRICE_BOOK);
    private static final Map<String, List<Source>> CARRIERS = Map.of(
            PriceRule.KEY.category(),
            List.of(Source.LISTINGS),
            StockRule.KEY.category(),
            List.of(Source.LISTINGS, Source.STOCK),
            PageRule.CATEGORY,
            List.of(Source.LISTINGS),
            ActivityExpiryRule.KEY.category(),
            List.of(Source.LISTINGS),
            CompetitorPriceRule.KEY.category(),
            List.of(Source.COMPETITORS));
    private static final int HASH = 16;

    private final Map<Source, SourceLook> looks = new EnumMap<>(Source.class);

    private LastLooks() {}

    static LastLooks of(Context context) {
        LastLooks last = new LastLooks();
        for (Source source : Source.values()) {
            SourceLook.findLast(context.rows(), source).ifPresent(look -> last.looks.put(source, look));
        }
        return last;
    }

    Optional<SourceLook> find(Source source) {
        return Optional.ofNullable(looks.get(source));
    }

    /** Those at the store's own listings, stock and prices, which name SKUs. */
    List<SourceLook> own() {
        return of(OWN);
    }

    /** Those by which a rule is judged, the one that decides first; none if nobody collected yet what it needs. */
    List<SourceLook> carrying(RuleKey rule) {
        if (rule.equals(InformationRule.KEY)) {
            return own();
        }
        List<Source> sources = CARRIERS.getOrDefault(rule.category(), List.of(Source.HEALTH));
        return looks.containsKey(sources.get(0)) ? of(sources) : List.of();
    }

    private List<SourceLook> of(List<Source> sources) {
        return sources.stream().flatMap(source -> find(source).stream()).toList();
    }

    /**
     * What a rule would be judged by now, as in {@code LISTINGS/17 STOCK/5}: another text is another judgement. To those of activities
     * the ones belong that end soon, since they come to that without anybody looking.
     */
    Optional<String> marks(Context context, RuleKey rule) {
        List<SourceLook> carrying = carrying(rule);
        if (carrying.isEmpty()) {
            return Optional.empty();
        }
        String marks = carrying.stream()
                .map(look -> look.source() + "/" + look.number())
                .collect(Collectors.joining(" "));
        return Optional.of(rule.equals(ActivityExpiryRule.KEY) ? marks + " ENDING/" + ending(context) : marks);
    }

    private static String ending(Context context) {
        String soon = Campaign.running(context, context.now()).stream()
                .filter(campaign -> warnedAt(context, campaign)
                        .filter(at -> !at.isAfter(context.now()))
                        .isPresent())
                .map(campaign -> campaign.id() + " " + campaign.end())
                .collect(Collectors.joining("\n"));
        return Sha256.of(soon).hex().substring(0, HASH);
    }

    /** From when on an activity ends soon; empty if the roster does not say what is soon. */
    static Optional<Instant> warnedAt(Context context, Campaign campaign) {
        return Baseline.allAt(context, context.now())
                .activityExpiryWarning()
                .map(campaign.end()::minus)
                .map(at -> at.isBefore(campaign.start()) ? campaign.start() : at);
    }
}
