package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.campaign.CampaignPlan;
import io.storeops.campaign.Offer;
import io.storeops.position.ActivityRules;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.PromotionDocument;
import io.storeops.promotion.Window;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an activity is to be: what is offered when at what price, what has to be prepared, and what has to be checked. Immutable.
 *
 * @param kind what kind of activity it is
 * @param title what people call it; not blank
 * @param offers the SKUs that take part, or items that have but one, copied; the same one twice only as units more at
 *     the same price
 * @param promotions what it lowers, each for SKUs that take part and in its window, copied (D40)
 * @param window when it is to run
 * @param preparation what it needs of others, copied; empty if nobody has thought of it yet, which is not the same as needing nothing
 * @param steps the steps that it names itself, each once a run, copied; where there are none, the roster's checks of its kind count (D34)
 */
public record ActivityPlan(
        ActivityRules.Kind kind,
        String title,
        List<Offer> offers,
        List<Promotion> promotions,
        ActivityWindow window,
        Optional<List<Need>> preparation,
        List<CheckStep> steps) {
    private static final Column<ActivityRules.Kind> KIND =
            Column.constant("kind", "what kind of activity it is", ActivityRules.Kind.class);
    private static final Column<String> TITLE = Column.text("title", "what people call it");
    private static final Column<List<Offer>> OFFERS =
            Column.list("offers", "the SKUs that take part, with price and quota", Offer::read, Offer::write);
    private static final Column<List<Promotion>> PROMOTIONS =
            Column.list("promotions", "what it lowers", PromotionDocument::promotion, PromotionDocument::written);
    private static final Column<Instant> START = Column.instant("starts_at", "from when on, included");
    static final Column<Instant> END = Column.instant("ends_at", "until when, excluded");
    private static final Column<List<Need>> PREPARATION =
            Column.list("preparation", "what it needs of others; absent if nobody said", Need::read, Need::write);
    private static final Column<List<CheckStep>> STEPS =
            Column.list("own_steps", "the steps that it names itself", CheckStep::read, CheckStep::write);

    static final ColumnGroup<ActivityPlan> COLUMNS = ColumnGroup.of(ActivityPlan.class)
            .column(KIND, ActivityPlan::kind)
            .column(TITLE, ActivityPlan::title)
            .column(OFFERS, ActivityPlan::offers)
            .column(PROMOTIONS, ActivityPlan::promotions)
            .column(START, plan -> plan.window().start())
            .column(END, plan -> plan.window().end())
            .optional(PREPARATION, ActivityPlan::preparation)
            .column(STEPS, ActivityPlan::steps)
            .reads(ActivityPlan::read);

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the title is blank, no SKU takes part or one at two prices, a promotion has the name of another, is
     *     for a SKU that does not take part or leaves the window, or a requirement, or a step of a run, stands twice
     */
    public ActivityPlan {
        requireNonNull(kind, "kind");
        requireNonNull(window, "window");
        offers = ImmutableList.copyOf(offers);
        promotions = ImmutableList.copyOf(promotions);
        preparation = preparation.map(ImmutableList::copyOf);
        steps = ImmutableList.copyOf(steps);
        if (title.isBlank()) {
            throw new IllegalArgumentException("An activity has a title that people call it by; it is blank");
        }
        if (offers.isEmpty()) {
            throw new IllegalArgumentException(
                    "The activity '" + title + "' offers nothing; name a SKU that takes part");
        }
        requireOnePrice(title, offers);
        once(title, "promotion", promotions, Promotion::id);
        once(title, "requirement", preparation.orElse(List.of()), Need::id);
        once(title, "step", steps, step -> step.run() + ":" + step.step());
        requireWithin(title, offers, promotions, window);
    }

    private static <T> void once(String title, String what, List<T> things, Function<T, String> name) {
        Set<String> names = new HashSet<>();
        for (T thing : things) {
            if (!names.add(name.apply(thing))) {
                throw new IllegalArgumentException(
                        "The activity '" + title + "' names the " + what + " " + name.apply(thing) + " twice");
            }
        }
    }

    private static void requireOnePrice(String title, List<Offer> offers) {
        for (Offer offer : offers) {
            List<Offer> same = offers.stream()
                    .filter(other -> other.sku().equals(offer.sku()))
                    .toList();
            boolean units = same.stream()
                    .allMatch(other ->
                            other.quota().isPresent() && other.priceMinor().equals(offer.priceMinor()));
            if (same.size() > 1 && !units) {
                throw new IllegalArgumentException("The activity '" + title + "' offers " + offer.sku()
                        + " twice; that is so many units more, each offer with a quota at the same price, not " + same);
            }
        }
    }

    private static void requireWithin(
            String title, List<Offer> offers, List<Promotion> promotions, ActivityWindow window) {
        Set<String> skus = offers.stream().map(Offer::sku).collect(Collectors.toSet());
        Window whole = new Window(window.start(), window.end());
        for (Promotion promotion : promotions) {
            if (!skus.containsAll(promotion.scope()) || !whole.holds(promotion.window())) {
                throw new IllegalArgumentException("The promotion " + promotion.id() + " of the activity '" + title
                        + "' is for " + promotion.scope() + " from " + promotion.window() + "; the activity offers "
                        + skus
                        + " from " + whole);
            }
        }
    }

    /**
     * A plan that lowers nothing, without a preparation list and with the roster's checks.
     *
     * @param kind what kind of activity it is
     * @param title what people call it
     * @param offers the SKUs that take part
     * @param window when it is to run
     * @return the plan
     * @throws IllegalArgumentException as the constructor
     */
    public static ActivityPlan of(ActivityRules.Kind kind, String title, List<Offer> offers, ActivityWindow window) {
        return new ActivityPlan(kind, title, offers, List.of(), window, Optional.empty(), List.of());
    }

    /**
     * The same with promotions.
     *
     * @param lowered what it lowers
     * @return the plan
     * @throws IllegalArgumentException as the constructor
     */
    public ActivityPlan lowering(List<Promotion> lowered) {
        return new ActivityPlan(kind, title, offers, lowered, window, preparation, steps);
    }

    /**
     * The same with a preparation list.
     *
     * @param needs what it needs of others; an empty list says that it needs nothing
     * @return the plan
     * @throws IllegalArgumentException as the constructor
     */
    public ActivityPlan preparing(List<Need> needs) {
        return new ActivityPlan(kind, title, offers, promotions, window, Optional.of(needs), steps);
    }

    /**
     * The same with steps of its own.
     *
     * @param own the steps
     * @return the plan
     * @throws IllegalArgumentException as the constructor
     */
    public ActivityPlan checking(List<CheckStep> own) {
        return new ActivityPlan(kind, title, offers, promotions, window, preparation, own);
    }

    /** The same until a later end, which what it lowers until its end follows. */
    ActivityPlan until(Instant end) {
        List<Promotion> moved = promotions.stream()
                .map(promotion -> promotion.window().to().equals(window.end())
                        ? promotion.as(
                                promotion.id(), new Window(promotion.window().from(), end))
                        : promotion)
                .toList();
        return new ActivityPlan(kind, title, offers, moved, window.until(end), preparation, steps);
    }

    /**
     * The campaign that it is to be once it is approved.
     *
     * @param id the activity's id
     * @return the campaign, for whoever asks what would be proved of it
     */
    public CampaignPlan campaign(String id) {
        return new CampaignPlan(id, kind, title, offers, promotions, window.start(), window.end());
    }

    /** How many units are offered, where each SKU has a quota; empty else. */
    Optional<Long> quota() {
        return offers.stream().allMatch(offer -> offer.quota().isPresent())
                ? Optional.of(offers.stream()
                        .mapToLong(offer -> offer.quota().orElseThrow())
                        .sum())
                : Optional.empty();
    }

    private static ActivityPlan read(Row row) {
        return new ActivityPlan(
                row.get(KIND),
                row.get(TITLE),
                row.get(OFFERS),
                row.get(PROMOTIONS),
                new ActivityWindow(row.get(START), row.get(END)),
                row.find(PREPARATION),
                row.get(STEPS));
    }
}
