package io.storeops.examples.floor;

import io.storeops.json.Json;
import io.storeops.promotion.FloorDecision;
import io.storeops.promotion.Fraction;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.Window;
import io.storeops.promotion.WorstIncome.Proved;
import io.storeops.promotion.WorstIncome.Reached;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is found of a case, as one line of the results. Immutable.
 *
 * @param asked the case
 * @param exact the decision by the worst cart
 * @param bound the decision by the bound
 */
public record FloorResult(FloorCase asked, FloorDecision exact, FloorDecision bound) {
    /**
     * Decides a case both ways.
     *
     * @param asked the case
     * @return the result
     */
    public static FloorResult of(FloorCase asked) {
        return new FloorResult(asked, asked.exact(), asked.bound());
    }

    /**
     * The result as an object: {@code id}, {@code exact}, {@code bound} and {@code verdict}.
     *
     * @return the object
     */
    public Json json() {
        return Json.object(Map.of(
                "id",
                Json.of(asked.id()),
                "exact",
                exact.worst() instanceof Reached reached ? json(reached) : Json.ofNull(),
                "bound",
                bound.worst() instanceof Proved proved ? json(proved) : Json.ofNull(),
                "verdict",
                Json.object(Map.of(
                        "BOUND", Json.of(bound.verdict().name()),
                        "EXACT", Json.of(exact.verdict().name())))));
    }

    private Json json(Reached reached) {
        Map<String, Json> members = income(reached.income());
        members.put(
                "cart",
                Json.array(reached.cart().lines().stream()
                        .map(line -> Json.object(Map.of("sku", Json.of(line.sku()), "units", Json.of(line.units()))))
                        .toList()));
        members.put("intervalBegin", instant(reached.interval(), Window::from));
        members.put("intervalEnd", instant(reached.interval(), Window::to));
        members.put(
                "selection",
                Json.array(reached.promotions().stream()
                        .map(Promotion::id)
                        .map(Json::of)
                        .toList()));
        return Json.object(members);
    }

    private Json json(Proved proved) {
        Map<String, Json> members = income(proved.income());
        members.put("intervalBegin", instant(proved.interval(), Window::from));
        return Json.object(members);
    }

    private Map<String, Json> income(Fraction income) {
        return new TreeMap<>(Map.of(
                "num", number(income.numerator()),
                "den", number(income.denominator()),
                "shown", Json.of(income.shown(asked.minorDigits()))));
    }

    private static Json number(BigInteger value) {
        return new Json.Num(new BigDecimal(value));
    }

    private static Json instant(Optional<Window> interval, Function<Window, Instant> end) {
        return interval.map(end).map(Instant::toString).map(Json::of).orElseGet(Json::ofNull);
    }
}
