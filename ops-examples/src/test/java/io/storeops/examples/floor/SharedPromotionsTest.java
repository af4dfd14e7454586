package io.storeops.examples.floor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.promotion.Allocation;
import io.storeops.promotion.Cart;
import io.storeops.promotion.Fraction;
import io.storeops.promotion.PricedOrder;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.WorstIncome.Proved;
import io.storeops.promotion.WorstIncome.Reached;
import io.storeops.promotion.WorstIncome.Unproven;
import io.storeops.spi.JsonCodec;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of ../shared/promotions, which another implementation in another language computed and a second one checked. */
class SharedPromotionsTest {
    private static Path file(String name) {
        Path file = Path.of(System.getProperty("storeops.shared"), "promotions", name);
        assumeTrue(Files.exists(file), "There is no " + file + "; -Dstoreops.shared names another place");
        return file;
    }

    private static List<JsonReader> lines(String name) throws IOException {
        List<JsonReader> places = new ArrayList<>();
        for (String line : Files.readAllLines(file(name), UTF_8)) {
            String place = name + ":" + (places.size() + 1);
            places.add(JsonReader.root(place, JsonCodec.parse(place, line)));
        }
        return places;
    }

    private static List<Long> numbers(JsonReader place, String name) {
        return place.elements(name).stream().map(JsonReader::number).toList();
    }

    private static Fraction fraction(JsonReader place) {
        return new Fraction(big(place.member("num")), big(place.member("den")));
    }

    private static BigInteger big(JsonReader place) {
        return ((Json.Num) place.value()).value().toBigIntegerExact();
    }

    private static Cart cart(JsonReader place) {
        return new Cart(place.elements().stream()
                .map(line -> new Cart.Line(line.text("sku"), (int) line.number("units")))
                .toList());
    }

    @Test
    void spreadsAsInAllocations() throws IOException {
        List<JsonReader> lines = lines("allocations.jsonl");
        for (JsonReader line : lines) {
            assertEquals(
                    numbers(line, "shares"),
                    Allocation.allocate(line.number("total"), numbers(line, "amounts")),
                    line::toString);
        }
        assertEquals(414, lines.size());
    }

    @Test
    void pricesStepByStepAsInTraces() throws IOException {
        Map<String, FloorCase> cases = new HashMap<>();
        FloorFile.read(file("cases.jsonl")).forEach(each -> cases.put(each.id(), each));
        List<JsonReader> lines = lines("traces.jsonl");
        for (JsonReader line : lines) {
            FloorCase asked = Optional.ofNullable(cases.get(line.text("case"))).orElseThrow();
            PricedOrder order = asked.plan()
                    .price(
                            cart(line.member("cart")),
                            line.elements("selection").stream()
                                    .map(JsonReader::text)
                                    .collect(Collectors.toSet()));
            assertEquals(
                    line.elements("steps").stream()
                            .map(step -> step.text("after") + " " + numbers(step, "lineAmounts"))
                            .toList(),
                    order.steps().stream()
                            .map(step ->
                                    step.promotion().map(Promotion::id).orElse("UNIT_PRICE") + " " + step.amounts())
                            .toList(),
                    line::toString);
            assertEquals(fraction(line.member("income")), order.income(asked.subject()), line::toString);
        }
        assertEquals(1000, lines.size());
    }

    @ParameterizedTest
    @CsvSource({"cases.jsonl, 2044", "cases-rules.jsonl, 429"})
    void findsWhatTheCasesExpect(String name, int count) throws IOException {
        List<FloorCase> cases = FloorFile.read(file(name));
        List<JsonReader> lines = lines(name);
        for (int i = 0; i < lines.size(); i++) {
            JsonReader expected = lines.get(i).member("expected");
            FloorResult result = FloorResult.of(cases.get(i));
            assertEquals(
                    expected.member("verdict").texts(),
                    Map.of(
                            "BOUND", result.bound().verdict().name(),
                            "EXACT", result.exact().verdict().name()),
                    cases.get(i)::toString);
            expected.findMember("exact")
                    .ifPresentOrElse(
                            exact -> checkExact(exact, result),
                            () -> assertTrue(result.exact().worst() instanceof Unproven, result::toString));
            expected.findMember("bound")
                    .ifPresentOrElse(
                            bound -> checkBound(bound, result),
                            () -> assertTrue(result.bound().worst() instanceof Unproven, result::toString));
        }
        assertEquals(count, lines.size());
    }

    private static void checkExact(JsonReader expected, FloorResult result) {
        Reached reached = (Reached) result.exact().worst();
        assertEquals(fraction(expected), reached.income(), result::toString);
        assertEquals(
                expected.text("shown"), reached.income().shown(result.asked().minorDigits()));
        assertEquals(cart(expected.member("cart")), reached.cart(), result::toString);
        assertEquals(
                expected.text("intervalBegin") + " to " + expected.text("intervalEnd"),
                reached.interval().orElseThrow().toString());
        PricedOrder paid = result.asked()
                .plan()
                .price(
                        reached.cart(),
                        reached.promotions().stream().map(Promotion::id).collect(Collectors.toSet()));
        assertEquals(reached.income(), paid.income(result.asked().subject()), result::toString);
    }

    private static void checkBound(JsonReader expected, FloorResult result) {
        Proved proved = (Proved) result.bound().worst();
        assertEquals(fraction(expected), proved.income(), result::toString);
        assertEquals(
                expected.text("shown"), proved.income().shown(result.asked().minorDigits()));
        assertEquals(
                expected.text("intervalBegin"),
                proved.interval().orElseThrow().from().toString());
    }

    /** What is written is what is expected, member by member; only which of equal selections is named may differ. */
    @Test
    void writesTheMembersOfTheFormat() throws IOException {
        JsonReader line = lines("cases.jsonl").get(0);
        assertEquals(
                line.member("expected").value(),
                without(FloorResult.of(FloorCase.of(line)).json(), "id"));
    }

    private static Json without(Json object, String member) {
        return Json.object(((Json.Obj) object)
                .members().entrySet().stream()
                        .filter(each -> !each.getKey().equals(member))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
