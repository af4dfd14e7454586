package io.storeops.activity;

import io.storeops.act.Context;
import io.storeops.campaign.Offer;
import io.storeops.catalog.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** SKUs that came to the items of an activity after it was submitted, and are in none of its offers (D88). Pure. */
final class AddedSkus {
    /** The check that looks at them. */
    static final String STEP = "ADDED_SKU";

    private AddedSkus() {}

    /** Those that are sold today, in order of their ids; what is added on the date of the submission is taken as known to it. */
    static List<Sku> of(Context context, Activity activity) {
        Set<String> offered = activity.plan().offers().stream().map(Offer::sku).collect(Collectors.toSet());
        Set<String> items = offered.stream()
                .map(sku ->
                        context.catalogue().skus().find(sku).map(Sku::itemId).orElse(sku))
                .collect(Collectors.toSet());
        Instant submitted =
                activity.hands().submittedAt().orElse(activity.drafted().at());
        LocalDate known = submitted.atZone(context.store().zone()).toLocalDate();
        return context.catalogue().skus().on(context.today()).stream()
                .filter(sku -> items.contains(sku.itemId())
                        && !offered.contains(sku.id())
                        && sku.activeFrom().isAfter(known))
                .toList();
    }
}
