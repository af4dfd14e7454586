package io.storeops.campaign;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a campaign offers of a SKU.
 *
 * @param sku the SKU
 * @param priceMinor its price in minor units of the store's currency, 1 or more; empty if the campaign does not set one, as "199 minus
 *     20" does not
 * @param quota how many units are offered, 1 or more; empty if as many as there are
 */
public record Offer(String sku, Optional<Long> priceMinor, Optional<Long> quota) {
    private static final String SKU = "sku";
    private static final String PRICE = "price_minor";
    private static final String QUOTA = "quota";

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or price or quota is below 1
     */
    public Offer {
        IdText.checked("SKU id", sku);
        requireNonNull(priceMinor, "priceMinor");
        requireNonNull(quota, "quota");
        if (priceMinor.orElse(1L) < 1 || quota.orElse(1L) < 1) {
            throw new IllegalArgumentException("The price and the quota of " + sku + " are 1 or more, not "
                    + priceMinor.orElse(1L) + " and " + quota.orElse(1L));
        }
    }

    /**
     * A SKU that takes part without a price or quota of its own.
     *
     * @param sku the SKU
     * @return the offer
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}
     */
    public static Offer of(String sku) {
        return new Offer(sku, Optional.empty(), Optional.empty());
    }

    /** The same of another SKU. */
    Offer as(String other) {
        return new Offer(other, priceMinor, quota);
    }

    /** Offers of which two with a quota at the same price are one of both quotas: the same SKU twice counts twice. */
    static List<Offer> merged(List<Offer> offers) {
        List<Offer> merged = new ArrayList<>();
        for (Offer offer : offers) {
            int known = IntStream.range(0, merged.size())
                    .filter(i -> merged.get(i).isMoreOf(offer))
                    .findFirst()
                    .orElse(-1);
            if (known < 0) {
                merged.add(offer);
            } else {
                long sum = Math.addExact(
                        merged.get(known).quota().orElseThrow(), offer.quota().orElseThrow());
                merged.set(known, new Offer(offer.sku(), offer.priceMinor(), Optional.of(sum)));
            }
        }
        return merged;
    }

    private boolean isMoreOf(Offer other) {
        return sku.equals(other.sku)
                && priceMinor.equals(other.priceMinor)
                && quota.isPresent()
                && other.quota.isPresent();
    }

    /**
     * Reads what {@link #write} writes.
     *
     * @param place where it stands
     * @return the offer
     * @throws io.storeops.json.DocumentException if it is none
     */
    public static Offer read(JsonReader place) {
        return new Offer(
                place.text(SKU),
                place.findMember(PRICE).map(JsonReader::number),
                place.findMember(QUOTA).map(JsonReader::number));
    }

    /**
     * The offer as a document.
     *
     * @return the document
     */
    public Json write() {
        Map<String, Json> members = new TreeMap<>(Map.of(SKU, Json.of(sku)));
        priceMinor.ifPresent(price -> members.put(PRICE, Json.of(price)));
        quota.ifPresent(units -> members.put(QUOTA, Json.of(units)));
        return Json.object(members);
    }
}
