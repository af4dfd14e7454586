package io.storeops.campaign;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.evidence.Stamp;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.position.ActivityRules;
import io.storeops.promotion.Cut;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.PromotionDocument;
import io.storeops.promotion.UnitPromotion;
import io.storeops.promotion.Window;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An approved activity (活动) of a store as whoever asks needs to know it: what runs when, on which SKUs, at what price and quota, under
 * which promotions. It runs from its start until before its end: by the clock, or as the activity tells that steers it. Immutable.
 *
 * @param store the store
 * @param id its id
 * @param kind what kind of activity it is
 * @param title what people call it
 * @param offers the SKUs that take part, each once, copied
 * @param promotions what it lowers, each in a window of its own within the campaign's, copied; an offer with a price that none of them
 *     sets counts as an ITEM price (D40)
 * @param start from when on, included, in whole microseconds
 * @param end until when, excluded and after its start, in whole microseconds
 * @param course by the clock, or how far its activity is with it
 * @param told who told or approved it, when, under which rules (R1)
 */
public record Campaign(
        StoreId store,
        String id,
        ActivityRules.Kind kind,
        String title,
        List<Offer> offers,
        List<Promotion> promotions,
        Instant start,
        Instant end,
        Course course,
        Stamp told) {
    private static final Column<String> ID = Column.text("campaign_id", "the campaign");
    private static final Column<ActivityRules.Kind> KIND =
            Column.constant("kind", "what kind of activity it is", ActivityRules.Kind.class);
    private static final Column<String> TITLE = Column.text("title", "what people call it");
    private static final Column<List<Offer>> OFFERS =
            Column.list("offers", "the SKUs that take part, with price and quota", Offer::read, Offer::write);
    private static final Column<List<Promotion>> PROMOTIONS =
            Column.list("promotions", "what it lowers", PromotionDocument::promotion, PromotionDocument::written);
    private static final Column<Instant> START = Column.instant("starts_at", "from when on, included");
    private static final Column<Instant> END = Column.instant("ends_at", "until when, excluded");
    private static final ColumnGroup<Stamp> TOLD =
            Stamp.columns(Column.instant("told_at", "when it was told"), Column.actor("told_by", "who told it"));
    private static final String BY_END = "by_end";

    /** The table of campaigns. */
    public static final Table<Campaign> TABLE = Table.of("campaign", Campaign::store)
            .column(ID, Campaign::id)
            .column(KIND, Campaign::kind)
            .column(TITLE, Campaign::title)
            .column(OFFERS, Campaign::offers)
            .column(PROMOTIONS, Campaign::promotions)
            .column(START, Campaign::start)
            .column(END, Campaign::end)
            .group(Course.COLUMNS, Campaign::course)
            .group(TOLD, Campaign::told)
            .key(ID)
            .path(BY_END, END)
            .reads(row -> new Campaign(
                    row.store(),
                    row.get(ID),
                    row.get(KIND),
                    row.get(TITLE),
                    row.get(OFFERS),
                    row.get(PROMOTIONS),
                    row.get(START),
                    row.get(END),
                    row.get(Course.COLUMNS),
                    row.get(TOLD)));

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, a SKU takes part twice or none does, a promotion is
     *     named twice, covers a SKU that does not take part or leaves its window, or it does not end after it starts
     */
    public Campaign {
        requireNonNull(store, "store");
        IdText.checked("campaign id", id);
        requireNonNull(kind, "kind");
        requireNonNull(title, "title");
        requireNonNull(course, "course");
        requireNonNull(told, "told");
        promotions = ImmutableList.copyOf(promotions);
        offers = ImmutableList.copyOf(offers);
        if (offers.isEmpty() || offers.stream().map(Offer::sku).distinct().count() < offers.size()) {
            throw new IllegalArgumentException(
                    "One SKU or more take part in campaign " + id + ", each once, not " + offers);
        }
        requireWindow(id, start, end);
        requirePromotions(id, offers, promotions, new Window(start, end));
    }

    private static void requirePromotions(String id, List<Offer> offers, List<Promotion> promotions, Window window) {
        Set<String> skus = offers.stream().map(Offer::sku).collect(Collectors.toSet());
        Set<String> names = new HashSet<>();
        for (Promotion promotion : promotions) {
            if (!names.add(promotion.id())
                    || !skus.containsAll(promotion.scope())
                    || !window.holds(promotion.window())) {
                throw new IllegalArgumentException("The promotions of campaign " + id
                        + " have names of their own, are about SKUs that it offers, and lie in its window; "
                        + promotion.id() + " is about " + promotion.scope() + " from " + promotion.window());
            }
        }
    }

    static void requireWindow(String id, Instant start, Instant end) {
        if (!end.isAfter(start)
                || !start.equals(start.truncatedTo(ChronoUnit.MICROS))
                || !end.equals(end.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("Campaign " + id
                    + " ends after it starts, both at a whole microsecond, not from " + start + " to " + end);
        }
    }

    /**
     * A campaign that is to be approved, and an activity is to steer.
     *
     * @param context who approves it, where, when; its catalogue
     * @param plan what is planned, of SKUs that the store has: ask {@link CampaignPlan#unknown} before
     * @return the campaign, PLANNED; nothing of it is written down
     * @throws IllegalArgumentException if a SKU is unknown, or the plan contradicts itself
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Campaign planned(Context context, CampaignPlan plan) {
        return plan.of(context, Course.PLANNED, context.stamp());
    }

    /**
     * The same with a later end, which what it lowers until its end follows.
     *
     * @param newEnd the end
     * @return the campaign
     * @throws IllegalArgumentException if it does not end after it starts
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public Campaign until(Instant newEnd) {
        List<Promotion> moved = promotions.stream()
                .map(promotion -> promotion.window().to().equals(end)
                        ? promotion.as(
                                promotion.id(), new Window(promotion.window().from(), newEnd))
                        : promotion)
                .toList();
        return new Campaign(store, id, kind, title, offers, moved, start, newEnd, course, told);
    }

    private Campaign on(Course next) {
        return new Campaign(store, id, kind, title, offers, promotions, start, end, next, told);
    }

    /**
     * The same, started by its activity.
     *
     * @param at when
     * @return the campaign, RUNNING
     * @throws IllegalStateException if it is not PLANNED
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public Campaign started(Instant at) {
        if (course.state() != Course.State.PLANNED) {
            throw new IllegalStateException("Campaign " + id + " is " + course.state() + " and cannot be started");
        }
        return on(course.started(at));
    }

    /**
     * The same, left by its activity: ended, cancelled, or never started.
     *
     * @param at when
     * @return the campaign, OVER
     * @throws IllegalStateException if no activity steers it, or it was left before
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public Campaign left(Instant at) {
        if (course.state() == Course.State.BY_CLOCK || isOver()) {
            throw new IllegalStateException("Campaign " + id + " is " + course.state() + " and cannot be left");
        }
        return on(course.left(at));
    }

    /**
     * Whether its activity has left it.
     *
     * @return true if it has; one that goes by the clock is never left
     */
    public boolean isOver() {
        return course.state() == Course.State.OVER;
    }

    /**
     * From when on it runs, as far as is known.
     *
     * @return by the clock its start; steered, when it was started, and empty until then
     */
    public Optional<Instant> ranFrom() {
        return course.state() == Course.State.BY_CLOCK ? Optional.of(start) : course.startedAt();
    }

    /**
     * Whether it runs at an instant, be it past or to come, as far as is known.
     *
     * @param at the instant
     * @return by the clock true from its start until before its end; steered, from when it was started until before it was left, or its
     *     end if that came first
     */
    public boolean runsAt(Instant at) {
        return ranFrom().filter(begun -> !at.isBefore(begun)).isPresent()
                && at.isBefore(end)
                && course.leftAt().filter(left -> !at.isBefore(left)).isEmpty();
    }

    /**
     * Whether it ran in a period, as far as is known.
     *
     * @param from the period's first instant
     * @param to its end, excluded
     * @return true if it ran at some instant of the period
     */
    public boolean ranWithin(Instant from, Instant to) {
        Instant over = course.leftAt().filter(end::isAfter).orElse(end);
        return ranFrom()
                .filter(at -> at.isBefore(to) && over.isAfter(from) && over.isAfter(at))
                .isPresent();
    }

    /**
     * What it makes of the price of a SKU at an instant in its window, whoever buys it (D8).
     *
     * @param sku the SKU
     * @param at the instant
     * @return the lowest price that its offer or a promotion of a unit sets then, in minor units; empty if none sets one
     */
    public Optional<Long> priceOf(String sku, Instant at) {
        Stream<Long> offered = offerOf(sku).flatMap(Offer::priceMinor).stream();
        return Stream.concat(offered, promotions.stream().flatMap(promotion -> set(promotion, sku, at)))
                .min(Comparator.naturalOrder());
    }

    private static Stream<Long> set(Promotion promotion, String sku, Instant at) {
        return promotion instanceof UnitPromotion unit
                        && unit.cut() instanceof Cut.Price price
                        && unit.scope().contains(sku)
                        && unit.window().holds(at)
                ? Stream.of(price.minor())
                : Stream.of();
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
                .filter(campaign -> campaign.end().isAfter(at)
                        && campaign.course()
                                .leftAt()
                                .filter(left -> !left.isAfter(at))
                                .isEmpty())
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
     * Another state of a campaign.
     *
     * @param context the store and its rows
     * @param id the campaign
     * @param next what becomes of it
     * @return the edit
     * @throws IllegalArgumentException if the store has no such campaign
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Edit<Campaign> edit(Context context, String id, UnaryOperator<Campaign> next) {
        Versioned<Campaign> known = CampaignEntries.row(context, id)
                .orElseThrow(() -> new IllegalArgumentException(
                        CampaignEntries.unknown(context, id).detail()));
        return Edit.replace(TABLE, known, next.apply(known.value()));
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
        return context.once(Lowest.class, at, () -> Lowest.of(running(context, at), at))
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
        static Lowest of(List<Campaign> running, Instant at) {
            Map<String, Long> bySku = new HashMap<>();
            for (Campaign campaign : running) {
                for (Offer offer : campaign.offers()) {
                    campaign.priceOf(offer.sku(), at).ifPresent(price -> bySku.merge(offer.sku(), price, Math::min));
                }
            }
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
                .flatMap(campaign -> campaign.priceOf(sku, at).stream())
                .min(Comparator.naturalOrder());
    }
}
