package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.catalog.Money;
import io.storeops.health.HealthReading;
import io.storeops.health.HealthValue;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.SpendRule;
import io.storeops.inspection.Tally;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Files of scores and advertising")
class HealthFilesTest {
    private static final Instant AS_OF = Instant.parse("2024-06-16T01:00:00Z");
    private static final Period HALF_YEAR = Period.ofMonths(6);
    private static final Period MONTH = Period.ofDays(30);

    private static final String RATES = """
            {"encoding": "UTF-8",
             "header": {"columns": ["day", "item", "rate"], "match": "EXACT"},
             "times": {"patterns": ["yyyy-MM-dd"]},
             "health": {"columns": {"subject": "item"},
                        "indicators": [{"category": "REFUND_RATE", "columns": {"value": "rate"}, "scale": "PERCENT"}],
                        "asOf": {"column": "day"}}}
            """;

    @TempDir
    private Path folder;

    private Exports.State<HealthReading> scores(String rows) {
        return new Exports(folder)
                .file(
                        "scores.csv",
                        "as_of,description,service,logistics,votes,bad_reviews,reviews,refunds,paid_orders\n" + rows)
                .health("scores.csv", "store-scores");
    }

    private static HealthReading counted(RuleKey key, String dividend, long divisor, Tally shape) {
        return HealthReading.of(
                Exports.SHANGHAI.id(),
                key,
                AS_OF,
                new HealthValue.Counted(new Tally(
                        Optional.of(new Tally.Quotient(
                                new BigDecimal(dividend),
                                BigDecimal.valueOf(divisor),
                                shape.quotient().orElseThrow().sample())),
                        shape.definition(),
                        shape.window())),
                "csv");
    }

    private static Tally of(long sample, String definition, Period window) {
        return new Tally(
                Optional.of(new Tally.Quotient(BigDecimal.ONE, BigDecimal.ONE, OptionalLong.of(sample))),
                Optional.of(definition),
                Optional.of(window));
    }

    @Test
    void areReadingsOfTheIndicatorsWithDefinitionAndWindow() {
        Exports.State<HealthReading> read = scores("2024-06-16 09:00,4.85,4.9,-,310,3,120,7,400\n");
        assertEquals(List.of(), read.told());
        assertEquals(
                List.of(
                        counted(RuleKey.of("DSR", "DESCRIPTION"), "4.85", 1, of(310, "MEAN_OF_VOTES", HALF_YEAR)),
                        counted(RuleKey.of("DSR", "SERVICE"), "4.9", 1, of(310, "MEAN_OF_VOTES", HALF_YEAR)),
                        counted(RuleKey.of("REVIEWS"), "3", 120, of(120, "BAD_REVIEWS_PER_REVIEW", MONTH)),
                        counted(RuleKey.of("REFUND_RATE"), "7", 400, of(400, "REFUNDS_PER_PAID_ORDER", MONTH))),
                read.rows());
        assertEquals(Optional.of(AS_OF), read.asOf());
    }

    @Test
    void areSpendAndBudget() {
        Exports.State<HealthReading> read = new Exports(folder)
                .file(
                        "ads.csv",
                        "date,zhitongche,zhitongche_budget,zuanzhan,zuanzhan_budget\n2024-06-16 09:00,\"1,200.50\",2000,300,\n")
                .health("ads.csv", "ad-spend");
        assertEquals(List.of(), read.told());
        assertEquals(
                List.of(
                        new HealthValue.Spent(new SpendRule.Spend(
                                Optional.of(money(120_050)),
                                Optional.of(money(200_000)),
                                Optional.of(Period.ofDays(1)))),
                        new HealthValue.Spent(new SpendRule.Spend(
                                Optional.of(money(30_000)), Optional.empty(), Optional.of(Period.ofDays(1))))),
                read.rows().stream().map(HealthReading::value).toList());
    }

    private static Money money(long minor) {
        return Money.ofMinor(minor, Exports.SHANGHAI.currency());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2024-06-16 09:00,x,4.9,4.8,310,3,120,7,400|column description: 'x' is neither a number of up to 18 digits nor",
                "2024-06-16 09:00,-4.8,4.9,4.8,310,3,120,7,400|column description: '-4.8' is below 0",
                "2024-06-16 09:00,4.8,4.9,4.8,31.5,3,120,7,400|column votes: '31.5' is not a whole number",
                "2024-06-16 09:00,4.8,4.9,4.8,310,-3,120,7,400|column bad_reviews: '-3' is below 0",
                ",4.8,4.9,4.8,310,3,120,7,400|column as_of: the value is missing",
                "16.6.2024,4.8,4.9,4.8,310,3,120,7,400|column as_of: '16.6.2024' is not a date-time (expected yyyy-MM-dd or"
            })
    void areRefusedRowByRow(String row, String expected) {
        Exports.State<HealthReading> read = scores(row + "\n");
        assertEquals(List.of(), read.rows());
        assertEquals(1, read.told().size());
        assertEquals("scores.csv:2 " + expected, read.told().get(0).substring(0, 13 + expected.length()));
    }

    @Test
    void thatContradictThemselvesAreNotTaken() {
        String row = "2024-06-16 09:00,4.85,4.9,4.8,310,3,120,7,400\n";
        assertEquals(5, scores(row + row).rows().size());
        Exports.State<HealthReading> read = scores(row + row.replace("4.85", "4.95"));
        assertEquals(List.of(), read.rows());
        assertEquals(
                List.of(
                        "scores.csv:2: DSR:DESCRIPTION of S1 at 2024-06-16T01:00:00Z stands in line 3 too, with something"
                                + " else; neither row is taken. Correct the file, or export it anew",
                        "scores.csv:3: DSR:DESCRIPTION of S1 at 2024-06-16T01:00:00Z stands in line 2 too, with something"
                                + " else; neither row is taken. Correct the file, or export it anew"),
                read.told());
    }

    @Test
    void haveRatesInPercentAndSubjectsOfTheirOwn() {
        Exports.State<HealthReading> read = new Exports(folder)
                .file("rates.json", RATES)
                .file("rates.csv", "day,item,rate\n2024-06-16,A,2.1\n2024-06-16,B,2.1%\n2024-06-16,C,\n")
                .health("rates.csv", "rates.json");
        assertEquals(List.of(), read.told());
        assertEquals(
                List.of("A", "B"),
                read.rows().stream().map(HealthReading::subject).toList());
        for (HealthReading reading : read.rows()) {
            assertEquals(new HealthValue.Counted(Tally.stated(new BigDecimal("0.021"))), reading.value());
        }
    }
}
