package io.storeops.examples.replay;

import io.storeops.catalog.Sku;
import io.storeops.failure.Refusal;
import io.storeops.failure.RefusedException;
import io.storeops.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a refusal names for programs, as the scenarios write it: numbers as numbers, SKUs by the item that has but one.
 *
 * @param stage where the scenario is acted out
 */
record NamedValues(Stage stage) {
    private static final Set<String> NUMBERS =
            Set.of("committed", "sellable", "reference_minor", "floor_minor", "bound_minor");
    private static final Set<String> LISTS = Set.of("activities", "blocked_by", "causes", "missing", "open");
    private static final String ITEM = "item";
    private static final String CART = "cart";

    /** What comes of something, with what its refusal names. */
    Map<String, Json> shown(Supplier<Map<String, ?>> done, Supplier<Map<String, ?>> afterwards) {
        Map<String, Object> named = new HashMap<>();
        return BuiltCommand.shown(
                () -> {
                    try {
                        return done.get();
                    } catch (RefusedException e) {
                        named.putAll(of(e.refusal()));
                        throw e;
                    }
                },
                () -> {
                    Map<String, Object> all = new HashMap<>(afterwards.get());
                    all.putAll(named);
                    return all;
                });
    }

    private Map<String, Object> of(Refusal refusal) {
        Map<String, Object> values = new HashMap<>();
        refusal.values().forEach((name, texts) -> {
            if (LISTS.contains(name)) {
                values.put(name, texts);
            } else if (NUMBERS.contains(name) && !texts.isEmpty()) {
                values.put(name, Long.parseLong(texts.get(0)));
            } else if (name.equals(ITEM) && !texts.isEmpty()) {
                values.put(name, item(texts.get(0)));
            }
        });
        if (!refusal.named(CART).isEmpty()) {
            values.put("exact", exact(refusal));
        }
        return values;
    }

    private Map<String, Object> exact(Refusal refusal) {
        Map<String, Long> cart = new TreeMap<>();
        for (String line : refusal.named(CART)) {
            // As in "3 x P1-1".
            int times = line.indexOf(" x ");
            cart.put(item(line.substring(times + 3)), Long.parseLong(line.substring(0, times)));
        }
        return Map.of(
                CART,
                cart,
                "pays_minor",
                Long.parseLong(refusal.named("pays_minor").get(0)),
                "units",
                Long.parseLong(refusal.named("units").get(0)),
                "per_unit",
                refusal.named("per_unit").get(0));
    }

    /** The item whose only SKU it is, else the SKU itself. */
    String item(String sku) {
        List<Sku> skus = stage.scenario().enrolment().skus();
        Optional<String> item = skus.stream()
                .filter(known -> known.id().equals(sku))
                .map(Sku::itemId)
                .findFirst();
        return item.filter(id ->
                        skus.stream().filter(known -> known.itemId().equals(id)).count() == 1)
                .orElse(sku);
    }
}
