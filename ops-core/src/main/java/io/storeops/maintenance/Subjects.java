package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.campaign.Campaign;
import io.storeops.catalog.Sku;
import io.storeops.inspection.ActivityExpiryRule;
import io.storeops.inspection.PriceRule;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.StockRule;
import io.storeops.listing.ListingField;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Whose anomalies there are, and what of a listing they are about. */
final class Subjects {
    private static final String PAGE = "PAGE";

    private Subjects() {}

    /** The name under which a subject is kept: an item with one SKU stands for it (D88). */
    static String of(Context context, String subject) {
        Optional<Sku> sku = context.catalogue().skus().find(subject);
        return sku.map(known ->
                        context.catalogue().skus().ofItem(known.itemId()).size() == 1 ? known.itemId() : known.id())
                .orElse(subject);
    }

    /** Whether one of the whole store stands for it (D24). */
    static boolean covered(Context context, AnomalyKey key) {
        return !wholeStore(context, key) && storeCovers(context, key.category());
    }

    /** Whether one of the whole store stands for those of its items in a category (D24). */
    static boolean storeCovers(Context context, String category) {
        return AnomalyState.OPEN.stream()
                .filter(AnomalyState::covers)
                .flatMap(state -> MaintenanceEntries.ANOMALIES.all(context, Anomaly.BY_STATE, state).stream())
                .anyMatch(other -> other.key().category().equals(category) && wholeStore(context, other.key()));
    }

    static boolean wholeStore(Context context, AnomalyKey key) {
        return key.subject().equals(context.store().id().value());
    }

    /** When an activity ends that is said to end too soon (D11); empty if nobody told of it. */
    static Optional<Instant> activityEnd(Context context, AnomalyKey key) {
        return key.category().equals(ActivityExpiryRule.KEY.category())
                ? Campaign.find(context, key.subject()).map(Campaign::end)
                : Optional.empty();
    }

    /** What of the listing is wrong; empty if it is nothing that is written to a listing. */
    static Optional<ListingField> field(RuleKey rule) {
        if (rule.equals(Oversold.KEY)) {
            return Optional.empty();
        }
        if (rule.category().equals(PriceRule.KEY.category())) {
            return Optional.of(ListingField.PRICE_MINOR);
        }
        if (rule.category().equals(StockRule.KEY.category())) {
            return Optional.of(ListingField.STOCK);
        }
        if (!rule.category().equals(PAGE)) {
            return Optional.empty();
        }
        return rule.metric()
                .map(metric -> metric.equals("PC") || metric.equals("WIRELESS") ? PAGE + "_" + metric : metric)
                .map(name -> ListingField.find(name.toLowerCase(Locale.ROOT)))
                .orElse(Optional.of(ListingField.PAGE));
    }
}
