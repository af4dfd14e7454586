package io.storeops.listing;

import com.google.common.collect.ImmutableSet;
import io.storeops.act.Context;
import io.storeops.campaign.Campaign;
import io.storeops.campaign.Offer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be shown in a field of a listing now: the price of a running activity or else of the price book (D8), the
 * limited prices of activities that are approved and not over (R61), the ERP's sellable
 * stock, the content that is approved, and whatever a decision of the manager names (D9, D10). Immutable.
 *
 * @param approved the approved value; empty if nobody knows one
 * @param named values that decisions name, beside it; copied
 */
public record ListingApproval(Optional<ListingValue> approved, Set<ListingValue> named) {
    /** Copies the values. */
    public ListingApproval {
        named = ImmutableSet.copyOf(named);
    }

    /**
     * What may be shown now.
     *
     * @param context the store, its rows and the instant
     * @param at which field of which listing
     * @return the approval
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static ListingApproval of(Context context, ListedField at) {
        Optional<ListingValue> approved = switch (at.field()) {
            case PRICE_MINOR -> ApprovedPrices.now(context, at.subject()).map(ListingValue::price);
            case FLASH_PRICE_MINOR -> Optional.empty();
            case STOCK -> SellableStock.last(context, at.subject()).map(stock -> ListingValue.stock(stock.units()));
            case PAGE, PAGE_PC, PAGE_WIRELESS, IMAGE, TITLE, ATTRIBUTES ->
                ApprovedContent.last(context, at).map(ApprovedContent::value);
        };
        return new ListingApproval(
                approved,
                Stream.concat(NamedValue.now(context, at).stream(), limited(context, at))
                        .collect(ImmutableSet.toImmutableSet()));
    }

    /** The limited prices of activities that are approved and not over (R61). */
    private static Stream<ListingValue> limited(Context context, ListedField at) {
        return at.field() == ListingField.FLASH_PRICE_MINOR
                ? Campaign.notOver(context, context.now()).stream()
                        .flatMap(campaign -> campaign
                                .priceOf(at.subject(), campaign.start())
                                .map(price -> ListingValue.flash(new FlashPrice(
                                        price,
                                        campaign.start(),
                                        campaign.end(),
                                        campaign.offerOf(at.subject()).flatMap(Offer::quota))))
                                .stream())
                : Stream.of();
    }

    /**
     * Whether a value may be shown. Content of which nobody knows what is approved may be anything (D9).
     *
     * @param value the value
     * @return true if it is approved or named
     */
    public boolean allows(ListingValue value) {
        return approved.map(value::equals).orElse(value.field().content()) || named.contains(value);
    }
}
