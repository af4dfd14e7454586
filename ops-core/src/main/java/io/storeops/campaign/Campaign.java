package io.storeops.campaign;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.evidence.Stamp;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.position.ActivityRules;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An approved activity (活动) of a store as whoever asks needs to know it: what runs when, on which SKUs, at what price and quota. It
 * runs from its start until before its end. Immutable.
 *
 * @param store the store
 * @param id its id
 * @param kind what kind of activity it is
 * @param title what people call it
 * @param offers the SKUs that take part, each once, copied
 * @param start from when on, included, in whole microseconds
 * @param end until when, excluded and after its start, in whole microseconds
 * @param told who told it, when, under which rules (R1)
 */
public record Campaign(
        StoreId store,
        String id,
        ActivityRules.Kind kind,
        String title,
        List<Offer> offers,
        Instant start,
        Instant end,
        Stamp told) {
    private static final Column<String> ID = Column.text("campaign_id", "the campaign");
    private static final Column<ActivityRules.Kind> KIND =
            Column.constant("kind", "what kind of activity it is", ActivityRules.Kind.class);
    private static final Column<String> TITLE = Column.text("title", "what people call it");
    private static final Column<List<Offer>> OFFERS =
            Column.list("offers", "the SKUs that take part, with price and quota", Offer::read, Offer::write);
    private static final Column<Instant> START = Column.instant("starts_at", "from when on, included");
    private static final Column<Instant> END = Column.instant("ends_at", "until when, excluded");
    private static final ColumnGroup<Stamp> TOLD =
            Stamp.columns(Column.instant("told_at", "when it was told"), Column.actor("told_by", "who told it"));
    private static final String BY_END = "by_end";

    static final Table<Campaign> TABLE = Table.of("campaign", Campaign::store)
            .column(ID, Campaign::id)
            .column(KIND, Campaign::kind)
            .column(TITLE, Campaign::title)
            .column(OFFERS, Campaign::offers)
            .column(START, Campaign::start)
            .column(END, Campaign::end)
            .group(TOLD, Campaign::told)
            .key(ID)
            .path(BY_END, END)
            .reads(row -> new Campaign(
                    row.store(),
                    row.get(ID),
                    row.get(KIND),
                    row.get(TITLE),
                    row.get(OFFERS),
                    row.get(START),
                    row.get(END),
                    row.get(TOLD)));

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, a SKU takes part twice or none does, or it does not
     *     end after it starts
     */
    public Campaign {
        requireNonNull(store, "store");
        IdText.checked("campaign id", id);
        requireNonNull(kind, "kind");
        requireNonNull(title, "title");
        requireNonNull(told, "told");
        offers = ImmutableList.copyOf(offers);
        if (offers.isEmpty() || offers.stream().map(Offer::sku).distinct().count() < offers.size()) {
            throw new IllegalArgumentException(
                    "One SKU or more take part in campaign " + id + ", each once, not " + offers);
        }
        requireWindow(id, start, end);
    }

    static void requireWindow(String id, Instant start, Instant end) {
        if (!end.isAfter(start)
                || !start.equals(start.truncatedTo(ChronoUnit.MICROS))
                || !end.equals(end.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("Campaign " + id
                    + " ends after it starts, both at a whole microsecond, not from " + start + " to " + end);
        }
    }

    /** The same with a later end. */
    Campaign until(Instant newEnd) {
        return new Campaign(store, id, kind, title, offers, start, newEnd, told);
    }

    /**
     * Whether it runs at an instant.
     *
     * @param at the instant
     * @return true from its start until before its end
     */
    public boolean runsAt(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    /**
     * What it offers of a SKU.
     *
     * @param sku the SKU
     * @return the offer; empty if the SKU does not take part
     */
    public Optional<Offer> offerOf(String sku) {
        return offers.stream().filter(offer -> offer.sku().equals(sku)).findFirst();
    }

    static Key key(StoreId store, String id) {
        return Key.of(store, id);
    }

    /**
     * What runs in a store at an instant.
     *
     * @param context the store and its rows
     * @param at the instant
     * @return the campaigns in the order of their ends
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static List<Campaign> running(Context context, Instant at) {
        return notOver(context, at).stream()
                .filter(campaign -> campaign.runsAt(at))
                .toList();
    }

    /**
     * What runs in a store at an instant, or is to begin later.
     *
     * @param context the store and its rows
     * @param at the instant
     * @return the campaigns in the order of their ends
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static List<Campaign> notOver(Context context, Instant at) {
        return context
                .rows()
                .all(Query.of(TABLE, context.store().id(), BY_END).from(at.truncatedTo(ChronoUnit.MICROS)))
                .stream()
                .filter(campaign -> campaign.end().isAfter(at))
                .toList();
    }

    /**
     * A campaign.
     *
     * @param context the store and its rows
     * @param id its id
     * @return the campaign; empty if there is none
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Optional<Campaign> find(Context context, String id) {
        return CampaignEntries.row(context, id).map(Versioned::value);
    }

    /**
     * What running campaigns make of the approved prices at an instant (D8), for whoever asks of many SKUs.
     *
     * @param context the store, its catalogue and its rows
     * @param at the instant
     * @return the lowest price that one running then sets, in minor units, by SKU; none of a SKU for which none sets one
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Map<String, Long> pricesAt(Context context, Instant at) {
        return context.once(Lowest.class, at, () -> Lowest.of(running(context, at)))
                .bySku();
    }

    /**
     * What a running campaign makes of a SKU's approved price at an instant (D8).
     *
     * @param context the store and its rows
     * @param sku the SKU
     * @param at the instant
     * @return the lowest price that one running then sets, in minor units; empty if none sets one
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Optional<Long> priceOf(Context context, String sku, Instant at) {
        return Optional.ofNullable(pricesAt(context, at).get(sku));
    }

    /** The lowest price of each SKU that one sets: many SKUs are asked for at the same instant. */
    private record Lowest(Map<String, Long> bySku) {
        static Lowest of(List<Campaign> running) {
            Map<String, Long> bySku = new HashMap<>();
            running.stream()
                    .flatMap(campaign -> campaign.offers().stream())
                    .forEach(
                            offer -> offer.priceMinor().ifPresent(price -> bySku.merge(offer.sku(), price, Math::min)));
            return new Lowest(bySku);
        }
    }

    /**
     * What campaigns make of a SKU's approved price at an instant (D8).
     *
     * @param campaigns the campaigns
     * @param sku the SKU
     * @param at the instant
     * @return the lowest price that one running then sets, in minor units; empty if none sets one
     */
    public static Optional<Long> priceOf(List<Campaign> campaigns, String sku, Instant at) {
        return campaigns.stream()
                .filter(campaign -> campaign.runsAt(at))
                .flatMap(campaign -> campaign.offerOf(sku).stream())
                .flatMap(offer -> offer.priceMinor().stream())
                .min(Comparator.naturalOrder());
    }
}
