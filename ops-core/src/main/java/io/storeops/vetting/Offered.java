package io.storeops.vetting;

import static java.util.Objects.requireNonNull;

import io.storeops.campaign.Campaign;
import io.storeops.campaign.Offer;
import io.storeops.listing.PriceBook;
import io.storeops.promotion.Cut;
import io.storeops.promotion.Level;
import io.storeops.promotion.OrderPromotion;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.Terms;
import io.storeops.promotion.UnitPromotion;
import io.storeops.promotion.UnknownPromotion;
import io.storeops.promotion.Window;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A promotion as a campaign offers it: one of its own, or the price of an offer, which counts as one of ITEM.
 *
 * @param campaign the campaign
 * @param promotion the promotion, under a name that only its campaign knows
 */
record Offered(Campaign campaign, Promotion promotion) {
    Offered {
        requireNonNull(campaign, "campaign");
        requireNonNull(promotion, "promotion");
    }

    /** Everything that a campaign lowers. */
    static Stream<Offered> of(Campaign campaign) {
        Stream<Promotion> own = campaign.promotions().stream();
        Stream<Promotion> prices = campaign.offers().stream()
                .filter(offer -> offer.priceMinor().isPresent() && !isSetByPromotion(campaign, offer))
                .map(offer -> new UnitPromotion(
                        Terms.of(offer.sku(), Set.of(offer.sku()), Situation.window(campaign)),
                        Level.ITEM,
                        new Cut.Price(offer.priceMinor().orElseThrow())));
        return Stream.concat(own, prices).map(promotion -> new Offered(campaign, promotion));
    }

    private static boolean isSetByPromotion(Campaign campaign, Offer offer) {
        return campaign.promotions().stream()
                .anyMatch(promotion -> promotion instanceof UnitPromotion unit
                        && unit.cut().equals(new Cut.Price(offer.priceMinor().orElseThrow()))
                        && unit.scope().contains(offer.sku()));
    }

    /** Whether what it does to an order is known: of what is not, nobody knows which SKUs it reaches either. */
    boolean isKnown() {
        return !(promotion instanceof UnknownPromotion);
    }

    Optional<String> group() {
        if (promotion instanceof UnitPromotion unit) {
            return unit.terms().group();
        }
        return promotion instanceof OrderPromotion order ? order.terms().group() : Optional.empty();
    }

    /** Whether it lowers the price of a unit for whoever buys it. */
    boolean isPrice() {
        return promotion instanceof UnitPromotion unit && unit.level() != Level.MEMBER;
    }

    /** Whether it is a price that is limited in time and quantity (秒杀). */
    boolean isFlash() {
        return promotion instanceof UnitPromotion unit && unit.level() == Level.FLASH;
    }

    /** Its price, if it is above the one that is approved for its beginning. */
    Optional<Long> above(PriceBook book) {
        Optional<Long> approved = book.minorAt(promotion.window().from());
        return priceOf(approved)
                .filter(price -> approved.filter(normal -> price > normal).isPresent());
    }

    /** The price of a unit that it names: its own, or what it leaves of an approved one. */
    Optional<Long> priceOf(Optional<Long> approved) {
        Cut cut = ((UnitPromotion) promotion).cut();
        return cut instanceof Cut.Price price ? Optional.of(price.minor()) : approved.map(cut::of);
    }
}
