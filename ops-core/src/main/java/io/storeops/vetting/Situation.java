package io.storeops.vetting;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.storeops.act.Context;
import io.storeops.campaign.Campaign;
import io.storeops.listing.Floor;
import io.storeops.listing.PriceBook;
import io.storeops.listing.PriceChange;
import io.storeops.promotion.Window;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What runs, what is approved and what the floors are from now on: as the rows say, or as a change would have it. Immutable; for one
 * decision.
 *
 * @param context the store, its roster and its rows
 * @param campaigns what runs or is to run, in the order of its approval, copied
 * @param books the price books that a change would alter, by SKU, copied
 * @param floor the floor that a change would set
 */
record Situation(Context context, List<Campaign> campaigns, Map<String, PriceBook> books, Optional<Floor> floor) {
    private static final Comparator<Campaign> BY_APPROVAL =
            Comparator.<Campaign, Instant>comparing(campaign -> campaign.told().at()).thenComparing(Campaign::id);

    Situation {
        requireNonNull(context, "context");
        campaigns = ImmutableList.sortedCopyOf(BY_APPROVAL, campaigns);
        books = ImmutableMap.copyOf(books);
        requireNonNull(floor, "floor");
    }

    static Situation of(Context context) {
        return new Situation(context, Campaign.notOver(context, context.now()), Map.of(), Optional.empty());
    }

    /** The same with a campaign, in the place of the one of its id. */
    Situation with(Campaign campaign) {
        return new Situation(
                context,
                Stream.concat(without(campaign.id()).campaigns().stream(), Stream.of(campaign))
                        .toList(),
                books,
                floor);
    }

    /** The same without a campaign. */
    Situation without(String id) {
        return new Situation(
                context,
                campaigns.stream().filter(campaign -> !campaign.id().equals(id)).toList(),
                books,
                floor);
    }

    /** The same with prices that are approved in one go. */
    Situation with(List<PriceChange> prices) {
        Map<String, PriceBook> changed = new LinkedHashMap<>(books);
        prices.forEach(change -> changed.put(
                change.skuId(),
                changed.getOrDefault(change.skuId(), PriceBook.of(context, change.skuId()))
                        .with(change)));
        return new Situation(context, campaigns, changed, floor);
    }

    /** The same with a floor. */
    Situation with(Floor changed) {
        return new Situation(context, campaigns, books, Optional.of(changed));
    }

    /** The campaigns whose windows have an instant in common with another. */
    List<Campaign> during(Window window) {
        return campaigns.stream()
                .filter(campaign -> !window(campaign).within(window).isEmpty())
                .toList();
    }

    static Window window(Campaign campaign) {
        return new Window(campaign.start(), campaign.end());
    }

    /** From an instant until the last campaign is over; empty if none runs after it. */
    Window from(Instant instant) {
        return new Window(
                instant,
                campaigns.stream().map(Campaign::end).max(Comparator.naturalOrder()).orElse(instant));
    }

    PriceBook book(String sku) {
        PriceBook changed = books.get(sku);
        return changed != null ? changed : PriceBook.of(context, sku);
    }

    /** The floor of a SKU at an instant, in minor units. */
    Optional<Long> floorAt(String sku, Instant instant) {
        return floors(sku)
                .filter(each -> !begins(each).isAfter(instant))
                .reduce((earlier, later) -> later)
                .flatMap(Floor::minor);
    }

    /** The instants from which another floor of a SKU counts. */
    Stream<Instant> floorChanges(String sku) {
        return floors(sku).map(this::begins);
    }

    private Instant begins(Floor each) {
        return each.from().atStartOfDay(context.store().zone()).toInstant();
    }

    private Stream<Floor> floors(String sku) {
        Optional<Floor> changed = floor.filter(each -> each.skuId().equals(sku));
        Stream<Floor> known = Floor.all(context, sku).stream()
                .filter(each -> changed.filter(next -> next.from().equals(each.from()))
                        .isEmpty());
        return Stream.concat(known, changed.stream()).sorted(Comparator.comparing(Floor::from));
    }
}
