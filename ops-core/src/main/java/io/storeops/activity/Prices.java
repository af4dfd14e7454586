package io.storeops.activity;

import com.google.common.collect.ImmutableMap;
import io.storeops.act.Context;
import io.storeops.activity.ActivityEditor.ShownPrices;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a platform shows of the SKUs of an activity, read before an act, as far as it tells. Immutable.
 *
 * @param bySku the prices by SKU, copied; none of a SKU of which the platform does not tell
 */
record Prices(Map<String, ShownPrices> bySku) {
    /** Nothing is told. */
    static final Prices UNTOLD = new Prices(Map.of());

    Prices {
        bySku = ImmutableMap.copyOf(bySku);
    }

    /** Whether something that is told is a price of the activity, and not what is approved without it. */
    boolean promotional(Context context, Activity activity) {
        ShownValues values = new ShownValues(context, activity);
        return bySku.entrySet().stream()
                .anyMatch(sku -> values.promotionalPrice(sku.getKey())
                        .filter(price -> told(sku.getValue()).anyMatch(price::equals))
                        .isPresent());
    }

    /** Whether everything that is told is what is approved without the activity. */
    boolean restored(Context context, Activity activity) {
        ShownValues values = new ShownValues(context, activity);
        return bySku.entrySet().stream().allMatch(sku -> sku.getValue().all(values.approvedPrice(sku.getKey())));
    }

    private static Stream<Long> told(ShownPrices prices) {
        return Stream.of(prices.shown(), prices.cart(), prices.stored()).flatMap(each -> each.stream());
    }
}
