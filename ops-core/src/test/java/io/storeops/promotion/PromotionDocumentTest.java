package io.storeops.promotion;

import static io.storeops.promotion.PlanFixture.DAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.promotion.PromotionRules.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PromotionDocumentTest {
    private static final Terms TERMS = Terms.of("p", Set.of("A", "B"), DAY);

    private static Promotion read(Json document) {
        return PromotionDocument.promotion(JsonReader.root("plan.json", document));
    }

    static Stream<Promotion> promotions() {
        return Stream.of(
                new UnitPromotion(TERMS, Level.ITEM, new Cut.Price(6900)),
                new UnitPromotion(TERMS.sellerBears(0), Level.FLASH, new Cut.Minus(100)),
                new UnitPromotion(TERMS.inGroup("g").sellerBears(7000), Level.MEMBER, new Cut.Percent(2000)),
                OrderPromotion.of(TERMS, Level.ORDER, new Cut.Percent(500)).cappedAt(3000),
                OrderPromotion.of(TERMS, Level.ORDER, new Cut.Minus(2000))
                        .from(Threshold.amount(19_900).forEach()),
                OrderPromotion.of(TERMS, Level.CODE, new Cut.Minus(500)).from(Threshold.count(3)),
                new UnknownPromotion("b2g1", "buy two, get one", DAY));
    }

    @ParameterizedTest
    @MethodSource("promotions")
    void whatIsWrittenIsReadAsTheSame(Promotion promotion) {
        assertEquals(promotion, read(PromotionDocument.written(promotion)));
    }

    private static Json document(Object... changed) {
        Map<String, Json> members = new TreeMap<>(Map.of(
                "id", Json.of("p"),
                "level", Json.of("ORDER"),
                "scope", Json.array(List.of(Json.of("A"))),
                "kind", Json.of("MINUS"),
                "value", Json.of(100),
                "from", Json.of("2026-11-11T00:00:00+08:00"),
                "to", Json.of("2026-11-12T00:00:00+08:00")));
        for (int i = 0; i < changed.length; i += 2) {
            members.put((String) changed[i], (Json) changed[i + 1]);
        }
        return Json.object(members);
    }

    private static Json threshold(String on, long value) {
        return Json.object(Map.of("on", Json.of(on), "value", Json.of(value)));
    }

    @Test
    void whatIsAbsentIsUsual() {
        assertEquals(
                OrderPromotion.of(Terms.of("p", Set.of("A"), DAY), Level.ORDER, new Cut.Minus(100)), read(document()));
        assertEquals(
                OrderPromotion.of(Terms.of("p", Set.of("A"), DAY), Level.ORDER, new Cut.Minus(100))
                        .from(Threshold.amount(200)),
                read(document("threshold", threshold("AMOUNT", 200))));
    }

    static Stream<List<Object>> strange() {
        return Stream.of(
                List.of(document("stars", Json.of(5)), "the member 'stars'"),
                List.of(document("level", Json.of("SHIPPING")), "the level 'SHIPPING'"),
                List.of(document("kind", Json.of("POINTS")), "the kind 'POINTS' at level ORDER"),
                List.of(document("kind", Json.of("PRICE")), "the kind 'PRICE' at level ORDER"),
                List.of(
                        document("level", Json.of("MEMBER"), "kind", Json.of("MINUS")),
                        "the kind 'MINUS' at level MEMBER"),
                List.of(document("threshold", threshold("WEIGHT", 3)), "a threshold on 'WEIGHT'"),
                List.of(
                        document(
                                "threshold",
                                Json.object(Map.of("on", Json.of("AMOUNT"), "value", Json.of(3), "of", Json.of("A")))),
                        "the member 'of' of a threshold"),
                List.of(document("repeat", Json.of("TWICE")), "the repetition 'TWICE'"),
                List.of(
                        document("level", Json.of("ITEM"), "threshold", threshold("COUNT", 2)),
                        "a threshold at level ITEM"),
                List.of(document("level", Json.of("ITEM"), "repeat", Json.of("EACH")), "a threshold at level ITEM"),
                List.of(document("level", Json.of("FLASH"), "cap", Json.of(3)), "a cap at level FLASH"),
                List.of(
                        document(
                                "kind",
                                Json.of("PERCENT"),
                                "repeat",
                                Json.of("EACH"),
                                "threshold",
                                threshold("COUNT", 2)),
                        "a percentage for each threshold"),
                List.of(
                        document("stars", Json.of(5), "level", Json.of("SHIPPING")),
                        "the member 'stars', the level 'SHIPPING'"));
    }

    @ParameterizedTest
    @MethodSource("strange")
    void whatTheModelHasNoRuleForIsUnknownWithItsReason(List<Object> documentAndReason) {
        assertEquals(new UnknownPromotion("p", (String) documentAndReason.get(1), DAY), read((Json)
                documentAndReason.get(0)));
    }

    /** EACH without a threshold says nothing, and a percentage that applies once may have one. */
    @Test
    void whatHasARuleIsNotStrange() {
        assertEquals(read(document()), read(document("repeat", Json.of("EACH"))));
        assertEquals(
                OrderPromotion.of(Terms.of("p", Set.of("A"), DAY), Level.ORDER, new Cut.Percent(100))
                        .from(Threshold.count(2)),
                read(document("kind", Json.of("PERCENT"), "threshold", threshold("COUNT", 2))));
        assertEquals(
                OrderPromotion.of(Terms.of("p", Set.of("A"), DAY), Level.ORDER, new Cut.Percent(100)),
                read(document("kind", Json.of("PERCENT"), "repeat", Json.of("EACH"))));
    }

    @Test
    void aNumberThatNoIntHoldsIsRefused() {
        assertThrows(DocumentException.class, () -> read(document("sellerShareBp", Json.of(1L << 32))));
    }

    private static PromotionRules rules(Map<String, Json> members) {
        return PromotionDocument.rules(JsonReader.root("rules.json", Json.object(members)));
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER, CODE, ORDER_THEN_CODE",
        "CODE, ORDER, CODE_THEN_ORDER",
    })
    void theSequenceIsThatOfTheLevels(String first, String second, Sequence expected) {
        Json levels = Json.array(List.of(Json.of(first), Json.of(second)));
        assertEquals(Optional.of(expected), rules(Map.of("levelOrder", levels)).sequence());
        assertEquals(
                Optional.of(expected),
                rules(Map.of("levelOrder", levels, "applicationOrder", Json.of("LEVELS")))
                        .sequence());
        assertEquals(
                Optional.of(Sequence.AS_LISTED),
                rules(Map.of("levelOrder", levels, "applicationOrder", Json.of("LIST")))
                        .sequence());
    }

    @Test
    void aSequenceThatIsNotStatedIsTheOneThatCountsOtherwise() {
        PromotionRules otherwise = PromotionRules.usual().with(Sequence.AS_LISTED);
        assertEquals(
                Optional.of(Sequence.AS_LISTED),
                PromotionDocument.rules(JsonReader.root("rules.json", Json.object(Map.of())), otherwise)
                        .sequence());
        assertEquals(
                Optional.empty(),
                rules(Map.of("applicationOrder", Json.of("LEVELS"))).sequence());
    }

    /** An order of levels is stated twice over, a rule is of another engine, a value too: each is a reason why nothing is proved. */
    @Test
    void aRuleThatTheModelDoesNotKnowIsAGap() {
        Json levels = Json.array(List.of(Json.of("CODE"), Json.of("CODE")));
        assertEquals(
                List.of(
                        "the price model does not know the rule 'freeShipping'",
                        "the price model does not know the value [\"CODE\",\"CODE\"] of the rule 'levelOrder'",
                        "the price model does not know the value \"MOON\" of the rule 'thresholdBase'"),
                rules(Map.of(
                                "freeShipping", Json.of(true),
                                "levelOrder", levels,
                                "thresholdBase", Json.of("MOON")))
                        .unknown());
        PromotionRules sorted = rules(Map.of("applicationOrder", Json.of("ALPHABET")));
        assertEquals(
                List.of("the price model does not know the value \"ALPHABET\" of the rule 'applicationOrder'"),
                sorted.unknown());
        assertEquals(Optional.empty(), sorted.sequence());
    }

    @Test
    void numbersOfRulesAreNotNegative() {
        assertThrows(DocumentException.class, () -> rules(Map.of("codesPerOrder", Json.of(-1))));
        assertThrows(DocumentException.class, () -> rules(Map.of("membersPerOrder", Json.of(-1))));
        assertEquals(
                0, rules(Map.of("codesPerOrder", Json.of(0))).codesPerOrder().orElseThrow());
    }
}
