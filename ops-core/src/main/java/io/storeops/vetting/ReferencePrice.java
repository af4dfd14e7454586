package io.storeops.vetting;

import io.storeops.act.Context;
import io.storeops.campaign.Campaign;
import io.storeops.campaign.Offer;
import io.storeops.listing.PriceBook;
import io.storeops.listing.PriceChange;
import io.storeops.listing.ShownPrice;
import io.storeops.promotion.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The reference price (D44): the lowest price that a SKU was shown at, or is to be shown at, in so many days of 24 hours before a campaign
 * starts, the campaign itself excluded: of its price book, of other campaigns, and of what the host told of the time before.
 */
final class ReferencePrice {
    /** A hundred years are as good as ever. */
    private static final long MOST_DAYS = 36_525;

    private final Context context;
    private final Campaign planned;
    private final Window before;
    private final List<Campaign> others;

    ReferencePrice(Context context, Campaign planned, long days) {
        this.context = context;
        this.planned = planned;
        this.before = new Window(planned.start().minus(Duration.ofDays(Math.min(days, MOST_DAYS))), planned.start());
        this.others = Campaign.notOver(context, before.from()).stream()
                .filter(campaign -> !campaign.id().equals(planned.id()))
                .toList();
    }

    /**
     * A price that is not below its reference.
     *
     * @param sku the SKU
     * @param minor the highest price that the campaign sets, in minor units
     * @param reference the reference price
     */
    record Above(String sku, long minor, long reference) {}

    /** The first SKU whose price the campaign sets, and not below its reference; one without any price known has none. */
    Optional<Above> above() {
        return planned.offers().stream()
                .map(Offer::sku)
                .flatMap(sku -> above(sku).stream())
                .findFirst();
    }

    private Optional<Above> above(String sku) {
        Optional<Long> highest = prices(planned, sku, Situation.window(planned)).boxed().max(Long::compare);
        return highest.flatMap(minor -> lowest(sku)
                .filter(reference -> minor >= reference)
                .map(reference -> new Above(sku, minor, reference)));
    }

    private Optional<Long> lowest(String sku) {
        LongStream shown = ShownPrice.all(context, sku).stream()
                .filter(each -> !new Window(each.from(), each.to()).within(before).isEmpty())
                .mapToLong(ShownPrice::priceMinor);
        LongStream campaigns = others.stream()
                .flatMap(campaign -> run(campaign).stream()
                        .flatMap(run -> prices(campaign, sku, run).boxed()))
                .mapToLong(Long::longValue);
        return Stream.of(shown, campaigns, book(sku))
                .flatMap(LongStream::boxed)
                .min(Long::compare);
    }

    /** What the price book says at the beginning, and at each instant from which another price counts. */
    private LongStream book(String sku) {
        PriceBook book = PriceBook.of(context, sku);
        Stream<Instant> changes = book.changes().stream()
                .filter(change -> change.state().approved())
                .map(PriceChange::effectiveFrom)
                .filter(before::holds);
        return Stream.concat(Stream.of(before.from()), changes)
                .flatMap(at -> book.minorAt(at).stream())
                .mapToLong(Long::longValue);
    }

    /** When a campaign ran, or is to run; empty if it never did. */
    private static Optional<Window> run(Campaign campaign) {
        Optional<Instant> from =
                switch (campaign.course().state()) {
                    case BY_CLOCK, PLANNED -> Optional.of(campaign.start());
                    case RUNNING, OVER -> campaign.course().startedAt();
                };
        Instant to = campaign.course().leftAt().filter(campaign.end()::isAfter).orElse(campaign.end());
        return from.map(begun -> new Window(begun, to));
    }

    /** The prices of a SKU that a campaign sets in the part of a run that lies before its start, or in all of its own. */
    private LongStream prices(Campaign campaign, String sku, Window run) {
        Window looked = campaign.id().equals(planned.id()) ? run : run.within(before);
        PriceBook book = PriceBook.of(context, sku);
        return Offered.of(campaign)
                .filter(Offered::isPrice)
                .filter(each -> each.promotion().scope().contains(sku))
                .map(each -> new Priced(each, each.promotion().window().within(looked)))
                .filter(each -> !each.window().isEmpty())
                .flatMap(each -> each.offered().priceOf(book.minorAt(each.window().from())).stream())
                .mapToLong(Long::longValue);
    }

    private record Priced(Offered offered, Window window) {}
}
