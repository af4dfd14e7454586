package io.storeops.promotion;

import com.google.common.collect.ImmutableSet;
import io.storeops.json.JsonReader;
import io.storeops.promotion.PromotionRules.GroupChoice;
import io.storeops.promotion.PromotionRules.PercentRounding;
import io.storeops.promotion.PromotionRules.Sequence;
import io.storeops.promotion.PromotionRules.ThresholdBase;
import io.storeops.promotion.PromotionRules.UnitStacking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The rules of a platform in a document, while they are read. For one thread. */
final class StatedRules {
    private static final Set<String> KNOWN = ImmutableSet.of(
            "levelOrder",
            "thresholdBase",
            "codesPerOrder",
            "groupChoice",
            "maxSelections",
            "unitStacking",
            "applicationOrder",
            "giftsCount",
            "unitPercentRounding",
            "membersPerOrder");

    private final JsonReader place;
    private final PromotionRules absent;
    private final List<String> unknown;

    /** Of what the document does not state, other rules count. */
    StatedRules(JsonReader place, PromotionRules absent) {
        this.place = place;
        this.absent = absent;
        this.unknown = new ArrayList<>(absent.unknown());
    }

    PromotionRules rules() {
        place.names().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> unknown.add("the price model does not know the rule '" + name + "'"));
        return place.whole(
                "are not rules",
                () -> new PromotionRules(
                        sequence(),
                        constant("thresholdBase", ThresholdBase.class, absent.thresholdBase()),
                        constant("groupChoice", GroupChoice.class, absent.groupChoice()),
                        constant("unitStacking", UnitStacking.class, absent.unitStacking()),
                        constant("unitPercentRounding", PercentRounding.class, absent.percentRounding()),
                        place.findMember("giftsCount").map(JsonReader::flag).or(absent::giftsCount),
                        number("codesPerOrder", absent.codesPerOrder()),
                        number("membersPerOrder", absent.membersPerOrder()),
                        unknown));
    }

    private <E extends Enum<E>> Optional<E> constant(String rule, Class<E> type, Optional<E> absent) {
        Optional<JsonReader> stated = place.findMember(rule);
        if (stated.isEmpty()) {
            return absent;
        }
        Optional<E> constant = PromotionDocument.constant(type, stated.get().text());
        if (constant.isEmpty()) {
            unknownValue(rule, stated.get());
        }
        return constant;
    }

    private void unknownValue(String rule, JsonReader stated) {
        unknown.add("the price model does not know the value " + stated.value().canonical() + " of the rule '" + rule
                + "'");
    }

    private OptionalInt number(String rule, OptionalInt absent) {
        return place.findMember(rule)
                .map(stated -> OptionalInt.of(PromotionDocument.whole(stated)))
                .orElse(absent);
    }

    private Optional<Sequence> sequence() {
        Optional<String> stated = place.findMember("applicationOrder").map(JsonReader::text);
        if (stated.isEmpty() && place.findMember("levelOrder").isEmpty()) {
            return absent.sequence();
        }
        String applied = stated.orElse("LEVELS");
        if ("LIST".equals(applied)) {
            return Optional.of(Sequence.AS_LISTED);
        }
        if (!"LEVELS".equals(applied)) {
            unknownValue("applicationOrder", place.member("applicationOrder"));
            return Optional.empty();
        }
        Optional<JsonReader> levels = place.findMember("levelOrder");
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        List<String> order =
                levels.get().elements().stream().map(JsonReader::text).toList();
        if (order.equals(List.of("ORDER", "CODE"))) {
            return Optional.of(Sequence.ORDER_THEN_CODE);
        }
        if (order.equals(List.of("CODE", "ORDER"))) {
            return Optional.of(Sequence.CODE_THEN_ORDER);
        }
        unknownValue("levelOrder", levels.get());
        return Optional.empty();
    }
}
