package io.storeops.examples.replay;

import io.storeops.activity.ActivityPlan;
import io.storeops.activity.ActivityWindow;
import io.storeops.activity.CheckStep;
import io.storeops.activity.Need;
import io.storeops.activity.ToldActivity;
import io.storeops.campaign.Offer;
import io.storeops.id.ActorId;
import io.storeops.json.JsonReader;
import io.storeops.position.ActivityRules;
import io.storeops.promotion.Cut;
import io.storeops.promotion.Level;
import io.storeops.promotion.OrderPromotion;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.Terms;
import io.storeops.promotion.Threshold;
import io.storeops.promotion.UnitPromotion;
import io.storeops.promotion.Window;
import io.storeops.step.Phase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An activity as a scenario's catalogue or commands have it.
 *
 * @param id its id
 * @param members its members, or those that change
 * @param before what it was to be before; empty if nobody said
 * @param zone the store's zone
 */
record PlannedActivity(String id, JsonReader members, Optional<ActivityPlan> before, ZoneId zone) {
    private static final String PROMOTION = "promotion";
    private static final String PRICE = "price_minor";

    /** The activities of a catalogue, as a host would tell them. */
    static List<ToldActivity> told(JsonReader catalogue) {
        ZoneId zone = catalogue.member("store").member("zone").as("is not a zone", ZoneId::of);
        return catalogue.findMember("activities").map(JsonReader::elements).orElse(List.of()).stream()
                .map(activity -> new ToldActivity(
                        activity.text("id"),
                        new PlannedActivity(activity.text("id"), activity, Optional.empty(), zone).plan(),
                        activity.member("state").as("is neither RUNNING nor SUBMITTED", PlannedActivity::running),
                        person(activity, "submitted_by"),
                        person(activity, "approved_by")))
                .toList();
    }

    private static boolean running(String state) {
        if (!Set.of("RUNNING", "SUBMITTED").contains(state)) {
            throw new IllegalArgumentException(state);
        }
        return state.equals("RUNNING");
    }

    private static Optional<ActorId> person(JsonReader activity, String member) {
        return activity.findMember(member).map(place -> place.as("is nobody's id", ActorId::of));
    }

    /** Whether something of the plan is said: else it stays as it is. */
    boolean says() {
        return members.names().stream().anyMatch(name -> !name.equals("activity"));
    }

    ActivityPlan plan() {
        return members.whole(
                "is not an activity",
                () -> new ActivityPlan(
                        members.findMember("kind")
                                .map(kind -> kind.as("is not a kind of activity", ActivityRules.Kind::valueOf))
                                .orElseGet(() -> known().kind()),
                        members.findMember("title").map(JsonReader::text).orElseGet(() -> known().title()),
                        offers(),
                        promotions(),
                        window(),
                        preparation(),
                        steps()));
    }

    private ActivityPlan known() {
        return before.orElseThrow(() -> members.refusal("lacks members of an activity that nobody named before"));
    }

    private ActivityWindow window() {
        return new ActivityWindow(
                instant("start").orElseGet(() -> known().window().start()),
                instant("end").orElseGet(() -> known().window().end()));
    }

    private Optional<Instant> instant(String member) {
        return members.findMember(member)
                .map(place -> place.as(
                        "is not an instant (expected ISO 8601 with offset)",
                        text -> ActivityWindow.instant(text, zone)));
    }

    private List<String> items() {
        return members.names().contains("items")
                ? members.elements("items").stream().map(JsonReader::text).toList()
                : known().offers().stream().map(Offer::sku).toList();
    }

    private List<Offer> offers() {
        return items().stream()
                .map(item -> new Offer(
                        item,
                        number(PRICE).or(() -> knownOffer(item).flatMap(Offer::priceMinor)),
                        number("quota").or(() -> knownOffer(item).flatMap(Offer::quota))))
                .toList();
    }

    private Optional<Long> number(String member) {
        return members.findMember(member).map(JsonReader::number);
    }

    private Optional<Offer> knownOffer(String item) {
        return before.flatMap(plan ->
                plan.offers().stream().filter(offer -> offer.sku().equals(item)).findFirst());
    }

    private List<Promotion> promotions() {
        Window window = new Window(window().start(), window().end());
        Optional<JsonReader> place = members.findMember(PROMOTION);
        return place.map(promotion -> List.of(promotion(promotion, window)))
                .orElseGet(() -> before.map(plan -> plan.promotions().stream()
                                .map(promotion -> promotion.as(promotion.id(), window))
                                .toList())
                        .orElse(List.of()));
    }

    private Promotion promotion(JsonReader place, Window window) {
        Level level = place.member("level").as("is not a level of promotions", Level::valueOf);
        Terms terms = Terms.of(id, items().stream().collect(Collectors.toSet()), window);
        if (level.isOfUnit()) {
            return new UnitPromotion(terms, level, new Cut.Price(place.number(PRICE)));
        }
        Threshold once = Threshold.amount(place.number("threshold_minor"));
        boolean each = place.findMember("times")
                .filter(times -> times.text().equals("EACH"))
                .isPresent();
        return OrderPromotion.of(terms, level, new Cut.Minus(place.number("minus_minor")))
                .from(each ? once.forEach() : once);
    }

    private Optional<List<Need>> preparation() {
        return members.names().contains("preparation")
                ? Optional.of(members.elements("preparation").stream()
                        .map(PlannedActivity::need)
                        .toList())
                : before.flatMap(ActivityPlan::preparation);
    }

    private static Need need(JsonReader row) {
        return new Need(
                row.text("requirement"),
                row.text("department"),
                row.text("what"),
                Command.instant(row.member("due")),
                row.findMember("blocks").map(JsonReader::text),
                row.findMember("required").map(JsonReader::flag).orElse(true));
    }

    private List<CheckStep> steps() {
        if (!members.names().contains("steps") && !members.names().contains("checks")) {
            return before.map(ActivityPlan::steps).orElse(List.of());
        }
        List<CheckStep> steps = new ArrayList<>();
        elements("steps")
                .forEach(row -> steps.add(CheckStep.of(
                        id, row.text("step"), phase(row), row.findMember("due").map(Command::instant))));
        elements("checks")
                .forEach(run -> run.elements("steps")
                        .forEach(step -> steps.add(CheckStep.of(
                                run.text("run"),
                                step.text(),
                                phase(run),
                                run.findMember("due").map(Command::instant)))));
        return steps;
    }

    private List<JsonReader> elements(String member) {
        return members.names().contains(member) ? members.elements(member) : List.of();
    }

    /** Where a scenario does not say, a check is made while the activity runs. */
    private static Phase phase(JsonReader row) {
        return row.findMember("phase")
                .map(phase -> phase.as("is none of BEFORE, DURING, AFTER", Phase::valueOf))
                .orElse(Phase.DURING);
    }
}
