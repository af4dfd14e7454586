package io.storeops.listing;

import com.google.common.collect.ImmutableSet;
import io.storeops.act.Context;
import java.util.Optional;
import java.util.Set;

/**
 * What may be shown in a field of a listing now: the price of a running activity or else of the price book (D8), the ERP's sellable
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
            case STOCK -> SellableStock.last(context, at.subject()).map(stock -> ListingValue.stock(stock.units()));
            case PAGE, PAGE_PC, PAGE_WIRELESS, IMAGE, TITLE, ATTRIBUTES ->
                ApprovedContent.last(context, at).map(ApprovedContent::value);
        };
        return new ListingApproval(approved, NamedValue.now(context, at));
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
