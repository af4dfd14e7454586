package io.storeops.promotion;

import com.google.common.collect.ImmutableSet;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Promotions and rules as a document states them. What the price model has no rule for is read as unknown, with the reason, so that nothing
 * is proved of it; what is no document of this kind at all is refused.
 *
 * <p>A promotion: {@code id}, {@code level}, {@code scope}, {@code kind} (PRICE, MINUS, PERCENT) and its {@code value}, {@code threshold}
 * ({@code on}, {@code value}), {@code repeat} (ONCE, EACH), {@code cap}, {@code sellerShareBp}, {@code group}, {@code from} and {@code to}
 * with any offset. Absent or null are: no threshold, ONCE, no cap, the seller bears all, no group.
 *
 * <p>Rules: {@code levelOrder}, {@code thresholdBase}, {@code codesPerOrder}, {@code groupChoice}, which are gaps if absent;
 * {@code unitStacking}, {@code applicationOrder}, {@code giftsCount}, {@code unitPercentRounding} and {@code membersPerOrder}, for which
 * what is {@linkplain PromotionRules#usual() usual} counts as stated if absent, and {@code LEVELS}.
 */
public final class PromotionDocument {
    private static final Set<String> OF_PROMOTION = ImmutableSet.of(
            "id",
            "level",
            "scope",
            "kind",
            "value",
            "threshold",
            "repeat",
            "cap",
            "sellerShareBp",
            "group",
            "from",
            "to");

    /** In words what is unknown: written where a promotion was read as unknown, so that it stays so. */
    private static final String UNKNOWN = "unknown";

    private static final Set<Level> PRICED = EnumSet.of(Level.ITEM, Level.FLASH);

    private PromotionDocument() {}

    /**
     * A promotion.
     *
     * @param place where it stands
     * @return the promotion, an {@link UnknownPromotion} if the model has no rule for it
     * @throws DocumentException if a member is missing, of another type or out of range
     */
    public static Promotion promotion(JsonReader place) {
        Window window = new Window(instant(place, "from"), instant(place, "to"));
        Optional<String> unknown = place.findMember(UNKNOWN).map(JsonReader::text);
        if (unknown.isPresent()) {
            return place.whole(
                    "is not a promotion", () -> new UnknownPromotion(place.text("id"), unknown.get(), window));
        }
        List<String> strange = strange(place);
        if (!strange.isEmpty()) {
            return place.whole(
                    "is not a promotion",
                    () -> new UnknownPromotion(place.text("id"), String.join(", ", strange), window));
        }
        return place.whole("is not a promotion", () -> known(place, window));
    }

    /**
     * What {@link #promotion} reads as the same promotion.
     *
     * @param promotion the promotion
     * @return the document
     */
    public static Json written(Promotion promotion) {
        Map<String, Json> members = new TreeMap<>(Map.of(
                "id", Json.of(promotion.id()),
                "from", Json.of(promotion.window().from().toString()),
                "to", Json.of(promotion.window().to().toString())));
        if (promotion instanceof UnknownPromotion unknown) {
            members.put(UNKNOWN, Json.of(unknown.kind()));
        } else if (promotion instanceof UnitPromotion unit) {
            write(members, unit.terms(), unit.level(), unit.cut());
        } else if (promotion instanceof OrderPromotion order) {
            write(members, order.terms(), order.level(), order.cut());
            order.threshold().ifPresent(reached -> {
                members.put(
                        "threshold",
                        Json.object(Map.of(
                                "on", Json.of(reached.on().name()), "value", Json.of(reached.value()))));
                members.put("repeat", Json.of(reached.each() ? "EACH" : "ONCE"));
            });
            order.cap().ifPresent(cap -> members.put("cap", Json.of(cap)));
        }
        return Json.object(members);
    }

    private static void write(Map<String, Json> members, Terms terms, Level level, Cut cut) {
        members.put("level", Json.of(level.name()));
        members.put("scope", Json.array(terms.scope().stream().map(Json::of).toList()));
        members.put("sellerShareBp", Json.of(terms.sellerShareBp()));
        terms.group().ifPresent(group -> members.put("group", Json.of(group)));
        if (cut instanceof Cut.Percent percent) {
            members.put("kind", Json.of("PERCENT"));
            members.put("value", Json.of(percent.basisPoints()));
        } else {
            members.put("kind", Json.of(cut instanceof Cut.Price ? "PRICE" : "MINUS"));
            members.put("value", Json.of(cut instanceof Cut.Price price ? price.minor() : ((Cut.Minus) cut).minor()));
        }
    }

    private static Promotion known(JsonReader place, Window window) {
        List<String> scope =
                place.elements("scope").stream().map(JsonReader::text).toList();
        Terms terms = new Terms(
                place.text("id"),
                ImmutableSet.copyOf(scope),
                place.findMember("sellerShareBp").map(PromotionDocument::whole).orElse(Cut.WHOLE),
                place.findMember("group").map(JsonReader::text),
                window);
        Level level = Level.valueOf(place.text("level"));
        Cut cut = cut(place);
        if (level.isOfUnit()) {
            return new UnitPromotion(terms, level, cut);
        }
        Optional<Threshold> threshold = place.findMember("threshold")
                .map(reached -> new Threshold(
                        Threshold.On.valueOf(reached.text("on")), reached.number("value"), isForEach(place)));
        return new OrderPromotion(
                terms,
                level,
                cut,
                threshold,
                place.findMember("cap")
                        .map(cap -> OptionalLong.of(cap.number()))
                        .orElse(OptionalLong.empty()));
    }

    private static Cut cut(JsonReader place) {
        String kind = place.text("kind");
        if ("PERCENT".equals(kind)) {
            return new Cut.Percent(whole(place.member("value")));
        }
        long value = place.number("value");
        return "PRICE".equals(kind) ? new Cut.Price(value) : new Cut.Minus(value);
    }

    /** What of a promotion the model has no rule for. */
    private static List<String> strange(JsonReader place) {
        List<String> found = new ArrayList<>();
        place.names().stream()
                .filter(name -> !OF_PROMOTION.contains(name))
                .forEach(name -> found.add("the member '" + name + "'"));
        String kind = place.text("kind");
        Optional<Level> level = constant(Level.class, place.text("level"));
        if (level.isEmpty()) {
            found.add("the level '" + place.text("level") + "'");
        } else if (!knows(level.get(), kind)) {
            found.add("the kind '" + kind + "' at level " + level.get());
        }
        Optional<JsonReader> threshold = place.findMember("threshold");
        threshold.ifPresent(reached -> {
            reached.names().stream()
                    .filter(name -> !Set.of("on", "value").contains(name))
                    .forEach(name -> found.add("the member '" + name + "' of a threshold"));
            if (constant(Threshold.On.class, reached.text("on")).isEmpty()) {
                found.add("a threshold on '" + reached.text("on") + "'");
            }
        });
        String repeat = place.findMember("repeat").map(JsonReader::text).orElse("ONCE");
        if (!Set.of("ONCE", "EACH").contains(repeat)) {
            found.add("the repetition '" + repeat + "'");
        }
        boolean isOfUnit = level.filter(Level::isOfUnit).isPresent();
        if (isOfUnit && (threshold.isPresent() || isForEach(place))) {
            found.add("a threshold at level " + level.get());
        }
        if (isOfUnit && place.findMember("cap").isPresent()) {
            found.add("a cap at level " + level.get());
        }
        if (!isOfUnit && threshold.isPresent() && isForEach(place) && "PERCENT".equals(kind)) {
            found.add("a percentage for each threshold");
        }
        return found;
    }

    private static boolean knows(Level level, String kind) {
        return switch (kind) {
            case "PRICE" -> PRICED.contains(level);
            case "MINUS" -> level != Level.MEMBER;
            case "PERCENT" -> true;
            default -> false;
        };
    }

    private static boolean isForEach(JsonReader place) {
        return place.findMember("repeat")
                .map(JsonReader::text)
                .filter("EACH"::equals)
                .isPresent();
    }

    private static Instant instant(JsonReader place, String name) {
        return place.member(name)
                .as(
                        "is not an instant (expected as in 2026-11-11T00:00:00+08:00)",
                        text -> OffsetDateTime.parse(text).toInstant());
    }

    /** A whole number that an int holds. */
    static int whole(JsonReader place) {
        long value = place.number();
        if (value != (int) value) {
            throw place.refusal("is not a whole number of 32 bits");
        }
        return (int) value;
    }

    /**
     * The rules of a platform.
     *
     * @param place where they stand
     * @return the rules; a rule that the model does not know, or of a value that it does not know, is among the unknown
     * @throws DocumentException if a member is of another type or out of range
     */
    public static PromotionRules rules(JsonReader place) {
        return rules(place, PromotionRules.usual());
    }

    /**
     * Rules of which a document states some only.
     *
     * @param place where they stand
     * @param otherwise the rules that count where the document states none
     * @return the rules; one that the model does not know, or of a value that it does not know, is among the unknown
     * @throws DocumentException if a member is of another type or out of range
     */
    public static PromotionRules rules(JsonReader place, PromotionRules otherwise) {
        return new StatedRules(place, otherwise).rules();
    }

    /** The constant that a text names, if there is one. */
    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
