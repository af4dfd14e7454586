package io.storeops.campaign;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.catalog.Sku;
import io.storeops.evidence.Stamp;
import io.storeops.failure.Refusal;
import io.storeops.id.IdText;
import io.storeops.position.ActivityRules;
import io.storeops.promotion.OrderPromotion;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.UnitPromotion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A campaign as people name it: what the host tells of an activity that is approved already, or an activity asks approval for. Immutable.
 *
 * @param id its id
 * @param kind what kind of activity it is
 * @param title what people call it
 * @param offers the SKUs that take part, or items that have but one, copied; two with a quota of one SKU are one with the sum
 * @param promotions what it lowers, in scopes of the SKUs that it offers, copied
 * @param start from when on, included, in whole microseconds
 * @param end until when, excluded and after its start, in whole microseconds
 */
public record CampaignPlan(
        String id,
        ActivityRules.Kind kind,
        String title,
        List<Offer> offers,
        List<Promotion> promotions,
        Instant start,
        Instant end) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or it does not end after it starts
     */
    public CampaignPlan {
        IdText.checked("campaign id", id);
        requireNonNull(kind, "kind");
        requireNonNull(title, "title");
        offers = ImmutableList.copyOf(offers);
        promotions = ImmutableList.copyOf(promotions);
        Campaign.requireWindow(id, start, end);
    }

    /**
     * A campaign that lowers nothing but the prices of its offers.
     *
     * @param id its id
     * @param kind what kind of activity it is
     * @param title what people call it
     * @param offers the SKUs that take part, or items that have but one
     * @param start from when on, included, in whole microseconds
     * @param end until when, excluded and after its start, in whole microseconds
     * @throws IllegalArgumentException as the other
     */
    public CampaignPlan(
            String id, ActivityRules.Kind kind, String title, List<Offer> offers, Instant start, Instant end) {
        this(id, kind, title, offers, List.of(), start, end);
    }

    /**
     * Why a store cannot run it: it is about a SKU that the store does not have.
     *
     * @param context the store and its catalogue
     * @return NO_SUCH_SKU naming the first; empty if the store has all
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public Optional<Refusal> unknown(Context context) {
        Stream<String> scopes = promotions.stream().flatMap(promotion -> promotion.scope().stream());
        return Stream.concat(offers.stream().map(Offer::sku), scopes)
                .filter(sku -> context.catalogue().skus().find(sku).isEmpty())
                .findFirst()
                .map(sku -> new Refusal(
                        "NO_SUCH_SKU",
                        "campaign " + id + " offers " + sku + ", and store "
                                + context.store().id() + " has no SKU of that id, nor an item that has but one"));
    }

    /** The campaign of it. */
    Campaign of(Context context, Course course, Stamp told) {
        return new Campaign(
                context.store().id(),
                id,
                kind,
                title,
                Offer.merged(offers.stream()
                        .map(offer -> offer.as(sku(context, offer.sku())))
                        .toList()),
                promotions.stream()
                        .map(promotion -> named(context, promotion))
                        .toList(),
                start,
                end,
                course,
                told);
    }

    private String sku(Context context, String named) {
        return context.catalogue()
                .skus()
                .find(named)
                .map(Sku::id)
                .orElseThrow(() -> new IllegalArgumentException("Campaign " + id + " offers " + named
                        + ", which store " + context.store().id() + " does not have"));
    }

    private Promotion named(Context context, Promotion promotion) {
        Set<String> scope = promotion.scope().stream()
                .map(named -> sku(context, named))
                .collect(Collectors.toSet());
        if (promotion instanceof UnitPromotion unit) {
            return new UnitPromotion(unit.terms().of(scope), unit.level(), unit.cut());
        }
        return promotion instanceof OrderPromotion order
                ? new OrderPromotion(
                        order.terms().of(scope), order.level(), order.cut(), order.threshold(), order.cap())
                : promotion;
    }
}
