package io.storeops.vetting;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Fact;
import io.storeops.campaign.Campaign;
import io.storeops.campaign.Offer;
import io.storeops.failure.Refusal;
import io.storeops.listing.PriceBook;
import io.storeops.listing.SellableStock;
import io.storeops.position.ActivityRules;
import io.storeops.promotion.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked of a campaign before it is approved, and again before it starts (D38-D40, D44, D45). Pure: it reads the rows of a context
 * and gives edits for the commit of the act that asks. The module whose act it is names {@link VettingModule} and the module of campaigns
 * as knowledge.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class Vetting {
    private Vetting() {}

    /** What came of an approval. */
    public sealed interface Outcome {}

    /**
     * It passes.
     *
     * @param edits the campaign, what is proved and promised of it, and what that relies on; copied
     * @param facts what other modules may check and react to; copied
     */
    public record Cleared(List<Edit<?>> edits, List<Fact> facts) implements Outcome {
        /** Copies the lists. */
        public Cleared {
            edits = ImmutableList.copyOf(edits);
            facts = ImmutableList.copyOf(facts);
        }
    }

    /**
     * It does not.
     *
     * @param refusal OVERLAP, REFERENCE_PRICE, ABOVE_PRICE (R61), OVERCOMMITTED or BELOW_FLOOR, the first that applies; EXISTS if the
     *     campaign is approved already
     */
    public record Refused(Refusal refusal) implements Outcome {
        /** Checks for null. */
        public Refused {
            requireNonNull(refusal, "refusal");
        }
    }

    /**
     * Judges a campaign that is to be approved.
     *
     * @param context who approves it, where, when
     * @param planned the campaign, of {@link Campaign#planned}
     * @param allowed what the manager decided beside it
     * @return what came of it
     */
    public static Outcome approval(Context context, Campaign planned, Allowances allowed) {
        Optional<Refusal> guarded = known(context, planned)
                .or(() -> overlap(context, planned, allowed.overlap()))
                .or(() -> allowed.reference() ? Optional.empty() : reference(context, planned))
                .or(() -> flashAbovePrice(context, planned));
        if (guarded.isPresent()) {
            return new Refused(guarded.get());
        }
        Situation now = Situation.of(context);
        Judgement judgement = new Judgement(now, now.with(planned), remaining(context, planned));
        List<Commitment> promised = new ArrayList<>();
        for (String sku : quotas(planned)) {
            Peak peak = judgement.peak(sku);
            Optional<SellableStock> stock = SellableStock.last(context, sku);
            Optional<Refusal> refusal = Refusals.overcommitted(sku, peak, stock);
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
            promised.add(commitment(context, planned, sku, peak, stock.map(SellableStock::units)));
        }
        List<Proof> proofs = judgement.proofs(planned);
        Optional<Refusal> refusal = judgement.belowFloor(context, planned, proofs);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        return new Cleared(edits(context, planned, judgement, proofs, promised), List.of());
    }

    /**
     * What would be proved of a campaign if it were approved now, whether that refuses it or not.
     *
     * @param context who asks, where, when
     * @param planned the campaign, of {@link Campaign#planned}
     * @return a proof of each SKU that it offers, in the order of its offers
     */
    public static List<Proof> proofs(Context context, Campaign planned) {
        Situation now = Situation.of(context);
        return new Judgement(now, now.with(planned), remaining(context, planned)).proofs(planned);
    }

    private static List<Edit<?>> edits(
            Context context, Campaign planned, Judgement judgement, List<Proof> proofs, List<Commitment> promised) {
        Set<String> own = planned.offers().stream().map(Offer::sku).collect(Collectors.toSet());
        ImmutableList.Builder<Edit<?>> edits = ImmutableList.builder();
        edits.add(Edit.insert(Campaign.TABLE, planned), Edit.append(Proof.TABLE, proofs));
        promised.forEach(each -> edits.add(Edit.insert(Commitment.TABLE, each)));
        edits.addAll(Account.moved(context, own));
        edits.addAll(judgement.reliedOn(context, own, Set.of()));
        return edits.build();
    }

    private static Commitment commitment(
            Context context, Campaign planned, String sku, Peak peak, Optional<Long> sellable) {
        return new Commitment(
                context.store().id(),
                sku,
                planned.id(),
                planned.offerOf(sku).flatMap(Offer::quota).orElseThrow(),
                peak.units(),
                sellable,
                context.stamp(),
                Optional.empty());
    }

    /** The SKUs of which it promises so many units, in the order of its offers. */
    private static List<String> quotas(Campaign campaign) {
        return campaign.offers().stream()
                .filter(offer -> offer.quota().isPresent())
                .map(Offer::sku)
                .toList();
    }

    /** Its window, but for what is past. */
    private static Window remaining(Context context, Campaign campaign) {
        Window window = Situation.window(campaign);
        Window ahead = new Window(context.now(), campaign.end()).within(window);
        return ahead.isEmpty() ? window : ahead;
    }

    private static Optional<Refusal> known(Context context, Campaign planned) {
        return Campaign.find(context, planned.id())
                .map(known -> new Refusal(
                        "EXISTS",
                        "store " + context.store().id() + " has an approved campaign " + planned.id()
                                + " already; choose another id"));
    }

    private static Optional<Refusal> overlap(Context context, Campaign planned, Set<String> allowed) {
        ActivityRules rules = context.roster().activities();
        List<String> others = Situation.of(context).during(Situation.window(planned)).stream()
                .filter(other -> !allowed.contains(other.id()))
                .filter(other ->
                        !rules.mayOverlap(planned.kind(), other.kind()) || hasFlash(planned) || hasFlash(other))
                .filter(other -> shares(planned, other))
                .map(Campaign::id)
                .sorted()
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(Refusals.overlap(planned, others));
    }

    private static boolean hasFlash(Campaign campaign) {
        return Offered.of(campaign).anyMatch(Offered::isFlash);
    }

    private static boolean shares(Campaign one, Campaign other) {
        Set<String> skus = other.offers().stream().map(Offer::sku).collect(Collectors.toSet());
        return one.offers().stream().map(Offer::sku).anyMatch(skus::contains);
    }

    private static Optional<Refusal> reference(Context context, Campaign planned) {
        return context.roster()
                .activities()
                .referencePriceDays()
                .flatMap(days -> new ReferencePrice(context, planned, days)
                        .above()
                        .map(above -> Refusals.reference(context, planned, above, days)));
    }

    /** A flash price is not above the price that is approved for its beginning (R61). */
    private static Optional<Refusal> flashAbovePrice(Context context, Campaign planned) {
        return Offered.of(planned)
                .filter(Offered::isFlash)
                .flatMap(flash -> flash.promotion().scope().stream()
                        .sorted()
                        .flatMap(sku -> flash.above(PriceBook.of(context, sku)).stream()
                                .map(price -> Refusals.above(context, planned, sku, price))))
                .findFirst();
    }

    /**
     * Judges an approved campaign anew before it starts.
     *
     * @param context where, when
     * @param campaign the campaign as it is approved
     * @return OVERCOMMITTED of the first SKU of which too much is promised, and BELOW_FLOOR; none if it may start
     */
    public static List<Refusal> atStart(Context context, Campaign campaign) {
        Situation now = Situation.of(context).with(campaign);
        Judgement judgement = new Judgement(now, now, remaining(context, campaign));
        Optional<Refusal> overcommitted = quotas(campaign).stream()
                .flatMap(sku ->
                        Refusals.overcommitted(sku, judgement.peak(sku), SellableStock.last(context, sku)).stream())
                .findFirst();
        return Stream.of(overcommitted, judgement.belowFloor(context, campaign, judgement.proofs(campaign)))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The campaign starts: what it sets is approved from now on.
     *
     * @param context the store and its rows
     * @param id the campaign, which is PLANNED
     * @param at when
     * @return what changes
     */
    public static List<Edit<?>> started(Context context, String id, Instant at) {
        return List.of(Campaign.edit(context, id, known -> known.started(at)));
    }

    /**
     * The campaign is over: what it set counts no more, and what it promised is released.
     *
     * @param context the store and its rows
     * @param id the campaign, which is PLANNED or RUNNING
     * @param at when
     * @param why why
     * @return what changes
     */
    public static List<Edit<?>> left(Context context, String id, Instant at, Released why) {
        ImmutableList.Builder<Edit<?>> edits = ImmutableList.builder();
        Edit<Campaign> campaign = Campaign.edit(context, id, known -> known.left(at));
        edits.add(campaign);
        Set<String> skus = new TreeSet<>();
        Campaign.find(context, id).stream()
                .flatMap(known -> known.offers().stream())
                .map(Offer::sku)
                .forEach(skus::add);
        for (Commitment known : Commitments.ofCampaign(context, id)) {
            if (known.release().isEmpty()) {
                edits.add(Commitments.released(context, known, at, why));
            }
        }
        return edits.addAll(Account.moved(context, skus)).build();
    }
}
