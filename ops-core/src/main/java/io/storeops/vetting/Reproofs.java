package io.storeops.vetting;

import io.storeops.act.Check;
import io.storeops.act.Context;
import io.storeops.act.Reaction;
import io.storeops.campaign.Campaign;
import io.storeops.campaign.CampaignExtended;
import io.storeops.campaign.Offer;
import io.storeops.failure.Refusal;
import io.storeops.listing.FloorSet;
import io.storeops.listing.PriceChange;
import io.storeops.listing.PricesApproved;
import io.storeops.listing.SellableStock;
import io.storeops.promotion.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is proved again because something changes that campaigns rely on (D38): a price that is approved, a floor, a later end. A change
 * that breaks a floor or promises too much is refused, naming the activities; one that leaves a breach as it was, or less of it, is not.
 */
final class Reproofs {
    private Reproofs() {}

    /** A price that is held is none yet: it is judged when it is released. */
    static Check.Answer prices(Context context, PricesApproved fact) {
        List<PriceChange> changes = fact.changes();
        Set<String> skus = changes.stream().map(PriceChange::skuId).collect(Collectors.toCollection(TreeSet::new));
        Situation now = Situation.of(context);
        Instant from = changes.stream()
                .map(PriceChange::effectiveFrom)
                .min(Instant::compareTo)
                .orElse(context.now());
        return judged(context, new Judgement(now, now.with(changes), now.from(from)), skus);
    }

    static Check.Answer floor(Context context, FloorSet fact) {
        Situation now = Situation.of(context);
        Instant begins =
                fact.floor().from().atStartOfDay(context.store().zone()).toInstant();
        Instant from = begins.isBefore(context.now()) ? context.now() : begins;
        return judged(
                context,
                new Judgement(now, now.with(fact.floor()), now.from(from)),
                Set.of(fact.floor().skuId()));
    }

    private static Check.Answer judged(Context context, Judgement judgement, Set<String> skus) {
        return answer(judgement.belowFloor(context, skus), judgement, context, Set.of(), skus);
    }

    private static Check.Answer answer(
            Optional<Refusal> refusal,
            Judgement judgement,
            Context context,
            Set<String> movedHere,
            Set<String> pricedHere) {
        return refusal.isPresent()
                ? new Check.Answer(refusal, List.of())
                : new Check.Answer(Optional.empty(), judgement.reliedOn(context, movedHere, pricedHere));
    }

    /** The time that an extension adds: what lies before it was proved already. */
    static Check.Answer extension(Context context, CampaignExtended fact) {
        Campaign after = fact.after();
        Situation now = Situation.of(context);
        Window added = new Window(fact.before().end(), after.end());
        Judgement judgement = new Judgement(now, now.with(after), added);
        Optional<Refusal> refusal = after.offers().stream()
                .filter(offer -> offer.quota().isPresent())
                .map(Offer::sku)
                .flatMap(sku ->
                        Refusals.overcommitted(sku, judgement.peak(sku), SellableStock.last(context, sku)).stream())
                .findFirst()
                .or(() -> judgement.belowFloor(context, after, judgement.proofs(after)));
        return answer(refusal, judgement, context, skus(Stream.of(after)), Set.of());
    }

    /** Whoever decided on what runs on the same SKUs at the same time decides anew. */
    static Reaction.Effect moved(Context context, Collection<Campaign> campaigns) {
        return new Reaction.Effect(Account.moved(context, skus(campaigns.stream())), List.of());
    }

    private static Set<String> skus(Stream<Campaign> campaigns) {
        return campaigns
                .flatMap(campaign -> campaign.offers().stream())
                .map(Offer::sku)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
