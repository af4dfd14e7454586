package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.catalog.Money;
import io.storeops.competitor.ShownCompetitor;
import io.storeops.inspection.CompetitorPriceRule;
import io.storeops.inspection.CompetitorSalesRule;
import io.storeops.inspection.CompetitorTitleRule;
import io.storeops.inspection.InspectionVerdict;
import io.storeops.inspection.Judgement;
import io.storeops.inspection.Phrase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Rivals' items")
class TaobaoRivalsTest {
    private static final String HEADER = "update_time,id,title,price,sale_count,comment_count,店名\n";

    @TempDir
    private Path folder;

    private Exports.State<ShownCompetitor> read(String rows) {
        return new Exports(folder).file("rivals.csv", HEADER + rows).competitors("rivals.csv", "taobao-rivals");
    }

    @Test
    void areOfTheirDayInTheStoresZoneAndLackWhatTheFileLacks() {
        Exports.State<ShownCompetitor> read = read("2024/6/15,A,Cup,9.9,,3,X\n2024/6/16,A,Cup,10,7,,X\n");
        assertEquals(List.of(), read.told());
        Instant first = Instant.parse("2024-06-14T16:00:00Z");
        Instant second = Instant.parse("2024-06-15T16:00:00Z");
        assertEquals(
                List.of(
                        new ShownCompetitor(
                                "A",
                                first,
                                Optional.of("Cup"),
                                OptionalLong.of(990),
                                OptionalLong.empty(),
                                OptionalLong.of(3)),
                        new ShownCompetitor(
                                "A",
                                second,
                                Optional.of("Cup"),
                                OptionalLong.of(1_000),
                                OptionalLong.of(7),
                                OptionalLong.empty())),
                read.rows());
        assertEquals(Optional.of(second), read.asOf());
    }

    @Test
    void ofADayThatStandsTwiceCountOnceIfTheySayTheSameAndTheFirstIfNot() {
        String row = "2024/6/16,A,Cup,10,7,3,X\n";
        assertEquals(1, read(row + row).rows().size());
        assertEquals(List.of(), read(row + row).told());
        Exports.State<ShownCompetitor> read = read(row + "2024/6/16,A,Cup,12,7,3,X\n" + row);
        assertEquals(
                List.of(1_000L),
                read.rows().stream()
                        .map(shown -> shown.priceMinor().getAsLong())
                        .toList());
        assertEquals(
                List.of(
                        "rivals.csv:3: item A at 2024-06-15T16:00:00Z stands in line 2 too, with something else; that row,"
                                + " the first, is taken. Correct the file, or export it anew"),
                read.told());
    }

    @Test
    void ofSeveralFilesAreReadTogether() {
        Exports exports = new Exports(folder)
                .file("d-15.csv", HEADER + "2024/6/15,A,Cup,10,7,3,X\n")
                .file("d-16.csv", HEADER + "2024/6/16,A,Cup,11,7,3,X\n2024/6/15,A,Cup,12,7,3,X\n");
        Exports.State<ShownCompetitor> read = exports.competitors(folder.toString(), "taobao-rivals");
        assertEquals(2, read.rows().size());
        assertEquals(
                List.of(
                        "d-16.csv:3: item A at 2024-06-14T16:00:00Z stands in d-15.csv:line 2 too, with something else; that"
                                + " row, the first, is taken. Correct the file, or export it anew"),
                read.told());
    }

    /** Counted by a program of other people's making; the file is not in the project. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OfAShoppingFestival {
        private final List<ShownCompetitor> rows = new ArrayList<>();
        private final List<List<ShownCompetitor>> pairs = new ArrayList<>();

        @BeforeAll
        void readTheFile(@TempDir Path empty) {
            Path file = Exports.shared("data/beauty_trunc.csv");
            Exports.State<ShownCompetitor> read = new Exports(empty).competitors(file.toString(), "taobao-rivals");
            assertEquals(List.of(), read.told());
            rows.addAll(read.rows());
            Map<String, List<ShownCompetitor>> byItem = rows.stream()
                    .sorted(Comparator.comparing(ShownCompetitor::observedAt))
                    .collect(Collectors.groupingBy(ShownCompetitor::itemId, TreeMap::new, Collectors.toList()));
            assertEquals(1_206, byItem.size());
            byItem.values().forEach(seen -> {
                for (int i = 1; i < seen.size(); i++) {
                    pairs.add(List.of(seen.get(i - 1), seen.get(i)));
                }
            });
        }

        private long count(Phrase phrase, BiFunction<ShownCompetitor, ShownCompetitor, Judgement> judge) {
            return pairs.stream()
                    .filter(pair -> judge.apply(pair.get(0), pair.get(1)).phrase() == phrase)
                    .count();
        }

        @Test
        void haveEachDayOnce() {
            assertEquals(8_769 - 19, rows.size());
            assertEquals(7_544, pairs.size());
        }

        @Test
        void lackCountsThatAreNotZero() {
            assertEquals(
                    1_881, rows.stream().filter(row -> row.sales().isEmpty()).count());
        }

        private Judgement price(ShownCompetitor before, ShownCompetitor after, String move) {
            return new CompetitorPriceRule(Optional.of(new BigDecimal(move)))
                    .judge(
                            after.observedAt(),
                            CompetitorPriceRule.Price.of(money(after.priceMinor()), money(before.priceMinor())));
        }

        private Money money(OptionalLong minor) {
            return Money.ofMinor(minor.orElseThrow(), Exports.SHANGHAI.currency());
        }

        @Test
        void moveTheirPrices() {
            assertEquals(
                    270,
                    pairs.stream()
                            .filter(pair ->
                                    !pair.get(0).priceMinor().equals(pair.get(1).priceMinor()))
                            .count());
            assertEquals(257, count(Phrase.MOVED, (before, after) -> price(before, after, "0.10")));
            assertEquals(
                    257,
                    pairs.stream()
                            .filter(pair ->
                                    price(pair.get(0), pair.get(1), "0.10").verdict() == InspectionVerdict.ANOMALY)
                            .count());
        }

        @Test
        void changeTheirTitles() {
            CompetitorTitleRule rule = new CompetitorTitleRule();
            assertEquals(
                    332,
                    count(
                            Phrase.DIFFERENT,
                            (before, after) -> rule.judge(
                                    after.observedAt(), new CompetitorTitleRule.Title(after.title(), before.title()))));
        }

        @Test
        void haveCountersThatFallAndAreNotTrusted() {
            CompetitorSalesRule rule = new CompetitorSalesRule(Optional.of(new BigDecimal("0.10")));
            long fell = count(
                    Phrase.COUNTER_FELL,
                    (before, after) -> rule.judge(
                            after.observedAt(), new CompetitorSalesRule.Sales(after.sales(), before.sales())));
            assertEquals(
                    255,
                    pairs.stream()
                            .filter(pair ->
                                    falls(pair.get(0).sales(), pair.get(1).sales()))
                            .count());
            assertEquals(255, fell);
            assertEquals(
                    2_102,
                    pairs.stream()
                            .filter(pair ->
                                    falls(pair.get(0).comments(), pair.get(1).comments()))
                            .count());
        }

        private boolean falls(OptionalLong before, OptionalLong after) {
            return before.isPresent() && after.isPresent() && after.getAsLong() < before.getAsLong();
        }
    }
}
