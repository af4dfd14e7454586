package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.catalog.Item;
import io.storeops.catalog.Sku;
import io.storeops.inspection.InspectionRules;
import io.storeops.inspection.RuleKey;
import io.storeops.listing.Baseline;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of inspection as they are in force: the roster's, with the base values that were set since (D92). */
final class RulesInForce {
    private RulesInForce() {}

    /** Which rules there are now. */
    static Set<RuleKey> keys(Context context) {
        return InspectionRules.of(
                        context.roster(),
                        Baseline.allAt(context, context.now()),
                        context.store().currency(),
                        Optional.empty())
                .rules()
                .keySet();
    }

    static InspectionRules of(Context context, Instant at) {
        Set<String> skus = Stream.concat(
                        context.catalogue().skus().all().stream().map(Sku::id),
                        context.catalogue().items().stream()
                                .map(Item::id)
                                .filter(id ->
                                        context.catalogue().skus().find(id).isPresent()))
                .collect(Collectors.toSet());
        return InspectionRules.of(
                context.roster(),
                Baseline.allAt(context, at),
                context.store().currency(),
                Optional.of(skus).filter(known -> !known.isEmpty()));
    }
}
