package io.storeops.vetting;

import com.google.common.collect.Sets;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.campaign.Campaign;
import io.storeops.campaign.Offer;
import io.storeops.evidence.Stamp;
import io.storeops.failure.Refusal;
import io.storeops.listing.PriceBook;
import io.storeops.promotion.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a change of campaigns, prices or floors does in a window: what is promised, and what is left of a unit, with it and without. For
 * one decision.
 */
final class Judgement {
    /** The most prices of carts that one decision tries to show the worst of them, over all SKUs: about a second. */
    private static final long SHOWN_PRICINGS = 4_000_000;

    private final Situation before;
    private final Situation after;
    private final Window window;
    private final RulesInForce rules;
    private final FloorCheck check;

    Judgement(Situation before, Situation after, Window window) {
        this.before = before;
        this.after = after;
        this.window = window;
        this.rules = RulesInForce.of(after.context());
        this.check = new FloorCheck(after, rules, window);
    }

    Peak peak(String sku) {
        return Peak.of(after, sku, window);
    }

    /** What is proved of each SKU of a campaign, in the order of its offers. */
    List<Proof> proofs(Campaign campaign) {
        List<String> own = campaign.offers().stream().map(Offer::sku).toList();
        Map<String, Finding> worst = check.worst(own);
        List<Proof> proofs = new ArrayList<>();
        Stamp stamp = after.context().stamp();
        long each = Math.max(1, SHOWN_PRICINGS / own.size());
        for (String sku : own) {
            Finding found = worst.get(sku);
            if (found != null) {
                proofs.add(found.proof(after.context(), campaign.id(), stamp, rules, each));
            }
        }
        return proofs;
    }

    /**
     * Why a campaign cannot be: one of its SKUs, or one that its promotions reach, falls below its floor. What fell below before, and not
     * further now, is not its doing.
     */
    Optional<Refusal> belowFloor(Context context, Campaign campaign, List<Proof> proofs) {
        Optional<Proof> own = proofs.stream().filter(Proof::isRefused).findFirst();
        if (own.isPresent()) {
            return own.map(proof -> Refusals.belowFloor(context, proof, proof.acting()));
        }
        Set<String> others = new TreeSet<>(check.met());
        proofs.forEach(proof -> others.remove(proof.skuId()));
        return broken(others).map(proof -> Refusals.belowFloor(
                context,
                proof,
                Stream.concat(proof.acting().stream(), Stream.of(campaign.id()))
                        .sorted()
                        .distinct()
                        .toList()));
    }

    /** Why prices or floors of SKUs cannot be: one of them, or one that promotions bring together with them, falls below its floor. */
    Optional<Refusal> belowFloor(Context context, Collection<String> skus) {
        return broken(check.together(skus)).map(proof -> Refusals.belowFloor(context, proof, proof.acting()));
    }

    /** The first of the SKUs that the change breaks. */
    private Optional<Proof> broken(Set<String> skus) {
        Map<String, Finding> refused = new LinkedHashMap<>();
        check.worst(skus).forEach((sku, found) -> {
            if (found.isRefused()) {
                refused.put(sku, found);
            }
        });
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Finding> known = new FloorCheck(before, rules, window).worst(refused.keySet());
        return refused.values().stream()
                .filter(found -> {
                    Finding earlier = known.get(found.sku());
                    return earlier == null || !earlier.isRefused() || found.isWorseThan(earlier);
                })
                .findFirst()
                .map(this::shown);
    }

    /** A finding as it is told, of the first campaign that acts. */
    private Proof shown(Finding found) {
        return found.proof(
                after.context(), found.acting().get(0), after.context().stamp(), rules, SHOWN_PRICINGS);
    }

    /**
     * What the judgement relies on: nobody else changes what runs on the SKUs that were met, nor their prices and floors. What the act
     * itself moves, or sets a price or floor of, is guarded by that.
     */
    List<Edit.Unchanged<?>> reliedOn(Context context, Set<String> movedHere, Set<String> pricedHere) {
        Set<String> met = new TreeSet<>(check.met());
        met.addAll(pricedHere);
        List<Edit.Unchanged<?>> relied =
                new ArrayList<>(Account.unchanged(context, Sets.difference(met, movedHere)));
        Sets.difference(met, pricedHere).forEach(sku -> relied.add(PriceBook.unchanged(context, sku)));
        return relied;
    }
}
